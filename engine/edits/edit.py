"""Edit: a change to the catalog as data, with its inverse."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, TypeVar

from engine.core.errors import Sentence, UserError
from engine.core.records import Changes, Cluster
from engine.library.catalog.catalog import Catalog

MOVED = Changes.PHOTOS | Changes.CLUSTERS | Changes.CORRECTIONS


@dataclass(frozen=True)
class Edit:
    """A change to the catalog. `apply_edit` runs it in one transaction and makes the inverse."""

    do: ClassVar[str]

    def label(self, catalog: Catalog) -> Sentence:
        """What Undo calls it, in short: "move 12 photos to Dogs"."""
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


def register(do: str) -> Callable[[E], E]:
    """Register an edit under the tag that the log keeps, which never changes."""

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
    """As the log keeps it."""
    return json.dumps({"do": edit.do, **asdict(edit)})


def from_json(text: str) -> Edit:
    """The edit that was logged; one of a later version is refused with its library (see library/catalog/schema.py)."""
    fields = json.loads(text)
    fields.pop("what", None)  # in version 0.1.0 its label was kept with it
    return _edits[fields.pop("do")](**fields)


def get_cluster(catalog: Catalog, cluster: str) -> Cluster:
    """The cluster with this id; a UserError where there is none."""
    found = catalog.clusters.get(cluster)
    if found is None:
        raise UserError("There is no cluster {cluster!r} in this library.", cluster=cluster)
    return found


def editable_cluster(catalog: Catalog, cluster: str) -> Cluster:
    """The cluster with this id, to be edited; a UserError where there is none, or it is Unsure."""
    found = get_cluster(catalog, cluster)
    if found.unsure:
        raise UserError(
            "{cluster} is no cluster of its own: photos wait there that fit nowhere. Move them into a "
            "cluster, or make a new one of them.",
            cluster=found.name,
        )
    return found


@register("restore")
@dataclass(frozen=True)
class Restore(Edit):
    """Put rows back as they were: the inverse of every edit but Activate."""

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
                catalog.clusters.unassign([file])
            else:
                catalog.clusters.assign([(file, row["cluster"], row["confidence"])])
            if row["pin"] is not None:
                catalog.corrections.pin([(file, row["pin"])])
            catalog.corrections.set_rejections(file, row["rejections"])
        for row in self.files:  # after every drop: a pair is in the rows of both its files
            for a, b, kind in row["pairs"]:
                catalog.corrections.set_pair(a, b, kind)
        return MOVED


def _state(catalog: Catalog, files: Iterable[int], clusters: Iterable[str]) -> Restore:
    rows = [
        {
            "file": f,
            "cluster": cluster,
            "confidence": confidence,
            "pin": catalog.corrections.pin_of(f),
            "rejections": catalog.corrections.rejections_of(f),
            "pairs": catalog.corrections.pairs_of(f),
        }
        for f, (cluster, confidence) in catalog.clusters.assignments_of(list(files)).items()
    ]
    found = [c for c in map(catalog.clusters.get, clusters) if c is not None]
    kept = [{"id": c.id, "name": c.name, "named_by_user": c.named_by_user, "locked": c.locked} for c in found]
    return Restore(rows, kept)
