"""The edit that activates a clustering."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.errors import Sentence
from engine.core.records import Changes
from engine.edits.edit import Edit, register
from engine.library.catalog.catalog import Catalog


@register("adopt")
@dataclass(frozen=True)
class Activate(Edit):
    """Make a snapshot of assignments (a clustering, or an earlier state) the current ones."""

    snapshot: int

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("retrain")

    def inverse(self, catalog: Catalog) -> Activate:
        current = catalog.clusterings.current()
        before = catalog.clusters.add_snapshot(catalog.clusters.assignments(gone=True), current and current[0])
        return Activate(before)

    def change(self, catalog: Catalog) -> Changes:
        catalog.clusters.restore_snapshot(self.snapshot)
        return Changes.PHOTOS | Changes.CLUSTERS
