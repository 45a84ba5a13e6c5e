"""ReviewPage: one photo large after the other; P keeps, X rejects, U takes the mark away, arrows walk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from engine.library.catalog.flag_table import Flag
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.i18n.numbers import number
from gallery_app.images.picture import Picture
from gallery_app.images.picture_reader import SOON, PictureReader
from gallery_app.state.culling.review import Review
from gallery_app.state.session import Session
from gallery_app.views.culling.rejected_sheet import RejectedSheet
from gallery_app.views.culling.review_bars import ReviewFoot, ReviewHead
from gallery_app.views.parts.filmstrip import Filmstrip
from gallery_app.views.parts.flag_badge import MARKS, FlagLabel
from gallery_app.views.parts.picture_canvas import PictureCanvas
from gallery_app.widgets.accessible.roles import Role, set_role

STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Backspace: -1,
}  # fmt: skip
ZOOMS = (Qt.Key.Key_Z, Qt.Key.Key_Space)
Modifier = Qt.KeyboardModifier


class ReviewPage(QWidget):
    """The keys are Lightroom's. Escape leaves and keeps the marks; after the last photo the rejected are shown."""

    closed = Signal()
    trash_wanted = Signal(object)  # file ids

    def __init__(self, session: Session, jobs: JobRunner, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self.review = session, jobs, review
        self._drawn: int | None = None  # the file that the canvas shows
        self._thumbnail: Ticket | None = None
        self._reader = PictureReader(session, jobs, self)
        self._reader.picture_loaded.connect(self._on_read)
        self.head, self.foot, self.canvas = ReviewHead(), ReviewFoot(), PictureCanvas()
        self.strip = Filmstrip(session, jobs, review.flags.of)
        self.badge = FlagLabel(self.canvas)
        self.sheet = RejectedSheet(session, jobs, review)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, Role.Graphic)
        self.pages = QStackedWidget()
        photo = QWidget()
        for holder, parts in ((photo, (self.head, self.canvas, self.strip, self.foot)), (self, (self.pages,))):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for part in parts:
                column.addWidget(part, 1 if part in (self.canvas, self.pages) else 0)
        self.pages.addWidget(photo)
        self.pages.addWidget(self.sheet)
        self._connect()

    def _connect(self) -> None:
        self.review.changed.connect(self._refresh)
        self.review.emptied.connect(self._close)
        self.head.pressed.connect(self._press)
        self.foot.pressed.connect(self._press)
        self.strip.chosen.connect(self.review.go_to)
        self.strip.stepped.connect(self.review.step)
        self.canvas.flicked.connect(self.review.step)
        self.canvas.zoomed.connect(lambda scale: self.foot.show_zoom(scale * self.devicePixelRatioF()))
        self.sheet.back.connect(self._show_photos)
        self.sheet.kept.connect(self._close)
        self.sheet.trash_wanted.connect(self._throw_away)

    @property
    def shows_focus(self) -> bool:
        return True  # the photo has the keys, as in the viewer

    # What is shown

    def start(self, files: Sequence[int], name: str) -> None:
        """Review these photos; the caller shows the page."""
        self._drawn = None
        self.review.start(files, name)
        self._show_photos()

    def start_at_end(self, files: Sequence[int], name: str) -> None:
        """Show what of these is rejected, to deal with it."""
        self.start(files, name)
        self._show_rejected()

    def _show_photos(self) -> None:
        if not self.review.files:
            self._close()
            return
        self.pages.setCurrentIndex(0)
        self._refresh()
        self.setFocus()

    def _show_rejected(self) -> None:
        self.pages.setCurrentIndex(1)
        self.sheet.open()

    def _refresh(self) -> None:
        review, rows = self.review, self._session.gallery.row_of
        file = review.file
        if file is None or file not in rows or not self.isVisible():
            return
        flag = review.flags.of(file)
        name = self._session.gallery.files[rows[file]].path.rpartition("/")[2]
        self.head.show_review(review)
        self.foot.show_photo(name, review.index + 1, len(review.files), flag)
        self.badge.show_flag(flag)
        self.strip.show_photos(review.files, review.index)
        place = self.tr("{0} of {1}").format(number(review.index + 1), number(len(review.files)))
        self.setAccessibleName(", ".join(part for part in (name, self.badge.text()) if part))
        self.setAccessibleDescription(f"{place}; {self.head.tally.text()}")
        if self._drawn != file:
            self._show_picture(file)

    def _show_picture(self, file: int) -> None:
        review = self.review
        around = [review.files[i] for i in (review.index + 1, review.index + 2, review.index - 1)
                  if 0 <= i < len(review.files)]  # fmt: skip
        self._reader.keep_only([file, *around])
        picture = self._reader.get(file)
        if picture.levels:
            self._draw(file, picture, picture.size)
        else:
            self.canvas.show_picture(Picture(), QSize(), fresh=True)
            self._show_thumbnail(file)
        self._reader.read([file, *around])
        self._drawn = file

    def _draw(self, file: int, picture: Picture, size: QSize, note: str = "") -> None:
        row = self._session.gallery.row_of[file]
        turn = self._session.gallery.turn(row) - picture.turn
        self.canvas.show_picture(picture, size, note, fresh=self._drawn != file or self.canvas.fits, turn=turn)

    def _show_thumbnail(self, file: int) -> None:
        gallery = self._session.gallery
        row = gallery.row_of[file]
        path, content, turn = self._session.thumbnail(row), gallery.content(row), gallery.turn(row)

        def done(image: QImage) -> None:
            if self.review.file == file and not self._reader.get(file).levels and not image.isNull():
                size = QSize(content.width, content.height) if content.width else image.size()
                self._draw(file, Picture((image,), turn=turn), size, self._note_of(file))

        if self._thumbnail is not None:
            self._thumbnail.drop()
        self._thumbnail = self._jobs.run(lambda: QImage(str(path)), done, priority=SOON + 1)

    def _on_read(self, file: int) -> None:
        if file != self.review.file or file not in self._session.gallery.row_of:
            return
        picture = self._reader.get(file)
        if picture.levels:
            self._draw(file, picture, picture.size)
        else:
            self.canvas.note = self._note_of(file)
            self.canvas.update()

    def _note_of(self, file: int) -> str:
        reason = self._reader.get(file).note
        return self.tr("Only the thumbnail: {reason}").format(reason=reason) if reason else ""

    # What is done

    def _press(self, name: str) -> None:
        """A button of the bars."""
        flags: dict[str, Flag | None] = {"keep": "keep", "reject": "reject", "none": None}
        if name in flags:
            self._mark(flags[name], onward=self.head.onward.isChecked())
        elif name == "zoom":
            self._zoom()
        elif name == "finish":
            self._finish()
        elif name == "close":
            self._close()
        else:
            self.review.step({"back": -1, "on": 1}[name])
        if self.pages.currentIndex() == 0:
            self.setFocus()

    def _mark(self, flag: Flag | None, *, onward: bool) -> None:
        last = self.review.is_last
        self.review.mark(flag)
        if onward and last and flag is not None and not self.review.tally.undecided:
            self._finish()
        elif onward:
            self.review.step(1)

    def _finish(self) -> None:
        """To the rejected, if there are any; else back to the photos."""
        if self.review.rejected:
            self._show_rejected()
        else:
            self._close()

    def _throw_away(self) -> None:
        files = self.review.rejected
        self._close()
        self.trash_wanted.emit(files)

    def _zoom(self) -> None:
        self.canvas.zoom_to(1.0 / self.devicePixelRatioF()) if self.canvas.fits else self.canvas.fit()

    def _close(self) -> None:
        if self.isVisible():
            file = self.review.file
            self.review.end()
            if file in self._session.gallery.row_of:
                self._session.select([file], self, file)
            self.closed.emit()

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if any(event.matches(key) for key in mine):
                event.accept()  # undo is about the marks here, and not about edits that one does not see
                return True
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # a minimised window keeps its photo
            self._reader.keep_only([])
            self._drawn = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.pages.currentIndex() == 1:
            self.sheet.take_key(event)
            return
        key, held = event.key(), event.modifiers()
        plain = not held & (Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.review.undo()
        elif key in MARKS and plain:
            # Shift goes on, and so does Caps Lock, which shows in the letter alone.
            shift = bool(held & Modifier.ShiftModifier)
            locked = event.text().isupper() and not shift
            self._mark(MARKS[key], onward=self.head.onward.isChecked() or shift or locked)
        elif key in ZOOMS and plain:
            self._zoom()
        elif key in STEPS and plain:
            self.review.step(STEPS[Qt.Key(key)])
        elif plain and self._take_other_key(event):
            return
        else:
            super().keyPressEvent(event)

    def _take_other_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.review.step(-len(self.review.files) if key == Qt.Key.Key_Home else len(self.review.files))
        else:
            return self.canvas.take_zoom_key(event)
        return True
