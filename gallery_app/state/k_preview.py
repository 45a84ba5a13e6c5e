"""KPreview: shows the dendrogram cut at k while the user changes k, then stores the cut and starts the training."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from engine.core.errors import UserError
from engine.core.records import Changes
from engine.gallery.filtering import FilterResult
from engine.gallery.snapshot import Gallery
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions
from engine.versions.library_cut import LibraryCut, activate_cut, load_library_cut
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.engine_client.run import Run
from gallery_app.i18n.cluster_names import with_translated_names
from gallery_app.state.proposals import Proposals
from gallery_app.state.session import Session


class KPreview(QObject):
    """One cut at a time, for the latest k; a library without a dendrogram is trained once k is final."""

    def __init__(self, session: Session, jobs: JobRunner, proposals: Proposals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._proposals = session, proposals
        self._loading = LatestTask(session.query)
        self._cutting = LatestTask(partial(jobs.run, priority=2))
        self._library_cut: LibraryCut | None = None
        self._active_gallery: Gallery | None = None  # the catalog's clustering, which is cut
        self._emitting = False  # a change of the session is our own
        self._training: Run | None = None  # for the k that was committed last
        self._wanted_k: int | None = None
        self.shown: int | None = None  # k of the cut that is shown and not stored yet
        session.changed.connect(self._follow)
        session.opened.connect(self._forget)

    @property
    def ready(self) -> bool:
        """Whether the dendrogram is loaded."""
        return self._library_cut is not None

    def prepare(self) -> None:
        """Load the dendrogram ahead of the first change of k."""
        if self._library_cut is None and not self._loading.busy:
            self._loading.submit(load_cuts, self._loaded)

    def preview(self, k: int) -> None:
        """Show the cut into k clusters as soon as possible; training for another k is stopped."""
        if self._training is not None:
            self._session.jobs.stop(self._training)
            self._training = None
        self._wanted_k = k
        self._continue()

    def commit(self, options: OrganiseOptions) -> None:
        """Store the cut into `options.k` clusters and train for it; with k chosen automatically, only train."""
        k, self._wanted_k = options.k, None
        if k == self._active_k():
            self._show_active()  # changed there and back again
            return
        if k is None:
            self._show_active()  # a cut that is only shown is not what is trained for
        else:
            self._session.write(lambda library: _activate(library, k), self)
        self._training = self._proposals.retrain(options, quietly=k is not None)

    def _active_k(self) -> int:
        """The number of clusters of the clustering in the catalog."""
        gallery = self._session.gallery if self._active_gallery is None else self._active_gallery
        return gallery.cluster_count

    def _continue(self) -> None:
        if self._wanted_k is None or self._loading.busy or self._cutting.busy:
            return
        if self._library_cut is None:
            self.prepare()
        elif self._wanted_k != self.shown and self._library_cut.least <= self._wanted_k <= self._library_cut.most:
            self._cut(self._library_cut, self._wanted_k)

    def _loaded(self, library_cut: LibraryCut | None) -> None:
        self._library_cut, self._active_gallery = library_cut, self._session.gallery
        if library_cut is None:
            self._wanted_k = None  # a clustering of an earlier version has no dendrogram
        self._continue()

    def _cut(self, library_cut: LibraryCut, k: int) -> None:
        gallery, session = self._active_gallery, self._session
        assert gallery is not None

        def work() -> tuple[Gallery, FilterResult]:
            cut = with_translated_names(library_cut.preview(gallery, k), gallery.clusters)
            return cut, session.filters.evaluate(cut)

        def done(found: tuple[Gallery, FilterResult]) -> None:
            # Not what the hand has left behind: while views show that, the number beside the pointer would lag.
            if library_cut is self._library_cut and self._wanted_k == k:
                self._show(*found, k)
            self._continue()

        self._cutting.submit(work, done, self._cut_failed)

    def _show_active(self) -> None:
        gallery, session = self._active_gallery, self._session
        if gallery is not None and self.shown is not None:

            def done(shown: FilterResult) -> None:
                if gallery is self._active_gallery and self._wanted_k is None:
                    self._show(gallery, shown, None)

            self._cutting.submit(lambda: session.filters.evaluate(gallery), done)

    def _show(self, gallery: Gallery, shown: FilterResult, k: int | None) -> None:
        self.shown = k
        self._emitting = True
        self._session.show_preview(gallery, shown, self)
        self._emitting = False

    def _cut_failed(self, sentence: str) -> None:
        self._wanted_k = None
        self._session.failed.emit(sentence)

    def _follow(self, _changes: Changes, _origin: object) -> None:
        """The catalog has changed: the loaded dendrogram is stale."""
        if not self._emitting:
            self._loading.drop()
            self._library_cut = self._active_gallery = self.shown = None
            self._continue()

    def _forget(self) -> None:
        self._library_cut = self._active_gallery = self.shown = self._wanted_k = self._training = None
        self._loading.drop()
        self._cutting.drop()


def load_cuts(library: Library) -> LibraryCut | None:
    """The library's dendrogram, on the serial lane; None where it has none."""
    try:
        library_cut = load_library_cut(library.catalog)
    except UserError:
        return None
    library_cut.cut(library_cut.least)  # warm up: the first cut imports what the others need
    return library_cut


def _activate(library: Library, k: int) -> Changes:
    try:
        return activate_cut(library.catalog, k)
    except UserError:
        return Changes.NOTHING  # finer than the dendrogram: only training gets there
