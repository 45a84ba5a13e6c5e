"""What the user said of faces: whose they are or are not, a stranger's, none at all, one that was missed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from engine.core.records import Box
from engine.library.catalog.table import Table

Word = Literal["is", "not", "stranger", "no face", "drawn"]
_COLUMNS = "digest, x, y, width, height, word, person"


class FaceWord(NamedTuple):
    """A word of the user's on the face in a place of a content; `person` is 0 but for "is" and "not"."""

    digest: str
    box: Box
    word: Word
    person: int = 0


class FaceWordTable(Table):
    """By content and place, so that they hold whatever is found there anew."""

    def all(self, word: Word | None = None) -> list[FaceWord]:
        where, values = ("", ()) if word is None else (" WHERE word = ?", (word,))
        return [_word(row) for row in self._connection.execute(f"SELECT {_COLUMNS} FROM face_words{where}", values)]

    def of(self, digest: str) -> list[FaceWord]:
        """What was said of the faces of a content."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM face_words WHERE digest = ?", (digest,))
        return [_word(row) for row in rows]

    def of_person(self, person: int) -> list[FaceWord]:
        """What was said of a person."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM face_words WHERE person = ?", (person,))
        return [_word(row) for row in rows]

    def set(self, digest: str, words: Iterable[FaceWord]) -> None:
        """In place of all that was said of a content."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM face_words WHERE digest = ?", (digest,))
            connection.executemany(
                f"INSERT OR IGNORE INTO face_words ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                ((digest, *w.box, w.word, w.person) for w in words),
            )


def _word(row: tuple[str, float, float, float, float, Word, int]) -> FaceWord:
    digest, x, y, width, height, word, person = row
    return FaceWord(digest, Box(x, y, width, height), word, person)
