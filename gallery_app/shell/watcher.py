"""Watches the open library's folders for photos that come, change or go, if the user has turned that on.

Systems tell at once that a folder has changed, and little of the files in it: so the folders are also looked at now and
then (engine/library/changes/watching.py), and whenever the user comes back to the window, as from an editor.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication

from engine.library.changes.watching import FolderWatch, Look
from engine.library.library import Library
from engine.service.protocol import Organised
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.engine_client.run import Done, Failed, Outcome, Run
from gallery_app.i18n.bidi import isolated
from gallery_app.state.session import Session

QUIET = 500  # ms without another change to a folder after which it is looked at
MOST = 4000  # most folders watched: systems limit them
PACE = 5000  # ms between two looks where nothing changes
SOON = 2000  # ms, where something does
SHARE = 300  # of the time may be spent looking, as one part in so many; while something changes, one in SHARE / 60


class FolderWatcher(QObject):
    """Emits `rested` once the folders have changed and then been quiet for QUIET ms; off until `watch`."""

    rested = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._roots: tuple[Path, ...] = ()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(QUIET)
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
    """Rescans when photos have changed and rested; `action` is the command that turns it on.

    Also where that is off, while the last run has left files that were still being written.
    """

    def __init__(self, session: Session, jobs: JobRunner, settings: AppSettings, action: QAction) -> None:
        super().__init__(session)
        self._session, self._settings, self._action = session, settings, action
        self.folders = FolderWatcher(jobs, self)
        self.folders.rested.connect(self.look)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        self._watch: FolderWatch | None = None
        self._looking = LatestTask(jobs.run)
        self._left = False  # the last run has left files that were still being written
        self._failed = False  # the last run has: what came meanwhile is not tried, so that its reason stays shown
        self._waits = False  # something is due, and the engine busy
        self._said: frozenset[Path] = frozenset()  # the folders that the user was told are away
        self._refusal = ""  # why they could not be looked at
        action.setChecked(settings.flag("watch", False))
        session.opened.connect(self._opened)
        session.changed.connect(lambda _changes, _origin: self._follow())
        session.jobs.begun.connect(lambda run: run.ended.connect(partial(self._run_ended, run)))
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._state_changed)
        self._follow()

    def toggle(self) -> None:
        """Save the state of the command, and apply it."""
        self._settings.keep_flag("watch", self._action.isChecked())
        self._follow()

    def look(self) -> None:
        """Look whether something has changed; what has is taken in once it has rested."""
        watch, roots = self._watch, self._roots()
        if watch is None:
            self._begin()
        elif roots and not self._looking.busy:
            self._looking.submit(lambda: watch.look(roots), partial(self._looked, watch), self._refused)

    def _roots(self) -> Mapping[int, Path]:
        """The library's current folders, if they are to be looked at; one may have been added."""
        session = self._session
        if not (self._action.isChecked() or self._left) or not session.can_work:
            return {}
        return {root: Path(folder) for root, folder in session.gallery.roots.items()}

    def _opened(self) -> None:
        self._forget()
        self._left = self._failed = self._waits = False
        self._said, self._refusal = frozenset(), ""
        self._follow()

    def _follow(self) -> None:
        """Start or stop, as the command and the library have it."""
        roots = self._roots()
        self.folders.watch(tuple(roots.values()) if self._action.isChecked() else ())
        if not roots:
            self._forget()
        elif self._watch is None and not self.timer.isActive():
            self._begin()

    def _forget(self) -> None:
        self.timer.stop()
        self._looking.drop()
        self._watch = None

    def _begin(self) -> None:
        """Take what the catalog knows for the look before the first, once the engine has entered all."""
        if not self._roots():
            return
        if self._session.busy:
            self.timer.start(SOON)
            return

        def known(watch: FolderWatch) -> None:
            if self._watch is None and self._roots():
                self._watch = watch
                self.look()

        self._session.query(_known, known)

    def _looked(self, watch: FolderWatch, look: Look) -> None:
        if watch is not self._watch:
            return
        self._say(look.away)
        self._refusal = ""
        if look.due and not self._session.busy:
            watch.taken_in()
            if not self._failed:
                self._session.organise()
        elif look.due and not self._waits:
            self._waits = True
            self._session.jobs.when_free(self._free)
        self._failed = False
        soon = look.due or look.restless > 0
        took = look.seconds * 1000
        self.timer.start(int(max(SOON, took * SHARE / 60) if soon else max(PACE, took * SHARE)))

    def _free(self) -> None:
        self._waits = False
        self.look()

    def _run_ended(self, run: Run, outcome: Outcome) -> None:
        """Go on looking for what was left."""
        if isinstance(outcome, Failed) and self._watch is not None:
            self._failed = True
            self.look()
        elif isinstance(outcome, Done) and isinstance(outcome.result, Organised):
            self._left = outcome.result.counters.get("growing", 0) > 0
            self._follow()

    def _refused(self, sentence: str) -> None:
        """They cannot be looked at as they are, for a line in a .photoloomignore: say it once."""
        if sentence != self._refusal:
            self._session.notice.emit(sentence)
        self._refusal = sentence
        self.timer.start(PACE)

    def _say(self, away: frozenset[Path]) -> None:
        """Say once that a folder has gone, and nothing more when it is back."""
        if away and away - self._said:
            sentence = self.tr("{0} is not there: its drive may be unplugged. Nothing is forgotten.")
            self._session.notice.emit(sentence.format(isolated(str(min(away - self._said)))))
        elif self._said and not away:
            self._session.notice.emit("")
        self._said = away

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._watch is not None:
            self.look()


def _known(library: Library) -> FolderWatch:
    return FolderWatch(library.catalog.files.all())


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
