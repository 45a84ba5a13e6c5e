"""A catalog that is damaged or gone, in the window: what is said, each way out, and what is said then."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.library.library import Library
from engine.library.lock import LibraryLock
from engine.library.safety.backups import backups
from gallery_app.app import Parts
from gallery_app.engine_client.engine_jobs import StartEngine
from tests.gallery_app.inline_engine import InlineEngine
from tests.gallery_app.windows import MINUTE, settle

Open = Callable[..., Parts]


@pytest.fixture
def open_it(make: Callable[..., Parts], corrected: Path, photo_folder: Path, qtbot: QtBot) -> Open:
    """Opens a window on the library, whose photo folder is away so that no engine organises, and looks at it."""
    photo_folder.rename(photo_folder.with_name("elsewhere"))

    def one(engine: StartEngine | None = InlineEngine) -> Parts:
        parts = make(corrected, engine)
        with qtbot.waitSignal(parts.session.opened):
            parts.session.open(photo_folder, corrected)
        qtbot.waitUntil(lambda: parts.workspace.safety.recovery.step == "choosing", timeout=MINUTE)
        return parts

    return one


def _break(library: Path) -> None:
    """A correction is gone behind our back, and a bit is not what it was: SQLite itself sees nothing."""
    with closing(sqlite3.connect(library / "catalog.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM pins WHERE file = 5")
    _flip(library / "catalog.db", 96)


def _flip(path: Path, place: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)


def _pins(parts: Parts) -> int:
    library = parts.session.library
    assert library is not None
    return len(library.catalog.corrections.all().pins)


def _wait_open(parts: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: parts.session.library is not None, timeout=MINUTE)
    settle(parts, qtbot)


def test_it_says_what_is_kept_where_and_changes_nothing(open_it: Open, corrected: Path) -> None:
    _break(corrected)
    before = (corrected / "catalog.db").read_bytes()
    parts = open_it()
    page = parts.workspace.safety.page
    assert parts.window.pages.currentWidget() is page
    said = page.text()
    for words in ("is damaged", "untouched", str(corrected / "catalog.db"), "(4 corrections)", "Begin anew"):
        assert words in said
    assert (corrected / "catalog.db").read_bytes() == before
    assert not list(corrected.glob("*.part"))
    assert page.dates.count() == len(backups(corrected))


def test_what_can_be_read_is_rescued_over_the_backup_and_what_is_in_doubt_is_said(
    open_it: Open, corrected: Path, qtbot: QtBot
) -> None:
    """By the engine process itself."""
    _break(corrected)
    parts = open_it(None)
    page = parts.workspace.safety.page
    assert page.rescue.take.property("role") == "primary"
    assert "Photos put into a cluster" in page.rescue.text()
    page.rescue.take.click()
    _wait_open(parts, qtbot)
    assert _pins(parts) == 4  # one was deleted behind our back: the backup has it
    said = parts.workspace.banner.text()
    assert "Rescued: 4" in said
    assert "Photos put into a cluster" in said
    (kept,) = corrected.glob("catalog.damaged-*.db")
    assert kept.name in said
    settle(parts, qtbot)
    assert parts.workspace.banner.text() == said  # until it is closed
    parts.workspace.banner.shut.click()
    assert "Rescued" not in parts.workspace.banner.text()


def test_an_older_backup_can_be_opened(open_it: Open, corrected: Path, qtbot: QtBot) -> None:
    _break(corrected)
    parts = open_it()
    page = parts.workspace.safety.page
    older = next(i for i in range(page.dates.count()) if "2 corrections" in page.dates.itemText(i))
    page.dates.setCurrentIndex(older)
    assert "(2 corrections)" in page.backup.text()
    page.backup.take.click()
    _wait_open(parts, qtbot)
    assert _pins(parts) == 2
    assert "2 corrections" in parts.workspace.banner.text()
    assert list(corrected.glob("catalog.damaged-*.db"))


def test_beginning_anew_asks_with_the_number_and_sets_the_file_aside(
    open_it: Open, corrected: Path, qtbot: QtBot
) -> None:
    _break(corrected)
    parts = open_it()
    page = parts.workspace.safety.page
    page.anew.take.click()
    assert page.asking
    assert "without 4 corrections?" in page.anew.text()
    assert page.keep.hasFocus()
    page.keep.click()
    assert not page.asking
    assert (corrected / "catalog.db").exists()
    page.anew.take.click()
    page.anew.take.click()
    # Its photo folder is away and unknown to the new library: the sentence of a missing folder follows.
    qtbot.waitUntil(lambda: bool(list(corrected.glob("catalog.damaged-*.db"))), timeout=MINUTE)
    qtbot.waitUntil(lambda: parts.session.damaged is None and not parts.jobs.busy, timeout=MINUTE)
    with Library(corrected, None) as library:
        assert library.catalog.corrections.all().pins == {}


def test_nothing_but_the_backups_is_left_of_a_catalog_that_cannot_be_read(
    open_it: Open, corrected: Path, qtbot: QtBot
) -> None:
    (corrected / "catalog.db").write_bytes(b"\0" * 8192)
    parts = open_it()
    page = parts.workspace.safety.page
    assert page.rescue.isHidden()
    assert page.backup.take.property("role") == "primary"
    page.backup.take.click()
    _wait_open(parts, qtbot)
    assert _pins(parts) == 4


def test_a_missing_catalog_is_not_replaced_by_an_empty_one(
    make: Callable[..., Parts], corrected: Path, photo_folder: Path, qtbot: QtBot
) -> None:
    (corrected / "catalog.db").unlink()
    parts = make(corrected, InlineEngine)
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(photo_folder)
    page, recovery = parts.workspace.safety.page, parts.workspace.safety.recovery
    qtbot.waitUntil(lambda: recovery.step == "choosing", timeout=MINUTE)
    assert "is missing" in page.text()
    assert page.rescue.isHidden()
    assert not (corrected / "catalog.db").exists()
    page.backup.take.click()
    _wait_open(parts, qtbot)
    assert _pins(parts) == 4


def test_a_catalog_that_was_put_back_is_opened_after_all(open_it: Open, corrected: Path, qtbot: QtBot) -> None:
    whole = (corrected / "catalog.db").read_bytes()
    _break(corrected)
    parts = open_it()
    (corrected / "catalog.db").write_bytes(whole)
    parts.workspace.safety.page.again.click()
    _wait_open(parts, qtbot)
    assert _pins(parts) == 4
    assert not list(corrected.glob("catalog.damaged-*.db"))


def test_a_library_that_another_program_has_open_is_left_to_it(open_it: Open, corrected: Path, qtbot: QtBot) -> None:
    _break(corrected)
    parts = open_it()
    lock = LibraryLock(corrected, "another window")
    lock.take()
    parts.workspace.safety.page.rescue.take.click()
    recovery = parts.workspace.safety.recovery
    qtbot.waitUntil(lambda: recovery.step == "choosing", timeout=MINUTE)
    lock.release()
    assert "another window" in parts.workspace.safety.page.text()
    assert not list(corrected.glob("catalog.damaged-*.db"))


def test_the_folder_can_be_closed_from_the_page(open_it: Open, corrected: Path) -> None:
    _break(corrected)
    parts = open_it()
    parts.window.actions_["close"].trigger()
    assert parts.window.pages.currentWidget() is parts.window.start
