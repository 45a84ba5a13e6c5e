"""Filters: which photos of the open library are shown, and in which groups; one state for all views."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QLocale, QObject, Signal

from engine.core.folding import fold
from engine.core.records import Ints
from engine.gallery.filtering import FilterOptions, FilterResult, SimilarTo, filter_gallery
from engine.gallery.query import MONTHS
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask


class Filters(QObject):
    """`set_options` says what to show; the answer is worked out off the GUI thread and comes with `changed`.

    A new gallery brings its answer along (see `evaluate`), so that what is shown always fits the session's gallery.
    """

    changed = Signal(object)  # origin

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._finder = Finder()
        self._months = MONTHS | _months(QLocale())
        self._answer = LatestTask(partial(jobs.run, priority=1))
        self._origin: object = None
        self.options = FilterOptions()
        self.shown = self.evaluate(Gallery())

    @property
    def rows(self) -> Ints:
        """The rows of the gallery that are shown."""
        return self.shown.rows

    @property
    def ids(self) -> Ints:
        """The files that are shown."""
        return self.shown.gallery.ids[self.shown.rows]

    @property
    def in_sight(self) -> Set[int]:
        """The files that are shown, or will be as soon as everything is."""
        everything = self.shown.everything or not self.options.filters
        return self.shown.gallery.row_of.keys() if everything else frozenset(self.ids.tolist())

    def evaluate(self, gallery: Gallery) -> FilterResult:
        """What is shown of a gallery; on any thread."""
        return filter_gallery(gallery, self.options, self._finder, self._months)

    def prepare(self) -> None:
        """Somebody is about to look for something: make ready what the first answer would wait for."""
        gallery = self.shown.gallery
        self._jobs.run(lambda: self._finder.index(gallery))

    def set_result(self, shown: FilterResult) -> None:
        """A new gallery: the session says so itself."""
        self.shown = shown
        self._answer.drop()
        if shown.options is not self.options:
            self._work()

    def forget(self) -> None:
        """Another library: nothing is looked for in it yet."""
        self.options = replace(self.options, query="", similar_to=None)
        self._answer.drop()
        self.shown = self.evaluate(Gallery())

    def set_options(self, options: FilterOptions, origin: object) -> None:
        """Show what is asked for as soon as it is known; `changed` follows, for the latest wish only."""
        if options == self.options:
            return
        self.options, self._origin = options, origin
        self._work()

    def find(self, query: str, origin: object) -> None:
        """Show only what words find."""
        self.set_options(replace(self.options, query=query), origin)

    def clear(self, origin: object) -> None:
        """Show everything again, in the same groups: at once, where those are known."""
        options = replace(self.options, query="", similar_to=None)
        if options == self.options or replace(self.shown.options, query="") != options:
            self.set_options(options, origin)
            return
        self._answer.drop()
        self.options, everything = options, np.arange(len(self.shown.gallery))
        self.shown = replace(self.shown, options=options, rows=everything)
        self.changed.emit(origin)

    def similar_to(self, file: int, near: list[tuple[int, float]], origin: object) -> None:
        """Show a file and those `near` it, the most alike first."""
        self.set_options(replace(self.options, similar_to=SimilarTo(file, ((file, 1.0), *near))), origin)

    def _work(self) -> None:
        gallery = self.shown.gallery
        self._answer.options(lambda: self.evaluate(gallery), self._found)

    def _found(self, shown: FilterResult) -> None:
        self.shown = shown
        if shown.options is self.options:
            self.changed.emit(self._origin)
        else:
            self._work()  # it was wanted otherwise just before it was worked out


def _months(locale: QLocale) -> dict[str, int]:
    """The names of months in the user's language, as words are compared."""
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    return {fold(locale.monthName(month, form)).strip("."): month for month in range(1, 13) for form in forms}
