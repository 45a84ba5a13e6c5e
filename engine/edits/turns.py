"""Edits of how photos are turned: as they are shown, the files stay as they are."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.errors import Sentence
from engine.core.records import Changes
from engine.edits.edit import Edit, register
from engine.edits.photos import photos
from engine.library.catalog.catalog import Catalog
from engine.library.rotations import keep_turns, kept_turns


@register("turn")
@dataclass(frozen=True)
class Turn(Edit):
    """Show contents (digests) so many quarters further clockwise."""

    contents: list[str]
    quarters: int

    def label(self, catalog: Catalog) -> Sentence:
        count = photos(len(self.contents))
        if self.quarters % 4 == 1:
            return Sentence("turn {photos} to the right", photos=count)
        if self.quarters % 4 == 3:
            return Sentence("turn {photos} to the left", photos=count)
        return Sentence("turn {photos} upside down", photos=count)

    def inverse(self, catalog: Catalog) -> Edit:
        return Turn(self.contents, -self.quarters)

    def change(self, catalog: Catalog) -> Changes:
        kept = kept_turns(catalog)
        keep_turns(catalog, {digest: kept.get(digest, 0) + self.quarters for digest in self.contents})
        return Changes.PHOTOS
