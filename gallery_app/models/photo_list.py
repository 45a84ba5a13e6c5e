"""PhotoList: the photos of a gallery in the order in which they are shown, in sections by cluster, time or place."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

import numpy as np

from engine.core.records import Floats, Ints
from engine.gallery.filtering import FilterResult
from engine.gallery.snapshot import Gallery
from gallery_app.i18n.group_names import group_name
from gallery_app.models.sorting import lexsorted

Sort = Literal["confidence", "date", "name", "size"]
SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True)
class Section:
    """The photos `start` … `stop - 1` of the list; `cluster` is None for those in no cluster yet.

    `key` identifies the section: a cluster id, or a day, month or place. `by_file` of its photos hold no date, so
    that the date of the file is used.
    """

    cluster: str | None
    name: str
    start: int
    stop: int
    key: str | None = None
    by_file: int = 0

    def __len__(self) -> int:
        return self.stop - self.start


@dataclass(frozen=True)
class PhotoList:
    """`rows[p]` is the gallery row of the photo at position p; the sections cover all positions in order."""

    gallery: Gallery
    rows: Ints
    sections: tuple[Section, ...]

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def ids(self) -> Ints:
        """File ids by position."""
        return self.gallery.ids[self.rows]

    @cached_property
    def positions(self) -> Ints:
        """Position by gallery row, -1 where it is not in the list."""
        positions = np.full(len(self.gallery), -1, np.int64)
        positions[self.rows] = np.arange(len(self.rows))
        return positions

    @cached_property
    def aspects(self) -> Floats:
        """Width over height by position; 1 where unknown."""
        return self.gallery.aspects[self.rows]

    @cached_property
    def starts(self) -> Ints:
        return np.array([s.start for s in self.sections], np.int64)

    def position_of(self, file: int | None) -> int:
        """The position of a file id, or -1."""
        row = self.gallery.row_of.get(file, -1) if file is not None else -1
        return int(self.positions[row]) if row >= 0 else -1

    def next_of(self, file: int, among: Container[int]) -> int | None:
        """The next photo after one, or else the one before, that is `among` those that are left."""
        at = self.position_of(file)
        order = [*self.ids[at + 1 :].tolist(), *self.ids[:at][::-1].tolist()] if at >= 0 else []
        return next((other for other in order if other in among), None)

    def section_of(self, position: int) -> Section:
        return self.sections[int(np.searchsorted(self.starts, position, "right")) - 1]

    def section_named(self, key: str | None) -> Section | None:
        """The section of a cluster id, or of a group's key, which may be empty; None of none."""
        return None if key is None else next((s for s in self.sections if s.key == key), None)


def arrange(
    gallery: Gallery, sort: Sort = "confidence", unsorted: str = "Photos", shown: FilterResult | None = None
) -> PhotoList:
    """Sort a gallery's photos by cluster, then by confidence (highest first), date, name or size.

    Photos in no cluster yet come last, in a section named `unsorted`. `shown` limits the photos, and may group them
    otherwise than by cluster.
    """
    rows = np.arange(len(gallery)) if shown is None else shown.rows
    if not len(rows):
        return PhotoList(gallery, np.empty(0, np.int64), ())
    groups = None if shown is None else shown.groups
    count = len(gallery.clusters)
    group = (np.where(gallery.labels < 0, count, gallery.labels) if groups is None else groups.labels)[rows]
    sizes = np.bincount(group)
    present, stops = np.flatnonzero(sizes), np.cumsum(sizes)
    spans = list(zip(present.tolist(), (stops - sizes)[present].tolist(), stops[present].tolist(), strict=True))
    if groups is None:
        named = [(c.id, c.name) for c in gallery.clusters] + [(None, unsorted)]
        sections = [Section(named[g][0], named[g][1], start, stop, named[g][0]) for g, start, stop in spans]
    else:
        assert shown is not None
        of_files = np.bincount(group, gallery.times.by_file[rows], len(sizes)) if shown.timed else np.zeros(len(sizes))
        found = [(groups.keys[g], start, stop, int(of_files[g])) for g, start, stop in spans]
        sections = [Section(None, group_name(shown, key), start, stop, key, by) for key, start, stop, by in found]
    if groups is None and sort == "confidence" and (shown is None or shown.order is None):
        rows = _in_order(rows, gallery.typical_first)
    else:
        rows = rows[lexsorted(_order(gallery, sort, shown)[rows], group)]
    return PhotoList(gallery, rows.astype(np.int64), tuple(sections))


def _in_order(rows: Ints, order: Ints) -> Ints:
    """`rows` (ascending) in the order of `order`, which has all rows."""
    if len(rows) == len(order):
        return order
    shown = np.zeros(len(order), np.bool_)
    shown[rows] = True
    return order[shown[order]]


def _order(gallery: Gallery, sort: Sort, shown: FilterResult | None) -> np.ndarray:
    """Sort key by gallery row, ascending. In groups other than clusters confidence means nothing: date is used."""
    if shown is not None and shown.order is not None and (sort == "confidence" or not shown.ranked):
        return shown.order
    by_cluster = shown is None or shown.groups is None
    return _key(gallery, sort if by_cluster or sort != "confidence" else "date")


def _key(gallery: Gallery, sort: Sort) -> np.ndarray:
    if sort == "confidence":
        return -gallery.confidences
    if sort == "size":
        return -gallery.sizes
    if sort == "name":
        return gallery.name_ranks
    return gallery.times.seconds  # those without a date come last
