"""Turning: photos are cut anew while k is turned; when the hand rests the cut stands, and training follows."""

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
from gallery_app.i18n.cluster_names import in_users_language
from gallery_app.state.proposals import Proposals
from gallery_app.state.session import Session


class KPreview(QObject):
    """One cut at a time, for the latest k; a library that cannot be cut is trained when the hand rests."""

    def __init__(self, session: Session, jobs: JobRunner, proposals: Proposals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._proposals = session, proposals
        self._loading = LatestTask(session.query)
        self._cutting = LatestTask(partial(jobs.run, priority=2))
        self._recut: LibraryCut | None = None
        self._from: Gallery | None = None  # what stands, to be cut
        self._showing = False  # it is this that changes what the session shows
        self._training: Run | None = None  # for the k that was turned to last
        self._wanted: int | None = None
        self.shown: int | None = None  # k of the cut that is shown and not written yet
        session.changed.connect(self._follow)
        session.opened.connect(self._forget)

    @property
    def ready(self) -> bool:
        """Whether it is known what can be cut."""
        return self._recut is not None

    def prepare(self) -> None:
        """The hand comes near: read what can be cut."""
        if self._recut is None and not self._loading.busy:
            self._loading.ask(load_cuts, self._loaded)

    def preview(self, k: int) -> None:
        """Show k clusters as soon as can be; training for another k is no longer wanted."""
        if self._training is not None:
            self._session.jobs.stop(self._training)
            self._training = None
        self._wanted = k
        self._go_on()

    def commit(self, options: OrganiseOptions) -> None:
        """Make k clusters of what stands, and train for them; where the program chooses k it is only trained."""
        k, self._wanted = options.k, None
        if k == self._stands():
            self._show_what_stands()  # turned there and back again
            return
        if k is None:
            self._show_what_stands()  # a cut that is only shown is not what is trained for
        else:
            self._session.write(lambda library: _activate(library, k), self)
        self._training = self._proposals.retrain(options, quietly=k is not None)

    def _stands(self) -> int:
        """How many clusters the catalog holds."""
        gallery = self._session.gallery if self._from is None else self._from
        return gallery.cluster_count

    def _go_on(self) -> None:
        if self._wanted is None or self._loading.busy or self._cutting.busy:
            return
        if self._recut is None:
            self.prepare()
        elif self._wanted != self.shown and self._recut.least <= self._wanted <= self._recut.most:
            self._cut(self._recut, self._wanted)

    def _loaded(self, library_cut: LibraryCut | None) -> None:
        self._recut, self._from = library_cut, self._session.gallery
        if library_cut is None:
            self._wanted = None  # what an earlier version made is trained when the hand rests
        self._go_on()

    def _cut(self, library_cut: LibraryCut, k: int) -> None:
        gallery, session = self._from, self._session
        assert gallery is not None

        def work() -> tuple[Gallery, FilterResult]:
            cut = in_users_language(library_cut.preview(gallery, k), gallery.clusters)
            return cut, session.filters.evaluate(cut)

        def done(found: tuple[Gallery, FilterResult]) -> None:
            if library_cut is self._recut and self._wanted is not None:  # else the hand rests, perhaps elsewhere
                self._show(*found, k)
            self._go_on()

        self._cutting.ask(work, done, self._refused)

    def _show_what_stands(self) -> None:
        gallery, session = self._from, self._session
        if gallery is not None and self.shown is not None:

            def done(shown: FilterResult) -> None:
                if gallery is self._from and self._wanted is None:
                    self._show(gallery, shown, None)

            self._cutting.ask(lambda: session.filters.evaluate(gallery), done)

    def _show(self, gallery: Gallery, shown: FilterResult, k: int | None) -> None:
        self.shown = k
        self._showing = True
        self._session.show_preview(gallery, shown, self)
        self._showing = False

    def _refused(self, sentence: str) -> None:
        self._wanted = None
        self._session.failed.emit(sentence)

    def _follow(self, _changes: Changes, _origin: object) -> None:
        """Another state of the catalog: what was read of it is stale."""
        if not self._showing:
            self._loading.drop()
            self._recut = self._from = self.shown = None
            self._go_on()

    def _forget(self) -> None:
        self._recut = self._from = self.shown = self._wanted = self._training = None
        self._loading.drop()
        self._cutting.drop()


def load_cuts(library: Library) -> LibraryCut | None:
    """What can be cut, on the serial lane; None where nothing can."""
    try:
        library_cut = load_library_cut(library.catalog)
    except UserError:
        return None
    library_cut.cut(library_cut.least)  # the first one imports what the others need
    return library_cut


def _activate(library: Library, k: int) -> Changes:
    try:
        return activate_cut(library.catalog, k)
    except UserError:
        return Changes.NOTHING  # finer than what stands can be cut: training comes to it
