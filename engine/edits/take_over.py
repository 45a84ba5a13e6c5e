"""Groups that people have made elsewhere (tags, folders) become clusters with their names, and pins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.core.errors import Sentence, UserError
from engine.core.records import UNSURE, Changes, Cluster
from engine.core.unique_names import unique_name
from engine.edits.edit import MOVED, Edit, get_cluster, register
from engine.edits.photos import Move, photos
from engine.library.catalog.catalog import Catalog


@register("take over")
@dataclass(frozen=True)
class TakeOver(Edit):
    """Make a named cluster of each group, or add to the one of that name; `groups` have id, name and files of each."""

    groups: list[dict[str, Any]]

    def label(self, catalog: Catalog) -> Sentence:
        count = photos(sum(len(group["files"]) for group in self.groups))
        if len(self.groups) == 1:
            return Sentence("take over {cluster} with {photos}", cluster=self.groups[0]["name"], photos=count)
        return Sentence("take over {number} names with {photos}", number=len(self.groups), photos=count)

    def touches(self, catalog: Catalog) -> tuple[list[int], list[str]]:
        return [f for group in self.groups for f in group["files"]], [group["id"] for group in self.groups]

    def inverse(self, catalog: Catalog) -> Edit:
        catalog.clusters.add(
            {group["id"]: group["name"] for group in self.groups}
        )  # not named yet, as Undo leaves them
        return super().inverse(catalog)

    def change(self, catalog: Catalog) -> Changes:
        for group in self.groups:
            old = catalog.clusters.get(group["id"])
            locked = old is not None and old.locked
            catalog.clusters.put(Cluster(group["id"], group["name"], named_by_user=True, locked=locked))
            Move(group["files"], group["id"]).change(catalog)
        return MOVED


def take_over(catalog: Catalog, groups: Sequence[tuple[str, Sequence[int]]]) -> TakeOver:
    """The edit for these names and files (ids); a UserError where nothing is left to be done.

    What the user has said here already stands: photos that are pinned, locked or kept out stay where they are. One in
    several groups goes to the smallest: it says the most.
    """
    with catalog.reading():
        corrections = catalog.corrections.all()  # of which members of locked clusters are pins, too
        visible = catalog.clusters.visible()
        there = {c.name.casefold(): c for c in visible if not c.unsure}
        taken = {get_cluster(catalog, UNSURE).name, *(c.name for c in visible)}
        free = iter(catalog.clusters.fresh_ids(len(groups)))
    placed = {*corrections.pins}
    made: dict[str, dict[str, Any]] = {}
    for name, files in sorted(groups, key=lambda group: len(group[1])):
        known = there.get(name.casefold())
        id_ = known.id if known else next(free)
        kept_out = {file for file in files if id_ in corrections.rejections.get(file, ())}
        own = [file for file in dict.fromkeys(files) if file not in placed and file not in kept_out]
        if own:
            placed.update(own)
            made[id_] = {"id": id_, "name": known.name if known else _name(name, taken), "files": own}
    if not made:
        raise UserError("Nothing is left to take over: these photos have a place of yours already.")
    return TakeOver(list(made.values()))


def _name(name: str, taken: set[str]) -> str:
    own = unique_name(name, taken)
    taken.add(own)
    return own
