"""FlowRow: widgets in a row that goes on in the next line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gallery_app.views.parts.line_layout import LineLayout

GAP = 6  # pixels


class FlowRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._flow = _Flow(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its own height, at once: nested layouts would give it that of its narrowest."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of what is in it now."""
        self.setFixedHeight(max(self._flow.heightForWidth(self.width()), 1))

    def add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)


class _Flow(LineLayout):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self.items:
            size = size.expandedTo(item.minimumSize())
        return size

    def place(self, box: QRect, *, apply: bool) -> int:
        x, y, line = box.x(), box.y(), 0
        for item in (item for item in self.items if not item.isEmpty()):
            size = item.sizeHint()
            if x > box.x() and x + size.width() > box.right() + 1:
                x, y, line = box.x(), y + line + GAP, 0
            if apply:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + GAP, max(line, size.height())
        return y + line - box.y()
