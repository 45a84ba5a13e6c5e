"""Space: how many bytes each pile takes, and how many its rejected photos, near-duplicates and bursts would free."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Ints
from engine.gallery.snapshot import Gallery
from engine.library.catalog.catalog import Catalog

Reason = Literal["rejected", "copies", "bursts"]
REASONS: tuple[Reason, ...] = ("rejected", "copies", "bursts")  # what is counted as one is not counted as a later one
_STAYS, _REJECTED, _COPY, _BURST = range(4)
LIBRARY = ""  # stands for all clusters


class Amount(NamedTuple):
    photos: int = 0
    bytes: int = 0


@dataclass(frozen=True)
class Found:
    """Near-duplicates and bursts: groups of file ids, the best first; and bytes of what travels with a file."""

    copies: Sequence[Sequence[int]] = ()
    bursts: Sequence[Sequence[int]] = ()
    beside: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Word:
    """What the user has said: photos marked to keep, rejected, and kept though others are the same."""

    kept: Collection[int] = ()
    rejected: Collection[int] = ()
    kept_copies: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pile:
    """A cluster by id, None for what is in none, or the LIBRARY; `freed` are parts of the `whole` without overlap."""

    cluster: str | None
    whole: Amount
    freed: Mapping[Reason, Amount]

    @property
    def free(self) -> Amount:
        """What would be freed altogether."""
        return Amount(sum(part.photos for part in self.freed.values()), sum(part.bytes for part in self.freed.values()))


@dataclass(frozen=True)
class Space:
    """`piles` with photos, the biggest first, and their `total`; `why` says of each row of the gallery what it is."""

    gallery: Gallery
    found: Found
    piles: tuple[Pile, ...]
    total: Pile
    why: Ints

    def pile(self, cluster: str | None) -> Pile | None:
        return self.total if cluster == LIBRARY else next((p for p in self.piles if p.cluster == cluster), None)

    def files(self, reason: Reason, cluster: str | None) -> list[int]:
        """Ids of the photos of a pile that would go, the biggest first."""
        rows = np.flatnonzero((self.why == 1 + REASONS.index(reason)) & self._within(cluster))
        largest_first = rows[np.argsort(-self.gallery.sizes[rows], kind="stable")]
        return [int(id_) for id_ in self.gallery.ids[largest_first].tolist()]

    def groups(self, reason: Reason, cluster: str | None) -> list[list[int]]:
        """The groups that these photos are in, whole: what stays is looked at beside what goes."""
        going = set(self.files(reason, cluster))
        known = self.found.copies if reason == "copies" else self.found.bursts
        rows = self.gallery.row_of
        return [[file for file in group if file in rows] for group in known if not going.isdisjoint(group)]

    def _within(self, cluster: str | None) -> NDArray[np.bool_]:
        if cluster == LIBRARY:
            return np.ones(len(self.gallery), np.bool_)
        return np.asarray(self.gallery.labels == self._label_of.get(cluster, -2))

    @cached_property
    def _label_of(self) -> dict[str | None, int]:
        return {None: -1} | {cluster.id: label for label, cluster in enumerate(self.gallery.clusters)}


def word_of(catalog: Catalog) -> Word:
    flags = catalog.flags.all()
    kept, rejected = ([file for file, flag in flags.items() if flag == one] for one in ("keep", "reject"))
    return Word(kept, rejected, catalog.corrections.kept_copies())


def space_of(gallery: Gallery, found: Found, word: Word) -> Space:
    """Count; 100,000 photos take a tenth of a second.

    A photo goes for one reason: rejected before near-duplicate, that before burst. Of a group those stay that are
    marked to keep; where none is, the best that is not rejected.
    """
    marks = bytearray(len(gallery))  # of each row; an array is slow to look into one by one
    rows, kept = gallery.row_of, set(word.kept)
    for file in word.rejected:
        if file in rows:
            marks[rows[file]] = _REJECTED
    _mark(marks, rows, (group for group in found.copies if not word.kept_copies.issuperset(group)), kept, _COPY)
    _mark(marks, rows, found.bursts, kept, _BURST)
    beside = np.zeros(len(gallery), np.int64)
    for file, size in found.beside.items():
        if file in rows:
            beside[rows[file]] = size
    why = np.frombuffer(marks, np.uint8).astype(np.int64)
    return Space(gallery, found, *_counted(gallery, gallery.sizes + beside, why), why)


def _mark(
    marks: bytearray, rows: Mapping[int, int], groups: Iterable[Sequence[int]], kept: set[int], reason: int
) -> None:
    """Mark what goes of each group for this reason."""
    for group in groups:
        members = [(file, row) for file in group if (row := rows.get(file)) is not None]
        undecided = [row for file, row in members if marks[row] == _STAYS and file not in kept]
        if not any(file in kept for file, _ in members):
            del undecided[:1]
        for row in undecided:
            marks[row] = reason


def _counted(gallery: Gallery, sizes: Ints, why: Ints) -> tuple[tuple[Pile, ...], Pile]:
    piles, kinds = len(gallery.clusters) + 1, len(REASONS) + 1
    cell = (gallery.labels % piles) * kinds + why  # -1, in no cluster, is the last pile
    shape = piles, kinds
    photos = np.bincount(cell, minlength=piles * kinds).reshape(shape)
    room = np.zeros(piles * kinds, np.int64)
    np.add.at(room, cell, sizes)  # bincount would add them up as floats
    room = room.reshape(shape)
    names = [*(cluster.id for cluster in gallery.clusters), None]
    made = [_pile(name, photos[at], room[at]) for at, name in enumerate(names) if photos[at].any()]
    made.sort(key=lambda pile: -pile.whole.bytes)
    return tuple(made), _pile(LIBRARY, photos.sum(axis=0), room.sum(axis=0))


def _pile(cluster: str | None, photos: Ints, room: Ints) -> Pile:
    freed = {reason: Amount(int(photos[at]), int(room[at])) for at, reason in enumerate(REASONS, 1)}
    return Pile(cluster, Amount(int(photos.sum()), int(room.sum())), freed)
