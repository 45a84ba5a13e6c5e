"""The edits that take or refuse what a clustering proposes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from engine.core.errors import Sentence
from engine.core.records import Changes
from engine.edits.edit import Edit, register
from engine.library.catalog.catalog import Catalog

Rejections = list[tuple[int, list[str]]]  # the clusters that each of these files rejects, all of them


@register("adopt")
@dataclass(frozen=True)
class Activate(Edit):
    """Make a snapshot of assignments (a clustering, or an earlier state) the current ones.

    `rejections` are those of the photos that the user has refused; an earlier version has logged none.
    """

    snapshot: int
    rejections: Rejections = field(default_factory=list)

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("retrain")

    def inverse(self, catalog: Catalog) -> Activate:
        current = catalog.clusterings.current()
        before = catalog.clusters.add_snapshot(catalog.clusters.assignments(gone=True), current and current[0])
        return Activate(before, _rejections_of(catalog, (file for file, _ in self.rejections)))

    def change(self, catalog: Catalog) -> Changes:
        catalog.clusters.restore_snapshot(self.snapshot)
        return Changes.PHOTOS | Changes.CLUSTERS | _reject(catalog, self.rejections)


@register("refuse")
@dataclass(frozen=True)
class Refuse(Edit):
    """Keep files out of where a retrain would have moved them; they stay where they are."""

    rejections: Rejections

    def label(self, catalog: Catalog) -> Sentence:
        count = len(self.rejections)
        if count == 1:
            return Sentence("keep 1 photo where it is")
        return Sentence("keep {number} photos where they are", number=count)

    def inverse(self, catalog: Catalog) -> Refuse:
        return Refuse(_rejections_of(catalog, (file for file, _ in self.rejections)))

    def change(self, catalog: Catalog) -> Changes:
        return _reject(catalog, self.rejections)


def _rejections_of(catalog: Catalog, files: Iterable[int]) -> Rejections:
    return [(file, catalog.corrections.rejections_of(file)) for file in files]


def _reject(catalog: Catalog, rejections: Rejections) -> Changes:
    for file, clusters in rejections:
        catalog.corrections.set_rejections(file, clusters)
    return Changes.CORRECTIONS if rejections else Changes.NOTHING
