"""Activates a clustering, whole or but for some clusters and photos, and previews what would move."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

import numpy as np

from engine.clustering.assignment.corrections import enforce
from engine.core.errors import Sentence
from engine.core.records import UNSURE, Changes, Cluster
from engine.core.unique_names import unique_names
from engine.edits import Activate, Refuse
from engine.edits.flows import Preview, Refusal, flows_between
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.cluster_table import Assignments
from engine.library.catalog.edit_table import text_label


def preview(catalog: Catalog, clustering: int) -> Preview:
    """What would move if this clustering were activated now."""
    with catalog.reading():
        now = catalog.clusters.assignments()
        before = dict(zip(now.ids.tolist(), now.clusters, strict=True))
        after = _assignments_after(catalog, clustering, ())
        flows = flows_between(before, after)
        clusters = {c for flow in flows for c in (flow.source, flow.target) if c is not None}
        found = [c for c in catalog.clusters.all() if c.id in clusters]
        names = {c.id: c.name for c in (*found, *_renamed(catalog, after))}
    return Preview(clustering, flows, names, frozenset(c.id for c in found if _is_yours(c)))


def activate(
    catalog: Catalog,
    clustering: int,
    what: Sentence | str,
    leave: Collection[str] = (),
    refused: Collection[Refusal] = (),
) -> Changes:
    """Activate a kept clustering, as an edit with the label `what`; clusters in `leave` stay as they are.

    A `refused` file stays where it is, and the same edit keeps it out of that cluster from then on.
    """
    label = text_label(what) if isinstance(what, str) else what
    with catalog.transaction():
        rejections = _rejections(catalog, refused)
        after = _assignments_after(catalog, clustering, leave, frozenset(refused))
        for cluster in _renamed(catalog, after):
            catalog.clusters.put(cluster)
        edit = Activate(catalog.clusters.add_snapshot(after, clustering), rejections)
        if catalog.clusterings.current() is None:
            return edit.change(catalog)  # none was active: nothing to go back to
        return History(catalog).do(edit, label)


def refuse(catalog: Catalog, refused: Collection[Refusal]) -> Changes:
    """Move nothing, but keep what was refused, as an edit."""
    with catalog.transaction():
        rejections = _rejections(catalog, refused)
        return History(catalog).do(Refuse(rejections)) if rejections else Changes.NOTHING


def retrain_into(count: int) -> Sentence:
    """The label of activating a training with so many clusters."""
    if count == 1:
        return Sentence("retrain into 1 cluster")
    return Sentence("retrain into {number} clusters", number=count)


def back_to(made_at: datetime) -> Sentence:
    """The label of going back to the clustering that was made at this time."""
    return Sentence("go back to the clusters of {moment}", moment=f"{made_at.astimezone():%Y-%m-%d %H:%M}")


def _assignments_after(
    catalog: Catalog, clustering: int, leave: Collection[str], refused: Collection[Refusal] = ()
) -> Assignments:
    """The assignments with `clustering`: corrections hold, and a photo it does not know stays where it is."""
    corrected = enforce(catalog.clusterings.get(clustering), catalog.corrections.all())
    now = catalog.clusters.assignments()
    readable = {f.id for f in catalog.files.readable()}
    rows = zip(now.ids.tolist(), now.clusters, now.confidences.tolist(), strict=True)
    assigned = {id_: (cluster, confidence) for id_, cluster, confidence in rows if id_ in readable}
    best = corrected.probabilities[np.arange(len(corrected.labels)), corrected.labels]
    for id_, label, confidence in zip(corrected.ids.tolist(), corrected.labels.tolist(), best.tolist(), strict=True):
        target, before = corrected.cluster_ids[label], assigned.get(id_)
        stays = before is not None and (before[0] in leave or target in leave) and before[0] != target
        if id_ in readable and not stays and (id_, target) not in refused:
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


def _is_yours(cluster: Cluster) -> bool:
    """Whether the user has named it, or put every one of its photos there."""
    return cluster.named_by_user or 0 < cluster.members <= cluster.pins


def _rejections(catalog: Catalog, refused: Collection[Refusal]) -> list[tuple[int, list[str]]]:
    """What each refused file rejects from then on.

    Nobody can be kept out of Unsure, which is no pile; and who was put into the cluster since stays there.
    """
    rejections: dict[int, set[str]] = {}
    for file, target in refused:
        if target != UNSURE and catalog.corrections.pin_of(file) != target:
            rejections.setdefault(file, set(catalog.corrections.rejections_of(file))).add(target)
    return [(file, sorted(clusters)) for file, clusters in sorted(rejections.items())]
