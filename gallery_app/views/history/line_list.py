"""LineList: what was done, newest first, below the days it was done on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gallery_app.base import icons, theme
from gallery_app.base.painting import RADIUS, filled, framed, sized
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import elided
from gallery_app.state.history.history_review import day_name
from gallery_app.state.history.lines import Line
from gallery_app.views.history.line_words import icon_of, state_of
from gallery_app.widgets.focus_ring import by_keys

PAD = 14
Index = QModelIndex | QPersistentModelIndex


class _Lines(QAbstractListModel):
    """Lines, and the days above them."""

    def __init__(self, parent: QObject, words: Callable[[Line], str]) -> None:
        super().__init__(parent)
        self.rows: list[Line | date] = []
        self.words = words

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.rows, day = [], None
        for line in lines:
            if line.when.date() != day:
                day = line.when.date()
                self.rows.append(day)
            self.rows.append(line)
        self.endResetModel()

    def row_of(self, id_: int | None) -> int:
        return next((at for at, row in enumerate(self.rows) if isinstance(row, Line) and row.id == id_), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = isinstance(self.rows[index.row()], date)
        return Qt.ItemFlag.NoItemFlags if heading else Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if isinstance(row, date):
            return day_name(row) if role == Qt.ItemDataRole.DisplayRole else None
        words = self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (words, f"{row.when:%H:%M}", state_of(row)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        return words if role == Qt.ItemDataRole.DisplayRole else None


class _LineDelegate(QStyledItemDelegate):
    """Paints icon, words and time; what was undone is grey."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        return QSize(160, option.fontMetrics.height() + (16 if heading else 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, now = index.model(), theme.current()
        assert isinstance(model, _Lines)
        row = model.rows[index.row()]
        inner = option.rect.adjusted(PAD, 0, -PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if isinstance(row, date):
            painter.setFont(sized(option.font, now.small, QFont.Weight.DemiBold))
            painter.setPen(QColor(now.muted))
            painter.drawText(inner.adjusted(0, 6, 0, 0), middle, day_name(row))
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = option.rect.toRectF().adjusted(6, 1, -6, -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            filled(painter, box, QColor(now.selection if chosen else now.hover), RADIUS + 2)
        if by_keys() and option.state & QStyle.StateFlag.State_HasFocus:
            framed(painter, box.adjusted(1, 1, -1, -1), QColor(now.focus), 2.0)
        faint = not row.undoable
        strong, soft = (now.muted if faint else now.text), now.muted
        if chosen:
            strong = soft = now.on_selection
        drawn = icons.pixmap(icon_of(row), 16, strong, painter.device().devicePixelRatioF())
        painter.drawPixmap(inner.left(), inner.center().y() - 7, drawn)
        inner.setLeft(inner.left() + 26)
        painter.setFont(sized(option.font, now.small))  # not the painter's: a line above may have left it italic
        painter.setPen(QColor(soft))
        figure = "  ".join(part for part in (state_of(row), f"{row.when:%H:%M}") if part)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, figure)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(figure) - 10)
        font = sized(option.font, now.body)
        font.setItalic(faint)
        painter.setFont(font)
        painter.setPen(QColor(strong))
        painter.drawText(inner, middle, elided(painter.fontMetrics(), model.words(row), inner.width()))


class LineList(QListView):
    """Arrow keys and clicks choose a line."""

    chosen = Signal(int)

    def __init__(self, words: Callable[[Line], str]) -> None:
        super().__init__()
        self._lines = _Lines(self, words)
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What was done"))
        self.selectionModel().currentChanged.connect(self._choose)

    def show_lines(self, lines: Sequence[Line], chosen: int | None) -> None:
        """Show these; the chosen one stays where it is seen."""
        at = self.verticalScrollBar().value()
        self.blockSignals(True)
        self._lines.show_lines(lines)
        row = self._lines.row_of(chosen)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))
        self.blockSignals(False)
        self.verticalScrollBar().setValue(at)

    def texts(self) -> list[str]:
        """What is listed, the days too."""
        rows = range(self._lines.rowCount())
        return [str(self._lines.data(self._lines.index(row))) for row in rows]

    def choose(self, id_: int) -> None:
        """Go to a line."""
        self.setCurrentIndex(self._lines.index(self._lines.row_of(id_)))

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and isinstance(row := self._lines.rows[now.row()], Line):
            self.chosen.emit(row.id)
