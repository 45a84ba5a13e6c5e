"""Roles: what kind of thing a widget is for a screen reader, where Qt does not know; and sentences said aloud.

PySide6 crashes where `interface_cast` is overridden, whatever it returns. So what is made here derives from
QAccessibleWidget, which has the interface of actions in C++, and has no interface of selections or tables.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QScrollArea, QWidget

Role = QAccessible.Role
Event = QAccessible.Event
Relation = QAccessible.RelationFlag
ANY = Relation.AllRelations

_makers: WeakKeyDictionary[QWidget, Callable[[], QAccessibleInterface]] = WeakKeyDictionary()
_made: list[QAccessibleInterface] = []  # Qt deletes them with their widgets; until then they have to live here, too
_SWEEP = 256  # made ones after which those that Qt has deleted are let go of
_sweep_at = _SWEEP
_installed = False


def set_role(widget: QWidget, role: QAccessible.Role, *, leaf: bool = False) -> None:
    """Give a widget a role; its name and description are what setAccessibleName and -Description say.

    A `leaf` is one thing, whatever widgets it is made of.
    """
    if role is Role.RadioButton and isinstance(widget, QAbstractButton):
        set_accessible(widget, lambda: _Radio(widget))
    else:
        set_accessible(widget, lambda: _Leaf(widget, role) if leaf else QAccessibleWidget(widget, role))


def set_notice(widget: QWidget, speaks: Callable[[], bool]) -> None:
    """A widget is a notification while it `speaks`, else a status bar: what appears as a notification is said aloud."""
    set_accessible(widget, lambda: _Notice(widget, speaks))


def set_accessible(widget: QWidget, make: Callable[[], QAccessibleInterface]) -> None:
    """Let `make` make the accessible object of a widget, once somebody asks for it."""
    global _installed  # Qt keeps factories for good, and asks each of them
    _makers[widget] = make
    if not _installed:
        _installed = True
        QAccessible.installFactory(_factory)


def tell(widget: QWidget, event: QAccessible.Event, child: int = -1) -> None:
    """Tell screen readers of an event of a widget, or of a child of its accessible object."""
    if QAccessible.isActive():
        what = QAccessibleEvent(widget, event)
        if child >= 0:
            what.setChild(child)
        QAccessible.updateAccessibility(what)


def tell_checked(button: QAbstractButton) -> None:
    """Tell that a button is checked now, or is not any more."""
    if QAccessible.isActive():
        changed = QAccessible.State()
        changed.checked = 1
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence said aloud wherever the focus is; on Linux `widget` is a notification whose name it is.

    Linux: readers before Orca 45 hear no announcement, but all of them say a notification that appears.
    """
    if not sentence or not QAccessible.isActive():
        return
    if sys.platform == "linux":
        tell(widget, Event.ObjectShow)
    else:
        from PySide6.QtGui import QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _factory(_class: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt asks for each class of `thing`, the most derived one first; None leaves it to Qt."""
    global _sweep_at
    make = _makers.get(thing) if isinstance(thing, QWidget) else None
    if make is not None:
        made = make()
    elif isinstance(thing, QScrollArea):
        made = QAccessibleWidget(thing, Role.Pane)  # Qt says "client": a reader takes it for nothing
    else:
        return None
    if len(_made) >= _sweep_at:
        _made[:] = [one for one in _made if shiboken6.isValid(one)]
        _sweep_at = len(_made) + _SWEEP
    _made.append(made)
    return made


class Part(QAccessibleWidget):
    """A part of a widget that is no widget itself, and has no children unless a subclass says so.

    No QObject is behind it: with one, Qt took it for the whole widget. So everything is overridden for which Qt goes by
    `object`, which it does not check: it crashed as soon as a reader asked.
    """

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def object(self) -> None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._widget.window().windowHandle() if shiboken6.isValid(self._widget) else None

    def relations(self, match: Relation = ANY) -> list[tuple[QAccessibleInterface, Relation]]:
        return []

    def childCount(self) -> int:
        return 0

    def child(self, at: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def actionNames(self) -> list[str]:
        return []

    def doAction(self, name: str) -> None:
        """Nothing can be done with it."""


class _Leaf(QAccessibleWidget):
    """A widget whose parts are of no interest."""

    def childCount(self) -> int:
        return 0

    def child(self, at: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None


class _Notice(QAccessibleWidget):
    def __init__(self, widget: QWidget, speaks: Callable[[], bool]) -> None:
        super().__init__(widget, Role.StatusBar)
        self._speaks = speaks

    def role(self) -> QAccessible.Role:
        return Role.Notification if self._speaks() else Role.StatusBar


class _Radio(QAccessibleWidget):
    """A button of several, of which one is checked."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, Role.RadioButton)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        name = kind is QAccessible.Text.Name and not self._button.accessibleName()
        return self._button.text().replace("&", "").strip() if name else super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = 1
        state.checked = int(self._button.isChecked())
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)
