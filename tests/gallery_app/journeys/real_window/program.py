"""The real program on a real X server, worked by mouse and keys from outside; what happened is read off the catalog.

Nothing inside the window is asked: cards and sections are found on the screen by the colour of their cluster.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from PIL import ImageColor, ImageGrab

from engine.core.palette import colour
from gallery_app.base.theme import DARK

PATIENCE = 120.0  # seconds for anything to happen on a busy machine
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
        rows, across = np.nonzero(is_colour(self.picture()[:, slice(*columns)], colour(int(cluster[1:]) - 1)))
        if not len(rows):
            return None
        spot = rows < rows[0] + 9
        return columns[0] + int(np.median(across[spot])), int(np.median(rows[spot]))

    def at_work(self) -> bool:
        """Whether the bar at the bottom shows how far the work is."""
        return bool(is_colour(self.picture()[-38:, self._size[0] // 2 :], DARK.accent).sum() > 40)

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

    def journals(self) -> list[Path]:
        """Of each action on files, and of the plan that is shown."""
        return sorted((self.library / "actions").glob("*.jsonl"))

    def said(self, state: str) -> int:
        """How many actions have come to a state ("begun", "ended", "undone")."""
        return sum(f'"state":"{state}"' in journal.read_text("utf-8") for journal in self.journals())

    # Doing

    def point(self, at: Point) -> None:
        self._screen.do("mousemove", at[0] + self._corner[0], at[1] + self._corner[1])

    def click(self, at: Point) -> None:
        self.point(at)
        self._screen.do("click", 1)

    def primary(self, columns: tuple[int, int] = (0, 1400)) -> Point | None:
        """The lowest button in the colour of what goes on; it is asked for where nothing is selected in that colour."""
        rows, across = np.nonzero(is_colour(self.picture()[:, slice(*columns)], DARK.selection))
        if len(rows) < 200:
            return None
        spot = rows > rows[-1] - 20
        return columns[0] + int(np.median(across[spot])), int(np.median(rows[spot]))

    def links(self) -> list[Point]:
        """The links in the line at the foot of the window, from the left."""
        foot = self.picture()[-34:]
        columns = np.flatnonzero(is_colour(foot, DARK.accent).any(axis=0))
        words = np.split(columns, np.flatnonzero(np.diff(columns) > 20) + 1) if columns.size else []
        return [(int(word.mean()), -17 + self._size[1]) for word in words]

    def key(self, name: str) -> None:
        self._screen.do("key", name)

    def write(self, words: str) -> None:
        self._screen.do("type", words)

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
        return bool(is_colour(self.picture()[y - 40 : y + 60, x - 76 : x + 20], DARK.focus).sum() > 100)

    def release(self) -> None:
        self._screen.do("mouseup", 1)


def is_colour(picture: np.ndarray, name: str) -> np.ndarray:
    return np.all(picture == ImageColor.getrgb(name), axis=-1)


Start = Callable[[Path, Path], Program]


def middle(program: Program) -> np.ndarray:
    """The photos, or a message, without what blinks or fades around them."""
    return program.picture()[100:-40, 288:640]


def blocks(picture: np.ndarray) -> np.ndarray:
    """The mean colours of its 16 x 16 blocks, 0-255: alike for a photo drawn from a small and a large thumbnail."""
    height, width = (side // 16 * 16 for side in picture.shape[:2])
    return picture[:height, :width].astype(float).reshape(height // 16, 16, width // 16, 16, 3).mean((1, 3))


def at_rest(program: Program) -> np.ndarray:
    """What is shown when nothing has changed for half a second."""
    seen, since = middle(program), time.monotonic()

    def same() -> bool:
        nonlocal seen, since
        now = middle(program)
        if not np.array_equal(now, seen):
            seen, since = now, time.monotonic()
        return time.monotonic() - since > 0.5

    until(same, "a picture that stays")
    return seen
