"""ViewerFaces: the faces of the viewed photo: their frames, the card of one, and the drawing of one that was missed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRectF
from PySide6.QtWidgets import QWidget

from engine.core.records import Box, Face
from gallery_app.state.people.people import People
from gallery_app.views.parts.picture_canvas import PictureCanvas
from gallery_app.views.people.faces.face_card import FaceCard
from gallery_app.views.people.faces.face_layer import FaceLayer


class ViewerFaces(QObject):
    """`viewer` is the view that holds the canvas; it has told which photo it shows."""

    def __init__(self, viewer: QWidget, canvas: PictureCanvas, people: People) -> None:
        super().__init__(viewer)
        self._viewer, self._canvas, self._people = viewer, canvas, people
        self._file: int | None = None
        self._face: Face | None = None  # that the card is about
        self._box: Box | None = None  # the same of one that was drawn
        self.layer, self.card = FaceLayer(canvas, people), FaceCard(viewer)
        self.layer.pressed.connect(self.open)
        self.layer.drawn.connect(self._ask_about_drawn)
        self.card.named.connect(self._name)
        self.card.not_this.connect(self._not_this)
        self.card.stranger.connect(lambda: self._say(people.stranger))
        self.card.no_face.connect(lambda: self._say(people.not_a_face))
        self.card.closed.connect(self.layer.end_drawing)

    def show_photo(self, file: int | None) -> None:
        """Show the faces of a photo (file id), or of none."""
        if file != self._file:
            self.card.leave()
        self._file = file
        self.layer.show_photo(file)

    def open(self, face: Face) -> None:
        """Open the card of a face."""
        self._face, self._box = face, None
        card = self._people.card(face.person)
        name = None if card is None else card.name
        strange = self._people.is_strange(face)
        self.card.open_for(self._on_viewer(self.layer.frame_of(face)), name, self._people.names(), strange=strange)

    def draw(self) -> None:
        """Let a face that was missed be drawn."""
        self.layer.draw()

    def _ask_about_drawn(self, box: Box) -> None:
        self._face, self._box = None, box
        self.card.open_for_drawn(self._on_viewer(self._canvas.place_of(box)), self._people.names())

    def _name(self, name: str) -> None:
        if self._box is not None and self._file is not None:
            self.layer.end_drawing()
            self._people.draw(self._file, self._box, name, self)
        elif self._face is not None:
            self._people.call(self._face, name, self)
        self._viewer.setFocus()

    def _not_this(self) -> None:
        if self._face is not None and self._face.person is not None:
            self._people.not_person([self._face.id], self._face.person, self)

    def _say(self, say: Callable[[list[int], object], None]) -> None:
        if self._face is not None:
            say([self._face.id], self)

    def _on_viewer(self, frame: QRectF) -> QRectF:
        return frame.translated(QPoint(self._canvas.mapTo(self._viewer, QPoint(0, 0))))
