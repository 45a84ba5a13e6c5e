"""PeopleDesk: brings persons and faces to the views: the shelf, the grid, the viewer, the questions, the forgetting."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal

from engine.core.records import Changes, Face
from engine.library.safety.faces import Forgotten
from gallery_app.base.actions import Actions
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.bidi import isolated
from gallery_app.images.shares import filling, placed, turned
from gallery_app.shell.main_window import MainWindow
from gallery_app.shell.pages import Pages
from gallery_app.state.people.consent import Consent
from gallery_app.state.people.forgetting import Forgetting
from gallery_app.state.people.people import People
from gallery_app.state.people.who_round import WhoRound
from gallery_app.state.session import Session
from gallery_app.views.people.faces.viewer_faces import ViewerFaces
from gallery_app.views.people.people_shelf import PeopleShelf

if TYPE_CHECKING:
    from gallery_app.views.people.who.who_page import WhoPage
    from gallery_app.views.preferences.page import Page

FRAMES = "face-frames"  # the command, and the key of the settings


class PeopleDesk(QObject):
    """`message` carries a sentence for the foot of the window."""

    message = Signal(str)
    kept = Signal(str)  # a sentence that is to be read until it is closed
    due = Signal()  # faces are to be looked for, or not any more; or what was said of people teaches the rest

    # used by commands
    people: People
    shelf: PeopleShelf
    consent: Consent
    faces: ViewerFaces

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        jobs: JobRunner,
        settings: AppSettings,
        actions: Actions,
        pages: Pages,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs = window, session, jobs
        self._settings, self._actions, self._pages = settings, actions, pages
        self.people, self.shelf, self.consent = session.people, pages.work.people, pages.work.consent
        self.faces = ViewerFaces(pages.viewer, pages.viewer.canvas, session.people)
        pages.viewer.shown.connect(self._show_faces)
        pages.viewer.slideshow.changed.connect(lambda: self._show_faces(pages.viewer.file))
        pages.work.grid.face_of = self._meant_in
        session.people.changed.connect(pages.work.grid.viewport().update)
        self.consent.said.connect(lambda _yes: self.due.emit())
        session.changed.connect(self._taught)
        self.forgetting = Forgetting(session, self.consent, self)
        self.forgetting.forgotten.connect(self._forgotten)
        actions[FRAMES].setChecked(settings.flag(FRAMES, False))
        self.show_frames()

    @cached_property
    def page(self) -> WhoPage:
        """Made when it is first needed: the window is there sooner without it."""
        from gallery_app.views.people.who.who_page import WhoPage

        page = WhoPage(self._session, self._jobs, WhoRound(self._session, self._jobs, self), self._pages.work.faces)
        self._pages.add_overlay(page)
        return page

    # What commands do

    def ask_who(self) -> None:
        """Ask who the persons are that have no name."""
        self._pages.cover_with(self.page)
        self.page.start()

    def show_frames(self) -> None:
        """Show the names on all faces in the viewer, or not, as the command is checked."""
        on = self._actions[FRAMES].isChecked()
        self.faces.layer.set_on(on)
        self._settings.keep_flag(FRAMES, on)

    def show_hidden(self) -> None:
        """List hidden persons, too, as the command is checked."""
        self.shelf.show_hidden(self._actions["show-hidden"].isChecked())

    def show_only(self) -> None:
        """Show only the chosen person's photos; where that is shown, or none is chosen, all again."""
        target = self.shelf.target()
        person = None if target is None or target.id == self.people.chosen else target.id
        self.people.show(person, self)

    def hide(self) -> None:
        """Hide the chosen person, or show them again."""
        if (target := self.shelf.target()) is not None:
            self.people.hide(target.id, not target.hidden, self)

    def faces_meant(self) -> list[int]:
        """Ids of the faces that a command is about: in the viewer the current one, else those of the selection."""
        layer = self.faces.layer
        if self._pages.in_viewer and 0 <= layer.current < len(layer.faces):
            return [layer.faces[layer.current].id]
        return self.people.faces_meant(sorted(self._session.selection), self.people.chosen)

    def not_this(self) -> None:
        """The faces that are meant are not of the person they are thought to be of."""
        wanted = set(self.faces_meant())
        by_person: dict[int, list[int]] = {}
        for face in self._faces():
            if face.id in wanted and face.person is not None:
                by_person.setdefault(face.person, []).append(face.id)
        for person, faces in by_person.items():
            self.people.not_person(faces, person, self)

    def forget(self) -> None:
        """Count what is known of faces, and ask before it is deleted."""
        from gallery_app.shell.people.forget_dialog import ask_to_forget

        self.forgetting.count(lambda known: ask_to_forget(self._window, known, self.forgetting.forget))

    def preferences_page(self) -> Page:
        """The page of the preferences about this."""
        from gallery_app.views.preferences.people_page import PeoplePage

        page = PeoplePage(self._session, self.consent)
        page.forget_wanted.connect(self.forget)
        return page

    def _show_faces(self, file: int | None) -> None:
        """Those of the viewed photo; while photos go by, none."""
        self.faces.show_photo(None if self._pages.viewer.slideshow.running else file)

    def _taught(self, changes: Changes, origin: object) -> None:
        """Something was said of people: persons are grouped anew in the background."""
        if changes & Changes.PEOPLE and origin is not self._session and origin is not self.forgetting:
            self.due.emit()

    def _faces(self) -> list[Face]:
        return [face for file in self._session.selection for face in self.people.faces_of(file)]

    def _forgotten(self, forgotten: Forgotten) -> None:
        """Say so; and, until it is closed, where some may be left."""
        self._pages.work.faces.clear()
        self.message.emit(self.tr("All faces are forgotten, and none are looked for."))
        if forgotten.left:
            says = self.tr("{0} may still hold faces: a damaged catalog that was kept. Delete it to be rid of it.")
            self.kept.emit(says.format(isolated(str(forgotten.left[0]))))

    def _meant_in(self, file: int, box: QRectF) -> QRectF | None:
        """Where the face of the chosen person is on a thumbnail that fills `box`."""
        chosen, gallery = self.people.chosen, self._session.gallery
        if chosen is None or (row := gallery.row_of.get(file)) is None:
            return None
        face = next((face for face in self.people.faces_of(file) if face.person == chosen), None)
        if face is None:
            return None
        return placed(turned(face.box, gallery.turn(row)), filling(box, float(gallery.aspects[row])))
