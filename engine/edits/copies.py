"""Edits of near-identical photos: which of them are kept, whatever else looks the same."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.errors import Sentence
from engine.core.records import Changes
from engine.edits.edit import Edit, register
from engine.edits.photos import photos
from engine.library.catalog.catalog import Catalog


@register("keep copies")
@dataclass(frozen=True)
class KeepCopies(Edit):
    """Keep all of these near-identical photos: they are not shown as copies of one another any more."""

    files: list[int]

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("keep {photos} that look the same", photos=photos(len(self.files)))

    def inverse(self, catalog: Catalog) -> Edit:
        kept = catalog.corrections.kept_copies()
        return ReviewCopies([file for file in self.files if file not in kept])

    def change(self, catalog: Catalog) -> Changes:
        catalog.corrections.keep_copies(self.files)
        return Changes.CORRECTIONS


@register("review copies")
@dataclass(frozen=True)
class ReviewCopies(Edit):
    """Show these photos among the near-identical ones again."""

    files: list[int]

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("show {photos} that look the same again", photos=photos(len(self.files)))

    def inverse(self, catalog: Catalog) -> Edit:
        kept = catalog.corrections.kept_copies()
        return KeepCopies([file for file in self.files if file in kept])

    def change(self, catalog: Catalog) -> Changes:
        catalog.corrections.release_copies(self.files)
        return Changes.CORRECTIONS
