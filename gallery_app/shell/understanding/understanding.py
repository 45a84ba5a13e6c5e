"""UnderstandingDesk: the work in the background, its line at the foot, the kinds to filter by, and the web search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from engine.core.records import PictureText
from gallery_app.base.actions import Actions
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import counted
from gallery_app.shell.main_window import MainWindow
from gallery_app.shell.understanding.web_search_desk import WebSearchDesk
from gallery_app.shell.work_page import WorkPage
from gallery_app.state.session import Session
from gallery_app.state.understanding.background import Understanding
from gallery_app.views.bars.understanding.background_line import BackgroundLine

if TYPE_CHECKING:
    from gallery_app.views.preferences.page import Page

PAUSE = "pause-understanding"


class UnderstandingDesk(QObject):
    """`message` carries a sentence for the foot of the window."""

    message = Signal(str)

    # used by commands
    background: Understanding
    web: WebSearchDesk

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        jobs: JobRunner,
        settings: AppSettings,
        actions: Actions,
        work: WorkPage,
    ) -> None:
        super().__init__(window)
        self._session, self._pause = session, actions[PAUSE]
        self.background = Understanding(session, settings, self)
        self.background.changed.connect(self._follow)
        self.line = BackgroundLine(session, self.background, self._pause)
        work.strip.add_at_rest(self.line)
        self.web = WebSearchDesk(window, session, jobs, settings, actions["web-search"])
        self.web.message.connect(self.message)
        work.consent.agreed.connect(self.background.look_again)
        window.closing.connect(self.background.close)
        self._follow()

    def preferences_page(self) -> Page:
        """The page of the preferences about this."""
        from gallery_app.views.preferences.understanding_page import UnderstandingPage

        return UnderstandingPage(self.background, self.web.search)

    def _follow(self) -> None:
        self._pause.setChecked(self.background.paused)

    def toggle_pause(self) -> None:
        """Hold what is done in the background, or let it go on."""
        self.background.pause(self._pause.isChecked())

    def copy_text(self) -> None:
        """Copy all that is written in the current photo."""
        gallery = self._session.gallery
        row = gallery.row_of.get(self._session.current or -1)
        if row is None:
            return
        text = gallery.understood.texts.get(gallery.files[row].digest or "", PictureText())
        if text.lines:
            QGuiApplication.clipboard().setText("\n".join(line.text for line in text.lines))
            count = len(text.lines)
            self.message.emit(counted(count, self.tr("{0} line is copied."), self.tr("{0} lines are copied.")))
