"""ActionBar: what may be done with a page, at its foot: a hint, and the buttons at the end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QFrame, QLabel, QLayoutItem, QPushButton

from gallery_app.base import theme
from gallery_app.views.parts.line_layout import LineLayout
from gallery_app.widgets.labels import label

GAP, SIDE, EDGE = 10, 18, 10  # pixels: between two, beside them, above and below
LEAST = 180  # of the hint beside the buttons; where there is less it stands above them


class ActionBar(QFrame):
    """Nothing is ever cut: where there is no room in one line there are more."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.hint = label(role="muted", wrap=True)
        lines = _Lines(self)
        for part in (self.hint, *buttons):
            lines.addWidget(part)


class _Lines(LineLayout):
    """The first of its widgets is the hint."""

    def __init__(self, parent: ActionBar) -> None:
        super().__init__(parent)
        self.setContentsMargins(SIDE, EDGE, SIDE, EDGE)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + GAP for item in self.items if not item.isEmpty())
        return QSize(width + 2 * SIDE, self.place(QRect(0, 0, width + 2 * SIDE, 0), apply=False))

    def minimumSize(self) -> QSize:
        shown = [item.sizeHint() for item in self.items[1:] if not item.isEmpty()]
        width, height = (max((getattr(size, side)() for size in shown), default=0) for side in ("width", "height"))
        return QSize(width + 2 * SIDE, height + 2 * EDGE)

    def place(self, box: QRect, *, apply: bool) -> int:
        """Lay them out within the width of `box`, the buttons to the right; returns the height that takes."""
        hint, buttons = self.items[0], [item for item in self.items[1:] if not item.isEmpty()]
        width, top = box.width() - 2 * SIDE, box.y() + EDGE
        needed = sum(item.sizeHint().width() + GAP for item in buttons)
        words = hint.widget()
        says = isinstance(words, QLabel) and not hint.isEmpty() and bool(words.text())
        beside = min(hint.sizeHint().width(), theme.current().in_type(LEAST)) if says else 0
        if beside + needed <= width + (0 if says else GAP):
            inner = max(width - needed, 0)
            height = max([item.sizeHint().height() for item in buttons] + [_height(hint, inner) if says else 0])
            if apply:
                hint.setGeometry(QRect(box.x() + SIDE, top, inner, height))
                _place_line(buttons, box, top, height)
            return top + height + EDGE - box.y()
        if says:
            above = _height(hint, width)
            if apply:
                hint.setGeometry(QRect(box.x() + SIDE, top, width, above))
            top += above + GAP
        for line in _lines(buttons, width):
            height = max(item.sizeHint().height() for item in line)
            if apply:
                _place_line(line, box, top, height)
            top += height + GAP
        return top - GAP + EDGE - box.y()


def _place_line(line: list[QLayoutItem], box: QRect, top: int, height: int) -> None:
    x = box.x() + box.width() - SIDE
    for item in reversed(line):
        size = item.sizeHint()
        x -= size.width()
        item.setGeometry(QRect(QPoint(x, top + (height - size.height()) // 2), size))
        x -= GAP


def _lines(buttons: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
    lines: list[list[QLayoutItem]] = []
    used = 0
    for item in buttons:
        size = item.sizeHint().width()
        if not lines or used + GAP + size > width:
            lines.append([])
            used = -GAP
        lines[-1].append(item)
        used += GAP + size
    return lines


def _height(hint: QLayoutItem, width: int) -> int:
    return hint.heightForWidth(width) if hint.hasHeightForWidth() else hint.sizeHint().height()
