"""PictureSheet: the small pictures that a model draws, row by row, each of their pixels a square of the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.core.records import Pixels
from gallery_app.base.painting import hairline
from gallery_app.i18n.numbers import counted
from gallery_app.widgets.accessible.roles import Role, set_role

GAP, BETWEEN = 6, 14  # pixels between two pictures, and between two rows of pairs
SIDE = 84  # about that of a picture


class PictureSheet(QWidget):
    """As high as its pictures need. Those of `below`, where there are any, stand each below its own."""

    def __init__(self, name: str, columns: int = 0, side: int = SIDE, *, centred: bool = False) -> None:
        """In so many columns, or in as many as there is room for; what room is left is shared if `centred`."""
        super().__init__()
        self._columns, self._wanted, self._centred = columns, side, centred
        self._images: list[QImage] = []
        self._below: list[QImage] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        set_role(self, Role.Graphic, leaf=True)

    def show_pictures(self, pictures: Pixels | None, below: Pixels | None = None) -> None:
        """Show pictures (n, h, w, c), and those below them."""
        self._images, self._below = images_of(pictures), images_of(below)
        self.setAccessibleDescription(counted(len(self._images), self.tr("{0} picture"), self.tr("{0} pictures")))
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        return len(self._images)

    def image(self, at: int) -> QImage:
        """One of the pictures."""
        return self._images[at]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._images) // self._across(width))
        return max(0, round(rows * (self._row_height(width) + self._row_gap) - self._row_gap))

    def sizeHint(self) -> QSize:
        return QSize(4 * self._wanted, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wanted, self.heightForWidth(max(self.width(), self._wanted)))

    def box(self, at: int, below: bool = False) -> QRectF:
        """Where a picture is, or the one below it."""
        width = self.width()
        line, column = divmod(at, self._across(width))
        side = self._side(width)
        top = line * (self._row_height(width) + self._row_gap) + (side + GAP if below else 0)
        left = (width - self._across(width) * (side + GAP) + GAP) // 2 if self._centred else 0
        return QRectF(left + column * (side + GAP), top, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for below, images in enumerate((self._images, self._below)):
                for at, image in enumerate(images):
                    box = self.box(at, bool(below))
                    if box.toAlignedRect().intersects(event.rect()):
                        painter.drawImage(box, image)
                        hairline(painter, box, 0)

    @property
    def _row_gap(self) -> int:
        return BETWEEN if self._below else GAP

    def _row_height(self, width: int) -> float:
        side = self._side(width)
        return 2 * side + GAP if self._below else side

    def _side(self, width: int) -> float:
        """About what is wanted, and a whole number of the screen's pixels for each of a picture's."""
        pixels, ratio = self._images[0].width() if self._images else self._wanted, self.devicePixelRatioF()
        wanted: float = self._wanted
        if self._columns:
            wanted = min(1.5 * wanted, (width - (self._columns - 1) * GAP) / self._columns)
        times = wanted * ratio / pixels
        return max(1, int(times) if self._columns else round(times)) * pixels / ratio

    def _across(self, width: int) -> int:
        return self._columns or max(1, int((width + GAP) / (self._side(width) + GAP)))


def images_of(pictures: Pixels | None) -> list[QImage]:
    """Pictures (n, h, w, c), grey or in colour, for Qt."""
    if pictures is None:
        return []
    height, width, channels = pictures.shape[1:]
    kind = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    return [QImage(one.tobytes(), width, height, channels * width, kind).copy() for one in pictures]


def enlarged(image: QImage, side: int) -> QImage:
    """One picture at another size, its pixels as squares."""
    keep, fast = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    return image.scaled(side, side, keep, fast)
