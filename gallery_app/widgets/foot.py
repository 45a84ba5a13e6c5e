"""Foot: lays a bar over the foot of a view, so that nothing moves when it comes and goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

MOVES = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Foot(QObject):
    """What scrolls in the view ends above the bar, so that all of it can be reached; the rest is covered."""

    def __init__(
        self, page: QWidget, bar: QWidget, view: QWidget, stack: QStackedWidget, areas: Sequence[QAbstractScrollArea]
    ) -> None:
        """`view` lies somewhere in `page`; `stack` and `areas` reach down to its foot."""
        super().__init__(page)
        bar.setParent(page)
        self._page, self._bar, self._view, self._stack = page, bar, view, stack
        self._areas = [(area, QWidget()) for area in areas]  # each with what shortens its scroll bar
        self._height = 0
        for area, end in self._areas:
            end.setFixedHeight(0)
            area.addScrollBarWidget(end, Qt.AlignmentFlag.AlignBottom)
        for part in (bar, view):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        return False

    def _place(self) -> None:
        width, height = self._view.width(), 0
        if not self._bar.isHidden():
            height = max(self._bar.heightForWidth(width), self._bar.minimumSizeHint().height())
            top = self._view.mapTo(self._page, QPoint(0, self._view.height() - height))
            self._bar.setGeometry(QRect(top, QSize(width, height)))
            self._bar.raise_()
        if height != self._height:
            self._height = height
            self._stack.setContentsMargins(0, 0, 0, height)
            for area, end in self._areas:
                area.setViewportMargins(0, 0, 0, height)
                end.setFixedHeight(height)
