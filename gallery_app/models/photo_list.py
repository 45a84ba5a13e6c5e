"""PhotoList: the photos of a gallery in the order in which they are shown, in sections by cluster."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

import numpy as np

from engine.gallery import Gallery
from engine.records import Floats, Ints

Sort = Literal["confidence", "date", "name", "size"]
SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True)
class Section:
    """The photos `start` … `stop - 1` of the list; `cluster` is None for those that stand nowhere yet."""

    cluster: str | None
    name: str
    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start


@dataclass(frozen=True)
class PhotoList:
    """`rows[p]` is the gallery's row of the photo at position p; sections follow one another without a hole."""

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
        """Position by gallery row, -1 for a photo that is not in the list."""
        positions = np.full(len(self.gallery), -1, np.int64)
        positions[self.rows] = np.arange(len(self.rows))
        return positions

    @cached_property
    def aspects(self) -> Floats:
        """Width over height by position; 1 where nobody knows."""
        return self.gallery.aspects[self.rows]

    @cached_property
    def starts(self) -> Ints:
        return np.array([s.start for s in self.sections], np.int64)

    def position_of(self, file: int | None) -> int:
        """The position of a file id, or -1."""
        row = self.gallery.row_of.get(file, -1) if file is not None else -1
        return int(self.positions[row]) if row >= 0 else -1

    def section_of(self, position: int) -> Section:
        return self.sections[int(np.searchsorted(self.starts, position, "right")) - 1]

    def section_named(self, cluster: str) -> Section | None:
        """The section of a cluster id."""
        return next((s for s in self.sections if s.cluster == cluster), None)


def arrange(gallery: Gallery, sort: Sort = "confidence", unsorted: str = "Photos") -> PhotoList:
    """Put a gallery's photos in order: by cluster, then the most confident first, or by date, name or size.

    Photos that stand nowhere yet come last, in a section named `unsorted`.
    """
    if not len(gallery):
        return PhotoList(gallery, np.empty(0, np.int64), ())
    count = len(gallery.clusters)
    group = np.where(gallery.labels < 0, count, gallery.labels)
    rows = np.lexsort((_key(gallery, sort), group))
    present, starts = np.unique(group[rows], return_index=True)
    stops = [*starts[1:].tolist(), len(rows)]
    sections = tuple(
        Section(
            gallery.clusters[g].id if g < count else None,
            gallery.clusters[g].name if g < count else unsorted,
            start,
            stop,
        )
        for g, start, stop in zip(present.tolist(), starts.tolist(), stops, strict=True)
    )
    return PhotoList(gallery, rows.astype(np.int64), sections)


def _key(gallery: Gallery, sort: Sort) -> np.ndarray:
    if sort == "confidence":
        return -gallery.confidences
    if sort == "size":
        return -np.array([f.size for f in gallery.files], np.int64)
    if sort == "name":
        names = [f.path.rpartition("/")[2].casefold() for f in gallery.files]
        return np.argsort(np.argsort(np.array(names, object), kind="stable"))
    when = [_taken(gallery, row) for row in range(len(gallery))]
    return np.array(when, np.float64)


def _taken(gallery: Gallery, row: int) -> float:
    """Seconds of the date taken, or of the file's date where the photo holds none."""
    taken = gallery.content(row).taken_at
    return taken.timestamp() if taken else gallery.files[row].mtime_ns / 1e9
