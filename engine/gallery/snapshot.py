"""Gallery: everything a view shows of a library, as one snapshot of arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.clustering.assignment.uncertainty import CLOSE_CALL, margin_uncertainty
from engine.core.records import NEW_KIND_SIZE, Cluster, Clustering, Content, File, Floats, Ints
from engine.gallery.places import Town, towns_of
from engine.gallery.times import Times, times_of
from engine.gallery.understood import Understood, load_understood
from engine.library.beside.seen import Beside, beside_pictures
from engine.library.catalog.catalog import Catalog
from engine.library.rotations import kept_turns

# What is computed from the files and their contents alone.
_OF_FILES = ("ids", "row_of", "aspects", "name_ranks", "sizes", "times", "towns")


@dataclass(frozen=True)
class Gallery:
    """The readable photos of a library in order of root and path; row i of every array is one photo.

    `labels[i]` is an index into `clusters`, -1 while a photo is in none; `xy` is NaN where it has no position on the
    map. `clustering` is as the method made it; `labels` has the corrections as well, and `rejections` the clusters
    that the user has ruled out for a file. `turns` are quarter turns by digest, in which photos are shown; the sizes of
    `contents` are those of the turned photos.
    """

    files: tuple[File, ...] = ()
    contents: dict[str, Content] = field(default_factory=dict)
    clusters: tuple[Cluster, ...] = ()
    labels: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    confidences: Floats = field(default_factory=lambda: np.empty(0, np.float32))
    pinned: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    rejections: Mapping[int, frozenset[str]] = field(default_factory=dict)
    xy: Floats = field(default_factory=lambda: np.empty((0, 2), np.float32))
    skipped: tuple[File, ...] = ()
    clustering: Clustering | None = None
    roots: dict[int, str] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)  # what else lies in the folders
    turns: Mapping[str, int] = field(default_factory=dict)
    new_kinds: tuple[tuple[int, ...], ...] = ()  # ids of unsure photos that are like each other, the most first
    understood: Understood = field(default_factory=Understood)

    def __len__(self) -> int:
        return len(self.files)

    @cached_property
    def ids(self) -> Ints:
        return np.array([f.id for f in self.files], np.int64)

    @cached_property
    def row_of(self) -> dict[int, int]:
        """Row by file id."""
        return {f.id: row for row, f in enumerate(self.files)}

    @property
    def cluster_count(self) -> int:
        """How many clusters have photos; Unsure is none."""
        return sum(not c.unsure and c.members > 0 for c in self.clusters)

    @cached_property
    def aspects(self) -> Floats:
        """Width over height of each row's photo; 1 where unknown."""
        known = {digest: c.width / c.height for digest, c in self.contents.items() if c.height and c.width}
        return np.array([known.get(f.digest or "", 1.0) for f in self.files], np.float32)

    @cached_property
    def name_ranks(self) -> Ints:
        """The rank of each row in the order of file names, without regard to case."""
        names = np.array([f.path.rpartition("/")[2].casefold() for f in self.files], object)
        return np.argsort(np.argsort(names, kind="stable"))

    @cached_property
    def sizes(self) -> Ints:
        """Bytes of each row's file."""
        return np.array([f.size for f in self.files], np.int64)

    @cached_property
    def times(self) -> Times:
        """When each row's photo was taken."""
        return times_of(self)

    @cached_property
    def towns(self) -> list[Town | None]:
        """Where each row's photo was taken; the first library with places takes a second."""
        return towns_of(self)

    @cached_property
    def typical_first(self) -> Ints:
        """Rows by cluster, the most confident first; those of photos in no cluster last."""
        cluster = np.where(self.labels < 0, len(self.clusters), self.labels)
        return np.lexsort((-self.confidences, cluster))

    @cached_property
    def close_calls(self) -> Ints:
        """Rows of unpinned photos between two clusters, the most doubtful first."""
        made = self.clustering
        if made is None or not len(self):
            return np.empty(0, np.int64)
        doubt = margin_uncertainty(made.probabilities)
        order = np.argsort(-doubt, kind="stable")
        close = made.ids[order[doubt[order] > CLOSE_CALL]]
        by_id = np.argsort(self.ids)
        rows = by_id[np.minimum(np.searchsorted(self.ids, close, sorter=by_id), len(self) - 1)]
        return np.asarray(rows[(self.ids[rows] == close) & ~self.pinned[rows]], np.int64)

    @cached_property
    def _clustering_row(self) -> dict[int, int]:
        return {} if self.clustering is None else {int(i): r for r, i in enumerate(self.clustering.ids)}

    def prepare(self) -> None:
        """Compute what every view reads first, on the thread that loads, so that the GUI thread need not."""
        _ = self.ids, self.row_of, self.aspects, self.sizes, self.times, self._clustering_row, self.close_calls
        _ = self.typical_first

    def with_changes(self, **changed: Any) -> Gallery:
        """The same photos in other clusters or positions: what depends on their files alone is not computed again."""
        other = replace(self, **changed)
        vars(other).update({name: vars(self)[name] for name in _OF_FILES if name in vars(self)})
        return other

    def with_understood(self, understood: Understood) -> Gallery:
        """The same gallery, of whose photos something else is known: all that was computed of it stays."""
        other = replace(self, understood=understood)
        vars(other).update({name: value for name, value in vars(self).items() if name not in vars(other)})
        return other

    def content(self, row: int) -> Content:
        digest = self.files[row].digest
        assert digest is not None  # a readable file has one
        return self.contents[digest]

    def turn(self, row: int) -> int:
        """Quarter turns clockwise, 0 to 3, in which a photo is shown."""
        return self.turns.get(self.files[row].digest or "", 0)

    def turned(self, turns: Mapping[str, int]) -> Gallery:
        """The same photos in other turns."""
        sideways, now = ({digest for digest, turn in given.items() if turn % 2} for given in (self.turns, turns))
        other = self.with_changes(turns=turns)
        changed = {d: self.contents[d] for d in sideways ^ now if d in self.contents}
        if changed:
            swapped = {d: c._replace(width=c.height, height=c.width) for d, c in changed.items()}
            other = other.with_changes(contents=self.contents | swapped)
            vars(other).pop("aspects", None)
        return other

    def cluster_of(self, row: int) -> Cluster | None:
        label = int(self.labels[row])
        return None if label < 0 else self.clusters[label]

    def members(self, cluster: str) -> Ints:
        """Rows of a cluster, the most typical (confident) first."""
        index = next((i for i, c in enumerate(self.clusters) if c.id == cluster), -2)
        rows = np.flatnonzero(self.labels == index)
        return rows[np.argsort(-self.confidences[rows], kind="stable")]

    def likeliest(self, row: int, count: int = 3) -> list[tuple[Cluster, float]]:
        """The clusters a photo most likely belongs to by the clustering, with probabilities."""
        position = self._clustering_row.get(self.files[row].id)
        if self.clustering is None or position is None:
            return []
        visible = {c.id: c for c in self.clusters}
        probabilities = self.clustering.probabilities[position]
        best = [int(i) for i in np.argsort(-probabilities, kind="stable")]
        known = [
            (visible[c], float(probabilities[i])) for i in best if (c := self.clustering.cluster_ids[i]) in visible
        ]
        return known[:count]


def load_gallery(catalog: Catalog, map_name: str, known: Gallery | None = None) -> Gallery:
    """Read the snapshot from the catalog; 100,000 photos take over a second, so not on the GUI thread.

    With a `known` gallery its files and their contents are taken as they were then, which takes a quarter of that.
    """
    with catalog.reading():
        gallery = _read(catalog, map_name, known)
    gallery.prepare()
    return gallery


def _read(catalog: Catalog, map_name: str, known: Gallery | None) -> Gallery:
    files = (_of_files(catalog) if known is None else known).turned(kept_turns(catalog))
    row_of = files.row_of
    clusters = tuple(catalog.clusters.visible())
    index = {c.id: i for i, c in enumerate(clusters)}
    labels = np.full(len(files), -1, np.int64)
    confidences = np.zeros(len(files), np.float32)
    assignments = catalog.clusters.assignments()
    for id_, cluster, confidence in zip(
        assignments.ids.tolist(), assignments.clusters, assignments.confidences, strict=True
    ):
        row = row_of.get(id_)
        if row is not None:
            labels[row], confidences[row] = index[cluster], confidence
    corrections, pinned = catalog.corrections.all(), np.zeros(len(files), np.bool_)
    pinned[[row_of[f] for f in corrections.pins if f in row_of]] = True
    return files.with_changes(
        clusters=clusters,
        labels=labels,
        confidences=confidences,
        pinned=pinned,
        rejections=corrections.rejections,
        xy=_map_positions(catalog, map_name, row_of),
        clustering=catalog.clusterings.active(),
        new_kinds=_new_kinds(catalog, clusters, labels, row_of),
        understood=load_understood(catalog, files.files, None if known is None else known.understood),
    )


def _of_files(catalog: Catalog) -> Gallery:
    """The gallery of the files alone, without clusters."""
    return Gallery(
        files=tuple(catalog.files.readable()),
        contents=catalog.files.contents(),
        skipped=tuple(f for f in catalog.files.all() if f.problem is not None),
        roots=dict(catalog.files.roots()),
        beside=beside_pictures(catalog),
    )


def _map_positions(catalog: Catalog, map_name: str, row_of: dict[int, int]) -> Floats:
    xy = np.full((len(row_of), 2), np.nan, np.float32)
    stored = catalog.clusterings.projection(map_name)
    if stored is not None:
        rows = np.array([row_of.get(i, -1) for i in stored[0].ids.tolist()], np.int64)
        xy[rows[rows >= 0]] = stored[0].xy[rows >= 0]
    return xy


def _new_kinds(
    catalog: Catalog, clusters: tuple[Cluster, ...], labels: Ints, row_of: dict[int, int]
) -> tuple[tuple[int, ...], ...]:
    """The kinds that were found when photos were last assigned, of the photos that are still unsure."""
    if not clusters or not clusters[-1].unsure:
        return ()
    unsure = len(clusters) - 1
    kinds = [
        tuple(i for i in kind if i in row_of and labels[row_of[i]] == unsure) for kind in catalog.clusters.new_kinds()
    ]
    return tuple(kind for kind in kinds if len(kind) >= NEW_KIND_SIZE)
