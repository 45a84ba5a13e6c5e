"""Filmstrip: the photos around the viewed one as thumbnails in a row, that one in the middle."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engine.library.catalog.flag_table import Flag
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, filled, ring
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import number
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.views.parts.flag_badge import paint_flag
from gallery_app.views.parts.spoken_strip import SpokenStrip

SIDE, GAP, EDGE = 56, 6, 7  # pixels: a thumbnail, between two, above and below
NOTCH = 120  # of a wheel, in eighths of a degree


class Filmstrip(QWidget):
    """A press goes to a photo, the wheel steps through them; arrow keys are the viewer's."""

    chosen = Signal(int)  # file id
    stepped = Signal(int)  # so many photos on

    def __init__(
        self, session: Session, jobs: JobRunner, flag_of: Callable[[int], Flag | None] = lambda _file: None
    ) -> None:
        """`flag_of` a file is shown on it."""
        super().__init__()
        self._session, self._flag_of = session, flag_of
        self._files: Sequence[int] = ()
        self._index, self._turned = 0, 0
        self._loader = ThumbnailLoader(jobs, self, budget=16 << 20)
        self._loader.loaded.connect(lambda _keys: self.update())
        session.changed.connect(lambda _changes, _origin: self._loader.retry_missing())
        self.setObjectName("strip")
        self.setFixedHeight(SIDE + 2 * EDGE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Filmstrip"))
        self._spoken = SpokenStrip(self)

    def show_photos(self, files: Sequence[int], index: int) -> None:
        """Show these photos (file ids), the one at `index` in the middle."""
        self._files, self._index = files, index
        if files != self._spoken.files:
            self._spoken.show_files(files)
        place = self.tr("{0} of {1}").format(number(index + 1), number(len(files)))
        self.setAccessibleDescription(f"{self.name_of(files[index])}, {place}")
        self._spoken.follow()
        self.update()

    def file_at(self, point: QPoint) -> int | None:
        """The photo at a point, or None."""
        return next((self._files[index] for index, box in self._boxes() if box.contains(point)), None)

    def box_of(self, file: int) -> QRect | None:
        """Where a photo is, or None."""
        return next((box for index, box in self._boxes() if self._files[index] == file), None)

    def _boxes(self) -> list[tuple[int, QRect]]:
        """Index and place of the photos in view."""
        around = (self.width() - SIDE) // 2 // (SIDE + GAP) + 1
        seen = range(max(self._index - around, 0), min(self._index + around + 1, len(self._files)))
        return [(index, self.place_of(index)) for index in seen]

    def place_of(self, index: int) -> QRect:
        """Where a photo is, also one that is out of view."""
        return QRect((self.width() - SIDE) // 2 + (index - self._index) * (SIDE + GAP), EDGE, SIDE, SIDE)

    @property
    def index(self) -> int:
        """Of the photo in the middle."""
        return self._index

    def name_of(self, file: int) -> str:
        """The name of a file; empty for one that has left the gallery."""
        row = self._session.gallery.row_of.get(file)
        return "" if row is None else self._session.gallery.files[row].path.rpartition("/")[2]

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        now, gallery, ratio, wanted = theme.current(), self._session.gallery, self.devicePixelRatioF(), []
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(now.panel))
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            for index, box in self._boxes():
                row = gallery.row_of.get(self._files[index])
                if row is None:
                    continue  # it has left the gallery: another row of photos is on its way
                key = (self._files[index], gallery.files[row].digest)
                pixmap = self._loader.pixmap(key)
                if pixmap is None:
                    filled(painter, QRectF(box), QColor(now.hover), RADIUS)
                else:
                    painter.drawPixmap(box, pixmap)
                paint_flag(painter, QRectF(box), self._flag_of(self._files[index]), ratio=ratio)
                if index == self._index:
                    ring(painter, QRectF(box), QColor(now.accent), 3.0 if self.hasFocus() else 2.0)
                request = ThumbnailRequest(key, self._session.thumbnail(row), QSize(SIDE, SIDE) * ratio, RADIUS * ratio)
                wanted.append((abs(index - self._index), request))
        self._loader.request(request for _, request in sorted(wanted, key=lambda one: one[0]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        file = self.file_at(event.position().toPoint())
        if file is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(file)

    def wheelEvent(self, event: QWheelEvent) -> None:
        angle = event.angleDelta()
        self._turned += angle.y() or angle.x()
        steps = int(self._turned / NOTCH)  # a touchpad sends small parts of a notch
        self._turned -= steps * NOTCH
        if steps:
            self.stepped.emit(-steps)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            file = self.file_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if file is None else self.name_of(file), self)
            return True
        return super().event(event)
