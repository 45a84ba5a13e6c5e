"""Whose each face is, told anew from all codes and all that the user and other programs' files said."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import Ints, Person
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_table import SAME, Coded
from engine.library.catalog.understanding.face_words import FaceWord
from engine.library.library import Library
from engine.people.grouping import Said, group_faces, parts_of
from engine.pipeline.understanding.junk import doubtful

STAGE = "people"
WEAK = 0.65  # score of a face below which it makes no person, and joins one only where it is near
_GROUPED = "faces grouped"  # the setting: what they were grouped from last
_TRIES = 5  # while the user goes on saying things


def is_outdated(catalog: Catalog) -> bool:
    """Whether faces were found, or something was said, since persons were grouped."""
    with catalog.reading():
        return catalog.setting(_GROUPED) != _fingerprint(catalog)


def regroup(library: Library, job: Job) -> None:
    """Group all faces into persons, unless nothing has changed. Reports "people"; edits made meanwhile win."""
    catalog = library.catalog
    for _ in range(_TRIES):
        if not is_outdated(catalog):
            return
        job.report(STAGE, 0, 1)
        with catalog.transaction():
            coded, words = catalog.faces.coded(), catalog.faces.words.all()
            by_file = _named_by_file(catalog, coded)
            persons = catalog.faces.persons()
            before = {face: person for face, person in catalog.faces.assigned().items() if person in persons}
            named = frozenset(p.id for p in persons.values() if p.name or p.hidden)
            junk = doubtful(catalog, coded)
            catalog.faces.set_doubtful(coded.ids[junk != coded.doubtful], junk[junk != coded.doubtful])
        said, usable = _said(coded, words, before, named, by_file)
        usable |= ~junk
        rows = np.flatnonzero(usable)
        contents = np.unique(np.array(coded.digests, object).astype(str), return_inverse=True)[1].reshape(-1)
        found = np.zeros(len(coded.ids), np.int64)
        found[rows] = group_faces(
            coded.codes[rows],
            contents[rows],
            coded.scores[rows] < WEAK,
            _of_rows(said, rows),
            tick=lambda: job.report(STAGE, 0, 1),
        )
        if _enter(catalog, coded, words, found):
            job.report(STAGE, 1, 1)
            return


def parts_of_person(catalog: Catalog, person: int) -> list[list[int]]:
    """The ids of a person's faces as the parts that they rather are, the largest first; one where all are alike."""
    members = set(catalog.faces.members(person))
    coded = catalog.faces.coded()
    rows = np.array([row for row, id_ in enumerate(coded.ids.tolist()) if id_ in members], np.int64)
    contents = np.array([zlib.crc32(coded.digests[row].encode()) for row in rows], np.int64)
    return [[int(coded.ids[rows[i]]) for i in part] for part in parts_of(coded.codes[rows], contents)]


def _said(
    coded: Coded, words: list[FaceWord], before: dict[int, int], named: frozenset[int], by_file: dict[int, int]
) -> tuple[Said, NDArray[np.bool_]]:
    """What is known beside the codes, by row; and which faces are spoken of (n,)."""
    of_content: dict[str, list[int]] = {}
    for row, digest in enumerate(coded.digests):
        of_content.setdefault(digest, []).append(row)
    pins, rejected = dict(by_file), dict[int, set[int]]()
    strangers, none = set[int](), set[int]()
    for word in words:
        for row in of_content.get(word.digest, ()):
            if coded.boxes[row].overlap(word.box) < SAME:
                continue
            if word.word == "not":
                rejected.setdefault(row, set()).add(word.person)
                if pins.get(row) == word.person:
                    del pins[row]
            elif word.word == "is":
                pins[row] = word.person
            elif word.word in ("stranger", "no face"):
                pins.pop(row, None)
                strangers.add(row)
                none |= {row} if word.word == "no face" else set()
    last = np.array([before.get(id_, 0) for id_ in coded.ids.tolist()], np.int64)
    last[sorted(none)] = 0
    usable = np.zeros(len(coded.ids), np.bool_)
    usable[[*pins, *strangers]] = True
    said = Said(last, pins, {row: frozenset(whose) for row, whose in rejected.items()}, frozenset(strangers), named)
    return said, usable


def _of_rows(said: Said, rows: Ints) -> Said:
    """The same of these rows alone, by their place among them."""
    at = {int(row): i for i, row in enumerate(rows.tolist())}
    return Said(
        said.before[rows],
        {at[row]: person for row, person in said.pins.items() if row in at},
        {at[row]: whose for row, whose in said.rejected.items() if row in at},
        frozenset(at[row] for row in said.strangers if row in at),
        said.named,
    )


def _named_by_file(catalog: Catalog, coded: Coded) -> dict[int, int]:
    """The person of each row that a file names. Persons are made of new names; what the user calls them then holds."""
    names = {name for name in coded.names if name}
    if not names:
        return {}
    known = catalog.faces.names()
    people = {p.name.casefold(): p.id for p in catalog.faces.persons().values() if p.name}
    fresh = catalog.faces.fresh_person()
    made: list[Person] = []
    for name in sorted(names - set(known)):
        if name.casefold() not in people:
            made.append(Person(fresh + len(made), name))
            people[name.casefold()] = made[-1].id
        known[name] = people[name.casefold()]
    if len(known) > len(catalog.faces.names()):
        catalog.faces.put_persons(made)
        catalog.faces.set_names(known)
    return {row: known[name] for row, name in enumerate(coded.names) if name}


def _enter(catalog: Catalog, coded: Coded, words: list[FaceWord], found: Ints) -> bool:
    """Store a grouping, unless something was said since it was begun; whether it was."""
    with catalog.transaction():
        if catalog.faces.words.all() != words:
            return False
        fresh = catalog.faces.fresh_person()
        new = sorted({int(p) for p in found if p < 0}, reverse=True)
        ids = {p: fresh + i for i, p in enumerate(new)}
        known = catalog.faces.persons()
        whose = [ids.get(p, p) for p in found.tolist()]
        missing = {p for p in whose if p > 0} - set(known)
        catalog.faces.put_persons(Person(p) for p in sorted(missing))
        catalog.faces.assign({id_: p or None for id_, p in zip(coded.ids.tolist(), whose, strict=True)})
        needed = {*catalog.faces.assigned().values(), *catalog.faces.names().values(), *(w.person for w in words)}
        catalog.faces.drop_persons(p.id for p in known.values() if not (p.name or p.hidden or p.id in needed))
        catalog.set_setting(_GROUPED, _fingerprint(catalog))
    return True


def _fingerprint(catalog: Catalog) -> str:
    """Of what persons are grouped from."""
    words = sorted(catalog.faces.words.all())
    return f"{catalog.faces.state()} {zlib.crc32(repr(words).encode()):08x}"
