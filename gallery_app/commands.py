"""Commands: what the menus do with a library - open it, look again, undo, select, reject."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

import engine
from engine.assets import resource
from engine.library.roots import real_folder
from gallery_app import crash_log, desktop
from gallery_app.actions import Actions
from gallery_app.models.entries import Entry
from gallery_app.session import Session
from gallery_app.settings import AppSettings
from gallery_app.single_instance import SingleInstance, raise_other


class Commands(QObject):
    """Verbs without a view; dialogs stand over `window`, and `said` carries a sentence that needs no answer."""

    said = Signal(str)

    def __init__(
        self, session: Session, settings: AppSettings, single: SingleInstance, actions: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._session, self._settings, self._single, self._window = session, settings, single, window
        session.opened.connect(self._opened)

    def handlers(self) -> dict[str, Callable[[], None]]:
        session = self._session
        return {
            "open": self.choose_folder,
            "demo": self.open_demo,
            "add-folder": self.add_folder,
            "preferences": self.show_preferences,
            "delete": self.explain_deleting,
            "rescan": self.again,
            "close": self.close_folder,
            "undo": session.undo,
            "redo": session.redo,
            "select-all": lambda: session.select(session.filters.ids.tolist(), self, session.current),
            "select-none": lambda: session.select((), self),
            "new-cluster": lambda: session.new_cluster(session.selection, self),
            "not-this": self.reject_selection,
            "stop": session.stop,
            "show-log": self.show_log,
            "about": self.about,
        }

    def open_folder(self, folder: str | Path) -> None:
        """Open a folder, or bring the window forward that has it open."""
        known = self._settings.library_of(str(folder))
        library = self._session.library
        if known is not None and (library is None or known != library.folder) and raise_other(known):
            return
        self._session.open(folder, known)

    def choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Choose a folder of pictures"))
        if chosen:
            self.open_folder(chosen)

    def add_folder(self) -> None:
        """Ask for another folder whose photos are sorted together with these."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Choose another folder for this library"))
        if chosen:
            add_folder(self._session, Path(chosen))

    def show_preferences(self) -> None:
        """The window of what can be set once and for all."""
        from gallery_app.views.preferences import Preferences

        Preferences(self._session, self._settings, self._actions, self._window).open()

    def explain_deleting(self) -> None:
        """Delete does nothing to photos yet; it says so instead of staying silent."""
        self.said.emit(self.tr("Nothing is deleted: the trash comes in a later version. Your photos stay as they are."))

    def open_demo(self) -> None:
        self.open_folder(resource("demo"))

    def again(self) -> None:
        """Look for new photos, or for a folder that was away, or begin again after a failure."""
        session = self._session
        if session.library is not None and not session.away:
            session.again()
        elif session.folder is not None:
            self.open_folder(session.folder)
        else:
            self.choose_folder()

    def close_folder(self) -> None:
        self._settings.last_folder = None
        self._session.close()

    def reject_selection(self) -> None:
        """Keep each selected photo out of the cluster it is in."""
        session, gallery = self._session, self._session.gallery
        rows = [gallery.row_of[i] for i in session.selection]
        for cluster in {c.id for c in map(gallery.cluster_of, rows) if c is not None}:
            members = set(gallery.members(cluster).tolist())
            session.reject([gallery.files[r].id for r in rows if r in members], cluster, self)

    def fill_recent(self, menu: QMenu, actions: Actions) -> None:
        menu.clear()
        menu.addAction(actions["open"])
        menu.addAction(actions["demo"])
        menu.addSeparator()
        for folder, _library in self._settings.recent:
            action = menu.addAction(folder.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, folder=folder: self.open_folder(folder))

    def destinations(self) -> list[Entry]:
        """Where the palette leads to beside the commands: what was open before, and the clusters."""
        session, recent = self._session, self._settings.recent
        folders = [
            Entry(folder, self.tr("Recent folders"), partial(self.open_folder, folder), icon="folder")
            for folder, _library in recent
        ]
        clusters = [
            Entry(
                cluster.name, self.tr("Go to cluster"), partial(session.focus_cluster, cluster.id, self), icon="cluster"
            )
            for cluster in session.gallery.clusters
        ]
        return folders + clusters

    def show_log(self) -> None:
        """Where the log lies, in the file manager; there is none until something goes wrong."""
        log = crash_log.path()
        if log.exists():
            desktop.reveal(log)
        else:
            self.said.emit(self.tr("There is no log: nothing has gone wrong so far."))

    def about(self) -> None:
        place = self._session.library.folder if self._session.library else self.tr("(no folder is open)")
        words = self.tr(
            "Photoloom {0}\n\nNothing leaves this computer.\nThis library lies in\n{1}\n\n"
            "Names of towns: GeoNames (geonames.org, CC BY 4.0)."
        )
        QMessageBox.about(self._window, self.tr("About Photoloom"), words.format(engine.__version__, place))

    def _opened(self) -> None:
        """Remember what is open, and listen for other starts on it."""
        library, folder = self._session.library, self._session.folder
        self._single.close()
        if library is not None and folder is not None:
            self._single.listen(library.folder)
            self._settings.remember(str(folder), str(library.folder))
            self._settings.last_folder = str(folder)


def add_folder(session: Session, folder: Path) -> None:
    """Take another folder into this library; the photos of all are sorted together."""
    session.look_up(lambda library: library.root(real_folder(folder)), lambda _root: session.organise())
