"""The log of edits and their inverses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.core.errors import Sentence
from engine.library.catalog.table import Table

# The snapshots that edits go to when they are undone or done again.
_NEXT = "CASE undone WHEN 0 THEN inverse ELSE forward END"
NEEDED = f"""SELECT json_extract({_NEXT}, '$.snapshot') FROM edits WHERE {_NEXT} LIKE '{{"do": "adopt"%'"""

AS_LOGGED = "{text}"
_EDIT = "id, made_at, label, label_values, forward, inverse, undone"


@dataclass(frozen=True, slots=True)
class LoggedEdit:
    """One edit in the log; `forward` and `inverse` are edits as JSON (see engine/edits/edit.py).

    Of one that version 0.1.0 has logged the label is `AS_LOGGED` with its English `text`.
    """

    id: int
    made_at: str
    label: Sentence
    forward: str
    inverse: str
    undone: bool


class EditTable(Table):
    """An undo stack: the undone edits lie above the done ones, and a new edit drops them."""

    def push(self, label: Sentence, forward: str, inverse: str) -> None:
        data = label.to_json()
        values = json.dumps(data["values"])
        with self._transaction() as connection:
            connection.execute(f"DELETE FROM snapshots WHERE id IN ({NEEDED} AND undone = 1)")
            connection.execute("DELETE FROM edits WHERE undone = 1")
            connection.execute(
                "INSERT INTO edits (made_at, label, label_values, forward, inverse) VALUES (?, ?, ?, ?, ?)",
                (datetime.now().isoformat(timespec="seconds"), data["template"], values, forward, inverse),
            )

    def reserve(self, above: int = 0) -> int:
        """An id that no edit has had or will have, and larger than `above`: actions on files share their sequence."""
        with self._transaction() as connection:
            (last,) = connection.execute(
                "SELECT MAX(COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'edits'), 0), ?)", (above,)
            ).fetchone()
            connection.execute("DELETE FROM sqlite_sequence WHERE name = 'edits'")
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('edits', ?)", (last + 1,))
        return int(last) + 1

    def keep_above(self, id_: int) -> None:
        """Let the edits to come have ids above `id_`, where an older catalog was brought back."""
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'edits'").fetchone()
        if id_ > (row[0] if row else 0):
            self.reserve(id_ - 1)

    def last_done(self) -> LoggedEdit | None:
        return self._one("undone = 0 ORDER BY id DESC")

    def first_undone(self) -> LoggedEdit | None:
        return self._one("undone = 1 ORDER BY id")

    def set_undone(self, id_: int, forward: str) -> None:
        with self._transaction() as connection:
            connection.execute("UPDATE edits SET undone = 1, forward = ? WHERE id = ?", (forward, id_))

    def set_done(self, id_: int, inverse: str) -> None:
        with self._transaction() as connection:
            connection.execute("UPDATE edits SET undone = 0, inverse = ? WHERE id = ?", (inverse, id_))

    def all(self) -> list[LoggedEdit]:
        """Every edit, the oldest first."""
        return [_logged(row) for row in self._connection.execute(f"SELECT {_EDIT} FROM edits ORDER BY id")]

    def done_since(self, clustering: int, template: str) -> list[tuple[int, str]]:
        """Id and `forward` of the edits of this label that are not undone and no older than `clustering`."""
        rows = self._connection.execute(
            "SELECT id, forward FROM edits WHERE undone = 0 AND label = ? "
            "AND made_at >= (SELECT made_at FROM clusterings WHERE id = ?) ORDER BY id",
            (template, clustering),
        )
        return [(int(id_), str(forward)) for id_, forward in rows]

    def done(self, templates: Sequence[str]) -> list[tuple[str, str]]:
        """`forward` and `inverse` of the edits of these labels that are not undone, the oldest first."""
        marks = ", ".join("?" * len(templates))
        rows = self._connection.execute(
            f"SELECT forward, inverse FROM edits WHERE undone = 0 AND label IN ({marks}) ORDER BY id", templates
        )
        return [(str(forward), str(inverse)) for forward, inverse in rows]

    def _one(self, condition: str) -> LoggedEdit | None:
        row = self._connection.execute(f"SELECT {_EDIT} FROM edits WHERE {condition} LIMIT 1").fetchone()
        return None if row is None else _logged(row)


def text_label(text: str) -> Sentence:
    """A label that is only known as text."""
    return Sentence.from_json({"template": AS_LOGGED, "values": {"text": text}})


def _logged(row: tuple[Any, ...]) -> LoggedEdit:
    id_, made_at, label, values, forward, inverse, undone = row
    sentence = (
        text_label(label) if values is None else Sentence.from_json({"template": label, "values": json.loads(values)})
    )
    return LoggedEdit(id_, made_at, sentence, forward, inverse, bool(undone))
