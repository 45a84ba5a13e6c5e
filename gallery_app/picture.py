"""Pictures at full size, read on the pool: by Qt where it can, by the engine's decoder where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

BY_QT = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".gif"})
ALLOCATION = 1024  # MB: Qt's own limit of 256 refuses pictures of 64 megapixels
SMALL = 512  # pixels: a level of this size is not halved again


@dataclass(frozen=True)
class Picture:
    """A picture and its halves, the whole first; without levels `note` says why it cannot be shown."""

    levels: tuple[QImage, ...] = ()
    note: str = ""

    @property
    def size(self) -> QSize:
        return self.levels[0].size() if self.levels else QSize()

    def level_for(self, scale: float) -> QImage:
        """The smallest level that still has all the detail seen at `scale` screen pixels a picture pixel."""
        fine = [level for level in self.levels if level.width() >= self.size.width() * scale]
        return fine[-1] if fine else self.levels[0]


def read_picture(path: Path) -> Picture:
    """Read a picture upright, in sRGB, over white; never on the GUI thread: it may take seconds."""
    image = _by_qt(path) if path.suffix.lower() in BY_QT else QImage()
    if image.isNull():
        from engine.library.decode import decode
        from engine.library.formats import Unreadable
        from engine.library.reasons import NO_MEMORY
        from gallery_app.bidi import isolated
        from gallery_app.models.reason_names import reason_name

        try:
            decoded = decode(path).image.convert("RGB")
        except Unreadable as error:
            return Picture(note=f"{isolated(path.name)} {reason_name(str(error))}.")
        except MemoryError:
            return Picture(note=f"{isolated(path.name)} {reason_name(NO_MEMORY)}.")
        data, width, height = decoded.tobytes(), *decoded.size
        image = QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    return Picture(_halves(image.convertToFormat(QImage.Format.Format_RGB32)))


def _by_qt(path: Path) -> QImage:
    QImageReader.setAllocationLimit(ALLOCATION)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return image
    srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if image.colorSpace().isValid() and image.colorSpace() != srgb:
        image = image.convertedToColorSpace(srgb, QImage.Format.Format_ARGB32_Premultiplied)
    if image.hasAlphaChannel():
        sheet = QImage(image.size(), QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        painter.drawImage(0, 0, image)
        painter.end()
        return sheet
    return image


def _halves(image: QImage) -> tuple[QImage, ...]:
    """Each half as large as the one before, so that a small picture of a large one does not flicker."""
    levels = [image]
    while max(levels[-1].width(), levels[-1].height()) > 2 * SMALL:
        half = levels[-1].size() / 2
        levels.append(
            levels[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return tuple(levels)
