"""What every table of the catalog shares: the way to its connection, and arrays as blobs."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray


class Connected(Protocol):
    """What a table needs of the catalog it belongs to."""

    @property
    def connection(self) -> sqlite3.Connection: ...

    def transaction(self) -> AbstractContextManager[sqlite3.Connection]: ...

    def reading(self) -> AbstractContextManager[None]: ...


class Table:
    def __init__(self, catalog: Connected) -> None:
        self._catalog = catalog

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._catalog.connection

    def _transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        return self._catalog.transaction()

    def _reading(self) -> AbstractContextManager[None]:
        return self._catalog.reading()


def to_blob(array: NDArray[Any], kind: str) -> bytes:
    """The array's bytes as little-endian `kind` (a numpy type string such as "<i8")."""
    return np.ascontiguousarray(array, dtype=kind).tobytes()


def from_blob(blob: bytes, kind: str) -> NDArray[Any]:
    return np.frombuffer(blob, dtype=kind)
