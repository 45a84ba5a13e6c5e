"""Photos are corrected, planned, thrown away by hand; after a restart the History brings every byte back."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.gallery_app.journeys.real_window.program import (
    GRID,
    PATIENCE,
    SHELF,
    Program,
    Start,
    at_rest,
    middle,
    until,
)

DETAILS = (516, 1400)  # columns of the History right of its list


def state_of(folder: Path) -> dict[Path, tuple[int, bytes]]:
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def test_what_was_corrected_and_thrown_away_comes_back_from_the_history_after_a_restart(
    start: Start, photos: Path, tmp_path: Path
) -> None:
    program = start(photos, tmp_path / "library")
    program.organised()
    before, clusters = state_of(photos), members(program)
    first, section = program.shown(GRID)[0]
    _, card = next(it for it in program.shown(SHELF)[2:] if it[0] != first)
    program.drag((section[0] + 60, section[1] + 70), card)
    until(program.pins, "the pin")

    look_at_a_plan(program, tmp_path / "Filed")
    assert state_of(photos) == before
    throw_a_pile_away(program)
    assert len(state_of(photos)) < len(before)
    photos_shown = middle(program)
    until(lambda: len(program.links()) > 1, "Undo and Receipt")
    program.click(program.links()[1])
    until(lambda: not np.array_equal(middle(program), photos_shown), "the receipt")
    at_rest(program)
    program.key("Escape")
    program.key("ctrl+q")
    assert program.process.wait(PATIENCE) == 0

    again = start(photos, tmp_path / "library")
    again.organised()
    assert again.said("ended") == 1
    again.key("ctrl+h")
    again.click(until(lambda: again.primary(DETAILS), "the way back of the newest action"))
    until(lambda: again.said("undone"), "the photos back")
    until(lambda: again.primary(DETAILS) is None, "nothing more to put back")
    again.key("ctrl+f")
    again.write("move")  # of the two only the correction
    again.click(until(lambda: again.primary(DETAILS), "the way back of the correction"))
    until(lambda: not again.pins(), "no pin")
    assert state_of(photos) == before
    until(lambda: members(again) == clusters, "every photo in its cluster")


def members(program: Program) -> list[tuple[int, str]]:
    return program.ask("SELECT file, cluster FROM assignments ORDER BY file")


def throw_a_pile_away(program: Program) -> None:
    _, card = program.shown(SHELF)[0]
    program.click((card[0] + 60, card[1]))
    program.key("Delete")
    until(program.journals, "a plan")
    until(lambda: program.said("begun") or program.key("Return"), "the confirmed plan")
    until(lambda: program.said("ended"), "the end of it")


def look_at_a_plan(program: Program, target: Path) -> None:
    """A folder is typed, the tree and then the table are shown; Escape goes back, and nothing was done."""
    _, card = program.shown(SHELF)[0]
    program.click((card[0] + 60, card[1]))
    program.key("ctrl+shift+e")
    program.write(str(target))
    until(program.journals, "a plan")
    until(program.primary, "the way to the plan")
    tree = at_rest(program)
    program.key("Return")
    until(lambda: not np.array_equal(middle(program), tree), "the table")
    program.key("Escape")
    program.key("Escape")
    until(lambda: not program.journals(), "a plan that is forgotten")
    until(lambda: program.shown(SHELF), "the photos")
    assert not target.exists()
