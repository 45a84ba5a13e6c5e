"""CodeMap: where photos lie by their codes: thumbnails where there is room, marks of their clusters elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from engine.service.lab_messages import CodesSeen
from gallery_app.base import theme
from gallery_app.base.marks import paint_mark
from gallery_app.base.painting import RADIUS, disc, faded, hairline, hint
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import counted
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.widgets.accessible.roles import Role, set_role

SIDE, ROOM = 52, 58  # pixels: a thumbnail, and the square that it keeps free of others
MARGIN = 40
DOT, WALKER = 3.5, 7.0  # radii
STEP = 1 / 32  # of the width and height, by a key
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CodeMap(QWidget):
    """The mouse or the arrow keys walk on it: `walked` says where, as codes have it."""

    walked = Signal(float, float)

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self._session = session
        self._codes: CodesSeen | None = None
        self._places: list[tuple[int, float, float]] = []  # gallery rows and where they lie, 0 … 1
        self._walker: QPointF | None = None  # 0 … 1
        self._loader = ThumbnailLoader(jobs, self, budget=16 << 20)
        self._loader.loaded.connect(lambda _keys: self.update())
        self.setMinimumSize(QSize(320, 240))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photos by their codes"))
        set_role(self, Role.Graphic, leaf=True)

    def show_codes(self, codes: CodesSeen | None) -> None:
        self._codes, self._walker = codes, None
        self._low, self._span = _frame(codes)
        self._arrange()
        count = 0 if codes is None else len(codes.files)
        self.setAccessibleDescription(counted(count, self.tr("{0} photo"), self.tr("{0} photos")))
        self.update()

    @property
    def count(self) -> int:
        """How many photos lie on it."""
        return len(self._places)

    def _arrange(self) -> None:
        gallery, codes = self._session.gallery, self._codes
        if codes is None:
            self._places = []
            return
        xy = codes.places[:, ::-1] if codes.grid else codes.places
        shares = ((xy - self._low) / self._span).clip(0, 1).tolist()
        found = [(gallery.row_of.get(file), x, y) for file, (x, y) in zip(codes.files.tolist(), shares, strict=True)]
        self._places = [(row, x, y) for row, x, y in found if row is not None]

    # Geometry

    def _area(self) -> QRectF:
        """What 0 … 1 is mapped to: of a grid whole squares, else all of the widget."""
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if self._codes is not None and self._codes.grid is not None:
            rows, columns = self._codes.grid
            cell = min(area.width() / columns, area.height() / rows)
            whole = QRectF(0, 0, cell * columns, cell * rows)
            whole.moveCenter(area.center())
            return whole
        return area

    def _at(self, x: float, y: float) -> QPointF:
        area = self._area()
        return QPointF(area.x() + x * area.width(), area.y() + y * area.height())

    def _walk(self, x: float, y: float) -> None:
        """Go to a place, 0 … 1."""
        self._walker = QPointF(min(max(x, 0), 1), min(max(y, 0), 1))
        across = float(self._low[0] + self._walker.x() * self._span[0])
        down = float(self._low[1] + self._walker.y() * self._span[1])
        grid = self._codes is not None and self._codes.grid is not None
        self.walked.emit(*((down, across) if grid else (across, down)))
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            if not self._places:
                hint(painter, QRectF(self.rect()), self.tr("Looking at what was learned…"))
                return
            wanted = self._paint_cells(painter) if self._codes and self._codes.grid else self._paint_photos(painter)
            if self._walker is not None:
                self._paint_walker(painter, self._at(self._walker.x(), self._walker.y()))
        self._loader.request(wanted)

    def _paint_photos(self, painter: QPainter) -> list[ThumbnailRequest]:
        """Dots below, thumbnails above them."""
        session, gallery = self._session, self._session.gallery
        shown: dict[tuple[int, int], tuple[int, QPointF]] = {}
        for row, x, y in self._places:
            place = self._at(x, y)
            label = gallery.labels[row]
            paint_mark(painter, place, DOT, session.mark(gallery.clusters[label].id if label >= 0 else None))
            shown.setdefault((int(place.x() // ROOM), int(place.y() // ROOM)), (row, place))
        wanted = []
        for row, place in shown.values():
            box = QRectF(0, 0, SIDE, SIDE)
            box.moveCenter(place)
            wanted.append(self._paint_thumbnail(painter, row, box))
        return wanted

    def _paint_cells(self, painter: QPainter) -> list[ThumbnailRequest]:
        """In each cell of the map the most typical of its photos, which comes first."""
        assert self._codes is not None
        assert self._codes.grid is not None
        rows, columns = self._codes.grid
        area = self._area()
        side = area.width() / columns
        cells: dict[tuple[int, int], int] = {}
        for row, x, y in self._places:
            cells.setdefault((round(y * rows - 0.5), round(x * columns - 0.5)), row)
        wanted = []
        for down in range(rows):
            for across in range(columns):
                box = QRectF(area.x() + across * side, area.y() + down * side, side, side).adjusted(1, 1, -1, -1)
                painter.fillRect(box, QColor(theme.current().panel))
                if (found := cells.get((down, across))) is not None:
                    wanted.append(self._paint_thumbnail(painter, found, box))
        return wanted

    def _paint_thumbnail(self, painter: QPainter, row: int, box: QRectF) -> ThumbnailRequest:
        file, ratio = self._session.gallery.files[row], self.devicePixelRatioF()
        key = file.id, file.digest, round(box.width())
        pixmap: QPixmap | None = self._loader.pixmap(key)
        if pixmap is None:
            painter.fillRect(box, QColor(theme.current().raised))
        else:
            painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
        hairline(painter, box)
        size = (box.size() * ratio).toSize()
        return ThumbnailRequest(key, self._session.thumbnail(row), size, RADIUS * ratio)

    def _paint_walker(self, painter: QPainter, place: QPointF) -> None:
        now = theme.current()
        disc(painter, place, WALKER + 3, faded(now.window, 0.7))
        painter.setPen(QPen(QColor(now.focus if self.hasFocus() else now.accent), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, WALKER, WALKER)

    # Events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._places:
            area, at = self._area(), event.position()
            self._walk((at.x() - area.x()) / area.width(), (at.y() - area.y()) / area.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = ARROWS.get(Qt.Key(event.key()))
        if by is None or not self._places:
            super().keyPressEvent(event)
            return
        at = self._walker or QPointF(0.5, 0.5)
        self._walk(at.x() + by[0] * STEP, at.y() + by[1] * STEP)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


def _frame(codes: CodesSeen | None) -> tuple[tuple[float, float], tuple[float, float]]:
    """The corner and the size of what is shown, (x, y): nearly all of the codes; of a grid each unit amid its cell."""
    if codes is None or not len(codes.files):
        return (0.0, 0.0), (1.0, 1.0)
    if codes.grid is not None:
        rows, columns = codes.grid
        return (-0.5, -0.5), (float(columns), float(rows))
    import numpy as np

    low, high = np.quantile(codes.places, [0.005, 0.995], axis=0).tolist()
    return (low[0], low[1]), (max(high[0] - low[0], 1e-6), max(high[1] - low[1], 1e-6))
