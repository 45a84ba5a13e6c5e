"""Palette: the command palette: type to find a command, Enter runs it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gallery_app.base import icons, theme
from gallery_app.base.painting import filled, sized
from gallery_app.i18n.bidi import elided
from gallery_app.models.entries import Entry, find_entries
from gallery_app.widgets.accessible.roles import Event, tell
from gallery_app.widgets.labels import label
from gallery_app.widgets.overlay import Overlay

WIDTH = 600
SHOWN = 11  # lines at once
PAD = 12
Index = QModelIndex | QPersistentModelIndex


class _EntryModel(QAbstractListModel):
    """The entries that match the search."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(t for t in (entry.text, entry.needs or entry.where, entry.shortcut) if t)
        return entry.help if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled if self.entries[index.row()].enabled else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | enabled


class _LineDelegate(QStyledItemDelegate):
    """Paints icon, text and menu of a command, and its shortcut at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH, option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _EntryModel)
        entry, now = model.entries[index.row()], theme.current()
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            filled(
                painter, box.toRectF().adjusted(1, 1, -1, -1), QColor(now.selection if entry.enabled else now.hover), 6
            )
        inner = box.adjusted(PAD, 0, -PAD, 0)
        strong, soft = (now.text, now.muted) if entry.enabled else (now.disabled, now.disabled)
        if entry.enabled and option.state & QStyle.StateFlag.State_Selected:
            strong = soft = now.on_selection
        if entry.icon:
            drawn = icons.pixmap(entry.icon, 16, strong, painter.device().devicePixelRatioF())
            painter.drawPixmap(inner.left(), inner.center().y() - 7, drawn)
        inner.setLeft(inner.left() + 28)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sized(painter.font(), now.body))
        painter.setPen(QColor(soft))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, entry.shortcut)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(entry.shortcut) - PAD)
        painter.setPen(QColor(strong))
        text = elided(painter.fontMetrics(), entry.text, inner.width())
        painter.drawText(inner, middle, text)
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(text) + PAD)
        where, room = entry.needs or entry.where, max(inner.width(), 0)
        where = painter.fontMetrics().elidedText(where, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(soft))
        painter.drawText(inner, middle, where)


class Palette(Overlay):
    """Opened by `open_with`; Up and Down choose, Enter or a click runs an entry, Escape closes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("Commands"))
        self._entries: Sequence[Entry] = ()
        self.field = QLineEdit()
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self._model = _EntryModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_LineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self._nothing = label("", "muted")
        self._nothing.setContentsMargins(PAD, 8, PAD, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for part in (self.field, self.list, self._nothing):
            column.addWidget(part)

    def open_with(self, entries: Sequence[Entry], asks: str = "") -> None:
        """Open it with an empty search; `asks` is what the field asks instead of for a command."""
        self.field.setPlaceholderText(asks or self.tr("What do you want to do?"))
        self.field.setAccessibleName(asks or self.tr("Find a command"))
        nothing = self.tr("No cluster is called that.") if asks else self.tr("No command is called that.")
        self._nothing.setText(nothing)
        self._entries = entries
        self.field.clear()
        self._find("")
        self.open_with_focus(self.field)

    def texts(self) -> list[str]:
        """The texts of the listed entries."""
        return [entry.text for entry in self._model.entries]

    def place(self) -> None:
        window = self.over
        line = self.list.sizeHintForRow(0) if self._model.entries else 0
        self.list.setFixedHeight(line * min(len(self._model.entries), SHOWN) + 2)
        width = min(theme.current().in_type(WIDTH), window.width() - 32)
        self.resize(width, self.sizeHint().height())
        self.move((window.width() - width) // 2, min(96, window.height() // 8))

    def _find(self, words: str) -> None:
        self._model.show_entries(find_entries(self._entries, words))
        self.list.setHidden(not self._model.entries)
        self._nothing.setHidden(bool(self._model.entries))
        if self._model.entries:
            self._select_row(0)
        self.place()

    def _select_row(self, row: int) -> None:
        index = self._model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        tell(self.list, Event.Focus, row)  # the keys stay in the field, and what they would run is said

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._model.entries) and self._model.entries[row].enabled:
            entry = self._model.entries[row]
            self.leave()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        count, row = len(self._model.entries), self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(row)
            case Qt.Key.Key_Down | Qt.Key.Key_Up if count:
                self._select_row((row + (1 if event.key() == Qt.Key.Key_Down else -1)) % count)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp if count:
                step = SHOWN - 1 if event.key() == Qt.Key.Key_PageDown else 1 - SHOWN
                self._select_row(min(max(row + step, 0), count - 1))
            case _:
                return False
        return True
