"""Foot: overlays bars on the lower edge of a view, so that nothing moves when they appear and disappear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

MOVES = (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Foot(QObject):
    """Scroll areas end above the bars, so that all of their content can be reached."""

    raised = Signal(int)  # the height of all bars, in pixels

    def __init__(
        self,
        page: QWidget,
        bars: Sequence[QWidget],
        view: QWidget,
        stack: QStackedWidget,
        areas: Sequence[QAbstractScrollArea],
    ) -> None:
        """`view` is a descendant of `page`; `stack` and `areas` share its lower edge. The first bar is the lowest."""
        super().__init__(page)
        self._page, self._bars, self._view, self._stack = page, bars, view, stack
        self._areas = [(area, QWidget()) for area in areas]  # each with what shortens its scroll bar
        self._height = 0
        for area, end in self._areas:
            end.setFixedHeight(0)
            area.addScrollBarWidget(end, Qt.AlignmentFlag.AlignBottom)
        for bar in bars:
            bar.setParent(page)
            bar.installEventFilter(self)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES or (watched is self._view and event.type() is QEvent.Type.Resize):
            self._place_bars()  # not on a bar's own resize: Qt loses one requested while a widget is being shown
        return False

    def _place_bars(self) -> None:
        width, height = self._view.width(), 0
        for bar in self._bars:
            if not bar.isHidden():
                bar_height = max(bar.heightForWidth(width), bar.minimumSizeHint().height())
                height += bar_height
                top = self._view.mapTo(self._page, QPoint(0, self._view.height() - height))
                bar.setGeometry(QRect(top, QSize(width, bar_height)))
                bar.raise_()
        if height != self._height:
            self._height = height
            self._stack.setContentsMargins(0, 0, 0, height)
            for area, end in self._areas:
                area.setViewportMargins(0, 0, 0, height)
                end.setFixedHeight(height)
            self.raised.emit(height)
