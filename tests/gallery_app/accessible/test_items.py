"""Items of a painted view: made when asked for, told of at each step, and invalid once what they stand for is gone."""

from __future__ import annotations

import time
from collections.abc import Hashable

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.edits import Move
from gallery_app.app import Parts
from gallery_app.widgets.accessible import items as module
from gallery_app.widgets.accessible.items import MOST, Items

Event, Text = QAccessible.Event, QAccessible.Text
Told = list[tuple[str, int]]


class Numbers(Items):
    """A view of numbers, of which some are selected."""

    def __init__(self, widget: QWidget, count: int) -> None:
        super().__init__(widget)
        self.numbers, self.at_, self.chosen = list(range(count)), 0, frozenset[Hashable]()

    def count(self) -> int:
        return len(self.numbers)

    def key(self, at: int) -> int:
        return self.numbers[at]

    def position(self, key: Hashable) -> int:
        if not isinstance(key, int):
            return -1
        if key < len(self.numbers) and self.numbers[key] == key:  # not moved: no need to look for it
            return key
        return self.numbers.index(key) if key in self.numbers else -1

    def current(self) -> int:
        return self.at_

    def name(self, at: int) -> str:
        return f"number {self.numbers[at]}"

    def box(self, at: int) -> QRect:
        return QRect(0, 10 * at, 10, 10)

    def at(self, point: QPoint) -> int:
        return point.y() // 10

    def selected(self) -> frozenset[Hashable]:
        return self.chosen


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What screen readers are told, as if one listened."""
    heard: Told = []

    def tell(widget: QWidget, event: QAccessible.Event, child: int = -1) -> None:
        if widget.hasFocus():  # what is linked to it tells of the selection, too
            heard.append((event.name, child))

    monkeypatch.setattr(module, "tell", tell)
    monkeypatch.setattr(module.QAccessible, "isActive", lambda: True)
    return heard


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


def test_a_step_of_a_hundred_thousand_is_cheap(widget: QWidget, told: Told) -> None:
    view = Numbers(widget, 100_000)
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface.childCount() == 100_000
    begun = time.process_time()
    for at in range(1, 501):
        view.at_ = at
        view.follow()
        interface.child(at).state()
    assert (time.process_time() - begun) / 500 < 0.002
    assert told == [("Focus", at) for at in range(1, 501)]


def test_only_so_many_items_are_kept(widget: QWidget, qtbot: QtBot) -> None:
    view = Numbers(widget, 3 * MOST)
    interface = QAccessible.queryAccessibleInterface(widget)
    first = interface.child(0)
    for at in range(1, 3 * MOST):
        assert interface.child(at).text(Text.Name) == f"number {at}"
        if at % 1000 == 0:
            QApplication.processEvents()
    qtbot.waitUntil(lambda: not shiboken6.isValid(first))  # who still asks for it hears that it is gone
    assert interface.child(0).text(Text.Name) == "number 0"
    assert view.count() == 3 * MOST


def test_an_item_stays_the_same_in_another_order_and_is_invalid_once_gone(widget: QWidget) -> None:
    view = Numbers(widget, 10)
    interface = QAccessible.queryAccessibleInterface(widget)
    three, nine = interface.child(3), interface.child(9)
    view.numbers = [9, 8, 3, 0]
    assert (interface.indexOfChild(three), three.text(Text.Name)) == (2, "number 3")
    assert interface.child(0) is nine
    view.numbers = [0, 1]
    assert not three.isValid()
    assert bool(three.state().invalid)
    assert (three.text(Text.Name), three.rect(), interface.indexOfChild(three)) == ("", QRect(), -1)


def test_few_changes_of_the_selection_are_told_one_by_one_and_many_at_once(widget: QWidget, told: Told) -> None:
    view = Numbers(widget, 1000)
    view.follow()
    told.clear()
    view.chosen = frozenset([3])
    view.follow()
    view.chosen = frozenset([4])
    view.follow()
    assert sorted(told) == [("SelectionAdd", 3), ("SelectionAdd", 4), ("SelectionRemove", 3)]
    told.clear()
    view.chosen = frozenset(range(1000))
    view.follow()
    view.chosen = frozenset()
    view.follow()
    assert told == [("SelectionWithin", -1)] * 2


def test_items_outlive_their_widget_without_harm(qtbot: QtBot) -> None:
    widget = QWidget()
    Numbers(widget, 5)
    interface = QAccessible.queryAccessibleInterface(widget)
    item = interface.child(2)
    shiboken6.delete(widget)
    assert not shiboken6.isValid(interface)
    assert not shiboken6.isValid(item) or not item.isValid()


def test_each_step_in_the_grid_is_told(parts: Parts, told: Told, qtbot: QtBot) -> None:
    grid = parts.workspace.grid
    parts.window.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    grid.select_at(0, frozenset([int(grid.photos.ids[0])]))
    told.clear()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert set(told) == {("Focus", 1), ("SelectionAdd", 1), ("SelectionRemove", 0)}
    told.clear()
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert told == [("Focus", 2)]
    told.clear()
    qtbot.keyClick(grid, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert told == [("DescriptionChanged", 2), ("SelectionAdd", 2)]
    interface = QAccessible.queryAccessibleInterface(grid)
    assert bool(interface.child(2).state().selected)
    assert interface.focusChild() is interface.child(2)
    assert interface.child(2).text(Text.Description) == "Beach, 80% sure, 2 selected"


def test_a_description_changes_when_the_pile_does(parts: Parts, told: Told, qtbot: QtBot) -> None:
    grid, session = parts.workspace.grid, parts.session
    file = int(grid.photos.ids[0])
    interface = QAccessible.queryAccessibleInterface(grid)
    grid.select_at(0, frozenset([file]))
    item = interface.child(0)
    assert item.text(Text.Description).startswith("Beach, 80% sure")
    told.clear()
    night = next(c.id for c in session.gallery.clusters if c.name == "Night")
    with qtbot.waitSignal(session.changed):
        session.edit(Move([file], night), None)
    assert item.text(Text.Description) == "Night, placed by hand"
    assert ("DescriptionChanged", grid.photos.position_of(file)) in told


def test_walking_while_photos_come_and_go_does_no_harm(parts: Parts, qtbot: QtBot) -> None:
    grid, view, session = parts.workspace.grid, parts.workspace.map, parts.session
    parts.window.actions_["view-both"].trigger()
    lists = [QAccessible.queryAccessibleInterface(one) for one in (grid, view)]
    kept = [one.child(at) for one in lists for at in range(one.childCount())]
    for query in ("forest", "", "nothing at all", "night", ""):
        session.filters.find(query, None)
        qtbot.waitUntil(lambda: not parts.jobs.busy)
        for item in kept:
            assert item.isValid() is bool(item.text(Text.Name))
            item.rect(), item.parent().indexOfChild(item)
    session.close()
    assert not any(item.isValid() for item in kept)


def test_a_view_without_the_focus_does_not_flood(widget: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    view, other, heard = Numbers(widget, 10), QWidget(widget), list[str]()
    monkeypatch.setattr(module, "tell", lambda _widget, event, _child=-1: heard.append(event.name))
    monkeypatch.setattr(module.QAccessible, "isActive", lambda: True)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    view.chosen = frozenset([1, 2, 3])
    view.follow()
    assert heard == ["SelectionWithin"]
