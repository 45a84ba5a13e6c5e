"""LikenessTable: how alike the clusters of every two methods are, the darker the more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from engine.core.partials import MethodCompared
from gallery_app.base import theme
from gallery_app.base.painting import mixed
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.numbers import decimal, number
from gallery_app.state.shootout.shootout import Shootout
from gallery_app.views.shootout.words import method_name

LINE = 28  # pixels of a row, in type of the usual size
DEEPEST = 0.45  # share of the accent where two are the same: text is read on it in every theme
Index = QModelIndex | QPersistentModelIndex
_Q = Qt.ItemDataRole


class _Likeness(QAbstractTableModel):
    def __init__(self, shootout: Shootout, parent: QWidget) -> None:
        super().__init__(parent)
        self._shootout = shootout
        self.rows: list[MethodCompared] = []

    def refresh(self) -> None:
        self.beginResetModel()
        self.rows = self._shootout.ranked
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Q.DisplayRole) -> Any:
        name, at = method_name(self.rows[section].method), number(section + 1)
        if role == _Q.DisplayRole:
            return at if orientation is Qt.Orientation.Horizontal else f"{at}  {name}"
        if role == _Q.TextAlignmentRole:
            centred = orientation is Qt.Orientation.Horizontal
            side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return plain_tip(name) if role == _Q.ToolTipRole else None

    def data(self, index: Index, role: int = _Q.DisplayRole) -> Any:
        one, other = self.rows[index.row()], self.rows[index.column()]
        same, likeness, now = one is other, self._shootout.likeness(one, other), theme.current()
        if role == _Q.DisplayRole:
            return "·" if same else decimal(likeness, 2)
        if role in (_Q.ToolTipRole, _Q.AccessibleTextRole) and not same:
            words = self.tr("{0} and {1}: {2}")
            words = words.format(method_name(one.method), method_name(other.method), decimal(likeness, 2))
            return plain_tip(words) if role == _Q.ToolTipRole else words
        if role == _Q.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == _Q.BackgroundRole and not same:
            return mixed(now.accent, now.window, DEEPEST * likeness**2)
        return QColor(now.text) if role == _Q.ForegroundRole else None


class _Shade(QStyledItemDelegate):
    """Paints the ground, which the style sheet keeps from items."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if (ground := index.data(_Q.BackgroundRole)) is not None:
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), ground)
        super().paint(painter, option, index)


class LikenessTable(QTableView):
    """In the order of the methods' ranks; numbers stand for the names above."""

    def __init__(self, shootout: Shootout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._likeness = _Likeness(shootout, self)
        self.setModel(self._likeness)
        self.setItemDelegate(_Shade(self))
        self.setAccessibleName(self.tr("How alike the clusters of every two methods are"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)

    def refresh(self) -> None:
        self._likeness.refresh()
        line = theme.current().in_type(LINE)
        self.verticalHeader().setDefaultSectionSize(line)
        self.horizontalHeader().setDefaultSectionSize(2 * line)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + line * max(self._likeness.rowCount(), 1) + 12)
