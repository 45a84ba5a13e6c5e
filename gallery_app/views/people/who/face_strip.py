"""FaceStrip: faces of one person, round, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.core.records import Face
from gallery_app.base import theme
from gallery_app.base.painting import disc
from gallery_app.i18n.numbers import counted
from gallery_app.images.face_pictures import FacePictures
from gallery_app.widgets.accessible.roles import Role, set_role

FACE, GAP = 64, 8  # pixels
LINES = 2


class FaceStrip(QWidget):
    """Two lines at most."""

    def __init__(self, pictures: FacePictures) -> None:
        super().__init__()
        self._pictures = pictures
        self.faces: Sequence[Face] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pictures.loaded.connect(self.update)
        set_role(self, Role.Graphic, leaf=True)

    def show_faces(self, faces: Sequence[Face]) -> None:
        self.faces = faces
        self.setAccessibleName(counted(len(faces), self.tr("{0} face"), self.tr("{0} faces")))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(LINES, max(1, -(-len(self.faces) // self._across(width)))) * (FACE + GAP)

    def sizeHint(self) -> QSize:
        return QSize(4 * (FACE + GAP), self.heightForWidth(max(self.width(), 1)))

    @staticmethod
    def _across(width: int) -> int:
        return max(1, (width + GAP) // (FACE + GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        across = self._across(self.width())
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            for at, face in enumerate(self.faces[: LINES * across]):
                line, column = divmod(at, across)
                box = QRectF(column * (FACE + GAP), line * (FACE + GAP), FACE, FACE)
                picture = self._pictures.picture(face, round(FACE * self.devicePixelRatioF()))
                if picture is None:
                    disc(painter, QPointF(box.center()), FACE / 2, QColor(theme.current().hover))
                else:
                    painter.drawPixmap(box, picture, QRectF(picture.rect()))
