"""Flags: which photos the user keeps and which are rejected, as Lightroom has them; none is undecided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from engine.library.catalog.table import Table

Flag = Literal["keep", "reject"]


class FlagTable(Table):
    """Stored as soon as they are set, for they are the user's word."""

    def all(self) -> dict[int, Flag]:
        """By file id; those of files that have gone are kept, for a file may come back."""
        return dict(self._connection.execute("SELECT file, flag FROM flags"))

    def set(self, flags: Mapping[int, Flag | None]) -> None:
        """Flag files by id; None takes a flag away. Files that the catalog does not know are left out."""
        marked = [(flag, file) for file, flag in flags.items() if flag is not None]
        unmarked = [(file,) for file, flag in flags.items() if flag is None]
        with self._transaction() as connection:
            connection.executemany("DELETE FROM flags WHERE file = ?", unmarked)
            connection.executemany("INSERT OR REPLACE INTO flags SELECT id, ? FROM files WHERE id = ?", marked)
