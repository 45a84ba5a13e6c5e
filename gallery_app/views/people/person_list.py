"""PersonList: the lines of the shelf of persons; photos and persons are dropped on them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gallery_app.i18n.numbers import counted
from gallery_app.i18n.people.person_names import in_sentence
from gallery_app.images.face_pictures import FacePictures
from gallery_app.state.people.people import People
from gallery_app.views.parts.photo_drag import dragged_ids
from gallery_app.views.people.person_delegate import FACE, PersonDelegate
from gallery_app.views.people.person_model import PersonModel, dragged_person


class PersonList(QListView):
    """What is done is told by signals: a line chosen, a person or photos dropped on one, photos beside them all."""

    chosen = Signal(int)  # a click or Enter
    menu_wanted = Signal(int, QPoint)
    person_dropped = Signal(int, int)  # the one that was dragged, the one it was dropped on
    files_dropped = Signal(list, int)  # file ids, and the person or -1

    def __init__(self, people: People, pictures: FacePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people_model = PersonModel(self)
        self.setModel(self.people_model)
        self._pictures = pictures
        self.delegate = PersonDelegate(self, people, pictures)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setAutoScroll(True)
        self.setAccessibleName(self.tr("People"))
        self.clicked.connect(lambda index: self._choose(index))
        pictures.loaded.connect(self.viewport().update)
        self._files: list[int] = []  # what is dragged over it
        self._person: int | None = None

    def person_at(self, point: QPoint) -> int | None:
        """The person at a point of the viewport."""
        index = self.indexAt(point)
        return self.people_model.lines[index.row()].card.id if index.isValid() else None

    def target(self) -> int | None:
        """The person that commands act on: of the selected line."""
        rows = [index.row() for index in self.selectedIndexes()]
        return self.people_model.lines[rows[0]].card.id if rows else None

    def select_person(self, person: int | None) -> None:
        """Select the line of a person, without choosing it; None: no line."""
        row = self.people_model.row_of(person)
        if row < 0:
            self.clearSelection()
        elif self.target() != person:
            self.setCurrentIndex(self.people_model.index(row))

    def rename(self, person: int) -> None:
        """Edit the name of a person in place."""
        row = self.people_model.row_of(person)
        if row >= 0 and not self.people_model.read_only:
            index = self.people_model.index(row)
            self.setFocus()
            self.setCurrentIndex(index)
            self.edit(index)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.people_model.lines[index.row()].card.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if enter and self.state() != QAbstractItemView.State.EditingState and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the shelf's
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        if (person := self.person_at(at)) is not None:
            self.select_person(person)
            # A menu runs an event loop of its own, in which lines may go.
            QTimer.singleShot(0, self, lambda: self.menu_wanted.emit(person, self.viewport().mapToGlobal(at)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()

    # Drags

    def startDrag(self, actions: Qt.DropAction) -> None:
        person = self.target()
        if person is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.people_model.mimeData(self.selectedIndexes()))
        best = self.people_model.lines[self.people_model.row_of(person)].card.best
        ratio = self.devicePixelRatioF()
        picture = None if best is None else self._pictures.picture(best, round(FACE * ratio))
        if picture is not None:
            shown = picture.copy()
            shown.setDevicePixelRatio(ratio)
            drag.setPixmap(shown)
        drag.setHotSpot(QPoint(-14, -14))  # beside the pointer: the line below it says what a drop would do
        drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        self._files, self._person = dragged_ids(data), dragged_person(data)
        if self.people_model.read_only or not (self._files or self._person is not None):
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # it scrolls near its edges
        point = event.position().toPoint()
        self._aim(self._line_meant(point))
        if self.delegate.target >= 0 or (self._files and not self.indexAt(point).isValid()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        point = event.position().toPoint()
        line, files, person = self._line_meant(point), self._files, self._person
        self._aim(-1)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        event.acceptProposedAction()
        target = self.people_model.lines[line].card.id if line >= 0 else -1
        if files:
            self.files_dropped.emit(files, target)
        elif person is not None and line >= 0:
            self.person_dropped.emit(person, target)

    def _line_meant(self, point: QPoint) -> int:
        """The line on which a drop would do something, or -1."""
        index = self.indexAt(point)
        if not index.isValid() or self.people_model.lines[index.row()].card.id == self._person:
            return -1
        return index.row()

    def _aim(self, line: int) -> None:
        """Highlight the line on which a drop is meant, with what it would do."""
        if line == self.delegate.target:
            return
        self.delegate.target = line
        self.delegate.words = self._words(line) if line >= 0 else ""
        self.viewport().update()

    def _words(self, line: int) -> str:
        name = in_sentence(self.people_model.lines[line].card.name)
        if self._person is not None:
            row = self.people_model.row_of(self._person)
            other = in_sentence(self.people_model.lines[row].card.name) if row >= 0 else ""
            return self.tr("Merge {0} into {1}").format(other, name)
        return counted(len(self._files), self.tr("{0} photo shows {1}"), self.tr("{0} photos show {1}"), name)
