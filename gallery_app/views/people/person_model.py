"""PersonModel: the persons of the shelf, a line each; a name can be edited, a line dragged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from engine.gallery.people import PersonCard
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.numbers import counted, number
from gallery_app.i18n.people.person_names import person_name

MIME = "application/x-photoloom-person"  # the id of a person
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class PersonLine:
    """A person and how many of their photos the filter lets through."""

    card: PersonCard
    found: int

    @property
    def count(self) -> str:
        """How many photos there are, or of how many so many were found."""
        photos = counted(self.card.photos, _tr("{0} photo"), _tr("{0} photos"))
        return photos if self.found == self.card.photos else f"{number(self.found)} / {photos}"


class PersonModel(QAbstractListModel):
    renamed = Signal(int, str)  # id of the person, and the name that was typed

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[PersonLine] = []
        self.read_only = False

    def show_lines(self, lines: Sequence[PersonLine]) -> None:
        """Lines that stay keep their place where only what they say has changed: one may be edited."""
        if [line.card.id for line in lines] == [line.card.id for line in self.lines]:
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def row_of(self, person: int | None) -> int:
        """The line of a person, or -1."""
        return next((row for row, line in enumerate(self.lines) if line.card.id == person), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        name = person_name(line.card.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._said(line))
        if role == Qt.ItemDataRole.EditRole:
            return line.card.name
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        card, name = self.lines[index.row()].card, str(value).strip()
        if role == Qt.ItemDataRole.EditRole and name and name != card.name:
            self.renamed.emit(card.id, name)
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        seen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return seen if self.read_only else seen | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, str(self.lines[indexes[0].row()].card.id).encode())
        return data

    def _said(self, line: PersonLine) -> str:
        """What is drawn, in words."""
        photos = counted(line.card.photos, self.tr("{0} photo"), self.tr("{0} photos"))
        parts = [person_name(line.card.name), photos]
        if line.found != line.card.photos:
            parts.append(self.tr("{0} of them found").format(number(line.found)))
        if line.card.hidden:
            parts.append(self.tr("hidden"))
        return ", ".join(parts)


def dragged_person(data: QMimeData) -> int | None:
    """The person of a drag from the shelf."""
    return int(bytes(data.data(MIME).data())) if data.hasFormat(MIME) else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("person_model", text)
