"""Pages: which page fills the window: the start page, a message, the photos, or an overlay page."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.bidi import isolated
from gallery_app.shell.main_window import MainWindow
from gallery_app.shell.start_page import MessagePage
from gallery_app.shell.work_page import WorkPage
from gallery_app.state.proposals import Proposals
from gallery_app.state.session import Session
from gallery_app.state.shootout.shootout import Shootout
from gallery_app.views.culling.review_page import ReviewPage
from gallery_app.views.culling.space_page import SpacePage
from gallery_app.views.filing.filing_page import FilingPage
from gallery_app.views.history.history_page import HistoryPage
from gallery_app.views.lab.lab_page import LabPage
from gallery_app.views.parts.unread_list import read_again
from gallery_app.views.people.who.who_page import WhoPage
from gallery_app.views.review.ask_page import AskPage
from gallery_app.views.review.duplicates_page import DuplicatesPage
from gallery_app.views.review.retrain_preview import RetrainPreview
from gallery_app.views.safety.damaged_page import DamagedPage
from gallery_app.views.shootout.shootout_page import ShootoutPage
from gallery_app.views.viewer.viewer import Viewer

CoveringPage = (
    Viewer
    | AskPage
    | DuplicatesPage
    | RetrainPreview
    | FilingPage
    | HistoryPage
    | ReviewPage
    | SpacePage
    | ShootoutPage
    | LabPage
    | WhoPage
)


class Pages(QObject):
    """The work page is shown while there are photos; overlay pages return to it."""

    turned = Signal()  # another page is shown, or full screen is entered or left
    returned = Signal()  # from an overlay page to the photos

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
        self._window, self._session, self._pages, self._proposals = window, session, window.pages, proposals
        self.work, self.message = work, MessagePage()
        self.viewer = Viewer(session, jobs, lambda: settings.slide_seconds)
        self.ask, self.duplicates = AskPage(session, jobs), DuplicatesPage(session, jobs)
        self.preview = RetrainPreview(session, jobs, proposals)
        self.history = HistoryPage(session, jobs)
        self._focus_before: QWidget | None = None  # what had the keys on the work page
        self._overlays: list[QWidget] = []  # they cover the photos
        self._damaged: DamagedPage | None = None
        for page in (self.message, work):
            self._pages.addWidget(page)
        window.add_foot(work.strip)
        work.strip.hide()
        for overlay in (self.viewer, self.ask, self.preview, self.duplicates, self.history):
            self.add_overlay(overlay)
        for changed in (window.fullscreen_changed, self._pages.currentChanged, self.viewer.slideshow.changed):
            changed.connect(self._update_bars)
        session.failed.connect(self._failed)
        session.opened.connect(self.message.stop_looking)
        self.message.unread.again.connect(partial(read_again, session))
        proposals.arrived.connect(self.show_proposal)

    @cached_property
    def shootout(self) -> ShootoutPage:
        """Made when it is first needed: the window is there sooner without it."""
        page = ShootoutPage(self._session, Shootout(self._session, self._proposals, self))
        self.add_overlay(page)
        return page

    @property
    def at_work(self) -> bool:
        """Whether the work page is shown."""
        return self._pages.currentWidget() is self.work

    @property
    def in_viewer(self) -> bool:
        """Whether the viewer is shown."""
        return self._pages.currentWidget() is self.viewer

    def add_overlay(self, page: CoveringPage) -> None:
        """Add a page that covers the photos until it is closed."""
        self._overlays.append(page)
        self._pages.addWidget(page)
        page.closed.connect(self._return)

    def add_damaged(self, page: DamagedPage) -> None:
        """Add the page that is shown while the catalog of the folder is damaged or missing."""
        self._damaged = page
        self._pages.addWidget(page)

    # Over the photos

    def show_photo(self, file: int) -> None:
        """Show a photo (file id) in the viewer."""
        self.viewer.show_photo(file)
        self.cover_with(self.viewer)
        self.viewer.setFocus()

    def start_slideshow(self) -> None:
        """Start at the viewed or current photo, or else at the first visible one."""
        if not self.in_viewer:
            photos, current = self.work.grid.photos, self._session.current
            if not len(photos):
                return
            self.show_photo(int(photos.ids[max(photos.position_of(current), 0)]))
        self.viewer.slideshow.start()

    def leave_viewer(self) -> None:
        """Close the viewer, if it is open."""
        if self.in_viewer:
            self.viewer.closed.emit()

    def ask_me(self) -> None:
        """Start a round of questions about doubtful photos."""
        self.cover_with(self.ask)
        self.ask.start()

    def review_duplicates(self) -> None:
        """Start a review of near-identical photos."""
        self.cover_with(self.duplicates)
        self.duplicates.start()

    def show_history(self) -> None:
        """Show what was done, and the way back from each."""
        self.cover_with(self.history)
        self.history.start()

    def compare_methods(self) -> None:
        """Show methods side by side."""
        self.cover_with(self.shootout)
        self.shootout.start()

    def show_proposal(self) -> None:
        """Show the preview of the proposal; over another page the proposal bar waits instead."""
        if self.at_work:
            self.cover_with(self.preview)
            self.preview.setFocus()

    def cover_with(self, page: QWidget) -> None:
        """Show an overlay page; what has the keys now gets them back afterwards."""
        if self.at_work:
            self._focus_before = QApplication.focusWidget()
        self._pages.setCurrentWidget(page)

    def _return(self) -> None:
        self._pages.setCurrentWidget(self.work)
        if not len(self._session.gallery):
            self.refresh()  # every photo may have been filed away
        self.returned.emit()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible() and self.work.isAncestorOf(before):
            before.setFocus()
        else:
            self.focus_photos()

    def focus_photos(self) -> None:
        """Give the keyboard focus to the grid, or to the map where the grid is hidden."""
        (self.work.map if self.work.grid.isHidden() else self.work.grid).setFocus()

    def _update_bars(self, _page: int = 0) -> None:
        """Hide all bars while the viewer is in full screen; the strip is there wherever photos are."""
        self.viewer.immerse()
        immersed = self.in_viewer and self.viewer.immersion.on
        self._window.menuBar().setVisible(not immersed)
        shown = self._pages.currentWidget()
        self.work.strip.setVisible(not immersed and (shown is self.work or shown in self._overlays))
        self.turned.emit()

    # What there is to show

    def refresh(self) -> None:
        """Show the page for the session's state; an overlay page stays while there are photos."""
        session, window = self._session, self._window
        if session.library is None:
            if session.damaged is not None and self._damaged is not None:
                self._damaged.leave_question()
                self._pages.setCurrentWidget(self._damaged)
            elif session.opening and self._pages.currentWidget() is self._damaged:
                return  # it is looked at again, or was mended: nothing flickers
            elif session.problem:
                self._explain("error", self.tr("This folder could not be opened"), session.problem)
            else:
                self._pages.setCurrentWidget(window.blank_page if session.opening else window.start)
        elif self._pages.currentWidget() is self.history:
            return  # it leads back where every photo was filed away
        elif session.busy and not len(session.gallery) and self.message.looking:
            return  # the message stays until there is something to see
        elif len(session.gallery) or session.busy:
            shown = self._pages.currentWidget()
            if shown is not self.work and (shown not in self._overlays or not len(session.gallery)):
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
