"""Every change a user makes, as data: an edit names what it touches and changes it; its inverse puts that back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Literal, TypeVar

from engine.errors import Sentence, UserError
from engine.free_names import free
from engine.library.catalog import Catalog
from engine.records import UNSURE, Changes, Cluster

MOVED = Changes.PHOTOS | Changes.CLUSTERS | Changes.CORRECTIONS


@dataclass(frozen=True)
class Edit:
    """A change to the catalog. `apply_edit` runs it in one transaction and makes the inverse."""

    do: ClassVar[str]

    def label(self, catalog: Catalog) -> Sentence:
        """What Undo calls it, in a few words: "move 12 photos to Dogs"."""
        raise NotImplementedError

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        """The files and clusters whose rows will change: what the inverse must put back."""
        raise NotImplementedError

    def inverse(self, catalog: Catalog) -> Edit:
        """What takes it back; made before it is done, inside the caller's transaction."""
        return _state(catalog, *self.touches(catalog))

    def change(self, catalog: Catalog) -> Changes:
        """Do it, inside the caller's transaction."""
        raise NotImplementedError


_edits: dict[str, type[Edit]] = {}
E = TypeVar("E", bound=type[Edit])


def _known(do: str) -> Callable[[E], E]:
    def keep(owner: E) -> E:
        owner.do = do
        _edits[do] = owner
        return owner

    return keep


def apply_edit(edit: Edit, catalog: Catalog) -> tuple[Changes, Edit]:
    """Apply `edit` in one transaction; returns what it touched and the edit that takes it back."""
    with catalog.transaction():
        inverse = edit.inverse(catalog)
        return edit.change(catalog), inverse


def to_json(edit: Edit) -> str:
    return json.dumps({"do": edit.do, **asdict(edit)})


def from_json(text: str) -> Edit:
    fields = json.loads(text)
    fields.pop("what", None)  # in version 0.1.0 its label was kept with it
    return _edits[fields.pop("do")](**fields)


def photos(count: int) -> Sentence:
    return Sentence("1 photo") if count == 1 else Sentence("{count:,} photos", count=count)


def named(catalog: Catalog, cluster: str) -> Cluster:
    """The cluster with this id; a UserError where there is none."""
    found = catalog.clusters.get(cluster)
    if found is None:
        raise UserError("There is no cluster {cluster!r} in this library.", cluster=cluster)
    return found


def sorted_into(catalog: Catalog, cluster: str) -> Cluster:
    """The cluster with this id, of which the user says something; a UserError where it is none, or Unsure."""
    found = named(catalog, cluster)
    if found.unsure:
        raise UserError(
            "{cluster} is no cluster of its own: photos wait there that fit nowhere. Move them into a "
            "cluster, or make a new one of them.",
            cluster=found.name,
        )
    return found


@_known("move")
@dataclass(frozen=True)
class Move(Edit):
    """Put files into a cluster and pin them there; they hold through every retrain."""

    files: list[int]
    cluster: str

    def label(self, catalog: Catalog) -> Sentence:
        cluster = named(catalog, self.cluster).name
        return Sentence("move {photos} to {cluster}", photos=photos(len(self.files)), cluster=cluster)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return self.files, [self.cluster]

    def change(self, catalog: Catalog) -> Changes:
        sorted_into(catalog, self.cluster)
        catalog.clusters.place((f, self.cluster, 1.0) for f in self.files)
        catalog.corrections.pin((f, self.cluster) for f in self.files)
        for f in self.files:  # the newest word wins over an earlier "not this cluster"
            rejected = catalog.corrections.rejections_of(f)
            if self.cluster in rejected:
                catalog.corrections.set_rejections(f, [c for c in rejected if c != self.cluster])
        return MOVED


@_known("new cluster")
@dataclass(frozen=True)
class NewCluster(Edit):
    """Make a cluster of these files, pinned to it. `cluster` is a fresh id (see `new_cluster`)."""

    files: list[int]
    cluster: str
    name: str
    named_by_user: bool = False

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("make {cluster} of {photos}", cluster=self.name, photos=photos(len(self.files)))

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return self.files, [self.cluster]

    def inverse(self, catalog: Catalog) -> Edit:
        catalog.clusters.add({self.cluster: self.name})  # nobody's yet, as Undo leaves it
        return super().inverse(catalog)

    def change(self, catalog: Catalog) -> Changes:
        catalog.clusters.put(Cluster(self.cluster, self.name, named_by_user=self.named_by_user))
        return Move(self.files, self.cluster).change(catalog)


def new_cluster(catalog: Catalog, files: list[int], name: str | None = None) -> NewCluster:
    """A NewCluster with a fresh id and a name that no other has; named by hand it is the user's."""
    taken = {c.name for c in (*catalog.clusters.shown(), named(catalog, UNSURE))}
    own = free(name or "", taken, "New cluster")
    return NewCluster(files, catalog.clusters.fresh_ids(1)[0], own, bool(name))


@_known("not")
@dataclass(frozen=True)
class Reject(Edit):
    """ "Not this cluster": keeps files out of it, and puts each into the likeliest other one, `others`."""

    files: list[int]
    cluster: str
    others: list[tuple[str, float]]  # a (cluster, confidence) for each file

    def label(self, catalog: Catalog) -> Sentence:
        cluster = named(catalog, self.cluster).name
        return Sentence("keep {photos} out of {cluster}", photos=photos(len(self.files)), cluster=cluster)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return self.files, []

    def change(self, catalog: Catalog) -> Changes:
        sorted_into(catalog, self.cluster)
        for f, (other, confidence) in zip(self.files, self.others, strict=True):
            if other == self.cluster:
                raise UserError("A photo cannot be kept out of the only cluster there is: make another one first.")
            rejected = [*catalog.corrections.rejections_of(f), self.cluster]
            catalog.corrections.set_rejections(f, sorted(set(rejected)))
            if catalog.corrections.pin_of(f) == self.cluster:
                catalog.corrections.unpin([f])
            catalog.clusters.place([(f, other, confidence)])
        return MOVED


@_known("pair")
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


@_known("rename")
@dataclass(frozen=True)
class Rename(Edit):
    """Give a cluster the user's name; it is an anchor from then on."""

    cluster: str
    name: str

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("rename {cluster} to {name}", cluster=named(catalog, self.cluster).name, name=self.name)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [], [self.cluster]

    def change(self, catalog: Catalog) -> Changes:
        name = self.name.strip()
        if not name:
            raise UserError("A cluster needs a name of at least one letter.")
        others = [*catalog.clusters.shown(), named(catalog, UNSURE)]
        if any(c.name.casefold() == name.casefold() and c.id != self.cluster for c in others):
            raise UserError("There is a cluster {name!r} already: merge the two, or choose another name.", name=name)
        old = sorted_into(catalog, self.cluster)
        catalog.clusters.put(Cluster(old.id, name, named_by_user=True, locked=old.locked))
        return Changes.CLUSTERS | Changes.CORRECTIONS


@_known("merge")
@dataclass(frozen=True)
class Merge(Edit):
    """Put everything of cluster `source` into `target`, pinned; a user's name is not lost."""

    source: str
    target: str

    def label(self, catalog: Catalog) -> Sentence:
        source, target = named(catalog, self.source).name, named(catalog, self.target).name
        return Sentence("merge {cluster} into {other}", cluster=source, other=target)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return catalog.clusters.members(self.source), [self.source, self.target]

    def change(self, catalog: Catalog) -> Changes:
        source, target = named(catalog, self.source), sorted_into(catalog, self.target)
        if source.id == target.id:
            raise UserError("A cluster cannot be merged with itself.")
        Move(catalog.clusters.members(source.id), target.id).change(catalog)
        keeps_name = target.named_by_user or not source.named_by_user
        name = target.name if keeps_name else source.name
        by_user = target.named_by_user or source.named_by_user
        catalog.clusters.put(Cluster(target.id, name, named_by_user=by_user, locked=target.locked))
        catalog.clusters.put(Cluster(source.id, source.name))
        return MOVED


@_known("split")
@dataclass(frozen=True)
class Split(Edit):
    """Divide a cluster: `parts` name id, name, files, confidences and pins of each, the first is the cluster itself.

    Parts of a locked cluster are locked. Made by pipeline/split.py, which clusters it alone.
    """

    cluster: str
    parts: list[dict[str, Any]]

    def label(self, catalog: Catalog) -> Sentence:
        cluster = named(catalog, self.cluster).name
        return Sentence("split {cluster} into {number}", cluster=cluster, number=len(self.parts))

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [f for part in self.parts for f in part["files"]], [part["id"] for part in self.parts]

    def inverse(self, catalog: Catalog) -> Edit:
        catalog.clusters.add({part["id"]: part["name"] for part in self.parts})  # open still, as Undo leaves them
        return super().inverse(catalog)

    def change(self, catalog: Catalog) -> Changes:
        locked = sorted_into(catalog, self.cluster).locked
        for part in self.parts:
            if part["id"] != self.cluster:
                catalog.clusters.put(Cluster(part["id"], part["name"], locked=locked))
            files = zip(part["files"], part["confidences"], strict=True)
            catalog.clusters.place((f, part["id"], confidence) for f, confidence in files)
            catalog.corrections.unpin(part["files"])
            catalog.corrections.pin((f, part["id"]) for f in part["pins"])
        return MOVED


@_known("lock")
@dataclass(frozen=True)
class Lock(Edit):
    """A locked cluster keeps its members and its name through every retrain."""

    cluster: str
    locked: bool

    def label(self, catalog: Catalog) -> Sentence:
        cluster = named(catalog, self.cluster).name
        if self.locked:
            return Sentence("lock {cluster}", cluster=cluster)
        return Sentence("unlock {cluster}", cluster=cluster)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [], [self.cluster]

    def change(self, catalog: Catalog) -> Changes:
        old = sorted_into(catalog, self.cluster)
        catalog.clusters.put(Cluster(old.id, old.name, named_by_user=old.named_by_user, locked=self.locked))
        return Changes.CLUSTERS | Changes.CORRECTIONS


@_known("adopt")
@dataclass(frozen=True)
class Adopt(Edit):
    """Make a snapshot of assignments (a clustering that was made, or an earlier state) what stands."""

    snapshot: int

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("retrain")

    def inverse(self, catalog: Catalog) -> Adopt:
        current = catalog.clusterings.current()
        before = catalog.clusters.add_snapshot(catalog.clusters.assignments(gone=True), current and current[0])
        return Adopt(before)

    def change(self, catalog: Catalog) -> Changes:
        catalog.clusters.restore_snapshot(self.snapshot)
        return Changes.PHOTOS | Changes.CLUSTERS


@_known("restore")
@dataclass(frozen=True)
class Restore(Edit):
    """Put rows back as they were: the inverse of every edit but Adopt."""

    files: list[dict[str, Any]] = field(default_factory=list)
    clusters: list[dict[str, Any]] = field(default_factory=list)

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("put back")

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [row["file"] for row in self.files], [row["id"] for row in self.clusters]

    def change(self, catalog: Catalog) -> Changes:
        for row in self.clusters:
            catalog.clusters.put(Cluster(**row))
        for row in self.files:
            file = row["file"]
            catalog.corrections.drop_pairs_of(file)
            catalog.corrections.unpin([file])
            if row["cluster"] is None:
                catalog.clusters.displace([file])
            else:
                catalog.clusters.place([(file, row["cluster"], row["confidence"])])
            if row["pin"] is not None:
                catalog.corrections.pin([(file, row["pin"])])
            catalog.corrections.set_rejections(file, row["rejections"])
        for row in self.files:  # after every drop: a pair stands in the rows of both its files
            for a, b, kind in row["pairs"]:
                catalog.corrections.set_pair(a, b, kind)
        return MOVED


def _state(catalog: Catalog, files: Iterable[int], clusters: Iterable[str]) -> Restore:
    rows = [
        {
            "file": f,
            "cluster": place[0],
            "confidence": place[1],
            "pin": catalog.corrections.pin_of(f),
            "rejections": catalog.corrections.rejections_of(f),
            "pairs": catalog.corrections.pairs_of(f),
        }
        for f, place in catalog.clusters.places(list(files)).items()
    ]
    found = [c for c in map(catalog.clusters.get, clusters) if c is not None]
    kept = [{"id": c.id, "name": c.name, "named_by_user": c.named_by_user, "locked": c.locked} for c in found]
    return Restore(rows, kept)
