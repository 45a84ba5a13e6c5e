"""Items: the items of a view that paints them itself, as a list that a screen reader can walk.

An accessible item is made when somebody asks for it, so 100,000 photos cost nothing; of those made, the ones that were
asked for longest ago are deleted. An item stands for a key (a file, a cluster), not for a position: it stays the same
through a new order, and is invalid once its key is gone.
"""

from __future__ import annotations

from collections.abc import Hashable

import shiboken6
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from gallery_app.widgets.accessible.roles import Event, Part, Role, set_accessible, tell

FEW = 8  # changes of a selection that are told one by one
MANY = 5_000  # selected items of which it takes too long to say what has changed
MOST = 4_000  # items kept, of about 1 kB each

Text = QAccessible.Text


class Items:
    """What a view tells of its items. A subclass overrides what is above the line; `follow` tells what has changed.

    Positions are 0 … count() - 1; rectangles and points are those of `canvas`, the part that is painted.
    """

    role, item_role = Role.List, Role.ListItem

    def __init__(self, widget: QWidget, canvas: QWidget | None = None) -> None:
        self.widget, self.canvas = widget, canvas or widget
        self._told: tuple[Hashable, str, str] = (None, "", "")  # the current item: its key, name and description
        self._told_selected: frozenset[Hashable] = frozenset()
        set_accessible(widget, lambda: _List(self))

    def count(self) -> int:
        raise NotImplementedError

    def key(self, at: int) -> Hashable:
        raise NotImplementedError

    def position(self, key: Hashable) -> int:
        """Where the item of a key is; -1 if it is gone."""
        raise NotImplementedError

    def current(self) -> int:
        """The item that the keys act on, or -1."""
        raise NotImplementedError

    def name(self, at: int) -> str:
        raise NotImplementedError

    def description(self, at: int) -> str:
        return ""

    def box(self, at: int) -> QRect:
        raise NotImplementedError

    def at(self, point: QPoint) -> int:
        raise NotImplementedError

    def selected(self) -> frozenset[Hashable]:
        """The keys of the selected items."""
        return frozenset()

    def press(self, at: int) -> None:
        """Open an item, as Enter does."""

    def toggle(self, at: int) -> None:
        """Select an item, or take that back, as Ctrl+Space does."""

    # ----

    def follow(self) -> None:
        """Tell which item is current, what it is called, and what is selected, as far as that has changed."""
        if not QAccessible.isActive() or not shiboken6.isValid(self.widget):
            return
        at = self.current()
        now = (self.key(at), self.name(at), self.description(at)) if at >= 0 else (None, "", "")
        before, self._told = self._told, now
        if now[0] != before[0]:
            if self.widget.hasFocus():
                tell(self.widget, Event.Focus, at)
        elif at >= 0:
            for index, event in ((1, Event.NameChanged), (2, Event.DescriptionChanged)):
                if now[index] != before[index]:
                    tell(self.widget, event, at)
        self._follow_selection()

    def enter(self) -> None:
        """Tell the current item once the view has the focus: after Qt has told of the view itself."""
        if QAccessible.isActive():
            QTimer.singleShot(0, self.widget, self._tell_focus)

    def _tell_focus(self) -> None:
        self._told = (None, "", "")
        self.follow()

    def _follow_selection(self) -> None:
        """Tell few changes one by one; many, or those of a view without the focus, at once: a flood delays speech."""
        before, now = self._told_selected, self.selected()
        if now is before:
            return
        self._told_selected = now
        many = not self.widget.hasFocus() or min(len(before), len(now)) > MANY or abs(len(before) - len(now)) > FEW
        changed = frozenset[Hashable]() if many else before ^ now
        if many or len(changed) > FEW:
            tell(self.widget, Event.SelectionWithin)
            return
        for key in changed:
            if (at := self.position(key)) >= 0:
                tell(self.widget, Event.SelectionAdd if key in now else Event.SelectionRemove, at)


class _List(QAccessibleWidget):
    """The view."""

    def __init__(self, items: Items) -> None:
        super().__init__(items.widget, items.role)
        self.items = items
        self._made: dict[Hashable, _Item] = {}  # the one asked for last is the last one
        items.widget.destroyed.connect(self._forget)

    def childCount(self) -> int:
        return self.items.count()

    def child(self, at: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= at < self.items.count():
            return None
        key = self.items.key(at)
        item = self._made.pop(key, None) or _Item(self, key)
        self._made[key] = item
        if len(self._made) == MOST + 1:
            QTimer.singleShot(0, self.items.widget, self._trim)  # later: Qt may be about to use what it asked for
        return item

    def indexOfChild(self, item: QAccessibleInterface) -> int:
        return self.items.position(item.key) if isinstance(item, _Item) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self.items.current()) if self.items.widget.hasFocus() else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self.items.at(self.items.canvas.mapFromGlobal(QPoint(x, y))))

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiSelectable = state.extSelectable = 1
        return state

    def _trim(self) -> None:
        """Delete the items that were asked for longest ago; those that are gone first."""
        oldest_first = sorted(self._made, key=lambda key: self.items.position(key) >= 0)  # stable
        for key in oldest_first[: max(len(self._made) - MOST // 2, 0)]:
            _delete(self._made.pop(key))

    def _forget(self) -> None:
        for item in self._made.values():
            _delete(item)
        self._made.clear()


class _Item(Part):
    """One item."""

    def __init__(self, view: _List, key: Hashable) -> None:
        super().__init__(view.items.canvas, view.items.item_role)
        self._view, self.items, self.key = view, view.items, key

    @property
    def _at(self) -> int:
        return self.items.position(self.key) if shiboken6.isValid(self.items.widget) else -1

    def isValid(self) -> bool:
        return self._at >= 0

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._view if shiboken6.isValid(self._view) else None

    def rect(self) -> QRect:
        if (at := self._at) < 0:
            return QRect()
        box = self.items.box(at)
        return QRect(self.items.canvas.mapToGlobal(box.topLeft()), box.size())

    def text(self, kind: QAccessible.Text) -> str:
        if kind not in (Text.Name, Text.Description) or (at := self._at) < 0:
            return ""
        return self.items.name(at) if kind is Text.Name else self.items.description(at)

    def state(self) -> QAccessible.State:
        state, at = QAccessible.State(), self._at
        if at < 0:
            state.invalid = 1
            return state
        widget, canvas = self.items.widget, self.items.canvas
        state.selectable = state.focusable = 1
        state.selected = int(self.key in self.items.selected())
        state.focused = int(at == self.items.current() and widget.hasFocus())
        seen = widget.isVisible() and canvas.rect().intersects(self.items.box(at))
        state.offscreen = int(widget.isVisible() and not seen)
        state.invisible = int(not widget.isVisible())
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.toggleAction()]

    def doAction(self, name: str) -> None:
        if (at := self._at) >= 0:
            self.items.press(at) if name == self.pressAction() else self.items.toggle(at)


def _delete(item: _Item) -> None:
    """Have Qt delete an item: whoever asks for it later hears that it is gone."""
    if shiboken6.isValid(item):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
