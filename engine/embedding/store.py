"""VectorStore: vectors on disk in shards that only grow, read by memory map."""

from __future__ import annotations

import os
import threading
import uuid
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.disk.durable import sync_folder
from engine.core.errors import UserError, why
from engine.core.records import Floats

VectorLocation = tuple[str, int]  # shard, row

CAP = 64 * 2**20  # bytes: a full shard is followed by a new one


@dataclass
class _Shard:
    """A shard that only this store writes to."""

    name: str
    dimension: int
    file: FileIO
    rows: int = 0


class VectorStore:
    """Rows of float32 in `folder`/KEY/SHARD.f32, little-endian, with nothing around them.

    A location (shard, row) is valid once `append` has returned it: the rows are on the disk then. Each
    opening writes shards of its own, and none is ever truncated, renamed or written twice: processes do not
    meet, and what is mapped stays as it is (Windows demands it).
    """

    def __init__(self, folder: Path, *, cap: int = CAP) -> None:
        self._folder, self._cap = folder, cap
        self._open: dict[str, _Shard] = {}
        self._lock = threading.Lock()

    def append(self, key: str, vectors: Floats) -> tuple[str, int]:
        """Write `vectors` (n, d) and fsync; the shard's name and the row of the first.

        A disk that is full or can't be written is a UserError; rows half-written by then are never counted,
        because what follows goes to a new shard.
        """
        rows = np.ascontiguousarray(vectors, "<f4")
        with self._lock:
            try:
                shard = self._shard(key, rows)
                _write(shard.file, rows)
            except OSError as error:
                self._drop(key)
                raise UserError(
                    "The vectors can't be written to {folder}: {reason}. Make room there or choose "
                    "another library folder, then run again: it goes on where it stopped.",
                    folder=self._folder,
                    reason=why(error),
                ) from error
            first = shard.rows
            shard.rows += len(rows)
        return shard.name, first

    def gather(self, dimension: int, locations: Sequence[VectorLocation]) -> Floats:
        """The vectors at `locations`, float32 (n, dimension); one copy, or none where they follow one another.

        What comes uncopied may be written to: it is a private map, and the file stays as it is. A location
        that is missing is an IndexError.
        """
        if not locations:
            return np.empty((0, dimension), np.float32)
        first = locations[0]
        if all(location == (first[0], first[1] + i) for i, location in enumerate(locations)):
            stored = self._map(first[0], dimension)
            if first[1] + len(locations) > len(stored):
                raise IndexError(f"{first[0]} has {len(stored)} rows")
            return stored[first[1] : first[1] + len(locations)]
        vectors = np.empty((len(locations), dimension), np.float32)
        for name, (at, rows) in _by_shard(locations).items():
            vectors[at] = self._map(name, dimension)[rows]
        return vectors

    def missing(self, dimension: int, locations: Sequence[VectorLocation]) -> NDArray[np.bool_]:
        """Which of `locations` hold no whole row, bool (n,): the shard is gone or ends before them."""
        lost = np.zeros(len(locations), np.bool_)
        for name, (at, rows) in _by_shard(locations).items():
            lost[at] = (rows < 0) | (rows >= self._rows(name, dimension))
        return lost

    def close(self) -> None:
        with self._lock:
            for key in list(self._open):
                self._drop(key)

    def _shard(self, key: str, rows: Floats) -> _Shard:
        size, dimension = rows.nbytes, rows.shape[1]
        shard = self._open.get(key)
        if shard and shard.dimension != dimension:
            raise ValueError(f"{key} has {shard.dimension} dimensions, not {dimension}")
        if shard and shard.rows and shard.rows * dimension * 4 + size > self._cap:
            self._drop(key)
            shard = None
        if shard is None:
            name = f"{key}/{uuid.uuid4().hex}.f32"
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            shard = self._open[key] = _Shard(name, dimension, FileIO(path, "xb"))
            sync_folder(path.parent)
        return shard

    def _drop(self, key: str) -> None:
        shard = self._open.pop(key, None)
        if shard is not None:
            shard.file.close()

    def _rows(self, name: str, dimension: int) -> int:
        path = self._folder / name
        return path.stat().st_size // (4 * dimension) if path.exists() else 0

    def _map(self, name: str, dimension: int) -> Floats:
        rows = self._rows(name, dimension)
        if not rows:
            return np.empty((0, dimension), np.float32)
        return np.asarray(np.memmap(self._folder / name, "<f4", "c", shape=(rows, dimension)))


def checksums(vectors: Floats) -> list[int]:
    """The CRC-32 of each row of (n, d) as it lies in a shard."""
    rows = np.ascontiguousarray(vectors, "<f4")
    return [zlib.crc32(row) for row in rows]


def _by_shard(locations: Sequence[VectorLocation]) -> dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """For each shard the positions in `locations` and the rows there."""
    found: dict[str, tuple[list[int], list[int]]] = {}
    for at, (name, row) in enumerate(locations):
        positions, rows = found.setdefault(name, ([], []))
        positions.append(at)
        rows.append(row)
    return {name: (np.array(at, np.int64), np.array(rows, np.int64)) for name, (at, rows) in found.items()}


def _write(file: FileIO, rows: Floats) -> None:
    rest = rows.reshape(-1).view(np.uint8).data
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())
