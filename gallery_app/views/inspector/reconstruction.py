"""ReconstructionView: what the model's code keeps of a photo, as a small picture with an explanation."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.base.painting import RADIUS
from gallery_app.widgets.labels import label

SIDE = 96


class ReconstructionView(QWidget):
    """Hidden while there is no reconstruction."""

    def __init__(self) -> None:
        super().__init__()
        text = self.tr("The photos it takes for nearly the same, laid over each other: sharp where they agree.")
        explanation = self.tr(
            "A few numbers are kept of each photo. These are the photos with the most similar numbers, this one left "
            "out, mixed by how near they are: what is blurred was not kept."
        )
        self.picture = _Picture()
        self.picture.setAccessibleName(self.tr("What it remembers"))
        self.picture.setAccessibleDescription(text)
        self.setToolTip(explanation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.tr("WHAT IT REMEMBERS"), "section"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.picture)
        row.addWidget(label(text, "small", wrap=True), 1)
        column.addLayout(row)
        self.hide()

    def show_reconstruction(self, pixels: NDArray[np.uint8] | None) -> None:
        """Show pixels (n, n, 3), uint8 RGB; None hides the view."""
        self.setVisible(pixels is not None)
        if pixels is not None:
            height, width = pixels.shape[:2]
            self.picture.image = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
            self.picture.update()


class _Picture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        box, corners = QRectF(self.rect()), QPainterPath()
        corners.addRoundedRect(box, RADIUS, RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipPath(corners)
            painter.drawImage(box, self.image, QRectF(self.image.rect()))
