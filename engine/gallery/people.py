"""People of a gallery: who is seen, on which photos, and photos grouped by who is on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np

from engine.core.records import Face
from engine.gallery.groups import NONE, Groups
from engine.gallery.snapshot import Gallery


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person as a list shows one: how many faces, on how many photos, and the face that shows them best."""

    id: int
    name: str
    hidden: bool
    faces: int
    photos: int
    best: Face | None


def people_of(gallery: Gallery, *, hidden: bool = True) -> list[PersonCard]:
    """The persons that are seen in a gallery, and those with a name: these first, then who is on the most photos."""
    faces: dict[int, list[Face]] = defaultdict(list)
    photos: Counter[int] = Counter()
    copies = Counter(file.digest or "" for file in gallery.files)
    for digest, found in gallery.understood.faces.items():
        if digest in copies:
            known = [(face.person, face) for face in found if face.person is not None]
            for person, face in known:
                faces[person].append(face)
            for person in {person for person, _ in known}:
                photos[person] += copies[digest]
    cards = [
        PersonCard(p.id, p.name, p.hidden, len(faces[p.id]), photos[p.id], best_face(faces[p.id]))
        for p in gallery.understood.persons.values()
        if (faces[p.id] or p.name) and (hidden or not p.hidden)
    ]
    return sorted(cards, key=lambda card: (not card.name, -card.photos, card.id))


def best_face(faces: list[Face]) -> Face | None:
    """The one to show a person by: surely a face, and a large one."""
    return max(
        faces, key=lambda face: (face.score * (face.box.width * face.box.height) ** 0.25, -face.id), default=None
    )


def prominent(faces: tuple[Face, ...], shown: frozenset[int], chosen: int | None = None) -> int | None:
    """Of the persons that are `shown`, the `chosen` one, or else the one whose face is the largest on a photo."""
    if chosen is not None and any(face.person == chosen for face in faces):
        return chosen
    known = [face for face in faces if face.person in shown]
    return max(known, key=lambda face: (face.box.width * face.box.height, -face.id)).person if known else None


def names_on(gallery: Gallery, row: int) -> list[str]:
    """The names of those who are seen on a photo, the largest face first; hidden and unnamed ones are left out."""
    faces = gallery.understood.faces.get(gallery.files[row].digest or "", ())
    people = (
        gallery.understood.persons.get(face.person or 0)
        for face in sorted(faces, key=lambda face: -face.box.width * face.box.height)
    )
    return list(dict.fromkeys(p.name for p in people if p is not None and p.name and not p.hidden))


def by_people(gallery: Gallery, chosen: int | None = None) -> Groups:
    """Photos by their most prominent person, whose id is the key: named ones first, then who is on the most photos.

    Those of the `chosen` one are together, whoever else is on them.
    """
    cards = [card for card in people_of(gallery) if not card.hidden or card.id == chosen]
    shown = frozenset(card.id for card in cards)
    faces = gallery.understood.faces
    whose = [
        prominent(here, shown, chosen) if (here := faces.get(file.digest or "")) else None for file in gallery.files
    ]
    taken = set(whose)
    order = [card.id for card in cards if card.id in taken]
    keys = (*map(str, order), *([NONE] if None in taken else []))
    place: dict[int | None, int] = {person: index for index, person in enumerate(order)} | {None: len(order)}
    return Groups(np.array([place[person] for person in whose], np.int64), keys)
