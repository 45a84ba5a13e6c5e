"""Review mode by its keys, on a real library: P keeps, X rejects, U takes the mark away; marks stay."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.background import JobRunner
from gallery_app.state.culling.flags import CullingFlags
from gallery_app.state.culling.review import Review, Tally
from gallery_app.state.session import Session
from gallery_app.views.culling.review_page import ReviewPage

Key = Qt.Key


@pytest.fixture
def page(session: Session, jobs: JobRunner, qtbot: QtBot) -> ReviewPage:
    flags = CullingFlags(session)
    session.opened.emit()  # as when a library is opened with the window there
    page = ReviewPage(session, jobs, Review(session, flags, flags))
    flags.setParent(page)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    qtbot.waitExposed(page)
    page.start(session.gallery.ids.tolist()[:5], "Beach")
    qtbot.waitUntil(lambda: not jobs.busy)
    return page


def press(page: ReviewPage, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(page, key, held)


def stored(library: Path) -> dict[int, str]:
    with closing(sqlite3.connect(library / "catalog.db")) as catalog:
        return dict(catalog.execute("SELECT file, flag FROM flags"))


def test_keys_mark_and_go_on_and_every_mark_is_on_the_disk(
    page: ReviewPage, jobs: JobRunner, organised: Path, qtbot: QtBot
) -> None:
    review, files = page.review, list(page.review.files)
    press(page, Key.Key_P, Key.Key_X, Key.Key_Right, Key.Key_X)
    assert review.tally == Tally(1, 2, 2)
    assert review.file == files[4]
    qtbot.waitUntil(lambda: not jobs.busy)
    assert stored(organised) == {files[0]: "keep", files[1]: "reject", files[3]: "reject"}
    press(page, Key.Key_Left, Key.Key_U)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert stored(organised) == {files[0]: "keep", files[1]: "reject"}
    assert "1 kept" in page.head.tally.text()


def test_undo_takes_the_last_mark_back_and_looks_at_its_photo(page: ReviewPage) -> None:
    files = list(page.review.files)
    press(page, Key.Key_X, Key.Key_P)
    press(page, Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert page.review.file == files[1]
    assert page.review.tally == Tally(0, 1, 4)
    press(page, Key.Key_Z, Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)  # the second finds nothing to undo
    assert page.review.tally == Tally(0, 0, 5)
    assert page.review.file == files[0]


def test_without_going_on_shift_still_does_and_caps_lock_too(page: ReviewPage) -> None:
    page.head.onward.setChecked(False)
    files = list(page.review.files)
    press(page, Key.Key_P)
    assert page.review.file == files[0]
    press(page, Key.Key_P, held=Qt.KeyboardModifier.ShiftModifier)
    assert page.review.file == files[1]
    QTest.keyEvent(QTest.KeyAction.Click, page, "X")  # a capital letter with no Shift: Caps Lock
    assert page.review.tally.rejected == 1
    assert page.review.file == files[2]


def test_zoom_by_space_keeps_to_the_photo_and_fits_again(page: ReviewPage, jobs: JobRunner, qtbot: QtBot) -> None:
    page.canvas.resize(60, 50)
    assert page.canvas.fits
    press(page, Key.Key_Space)
    assert page.canvas.scale == pytest.approx(1.0 / page.devicePixelRatioF())
    press(page, Key.Key_Z)
    assert page.canvas.fits


def test_escape_leaves_and_the_marks_stay_for_the_next_review(page: ReviewPage, session: Session, qtbot: QtBot) -> None:
    files = list(page.review.files)
    press(page, Key.Key_X)
    with qtbot.waitSignal(page.closed):
        press(page, Key.Key_Escape)
    page.start(files, "Beach")
    assert page.review.tally == Tally(0, 1, 4)
    assert page.review.file == files[1]  # the first that is undecided


def test_after_the_last_photo_the_rejected_are_dealt_with_at_once(page: ReviewPage, qtbot: QtBot) -> None:
    files = list(page.review.files)
    press(page, Key.Key_X, Key.Key_P, Key.Key_X, Key.Key_P, Key.Key_X)
    assert page.pages.currentWidget() is page.sheet
    assert page.sheet.wall.files == [files[0], files[2], files[4]]
    assert page.sheet.heading.text() == "3 rejected photos"
    page.sheet.wall.press(1)
    assert page.sheet.heading.text() == "2 rejected photos"
    page.sheet.wall.press(1)
    assert not page.sheet.trash.isEnabled()  # the folder is away
    page.sheet.trash.setEnabled(True)
    with qtbot.waitSignal(page.trash_wanted) as wanted:
        page.sheet.trash.click()
    assert wanted.args == [[files[0], files[2], files[4]]]
    assert page.review.flags.of(files[0]) == "reject"  # nothing is done to it before the plan was seen


def test_marks_are_cleared_as_one_change(page: ReviewPage) -> None:
    press(page, Key.Key_X, Key.Key_X, Key.Key_Return)
    page.sheet.clear.click()
    assert page.review.tally.rejected == 0
    assert page.pages.currentIndex() == 0
    press(page, Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert page.review.tally.rejected == 2


def test_a_reader_hears_the_name_the_mark_and_the_counts(page: ReviewPage) -> None:
    press(page, Key.Key_X, Key.Key_Left)
    assert page.accessibleName().endswith(", Rejected")
    assert "1 of 5" in page.accessibleDescription()
    assert "1 rejected" in page.accessibleDescription()


def test_marks_are_read_again_when_the_library_is_opened(
    page: ReviewPage, session: Session, jobs: JobRunner, qtbot: QtBot
) -> None:
    files = list(page.review.files)
    press(page, Key.Key_P, Key.Key_X)
    qtbot.waitUntil(lambda: not jobs.busy)
    anew = CullingFlags(session, page)
    assert anew.of(files[0]) is None
    with qtbot.waitSignals([anew.changed, anew.changed]):
        session.opened.emit()
    assert (anew.of(files[0]), anew.of(files[1]), anew.of(files[2])) == ("keep", "reject", None)
    assert anew.files("reject") == [files[1]]
    assert not anew.can_undo


def test_a_photo_is_held_beside_those_that_follow_and_both_zoom_together(
    page: ReviewPage, session: Session, jobs: JobRunner, qtbot: QtBot
) -> None:
    files = list(page.review.files)
    press(page, Key.Key_C)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (page.held.file, page.review.file) == (files[0], files[1])
    assert page.held.isVisible()
    page.canvas.zoom_to(4.0)
    assert page.held.scale == pytest.approx(4.0 * page.canvas.picture.size.width() / page.held.picture.size.width())
    page.held.fit()
    assert page.canvas.fits
    page.held.zoom_to(8.0)
    press(page, Key.Key_X)  # it is about the photo that is walked, which goes on
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (page.held.file, page.review.file) == (files[0], files[2])
    assert [page.review.flags.of(file) for file in files[:2]] == [None, "reject"]
    assert not page.canvas.fits  # the next one is seen at the same place
    press(page, Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert page.review.file == files[1]  # what is held is passed over
    press(page, Key.Key_Escape)
    assert not page.comparing
    assert page.held.isHidden()
    assert page.isVisible()


def test_what_is_held_is_let_go_when_it_leaves_and_with_the_review(page: ReviewPage) -> None:
    files = list(page.review.files)
    page.review.go_to(files[-1])
    press(page, Key.Key_C)
    assert (page.held.file, page.review.file) == (files[-1], files[-2])
    assert page.foot.compare.isChecked()
    page.review.files.remove(files[-1])
    page.review.changed.emit()
    assert not page.comparing
    press(page, Key.Key_C)
    page.start(files[:1], "One")
    assert not page.comparing
    press(page, Key.Key_C)  # there is nothing beside it
    assert not page.comparing
