"""Viewer: one photo as large as the window, with its neighbours one key away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.shown import Shown
from gallery_app.jobs import JobRunner, Ticket
from gallery_app.models.photo_list import PhotoList, Section, Sort, arrange
from gallery_app.picture import Picture, read_picture
from gallery_app.session import Session
from gallery_app.views.photo_menu import chip, photo_menu
from gallery_app.views.picture_canvas import NOTCH, PictureCanvas
from gallery_app.widgets.labels import ElidedLabel, IconButton, label

STEP = 80  # pixels for one press of an arrow key in a zoomed picture
SOON = 10  # priority on the pool of what is looked at now


class Viewer(QWidget):
    """Shows a thumbnail at once and the whole picture as soon as it is read; reads the neighbours ahead."""

    closed = Signal()

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.file: int | None = None  # the file id that is shown
        self._photos: PhotoList | None = None
        self._arranged: Shown | None = None  # what the photos were arranged of
        self._sort: Sort = "confidence"
        self._pictures: dict[int, Picture] = {}  # by file id: the one shown and its neighbours
        self._tickets: dict[int, Ticket] = {}
        self._thumbnail: Ticket | None = None
        self.canvas = PictureCanvas()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Viewer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._bar())
        self.canvas.flicked.connect(self.step)
        self.canvas.zoomed.connect(self._show_zoom)
        session.changed.connect(self._on_changed)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("strip")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(6)
        self._chip, self._cluster = label(), label(role="muted")
        self._name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._place, self._percent = label(role="muted"), label(role="muted")
        self._percent.setMinimumWidth(48)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = self._button("close", self.tr("Close the viewer"), self._close)
        before = self._button("chevron-left", self.tr("Previous photo"), lambda: self.step(-1))
        after = self._button("chevron-right", self.tr("Next photo"), lambda: self.step(1))
        smaller = self._button("zoom-out", self.tr("Smaller"), lambda: self.canvas.zoom_by(1 / NOTCH))
        larger = self._button("zoom-in", self.tr("Larger"), lambda: self.canvas.zoom_by(NOTCH))
        fit = self._button("fit", self.tr("Fit into the window"), self.canvas.fit)
        for part in (before, self._place, after, self._chip, self._cluster):
            row.addWidget(part)
        row.addSpacing(10)
        row.addWidget(self._name, 1)
        for part in (smaller, self._percent, larger, fit, back):
            row.addWidget(part)
        return bar

    def _button(self, name: str, words: str, pressed: object) -> IconButton:
        made = IconButton(name, words)
        made.clicked.connect(lambda: pressed())  # type: ignore[operator]
        return made

    # What is shown

    def show_photo(self, file: int) -> None:
        """Show a file; its neighbours are those of the grid within its cluster."""
        if self._photos is None or self._arranged is not self._session.filters.shown or self.file is None:
            self._photos = self._arrange(file)
        if self._photos.position_of(file) < 0:
            return
        self.file = file
        self._forget_far()
        self._write_bar()
        picture = self._pictures.get(file)
        if picture is not None and picture.levels:
            self.canvas.show_picture(picture, picture.size, fresh=True)
        else:
            self.canvas.show_picture(Picture(), QSize(), fresh=True)
            self._show_thumbnail(file)
        for neighbour in (file, *self._neighbours()):
            self._read(neighbour)

    def set_sort(self, sort: Sort) -> None:
        """Walk in the order in which the grid shows the photos."""
        self._sort, self._photos = sort, None

    def step(self, by: int) -> None:
        """To the photo `by` places further on in the cluster; stays at its ends."""
        if self._photos is None or self.file is None:
            return
        position = self._photos.position_of(self.file)
        section = self._section()
        if section is None or not section.start <= position + by < section.stop:
            return
        file = int(self._photos.ids[position + by])
        self.show_photo(file)
        self._session.select([file], self, file)

    def _section(self) -> Section | None:
        if self._photos is None or self._photos.position_of(self.file) < 0:
            return None
        return self._photos.section_of(self._photos.position_of(self.file))

    def _neighbours(self) -> list[int]:
        section = self._section()
        if section is None or self._photos is None:
            return []
        position = self._photos.position_of(self.file)
        near = (position + 1, position - 1)
        return [int(self._photos.ids[p]) for p in near if section.start <= p < section.stop]

    def _write_bar(self) -> None:
        section = self._section()
        if section is None or self._photos is None:
            return
        position = self._photos.position_of(self.file)
        gallery = self._photos.gallery
        name = gallery.files[self._photos.rows[position]].path.rpartition("/")[2]
        self._name.setText(name)
        self.setAccessibleDescription(name)
        self._place.setText(f"{position - section.start + 1:,} / {len(section):,}")
        self._cluster.setText(section.name)
        colour = self._session.colour(section.cluster) if section.cluster else "#808080"
        self._chip.setPixmap(chip(colour).pixmap(QSize(12, 12), self.devicePixelRatioF()))

    def _show_zoom(self, scale: float) -> None:
        self._percent.setText(f"{scale * self.devicePixelRatioF():.0%}")

    # Reading

    def _show_thumbnail(self, file: int) -> None:
        row = self._session.gallery.row_of[file]
        path, content = self._session.thumbnail(row), self._session.gallery.content(row)

        def done(image: QImage) -> None:
            if self.file == file and not self.canvas.picture.levels and not image.isNull():
                size = QSize(content.width, content.height) if content.width else image.size()
                self.canvas.show_picture(Picture((image,)), size, self.canvas.note, fresh=True)

        if self._thumbnail is not None:
            self._thumbnail.drop()
        self._thumbnail = self._jobs.run(lambda: QImage(str(path)), done, priority=SOON + 1)

    def _read(self, file: int) -> None:
        if file in self._tickets or file in self._pictures:
            return
        path = self._session.photo_path(self._session.gallery.row_of[file])
        priority = SOON if file == self.file else 1
        self._tickets[file] = self._jobs.run(
            lambda: read_picture(path), lambda picture: self._keep(file, picture), priority=priority
        )

    def _keep(self, file: int, picture: Picture) -> None:
        self._tickets.pop(file, None)
        self._pictures[file] = picture
        if file != self.file:
            return
        if picture.levels:
            self.canvas.show_picture(picture, picture.size, fresh=self.canvas.fits)
        else:
            note = self.tr("Only the thumbnail: {reason}").format(reason=picture.note)
            self.canvas.note = note
            self.canvas.update()

    def _forget_far(self) -> None:
        """Whole pictures are large: only the one shown and its neighbours are kept, or read."""
        near = {self.file, *self._neighbours()}
        for file in [f for f in self._pictures if f not in near or not self._pictures[f].levels]:
            del self._pictures[file]
        for file in [f for f in self._tickets if f not in near]:
            self._tickets.pop(file).drop()

    def _forget_all(self) -> None:
        for ticket in self._tickets.values():
            ticket.drop()
        self._tickets.clear()
        self._pictures.clear()
        self.file = None

    def _on_changed(self, _changes: object, _origin: object) -> None:
        if self.file is None or not self.isVisible():
            return
        if self.file not in self._session.gallery.row_of:
            self._close()
            return
        self._photos = self._arrange(self.file)
        self._write_bar()

    def _arrange(self, file: int) -> PhotoList:
        """The photos that are shown, or all where the file is not among them."""
        session = self._session
        self._arranged = session.filters.shown
        photos = arrange(session.gallery, self._sort, self.tr("Photos"), self._arranged)
        return photos if photos.position_of(file) >= 0 else arrange(session.gallery, self._sort, self.tr("Photos"))

    def _close(self) -> None:
        self._forget_all()
        self.closed.emit()

    # Events

    def hideEvent(self, event: QEvent) -> None:
        self._forget_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, section = event.key(), self._section()
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Backspace: -1}
        pans = {
            Qt.Key.Key_Left: QPointF(STEP, 0),
            Qt.Key.Key_Right: QPointF(-STEP, 0),
            Qt.Key.Key_Up: QPointF(0, STEP),
            Qt.Key.Key_Down: QPointF(0, -STEP),
        }
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
        elif key in pans and not self.canvas.fits:
            self.canvas.pan(pans[Qt.Key(key)])
        elif key in pans:
            self.step(1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
        elif key in steps:
            self.step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and section is not None and self._photos is not None:
            target = section.start if key == Qt.Key.Key_Home else section.stop - 1
            self.step(target - self._photos.position_of(self.file))
        elif event.matches(QKeySequence.StandardKey.ZoomIn) or key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.canvas.zoom_by(NOTCH)
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or key == Qt.Key.Key_Minus:
            self.canvas.zoom_by(1 / NOTCH)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_F):
            self.canvas.fit()
        elif key == Qt.Key.Key_1:
            self.canvas.zoom_to(1.0 / self.devicePixelRatioF())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.file is not None:
            photo_menu(self._session, self, [self.file]).popup(event.globalPos())
