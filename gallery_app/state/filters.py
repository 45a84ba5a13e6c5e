"""Filters: which photos of the open library are visible, and how they are grouped; one state for all views."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QLocale, QObject, Signal

from engine.core.folding import fold
from engine.core.records import Ints
from engine.gallery.filtering import FilterOptions, FilterResult, SimilarTo, filter_gallery
from engine.gallery.groups import same_groups
from engine.gallery.search import Finder, Said
from engine.gallery.searching.query import MONTHS
from engine.gallery.snapshot import Gallery
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask


class Filters(QObject):
    """`set_options` says what to show; the result is computed off the GUI thread and comes with `changed`.

    A new gallery brings its own result (see `evaluate`), so that `shown` always fits the session's gallery.
    """

    changed = Signal(object)  # origin

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._finder = Finder()
        self._months = MONTHS | _months(QLocale())
        self._evaluation = LatestTask(partial(jobs.run, priority=1))
        self._origin: object = None
        self.options = FilterOptions()
        self.shown = self.evaluate(Gallery())

    @property
    def one_only(self) -> bool:
        """Whether only the photos of one cluster or one person are shown."""
        return self.options.only is not None or self.options.person is not None

    @property
    def rows(self) -> Ints:
        """Gallery rows that are visible."""
        return self.shown.rows

    @property
    def ids(self) -> Ints:
        """File ids that are visible."""
        return self.shown.gallery.ids[self.shown.rows]

    @property
    def visible_ids(self) -> Set[int]:
        """File ids that are visible, or will be once the filters that were cleared are evaluated."""
        everything = self.shown.everything or not self.options.filters
        return self.shown.gallery.row_of.keys() if everything else frozenset(self.ids.tolist())

    def files_of(self, cluster: str) -> list[int]:
        """File ids of a cluster; of those a search leaves what it finds."""
        gallery = self.shown.gallery
        ids: list[int] = gallery.ids[gallery.members(cluster)].tolist()
        if not replace(self.options, only=None).filters:
            return ids
        visible = self.visible_ids
        return [id_ for id_ in ids if id_ in visible]

    def evaluate(self, gallery: Gallery) -> FilterResult:
        """Apply the current options to a gallery; on any thread."""
        return filter_gallery(gallery, self.options, self._finder, self._months)

    def say_by(self, said: Said) -> None:
        """Rank by whole sentences, too; `said` is asked on the thread that searches."""
        self._finder.said = said

    def again(self, origin: object) -> None:
        """Evaluate the same options once more: a search finds more than before."""
        self._origin = origin
        self._evaluate_soon()

    def prepare(self) -> None:
        """Build the search index ahead of the first search."""
        gallery = self.shown.gallery
        self._jobs.run(lambda: self._finder.index(gallery))

    def set_result(self, shown: FilterResult) -> None:
        """Take the result for a new gallery; emits nothing, for the session announces the gallery itself."""
        self.shown = shown
        self._evaluation.drop()
        if shown.options is not self.options:
            self._evaluate_soon()

    def take_understood(self, shown: FilterResult, origin: object) -> None:
        """Take the result for the same photos, of which more is known; `changed` where others are shown for that."""
        before = self.shown
        self.set_result(shown)
        if not np.array_equal(before.rows, shown.rows) or not same_groups(before.groups, shown.groups):
            self.changed.emit(origin)

    def forget(self) -> None:
        """Reset search and similarity for another library; the grouping stays."""
        self.options = self.options.unfiltered
        self._evaluation.drop()
        self.shown = self.evaluate(Gallery())

    def set_options(self, options: FilterOptions, origin: object) -> None:
        """Filter by these options; `changed` follows once the result is there, for the latest call only."""
        if options == self.options:
            return
        self.options, self._origin = options, origin
        self._evaluate_soon()

    def find(self, query: str, origin: object) -> None:
        """Show only what the search text finds."""
        self.set_options(replace(self.options, query=query), origin)

    def clear(self, origin: object) -> None:
        """Show everything again, in the same groups; immediately where the groups are already known."""
        options, shown = self.options.unfiltered, self.shown
        ungrouped = options.group == "content" and options.clusters and bool(shown.gallery.clusters)
        known = ungrouped or not (shown.ranked or shown.options.similar_to is not None)
        if options == self.options or shown.options.unfiltered != options or not known:
            self.set_options(options, origin)
            return
        self._evaluation.drop()
        self.options = options
        rows, counts = np.arange(len(shown.gallery)), shown.gallery.understood.kind_counts
        if ungrouped:
            self.shown = FilterResult(options, shown.gallery, rows, kinds=counts)
        else:
            self.shown = replace(shown, options=options, rows=rows, order=None, found=None, kinds=counts)
        self.changed.emit(origin)

    def show_only(self, cluster: str | None, origin: object) -> None:
        """Show only the photos of this cluster; None: all again, those of a person alone no longer."""
        person = None if cluster is None else self.options.person
        self.set_options(replace(self.options, only=cluster, person=person), origin)

    def reveal(self, key: str, origin: object) -> None:
        """Let a cluster or group be seen: in place of the only one that is shown, or without what hides all of it.

        Of what a search puts into one list, the best first, only those of the cluster stay.
        """
        shown = self.shown
        if shown.ranked and self.options.only is None and key in (clusters := [c.id for c in shown.gallery.clusters]):
            found = (shown.gallery.labels[shown.rows] == clusters.index(key)).any()
            (self.show_only(key, origin) if found else self.clear(origin))
            return
        keys, labels = self._keys(shown), shown.gallery.labels if shown.groups is None else shown.groups.labels
        if self.options.only is not None and any(cluster.id == key for cluster in shown.gallery.clusters):
            self.show_only(key, origin)
        elif key in keys and self.options.filters and not (labels[shown.rows] == keys.index(key)).any():
            self.clear(origin)

    def has(self, key: str) -> bool:
        """Whether there is a cluster, or a group, of this key."""
        return key in self._keys(self.shown) or any(c.id == key for c in self.shown.gallery.clusters)

    @staticmethod
    def _keys(shown: FilterResult) -> list[str]:
        return [c.id for c in shown.gallery.clusters] if shown.groups is None else list(shown.groups.keys)

    def toggle_kind(self, kind: str, origin: object) -> None:
        """Show photos of this kind, too, beside those of the kinds chosen before; or no longer."""
        self.set_options(replace(self.options, kinds=self.options.kinds ^ {kind}), origin)

    def show_all_kinds(self, origin: object) -> None:
        self.set_options(replace(self.options, kinds=frozenset()), origin)

    def similar_to(self, file: int, near: list[tuple[int, float]], origin: object) -> None:
        """Show a file and its neighbours `near`, pairs of file id and cosine similarity, most similar first."""
        self.set_options(replace(self.options, similar_to=SimilarTo(file, ((file, 1.0), *near))), origin)

    def _evaluate_soon(self) -> None:
        gallery = self.shown.gallery
        self._evaluation.submit(lambda: self.evaluate(gallery), self._evaluated)

    def _evaluated(self, shown: FilterResult) -> None:
        self.shown = shown
        if shown.options is self.options:
            self.changed.emit(self._origin)
        else:
            self._evaluate_soon()  # the options changed while this was computed


def _months(locale: QLocale) -> dict[str, int]:
    """Month number by its folded name in the user's language, long and short."""
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    return {fold(locale.monthName(month, form)).strip("."): month for month in range(1, 13) for form in forms}
