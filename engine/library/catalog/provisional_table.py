"""The provisional clustering: of a sample of the photos, until all of them are read and fitted."""

from __future__ import annotations

from engine.library.catalog.table import Table

# Its clusters' ids lie above those of any other: they are the only ones that are ever deleted, and never used again
# for other clusters.
FIRST_ID = 9_001

_ACTIVE = "SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'clustering'"
_TOUCHED = (
    "SELECT EXISTS (SELECT 1 FROM edits) OR EXISTS (SELECT 1 FROM pins) OR EXISTS (SELECT 1 FROM rejections) "
    "OR EXISTS (SELECT 1 FROM pairs) OR EXISTS (SELECT 1 FROM clusters WHERE named_by_user OR locked)"
)


class ProvisionalTable(Table):
    """A setting says which clustering is provisional; a cut of it that the user has made active is as well."""

    def mark(self, clustering: int) -> None:
        """Say that this clustering is provisional."""
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES ('provisional', ?)", (str(clustering),))

    def active(self) -> int | None:
        """The id of the provisional clustering, if it or a cut of it is active."""
        row = self._connection.execute(
            "SELECT CAST(s.value AS INTEGER) FROM settings s JOIN clusterings c "
            f"ON COALESCE(c.base, c.id) = CAST(s.value AS INTEGER) WHERE s.key = 'provisional' AND c.id = ({_ACTIVE})"
        ).fetchone()
        return None if row is None else int(row[0])

    def touched(self) -> bool:
        """Whether the user has ever corrected or edited anything in this library, even if that was undone."""
        (touched,) = self._connection.execute(_TOUCHED).fetchone()
        return bool(touched)

    def settle(self) -> None:
        """Make it a clustering like any other."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM settings WHERE key = 'provisional'")

    def drop(self) -> None:
        """Delete the active provisional clustering as if it had never been; only while nobody has touched anything."""
        with self._transaction() as connection:
            made = self.active()
            assert made is not None
            assert not self.touched()
            connection.execute(
                "DELETE FROM settings WHERE key IN ('clustering', 'provisional', 'new kinds', 'new kinds due')"
            )
            connection.execute("DELETE FROM assignments")
            connection.execute("DELETE FROM clusters WHERE CAST(SUBSTR(id, 2) AS INTEGER) >= ?", (FIRST_ID,))
            connection.execute("DELETE FROM projections")
            connection.execute("DELETE FROM learned WHERE clustering = ?", (made,))
            connection.execute("DELETE FROM clusterings WHERE id = ?", (made,))
