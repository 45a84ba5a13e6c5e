"""GroupList: the groups by time or place, in place of the shelf; a click shows one, another selects its photos."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from engine.core.records import Ints
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, filled, framed, sized
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import elided
from gallery_app.i18n.group_names import group_name
from gallery_app.i18n.numbers import counted, number
from gallery_app.state.session import Session
from gallery_app.widgets.focus_ring import by_keys
from gallery_app.widgets.labels import label

PAD = 14
Index = QModelIndex | QPersistentModelIndex


class _Groups(QAbstractListModel):
    """The groups with photos that match the filter."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[tuple[str, str, int]] = []  # key, name, how many photos

    def show_lines(self, lines: list[tuple[str, str, int]]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        _, name, count = self.lines[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {counted(count, self.tr('{0} photo'), self.tr('{0} photos'))}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(name)
        return name if role == Qt.ItemDataRole.DisplayRole else None


class _LineDelegate(QStyledItemDelegate):
    """Paints the name at the left and the number of photos at the right; `lit` is the line of the hovered photo."""

    lit = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, now = index.model(), theme.current()
        assert isinstance(model, _Groups)
        _, name, count = model.lines[index.row()]
        figure = number(count)
        box = option.rect.toRectF().adjusted(6, 1, -6, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            filled(painter, box, QColor(now.selection), RADIUS + 2)
        elif option.state & QStyle.StateFlag.State_MouseOver or index.row() == self.lit:
            filled(painter, box, QColor(now.hover), RADIUS + 2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if by_keys() and option.state & QStyle.StateFlag.State_HasFocus:
            framed(painter, box.adjusted(1, 1, -1, -1), QColor(now.focus), 2.0)
        inner = option.rect.adjusted(PAD, 0, -PAD, 0)
        painter.setFont(sized(painter.font(), now.small))
        painter.setPen(QColor(now.on_selection if chosen else now.muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(figure) - 8)
        painter.setFont(sized(painter.font(), now.body))
        painter.setPen(QColor(now.on_selection if chosen else now.text))
        shown = elided(painter.fontMetrics(), name, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)


class GroupList(QFrame):
    """Follows the session's filters; shown instead of the shelf while photos are grouped."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.setMinimumWidth(200)
        self._session = session
        self._heading = label(role="section")
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 4)
        head.addWidget(self._heading)
        self._groups = _Groups(self)
        self.list = QListView()
        self.list.setModel(self._groups)
        self._line = _LineDelegate(self.list)
        self.list.setItemDelegate(self._line)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.list.activated.connect(lambda index: self._choose(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        session.changed.connect(lambda _changes, _origin: self._refresh())
        session.filters.changed.connect(lambda _origin: self._refresh())
        session.selection_changed.connect(lambda _ids, _origin: self._follow_selection())
        session.hover_changed.connect(lambda file, _origin: self._follow_hover(file))
        self._refresh()

    def names(self) -> list[str]:
        """The names of the groups from top to bottom."""
        return [name for _, name, _ in self._groups.lines]

    def _refresh(self) -> None:
        shown = self._session.filters.shown
        lines: list[tuple[str, str, int]] = []
        if shown.groups is not None:
            counts = np.bincount(shown.groups.labels[shown.rows], minlength=len(shown.groups.keys)).tolist()
            named = zip(shown.groups.keys, counts, strict=True)
            lines = [(key, group_name(shown, key), count) for key, count in named if count]
        if lines != self._groups.lines:
            self._groups.show_lines(lines)
        title = self.tr("PLACES") if shown.options.group == "place" else self.tr("TIMES")
        self._heading.setText(f"{title}  {number(len(lines))}" if len(lines) > 1 else title)
        self.list.setAccessibleName(title)
        self._follow_hover(self._session.hovered)

    @property
    def lit(self) -> int:
        """The line of the hovered photo, or -1."""
        return self._line.lit

    def _follow_hover(self, file: int | None) -> None:
        """Highlight the line of the hovered photo; repaints only two lines."""
        shown = self._session.filters.shown
        row = shown.gallery.row_of.get(file) if file is not None else None
        key = None if row is None or shown.groups is None else shown.groups.keys[int(shown.groups.labels[row])]
        before = self._line.lit
        self._line.lit = next((line for line, (k, _, _) in enumerate(self._groups.lines) if k == key), -1)
        for line in {before, self._line.lit} - {-1} if before != self._line.lit else ():
            self.list.update(self._groups.index(line, 0))

    def _follow_selection(self) -> None:
        """Leave the group that is shown once photos of others are selected."""
        session, shown = self._session, self._session.filters.shown
        key = session.focused_cluster
        if not session.selection or shown.groups is None or key not in shown.groups.keys:
            return
        rows = [shown.gallery.row_of[file] for file in session.selection if file in shown.gallery.row_of]
        if (shown.groups.labels[rows] != shown.groups.keys.index(key)).any():
            session.focus_cluster(None, self)

    def _choose(self, line: int) -> None:
        """Scroll the views to a group; once it is shown, select its photos."""
        key = self._groups.lines[line][0]
        if key == self._session.focused_cluster:
            self.select_photos(line)
        else:
            self._session.select((), self)
            self._session.focus_cluster(key, self)

    def select_photos(self, line: int) -> None:
        """Select the photos of the group of a line."""
        if 0 <= line < len(self._groups.lines):
            ids = self._session.gallery.ids[self._rows(self._groups.lines[line][0])].tolist()
            self._session.select(ids, self, ids[0] if ids else None)

    def _rows(self, key: str) -> Ints:
        shown = self._session.filters.shown
        if shown.groups is None or key not in shown.groups.keys:
            return shown.rows[:0]
        rows: Ints = shown.rows[shown.groups.labels[shown.rows] == shown.groups.keys.index(key)]
        return rows
