"""Tables of what the background finds out, each with a number that grows with every change.

Who has read hundred thousand texts knows by it that they need not be read again, whichever process writes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from engine.library.catalog.table import Table


class RevisedTable(Table):
    """Every transaction of its own is a revision; whoever else writes to it calls `count_all`."""

    part: ClassVar[str]

    @property
    def revision(self) -> int:
        sql = "SELECT number FROM revisions WHERE part = ?"
        row = self._connection.execute(sql, (self.part,)).fetchone()
        return 0 if row is None else int(row[0])

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with super()._transaction() as connection:
            yield connection
            connection.execute(
                "INSERT INTO revisions VALUES (?, 1) ON CONFLICT (part) DO UPDATE SET number = number + 1", (self.part,)
            )


def count_all(connection: sqlite3.Connection) -> None:
    """Something was changed in any of these tables."""
    connection.execute("UPDATE revisions SET number = number + 1")
