"""The shelf for a screen reader: a list of its cards, and beside it what else lies there (notes, unread files)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from gallery_app.widgets.accessible.roles import Part, Role, set_accessible

if TYPE_CHECKING:
    from gallery_app.views.shelf.cluster_card import ClusterCard

Text = QAccessible.Text
_cards: WeakSet[QWidget] = WeakSet()


def speak_as_shelf(area: QWidget, name: str) -> None:
    """Let the widget that holds the cards speak as a list of them, called `name`."""
    set_accessible(area, lambda: _Area(area, name))


def speak_as_card(card: ClusterCard) -> None:
    """Let a card speak as an item of that list, selected while its cluster is the one that commands apply to."""
    _cards.add(card)
    set_accessible(card, lambda: _Card(card))


class _Card(QAccessibleWidget):
    def __init__(self, card: ClusterCard) -> None:
        super().__init__(card, Role.ListItem)
        self._card = card

    def parent(self) -> QAccessibleInterface:
        holder = self._card.parentWidget()
        area = None if holder is None else QAccessible.queryAccessibleInterface(holder)
        return area.cards if isinstance(area, _Area) else super().parent()

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = 1
        state.selected = int(self._card.is_current)
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self._card.chosen.emit()
        else:
            super().doAction(name)


class _Area(QAccessibleWidget):
    """What holds the cards: its first child is the list of them."""

    def __init__(self, area: QWidget, name: str) -> None:
        super().__init__(area, Role.Grouping)
        self.area = area
        self.cards = _Cards(self, name)
        area.destroyed.connect(self._forget)

    def _forget(self) -> None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(self.cards))

    def lying(self, *, cards: bool) -> list[QWidget]:
        """The cards, or what else is there, from top to bottom."""
        found = [w for w in self.area.children() if isinstance(w, QWidget) and not w.isHidden()]
        return sorted((w for w in found if (w in _cards) is cards), key=lambda w: w.y())

    def childCount(self) -> int:
        return 1 + len(self.lying(cards=False))

    def child(self, at: int) -> QAccessibleInterface | None:  # type: ignore[override]
        others = self.lying(cards=False)
        if at == 0:
            return self.cards
        return QAccessible.queryAccessibleInterface(others[at - 1]) if 0 < at <= len(others) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if child is self.cards:
            return 0
        return next((1 + i for i, w in enumerate(self.lying(cards=False)) if w is child.object()), -1)


class _Cards(Part):
    """The list."""

    def __init__(self, holder: _Area, name: str) -> None:
        super().__init__(holder.area, Role.List)
        self._holder, self._name = holder, name

    def isValid(self) -> bool:
        return shiboken6.isValid(self._holder.area)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._holder if shiboken6.isValid(self._holder) else None

    def childCount(self) -> int:
        return len(self._holder.lying(cards=True))

    def child(self, at: int) -> QAccessibleInterface | None:  # type: ignore[override]
        cards = self._holder.lying(cards=True)
        return QAccessible.queryAccessibleInterface(cards[at]) if 0 <= at < len(cards) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((i for i, w in enumerate(self._holder.lying(cards=True)) if w is child.object()), -1)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        cards = self._holder.lying(cards=True)
        return next((QAccessible.queryAccessibleInterface(c) for c in cards if c.hasFocus()), None)

    def rect(self) -> QRect:
        box = QRect()
        for card in self._holder.lying(cards=True):
            box |= QRect(card.mapToGlobal(card.rect().topLeft()), card.size())
        return box

    def text(self, kind: QAccessible.Text) -> str:
        return self._name if kind is Text.Name else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.invisible = int(not self._holder.area.isVisible())
        return state
