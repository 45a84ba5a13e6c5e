"""Watches the open library's folders for new photos, where the user wants that."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QAction

from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session

REST = 3000  # ms without a change until a copy to the folder is taken to be over
MOST = 4000  # folders watched at most: systems limit them, and the first ones are the ones in use


class FolderWatcher(QObject):
    """`rested` says that the folders changed and nothing has for a while; off until `watch`."""

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
        """What is watched now."""
        return self._watcher.directories()

    def watch(self, roots: tuple[Path, ...]) -> None:
        """Watch these folders and all below them, instead of what was watched before; none to stop."""
        if roots == self._roots:
            return
        self.timer.stop()
        self._roots = roots
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._look()

    def rest_again(self) -> None:
        """Say so once more after a while, as if something had changed."""
        self.timer.start()

    def _rest(self) -> None:
        self._look()  # new folders are watched, too
        self.rested.emit()

    def _look(self) -> None:
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
    """Looks for new photos when the folders have changed; `action` is the command that turns it on."""

    def __init__(self, session: Session, jobs: JobRunner, settings: AppSettings, action: QAction) -> None:
        super().__init__(session)
        self._session, self._settings, self._action = session, settings, action
        self.folders = FolderWatcher(jobs, self)
        self.folders.rested.connect(self._rested)
        action.setChecked(settings.flag("watch", False))
        session.opened.connect(self._watch)
        session.changed.connect(lambda _changes, _origin: self._watch())
        self._watch()

    def switch(self) -> None:
        """The command was given: remember it, and do so."""
        self._settings.keep_flag("watch", self._action.isChecked())
        self._watch()

    def _watch(self) -> None:
        """Watch the library's folders as they are now; one may have joined them."""
        session = self._session
        on = self._action.isChecked() and session.library is not None and not session.away
        self.folders.watch(tuple(map(Path, session.gallery.roots.values())) if on else ())

    def _rested(self) -> None:
        if self._session.busy:
            self._session.jobs.when_free(self._catch_up)
        else:
            self._session.organise()

    def _catch_up(self) -> None:
        """The engine is free, done or stopped; why it failed stays on show until it is tried again."""
        if self._session.problem is None:
            self.folders.rest_again()


def _folders_below(roots: tuple[Path, ...]) -> list[str]:
    """The folders and those below them, hidden ones left out, `MOST` at most."""
    found: list[str] = []
    for root in roots:
        for folder, below, _files in os.walk(root):
            below[:] = sorted(name for name in below if not name.startswith("."))
            found.append(folder)
            if len(found) >= MOST:
                return found
    return found
