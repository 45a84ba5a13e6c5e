"""Pictures: the photos that something is about, small, as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.library.rotations import shown_thumbnail
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, filled, sized
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import counted, number
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.widgets.accessible.roles import Role, set_role

SIDE, GAP = 88, 6  # pixels


class Pictures(QWidget):
    """Of photos that are not in the library any more, too: their thumbnails are kept."""

    def __init__(self, session: Session, jobs: JobRunner, lines: int = 4) -> None:
        """In so many lines at most."""
        super().__init__()
        self._session, self._most = session, lines
        self._loader = ThumbnailLoader(jobs, self, budget=16 << 20)
        self._loader.loaded.connect(lambda _keys: self.update())
        self.photos: tuple[tuple[int, str], ...] = ()
        self._count = 0
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, Role.Graphic, leaf=True)

    def show_photos(self, photos: tuple[tuple[int, str], ...], count: int | None = None) -> None:
        """Photos as (file id, digest); they may be the first of `count`."""
        self.photos, self._count = photos, len(photos) if count is None else count
        self.setVisible(bool(photos))
        self.setAccessibleName(counted(self._count, self.tr("{0} photo"), self.tr("{0} photos")))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(width) * (SIDE + GAP)

    def sizeHint(self) -> QSize:
        return QSize(4 * (SIDE + GAP), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE, self.heightForWidth(max(self.width(), SIDE)))

    def paintEvent(self, event: QPaintEvent) -> None:
        across = self._across(self.width())
        room = across * self._lines(self.width())
        shown = self.photos if self._count <= room else self.photos[: room - 1]
        now, wanted = theme.current(), []
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at, (file, digest) in enumerate(shown):
                wanted.append(self._draw(painter, self._box(at, across), file, digest))
            if len(shown) < self._count:
                box = self._box(len(shown), across)
                filled(painter, QRectF(box), QColor(now.raised), RADIUS)
                painter.setFont(sized(self.font(), now.body))
                painter.setPen(QColor(now.muted))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{number(self._count - len(shown))}")
        self._loader.request(wanted)

    def _draw(self, painter: QPainter, box: QRect, file: int, digest: str) -> ThumbnailRequest:
        ratio, key = self.devicePixelRatioF(), (file, digest)
        pixmap = self._loader.pixmap(key)
        if pixmap is None:
            filled(painter, QRectF(box), QColor(theme.current().raised), RADIUS)
        else:
            size = pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(box.topLeft(), size)
            place.moveCenter(box.center())
            painter.drawPixmap(place, pixmap)
        row, library = self._session.gallery.row_of.get(file), self._session.library
        assert library is not None
        turn = 0 if row is None else self._session.gallery.turn(row)
        size = QSize(SIDE, SIDE) * ratio
        return ThumbnailRequest(key, shown_thumbnail(library, digest, turn), size, RADIUS * ratio)

    def _box(self, at: int, across: int) -> QRect:
        line, column = divmod(at, across)
        return QRect(column * (SIDE + GAP), line * (SIDE + GAP), SIDE, SIDE)

    @staticmethod
    def _across(width: int) -> int:
        return max(1, (width + GAP) // (SIDE + GAP))

    def _lines(self, width: int) -> int:
        return min(self._most, -(-len(self.photos) // self._across(width)))
