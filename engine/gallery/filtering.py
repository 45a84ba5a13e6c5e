"""What is shown of a gallery: which photos, in which groups, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np

from engine.core.records import Floats, Ints
from engine.gallery.groups import Groups
from engine.gallery.people import by_people
from engine.gallery.places import Earth, by_place, coordinates, earth_of
from engine.gallery.search import Finder, Found
from engine.gallery.searching.query import MONTHS
from engine.gallery.snapshot import Gallery
from engine.gallery.times import Unit, by_time

Group = Literal["content", "time", "place", "people"]
GROUPS: tuple[Group, ...] = get_args(Group)
FOUND = "found"  # the key of the only group where a search puts the best first


@dataclass(frozen=True)
class SimilarTo:
    """The photos most like a file, with how much: (file id, cosine), itself first."""

    file: int
    found: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class FilterOptions:
    """Which photos to show: those that `query` finds, that are similar to one, and of one cluster; grouped by `group`.

    `only` is the id of the cluster; one that has gone hides nothing. Of `kinds` (see records.KINDS) a photo has one of,
    where there are any; `person` is who is seen on each.

    Without `clusters` those that are grouped by content stay by time: somebody was looking at them when the first
    clusters were made.
    """

    query: str = ""
    similar_to: SimilarTo | None = None
    group: Group = "content"
    unit: Unit = "month"
    clusters: bool = True
    only: str | None = None
    kinds: frozenset[str] = frozenset()
    person: int | None = None

    @property
    def filters(self) -> bool:
        chosen = self.similar_to is not None or self.only is not None or self.person is not None
        return chosen or bool(self.kinds) or bool(self.query.strip())

    @property
    def unfiltered(self) -> FilterOptions:
        """The same groups of everything."""
        return FilterOptions(group=self.group, unit=self.unit, clusters=self.clusters)


@dataclass(frozen=True)
class FilterResult:
    """What the options show of one gallery.

    `rows` are those shown, in the gallery's order; `order` (n,) is smaller for what comes first, None where the
    user's order holds; `groups` None means by cluster; `xy` (n, 2) is where photos lie on a map of the world, `earth`.
    `early` photos are by time because there are no clusters yet, or they are not wanted yet. `kinds` counts, by kind,
    what would be shown if all kinds were. `found` is what the query finds, None without one.
    """

    options: FilterOptions
    gallery: Gallery
    rows: Ints
    order: Floats | None = None
    groups: Groups | None = None
    xy: Floats | None = None
    earth: Earth | None = None
    early: bool = False
    kinds: Mapping[str, int] = field(default_factory=dict)
    found: Found | None = None

    @property
    def timed(self) -> bool:
        """Whether the groups are times."""
        return (self.early or self.options.group == "time") and self.options.similar_to is None

    @property
    def ranked(self) -> bool:
        """Whether all are one group, the best of a search first: they are not grouped by time or place."""
        return self.found is not None and self.options.group == "content" and self.options.similar_to is None

    @property
    def by_cluster(self) -> bool:
        """Whether what matters of a photo is its cluster, and not when or where it was taken."""
        found = self.ranked and bool(self.gallery.clusters)
        return self.groups is None or self.options.similar_to is not None or found

    @property
    def everything(self) -> bool:
        return len(self.rows) == len(self.gallery)


def filter_gallery(
    gallery: Gallery, options: FilterOptions, finder: Finder, months: Mapping[str, int] = MONTHS
) -> FilterResult:
    """Apply the options to a gallery; not on the GUI thread."""
    found = np.ones(len(gallery), np.bool_)
    order = groups = xy = earth = None
    early = options.group == "content" and not (options.clusters and gallery.clusters)
    search = finder.search(gallery, options.query, months) if options.query.strip() else None
    if search is not None:
        found &= search.mask
    clusters = [cluster.id for cluster in gallery.clusters]
    if options.only in clusters:
        found &= gallery.labels == clusters.index(options.only)
    if options.person is not None:
        found &= gallery.understood.shows(gallery.files, options.person)
    if options.similar_to is not None:
        order = np.full(len(gallery), np.inf, np.float32)
        rows = [(gallery.row_of[id_], cosine) for id_, cosine in options.similar_to.found if id_ in gallery.row_of]
        for row, cosine in rows:
            order[row] = -cosine
        found &= np.isfinite(order)
        groups = Groups(np.zeros(len(gallery), np.int64), ("like",))
    elif search is not None and options.group == "content":
        order, early = search.order, False
        groups = Groups(np.zeros(len(gallery), np.int64), (FOUND,))
    elif options.group == "time" or early:
        groups = by_time(gallery, options.unit)
    elif options.group == "place":
        degrees = coordinates(gallery)
        groups, earth = by_place(gallery), earth_of(degrees)
        xy = earth.project(degrees)
    elif options.group == "people":
        groups = by_people(gallery, options.person)
    kinds = gallery.understood.counts_of(found)
    if options.kinds:
        found &= gallery.understood.of_kinds(gallery.files, options.kinds)
    return FilterResult(options, gallery, np.flatnonzero(found), order, groups, xy, earth, early, kinds, search)
