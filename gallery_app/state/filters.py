"""Filters: which photos of the open library are shown, and in which groups; one state for all views."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QLocale, QObject, Signal

from engine.core.folding import fold
from engine.core.records import Ints
from engine.gallery.filtering import FilterOptions, FilterResult, SimilarTo, show
from engine.gallery.query import MONTHS
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask


class Filters(QObject):
    """`want` says what to show; the answer is worked out off the GUI thread and comes with `changed`.

    A new gallery brings its answer along (see `look`), so that what is shown always fits the session's gallery.
    """

    changed = Signal(object)  # origin

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._finder = Finder()
        self._months = MONTHS | _months(QLocale())
        self._answer = LatestTask(partial(jobs.run, priority=1))
        self._origin: object = None
        self.ask = FilterOptions()
        self.shown = self.look(Gallery())

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
        everything = self.shown.everything or not self.ask.filters
        return self.shown.gallery.row_of.keys() if everything else frozenset(self.ids.tolist())

    def look(self, gallery: Gallery) -> FilterResult:
        """What is shown of a gallery; on any thread."""
        return show(gallery, self.ask, self._finder, self._months)

    def prepare(self) -> None:
        """Somebody is about to look for something: make ready what the first answer would wait for."""
        gallery = self.shown.gallery
        self._jobs.run(lambda: self._finder.index(gallery))

    def take(self, shown: FilterResult) -> None:
        """A new gallery: the session says so itself."""
        self.shown = shown
        self._answer.drop()
        if shown.ask is not self.ask:
            self._work()

    def forget(self) -> None:
        """Another library: nothing is looked for in it yet."""
        self.ask = replace(self.ask, words="", like=None)
        self._answer.drop()
        self.shown = self.look(Gallery())

    def want(self, ask: FilterOptions, origin: object) -> None:
        """Show what is asked for as soon as it is known; `changed` follows, for the latest wish only."""
        if ask == self.ask:
            return
        self.ask, self._origin = ask, origin
        self._work()

    def find(self, words: str, origin: object) -> None:
        """Show only what words find."""
        self.want(replace(self.ask, words=words), origin)

    def clear(self, origin: object) -> None:
        """Show everything again, in the same groups: at once, where those are known."""
        ask = replace(self.ask, words="", like=None)
        if ask == self.ask or replace(self.shown.ask, words="") != ask:
            self.want(ask, origin)
            return
        self._answer.drop()
        self.ask, everything = ask, np.arange(len(self.shown.gallery))
        self.shown = replace(self.shown, ask=ask, rows=everything)
        self.changed.emit(origin)

    def like(self, file: int, near: list[tuple[int, float]], origin: object) -> None:
        """Show a file and those `near` it, the most alike first."""
        self.want(replace(self.ask, like=SimilarTo(file, ((file, 1.0), *near))), origin)

    def _work(self) -> None:
        gallery = self.shown.gallery
        self._answer.ask(lambda: self.look(gallery), self._found)

    def _found(self, shown: FilterResult) -> None:
        self.shown = shown
        if shown.ask is self.ask:
            self.changed.emit(self._origin)
        else:
            self._work()  # it was wanted otherwise just before it was worked out


def _months(locale: QLocale) -> dict[str, int]:
    """The names of months in the user's language, as words are compared."""
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    return {fold(locale.monthName(month, form)).strip("."): month for month in range(1, 13) for form in forms}
