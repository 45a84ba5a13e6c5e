"""Watches the open library's folders for new photos, if the user has turned that on."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QAction

from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session

REST = 3000  # ms without a change after which a copy to the folder counts as finished
MOST = 4000  # most folders watched: systems limit them


class FolderWatcher(QObject):
    """Emits `rested` once the folders have changed and then been quiet for REST ms; off until `watch`."""

    rested = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._roots: tuple[Path, ...] = ()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST)
        self.timer.timeout.connect(self._rest)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _folder: self.timer.start())

    @property
    def folders(self) -> list[str]:
        """Paths of the watched folders."""
        return self._watcher.directories()

    def watch(self, roots: tuple[Path, ...]) -> None:
        """Watch these folders and all below them, instead of the ones before; empty to stop."""
        if roots == self._roots:
            return
        self.timer.stop()
        self._roots = roots
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._list_folders()

    def restart(self) -> None:
        """Emit `rested` after REST ms, as if something had changed."""
        self.timer.start()

    def _rest(self) -> None:
        self._list_folders()  # watch new folders, too
        self.rested.emit()

    def _list_folders(self) -> None:
        """List the folders off the GUI thread: a large tree takes its time."""
        roots = self._roots
        if not roots:
            return

        def found(folders: list[str]) -> None:
            fresh = set(folders) - set(self._watcher.directories())
            if roots == self._roots and fresh:
                self._watcher.addPaths(sorted(fresh))

        self._jobs.run(lambda: _folders_below(roots), found)


class LibraryWatcher(QObject):
    """Rescans when the folders have changed; `action` is the command that turns it on."""

    def __init__(self, session: Session, jobs: JobRunner, settings: AppSettings, action: QAction) -> None:
        super().__init__(session)
        self._session, self._settings, self._action = session, settings, action
        self.folders = FolderWatcher(jobs, self)
        self.folders.rested.connect(self._rested)
        action.setChecked(settings.flag("watch", False))
        session.opened.connect(self._watch)
        session.changed.connect(lambda _changes, _origin: self._watch())
        self._watch()

    def toggle(self) -> None:
        """Save the state of the command, and apply it."""
        self._settings.keep_flag("watch", self._action.isChecked())
        self._watch()

    def _watch(self) -> None:
        """Watch the library's current folders; one may have been added."""
        session = self._session
        on = self._action.isChecked() and session.library is not None and not session.away
        self.folders.watch(tuple(map(Path, session.gallery.roots.values())) if on else ())

    def _rested(self) -> None:
        if self._session.busy:
            self._session.jobs.when_free(self._catch_up)
        else:
            self._session.organise()

    def _catch_up(self) -> None:
        """The engine is idle again; after a failure nothing is rescanned, so that its reason stays shown."""
        if self._session.problem is None:
            self.folders.restart()


def _folders_below(roots: tuple[Path, ...]) -> list[str]:
    """The folders and all below them, without hidden ones, at most `MOST`."""
    found: list[str] = []
    for root in roots:
        for folder, below, _files in os.walk(root):
            below[:] = sorted(name for name in below if not name.startswith("."))
            found.append(folder)
            if len(found) >= MOST:
                return found
    return found
