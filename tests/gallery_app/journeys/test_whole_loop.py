"""The whole loop with the real engine process: open, organise, retrain, undo, stop, and the tour."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.edits import Move
from engine.pipeline.options import OrganiseOptions
from gallery_app.app import Parts
from gallery_app.shell.folders import add_folder
from tests.gallery_app.windows import MINUTE, settle

STATES = {
    *("first-start", "scanning", "grid", "map", "both", "viewer", "find", "nothing-found", "similar", "time", "place"),
    *("palette", "palette-typed", "shortcuts", "preferences", "ask", "ask-answered", "ask-over"),
    *(
        "retrain",
        "retrain-refused",
        "retrain-photo",
        "retrain-diagram",
        "retrain-waits",
        "earlier",
        "training",
        "replay",
        "curve",
        "damaged",
        "damaged-anew",
        "damaged-rescued",
        "missing",
        "nothing-selected",
        "all-selected",
    ),
    *("about", "updates", "updates-newer", "report", "device", "device-getting", "device-pack", "pack-offer"),
    *("file-what", "file-plan", "file-running", "file-paused", "file-receipt", "file-trash"),
    *("review", "review-end", "best-of-all", "rule-dialog", "rule-bar", "history", "history-of-files"),
    *("keyboard", "names", "many", "many-selected", "empty", "one", "few", "cloud", "bug", "copies", "failed", "gone"),
}
ONE_LOOK = (
    "import sys; from pathlib import Path; sys.path.append('packaging'); from tour import run, window_styles; "
    "sys.exit(run.run(Path(sys.argv[1]), None, Path(sys.argv[2]), [window_styles.LIGHT]))"
)


@pytest.fixture(scope="module")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def own_data_folder(shared_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One for all tests here: the network is exported into it once. Each library has a place of its own."""
    monkeypatch.setenv("PHOTOLOOM_HOME", str(shared_home))


@pytest.fixture
def parts(make: Callable[[], Parts]) -> Parts:
    return make()


def test_a_folder_is_organised_corrected_and_retrained(parts: Parts, photo_folder: Path, qtbot: QtBot) -> None:
    session = parts.session
    said: list[str] = []
    session.failed.connect(said.append)
    with qtbot.waitSignal(session.opened, timeout=MINUTE):
        session.open(photo_folder)
    settle(parts, qtbot)
    assert said == []
    assert len(session.gallery) == 12
    assert [f.path for f in session.gallery.skipped] == ["broken.jpg"]
    assert session.gallery.clustering is not None
    assert (abs(session.gallery.xy) <= 1).all()
    assert session.options.k is None

    session.organise(OrganiseOptions(k=3, method="kmeans"), force=True)
    settle(parts, qtbot)
    assert len(session.gallery.clusters) == 3
    assert parts.workspace.tool_bar.k.value == 3
    assert parts.workspace.tool_bar.method.currentData() == "kmeans"

    photo = int(session.gallery.ids[0])
    other = next(c for c in session.gallery.clusters if c.id != session.gallery.cluster_of(0).id)
    session.edit(Move([photo], other.id), None)
    settle(parts, qtbot)
    session.organise(OrganiseOptions(k=2, method="kmeans"), force=True)
    settle(parts, qtbot)
    assert session.gallery.cluster_of(session.gallery.row_of[photo]).id == other.id  # the pin holds

    session.undo()
    settle(parts, qtbot)
    assert len(session.gallery.clusters) == 3
    assert parts.workspace.tool_bar.k.value == 3


def test_a_run_is_stopped_and_goes_on(parts: Parts, photo_folder: Path, qtbot: QtBot) -> None:
    session = parts.session
    with qtbot.waitSignal(session.progress, timeout=MINUTE):
        session.open(photo_folder)
    qtbot.waitUntil(lambda: session.busy)
    parts.window.actions_["stop"].trigger()
    qtbot.waitUntil(lambda: not session.busy, timeout=10_000)
    assert session.problem is None
    session.organise(OrganiseOptions(k=3, method="kmeans"))
    settle(parts, qtbot)
    assert len(session.gallery.clusters) == 3


def test_after_a_crash_the_same_is_tried_again(parts: Parts, photo_folder: Path, qtbot: QtBot) -> None:
    session = parts.session
    with qtbot.waitSignal(session.opened, timeout=MINUTE):
        session.open(photo_folder)
    settle(parts, qtbot)
    run = session.organise(OrganiseOptions(k=4, method="kmeans"), force=True)
    qtbot.waitSignal(run.progress, timeout=MINUTE).wait()  # it works: what no engine has heard is asked of another
    with qtbot.waitSignal(session.failed, timeout=MINUTE):
        for child in psutil.Process().children():
            if "engine.service.worker" in " ".join(child.cmdline()):
                child.kill()
    assert not session.busy
    assert "Nothing is lost" in parts.workspace.banner.text()
    parts.workspace.banner.pressed.emit()
    settle(parts, qtbot)
    assert parts.workspace.banner.text() == ""
    assert len(session.gallery.clusters) == 4


def test_an_empty_folder_is_a_calm_page(parts: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with qtbot.waitSignal(parts.session.failed, timeout=MINUTE):
        parts.session.open(empty)
    settle(parts, qtbot)
    assert parts.window.pages.currentWidget() is parts.workspace.message
    assert str(empty) in parts.workspace.message.text()


def test_a_folder_of_broken_files_says_of_each_why(parts: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    for name in ("one.jpg", "two.png"):
        (broken / name).write_bytes(b"not a picture")
    with qtbot.waitSignal(parts.session.failed, timeout=MINUTE):
        parts.session.open(broken)
    settle(parts, qtbot)
    page = parts.workspace.message
    assert parts.window.pages.currentWidget() is page
    said = "\n".join(it.text() for it in page.unread.findChildren(QLabel) if it.isVisible())
    for file in parts.session.gallery.skipped:
        assert file.path in said
        assert file.problem in said
    assert len(parts.session.gallery.skipped) == 2


def test_new_photos_in_watched_and_added_folders_get_a_place(
    parts: Parts, photo_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session, watcher = parts.session, parts.workspace.watcher
    with qtbot.waitSignal(session.opened, timeout=MINUTE):
        session.open(photo_folder)
    settle(parts, qtbot)
    stands = session.gallery.clustering
    assert stands is not None
    watcher.folders.timer.setInterval(100)
    parts.window.actions_["watch"].trigger()
    qtbot.waitUntil(lambda: bool(watcher.folders.folders))
    Image.new("RGB", (200, 150), (41, 121, 61)).save(photo_folder / "forest_9.jpg")  # one folder, then another
    qtbot.waitUntil(lambda: len(session.gallery) == 13, timeout=MINUTE)
    settle(parts, qtbot)
    other = tmp_path / "Camera"
    other.mkdir()
    Image.new("RGB", (200, 150), (26, 25, 61)).save(other / "night_9.jpg")
    add_folder(session, other)
    qtbot.waitUntil(lambda: len(session.gallery) == 14, timeout=MINUTE)
    settle(parts, qtbot)
    assert (session.gallery.labels >= 0).all()
    assert session.gallery.clustering is not None
    assert session.gallery.clustering.seed == stands.seed
    assert {c.id for c in session.gallery.clusters} >= set(stands.cluster_ids)
    parts.window.actions_["watch"].trigger()


def test_closing_while_work_runs_is_safe(parts: Parts, photo_folder: Path, qtbot: QtBot) -> None:
    parts.session.open(photo_folder)
    qtbot.waitUntil(lambda: parts.session.busy, timeout=MINUTE)
    parts.window.close()
    assert not parts.session.busy
    assert parts.session.library is None


@pytest.mark.slow
def test_the_tour_saves_every_state(photo_folder: Path, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    done = subprocess.run(
        [sys.executable, "-c", ONE_LOOK, str(photo_folder), str(pictures)], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert {p.name for p in pictures.iterdir()} == {"light"}
    assert {p.stem for p in (pictures / "light").iterdir()} == STATES
    for picture in (pictures / "light").iterdir():
        with Image.open(picture) as image:
            assert image.size == (1280, 800)
            assert len(image.convert("RGB").getcolors(1 << 24)) > 20, picture.name
    assert len({picture.read_bytes() for picture in (pictures / "light").iterdir()}) == len(STATES)


@pytest.mark.slow
def test_the_tour_goes_through_every_look(photo_folder: Path, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    done = subprocess.run(
        [sys.executable, "-m", "gallery_app", str(photo_folder), "--tour", str(pictures)],
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    sizes = {"dark": (1280, 800), "light": (1280, 800), "dark-large": (2560, 1440), "light-large": (2560, 1440)}
    sizes |= {"contrast": (1280, 800), "scale-200": (2560, 1600)}
    assert {p.name for p in pictures.iterdir()} == sizes.keys()
    assert {p.stem for p in (pictures / "dark").iterdir()} == STATES
    for picture in pictures.rglob("*.png"):
        with Image.open(picture) as image:
            assert image.size == sizes[picture.parent.name], picture
