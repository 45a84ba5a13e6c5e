"""FlowPhoto: one photo of a flow as large as the page; the arrow keys walk through the flow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine.edits.flows import Flow, Preview, Refusal
from gallery_app.base.icons import icon
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.i18n.numbers import number
from gallery_app.images.picture import Picture
from gallery_app.images.picture_reader import SOON, PictureReader
from gallery_app.state.session import Session
from gallery_app.views.parts.picture_canvas import PictureCanvas
from gallery_app.views.review.flow_words import from_to, photo_caption
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import ElidedLabel, IconButton, button

STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1,
}  # fmt: skip


class FlowPhoto(QWidget):
    """Space or X refuses the photo, or takes that back; Enter and Escape go back to the flows."""

    toggled = Signal(object, bool)  # refusals, and whether they are to be refused
    closed = Signal(int)  # file id of the photo that was shown last

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        self._preview: Preview | None = None
        self._flow = Flow(None, "", 0)
        self._refusals: frozenset[Refusal] = frozenset()
        self._index = 0
        self._thumbnail: Ticket | None = None
        self.reader = PictureReader(session, jobs, self)
        self.reader.picture_loaded.connect(self._on_read)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photo that would move"))
        set_role(self, Role.Graphic)
        self.canvas = PictureCanvas()
        self.canvas.flicked.connect(self.step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._bar())

    def _bar(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("strip")
        self.caption, self.ends = ElidedLabel(), ElidedLabel("", "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.caption)
        words.addWidget(self.ends)
        self.back = IconButton("chevron-left", self.tr("Previous photo"))
        self.back.clicked.connect(lambda: self.step(-1))
        self.on = IconButton("chevron-right", self.tr("Next photo"))
        self.on.clicked.connect(lambda: self.step(1))
        self.refuse = button("")
        self.refuse.setIcon(icon("not-this"))
        self.refuse.clicked.connect(self._toggle)
        self.shut = button(self.tr("Back to the pictures"))
        self.shut.clicked.connect(lambda: self.closed.emit(self.file))
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(10)
        row.addLayout(words, 1)
        for part in (self.back, self.on, self.refuse, self.shut):
            row.addWidget(part)
        return bar

    @property
    def file(self) -> int:
        """The file id of the photo that is shown."""
        return self._flow.photos[self._index]

    @property
    def flow(self) -> Flow:
        return self._flow

    def show_photo(self, preview: Preview, flow: Flow, file: int) -> None:
        self._preview, self._flow, self._index = preview, flow, flow.photos.index(file)
        self._show()

    def update_flow(self, preview: Preview, flow: Flow) -> None:
        """Show the same flow as it is now: at the same photo, or at the one that has its place."""
        file, index = self.file, self._index
        self._preview, self._flow = preview, flow
        if file in flow.photos:
            self._index = flow.photos.index(file)
            self._describe()
        else:
            self._index = min(index, len(flow.photos) - 1)
            self._show()

    def show_refusals(self, refusals: frozenset[Refusal]) -> None:
        self._refusals = refusals
        if self._flow.photos:
            self._describe()

    def step(self, by: int) -> None:
        """Go on or back within the flow; does nothing beyond its ends."""
        if 0 <= self._index + by < len(self._flow.photos):
            self._index += by
            self._show()

    def _show(self) -> None:
        file, photos, index = self.file, self._flow.photos, self._index
        self._describe()
        near = [file, *photos[index + 1 : index + 2], *photos[max(index - 1, 0) : index]]
        there = [f for f in near if f in self._session.gallery.row_of]
        self.reader.keep_only(there)
        self.canvas.show_picture(Picture(), QSize(), fresh=True)
        if file in there:
            self._show_thumbnail(file)
            self._on_read(file)
            self.reader.read(there)

    def _describe(self) -> None:
        assert self._preview is not None
        refused, place = (self.file, self._flow.target) in self._refusals, self.tr("{0} of {1}")
        self.caption.setText(photo_caption(self._session, self.file, self._flow.chances[self._index], refused))
        where = place.format(number(self._index + 1), number(len(self._flow.photos)))
        self.ends.setText(f"{from_to(self._preview, self._flow)}  ·  {where}")
        self.setAccessibleDescription(self.caption.text())
        self.refuse.setText(" " + (self.tr("Let it move") if refused else self.tr("Refuse")))
        self.back.setEnabled(self._index > 0)
        self.on.setEnabled(self._index + 1 < len(self._flow.photos))

    def _show_thumbnail(self, file: int) -> None:
        """Show the thumbnail until the picture is decoded."""
        row = self._session.gallery.row_of[file]
        path, content = self._session.thumbnail(row), self._session.gallery.content(row)

        def done(image: QImage) -> None:
            if self.file == file and not self.canvas.picture.levels and not image.isNull():
                size = QSize(content.width, content.height) if content.width else image.size()
                self.canvas.show_picture(Picture((image,)), size, fresh=True)

        if self._thumbnail is not None:
            self._thumbnail.drop()
        self._thumbnail = self._jobs.run(lambda: QImage(str(path)), done, priority=SOON + 1)

    def _on_read(self, file: int) -> None:
        picture = self.reader.get(file)
        if self._flow.photos and file == self.file and picture.levels:
            turn = self._session.gallery.turn(self._session.gallery.row_of[file])
            self.canvas.show_picture(picture, picture.size, fresh=self.canvas.fits, turn=turn)

    def _toggle(self) -> None:
        refusal = self.file, self._flow.target
        self.toggled.emit([refusal], refusal not in self._refusals)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = event.key(), self.focusWidget()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focused, QAbstractButton):
            focused.click()
        elif enter or key == Qt.Key.Key_Escape:
            self.closed.emit(self.file)
        elif key in STEPS:
            self.step(STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._toggle()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # full-size pictures are large
            self.reader.keep_only([])
        super().hideEvent(event)
