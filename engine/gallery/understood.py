"""Understood: what the background has found out of the photos of a gallery, as far as it has come."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.core.records import KINDS, Face, File, Floats, Ints, Person, PictureText
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.class_table import TOP, Tops

_NOTHING = Tops([], np.empty((0, TOP), np.uint16), np.empty((0, TOP), np.float16))


@dataclass(frozen=True)
class Understood:
    """Rows are those of the gallery; everything else is by content, so that copies share it.

    `kinds[i]` is an index into KINDS, -1 where the kind of row i is not known yet. `tops` are the likeliest ImageNet
    classes of contents.
    """

    kinds: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    texts: Mapping[str, PictureText] = field(default_factory=dict)
    faces: Mapping[str, tuple[Face, ...]] = field(default_factory=dict)
    persons: Mapping[int, Person] = field(default_factory=dict)
    tops: Tops = _NOTHING
    sure: Floats = field(default_factory=lambda: np.empty(0, np.float32))  # how likely row i is of its kind
    revisions: Mapping[str, int] = field(default_factory=dict)  # of the tables that it was read from, by their part

    @cached_property
    def kind_counts(self) -> dict[str, int]:
        """How many photos there are of each kind that some are of, in the order of KINDS."""
        return self.counts_of(np.ones(len(self.kinds), np.bool_))

    def counts_of(self, rows: NDArray[np.bool_]) -> dict[str, int]:
        """How many of these rows (a mask) are of each kind that some are of, in the order of KINDS."""
        if not len(self.kinds):
            return {}
        counts = np.bincount(self.kinds[rows & (self.kinds >= 0)], minlength=len(KINDS))
        return {kind: int(count) for kind, count in zip(KINDS, counts, strict=True) if count}

    @cached_property
    def contents_of(self) -> Mapping[int, frozenset[str]]:
        """By person, the contents on which they are seen."""
        found: dict[int, set[str]] = {}
        for digest, faces in self.faces.items():
            for face in faces:
                if face.person is not None:
                    found.setdefault(face.person, set()).add(digest)
        return {person: frozenset(digests) for person, digests in found.items()}

    def same_as(self, other: Understood) -> bool:
        """Whether nothing is known that the other does not know."""
        same = self.texts == other.texts and self.faces == other.faces and self.persons == other.persons
        same = same and np.array_equal(self.kinds, other.kinds) and np.array_equal(self.sure, other.sure)
        return same and _same_tops(self.tops, other.tops)

    def of_kinds(self, files: Sequence[File], kinds: Iterable[str]) -> NDArray[np.bool_]:
        """Which rows, those of `files`, are of one of the kinds."""
        if not len(self.kinds):
            return np.zeros(len(files), np.bool_)
        wanted = set(kinds)
        return np.isin(self.kinds, [index for index, kind in enumerate(KINDS) if kind in wanted])

    def shows(self, files: Sequence[File], person: int) -> NDArray[np.bool_]:
        """Which rows, those of `files`, show a person."""
        contents = self.contents_of.get(person, frozenset())
        return np.fromiter((file.digest in contents for file in files), np.bool_, len(files))


def load_understood(catalog: Catalog, files: Sequence[File], known: Understood | None = None) -> Understood:
    """Read it for the photos `files`, the gallery's rows; what has not changed since `known`, of the same rows, stays.

    To read all of 100,000 photos takes a second.
    """
    tables = (catalog.kinds, catalog.texts, catalog.faces, catalog.classes)
    revisions = {table.part: table.revision for table in tables}
    changed = {part for part, now in revisions.items() if known is None or known.revisions.get(part) != now}
    if known is not None and not changed:
        return known
    found = known or Understood()
    kinds, sure = _likeliest(catalog, files) if "kinds" in changed else (found.kinds, found.sure)
    return Understood(
        kinds,
        texts=catalog.texts.all() if "texts" in changed else found.texts,
        faces=_faces(catalog) if "faces" in changed else found.faces,
        persons=catalog.faces.persons() if "faces" in changed else found.persons,
        tops=catalog.classes.all() if "classes" in changed else found.tops,
        sure=sure,
        revisions=revisions,
    )


def _likeliest(catalog: Catalog, files: Sequence[File]) -> tuple[Ints, Floats]:
    """The likeliest kind of each row, -1 where none is known, and how likely it is; nothing where none is told yet."""
    told = catalog.kinds.all()
    if not told.digests:
        return Understood().kinds, Understood().sure
    at = {digest: row for row, digest in enumerate(told.digests)}
    rows = np.fromiter((at.get(file.digest or "", -1) for file in files), np.int64, len(files))
    kinds, sure = np.full(len(files), -1, np.int64), np.zeros(len(files), np.float32)
    seen = rows >= 0
    if seen.any():
        likely = told.probabilities[rows[seen]]
        kinds[seen], sure[seen] = likely.argmax(axis=1), likely.max(axis=1)
    return kinds, sure


def _faces(catalog: Catalog) -> dict[str, tuple[Face, ...]]:
    shown = itertools.groupby(catalog.faces.shown(), key=lambda face: face.digest)
    return {digest: tuple(faces) for digest, faces in shown}


def _same_tops(one: Tops, other: Tops) -> bool:
    pairs = zip(one[1:], other[1:], strict=True)
    return one is other or (one.digests == other.digests and all(np.array_equal(a, b) for a, b in pairs))


def shares_of(understood: Understood, files: Sequence[File]) -> tuple[NDArray[np.uint16], Floats]:
    """The classes of each row and their shares, (n, TOP) each: 0 where nothing is known."""
    tops = understood.tops
    at = {digest: row for row, digest in enumerate(tops.digests)}
    rows = np.fromiter((at.get(file.digest or "", -1) for file in files), np.int64, len(files))
    indices, shares = np.zeros((len(files), TOP), np.uint16), np.zeros((len(files), TOP), np.float32)
    seen = rows >= 0
    indices[seen], shares[seen] = tops.indices[rows[seen]], tops.shares[rows[seen]]
    return indices, shares
