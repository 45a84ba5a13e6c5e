"""Activates a clustering, whole or but for some clusters, and previews what would move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from engine.clustering.assignment.corrections import enforce
from engine.core.errors import Sentence
from engine.core.records import UNSURE, Changes, Cluster
from engine.core.unique_names import unique_names
from engine.edits import Activate
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.cluster_table import Assignments
from engine.library.catalog.edit_table import text_label


@dataclass(frozen=True, slots=True)
class Flow:
    """`count` photos go from cluster `source` (None: they were in none) to `target`; they stay where both are one."""

    source: str | None
    target: str
    count: int

    @property
    def moves(self) -> bool:
        return self.source is not None and self.source != self.target


@dataclass(frozen=True, slots=True)
class Preview:
    """What activating a kept clustering would do; `names` holds every cluster of the flows."""

    clustering: int
    flows: tuple[Flow, ...]
    names: Mapping[str, str]

    @property
    def moved(self) -> int:
        """Photos that would change their cluster."""
        return sum(f.count for f in self.flows if f.moves)

    @property
    def gone(self) -> frozenset[str]:
        """Clusters that would lose their last photo; Unsure is none."""
        return self._sources - self._targets - {UNSURE}

    @property
    def new(self) -> frozenset[str]:
        """Clusters that hold no photo yet."""
        return self._targets - self._sources

    @property
    def _sources(self) -> frozenset[str]:
        return frozenset(f.source for f in self.flows if f.source is not None)

    @property
    def _targets(self) -> frozenset[str]:
        return frozenset(f.target for f in self.flows)

    def leaving(self, clusters: Collection[str]) -> Preview:
        """The same with these clusters left as they are: nothing in, nothing out."""
        counts: Counter[tuple[str | None, str]] = Counter()
        for flow in self.flows:
            stays = flow.source is not None and (flow.source in clusters or flow.target in clusters)
            counts[flow.source, flow.source if stays and flow.source else flow.target] += flow.count
        return replace(self, flows=_flows(counts))


def preview(catalog: Catalog, clustering: int) -> Preview:
    """What would move if this clustering were activated now."""
    with catalog.reading():
        now = catalog.clusters.assignments()
        before = dict(zip(now.ids.tolist(), now.clusters, strict=True))
        after = _assignments_after(catalog, clustering, ())
        counts = Counter((before.get(i), c) for i, c in zip(after.ids.tolist(), after.clusters, strict=True))
        found = [catalog.clusters.get(c) for c in sorted({c for pair in counts for c in pair if c is not None})]
        names = {c.id: c.name for c in found if c is not None} | {c.id: c.name for c in _renamed(catalog, after)}
    return Preview(clustering, _flows(counts), names)


def activate(catalog: Catalog, clustering: int, what: Sentence | str, leave: Collection[str] = ()) -> Changes:
    """Activate a kept clustering, as an edit with the label `what`; clusters in `leave` stay as they are."""
    label = text_label(what) if isinstance(what, str) else what
    with catalog.transaction():
        after = _assignments_after(catalog, clustering, leave)
        for cluster in _renamed(catalog, after):
            catalog.clusters.put(cluster)
        snapshot = catalog.clusters.add_snapshot(after, clustering)
        if catalog.clusterings.current() is None:
            catalog.clusters.restore_snapshot(snapshot)  # none was active: nothing to go back to
            return Changes.PHOTOS | Changes.CLUSTERS
        return History(catalog).do(Activate(snapshot), label)


def retrain_into(count: int) -> Sentence:
    """The label of activating a training with so many clusters."""
    if count == 1:
        return Sentence("retrain into 1 cluster")
    return Sentence("retrain into {number} clusters", number=count)


def back_to(made_at: datetime) -> Sentence:
    """The label of going back to the clustering that was made at this time."""
    return Sentence("go back to the clusters of {moment}", moment=f"{made_at.astimezone():%Y-%m-%d %H:%M}")


def _assignments_after(catalog: Catalog, clustering: int, leave: Collection[str]) -> Assignments:
    """The assignments with `clustering`: corrections hold, and a photo it does not know stays where it is."""
    corrected = enforce(catalog.clusterings.get(clustering), catalog.corrections.all())
    now = catalog.clusters.assignments()
    readable = {f.id for f in catalog.files.readable()}
    rows = zip(now.ids.tolist(), now.clusters, now.confidences.tolist(), strict=True)
    assigned = {id_: (cluster, confidence) for id_, cluster, confidence in rows if id_ in readable}
    best = corrected.probabilities[np.arange(len(corrected.labels)), corrected.labels]
    for id_, label, confidence in zip(corrected.ids.tolist(), corrected.labels.tolist(), best.tolist(), strict=True):
        target, before = corrected.cluster_ids[label], assigned.get(id_)
        if id_ in readable and (before is None or not {before[0], target} & set(leave) or before[0] == target):
            assigned[id_] = (target, confidence)
    clusters, confidences = zip(*assigned.values(), strict=True) if assigned else ((), ())
    return Assignments(np.array(list(assigned), np.int64), list(clusters), np.array(confidences, np.float32))


def _renamed(catalog: Catalog, after: Assignments) -> list[Cluster]:
    """The new clusters that have the name of one that stays, with another name."""
    incoming = set(after.clusters)
    clusters = catalog.clusters.all()
    taken = {c.name for c in clusters if c.anchor or c.unsure or (c.id in incoming and c.members)}
    new = {c.id: c for c in clusters if c.id in incoming and not (c.anchor or c.unsure or c.members)}
    names = unique_names({id_: c.name for id_, c in new.items()}, taken)
    return [replace(c, name=names[id_]) for id_, c in new.items() if c.name != names[id_]]


def _flows(counts: Mapping[tuple[str | None, str], int]) -> tuple[Flow, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][0] or "", item[0][1]))
    return tuple(Flow(source, target, count) for (source, target), count in ordered)
