"""The application: every part built once, by hand, here."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import engine
from engine.errors import UserError
from engine.library.roots import data_folder, library_for, real_folder
from engine.own_python import child_command
from gallery_app import language, theme
from gallery_app.crash_log import CrashLog
from gallery_app.icons import app_icon
from gallery_app.main_window import MainWindow
from gallery_app.settings import AppSettings

if TYPE_CHECKING:
    from gallery_app.engine_client.background import JobRunner
    from gallery_app.engine_client.engine_jobs import StartEngine
    from gallery_app.session import Session
    from gallery_app.tour_looks import Look
    from gallery_app.workspace import Workspace

DOUBLE = 2  # times as many pixels as usual have the screens that a tour looks at last


@dataclass
class Parts:
    """What lives as long as the window."""

    session: Session
    jobs: JobRunner
    settings: AppSettings
    window: MainWindow
    workspace: Workspace


def frame(settings_file: Path) -> MainWindow:
    """The window with its menus and first page: all that the first paint needs."""
    settings = AppSettings(settings_file)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.install(app, settings.language)
    theme.apply(app, settings.theme)
    return MainWindow(settings)


def furnish(window: MainWindow, library: Path | None, engine: StartEngine | None = None) -> Parts:
    """What the window looks at, and the views: imported only now, numpy and SQLite with them."""
    from gallery_app.engine_client.background import JobRunner
    from gallery_app.engine_client.engine_process import EngineProcess
    from gallery_app.session import Session
    from gallery_app.workspace import Workspace

    jobs = JobRunner(window)
    session = Session(jobs, library, window, engine or EngineProcess)
    return Parts(session, jobs, window.settings, window, Workspace(window, session, jobs, window.settings))


def build(library: Path | None, settings_file: Path, engine: StartEngine | None = None) -> Parts:
    """Everything at once; nothing is opened yet. `engine` takes the place of the real one."""
    return furnish(frame(settings_file), library, engine)


def run(folder: Path | None, library: Path | None, tour: Path | None, looks: Sequence[Look] = ()) -> int:
    """Open the window and stay until it is closed; the exit status. A tour takes only `looks`, if any are given."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Photoloom")
    app.setApplicationVersion(engine.__version__)
    app.setDesktopFileName("photoloom")
    app.setWindowIcon(app_icon())
    crashes = CrashLog(app)
    atexit.register(crashes.close)  # while there is a Python that Qt can tell something
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in a terminal; the engine ends with its pipe
    if tour is not None:
        return _tour(app, real_folder(folder or _demo()), library, tour, looks)
    settings_file = data_folder() / "window.ini"
    folder = folder or _last(AppSettings(settings_file))
    place = _place(folder, library, AppSettings(settings_file)) if folder else None
    if place is not None and _raised(place):
        return 0
    window = frame(settings_file)
    crashes.broken.connect(window.show_bug, Qt.ConnectionType.QueuedConnection)  # never in the midst of a paint

    def go_on() -> None:
        parts = furnish(window, library)
        if folder is not None:
            parts.session.open(folder, place)

    if folder is not None:
        window.show_opening()
    window.painted.connect(go_on, Qt.ConnectionType.QueuedConnection)
    window.show()
    return int(app.exec())


def _raised(place: Path) -> bool:
    from gallery_app.single_instance import raise_other

    return raise_other(place)


def _place(folder: Path, library: Path | None, settings: AppSettings) -> Path:
    """The library a folder belongs to; UserError for a folder that is not there and never was."""
    if library is not None:
        return library
    known = settings.library_of(str(folder))
    if not folder.exists() and known is not None and (known / "catalog.db").exists():
        return known
    return library_for(real_folder(folder))


def _last(settings: AppSettings) -> Path | None:
    """What was open last, if it can be shown still."""
    last = settings.last_folder
    if last is None or not settings.flag("again", True):
        return None
    known = settings.library_of(last)
    return Path(last) if known is not None and (known / "catalog.db").exists() else None


def _demo() -> Path:
    from engine.assets import resource

    return resource("demo")


def _tour(app: QApplication, folder: Path, library: Path | None, pictures: Path, looks: Sequence[Look]) -> int:
    """In a library and with settings of its own, so that every state is seen and the user's are left alone."""
    from gallery_app.tour import Tour
    from gallery_app.tour_looks import scale

    with tempfile.TemporaryDirectory(prefix="photoloom-tour-", ignore_cleanup_errors=True) as own:
        try:
            pictures.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("{folder} cannot be written ({reason}).", folder=pictures, reason=error.strerror) from error
        os.environ["PHOTOLOOM_HOME"] = own
        parts = build(library, Path(own) / "window.ini")
        tour = Tour(parts, folder, pictures, Path(own), looks)
        tour.finished.connect(app.exit)
        tour.start()
        status = int(app.exec())
        parts.window.close()
    return status if status or looks or scale() != 100 else _tour_at(DOUBLE, folder, pictures)


def _tour_at(factor: int, folder: Path, pictures: Path) -> int:
    """Some of the states on a screen of another scale: Qt asks for it only once, at the start."""
    words = child_command("gallery_app", str(folder), "--tour", str(pictures))
    return subprocess.run(words, env={**os.environ, "QT_SCALE_FACTOR": str(factor)}, check=False).returncode
