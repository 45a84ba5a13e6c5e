"""The review worked by its keys: marks are there after a crash of everything, and the rejected go in one action."""

from __future__ import annotations

import os
from pathlib import Path

import psutil

from tests.gallery_app.journeys.real_window.program import SHELF, Program, Start, until


def flags(program: Program) -> dict[int, str]:
    return dict(program.ask("SELECT file, flag FROM flags"))


def mark(program: Program, key: str, kept: int, rejected: int) -> dict[int, str]:
    """Press a key and wait until so many are kept and rejected; the marks."""

    def as_told() -> bool:
        marks = list(flags(program).values())
        return (marks.count("keep"), marks.count("reject")) == (kept, rejected)

    program.key(key)
    until(as_told, f"{kept} kept and {rejected} rejected")
    return flags(program)


def review_a_pile(program: Program) -> list[int]:
    """Review the first pile of the shelf; its files."""
    pile, card = program.shown(SHELF)[0]
    program.click((card[0] + 60, card[1]))
    program.key("ctrl+shift+r")
    until(lambda: not program.shown(SHELF), "the review")
    return [file for (file,) in program.ask(f"SELECT file FROM assignments WHERE cluster = '{pile}'")]


def kill_all(program: Program) -> None:
    """As when the power goes: the window, its engine and the decoders at once."""
    family = [psutil.Process(program.process.pid), *psutil.Process(program.process.pid).children(recursive=True)]
    for process in family:
        process.kill()
    program.process.wait(30)
    psutil.wait_procs(family, 30)


def test_marks_survive_a_kill_and_the_rejected_go_at_once(start: Start, photos: Path, tmp_path: Path) -> None:
    program = start(photos, tmp_path / "library")
    program.organised()
    before = {path: path.read_bytes() for path in photos.rglob("*.*")}
    pile = review_a_pile(program)
    assert len(pile) >= 4
    mark(program, "p", 1, 0)
    mark(program, "x", 1, 1)
    mark(program, "x", 1, 2)
    program.key("Left")
    mark(program, "u", 1, 1)  # and on to the next
    marks = mark(program, "x", 1, 2)
    mark(program, "ctrl+z", 1, 1)
    assert mark(program, "x", 1, 2) == marks
    assert set(marks) <= set(pile)
    kill_all(program)

    again = start(photos, tmp_path / "library")
    again.organised()
    assert flags(again) == marks
    assert review_a_pile(again) == pile
    again.key("Return")  # to the rejected
    again.key("Return")  # to the trash, which counts them
    until(again.journals, "a plan")
    assert {path: path.read_bytes() for path in photos.rglob("*.*")} == before
    until(lambda: again.said("begun") or again.key("Return"), "the confirmed plan")
    until(lambda: again.said("ended"), "the end of it")
    assert len(again.journals()) == 1
    gone = set(before) - set(photos.rglob("*.*"))
    rejected = [file for file, flag in marks.items() if flag == "reject"]
    assert sorted(path.name for path in gone) == names(again, rejected)
    assert flags(again)[next(file for file, flag in marks.items() if flag == "keep")] == "keep"


def names(program: Program, files: list[int]) -> list[str]:
    found = program.ask(f"SELECT path FROM files WHERE id IN ({', '.join(map(str, files))})")
    return sorted(Path(os.fsdecode(path)).name for (path,) in found)
