"""Dragging photos: the MIME data of a drag, its pixmap, and reading the data at a drop."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gallery_app.base import theme
from gallery_app.base.painting import filled, ring, sized
from gallery_app.i18n.numbers import number
from gallery_app.state.session import Session

MIME = "application/x-photoloom-files"  # a JSON list of file ids
SIDE = 112
SHOWN = 3  # thumbnails in the stack


def mime_data(session: Session, ids: Iterable[int]) -> QMimeData:
    """File ids for our own views, and URLs of the files for other programs."""
    rows = sorted(row for i in ids if (row := session.gallery.row_of.get(i)) is not None)
    data = QMimeData()
    data.setData(MIME, QByteArray(json.dumps([session.gallery.files[row].id for row in rows]).encode()))
    data.setUrls([QUrl.fromLocalFile(str(session.photo_path(row))) for row in rows])
    return data


def dragged_ids(data: QMimeData) -> list[int]:
    """The file ids of a drag from one of our views; empty for any other."""
    if not data.hasFormat(MIME):
        return []
    return [int(i) for i in json.loads(bytes(data.data(MIME).data()))]


def start_drag(source: QWidget, session: Session, ids: Iterable[int], thumbnails: Sequence[QPixmap]) -> None:
    """Drag photos from `source`; returns after the drop."""
    data = mime_data(session, ids)
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(drag_pixmap(thumbnails, len(data.urls()), source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(SIDE // 2, SIDE // 2))
    drag.exec(Qt.DropAction.CopyAction)  # never Move: a file manager would move the originals


def drag_pixmap(thumbnails: Sequence[QPixmap], count: int, ratio: float) -> QPixmap:
    """A stack of up to three thumbnails with the number of photos in a badge."""
    now, side = theme.current(), SIDE + 28
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    stack = list(thumbnails[:SHOWN]) or [QPixmap()]
    for depth, thumbnail in reversed(list(enumerate(stack))):
        painter.save()
        painter.translate(side / 2, side / 2)
        painter.rotate((0, 7, -6)[depth])
        shape = thumbnail.size().scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        if thumbnail.isNull():
            shape.setWidth(SIDE)
            shape.setHeight(round(SIDE * 0.75))
        box = QRectF(-shape.width() / 2, -shape.height() / 2, shape.width(), shape.height())
        filled(painter, box, QColor(now.raised))
        painter.drawPixmap(box, thumbnail, QRectF(thumbnail.rect()))
        ring(painter, box, QColor(now.border), 1.0)
        painter.restore()
    if count > 1:
        _badge(painter, side, number(count))
    painter.end()
    return picture


def _badge(painter: QPainter, side: int, text: str) -> None:
    now = theme.current()
    painter.setFont(sized(painter.font(), now.body, painter.font().Weight.Bold))
    width = max(painter.fontMetrics().horizontalAdvance(text) + 14, 24)
    box = QRectF(side - width - 4, 4, width, 24)
    filled(painter, box, QColor(now.selection), 12)
    painter.setPen(QColor(now.on_selection))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
