"""Making a clustering what stands: whole or but for some clusters, at once or after a look at what would move."""

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
    """`count` photos go from cluster `source` (None: they stood nowhere) to `target`; they stay where both are one."""

    source: str | None
    target: str
    count: int

    @property
    def moves(self) -> bool:
        return self.source is not None and self.source != self.target


@dataclass(frozen=True, slots=True)
class Preview:
    """What adopting a kept clustering would do; `names` holds every cluster of the flows."""

    clustering: int
    flows: tuple[Flow, ...]
    names: Mapping[str, str]

    @property
    def moved(self) -> int:
        """Photos that would change their cluster."""
        return sum(f.count for f in self.flows if f.moves)

    @property
    def gone(self) -> frozenset[str]:
        """Clusters that would lose their last photo; the unsure only waited."""
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
    """What would move if this clustering were adopted now."""
    with catalog.reading():
        now = catalog.clusters.assignments()
        home = dict(zip(now.ids.tolist(), now.clusters, strict=True))
        then = _standing(catalog, clustering, ())
        counts = Counter((home.get(i), c) for i, c in zip(then.ids.tolist(), then.clusters, strict=True))
        found = [catalog.clusters.get(c) for c in sorted({c for pair in counts for c in pair if c is not None})]
        names = {c.id: c.name for c in found if c is not None} | {c.id: c.name for c in _given_way(catalog, then)}
    return Preview(clustering, _flows(counts), names)


def activate(catalog: Catalog, clustering: int, what: Sentence | str, leave: Collection[str] = ()) -> Changes:
    """Make a kept clustering what stands, as an edit that Undo calls `what`; clusters in `leave` stay as they are."""
    label = text_label(what) if isinstance(what, str) else what
    with catalog.transaction():
        standing = _standing(catalog, clustering, leave)
        for cluster in _given_way(catalog, standing):
            catalog.clusters.put(cluster)
        snapshot = catalog.clusters.add_snapshot(standing, clustering)
        if catalog.clusterings.current() is None:
            catalog.clusters.restore_snapshot(snapshot)  # nothing stood before: nothing to go back to
            return Changes.PHOTOS | Changes.CLUSTERS
        return History(catalog).do(Activate(snapshot), label)


def retrain_into(count: int) -> Sentence:
    """What Undo calls taking a training that came to so many clusters."""
    if count == 1:
        return Sentence("retrain into 1 cluster")
    return Sentence("retrain into {number} clusters", number=count)


def back_to(moment: datetime) -> Sentence:
    """What Undo calls going back to the clustering that was made at this moment."""
    return Sentence("go back to the clusters of {moment}", moment=f"{moment.astimezone():%Y-%m-%d %H:%M}")


def _standing(catalog: Catalog, clustering: int, leave: Collection[str]) -> Assignments:
    """Where every photo would stand: what the user has said by now holds, and a photo it does not know stays."""
    made = enforce(catalog.clusterings.get(clustering), catalog.corrections.all())
    now = catalog.clusters.assignments()
    readable = {f.id for f in catalog.files.readable()}
    places = zip(now.ids.tolist(), now.clusters, now.confidences.tolist(), strict=True)
    stands = {id_: (cluster, confidence) for id_, cluster, confidence in places if id_ in readable}
    sure = made.probabilities[np.arange(len(made.labels)), made.labels]
    for id_, label, confidence in zip(made.ids.tolist(), made.labels.tolist(), sure.tolist(), strict=True):
        target, before = made.cluster_ids[label], stands.get(id_)
        if id_ in readable and (before is None or not {before[0], target} & set(leave) or before[0] == target):
            stands[id_] = (target, confidence)
    clusters, confidences = zip(*stands.values(), strict=True) if stands else ((), ())
    return Assignments(np.array(list(stands), np.int64), list(clusters), np.array(confidences, np.float32))


def _given_way(catalog: Catalog, standing: Assignments) -> list[Cluster]:
    """The clusters that would be new and are called as one that stays, by another name: the user has given that one."""
    coming = set(standing.clusters)
    every = catalog.clusters.all()
    stay = {c.name for c in every if c.anchor or c.unsure or (c.id in coming and c.members)}
    new = {c.id: c for c in every if c.id in coming and not (c.anchor or c.unsure or c.members)}
    names = unique_names({id_: c.name for id_, c in new.items()}, stay)
    return [replace(c, name=names[id_]) for id_, c in new.items() if c.name != names[id_]]


def _flows(counts: Mapping[tuple[str | None, str], int]) -> tuple[Flow, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][0] or "", item[0][1]))
    return tuple(Flow(source, target, count) for (source, target), count in ordered)
