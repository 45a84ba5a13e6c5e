"""Safety: the page of a damaged catalog, the dialog of missing photos, and what the window says afterwards."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from engine.library.safety.survey import GoodBackup
from engine.service.safety_messages import CatalogMended
from gallery_app.i18n.numbers import counted
from gallery_app.i18n.safety_names import mended_words
from gallery_app.shell.main_window import MainWindow
from gallery_app.shell.notices import Notices
from gallery_app.shell.pages import Pages
from gallery_app.state.edits.outcomes import Outcomes
from gallery_app.state.safety.catalog_recovery import CatalogRecovery
from gallery_app.state.safety.missing_photos import MissingPhotos
from gallery_app.state.session import Session
from gallery_app.views.safety.damaged_page import DamagedPage
from gallery_app.views.safety.missing_dialog import MissingDialog


class Safety(QObject):
    def __init__(
        self, window: MainWindow, session: Session, pages: Pages, notices: Notices, outcomes: Outcomes
    ) -> None:
        super().__init__(window)
        self._window, self._notices, self._outcomes = window, notices, outcomes
        self.recovery = CatalogRecovery(session, self)
        self.missing = MissingPhotos(session, self)
        self.page = DamagedPage(session, self.recovery)
        pages.add_damaged(self.page)
        self.recovery.mended.connect(self._mended)
        self.missing.forgotten.connect(self._forgotten)

    def ask_about_missing(self) -> None:
        """Count the missing photos; nothing is forgotten before the user has seen how many."""
        dialog = MissingDialog(self._window, self.missing)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _mended(self, mended: CatalogMended, backup: GoodBackup | None) -> None:
        self._notices.keep(mended_words(mended, backup))

    def _forgotten(self, count: int) -> None:
        one = self.tr("{0} missing photo was forgotten; what you said of it is kept.")
        many = self.tr("{0} missing photos were forgotten; what you said of them is kept.")
        self._outcomes.say(counted(count, one, many))
