"""PlanModel: the operations of a plan or receipt as rows, below a row for each pile."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPixmap

from engine.filing.operations import Operation
from gallery_app.base import theme
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.filing_names import left_words, size_words
from gallery_app.i18n.language import translate
from gallery_app.i18n.numbers import counted
from gallery_app.state.filing.filing_view import FilingView, Pile

PHOTO, FROM, TO, SIZE, NOTE = range(5)
Index = QModelIndex | QPersistentModelIndex
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_Q = Qt.ItemDataRole


class PlanModel(QAbstractTableModel):
    """A row number is an operation's position, or -1 - i for pile i; `only` filters: "", "clashes" or "left"."""

    ticked = Signal(str, bool)  # (group, on): a pile is to be taken in, or left out

    def __init__(self, name_of: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._view: FilingView | None = None
        self._whole: FilingView | None = None
        self._piles: tuple[Pile, ...] = ()
        self._rows: list[int] = []
        self.unticked: frozenset[str] = frozenset()
        self.only = ""
        self.can_tick = True
        self.pixmap: Callable[[int], QPixmap | None] = lambda _file: None
        self.folder_of: Callable[[str], str] = os.path.dirname  # of a file, as it is shown

    def show_view(self, view: FilingView | None, whole: FilingView | None, unticked: frozenset[str]) -> None:
        """Show a plan; `whole` lists the piles that are left out of it, too."""
        if view is self._view and whole is self._whole and unticked == self.unticked:
            return
        self.beginResetModel()
        self._view, self._whole, self.unticked = view, whole, unticked
        out = [p for p in (whole.piles if whole is not None else ()) if p.group in unticked]
        self._piles = (*(() if view is None else (p for p in view.piles if p.group not in unticked)), *out)
        self._list()
        self.endResetModel()

    def set_only(self, only: str) -> None:
        if only != self.only:
            self.beginResetModel()
            self.only = only
            self._list()
            self.endResetModel()

    def _list(self) -> None:
        self._rows = []
        for index, pile in enumerate(self._piles):
            rows = [] if pile.group in self.unticked else self._of(pile)
            if rows or not self.only:
                self._rows += [-1 - index, *rows]

    def _of(self, pile: Pile) -> list[int]:
        if self._view is None or not self.only:
            return pile.rows
        view = self._view
        if self.only == "clashes":
            return [row for row in pile.rows if row in view.renamed]
        return [row for row in pile.rows if view.operations[row].status == "left"]

    # What the rows are

    def pile_at(self, row: int) -> Pile | None:
        """The pile that a row is the heading of."""
        number = self._rows[row]
        return self._piles[-1 - number] if number < 0 else None

    def operation_at(self, row: int) -> Operation | None:
        if not 0 <= row < len(self._rows) or self._rows[row] < 0 or self._view is None:
            return None
        return self._view.operations[self._rows[row]]

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [row for row, number in enumerate(self._rows) if number < 0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else NOTE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Q.DisplayRole) -> Any:
        if role == _Q.TextAlignmentRole and section == SIZE:
            return RIGHT
        if orientation is not Qt.Orientation.Horizontal or role != _Q.DisplayRole:
            return None
        return (self.tr("Photo"), self.tr("From"), self.tr("To"), self.tr("Size"), self.tr("Note"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        on = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        heading = self.can_tick and self.pile_at(index.row()) is not None and index.column() == PHOTO
        return on | Qt.ItemFlag.ItemIsUserCheckable if heading else on

    def setData(self, index: Index, value: Any, role: int = _Q.EditRole) -> bool:
        pile = self.pile_at(index.row())
        if pile is None or role != _Q.CheckStateRole:
            return False
        self.ticked.emit(pile.group, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = _Q.DisplayRole) -> Any:
        pile = self.pile_at(index.row())
        if pile is not None:
            return self._heading(pile, index.column(), role)
        operation = self.operation_at(index.row())
        if operation is None:
            return None
        if role in (_Q.DisplayRole, _Q.AccessibleTextRole):
            return self._text(operation, index.column())
        if role == _Q.ToolTipRole:
            return self._full_text(operation, index.column())
        if role == _Q.DecorationRole and index.column() == PHOTO and operation.file is not None:
            return self.pixmap(operation.file)
        if role == _Q.TextAlignmentRole and index.column() == SIZE:
            return RIGHT
        if role == _Q.ForegroundRole:
            now = theme.current()
            left = operation.status == "left"
            return QColor(now.muted if left or index.column() in (FROM, SIZE) else now.text)
        return None

    def _heading(self, pile: Pile, column: int, role: int) -> Any:
        if role == _Q.BackgroundRole:
            return QColor(theme.current().raised)
        if column != PHOTO:
            return None
        if role in (_Q.DisplayRole, _Q.AccessibleTextRole):
            photos = counted(pile.photos, self.tr("{0} photo"), self.tr("{0} photos"))
            parts = [self._name_of(pile.group), photos, size_words(pile.bytes)]
            return "  ·  ".join([*parts, left_words(pile.left)] if pile.left else parts)
        if role == _Q.CheckStateRole and self.can_tick:
            return Qt.CheckState.Unchecked if pile.group in self.unticked else Qt.CheckState.Checked
        if role == _Q.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _text(self, operation: Operation, column: int) -> str:
        match column:
            case _ if column == PHOTO:
                return isolated(operation.source.rpartition(os.sep)[2])
            case _ if column == FROM:
                return self.folder_of(operation.source)
            case _ if column == TO:
                return self._target(operation)
            case _ if column == SIZE:
                return size_words(operation.bytes)
        return self._note(operation)

    def _target(self, operation: Operation) -> str:
        """The folder below the target; the name, too, where that is another."""
        if operation.target is None:
            trash = self._view is not None and self._view.options.action == "trash" and operation.status != "left"
            return self.tr("Trash") if trash else ""
        root = None if self._view is None else self._view.options.target
        if root is not None and operation.target.startswith(root.rstrip(os.sep) + os.sep):
            folder, _, name = operation.target[len(root.rstrip(os.sep)) + 1 :].rpartition(os.sep)
            same = name == operation.source.rpartition(os.sep)[2]
            return folder or root if same else f"{folder}{os.sep}{name}" if folder else name
        return operation.target

    def _full_text(self, operation: Operation, column: int) -> str:
        if column in (PHOTO, FROM):
            return operation.source
        return operation.target or "" if column == TO else self._note(operation)

    def _note(self, operation: Operation) -> str:
        if operation.why is not None:
            return translate(operation.why)
        if operation.status == "done":
            return self.tr("Done")
        if operation.status == "undone":
            return self.tr("Put back")
        if self._view is not None and operation.number in self._view.renamed:
            return self.tr("The name is taken: it gets a number")
        words = operation.values.get("keywords")
        if isinstance(words, list | tuple):
            return ", ".join(map(str, words))
        return self.tr("Goes with its photo") if operation.companion_of is not None else ""
