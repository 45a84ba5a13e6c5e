"""Edits of clusters: rename, merge, split, lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.clustering.naming.kinds import UNTELLING, specificity
from engine.core.errors import Sentence, UserError
from engine.core.records import UNSURE, Changes, Cluster
from engine.core.unique_names import without_number
from engine.edits.edit import MOVED, Edit, editable_cluster, get_cluster, register
from engine.edits.photos import Move
from engine.library.catalog.catalog import Catalog

MOST_PARTS = 8  # so many a cluster is split into at most, where their number is automatic; the window offers no more


@register("rename")
@dataclass(frozen=True)
class Rename(Edit):
    """Give a cluster the user's name; it is an anchor from then on."""

    cluster: str
    name: str

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("rename {cluster} to {name}", cluster=get_cluster(catalog, self.cluster).name, name=self.name)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [], [self.cluster]

    def change(self, catalog: Catalog) -> Changes:
        name = self.name.strip()
        if not name:
            raise UserError("A cluster needs a name of at least one letter.")
        others = [*catalog.clusters.visible(), get_cluster(catalog, UNSURE)]
        if any(c.name.casefold() == name.casefold() and c.id != self.cluster for c in others):
            raise UserError("There is a cluster {name!r} already: merge the two, or choose another name.", name=name)
        old = editable_cluster(catalog, self.cluster)
        catalog.clusters.put(Cluster(old.id, name, named_by_user=True, locked=old.locked))
        return Changes.CLUSTERS | Changes.CORRECTIONS


@register("merge")
@dataclass(frozen=True)
class Merge(Edit):
    """Put everything of cluster `source` into `target`, pinned; the target's id stays, and the better name."""

    source: str
    target: str

    def label(self, catalog: Catalog) -> Sentence:
        source, target = get_cluster(catalog, self.source).name, get_cluster(catalog, self.target).name
        return Sentence("merge {cluster} into {other}", cluster=source, other=target)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return catalog.clusters.members(self.source), [self.source, self.target]

    def change(self, catalog: Catalog) -> Changes:
        source, target = get_cluster(catalog, self.source), editable_cluster(catalog, self.target)
        if source.id == target.id:
            raise UserError("A cluster cannot be merged with itself.")
        Move(catalog.clusters.members(source.id), target.id).change(catalog)
        better = max(target, source, key=_worth_of_name)
        catalog.clusters.put(Cluster(target.id, better.name, named_by_user=better.named_by_user, locked=target.locked))
        catalog.clusters.put(Cluster(source.id, source.name))
        return MOVED


def _worth_of_name(cluster: Cluster) -> tuple[bool, bool, bool, int, int]:
    """What a merge keeps a name by: the user's, then one that tells anything, the larger pile's, the more specific."""
    word = without_number(cluster.name)
    return (not cluster.unsure, cluster.named_by_user, word not in UNTELLING, cluster.members, specificity(word))


@register("split")
@dataclass(frozen=True)
class Split(Edit):
    """Divide a cluster: `parts` name id, name, files, confidences and pins of each, the first is the cluster itself.

    Parts of a locked cluster are locked. Made by versions/split.py, which clusters it alone.
    """

    cluster: str
    parts: list[dict[str, Any]]

    def label(self, catalog: Catalog) -> Sentence:
        cluster = get_cluster(catalog, self.cluster).name
        return Sentence("split {cluster} into {number}", cluster=cluster, number=len(self.parts))

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [f for part in self.parts for f in part["files"]], [part["id"] for part in self.parts]

    def inverse(self, catalog: Catalog) -> Edit:
        catalog.clusters.add({part["id"]: part["name"] for part in self.parts})  # not locked yet, as Undo leaves them
        return super().inverse(catalog)

    def change(self, catalog: Catalog) -> Changes:
        locked = editable_cluster(catalog, self.cluster).locked
        for part in self.parts:
            if part["id"] != self.cluster:
                catalog.clusters.put(Cluster(part["id"], part["name"], locked=locked))
            files = zip(part["files"], part["confidences"], strict=True)
            catalog.clusters.assign((f, part["id"], confidence) for f, confidence in files)
            catalog.corrections.unpin(part["files"])
            catalog.corrections.pin((f, part["id"]) for f in part["pins"])
        return MOVED


@register("lock")
@dataclass(frozen=True)
class Lock(Edit):
    """A locked cluster keeps its members and its name through every retrain."""

    cluster: str
    locked: bool

    def label(self, catalog: Catalog) -> Sentence:
        cluster = get_cluster(catalog, self.cluster).name
        if self.locked:
            return Sentence("lock {cluster}", cluster=cluster)
        return Sentence("unlock {cluster}", cluster=cluster)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [], [self.cluster]

    def change(self, catalog: Catalog) -> Changes:
        old = editable_cluster(catalog, self.cluster)
        catalog.clusters.put(Cluster(old.id, old.name, named_by_user=old.named_by_user, locked=self.locked))
        return Changes.CLUSTERS | Changes.CORRECTIONS
