"""Qt's own file dialogs choose, and neither delete, rename nor make anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListView, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.widgets.dialogs import file_dialog

CHANGE = ("qt_rename_action", "qt_delete_action")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With one file in it, and one folder."""
    place = tmp_path / "Pictures"
    (place / "Sea").mkdir(parents=True)
    (place / "photo.png").write_bytes(b"a picture")
    return place


@pytest.fixture(autouse=True)
def yes_to_all(qapp: QApplication) -> Iterator[None]:
    """Qt asks whether something is really to be deleted, where it comes to that."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.button(QMessageBox.StandardButton.Yes).click()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(200)
    yield
    timer.stop()


def mark(dialog: QFileDialog, name: str, qtbot: QtBot) -> QListView:
    """Mark an entry in the list of a dialog."""
    view = dialog.findChild(QListView, "listView")

    def index() -> QModelIndex:
        rows = (view.model().index(row, 0, view.rootIndex()) for row in range(view.model().rowCount(view.rootIndex())))
        return next((found for found in rows if found.data() == name), QModelIndex())

    qtbot.waitUntil(lambda: index().isValid())
    view.setCurrentIndex(index())
    view.setFocus()
    return view


@pytest.mark.parametrize("name", ["photo.png", "Sea"])
@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_what_is_marked_can_be_neither_deleted_nor_renamed(
    folder: Path, name: str, mode: QFileDialog.AcceptMode, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = file_dialog(window, "Choose")
    dialog.setAcceptMode(mode)
    dialog.setDirectory(str(folder))
    dialog.open()
    view = mark(dialog, name, qtbot)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(view, key)
    new_folder = dialog.findChild(QToolButton, "newFolderButton")
    QTest.mouseClick(new_folder, Qt.MouseButton.LeftButton)
    for change in CHANGE:
        dialog.findChild(QAction, change).trigger()
    assert view.findChild(QLineEdit) is None
    assert sorted(p.name for p in folder.iterdir()) == ["Sea", "photo.png"]
    dialog.reject()


@pytest.mark.parametrize("command", ["open", "add-folder"])
def test_folders_are_asked_for_read_only(make: Callable[[], Parts], command: str, qtbot: QtBot) -> None:
    parts, seen = make(), []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append((dialog.testOption(QFileDialog.Option.ReadOnly), dialog.fileMode()))
        dialog.reject()

    action = parts.window.actions_[command]
    action.setEnabled(True)
    QTimer.singleShot(200, look)
    action.trigger()
    assert seen == [(True, QFileDialog.FileMode.Directory)]
