"""Actions: the window's QActions by command id; shell/commands declares them."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget


class Actions:
    """A mapping of command id to QAction; views look theirs up by id."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def items(self) -> ItemsView[str, QAction]:
        """Each id with its action."""
        return self._actions.items()

    def group(self, name: str) -> dict[str, QAction]:
        """The actions of a group by id; exactly one is checked."""
        group = self._groups[name]
        return {id_: action for id_, action in self._actions.items() if action.actionGroup() is group}

    def add(self, id_: str, action: QAction, group: str = "") -> None:
        """Add an action; of one `group` exactly one is checked."""
        set_icon_text(action)
        if group:
            self._groups.setdefault(group, QActionGroup(self._parent)).addAction(action)
        self._parent.addAction(action)
        self._actions[id_] = action

    def rename(self, id_: str, text: str) -> None:
        action = self._actions[id_]
        action.setText(text)
        action.setToolTip(text)
        set_icon_text(action)


def native(shortcut: str) -> str:
    """The first of the shortcuts in the platform's notation."""
    keys = QKeySequence.listFromString(shortcut)
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def set_icon_text(action: QAction) -> None:
    """The action's text as a tool button shows it: style sheets draw it against the icon."""
    action.setIconText(f" {action.text()}")
