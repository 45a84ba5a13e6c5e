"""PeopleShelf: the persons that are seen on the photos, in place of the shelf of clusters while grouped by people."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from engine.gallery.people import PersonCard
from gallery_app.i18n.numbers import number
from gallery_app.images.face_pictures import FacePictures
from gallery_app.state.people.consent import Consent
from gallery_app.state.session import Session
from gallery_app.views.parts.note import ShelfNote
from gallery_app.views.people.nobody import Nobody
from gallery_app.views.people.person_list import PersonList
from gallery_app.views.people.person_menu import fill_person_menu
from gallery_app.views.people.person_model import PersonLine
from gallery_app.widgets.labels import label


class PeopleShelf(QFrame):
    """A click shows a person's photos alone, another selects them. Its `target` is what commands act on."""

    target_changed = Signal()
    left = Signal()  # Escape: back to the photos
    split_wanted = Signal(int)  # a person is to be divided

    def __init__(
        self, session: Session, consent: Consent, pictures: FacePictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.setMinimumWidth(200)
        self.session, self._people = session, session.people
        self.shows_hidden = False
        self._chosen: int | None = None  # the person whose photos were shown alone when this was refreshed last
        self._heading = label(role="section")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(14, 8, 8, 4)
        self._head.addWidget(self._heading, 1)
        self.list = PersonList(session.people, pictures)
        self.nobody = Nobody(consent, session)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(6, 4, 6, 6)
        self._notes.setSpacing(0)
        self.notes: list[ShelfNote] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self.nobody, 1)
        column.addLayout(self._notes)
        self._join()
        self._refresh()

    def _join(self) -> None:
        session, people, model = self.session, self._people, self.list.people_model
        self.list.chosen.connect(self.choose)
        self.list.menu_wanted.connect(self._menu)
        self.list.person_dropped.connect(lambda person, to: people.merge(person, to, self))
        self.list.files_dropped.connect(self._drop_files)
        self.list.selectionModel().selectionChanged.connect(lambda _on, _off: self.target_changed.emit())
        model.renamed.connect(lambda person, name: people.name(person, name, self))
        model.modelReset.connect(self.target_changed)
        people.changed.connect(self._refresh)
        session.filters.changed.connect(lambda _origin: self._refresh())
        session.hover_changed.connect(lambda file, _origin: self._follow_hover(file))

    def add_tool(self, action: QAction) -> None:
        """Add a button beside the heading."""
        tool = QToolButton()
        tool.setDefaultAction(action)
        tool.setIconSize(QSize(16, 16))
        tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        tool.setAccessibleName(action.text())
        self._head.addWidget(tool)

    # What is shown

    def shown(self) -> list[PersonCard]:
        """The persons of the shelf, from top to bottom."""
        return [card for card in self._people.cards if self.shows_hidden or not card.hidden]

    def show_hidden(self, on: bool) -> None:
        """List those that were hidden, too."""
        self.shows_hidden = on
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return  # what it shows is counted when it is seen
        cards, target = self.shown(), self.list.target()
        found = self._found(cards)
        self.list.people_model.read_only = self.session.read_only
        self.list.people_model.show_lines([PersonLine(card, found[card.id]) for card in cards])
        title = self.tr("PEOPLE")
        self._heading.setText(f"{title}  {number(len(cards))}" if cards else title)
        self.list.setVisible(bool(cards))
        self.nobody.setVisible(not cards)
        self._show_notes()
        before, self._chosen = self._chosen, self._people.chosen
        left = before is not None and self._chosen is None  # that person is not shown alone any more
        self.list.select_person(None if left else target if self._chosen is None else self._chosen)
        self._follow_hover(self.session.hovered)

    def _found(self, cards: list[PersonCard]) -> dict[int, int]:
        """How many photos of each person the filter lets through; where one is chosen all of the others' count."""
        if self._people.chosen is not None:
            return {card.id: card.photos for card in cards}
        return self._people.photos_among(self.session.filters.shown)

    def _show_notes(self) -> None:
        """Point to strangers and to hidden persons, below the others."""
        for note in self.notes:
            note.hide()
            note.deleteLater()
        self.notes.clear()
        strangers = list(self._people.strangers)
        if strangers:
            tip = self.tr("Photos with a face that you said is a stranger's.")
            note = self._add_note(ShelfNote("stranger", self.tr("Strangers"), len(strangers), tip))
            note.chosen.connect(lambda: self._select(strangers))
        hidden = sum(card.hidden for card in self._people.cards)
        if hidden:
            verb = self.tr("Show them no longer") if self.shows_hidden else self.tr("Show them")
            tip = self.tr("Persons that you have hidden: they are in no list, and make no group.")
            note = self._add_note(ShelfNote("hide", self.tr("Hidden persons"), hidden, tip, verb))
            for signal in (note.chosen, note.done):
                signal.connect(lambda: self.show_hidden(not self.shows_hidden), Qt.ConnectionType.QueuedConnection)

    def _add_note(self, note: ShelfNote) -> ShelfNote:
        self.notes.append(note)
        self._notes.addWidget(note)
        return note

    def _follow_hover(self, file: int | None) -> None:
        """Highlight the line of who is on the hovered photo."""
        face = None if file is None else self._people.meant(file, self._people.chosen)
        lit = -1 if face is None else self.list.people_model.row_of(face.person)
        if lit != self.list.delegate.lit:
            self.list.delegate.lit = lit
            self.list.viewport().update()

    # What commands act on

    def target(self) -> PersonCard | None:
        """The person of the selected line, while the shelf is seen."""
        return self._people.card(self.list.target()) if self.isVisible() else None

    # What is done

    def choose(self, person: int) -> None:
        """Show a person's photos alone; once they are, select them."""
        if self._people.chosen == person:
            self.select_photos(person)
        else:
            self.session.select((), self)
            self._people.show(person, self)

    def select_photos(self, person: int) -> None:
        """Select the photos of a person that are shown."""
        shows = self.session.gallery.understood.shows(self.session.gallery.files, person)
        self._select(self.session.gallery.ids[shows].tolist())

    def rename(self, person: int) -> None:
        """Edit the name of a person in place."""
        self.list.rename(person)

    def split(self, person: int) -> None:
        self.split_wanted.emit(person)

    def _select(self, files: list[int]) -> None:
        seen = [file for file in files if file in self.session.filters.visible_ids]
        self.session.select(seen, self, seen[0] if seen else None)

    def _drop_files(self, files: list[int], person: int) -> None:
        """The faces of these photos - of the chosen person, or else the largest - are another's, or a new person's."""
        faces = self._people.faces_meant(files, self._people.chosen)
        self._people.is_person(faces, None if person < 0 else person, self)

    def _menu(self, person: int, at: QPoint) -> None:
        if (card := self._people.card(person)) is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill_person_menu(menu, self, card)
            menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the person that is shown, and what is selected."""
        if event.key() == Qt.Key.Key_Escape and (self.session.escape(self) or self.list.target() is not None):
            self.list.clearSelection()
            self.left.emit()
        else:
            super().keyPressEvent(event)
