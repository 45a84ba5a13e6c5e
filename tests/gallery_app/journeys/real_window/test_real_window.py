"""The window worked by mouse and keys from outside: drags, a second start, Stop and closing."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import psutil

from tests.gallery_app.journeys.real_window.program import (
    GRID,
    PATIENCE,
    SHELF,
    Start,
    at_rest,
    blocks,
    middle,
    until,
)

STOPPED = 3.0  # seconds within which a stop acts: one is promised, the rest is the machine's
HINT = 140  # pixels at the foot, where the first run may hint at names of folders, and asks about people


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
    left = at_rest(program)[:-HINT]
    program.key("ctrl+q")
    assert program.process.wait(PATIENCE) == 0

    again = start(photos, tmp_path / "library")
    again.organised()
    assert again.pins() == pinned
    assert again.ask("SELECT file, cluster FROM assignments ORDER BY file") == clusters
    until(lambda: np.abs(blocks(middle(again)[:-HINT]) - blocks(left)).max() < 24, "the same picture as before")


def test_a_second_start_raises_the_first_window(start: Start, tmp_path: Path) -> None:
    windows = []
    for name in ("One", "Two"):
        (tmp_path / name).mkdir()
        windows.append(start(tmp_path / name, tmp_path / f"library of {name}"))
        windows[-1].focus()
        at_rest(windows[-1])
    first, above = windows
    hidden = at_rest(above)
    until(lambda: first.ask("SELECT 1 FROM roots"), "the first library")

    second = first.start()
    assert second.wait(PATIENCE) == 0
    assert first.process.poll() is None
    until(lambda: not np.array_equal(middle(above), hidden), "the first window above the other")


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
