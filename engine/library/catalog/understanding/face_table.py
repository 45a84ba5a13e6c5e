"""Faces that were found in contents, whose they were grouped as, and the persons there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Box, Face, Floats, Ints, Person
from engine.library.catalog.table import Connected, from_blob, to_blob
from engine.library.catalog.understanding.face_words import FaceWordTable
from engine.library.catalog.understanding.revisions import RevisedTable

ALLOWED = "understand faces"  # the setting: "yes", "no", None where nobody was asked
SAME = 0.4  # overlap of two boxes that are of one face
TABLES = ("face_persons", "faces", "faces_looked", "face_words", "person_names", "persons")
CODE = 128  # numbers of a code

Source = Literal["found", "drawn", "file"]
_BOX = "x, y, width, height"


class FoundFace(NamedTuple):
    """A face as it was found: `code` float32 (128,), None where it could not be made; `name` as the file says it."""

    box: Box
    score: float
    code: Floats | None = None
    source: Source = "found"
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """Faces to be grouped; row i of each is face `ids[i]`, in order of id, with `codes` float32 (n, 128)."""

    ids: Ints
    digests: tuple[str, ...]
    boxes: tuple[Box, ...]
    scores: Floats
    codes: Floats
    doubtful: NDArray[np.bool_]
    names: tuple[str | None, ...]


class FaceTable(RevisedTable):
    """A face keeps its id for as long as one is found in its place, by whatever model."""

    part = "faces"

    def __init__(self, catalog: Connected) -> None:
        super().__init__(catalog)
        self.words = FaceWordTable(catalog)

    # -- faces

    def looked(self, model: str) -> set[str]:
        """The contents in which this model has looked for faces, with or without success."""
        return {
            str(d) for (d,) in self._connection.execute("SELECT digest FROM faces_looked WHERE model = ?", (model,))
        }

    def put(self, model: str, found: Mapping[str, Sequence[FoundFace]]) -> None:
        """Store what was found in contents, in place of what was found there before."""
        with self._transaction() as connection:
            for digest, faces in found.items():
                self._put(digest, faces)
            connection.executemany(
                "INSERT OR REPLACE INTO faces_looked (digest, model) VALUES (?, ?)", ((d, model) for d in found)
            )

    def copy_content(self, pairs: Sequence[tuple[str, str]]) -> None:
        """What is known and was said of the faces of one content holds for another, of (known, new) digests."""
        columns = f"{_BOX}, score, source, name, doubtful, code"
        with self._transaction() as connection:
            for known, new in pairs:
                if known == new or self.of([new]):
                    continue
                for id_, (face, _) in self.of([known]).items():
                    sql = f"INSERT INTO faces (digest, {columns}) SELECT ?, {columns} FROM faces WHERE id = ?"
                    copy = connection.execute(sql, (new, id_)).lastrowid
                    if copy is not None and face.person is not None:
                        connection.execute("INSERT INTO face_persons VALUES (?, ?)", (copy, face.person))
                self.words.set(new, [word._replace(digest=new) for word in self.words.of(known)])
                connection.execute(
                    "INSERT OR REPLACE INTO faces_looked SELECT ?2, model, problem FROM faces_looked WHERE digest = ?1",
                    (known, new),
                )

    def uncoded(self) -> list[str]:
        """The contents in which the user has drawn a face that has no code yet."""
        rows = self._connection.execute("SELECT DISTINCT digest FROM faces WHERE code IS NULL AND source = 'drawn'")
        return [str(d) for (d,) in rows]

    def of(self, digests: Iterable[str]) -> dict[int, tuple[Face, Source]]:
        """All faces of contents by id, the doubtful and those that are none as well."""
        found: dict[int, tuple[Face, Source]] = {}
        for digest in dict.fromkeys(digests):
            rows = self._connection.execute(
                f"SELECT id, {_BOX}, score, person, source FROM faces LEFT JOIN face_persons ON face = id "
                "WHERE digest = ? ORDER BY id",
                (digest,),
            )
            for id_, x, y, width, height, score, person, source in rows:
                found[id_] = Face(id_, digest, Box(x, y, width, height), score, person), source
        return found

    def places(self, ids: Iterable[int]) -> list[tuple[str, Box]]:
        """Content and box of faces, in order; those that there are no longer are left out."""
        select = f"SELECT digest, {_BOX} FROM faces WHERE id = ?"
        rows = (self._connection.execute(select, (int(i),)).fetchone() for i in ids)
        return [(str(row[0]), Box(*row[1:])) for row in rows if row is not None]

    def shown(self) -> list[Face]:
        """The faces that the user sees, in order of content and id: none that is doubtful or said to be no face."""
        rows = self._connection.execute(
            f"SELECT id, digest, {_BOX}, score, person FROM faces LEFT JOIN face_persons ON face = id "
            "WHERE NOT doubtful OR person IS NOT NULL ORDER BY digest, id"
        )
        faces = [Face(i, d, Box(x, y, w, h), s, p) for i, d, x, y, w, h, s, p in rows]
        none: dict[str, list[Box]] = {}
        for word in self.words.all("no face"):
            none.setdefault(word.digest, []).append(word.box)
        return [f for f in faces if not any(f.box.overlap(b) >= SAME for b in none.get(f.digest, ()))]

    def coded(self) -> Coded:
        """The faces that have a code."""
        rows = self._connection.execute(
            f"SELECT id, digest, {_BOX}, score, doubtful, name, code FROM faces WHERE code IS NOT NULL ORDER BY id"
        ).fetchall()
        codes = from_blob(b"".join(row[9] for row in rows), "<f2").reshape(len(rows), CODE)
        return Coded(
            np.array([row[0] for row in rows], np.int64),
            tuple(str(row[1]) for row in rows),
            tuple(Box(*row[2:6]) for row in rows),
            np.array([row[6] for row in rows], np.float32),
            codes.astype(np.float32),
            np.array([row[7] for row in rows], np.bool_),
            tuple(row[8] for row in rows),
        )

    def set_doubtful(self, ids: Ints, doubtful: NDArray[np.bool_]) -> None:
        """Say which faces, by id, are rather nobody's."""
        rows = zip(map(int, doubtful), ids.tolist(), strict=True)
        with self._transaction() as connection:
            connection.executemany("UPDATE faces SET doubtful = ? WHERE id = ?", rows)

    def state(self) -> str:
        """Differs where other faces were found, or the same by another model, or more is known of their pictures."""
        counts = (
            "SELECT COUNT(*), MAX(id), COUNT(code) FROM faces",
            "SELECT COUNT(*), GROUP_CONCAT(DISTINCT model) FROM faces_looked",
            "SELECT COUNT(*) FROM picture_classes",
            "SELECT COUNT(*) FROM picture_kinds",
        )
        return repr([self._connection.execute(sql).fetchone() for sql in counts])

    def settle_drawn(self, digest: str) -> None:
        """Let there be a face for each that the user has drawn in a content, and none that was drawn once."""
        drawn = [word.box for word in self.words.of(digest) if word.word == "drawn"]
        of_drawn = "SELECT 1 FROM faces WHERE digest = ? AND source = 'drawn'"
        if not drawn and self._connection.execute(of_drawn, (digest,)).fetchone() is None:
            return
        here = [(face.id, face.box, source) for face, source in self.of([digest]).values()]
        with self._transaction() as connection:
            for id_, box, source in here:
                if source == "drawn" and not any(box.overlap(other) >= SAME for other in drawn):
                    connection.execute("DELETE FROM faces WHERE id = ?", (id_,))
            for box in drawn:
                if not any(box.overlap(other) >= SAME for _, other, _ in here):
                    self._insert(digest, FoundFace(box, 1.0, source="drawn"))

    def _put(self, digest: str, found: Sequence[FoundFace]) -> None:
        old = {id_: (face.box, source) for id_, (face, source) in self.of([digest]).items()}
        connection = self._connection
        for face in found:
            likeness = {id_: box.overlap(face.box) for id_, (box, _) in old.items()}
            best = max(likeness, key=lambda i: likeness[i], default=None)
            if best is None or likeness[best] < SAME:
                self._insert(digest, face)
                continue
            _, source = old.pop(best)
            connection.execute(
                "UPDATE faces SET x = ?, y = ?, width = ?, height = ?, score = ?, source = ?, name = ?, code = ? "
                "WHERE id = ?",
                (*face.box, face.score, source if source == "drawn" else face.source, *_rest(face), best),
            )
        gone = [(id_,) for id_, (_, source) in old.items() if source != "drawn"]
        connection.executemany("DELETE FROM faces WHERE id = ?", gone)
        self.settle_drawn(digest)

    def _insert(self, digest: str, face: FoundFace) -> None:
        self._connection.execute(
            f"INSERT INTO faces (digest, {_BOX}, score, source, name, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (digest, *face.box, face.score, face.source, *_rest(face)),
        )

    # -- persons

    def persons(self) -> dict[int, Person]:
        """By id; those that nobody is grouped as, too."""
        rows = self._connection.execute("SELECT id, name, hidden FROM persons ORDER BY id")
        return {i: Person(i, name, bool(hidden)) for i, name, hidden in rows}

    def put_persons(self, persons: Iterable[Person]) -> None:
        rows = [(p.id, p.name, int(p.hidden)) for p in persons]
        with self._transaction() as connection:
            connection.executemany(
                "INSERT INTO persons VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET name = ?2, hidden = ?3", rows
            )

    def drop_persons(self, ids: Iterable[int]) -> None:
        with self._transaction() as connection:
            connection.executemany("DELETE FROM persons WHERE id = ?", ((i,) for i in ids))

    def fresh_person(self) -> int:
        """An id that no person has had."""
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'persons'").fetchone()
        return 1 + (int(row[0]) if row else 0)

    def names(self) -> dict[str, int]:
        """The persons that files call by a name."""
        return {str(name): int(person) for name, person in self._connection.execute("SELECT * FROM person_names")}

    def set_names(self, names: Mapping[str, int]) -> None:
        """In place of those there are."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM person_names")
            connection.executemany("INSERT INTO person_names VALUES (?, ?)", names.items())

    def assigned(self) -> dict[int, int]:
        """Person by face id."""
        return {int(f): int(p) for f, p in self._connection.execute("SELECT face, person FROM face_persons")}

    def members(self, person: int) -> list[int]:
        """Ids of the faces that are grouped as a person's."""
        rows = self._connection.execute("SELECT face FROM face_persons WHERE person = ? ORDER BY face", (person,))
        return [int(f) for (f,) in rows]

    def assign(self, persons: Mapping[int, int | None]) -> None:
        """Say whose faces are, by face id; None is nobody's. The others stay as they are."""
        with self._transaction() as connection:
            connection.executemany("DELETE FROM face_persons WHERE face = ?", ((f,) for f in persons))
            connection.executemany(
                "INSERT INTO face_persons SELECT id, ?2 FROM faces WHERE id = ?1",
                ((f, p) for f, p in persons.items() if p is not None),
            )


def _rest(face: FoundFace) -> tuple[str | None, bytes | None]:
    return face.name, None if face.code is None else to_blob(face.code, "<f2")
