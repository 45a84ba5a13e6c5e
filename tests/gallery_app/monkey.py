"""Monkey: does to the window whatever a user could, at random; the same seed does the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, QProcess, Qt, QTimer
from PySide6.QtGui import QAction, QDesktopServices, QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from gallery_app.app import Parts
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.map.photo_map import PhotoMap
from gallery_app.views.parts.photo_drag import mime_data
from gallery_app.views.shelf.cluster_shelf import ClusterShelf
from tests.gallery_app.windows import drop, wheel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
HELD = (NONE, NONE, NONE, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
KEYS = [
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    *(Qt.Key.Key_Delete, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_B),
]
WORDS = ["photo_1", "red", "-red", "2024", "type:jpg", "nothing is called so", '"', "", "", ""]
# Ends all; what others sort; photos that no undo takes away; a server.
NEVER = ("Quit", "Demo gallery", "Add a folder…", "Check for updates…")


@pytest.fixture
def nothing_real(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No dialog that waits, no drag that waits, no other program. Gives what the next folder dialog answers."""
    answers: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answers.pop() if answers else "")
    monkeypatch.setattr(QFileDialog, "open", lambda dialog, *_: dialog.reject())
    monkeypatch.setattr(QFileDialog, "exec", lambda *_: 0)
    monkeypatch.setattr(QMessageBox, "about", lambda *_: None)
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: 0)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.setattr(QProcess, "startDetached", lambda *_: (True, 0))
    monkeypatch.setattr(QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction)
    return answers


class Monkey:
    """`act` does one thing; `log` says what was done, the last at the end."""

    def __init__(self, seed: int, parts: Parts, folders: list[Path], answers: list[str]) -> None:
        self.random, self.parts, self.log = Random(seed), parts, list[str]()
        self._folders, self._answers = folders, answers
        for action in parts.window.actions():
            action.blockSignals(action.text() in NEVER)  # the palette offers them, too
        self._timer = QTimer(parts.window)  # a tool button waits until its menu is closed, and so does what clicked it
        self._timer.timeout.connect(self._close_popup)
        self._things: list[tuple[Callable[[], str], int]] = [
            (self.trigger, 8), (self.press, 8), (self.click, 8), (self.drag, 5), (self.select, 6), (self.turn_wheel, 4),
            (self.push, 5), (self.hover, 3), (self.type, 2), (self.correct, 4), (self.take_back, 4), (self.retrain, 2),
            (self.other_folder, 1), (self.resize, 1),
        ]  # fmt: skip

    def act(self) -> str:
        """Do one thing, and say what."""
        thing = self._close_popup if QApplication.activePopupWidget() else self._close_dialog
        if not (QApplication.activePopupWidget() or QApplication.activeModalWidget()) or self.random.random() < 0.2:
            things, weights = zip(*self._things, strict=True)
            thing = self.random.choices(things, weights)[0]
        self.log.append(thing.__name__)
        self._timer.start(150)
        done = thing()
        self._timer.stop()
        self.log[-1] += f" {done}"
        return self.log[-1]

    # What there is

    def _views(self) -> list[QWidget]:
        """The viewports and maps in sight."""
        window = self.parts.window
        areas = [a.viewport() for a in window.findChildren(QAbstractScrollArea)]
        return [w for w in [*areas, *window.findChildren(PhotoMap)] if w.isVisible() and w.isEnabled()]

    def _at(self, widget: QWidget) -> QPoint:
        return QPoint(self.random.randrange(max(widget.width(), 1)), self.random.randrange(max(widget.height(), 1)))

    def _do(self, text: str) -> None:
        for action in self.parts.window.actions():
            if action.text().split(":")[0] == text and action.isEnabled():
                action.trigger()

    # What can be done

    def trigger(self) -> str:
        may = [a for a in self.parts.window.actions() if a.isEnabled() and a.text() not in NEVER]
        action: QAction = self.random.choice(may)
        self._answers[:] = [str(self.random.choice(self._folders))] if action.text() == "Open folder…" else []
        self.log[-1] += f" {action.text()}"
        action.trigger()
        return ""

    def press(self) -> str:
        target = QApplication.focusWidget() or self.parts.window
        key, held = self.random.choice(KEYS), self.random.choice(HELD)
        QTest.keyClick(target, key, held)
        return f"{key.name} {held.name} {type(target).__name__}"

    def click(self) -> str:
        views = self._views()
        if not views or self.parts.session.library is None:
            return "nothing"
        view = self.random.choice(views)
        at, held = self._at(view), self.random.choice(HELD)
        if self.random.random() < 0.15:
            QTest.mouseDClick(view, LEFT, held, at)
        else:
            QTest.mouseClick(view, LEFT, held, at)
        return f"{type(view.parent()).__name__} {at.toTuple()} {held.name}"

    def push(self) -> str:
        page = self.parts.window
        if self.parts.session.library is None:
            return "nothing"
        buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        if not buttons:
            return "nothing"
        button = self.random.choice(buttons)
        told = f"{type(button).__name__} {button.text()!r}"
        self.log[-1] += f" {told}"
        button.click()
        return ""

    def drag(self) -> str:
        """Photos that are selected, or some, onto a view; or a drag of the mouse from one place to another."""
        session, views = self.parts.session, self._views()
        if not views or not len(session.gallery):
            return "nothing"
        view = self.random.choice(views)
        if self.random.random() < 0.4:
            QTest.mousePress(view, LEFT, NONE, self._at(view))
            for _ in range(3):
                QTest.mouseMove(view, self._at(view))
            QTest.mouseRelease(view, LEFT, self.random.choice(HELD), self._at(view))
            return f"by mouse in {type(view.parent()).__name__}"
        kinds = (PhotoGrid, PhotoMap, ClusterShelf)
        targets = [w for w in self.parts.window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
        if not targets:
            return "nothing"
        ids = session.selection or [int(i) for i in self.random.sample(session.gallery.ids.tolist(), 2)]
        target = self.random.choice(targets)
        surface = target.viewport() if isinstance(target, QAbstractScrollArea) else target
        taken = drop(surface, mime_data(session, ids), self._at(surface), Qt.DropAction.CopyAction)
        return f"{len(ids)} photos onto {type(target).__name__}: {taken}"

    def select(self) -> str:
        ids = self.parts.session.gallery.ids.tolist()
        some = self.random.sample(ids, min(len(ids), self.random.choice([0, 1, 1, 2, 5])))
        self.parts.session.select(some, self)
        return f"{some}"

    def turn_wheel(self) -> str:
        views = self._views()
        if views:
            view = self.random.choice(views)
            wheel(view, self._at(view), self.random.choice([-360, -120, 120, 360]))
        return ""

    def hover(self) -> str:
        views = self._views()
        if views:
            view = self.random.choice(views)
            QTest.mouseMove(view, self._at(view))
        return ""

    def type(self) -> str:
        """Into the field that has the keys, or into the find field."""
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            self._do("Find")
            field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            return "nowhere"
        words = self.random.choice(WORDS)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, words)
        if self.random.random() < 0.5:
            QTest.keyClick(field, Qt.Key.Key_Return)
        return f"{words!r} into {type(field.parent()).__name__}"

    def correct(self) -> str:
        self.select()
        text = self.random.choice(["New cluster from selection", "Not this cluster", "Lock cluster"])
        self._do(text)
        return text

    def take_back(self) -> str:
        text = self.random.choice(["Undo", "Undo", "Redo"])
        self._do(text)
        return text

    def retrain(self) -> str:
        text = self.random.choice(["Retrain", "Retrain", "Stop"])
        self._do(text)
        return text

    def other_folder(self) -> str:
        folder = self.random.choice(self._folders)
        self.parts.session.open(folder)
        return folder.name

    def resize(self) -> str:
        size = self.random.choice([(800, 560), (1280, 800), (1000, 900), (1600, 700)])
        self.parts.window.resize(*size)
        return f"{size}"

    def _close_popup(self) -> str:
        for key in [Qt.Key.Key_Down] * self.random.randrange(4) + [Qt.Key.Key_Escape]:
            popup = QApplication.activePopupWidget()
            if popup is not None:
                QTest.keyClick(popup, key)
        return ""

    def _close_dialog(self) -> str:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        return type(dialog).__name__
