"""The History page: what was done, newest first, and the way back from each, after a restart too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.core.job import Job
from engine.edits import Merge, Move, Rename
from engine.edits.history import History
from engine.filing.acting.act import act
from engine.filing.operations import FilingOptions
from engine.filing.planning.plan import plan, write_plan
from engine.library.library import open_library
from gallery_app.app import Parts
from gallery_app.state.history.history_review import day_name
from gallery_app.views.history.history_page import HistoryPage
from tests.gallery_app.windows import settle

State = dict[str, str]


def state(folder: Path) -> State:
    """Every file of a folder with the hash of its bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edited(place: Path, folder: Path) -> None:
    """Three edits: a name, a move, a merge."""
    library, _ = open_library(folder, place, "a test")
    with library:
        beach, forest, night = sorted(c.id for c in library.catalog.clusters.all() if not c.unsure)
        history = History(library.catalog)
        history.do(Rename(night, "Stars"))
        history.do(Move([1, 2], forest))
        history.do(Merge(beach, night))


def moved(place: Path, folder: Path, target: Path, clusters: tuple[str, ...] = ()) -> int:
    """A file action done: the photos of some clusters are in `target`."""
    library, _ = open_library(folder, place, "a test")
    with library:
        options = FilingOptions("move", clusters=clusters, target=str(target))
        id_ = write_plan(library, plan(library, options, Job()))
        act(library, id_, Job())
    return id_


def opened(parts: Parts, folder: Path, place: Path, qtbot: QtBot) -> HistoryPage:
    with qtbot.waitSignal(parts.session.changed):
        parts.session.open(folder, place)
    settle(parts, qtbot)
    parts.workspace.actions["history"].trigger()
    page = parts.workspace.pages.history
    qtbot.waitUntil(lambda: page.history.read and page.history.details is not None)
    return page


@pytest.fixture
def page(make: Callable[..., Parts], organised: Path, photo_folder: Path, qtbot: QtBot) -> HistoryPage:
    """The page over three edits, its folder away."""
    edited(organised, photo_folder)
    photo_folder.rename(photo_folder.with_name("elsewhere"))
    return opened(make(), photo_folder, organised, qtbot)


def test_edits_are_listed_by_day_with_the_newest_first(page: HistoryPage) -> None:
    assert page.list.texts() == ["Today", *map(page.history.label, page.history.lines)]
    assert [line.label.template.split()[0] for line in page.history.lines] == ["merge", "move", "rename"]


def test_the_newest_is_chosen_and_shows_its_photos(page: HistoryPage) -> None:
    assert page.details.undo.text() == "Undo"
    assert page.details.pictures.photos


def test_undo_back_to_here_takes_the_newer_with_it_and_redo_brings_them_back(page: HistoryPage, qtbot: QtBot) -> None:
    lines = page.history.lines
    page.list.choose(lines[1].id)
    assert page.details.undo.text() == "Undo back to here: 2 edits"
    page.details.undo.click()
    qtbot.waitUntil(lambda: [line.redoable for line in page.history.lines] == [True, True, False])
    page.list.choose(lines[0].id)
    assert page.details.redo.text() == "Redo up to here: 2 edits"
    page.details.redo.click()
    qtbot.waitUntil(lambda: not any(line.redoable for line in page.history.lines))


def test_words_and_kinds_leave_out_what_is_not_looked_for(page: HistoryPage) -> None:
    page.field.setText("rename today")
    assert [line.label.template.split()[0] for line in page.history.lines] == ["rename"]
    page.field.setText("nothing of the kind")
    assert page.history.lines == []
    assert page.details.text() == ""
    page.field.clear()
    page.history.show_kind("file")
    assert page.history.lines == []


def test_escape_leads_back_to_the_photos(page: HistoryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_an_action_of_before_is_taken_back_from_the_history(
    make: Callable[..., Parts], organised: Path, photo_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = state(photo_folder)
    moved(organised, photo_folder, tmp_path / "filed")
    edited(organised, photo_folder)
    assert state(photo_folder) != before
    page = opened(make(organised), photo_folder, organised, qtbot)
    action = next(line for line in page.history.lines if line.kind == "file")
    page.list.choose(action.id)
    qtbot.waitUntil(lambda: page.history.details is not None)
    assert page.details.pictures.photos
    assert len(page.details.pile_buttons) == 3
    page.details.undo.click()
    qtbot.waitUntil(lambda: page.details.text().count("every file is back") == 1, timeout=60_000)
    assert state(photo_folder) == before
    assert not page.details.undo.isVisibleTo(page)


def test_undo_takes_a_newer_action_back_and_not_the_edit_before_it(
    make: Callable[..., Parts], organised: Path, photo_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    edited(organised, photo_folder)
    before = state(photo_folder)
    moved(organised, photo_folder, tmp_path / "filed")
    parts = make(organised)
    with qtbot.waitSignal(parts.session.changed):
        parts.session.open(photo_folder, organised)
    settle(parts, qtbot)
    assert parts.workspace.actions["undo"].text().startswith("Undo: move 12 photos to ")
    parts.workspace.actions["undo"].trigger()
    qtbot.waitUntil(lambda: parts.session.log.action is None, timeout=60_000)
    assert state(photo_folder) == before
    assert parts.session.log.last is not None
    assert parts.session.log.last.label.template.startswith("merge")
    assert parts.session.log.undone is None
    qtbot.waitUntil(lambda: "put back" in parts.workspace.strip.text())


def test_days_before_have_their_names() -> None:
    today = datetime.now().date()
    assert day_name(today) == "Today"
    assert day_name(today - timedelta(days=1)) == "Yesterday"
    assert str(today.year - 1) in day_name(today.replace(year=today.year - 1, day=1))
