"""The window's tests: offscreen, on real libraries in temporary folders, with nothing left running after each."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import gc
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from weakref import WeakSet

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.library.catalog.catalog import Catalog
from engine.library.library import open_library
from engine.library.roots import library_for
from engine.library.safety.backups import back_up
from engine.library.telemetry_cleanup import STAMP
from gallery_app.app import Parts, build
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.engine_jobs import StartEngine
from gallery_app.state.session import Session
from gallery_app.views.shelf.cluster_shelf import ClusterShelf
from gallery_app.views.viewer.viewer import Viewer
from tests.gallery_app.fake_engine import FakeEngine, FakeEngines
from tests.gallery_app.filled import KINDS, fill_clusters, fill_photos
from tests.gallery_app.windows import MINUTE, settle
from tests.trash import own_trash

_known_timers: WeakSet[QTimer] = WeakSet()  # of tests before, which have been told of them


@pytest.fixture(scope="session", autouse=True)
def imported(qapp: QApplication) -> None:
    """What was imported is not looked through after each test: see `nothing_left_running`."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_running(qapp: QApplication) -> Iterator[None]:
    """A thread or a running timer that outlives its test fails it."""
    threads = set(threading.enumerate())
    yield
    qapp.processEvents()
    dummies = threading._DummyThread  # what Python calls a thread of Qt's pool
    assert not [t for t in threading.enumerate() if t not in threads and not isinstance(t, dummies)]
    timers = [t for t in gc.get_objects() if isinstance(t, QTimer) and t not in _known_timers]
    _known_timers.update(timers)
    assert not [t for t in timers if shiboken6.isValid(t) and t.isActive()]


@pytest.fixture(scope="session", autouse=True)
def themed(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")


@pytest.fixture(autouse=True)
def own_data_folder(photoloom_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a test lands in the user's own folders; only the network is exported once for all tests."""
    home, models = tmp_path / "home", photoloom_home / "models"
    home.mkdir()
    models.mkdir(exist_ok=True)
    (home / "models").symlink_to(models, target_is_directory=True)
    (home / STAMP).touch()  # or what an earlier run of a user's own has left would be looked for
    monkeypatch.setenv("PHOTOLOOM_HOME", str(home))
    own_trash(home / "desktop", monkeypatch)


@pytest.fixture(scope="session")
def made_photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every test has its own copy of: `photo_folder`."""
    folder = tmp_path_factory.mktemp("made") / "Holiday"
    folder.mkdir()
    for kind, colour in KINDS.items():
        for i in range(4):
            shade = tuple(min(255, c + 9 * i) for c in colour)
            Image.new("RGB", (160 + 60 * (i % 2), 120 + 40 * (i % 3)), shade).save(folder / f"{kind}_{i}.jpg")
    (folder / "beach_0.jpg").rename(folder / "שלום_0.jpg")
    (folder / "broken.jpg").write_bytes(b"not a picture")
    return folder


@pytest.fixture(scope="session")
def made_library(made_photos: Path, photoloom_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every test has its own copy of: `organised`."""
    (photoloom_home / STAMP).touch()
    place = tmp_path_factory.mktemp("made") / "library"
    library, root = open_library(made_photos, place, "a test")
    with library:
        fill_photos(library, root, made_photos)
        fill_clusters(library)
    return place


def of_folder(made: Path, photos: Path, place: Path) -> Path:
    """A copy of the library `made` at `place`, about a copy of its photos."""
    shutil.copytree(made, place)
    status = photos.stat()
    with closing(Catalog(place / "catalog.db")) as catalog:
        catalog.files.move_root(1, str(photos))
        catalog.files.add_root(str(photos), status.st_dev, status.st_ino)
    back_up(place / "catalog.db")
    return place


@pytest.fixture
def photo_folder(made_photos: Path, tmp_path: Path) -> Path:
    """Twelve small JPEGs of three colours, one file that is no picture, one name from right to left."""
    return Path(shutil.copytree(made_photos, tmp_path / "Holiday"))


@pytest.fixture
def organised(made_library: Path, photo_folder: Path, tmp_path: Path) -> Path:
    """The library folder of `photo_folder`, filled as a run of the engine leaves it; closed."""
    return of_folder(made_library, photo_folder, tmp_path / "library")


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.close()
    runner.deleteLater()


@pytest.fixture
def session(jobs: JobRunner, organised: Path, photo_folder: Path, qtbot: QtBot) -> Iterator[Session]:
    """An open session on the organised library whose photo folder is away, so that no engine runs."""
    photo_folder.rename(photo_folder.with_name("elsewhere"))
    session = Session(jobs)
    with qtbot.waitSignal(session.changed):
        session.open(photo_folder, away_library=organised)
    yield session
    session.close()
    jobs.close()
    session.deleteLater()


@pytest.fixture
def there(photo_folder: Path) -> None:
    """Put the photos back that the session's folder is missing."""
    photo_folder.with_name("elsewhere").rename(photo_folder)


@pytest.fixture
def viewer(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[Viewer]:
    """The viewer alone; its slideshow waits for a timer nobody waits for."""
    viewer = Viewer(session, jobs, lambda: 3600)
    viewer.resize(640, 480)
    viewer.show()
    qtbot.waitExposed(viewer)
    yield viewer
    viewer.close()
    viewer.deleteLater()


@pytest.fixture
def shelf(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[ClusterShelf]:
    """The shelf alone."""
    shelf = ClusterShelf(session, jobs)
    shelf.resize(240, 640)
    shelf.show()
    qtbot.waitUntil(lambda: not jobs.busy)
    yield shelf
    shelf.close()
    shelf.deleteLater()


@pytest.fixture
def rows_named(session: Session) -> Callable[[str], list[int]]:
    """Rows of the gallery whose file name starts with a word."""
    return lambda word: [r for r, f in enumerate(session.gallery.files) if f.path.startswith(word)]


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Parts]]:
    """Builds windows on one settings file; each is closed as a user closes it."""
    made: list[Parts] = []

    def one(library: Path | None = None, engine: StartEngine | None = None) -> Parts:
        made.append(build(library, tmp_path / "window.ini", engine))
        if made[-1].settings.state("window") is None:
            made[-1].window.resize(1280, 800)  # it has fitted itself to the screen, which is 800 × 800 here
        made[-1].window.show()
        return made[-1]

    yield one
    for parts in made:
        parts.window.close()
        parts.window.deleteLater()


@pytest.fixture
def parts(make: Callable[[], Parts], organised: Path, photo_folder: Path, qtbot: QtBot) -> Parts:
    """A window on the organised library; its photo folder is away, so that no engine runs."""
    photo_folder.rename(photo_folder.with_name("elsewhere"))
    parts = make()
    with qtbot.waitSignal(parts.session.changed):
        parts.session.open(photo_folder, organised)
    return parts


@pytest.fixture
def fakes() -> FakeEngines:
    """Engines that a test speaks for."""
    return FakeEngines()


@pytest.fixture
def scripted(
    make: Callable[..., Parts], fakes: FakeEngines, organised: Path, photo_folder: Path, qtbot: QtBot
) -> Parts:
    """A window on the organised library, its photo folder there; a fake engine has found nothing new, and is free."""
    parts = make(organised, fakes)
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(photo_folder)
    fakes.last.done()
    settle(parts, qtbot)
    fakes.last.sent.clear()
    return parts


@pytest.fixture
def engine(scripted: Parts, fakes: FakeEngines) -> FakeEngine:
    """The engine of the scripted window."""
    return fakes.last


@pytest.fixture(scope="session")
def trained_library(made_photos: Path, photoloom_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every `clustered` window has its own copy of: organised once, into two clusters by k-means."""
    (photoloom_home / STAMP).touch()
    place = tmp_path_factory.mktemp("trained") / "library"
    words = ["organise", made_photos, "--library", place, "--method", "kmeans", "--k", 2, "-q"]
    subprocess.run([sys.executable, "-m", "engine", *map(str, words)], check=True, timeout=300)
    return place


@pytest.fixture
def clustered(make: Callable[..., Parts], trained_library: Path, photo_folder: Path, qtbot: QtBot) -> Parts:
    """A window, with an engine of its own, on a folder that was organised into two clusters by k-means."""
    of_folder(trained_library, photo_folder, library_for(photo_folder))
    parts = make()
    with qtbot.waitSignal(parts.session.opened, timeout=MINUTE):
        parts.session.open(photo_folder)
    settle(parts, qtbot)
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    return parts
