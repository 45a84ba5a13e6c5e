"""The application: builds every part once, by hand."""

from __future__ import annotations

import atexit
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import engine
from engine.core.interpreter import is_frozen
from engine.library.roots import data_folder, library_for, real_folder
from gallery_app.base import motion, theme
from gallery_app.base.icons import app_icon
from gallery_app.base.settings import AppSettings
from gallery_app.i18n import language
from gallery_app.shell.crash_log import CrashLog
from gallery_app.shell.main_window import MainWindow

if TYPE_CHECKING:
    from gallery_app.engine_client.background import JobRunner
    from gallery_app.engine_client.engine_jobs import StartEngine
    from gallery_app.shell.workspace import Workspace
    from gallery_app.state.session import Session


@dataclass
class Parts:
    """The objects that live as long as the window."""

    session: Session
    jobs: JobRunner
    settings: AppSettings
    window: MainWindow
    workspace: Workspace


def frame(settings_file: Path) -> MainWindow:
    """Make the window with its menus and first page: all that the first paint needs."""
    settings = AppSettings(settings_file)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.install(app, settings.language)
    theme.apply(app, settings.theme, settings.text_size)
    motion.set_motion(settings.motion)
    return MainWindow(settings)


def furnish(window: MainWindow, library: Path | None, engine: StartEngine | None = None) -> Parts:
    """Make the session and the views; numpy and SQLite are imported only now."""
    from gallery_app.engine_client.background import JobRunner
    from gallery_app.engine_client.engine_process import EngineProcess
    from gallery_app.shell.workspace import Workspace
    from gallery_app.state.session import Session

    jobs = JobRunner(window)
    session = Session(jobs, library, window, engine or EngineProcess)
    return Parts(session, jobs, window.settings, window, Workspace(window, session, jobs, window.settings))


def build(library: Path | None, settings_file: Path, engine: StartEngine | None = None) -> Parts:
    """Make everything at once; no folder is opened yet. `engine` replaces the real one in tests."""
    return furnish(frame(settings_file), library, engine)


def application() -> QApplication:
    """Make the QApplication of this process."""
    app = QApplication(sys.argv[:1])
    hide_plugins()
    app.setApplicationName("Photoloom")
    app.setApplicationVersion(engine.__version__)
    app.setDesktopFileName("photoloom")
    app.setWindowIcon(app_icon())
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in a terminal; the engine ends with its pipe
    return app


def hide_plugins() -> None:
    """Keep where a bundle's Qt has its plugins from other programs that we start; this one has read it by now."""
    if is_frozen():
        for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
            os.environ.pop(name, None)


def run(folder: Path | None, library: Path | None) -> int:
    """Open the window and run until it is closed; returns the exit status."""
    app = application()
    crash_log = CrashLog(app)
    atexit.register(crash_log.close)  # before the interpreter is gone, which Qt's messages would call
    settings_file = data_folder() / "window.ini"
    folder = folder or _last(AppSettings(settings_file))
    place = _library_path(folder, library, AppSettings(settings_file)) if folder else None
    if place is not None and _raise_other(place):
        return 0
    window = frame(settings_file)
    crash_log.broken.connect(window.show_bug, Qt.ConnectionType.QueuedConnection)  # never during a paint

    def open_parts() -> None:
        parts = furnish(window, library)
        if folder is not None:
            parts.session.open(folder, place)

    if folder is not None:
        window.show_opening()
    window.painted.connect(open_parts, Qt.ConnectionType.QueuedConnection)
    window.show()
    return int(app.exec())


def _raise_other(place: Path) -> bool:
    from gallery_app.shell.single_instance import raise_other

    return raise_other(place)


def _library_path(folder: Path, library: Path | None, settings: AppSettings) -> Path:
    """The library of a folder; UserError for a folder that is missing and was never opened."""
    if library is not None:
        return library
    known = settings.library_of(str(folder))
    if not folder.exists() and known is not None and (known / "catalog.db").exists():
        return known
    return library_for(real_folder(folder))


def _last(settings: AppSettings) -> Path | None:
    """The folder opened last, if it is to be reopened and its library is still there."""
    last = settings.last_folder
    if last is None or not settings.flag("again", True):
        return None
    known = settings.library_of(last)
    if known is None or not ((known / "catalog.db").exists() or (known / "backups").is_dir()):
        return None
    return Path(last)  # where its catalog alone is missing, the window says so
