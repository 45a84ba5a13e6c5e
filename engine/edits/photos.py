"""Edits of photos: move, new cluster, reject, pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.core.errors import Sentence, UserError
from engine.core.records import UNSURE, Changes, Cluster
from engine.core.unique_names import unique_name
from engine.edits.edit import MOVED, Edit, editable_cluster, get_cluster, register
from engine.library.catalog.catalog import Catalog


def photos(count: int) -> Sentence:
    """So many photos, as part of a label."""
    return Sentence("1 photo") if count == 1 else Sentence("{count:,} photos", count=count)


@register("move")
@dataclass(frozen=True)
class Move(Edit):
    """Put files into a cluster and pin them there; they hold through every retrain. `asked`: it answers a question."""

    files: list[int]
    cluster: str
    asked: bool = False

    def label(self, catalog: Catalog) -> Sentence:
        cluster, count = get_cluster(catalog, self.cluster).name, photos(len(self.files))
        if all(where == self.cluster for where, _ in catalog.clusters.assignments_of(self.files).values()):
            return Sentence("keep {photos} in {cluster}", photos=count, cluster=cluster)
        return Sentence("move {photos} to {cluster}", photos=count, cluster=cluster)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return self.files, [self.cluster]

    def change(self, catalog: Catalog) -> Changes:
        editable_cluster(catalog, self.cluster)
        catalog.clusters.assign((f, self.cluster, 1.0) for f in self.files)
        catalog.corrections.pin((f, self.cluster) for f in self.files)
        for f in self.files:  # the newest correction wins over an earlier "not this cluster"
            rejected = catalog.corrections.rejections_of(f)
            if self.cluster in rejected:
                catalog.corrections.set_rejections(f, [c for c in rejected if c != self.cluster])
        return MOVED


@register("new cluster")
@dataclass(frozen=True)
class NewCluster(Edit):
    """Make a cluster of these files, pinned to it. `cluster` is a fresh id (see `new_cluster`); `asked` as in Move."""

    files: list[int]
    cluster: str
    name: str
    named_by_user: bool = False
    asked: bool = False

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("make {cluster} of {photos}", cluster=self.name, photos=photos(len(self.files)))

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return self.files, [self.cluster]

    def inverse(self, catalog: Catalog) -> Edit:
        catalog.clusters.add({self.cluster: self.name})  # not named by the user yet, as Undo leaves it
        return super().inverse(catalog)

    def change(self, catalog: Catalog) -> Changes:
        catalog.clusters.put(Cluster(self.cluster, self.name, named_by_user=self.named_by_user))
        return Move(self.files, self.cluster).change(catalog)


def new_cluster(catalog: Catalog, files: list[int], name: str | None = None, asked: bool = False) -> NewCluster:
    """A NewCluster with a fresh id and a name that no other has; one that is given counts as named by the user."""
    taken = {c.name for c in (*catalog.clusters.visible(), get_cluster(catalog, UNSURE))}
    own = unique_name(name or "", taken, "New cluster")
    return NewCluster(files, catalog.clusters.fresh_ids(1)[0], own, bool(name), asked)


@register("not")
@dataclass(frozen=True)
class Reject(Edit):
    """ "Not this cluster": keeps files out of it, and puts each into the likeliest other one, `others`."""

    files: list[int]
    cluster: str
    others: list[tuple[str, float]]  # a (cluster, confidence) for each file

    def label(self, catalog: Catalog) -> Sentence:
        cluster = get_cluster(catalog, self.cluster).name
        return Sentence("keep {photos} out of {cluster}", photos=photos(len(self.files)), cluster=cluster)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return self.files, []

    def change(self, catalog: Catalog) -> Changes:
        editable_cluster(catalog, self.cluster)
        for f, (other, confidence) in zip(self.files, self.others, strict=True):
            if other == self.cluster:
                raise UserError("A photo cannot be kept out of the only cluster there is: make another one first.")
            rejected = [*catalog.corrections.rejections_of(f), self.cluster]
            catalog.corrections.set_rejections(f, sorted(set(rejected)))
            if catalog.corrections.pin_of(f) == self.cluster:
                catalog.corrections.unpin([f])
            catalog.clusters.assign([(f, other, confidence)])
        return MOVED


@register("pair")
@dataclass(frozen=True)
class Pair(Edit):
    """Two files belong together, or apart; holds from the next retrain on."""

    a: int
    b: int
    kind: Literal["together", "apart"]

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("keep 2 photos together") if self.kind == "together" else Sentence("keep 2 photos apart")

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [self.a, self.b], []

    def change(self, catalog: Catalog) -> Changes:
        if self.a == self.b:
            raise UserError("A photo cannot be paired with itself.")
        catalog.corrections.set_pair(self.a, self.b, self.kind)
        return Changes.CORRECTIONS
