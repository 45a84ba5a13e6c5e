"""What is kept and rejected is seen in the grid and in the viewer, marked there and from the menu."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from tests.gallery_app.windows import settle

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def files(parts: Parts, qtbot: QtBot) -> list[int]:
    """The photos in the order of the grid, whose thumbnails are there."""
    settle(parts, qtbot)
    return [int(file) for file in parts.workspace.grid.photos.ids]


def stored(library: Path) -> dict[int, str]:
    with closing(sqlite3.connect(library / "catalog.db")) as catalog:
        return dict(catalog.execute("SELECT file, flag FROM flags"))


def seen(parts: Parts, file: int) -> QImage:
    """The photo as the grid paints it."""
    grid = parts.workspace.grid
    return grid.viewport().grab(grid.box_of(grid.photos.position_of(file))).toImage()


def test_marks_of_the_viewer_stay_and_are_seen_in_the_grid(
    parts: Parts, files: list[int], organised: Path, qtbot: QtBot
) -> None:
    workspace, viewer = parts.workspace, parts.workspace.viewer
    before = [seen(parts, file) for file in files[:3]]
    workspace.pages.show_photo(files[0])
    assert viewer.marks.badge.isHidden()
    QTest.keyClick(viewer, Qt.Key.Key_P)
    assert (viewer.file, viewer.marks.badge.text()) == (files[0], "Kept")
    QTest.keyClick(viewer, Qt.Key.Key_X, SHIFT)
    assert viewer.file == files[1]
    assert viewer.marks.badge.isHidden()
    QTest.keyClick(viewer, Qt.Key.Key_P)
    QTest.keyClick(viewer, Qt.Key.Key_U)
    assert viewer.marks.badge.isHidden()
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.marks.badge.text() == "Rejected"
    viewer.closed.emit()
    settle(parts, qtbot)
    assert stored(organised) == {files[0]: "reject"}
    parts.session.select((), None)
    assert [seen(parts, file) != image for file, image in zip(files[:3], before, strict=True)] == [True, False, False]
    assert workspace.grid.spoken.description(0).endswith(", Rejected")


def test_selected_photos_are_marked_from_the_menu(
    parts: Parts, files: list[int], organised: Path, qtbot: QtBot
) -> None:
    actions, flags = parts.workspace.actions, parts.workspace.culling.flags
    assert not actions["mark-reject"].isEnabled()
    parts.session.select(files[:3], None)
    actions["mark-reject"].trigger()
    assert flags.files("reject") == files[:3]
    parts.session.select(files[1:2], None)
    actions["mark-keep"].trigger()
    parts.session.select(files[2:3], None)
    actions["mark-none"].trigger()
    settle(parts, qtbot)
    assert stored(organised) == {files[0]: "reject", files[1]: "keep"}


def test_letters_in_a_slideshow_end_it_and_mark_nothing(parts: Parts, files: list[int]) -> None:
    viewer = parts.workspace.viewer
    parts.workspace.pages.show_photo(files[0])
    viewer.slideshow.start()
    QTest.keyClick(viewer, Qt.Key.Key_X)
    assert not viewer.slideshow.running
    assert parts.workspace.culling.flags.of(files[0]) is None
    viewer.closed.emit()
