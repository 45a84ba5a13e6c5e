"""ReviewPage: one photo large after the other; P keeps, X rejects, U takes the mark away, arrows walk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.library.catalog.flag_table import Flag
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import number
from gallery_app.images.picture_reader import PictureReader
from gallery_app.state.culling.review import Review
from gallery_app.state.session import Session
from gallery_app.views.culling.photo_pane import PhotoPane
from gallery_app.views.culling.rejected_sheet import RejectedSheet
from gallery_app.views.culling.review_bars import ReviewFoot, ReviewHead
from gallery_app.views.parts.filmstrip import Filmstrip
from gallery_app.views.parts.flag_badge import MARKS
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
        self._session, self.review = session, review
        self._reader = PictureReader(session, jobs, self)
        self.head, self.foot = ReviewHead(), ReviewFoot()
        self.canvas, self.held = (PhotoPane(session, jobs, self._reader) for _ in range(2))
        self.held.hide()
        self.strip = Filmstrip(session, jobs, review.flags.of)
        self.badge = self.canvas.badge
        self.sheet = RejectedSheet(session, jobs, review)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, Role.Graphic)
        self.pages = QStackedWidget()
        photo, both = QWidget(), QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.held, 1)
        row.addWidget(self.canvas, 1)
        for holder, parts in ((photo, (self.head, both, self.strip, self.foot)), (self, (self.pages,))):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for part in parts:
                column.addWidget(part, 1 if part in (both, self.pages) else 0)
        self.pages.addWidget(photo)
        self.pages.addWidget(self.sheet)
        self._connect()

    def _connect(self) -> None:
        self.review.changed.connect(self._refresh)
        self.review.emptied.connect(self._close)
        self.head.pressed.connect(self._press)
        self.foot.pressed.connect(self._press)
        self.strip.chosen.connect(self.review.go_to)
        self.strip.stepped.connect(self._step)
        for canvas, other in ((self.canvas, self.held), (self.held, self.canvas)):
            canvas.flicked.connect(self._step)
            canvas.viewed.connect(partial(other.view_as, canvas))
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
        self._release()
        self.canvas.forget()
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
        if self.held.file not in (None, *review.files):
            self._release()
        self.held.badge.show_flag(None if self.held.file is None else review.flags.of(self.held.file))
        self.canvas.compare_with(self.held if self.comparing else None)
        self.foot.show_comparing(self.comparing)
        if self.canvas.file != file:
            self._show_pictures(file)

    def _show_pictures(self, file: int) -> None:
        review = self.review
        around = [review.files[i] for i in (review.index + 1, review.index + 2, review.index - 1)
                  if 0 <= i < len(review.files)]  # fmt: skip
        wanted = [file, *(other for other in (self.held.file, *around) if other is not None)]
        self._reader.keep_only(wanted)
        self.canvas.show_file(file)
        self._reader.read(wanted)

    # Side by side

    @property
    def comparing(self) -> bool:
        """One photo is held beside those that are walked through."""
        return self.held.file is not None

    def _compare(self) -> None:
        """Hold the photo that is looked at beside those that follow, or let it go."""
        file = self.review.file
        if self.comparing:
            self._release()
        elif file is not None and len(self.review.files) > 1:
            self.held.show_file(file)
            self.held.show()
            self._step(-1 if self.review.is_last else 1)
        self._refresh()

    def _release(self) -> None:
        self.held.hide()
        self.held.forget()
        self._refresh()

    def _step(self, by: int) -> None:
        """Go on; the one that is held is passed over."""
        self.review.step(by)
        if self.comparing and self.review.file == self.held.file:
            self.review.step(1 if by > 0 else -1)
            if self.review.file == self.held.file:
                self.review.step(-1 if by > 0 else 1)

    # What is done

    def _press(self, name: str) -> None:
        """A button of the bars."""
        flags: dict[str, Flag | None] = {"keep": "keep", "reject": "reject", "none": None}
        if name in flags:
            self._mark(flags[name], onward=self.head.onward.isChecked())
        elif name == "zoom":
            self._zoom()
        elif name == "compare":
            self._compare()
        elif name == "finish":
            self._finish()
        elif name == "close":
            self._close()
        else:
            self._step({"back": -1, "on": 1}[name])
        if self.pages.currentIndex() == 0:
            self.setFocus()

    def _mark(self, flag: Flag | None, *, onward: bool) -> None:
        last = self.review.is_last
        self.review.mark(flag)
        if onward and last and flag is not None and not self.review.tally.undecided:
            self._finish()
        elif onward:
            self._step(1)

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
            self._release()
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
            self.canvas.forget()

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
            self._step(STEPS[Qt.Key(key)])
        elif plain and self._take_other_key(event):
            return
        else:
            super().keyPressEvent(event)

    def _take_other_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_C or (key == Qt.Key.Key_Escape and self.comparing):
            self._compare()
        elif key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.review.step(-len(self.review.files) if key == Qt.Key.Key_Home else len(self.review.files))
        else:
            return self.canvas.take_zoom_key(event)
        return True
