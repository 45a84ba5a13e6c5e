"""Understood: what the background has found out of the photos of a gallery, as far as it has come."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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

    @cached_property
    def kind_counts(self) -> dict[str, int]:
        """How many photos there are of each kind that some are of, in the order of KINDS."""
        counts = np.bincount(self.kinds[self.kinds >= 0], minlength=len(KINDS))
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
    """Read it for the photos `files`, the gallery's rows; what is as it was `known` stays the same object."""
    found = Understood(
        kinds=np.full(len(files), -1, np.int64),
        tops=catalog.classes.all(),
        faces=_faces(catalog),
        persons=catalog.faces.persons(),
    )
    return found if known is None else _shared(found, known)


def _faces(catalog: Catalog) -> dict[str, tuple[Face, ...]]:
    shown = itertools.groupby(catalog.faces.shown(), key=lambda face: face.digest)
    return {digest: tuple(faces) for digest, faces in shown}


def _shared(found: Understood, known: Understood) -> Understood:
    """`found` with what is equal in `known` in its place: what was made of it (an index of words) holds on."""
    same_tops = found.tops.digests == known.tops.digests and all(
        np.array_equal(one, other) for one, other in zip(found.tops[1:], known.tops[1:], strict=True)
    )
    return replace(
        found,
        tops=known.tops if same_tops else found.tops,
        texts=known.texts if found.texts == known.texts else found.texts,
        faces=known.faces if found.faces == known.faces else found.faces,
    )


def shares_of(understood: Understood, files: Sequence[File]) -> tuple[NDArray[np.uint16], Floats]:
    """The classes of each row and their shares, (n, TOP) each: 0 where nothing is known."""
    tops = understood.tops
    at = {digest: row for row, digest in enumerate(tops.digests)}
    rows = np.fromiter((at.get(file.digest or "", -1) for file in files), np.int64, len(files))
    indices, shares = np.zeros((len(files), TOP), np.uint16), np.zeros((len(files), TOP), np.float32)
    seen = rows >= 0
    indices[seen], shares[seen] = tops.indices[rows[seen]], tops.shares[rows[seen]]
    return indices, shares
