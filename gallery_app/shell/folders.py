"""Folders: opens, adds, rescans and closes photo folders: chosen, dropped or recent ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from engine.core.assets import resource
from engine.library.roots import real_folder
from gallery_app.base.actions import Actions
from gallery_app.base.settings import AppSettings
from gallery_app.models.entries import Entry
from gallery_app.shell.single_instance import SingleInstance, raise_other
from gallery_app.state.session import Session
from gallery_app.widgets.dialogs import ask_for_folder


class Folders(QObject):
    """`window` is the parent of dialogs."""

    def __init__(self, session: Session, settings: AppSettings, single: SingleInstance, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._single, self._window = session, settings, single, window
        session.opened.connect(self._opened)

    def open(self, folder: str | Path) -> None:
        """Open a folder, or raise the window that has it open already."""
        known = self._settings.library_of(str(folder))
        library = self._session.library
        if known is not None and (library is None or known != library.folder) and raise_other(known):
            return
        self._session.open(folder, known)

    def choose(self) -> None:
        """Ask for a folder, and open it."""
        chosen = ask_for_folder(self._window, self.tr("Choose a folder of pictures"))
        if chosen:
            self.open(chosen)

    def open_demo(self) -> None:
        """Open the gallery that comes with the program."""
        self.open(resource("demo"))

    def add(self) -> None:
        """Ask for another folder to add to this library."""
        chosen = ask_for_folder(self._window, self.tr("Choose another folder for this library"))
        if chosen:
            add_folder(self._session, Path(chosen))

    def rescan(self) -> None:
        """Look for new photos, or repeat a failed run; where no engine can work, try again to open the folder."""
        session = self._session
        if session.can_work:
            session.rescan()
        elif session.folder is not None:
            self.open(session.folder)
        else:
            self.choose()

    def close(self) -> None:
        """Close the folder and show the start page, at the next start too."""
        self._settings.last_folder = None
        self._session.close()

    def fill_recent(self, menu: QMenu, actions: Actions) -> None:
        """Fill the menu of recent folders, below the commands that open others."""
        menu.clear()
        menu.addAction(actions["open"])
        menu.addAction(actions["demo"])
        menu.addSeparator()
        for folder, _library in self._settings.recent:
            action = menu.addAction(folder.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, folder=folder: self.open(folder))

    def entries(self) -> list[Entry]:
        """The recent folders as entries of the palette."""
        where = self.tr("Recent folders")
        recent = self._settings.recent
        return [Entry(folder, where, partial(self.open, folder), icon="folder") for folder, _library in recent]

    def _opened(self) -> None:
        """Remember the open folder, and listen for other starts on its library."""
        library, folder = self._session.library, self._session.folder
        self._single.close()
        if library is not None and folder is not None:
            self._single.listen(library.folder)
            self._settings.remember(str(folder), str(library.folder))
            self._settings.last_folder = str(folder)


def add_folder(session: Session, folder: Path) -> None:
    """Add a folder to this library; the photos of all folders are clustered together."""
    session.query(lambda library: library.root(real_folder(folder)), lambda _root: session.organise())
