"""The real program on a real X server, worked by mouse and keys from outside; what happened is read off the catalog.

Nothing inside the window is asked: cards and sections are found on the screen by the colour of their cluster.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
from PIL import ImageColor, ImageGrab

from engine.core.palette import colour
from gallery_app.base.theme import DARK

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="X servers are Linux's"),
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb"),
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool"),
]

PATIENCE = 120.0  # seconds for anything to happen on a busy machine
STOPPED = 3.0  # seconds within which a stop acts: one is promised, the rest is the machine's
SHELF = (0, 100)  # columns in which the dots of the cards lie
GRID = (256, 300)  # columns in which the colours of the sections lie
Point = tuple[int, int]


def until(holds: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Ask again and again until it holds; what it said then."""
    end = time.monotonic() + patience
    while not (said := holds()):
        assert time.monotonic() < end, f"in vain: {what}"
        time.sleep(0.03)
    return said


class Screen:
    """An X server of its own, without a window manager."""

    def __init__(self) -> None:
        words = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._server.stdout is not None
        self.name = f":{self._server.stdout.readline().strip()}"

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(30)
        assert self._server.stdout is not None
        self._server.stdout.close()

    def do(self, *words: object) -> str:
        command = ["xdotool", *map(str, words)]
        environment = os.environ | {"DISPLAY": self.name}
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60).stdout.strip()


class Program:
    """`python -m gallery_app`, and what can be seen of it."""

    def __init__(self, screen: Screen, folder: Path, library: Path, home: Path) -> None:
        self._screen, self.folder, self.library = screen, folder, library
        hidden = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        self._environment = kept | {"DISPLAY": screen.name, "PHOTOLOOM_HOME": str(home), "QT_SCALE_FACTOR": "1"}
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "gallery_app", str(self.folder), "--library", str(self.library)]
        return subprocess.Popen(words, env=self._environment)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(30)

    # Seeing

    def focus(self) -> None:
        """Wait for the window and give it the keys, as a window manager would."""
        title = f"^{self.folder.name} – Photoloom$"
        search = ("search", "--onlyvisible", "--all", "--pid", self.process.pid, "--name", title)
        found = until(lambda: self._screen.do(*search) or self.process.poll() is not None, "the window")
        assert self.process.poll() is None, "the program ended"
        self._id = found.splitlines()[-1]
        self._screen.do("windowfocus", self._id)
        place = dict(w.split("=") for w in self._screen.do("getwindowgeometry", "--shell", self._id).split())
        self._corner = int(place["X"]), int(place["Y"])
        self._size = int(place["WIDTH"]), int(place["HEIGHT"])

    def picture(self) -> np.ndarray:
        """What the screen shows where the window is, (height, width, 3) uint8."""
        (x, y), (width, height) = self._corner, self._size
        whole = ImageGrab.grab(xdisplay=self._screen.name)
        return np.asarray(whole.crop((x, y, x + width, y + height)).convert("RGB"))

    def find(self, cluster: str, columns: tuple[int, int]) -> Point | None:
        """The middle of the topmost spot in a cluster's colour between two columns of the window."""
        rows, across = np.nonzero(_is(self.picture()[:, slice(*columns)], colour(int(cluster[1:]) - 1)))
        if not len(rows):
            return None
        spot = rows < rows[0] + 9
        return columns[0] + int(np.median(across[spot])), int(np.median(rows[spot]))

    def at_work(self) -> bool:
        """Whether the bar at the bottom shows how far the work is."""
        return bool(_is(self.picture()[-38:, self._size[0] // 2 :], DARK.accent).sum() > 40)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        if not (self.library / "catalog.db").exists():
            return []
        with closing(sqlite3.connect(f"file:{self.library / 'catalog.db'}?mode=ro", uri=True)) as catalog:
            try:
                return catalog.execute(sql).fetchall()
            except sqlite3.OperationalError:  # its tables are being made
                return []

    def organised(self) -> None:
        """Wait until the map is made, every card stands on the shelf and nothing works any more."""
        self.focus()
        until(lambda: self.ask("SELECT 1 FROM projections"), "a map in the catalog")
        until(lambda: self.shown(SHELF) and self.shown(GRID), "cards and photos")
        until(lambda: not self.at_work(), "the end of the work")

    def shown(self, columns: tuple[int, int]) -> list[tuple[str, Point]]:
        """The clusters whose colour is seen between two columns, each with its place, from the top."""
        clusters = [id_ for (id_,) in self.ask("SELECT DISTINCT cluster FROM assignments")]
        found = [(id_, place) for id_ in clusters if (place := self.find(id_, columns)) is not None]
        return sorted(found, key=lambda it: it[1][1])

    def pins(self) -> list[tuple[int, str]]:
        return self.ask("SELECT file, cluster FROM pins")

    # Doing

    def point(self, at: Point) -> None:
        self._screen.do("mousemove", at[0] + self._corner[0], at[1] + self._corner[1])

    def click(self, at: Point) -> None:
        self.point(at)
        self._screen.do("click", 1)

    def links(self) -> list[Point]:
        """The links in the line at the foot of the window, from the left."""
        foot = self.picture()[-34:]
        columns = np.flatnonzero(_is(foot, DARK.accent).any(axis=0))
        words = np.split(columns, np.flatnonzero(np.diff(columns) > 20) + 1) if columns.size else []
        return [(int(word.mean()), -17 + self._size[1]) for word in words]

    def key(self, name: str) -> None:
        self._screen.do("key", name)

    def drag(self, start: Point, end: Point, drop: bool = True) -> None:
        """Drag with the left button in many small steps; without `drop` it is held there."""
        self.point(start)
        self._screen.do("mousedown", 1)
        for share in np.linspace(0, 1, 12):
            self.point((round(start[0] + (end[0] - start[0]) * share), round(start[1] + (end[1] - start[1]) * share)))
        if drop:
            until(lambda: self.lit(end), "the lit card")
            self.release()

    def lit(self, at: Point) -> bool:
        """Whether the card there has the frame of a drop target."""
        x, y = at
        return bool(_is(self.picture()[y - 40 : y + 60, x - 76 : x + 20], DARK.focus).sum() > 100)

    def release(self) -> None:
        self._screen.do("mouseup", 1)


def _is(picture: np.ndarray, name: str) -> np.ndarray:
    return np.all(picture == ImageColor.getrgb(name), axis=-1)


@pytest.fixture(autouse=True)
def nothing_left_running() -> None:
    """The program has a process of its own: nothing runs in this one."""


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    made = Screen()
    yield made
    made.close()


@pytest.fixture(scope="module")
def home(photoloom_home: Path) -> Path:
    """The data folder, in which the dark colours were chosen: the tests look for them."""
    (photoloom_home / "window.ini").write_text("[General]\ntheme=dark\nview=photos\n", "utf-8")
    return photoloom_home


@pytest.fixture
def start(screen: Screen, home: Path) -> Iterator[Callable[[Path, Path], Program]]:
    running: list[Program] = []

    def start(folder: Path, library: Path) -> Program:
        running.append(Program(screen, folder, library, home))
        return running[-1]

    yield start
    for program in running:
        program.close()


Start = Callable[[Path, Path], Program]


def test_a_photo_is_dragged_to_a_card_and_everything_stays(start: Start, photos: Path, tmp_path: Path) -> None:
    program = start(photos, tmp_path / "library")
    program.organised()
    first, section = program.shown(GRID)[0]
    other, card = next(it for it in program.shown(SHELF)[2:] if it[0] != first)
    photo = section[0] + 60, section[1] + 70
    originals = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in photos.rglob("*.*")}

    program.drag(photo, card, drop=False)
    until(lambda: program.lit(card), "the lit card")
    program.key("Escape")
    until(lambda: not program.lit(card), "a card that is lit no more")
    program.release()

    program.drag(photo, card)
    until(lambda: [c for _, c in program.pins()] == [other], "the pin")
    pinned = program.pins()
    (moved,) = (file for file, _ in pinned)
    assert program.ask(f"SELECT cluster FROM assignments WHERE file = {moved}") == [(other,)]
    assert program.ask("SELECT count(*) FROM edits") == [(1,)]  # the drag that Escape ended was none

    program.key("ctrl+z")
    until(lambda: program.pins() == [], "the undo")
    assert program.ask(f"SELECT cluster FROM assignments WHERE file = {moved}") == [(first,)]
    program.key("ctrl+shift+z")
    until(lambda: program.pins() == pinned, "the redo")
    assert {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in photos.rglob("*.*")} == originals

    program.key("ctrl+shift+a")
    program.point((600, -1))
    until(lambda: program.find(other, SHELF), "the card at rest")
    clusters = program.ask("SELECT file, cluster FROM assignments ORDER BY file")
    left = _at_rest(program)
    program.key("ctrl+q")
    assert program.process.wait(PATIENCE) == 0

    again = start(photos, tmp_path / "library")
    again.organised()
    assert again.pins() == pinned
    assert again.ask("SELECT file, cluster FROM assignments ORDER BY file") == clusters
    until(lambda: np.abs(_blocks(_middle(again)) - _blocks(left)).max() < 24, "the same picture as before")


def _middle(program: Program) -> np.ndarray:
    """The photos, or a message, without what blinks or fades around them."""
    return program.picture()[100:-40, 288:640]


def _blocks(picture: np.ndarray) -> np.ndarray:
    """The mean colours of its 16 x 16 blocks, 0-255: alike for a photo drawn from a small and a large thumbnail."""
    height, width = (side // 16 * 16 for side in picture.shape[:2])
    return picture[:height, :width].astype(float).reshape(height // 16, 16, width // 16, 16, 3).mean((1, 3))


def _at_rest(program: Program) -> np.ndarray:
    """What is shown when nothing has changed for half a second."""
    seen, since = _middle(program), time.monotonic()

    def same() -> bool:
        nonlocal seen, since
        now = _middle(program)
        if not np.array_equal(now, seen):
            seen, since = now, time.monotonic()
        return time.monotonic() - since > 0.5

    until(same, "a picture that stays")
    return seen


def test_a_second_start_raises_the_first_window(start: Start, tmp_path: Path) -> None:
    windows = []
    for name in ("One", "Two"):
        (tmp_path / name).mkdir()
        windows.append(start(tmp_path / name, tmp_path / f"library of {name}"))
        windows[-1].focus()
        _at_rest(windows[-1])
    first, above = windows
    hidden = _at_rest(above)
    until(lambda: first.ask("SELECT 1 FROM roots"), "the first library")

    second = first.start()
    assert second.wait(PATIENCE) == 0
    assert first.process.poll() is None
    until(lambda: not np.array_equal(_middle(above), hidden), "the first window above the other")


def test_stop_acts_at_once_and_what_is_done_stays(start: Start, demo: Path, tmp_path: Path) -> None:
    program = start(demo, tmp_path / "library")
    program.focus()
    until(lambda: program.at_work() and program.ask("SELECT 1 FROM files"), "work")
    asked = time.monotonic()
    program.key("ctrl+period")
    until(lambda: not program.at_work(), "a stop")
    assert time.monotonic() - asked < STOPPED
    assert program.ask("SELECT 1 FROM projections") == []
    assert program.process.poll() is None
    program.key("F5")  # and it goes on where it was
    until(program.at_work, "work again")


def test_closing_while_work_runs_leaves_no_process(start: Start, demo: Path, tmp_path: Path) -> None:
    program = start(demo, tmp_path / "library")
    program.focus()
    until(program.at_work, "work")
    family = psutil.Process(program.process.pid).children(recursive=True)
    assert family
    program.key("ctrl+q")
    assert program.process.wait(PATIENCE) == 0
    assert psutil.wait_procs(family, 10)[1] == []


def test_a_pile_is_thrown_away_its_receipt_read_and_put_back(
    start: Start, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    trash = tmp_path / "share" / "Trash" / "files"
    program = start(photos, tmp_path / "library")
    program.organised()
    originals = {p: p.read_bytes() for p in photos.rglob("*.*")}
    pile, card = program.shown(SHELF)[0]
    members = program.ask(f"SELECT count(*) FROM assignments WHERE cluster = '{pile}'")[0][0]
    journal = tmp_path / "library" / "actions"

    def says(state: str) -> bool:
        return any(f'"state":"{state}"' in path.read_text() for path in journal.glob("*.jsonl"))

    program.click((card[0] + 60, card[1]))
    program.key("Delete")
    until(lambda: list(journal.glob("*.jsonl")), "a plan")
    assert {p: p.read_bytes() for p in photos.rglob("*.*")} == originals
    until(lambda: says("begun") or program.key("Return"), "the confirmed plan")
    until(lambda: says("ended"), "the end of it")
    assert len(list(trash.iterdir())) == members
    assert len(list(photos.rglob("*.*"))) == len(originals) - members

    before = _middle(program)
    until(lambda: len(program.links()) > 1, "Undo and Receipt")
    program.click(program.links()[1])
    until(lambda: not np.array_equal(_middle(program), before), "the receipt")
    program.click(program.links()[0])
    until(lambda: says("undone"), "the undo")
    assert {p: p.read_bytes() for p in photos.rglob("*.*")} == originals
    until(lambda: program.ask(f"SELECT count(*) FROM assignments WHERE cluster = '{pile}'")[0][0] == members, "all")
