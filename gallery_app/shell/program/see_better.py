"""SeeBetter: model packs, their page of the preferences, and what is said once the photos are sorted by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.engines import Engines
from gallery_app.i18n.program.pack_words import network_label
from gallery_app.shell.main_window import MainWindow
from gallery_app.state.packs.packs import Packs
from gallery_app.state.packs.sentences import Sentences
from gallery_app.state.packs.switching import Switching
from gallery_app.state.session import Session

if TYPE_CHECKING:
    from gallery_app.views.preferences.page import Page


class SeeBetter(QObject):
    message = Signal(str)  # a sentence for the foot of the window

    packs: Packs
    switching: Switching
    sentences: Sentences

    def __init__(self, window: MainWindow, session: Session, settings: AppSettings, engines: Engines) -> None:
        super().__init__(window)
        self._session = session
        self.packs = Packs(engines.own, self)
        self.switching = Switching(session, settings, self)
        self.sentences = Sentences(session, engines.own, self)
        self.packs.added.connect(self._added)
        self.packs.failed.connect(self.message)
        self.switching.swapped.connect(self._swapped)
        window.closing.connect(self.packs.close)
        window.closing.connect(self.switching.close)
        window.closing.connect(self.sentences.close)

    def preferences_page(self) -> Page:
        from gallery_app.views.preferences.see_better_page import SeeBetterPage

        return SeeBetterPage(self._session, self.packs, self.switching)

    def _added(self, name: str) -> None:
        self.message.emit(self.tr("The model pack {0} is added: look with it on the page See better.").format(name))

    def _swapped(self, backbone: str) -> None:
        said = self.tr("Your photos are sorted by what {0} sees. Undo brings back how they were.")
        self.message.emit(said.format(network_label(backbone)))
