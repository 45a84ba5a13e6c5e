"""People: who is seen on the photos of the open library, and every correction of that; one state for all views."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.core.records import Box, Changes, Face, File, Ints
from engine.edits import Edit, people
from engine.edits.history import History
from engine.gallery.filtering import FilterResult
from engine.gallery.people import PersonCard, best_face, people_of
from engine.gallery.snapshot import Gallery
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_table import SAME
from engine.library.library import Library
from engine.pipeline.understanding.persons import parts_of_person
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask

if TYPE_CHECKING:
    from gallery_app.state.session import Session


MOST = 24  # faces kept of each person, to be shown at once


@dataclass(frozen=True)
class Seen:
    """Who is seen on the photos of a gallery: persons, and ids of the files on which faces are strangers'."""

    cards: tuple[PersonCard, ...] = ()
    strangers: tuple[int, ...] = ()
    strange: frozenset[int] = frozenset()  # ids of those faces
    best: Mapping[int, tuple[Face, ...]] = field(default_factory=dict)  # by person: some faces, the best first
    files: tuple[File, ...] = ()  # of the gallery; in their order
    rows: Ints = field(default_factory=lambda: np.empty(0, np.int64))  # each with one of the persons on it:
    whose: Ints = field(default_factory=lambda: np.empty(0, np.int64))  # an index into `cards`


class People(QObject):
    """`cards` follow the gallery, computed off the GUI thread; `changed` says that they are there."""

    changed = Signal()

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__(session)
        self._session = session
        self._computing = LatestTask(partial(jobs.run, priority=1))
        self._reading = LatestTask(session.query)
        self._seen = Seen()
        self._of: tuple[object, object, object] = (None, None, None)  # faces, persons, files: what they are of
        session.changed.connect(lambda changes, _origin: self._follow(bool(changes & Changes.PEOPLE)))
        session.understood.connect(lambda: self._follow(False))
        session.opened.connect(self._forget)

    # Who is there

    @property
    def cards(self) -> tuple[PersonCard, ...]:
        """All persons, hidden ones too: those with a name first, then who is on the most photos."""
        return self._seen.cards

    @property
    def strangers(self) -> tuple[int, ...]:
        """Ids of the files on which a face was said to be a stranger's."""
        return self._seen.strangers

    @property
    def any(self) -> bool:
        """Whether a face is known of at all."""
        return bool(self._session.gallery.understood.faces)

    def card(self, person: int | None) -> PersonCard | None:
        return next((card for card in self.cards if card.id == person), None)

    def best_faces(self, person: int) -> tuple[Face, ...]:
        """Some of the faces of a person, the one that shows them best first."""
        return self._seen.best.get(person, ())

    def photos_among(self, shown: FilterResult) -> dict[int, int]:
        """By person, on how many of the photos that are shown they are seen."""
        seen = self._seen
        if shown.everything or shown.gallery.files is not seen.files:
            return {card.id: card.photos for card in seen.cards}
        visible = np.zeros(len(seen.files), np.bool_)
        visible[shown.rows] = True
        counts = np.bincount(seen.whose[visible[seen.rows]], minlength=len(seen.cards)).tolist()
        return {card.id: count for card, count in zip(seen.cards, counts, strict=True)}

    def named(self, name: str) -> PersonCard | None:
        """The person of this name, whatever the case of its letters."""
        wanted = name.strip().casefold()
        return next((card for card in self.cards if card.name and card.name.casefold() == wanted), None)

    def names(self) -> list[str]:
        """The names that are given, to complete what is typed."""
        return [card.name for card in self.cards if card.name]

    def faces_of(self, file: int) -> tuple[Face, ...]:
        """The faces on a photo, by its file id, those of hidden persons not."""
        gallery = self._session.gallery
        row = gallery.row_of.get(file)
        if row is None:
            return ()
        persons = gallery.understood.persons
        here = gallery.understood.faces.get(gallery.files[row].digest or "", ())
        return tuple(f for f in here if f.person is None or f.person not in persons or not persons[f.person].hidden)

    def is_strange(self, face: Face) -> bool:
        """Whether somebody said that it is a stranger's."""
        return face.id in self._seen.strange

    @property
    def chosen(self) -> int | None:
        """The person whose photos alone are shown."""
        return self._session.filters.options.person

    def show(self, person: int | None, origin: object) -> None:
        """Show only the photos of a person; None: all again."""
        filters = self._session.filters
        filters.set_options(replace(filters.options, person=person), origin)

    def meant(self, file: int, person: int | None) -> Face | None:
        """The face that a correction of a photo is about: of this person, or else the largest."""
        faces = self.faces_of(file)
        of_person = [face for face in faces if face.person == person] if person is not None else []
        known = of_person or [face for face in faces if face.person is not None] or list(faces)
        return max(known, key=lambda face: face.box.width * face.box.height, default=None)

    def faces_meant(self, files: Iterable[int], person: int | None) -> list[int]:
        """Ids of the faces that a correction of these photos is about."""
        found = (self.meant(file, person) for file in files)
        return [face.id for face in found if face is not None]

    # What the user says; each is an edit

    def name(self, person: int, name: str, origin: object) -> None:
        """Say who a person is; one that is called so already is the same: both are one then."""
        other = self.named(name)
        if other is not None and other.id != person:
            self.merge(person, other.id, origin)
        else:
            self._session.edit(people.name_person(person, name), origin)

    def merge(self, source: int, target: int, origin: object) -> None:
        """Both are one, with the target's name where it has one."""
        self._session.edit(people.merge_persons([target, source]), origin)
        if self.chosen == source:
            self.show(target, origin)  # the photos that were looked at are there now

    def split(self, person: int, origin: object) -> None:
        """Divide a person into the parts that the faces rather are of."""

        def divide(parts: list[list[int]]) -> None:
            if len(parts) < 2:
                self._session.failed.emit(
                    self.tr("All faces of this person look alike. Drag photos of somebody else onto another person.")
                )
            else:
                self._write([person], lambda catalog: people.split_parts(catalog, person, parts), origin)

        self._session.query(lambda library: parts_of_person(library.catalog, person), divide)

    def hide(self, person: int, hidden: bool, origin: object) -> None:
        """Show a person nowhere, or again."""
        self._session.edit(people.hide_person(person, hidden), origin)

    def is_person(self, faces: list[int], person: int | None, origin: object, name: str = "") -> None:
        """These faces are a person's; None: of a new one, with this name or none."""
        self._write(faces, lambda catalog: people.is_person(catalog, faces, person, name), origin)

    def not_person(self, faces: list[int], person: int, origin: object) -> None:
        self._write(faces, lambda catalog: people.not_person(catalog, faces, person), origin)

    def stranger(self, faces: list[int], origin: object) -> None:
        self._write(faces, lambda catalog: people.stranger(catalog, faces), origin)

    def not_a_face(self, faces: list[int], origin: object) -> None:
        self._write(faces, lambda catalog: people.not_a_face(catalog, faces), origin)

    def whole(self, person: int, say: Callable[[Catalog, list[int]], Edit], origin: object) -> None:
        """Say something of all faces of a person: `people.stranger`, or `people.not_a_face`."""

        def make(catalog: Catalog) -> Edit:
            return say(catalog, catalog.faces.members(person))

        self._write([person], make, origin)

    def draw(self, file: int, box: Box, name: str, origin: object) -> None:
        """There is a face that was missed, of the person of this name, made where there is none; "": nobody's yet."""
        digest = self._digest(file)
        known = self.named(name)
        person = None if known is None else known.id
        given = "" if known is not None else name.strip()
        self._write([file], lambda catalog: people.draw_face(catalog, digest, box, person, given), origin)

    def call(self, face: Face, name: str, origin: object) -> None:
        """Say who a face is. Of an unnamed person all faces are called so; out of a named one this face alone goes."""
        now, known = self.card(face.person), self.named(name)
        if now is not None and known is not None and now.id == known.id:
            self.is_person([face.id], now.id, origin)  # as it was thought: now it is sure
        elif now is not None and not now.name:
            self.name(now.id, name, origin)
        elif known is not None:
            self.is_person([face.id], known.id, origin)
        else:
            self.is_person([face.id], None, origin, name.strip())

    def _write(self, about: list[int], make: Callable[[Catalog], Edit], origin: object) -> None:
        def change(library: Library) -> Changes:
            return History(library.catalog).do(make(library.catalog))

        if about:
            self._session.write(change, origin)

    def _digest(self, file: int) -> str:
        gallery = self._session.gallery
        return gallery.files[gallery.row_of[file]].digest or ""

    # Following the session

    def _follow(self, said: bool) -> None:
        """Something was `said` of people, or what is known of them may have changed."""
        gallery = self._session.gallery
        of = gallery.understood.faces, gallery.understood.persons, gallery.files
        if not said and self._of[0] is of[0] and self._of[1] == of[1] and self._of[2] is of[2]:
            return
        self._of = of
        self._computing.drop()  # what is computed still is out of date
        self._reading.submit(_strange_faces, lambda strange: self._compute(gallery, strange))

    def _compute(self, gallery: Gallery, strange: frozenset[int]) -> None:
        self._computing.submit(lambda: _seen(gallery, strange), self._show)

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self.changed.emit()
        if self.chosen is not None and self.card(self.chosen) is None:
            self.show(None, self)  # it was merged into another, or its last face has gone

    def _forget(self) -> None:
        self._computing.drop()
        self._reading.drop()
        self._seen, self._of = Seen(), (None, None, None)
        self.changed.emit()


def _strange_faces(library: Library) -> frozenset[int]:
    """Ids of the faces that were said to be strangers'."""
    faces = library.catalog.faces
    boxes: dict[str, list[Box]] = {}
    for word in faces.words.all("stranger"):
        boxes.setdefault(word.digest, []).append(word.box)
    here = (face for face, _ in faces.of(boxes).values())
    return frozenset(f.id for f in here if any(f.box.overlap(box) >= SAME for box in boxes[f.digest]))


def _seen(gallery: Gallery, strange: frozenset[int]) -> Seen:
    faces = gallery.understood.faces
    digests = {digest for digest, here in faces.items() if any(face.id in strange for face in here)} if strange else ()
    files = tuple(file.id for file in gallery.files if file.digest in digests)
    cards = tuple(people_of(gallery))
    index = {card.id: at for at, card in enumerate(cards)}
    pairs = [
        (row, index[person])
        for row, file in enumerate(gallery.files)
        if (here := faces.get(file.digest or ""))
        for person in {face.person for face in here}
        if person in index
    ]
    rows, whose = np.array(pairs, np.int64).reshape(-1, 2).T
    return Seen(cards, files, strange, _best_faces(gallery), gallery.files, rows, whose)


def _best_faces(gallery: Gallery) -> dict[int, tuple[Face, ...]]:
    """By person; the first is the one of their card."""
    by_person: dict[int, list[Face]] = {}
    for here in gallery.understood.faces.values():
        for face in here:
            if face.person is not None:
                by_person.setdefault(face.person, []).append(face)
    return {person: _best_first(faces) for person, faces in by_person.items()}


def _best_first(faces: list[Face]) -> tuple[Face, ...]:
    best = best_face(faces)
    return tuple(sorted(faces, key=lambda f: (f is not best, -f.score * f.box.width * f.box.height, f.id))[:MOST])
