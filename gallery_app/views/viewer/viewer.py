"""Viewer: one photo as large as the window; arrow keys step through its cluster, wheel zooms, Esc closes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.gallery.filtering import FilterResult
from gallery_app.base.settings import SECONDS
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.i18n.numbers import number
from gallery_app.images.picture import Picture
from gallery_app.images.picture_reader import SOON, PictureReader
from gallery_app.models.photo_list import PhotoList, Section, Sort, arrange
from gallery_app.state.session import Session
from gallery_app.views.parts.filmstrip import Filmstrip
from gallery_app.views.parts.photo_menu import photo_menu
from gallery_app.views.parts.photo_words import photo_description
from gallery_app.views.parts.picture_canvas import NOTCH, PANS, PictureCanvas
from gallery_app.views.viewer.facts_panel import FactsPanel
from gallery_app.views.viewer.immersion import Immersion
from gallery_app.views.viewer.marks import ViewerMarks
from gallery_app.views.viewer.slideshow import Slideshow
from gallery_app.views.viewer.text.viewer_text import ViewerText
from gallery_app.views.viewer.turning import Turning
from gallery_app.views.viewer.viewer_bar import ViewerBar
from gallery_app.views.viewer.viewer_layout import lay_out
from gallery_app.widgets.accessible.roles import Role, set_role

STEP = 80  # pixels for one press of an arrow key in a zoomed picture
PANES = {Qt.Key.Key_T: "filmstrip", Qt.Key.Key_I: "facts", Qt.Key.Key_L: "text"}
PANES |= {Qt.Key.Key_N: "face-frames", Qt.Key.Key_M: "draw-face"}
Modifier = Qt.KeyboardModifier


class Viewer(QWidget):
    """Shows the thumbnail at once and the picture when it is decoded; decodes the neighbours ahead."""

    closed = Signal()
    pane_wanted = Signal(str)  # "filmstrip", "facts" or "text" is to be shown or hidden; or the command of another key
    shown = Signal(object)  # the file id of the photo, or None
    slideshow: Slideshow = None  # type: ignore[assignment]  # Qt sends events before __init__ is through

    def __init__(
        self,
        session: Session,
        jobs: JobRunner,
        seconds: Callable[[], int] = lambda: SECONDS,
        parent: QWidget | None = None,
    ) -> None:
        """`seconds` returns the time a slideshow shows a photo."""
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.file: int | None = None  # the file id that is shown
        self._selection_before: frozenset[int] = frozenset()  # the selection when it was opened
        self._steps_before_move: dict[int, int] = {}  # neighbours in the cluster that the photo was moved from
        self._photos: PhotoList | None = None
        self._arranged_from: FilterResult | None = None  # the filter result that the photos were arranged from
        self._sort: Sort = "confidence"
        self.drawn: int | None = None  # the file that the canvas shows already
        self.reader = PictureReader(session, jobs, self)
        self.reader.picture_loaded.connect(self._on_read)
        self._thumbnail: Ticket | None = None
        self._turning = Turning(session, self)  # before `_on_changed` is connected
        self.canvas, self.bar = PictureCanvas(), ViewerBar()
        self.marks = ViewerMarks(self, self.canvas)
        self.filmstrip, self.facts = Filmstrip(session, jobs, self.marks.of), FactsPanel(session, jobs)
        self.foot, self._facts_wanted = QWidget(), False  # the foot hides in full screen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Viewer"))
        set_role(self, Role.Graphic)
        self.immersion = Immersion(lay_out(self), self.canvas, self.foot)
        self.slideshow, self.written = Slideshow(self, seconds), ViewerText(self, session)
        self.slideshow.changed.connect(self.immerse)
        self.canvas.flicked.connect(self.step)
        self.canvas.zoomed.connect(lambda scale: self.bar.show_zoom(scale * self.devicePixelRatioF()))
        self.bar.pressed.connect(self._press)
        self.filmstrip.chosen.connect(self.show_photo)
        self.filmstrip.stepped.connect(self.step)
        session.changed.connect(self._on_changed)

    def show_pane(self, name: str, on: bool) -> None:
        """Show or hide the "filmstrip", the "facts", or the "text" over the photo."""
        if name == "filmstrip":
            self.filmstrip.setVisible(on)
            self.immersion.place()
        elif name == "text":
            self.written.layer.set_on(on)
        else:
            self._facts_wanted = on
            self.facts.setVisible(on and not self.slideshow.running)

    def _press(self, name: str) -> None:
        """A button of the bar."""
        do: dict[str, Callable[[], object]] = {
            "back": lambda: self.step(-1),
            "on": lambda: self.step(1),
            "left": lambda: self.turn(-1),
            "right": lambda: self.turn(1),
            "smaller": lambda: self.canvas.zoom_by(1 / NOTCH),
            "larger": lambda: self.canvas.zoom_by(NOTCH),
            "fit": self.canvas.fit,
            **{pane: partial(self.pane_wanted.emit, pane) for pane in PANES.values()},
            "slideshow": self.slideshow.start,
            "fullscreen": self._switch_full_screen,
            "close": self._close,
        }
        do[name]()
        self.setFocus()

    # What is shown

    def show_photo(self, file: int, *, softly: bool = False) -> None:
        """Show a file; its neighbours are those of the grid within its cluster. `softly` cross-fades.

        The file is also selected, so that commands apply to it.
        """
        if self._photos is None or self._arranged_from is not self._session.filters.shown or self.file is None:
            self._photos = self._arrange(file)
        if self._photos.position_of(file) < 0:
            return
        if self.file is None:
            self._selection_before = self._session.selection
        self.file, self.drawn, self._steps_before_move = file, None, {}
        self.reader.keep_only([file, *self._neighbours()])
        self.describe()
        picture = self.reader.get(file)
        if picture.levels:
            self._draw(picture, picture.size, softly=softly)
        else:
            if not softly:
                self.canvas.show_picture(Picture(), QSize(), fresh=True)
            self._show_thumbnail(file, softly=softly)
        self.read_ahead()
        self._session.select([file], self, file)
        self.shown.emit(file)

    def read_ahead(self) -> None:
        """Decode the current photo and its neighbours."""
        if self.file is not None:
            self.reader.read([self.file, *self._neighbours()])

    def _draw(self, picture: Picture, size: QSize, note: str = "", *, softly: bool = False) -> None:
        assert self.file is not None
        turn, fresh = self._turning.of(self.file) - picture.turn, self.drawn != self.file or self.canvas.fits
        if softly:
            self.canvas.fade_to(picture, size, note, turn=turn)
        else:
            self.canvas.show_picture(picture, size, note, fresh=fresh, turn=turn)
        self.drawn = self.file

    def turn(self, quarters: int) -> None:
        """Turn the photo clockwise by quarters, wherever it is shown; the file stays as it is."""
        if self.file is not None:
            self.canvas.turn_by(quarters)
            self._turning.turn(self.file, quarters)

    def _keep_turned(self) -> None:
        """Follow what has turned the photo elsewhere, as an Undo does."""
        if self.file is not None and self.drawn == self.file and self.canvas.picture.levels:
            missing = (self._turning.of(self.file) - self.canvas.picture.turn - self.canvas.turn) % 4
            if missing:
                self.canvas.turn_by(missing)

    def set_sort(self, sort: Sort) -> None:
        """Use the grid's sort order."""
        self._sort, self._photos = sort, None

    def step(self, by: int) -> None:
        """Go `by` photos on within the cluster; does nothing beyond its ends."""
        if self._photos is None or self.file is None:
            return
        if self._steps_before_move and abs(by) == 1:
            if by in self._steps_before_move:
                self.show_photo(self._steps_before_move[by])
            return
        position = self._photos.position_of(self.file)
        section = self._section()
        if section is None or not section.start <= position + by < section.stop:
            return
        self.show_photo(int(self._photos.ids[position + by]))

    def file_after(self) -> int | None:
        """The next photo in the order of the grid, across clusters; after the last the first."""
        if self._photos is None or self._photos.position_of(self.file) < 0:
            return None
        return int(self._photos.ids[(self._photos.position_of(self.file) + 1) % len(self._photos)])

    def _section(self) -> Section | None:
        if self._photos is None or self._photos.position_of(self.file) < 0:
            return None
        return self._photos.section_of(self._photos.position_of(self.file))

    def _neighbours(self) -> list[int]:
        if self.slideshow.running:
            after = self.file_after()
            return [] if after is None else [after]
        return list(self._steps().values())

    def _steps(self) -> dict[int, int]:
        """The next (1) and the previous (-1) photo within the cluster."""
        section = self._section()
        if section is None or self._photos is None:
            return {}
        position = self._photos.position_of(self.file)
        steps = [by for by in (1, -1) if section.start <= position + by < section.stop]
        return {by: int(self._photos.ids[position + by]) for by in steps}

    def describe(self) -> None:
        """Say what is known of the photo by now."""
        section = self._section()
        if section is None or self._photos is None:
            return
        position = self._photos.position_of(self.file)
        gallery = self._photos.gallery
        name = gallery.files[self._photos.rows[position]].path.rpartition("/")[2]
        at = position - section.start
        place = self.tr("{0} of {1}").format(number(at + 1), number(len(section)))
        self.setAccessibleName(name)  # where the focus is a screen reader says it at each step
        self.written.refresh()
        described = photo_description(gallery, int(self._photos.rows[position]))
        self.setAccessibleDescription(f"{described}, {place}{self.written.words()}")
        self.bar.show_photo(name, section.name, self._session.mark(section.cluster), at + 1, len(section))
        ids = self._photos.ids[section.start : section.stop].tolist()
        self.filmstrip.show_photos(ids, at)
        self.facts.show_photo(ids[at])
        self.marks.refresh()

    # Reading

    def _show_thumbnail(self, file: int, *, softly: bool) -> None:
        row = self._session.gallery.row_of[file]
        path, content = self._session.thumbnail(row), self._session.gallery.content(row)
        turn = self._session.gallery.turn(row)

        def done(image: QImage) -> None:
            if self.file == file and self.drawn != file and not image.isNull():
                size = QSize(content.width, content.height) if content.width else image.size()
                self._draw(Picture((image,), turn=turn), size, self._note_of(file), softly=softly)

        if self._thumbnail is not None:
            self._thumbnail.drop()
        self._thumbnail = self._jobs.run(lambda: QImage(str(path)), done, priority=SOON + 1)

    def _on_read(self, file: int) -> None:
        """The picture of a file has been decoded, or has failed."""
        if file != self.file:
            return
        picture = self.reader.get(file)
        if picture.levels:
            self._draw(picture, picture.size)
        else:
            self.canvas.note = self._note_of(file)
            self.canvas.update()

    def _note_of(self, file: int) -> str:
        """Why only the thumbnail is shown; empty if there is no reason."""
        reason = self.reader.get(file).note
        return self.tr("Only the thumbnail: {reason}").format(reason=reason) if reason else ""

    def _forget_all(self) -> None:
        self.reader.keep_only([])
        self.file = None
        self.shown.emit(None)

    def _on_changed(self, _changes: object, _origin: object) -> None:
        if self.file is None or not self.isVisible():
            return
        if self.file not in (left := self._session.gallery.row_of):
            after = None if self._photos is None else self._photos.next_of(self.file, left)
            (self._close if after is None else partial(self.show_photo, after))()
            return
        before, steps = self._section(), self._steps()
        self._photos = self._arrange(self.file)
        now = self._section()
        if before is not None and now is not None and before.cluster != now.cluster:
            # The user goes on in the cluster the photo was moved from; an undo ends that.
            self._steps_before_move = {} if self._steps_before_move else steps
        self.describe()
        self._keep_turned()

    def _arrange(self, file: int) -> PhotoList:
        """The photos that match the filter, or all photos if the file is not among them."""
        session = self._session
        self._arranged_from = session.filters.shown
        photos = arrange(session.gallery, self._sort, self.tr("Photos"), self._arranged_from)
        return photos if photos.position_of(file) >= 0 else arrange(session.gallery, self._sort, self.tr("Photos"))

    def _close(self) -> None:
        self.slideshow.stop()
        if self.file in self._selection_before:  # viewing one of several selected photos keeps the selection
            self._session.select(self._selection_before & self._session.gallery.row_of.keys(), self, self.file)
        self._forget_all()
        self.closed.emit()

    def immerse(self) -> None:
        """Follow the window's full screen state; called when it changes."""
        running = self.slideshow.running
        self.written.refresh()
        self.facts.setVisible(self._facts_wanted and not running)
        self.immersion.set(self.isVisible() and (running or self.window().isFullScreen()), without_bar=running)

    def _switch_full_screen(self) -> None:
        self.window().setWindowState(self.window().windowState() ^ Qt.WindowState.WindowFullScreen)

    def _leave(self) -> None:
        """Escape: leave full screen, else close."""
        if self.window().isFullScreen():
            self._switch_full_screen()
        else:
            self._close()

    # Events

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and self.slideshow is not None
            and (self.slideshow.running or self.written.takes(event))
        ):
            event.accept()  # every key ends a slideshow, also a command's shortcut
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.isVisible():
            self.describe()  # cluster colours depend on the theme
        if event.type() is QEvent.Type.WindowStateChange and self.slideshow is not None:
            self.immerse()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.immersion.place()

    def hideEvent(self, event: QHideEvent) -> None:
        self.slideshow.stop()
        self.immersion.leave()
        if not event.spontaneous():  # a minimised window keeps its photo
            self._forget_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.slideshow.take_key(event) or self.written.take_key(event):
            return
        key, held = event.key(), event.modifiers()
        plain = not held & (Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier)
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
        elif key == Qt.Key.Key_R and plain:
            self.turn(-1 if held & Modifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_S and plain:
            self.slideshow.start()
        elif key in PANES and plain:
            self.pane_wanted.emit(PANES[Qt.Key(key)])
        elif plain and self.marks.take_key(event):
            return
        elif not self._take_step_key(key) and not self.canvas.take_zoom_key(event):
            super().keyPressEvent(event)

    def _take_step_key(self, key: int) -> bool:
        """Step to another photo, or pan a zoomed one; False where the key does neither."""
        section = self._section()
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Backspace: -1}
        if key in PANS and not self.canvas.fits:
            self.canvas.pan(PANS[Qt.Key(key)] * STEP)
        elif key in PANS:
            self.step(1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
        elif key in steps:
            self.step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and section is not None and self._photos is not None:
            target = section.start if key == Qt.Key.Key_Home else section.stop - 1
            self.step(target - self._photos.position_of(self.file))
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.file is not None:
            photo_menu(self._session, self, [self.file]).popup(event.globalPos())
