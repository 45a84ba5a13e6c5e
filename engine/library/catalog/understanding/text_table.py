"""TextTable: what is written in each content that was looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from engine.core.records import PictureText, TextLine
from engine.library.catalog.table import from_blob, to_blob
from engine.library.catalog.understanding.revisions import RevisedTable

_PLACE = 9  # float32: the four corners of a line, x before y, and its confidence
Row = tuple[str, bytes, str | None]  # the lines' texts, one a line; their places; a script that is not read


class ReadText(NamedTuple):
    """What was found in a content as it was shown, `turn` quarter turns clockwise; `problem`: why it could not be."""

    digest: str
    turn: int
    text: PictureText = PictureText()
    problem: str | None = None


class Texts(Mapping[str, PictureText]):
    """Texts by content; a hundred thousand are there at once, and each is taken apart when it is asked for."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows

    def written(self) -> Iterator[tuple[str, str]]:
        """(digest, all that is read in it, one line a line), without taking any apart."""
        return ((digest, row[0]) for digest, row in self._rows.items())

    def __getitem__(self, digest: str) -> PictureText:
        return _text(self._rows[digest])

    def __contains__(self, digest: object) -> bool:
        return digest in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Texts) and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]


class TextTable(RevisedTable):
    """Made by the program, and read anew by another `model`: nothing of it is the user's word."""

    part = "texts"

    def save(self, model: str, found: Iterable[ReadText]) -> None:
        """Enter what was found in contents, in place of what stood there; also where it was nothing."""
        rows = [(one.digest, model, one.turn, *_row(one.text), one.problem) for one in found]
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def turns(self, model: str) -> dict[str, int]:
        """In which quarter turn each content stood when `model` looked at it, whatever it has found."""
        return dict(self._connection.execute("SELECT digest, turn FROM texts WHERE model = ?", (model,)))

    def all(self) -> Texts:
        """Of the contents in which something is written, by whatever model."""
        rows = self._connection.execute(
            "SELECT digest, words, places, unread FROM texts WHERE words != '' OR unread IS NOT NULL"
        )
        return Texts({digest: row for digest, *row in rows.fetchall()})

    def of(self, digest: str) -> PictureText | None:
        """What is written in a content; None where nobody has looked yet."""
        sql = "SELECT words, places, unread FROM texts WHERE digest = ?"
        row = self._connection.execute(sql, (digest,)).fetchone()
        return None if row is None else _text(row)

    def problems(self) -> dict[str, str]:
        """Why contents could not be looked at, the rest of a sentence that begins with the file."""
        return dict(self._connection.execute("SELECT digest, problem FROM texts WHERE problem IS NOT NULL"))

    def forget(self, digests: Iterable[str]) -> None:
        """These are looked at again."""
        with self._transaction() as connection:
            connection.executemany("DELETE FROM texts WHERE digest = ?", ((d,) for d in digests))


def _row(text: PictureText) -> Row:
    places = [[*(value for corner in line.corners for value in corner), line.confidence] for line in text.lines]
    words = "\n".join(" ".join(line.text.split()) for line in text.lines)
    return words, to_blob(np.array(places, np.float32).reshape(-1, _PLACE), "<f4"), text.unread


def _text(row: Row) -> PictureText:
    words, blob, unread = row
    places = from_blob(blob, "<f4").reshape(-1, _PLACE).tolist() if len(blob) % (4 * _PLACE) == 0 else []
    lines = (
        TextLine(line, tuple(zip(place[0:8:2], place[1:8:2], strict=True)), place[8])
        for line, place in zip(words.split("\n"), places, strict=False)
    )
    return PictureText(tuple(lines), unread)
