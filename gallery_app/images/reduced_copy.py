"""A reduced copy of a picture that is made of pixels alone: nothing that its file says of itself comes with it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

EDGE = 512  # pixels of the longer side


def reduced_copy(image: QImage, turn: int = 0) -> QImage:
    """`image` with its longer side at EDGE pixels at most, turned clockwise by quarters.

    It is painted onto a new image, which takes no text, resolution or colour profile over.
    """
    turned = image.transformed(QTransform().rotate(90 * turn)) if turn % 4 else image
    size = turned.size()
    if max(size.width(), size.height()) > EDGE:
        size = size.scaled(EDGE, EDGE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    copy = QImage(size, QImage.Format.Format_RGB32)
    copy.fill(Qt.GlobalColor.white)
    whole, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    with QPainter(copy) as painter:
        painter.drawImage(0, 0, turned.scaled(size, whole, smooth))
    return copy


def png_bytes(image: QImage) -> bytes:
    """The image as other programs take it from the clipboard."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, which Qt does not take
    return bytes(buffer.data().data())
