"""LineLayout: a layout of lines, as many as its width asks for; where each widget lies is what the derived ones say."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class LineLayout(QLayout):
    """Keeps the items for `place`, which a derived layout has, as it has `sizeHint` and `minimumSize`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: list[QLayoutItem] = []

    def place(self, box: QRect, *, apply: bool) -> int:
        """Lay the items out within the width of `box`, or only reckon it; returns the height that takes."""
        raise NotImplementedError

    def addItem(self, item: QLayoutItem) -> None:
        self.items.append(item)

    def count(self) -> int:
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.place(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self.place(box, apply=True)
