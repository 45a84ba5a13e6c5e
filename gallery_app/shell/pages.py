"""Pages: which of its pages fills the window - the start, a message, the photos, or what lies over them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.bidi import isolated
from gallery_app.shell.main_window import MainWindow
from gallery_app.shell.start_page import MessagePage
from gallery_app.shell.work_page import WorkPage
from gallery_app.state.proposals import Proposals
from gallery_app.state.session import Session
from gallery_app.views.review.ask_page import AskPage
from gallery_app.views.review.duplicates_page import DuplicatesPage
from gallery_app.views.review.retrain_preview import RetrainPreview
from gallery_app.views.viewer.viewer import Viewer


class Pages(QObject):
    """The page one works on stays as long as there is something to show; the others come back to it."""

    turned = Signal()  # to another page, or to full screen and back
    back_at_work = Signal()  # from a page that lay over the photos

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        jobs: JobRunner,
        settings: AppSettings,
        work: WorkPage,
        proposals: Proposals,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._pages = window, session, window.pages
        self.work, self.message = work, MessagePage()
        self.viewer = Viewer(session, jobs, lambda: settings.slide_seconds)
        self.ask, self.duplicates = AskPage(session, jobs), DuplicatesPage(session, jobs)
        self.preview = RetrainPreview(session, proposals)
        self._over = (self.viewer, self.ask, self.preview, self.duplicates)  # pages that lie over the photos
        for page in (self.message, work, *self._over):
            self._pages.addWidget(page)
        for over in self._over:
            over.closed.connect(self._return)
        for changed in (window.screen_changed, self._pages.currentChanged, self.viewer.slideshow.changed):
            changed.connect(self._immerse)
        session.failed.connect(self._failed)
        proposals.arrived.connect(self.show_proposal)

    @property
    def at_work(self) -> bool:
        """Shelf and photos are seen."""
        return self._pages.currentWidget() is self.work

    @property
    def viewed(self) -> bool:
        """One photo is seen, as large as the window."""
        return self._pages.currentWidget() is self.viewer

    # Over the photos

    def show_photo(self, file: int) -> None:
        """One photo as large as the window."""
        self.viewer.show_photo(file)
        self._pages.setCurrentWidget(self.viewer)
        self.viewer.setFocus()

    def show_slides(self) -> None:
        """From the photo that is looked at, or the first that is shown."""
        if not self.viewed:
            photos, current = self.work.grid.photos, self._session.current
            if not len(photos):
                return
            self.show_photo(int(photos.ids[max(photos.position_of(current), 0)]))
        self.viewer.slideshow.start()

    def leave_viewer(self) -> None:
        """Back to the photos, if one fills the window."""
        if self.viewed:
            self.viewer.closed.emit()

    def ask_me(self) -> None:
        """One question after the other about doubtful photos, over the whole window."""
        self._pages.setCurrentWidget(self.ask)
        self.ask.start()

    def review_copies(self) -> None:
        """Near-identical photos, group after group, over the whole window."""
        self._pages.setCurrentWidget(self.duplicates)
        self.duplicates.start()

    def show_proposal(self) -> None:
        """What the retrain would change, unless something else fills the window: then the bar waits."""
        if self.at_work:
            self._pages.setCurrentWidget(self.preview)
            self.preview.setFocus()

    def _return(self) -> None:
        self._pages.setCurrentWidget(self.work)
        self.back_at_work.emit()
        self.focus_photos()

    def focus_photos(self) -> None:
        """Give the keys to the photos, or to the map where they are hidden."""
        (self.work.map if self.work.grid.isHidden() else self.work.grid).setFocus()

    def _immerse(self, _page: int = 0) -> None:
        """Nothing but the photo: the viewer in full screen has no bars."""
        self.viewer.immerse()
        self._window.menuBar().setVisible(not (self.viewed and self.viewer.immersion.on))
        self.turned.emit()

    # What there is to show

    def refresh(self) -> None:
        """The page for what is open now; one that lies over the photos stays while there are any."""
        session, window = self._session, self._window
        if session.library is None:
            if session.problem:
                self._explain("error", self.tr("This folder could not be opened"), session.problem)
            else:
                self._pages.setCurrentWidget(window.ground if session.opening else window.start)
        elif len(session.gallery) or session.busy:
            shown = self._pages.currentWidget()
            if shown is not self.work and (shown not in self._over or not len(session.gallery)):
                self._pages.setCurrentWidget(self.work)
                self.focus_photos()
        else:
            nothing = self.tr("There are no pictures in {0}, or none that could be read.")
            nothing = nothing.format(isolated(str(session.folder)))
            self._explain("photos", self.tr("Nothing to show yet"), session.problem or nothing)

    def _failed(self, sentence: str) -> None:
        if sentence == self._session.problem:
            self.refresh()
        elif self._session.library is None:
            self._explain("error", self.tr("This folder could not be opened"), sentence)

    def _explain(self, drawing: str, title: str, sentence: str) -> None:
        self.message.show_message(drawing, title, sentence, again=True, unread=self._session.gallery.skipped)
        self._pages.setCurrentWidget(self.message)
