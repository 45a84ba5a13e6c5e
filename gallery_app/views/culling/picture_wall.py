"""PictureWall: many pictures in a grid of squares, of which those in view are painted; each may be pressed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from engine.library.catalog.flag_table import Flag
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, filled, ring
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.views.parts.flag_badge import paint_flag
from gallery_app.widgets.accessible.items import Items

SIDE, GAP, EDGE = 116, 10, 18  # pixels
WALK = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PictureWall(QAbstractScrollArea):
    """`flag_of` a file is shown on it. Arrow keys walk, Space and a click press."""

    pressed = Signal(int)  # file id

    def __init__(self, session: Session, jobs: JobRunner, flag_of: Callable[[int], Flag | None]) -> None:
        super().__init__()
        self._session, self._flag_of = session, flag_of
        self.files: Sequence[int] = ()
        self.index = 0
        self._loader = ThumbnailLoader(jobs, self, budget=24 << 20)
        self._loader.loaded.connect(lambda _keys: self.viewport().update())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Photos"))
        self._spoken = SpokenWall(self)

    def show_files(self, files: Sequence[int]) -> None:
        self.files = files
        self.index = min(self.index, max(len(files) - 1, 0))
        self._measure()
        self._spoken.follow()
        self.viewport().update()

    @property
    def across(self) -> int:
        return max(1, (self.viewport().width() - 2 * EDGE + GAP) // (SIDE + GAP))

    def box_of(self, index: int) -> QRect:
        """Where a picture is in the viewport."""
        row, column = divmod(index, self.across)
        wide = self.across * (SIDE + GAP) - GAP
        left = (self.viewport().width() - wide) // 2
        top = EDGE + row * (SIDE + GAP) - self.verticalScrollBar().value()
        return QRect(left + column * (SIDE + GAP), top, SIDE, SIDE)

    def index_at(self, point: QPoint) -> int | None:
        return next((i for i in self._in_view() if self.box_of(i).contains(point)), None)

    def name_of(self, file: int) -> str:
        row = self._session.gallery.row_of.get(file)
        return "" if row is None else self._session.gallery.files[row].path.rpartition("/")[2]

    def flag_of(self, file: int) -> Flag | None:
        return self._flag_of(file)

    def _in_view(self) -> range:
        top, step = self.verticalScrollBar().value() - EDGE, SIDE + GAP
        first = max(top // step, 0) * self.across
        return range(first, min(len(self.files), first + (self.viewport().height() // step + 2) * self.across))

    def _measure(self) -> None:
        rows = -(-len(self.files) // self.across)
        whole = 2 * EDGE + rows * (SIDE + GAP) - GAP
        self.verticalScrollBar().setRange(0, max(0, whole - self.viewport().height()))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(SIDE // 2)

    def press(self, index: int) -> None:
        if 0 <= index < len(self.files):
            self.index = index
            self.pressed.emit(self.files[index])
            self._spoken.follow()
            self.viewport().update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position().toPoint())
        if index is not None and event.button() is Qt.MouseButton.LeftButton:
            self.press(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {**WALK, Qt.Key.Key_Up: -self.across, Qt.Key.Key_Down: self.across}
        if key in steps and self.files:
            self.index = min(max(self.index + steps[Qt.Key(key)], 0), len(self.files) - 1)
            box, bar = self.box_of(self.index), self.verticalScrollBar()
            bar.setValue(
                bar.value() + min(box.top() - EDGE, 0) + max(box.bottom() + EDGE - self.viewport().height(), 0)
            )
            self._spoken.follow()
            self.viewport().update()
        elif key == Qt.Key.Key_Space:
            self.press(self.index)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, gallery, ratio, wanted = theme.current(), self._session.gallery, self.devicePixelRatioF(), []
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(now.window))
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            for index in self._in_view():
                file, box = self.files[index], self.box_of(index)
                row = gallery.row_of.get(file)
                if row is None:
                    continue  # it has left the gallery
                key = (file, gallery.files[row].digest)
                picture = self._loader.pixmap(key)
                if picture is None:
                    filled(painter, QRectF(box), QColor(now.raised))
                else:
                    painter.drawPixmap(box, picture)
                paint_flag(painter, QRectF(box), self._flag_of(file), 11.0, ratio)
                if index == self.index and self.hasFocus():
                    ring(painter, QRectF(box), QColor(now.focus), 2.5, 2.0)
                size = QSize(SIDE, SIDE) * ratio
                wanted.append(ThumbnailRequest(key, self._session.thumbnail(row), size, RADIUS * ratio))
        self._loader.request(wanted)


class SpokenWall(Items):
    """The pictures for a screen reader, keyed by file id."""

    def __init__(self, wall: PictureWall) -> None:
        super().__init__(wall, wall.viewport())
        self._wall = wall

    def count(self) -> int:
        return len(self._wall.files)

    def key(self, at: int) -> int:
        return self._wall.files[at]

    def position(self, key: Hashable) -> int:
        return self._wall.files.index(key) if isinstance(key, int) and key in self._wall.files else -1

    def current(self) -> int:
        return self._wall.index if self._wall.files else -1

    def name(self, at: int) -> str:
        return self._wall.name_of(self._wall.files[at])

    def box(self, at: int) -> QRect:
        return self._wall.box_of(at)

    def at(self, point: QPoint) -> int:
        index = self._wall.index_at(point)
        return -1 if index is None else index

    def selected(self) -> frozenset[Hashable]:
        return frozenset(f for f in self._wall.files if self._wall.flag_of(f) is not None)

    def press(self, at: int) -> None:
        self._wall.press(at)

    def toggle(self, at: int) -> None:
        self.press(at)
