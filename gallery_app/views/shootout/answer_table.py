"""AnswerTable: a row a method, a column a measure, sortable, the best of each column marked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.core.partials import MethodCompared
from gallery_app.base import theme
from gallery_app.base.plain_tip import plain_tip
from gallery_app.state.shootout.shootout import MEASURES, Shootout
from gallery_app.views.shootout.words import best_words, method_name, value_words

LINE = 30  # pixels of a row, in type of the usual size
Index = QModelIndex | QPersistentModelIndex
_Q = Qt.ItemDataRole
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _Answers(QAbstractTableModel):
    """Column 0 is the method, the others are the MEASURES."""

    def __init__(self, shootout: Shootout, parent: QWidget) -> None:
        super().__init__(parent)
        self._shootout = shootout
        self._column, self._down = 1, True
        self.rows: list[MethodCompared] = []

    def refresh(self) -> None:
        self.beginResetModel()
        self.rows = self._shootout.ranked
        if self._column == 0:
            self.rows.sort(key=lambda a: method_name(a.method).casefold(), reverse=self._down)
        elif self._column > 1 or self._shootout.judged:
            measure = list(MEASURES)[self._column - 1]
            self.rows.sort(key=lambda a: getattr(a, measure) or 0.0, reverse=self._down)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._down = column, order is Qt.SortOrder.DescendingOrder
        self.refresh()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(MEASURES))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1 + len(MEASURES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Q.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Q.TextAlignmentRole and section:
            return _RIGHT
        if role == _Q.DisplayRole:
            title = self._titles()[section]
            return f"{title} {'▾' if self._down else '▴'}" if section == self._column else title
        return plain_tip(self._helps()[section]) if role == _Q.ToolTipRole else None

    def data(self, index: Index, role: int = _Q.DisplayRole) -> Any:
        answer, column = self.rows[index.row()], index.column()
        measure = list(MEASURES)[column - 1] if column else ""
        text = value_words(answer, measure) if column else method_name(answer.method)
        best = bool(column) and text == best_words(self._shootout, measure)
        if role == _Q.DisplayRole:
            return text
        if role == _Q.AccessibleTextRole:
            return self.tr("{0}, the best").format(text) if best else text
        if role == _Q.TextAlignmentRole and column:
            return _RIGHT
        if role == _Q.FontRole and best:
            font = QFont()
            font.setBold(True)
            return font
        if role == _Q.ForegroundRole:
            return QColor(theme.current().accent if best else theme.current().text)
        return None

    def _titles(self) -> tuple[str, ...]:
        asked = self._shootout.asked
        like = self.tr("Like your folders") if asked is not None and asked.by_folders else self.tr("Like you")
        return self.tr("Method"), like, self.tr("Distinct"), self.tr("Steady"), self.tr("Seconds"), self.tr("Memory")

    def _helps(self) -> tuple[str, ...]:
        return (
            "",
            self.tr("The share of the photos that land where the judge has them."),
            self.tr("How much nearer a photo is to its own cluster than to the next: 1 is far apart, 0 is touching."),
            self.tr("How alike its clusters are from one run to the next: 1 is the same each time."),
            self.tr("How long one run takes on this computer."),
            self.tr("The most that the engine held meanwhile; what an earlier method left counts, too."),
        )


class AnswerTable(QTableView):
    """The row of the chosen method is selected; Enter and a double click use it."""

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(self, shootout: Shootout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = _Answers(shootout, self)
        self._chosen: str | None = None
        self.setModel(self._answers)
        self.setAccessibleName(self.tr("The methods side by side"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        header.setSortIndicatorShown(False)  # its arrow would lie over the word, which has one of its own
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.doubleClicked.connect(lambda index: self.entered.emit(self._answers.rows[index.row()].method))
        self._answers.modelReset.connect(self._reset)

    def refresh(self, chosen: str | None) -> None:
        """Show the answers; the chosen method's row is selected."""
        self._chosen = chosen
        self._answers.refresh()

    def choose(self, method: str | None) -> None:
        """Select the row of a method."""
        self._chosen = method
        row = next((row for row, answer in enumerate(self._answers.rows) if answer.method == method), -1)
        if row >= 0 and row != self.currentIndex().row():
            self.selectRow(row)

    def texts(self) -> list[list[str]]:
        """What stands in the table, row by row."""
        model = self._answers
        return [
            [model.data(model.index(row, column)) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self._answers.rows[self.currentIndex().row()].method)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._chosen = self._answers.rows[now.row()].method
            self.chosen.emit(self._chosen)

    def _reset(self) -> None:
        self._fit()
        self.choose(self._chosen)

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the table."""
        line = theme.current().in_type(LINE)
        self.verticalHeader().setDefaultSectionSize(line)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + line * max(self._answers.rowCount(), 1) + 4)
        self._fit_names()

    def _fit_names(self) -> None:
        """Names take what room there is, and are whole where there is too little: then the table scrolls."""
        header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        others = sum(header.sectionSize(column) for column in range(1, header.count()))
        fits = self.sizeHintForColumn(0) + others <= self.viewport().width()
        header.setSectionResizeMode(0, mode.Stretch if fits else mode.ResizeToContents)
