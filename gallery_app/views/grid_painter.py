"""How a photo and a heading of the grid look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from gallery_app import icons, theme
from gallery_app.bidi import elided
from gallery_app.models.photo_list import Section
from gallery_app.views.painting import disc, faded, filled, mixed, ring, sized

PIN = 14
NARROW = 330  # pixels of a heading, below which it says only what counts


@dataclass(frozen=True)
class Look:
    """How one photo stands."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    pinned: bool = False


def paint_photo(painter: QPainter, box: QRect, pixmap: QPixmap | None, colour: str, look: Look, ratio: float) -> None:
    """One thumbnail, or a soft place for it in its cluster's tint, with the marks it carries."""
    now = theme.current()
    if pixmap is None:
        filled(painter, QRectF(box), mixed(colour, now.window, 0.14))
    elif pixmap.size() == box.size() * ratio:
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(box.topLeft(), pixmap)
    else:
        painter.drawPixmap(QRectF(box), pixmap, QRectF(pixmap.rect()))
    if look.selected:
        filled(painter, QRectF(box), faded(now.accent, now.veil))
        ring(painter, QRectF(box), QColor(now.accent), 2.5, 1.25)
    elif look.hovered:
        filled(painter, QRectF(box), faded("#ffffff", 0.09))
        ring(painter, QRectF(box), faded(now.text, 0.85), 1.5, 1.25)  # around it: on a white photo no line is seen
    if look.focused:
        ring(painter, QRectF(box), QColor(now.text), 1.2, 3.4)
    if look.pinned:
        _paint_pin(painter, box, ratio)


def paint_heading(
    painter: QPainter, box: QRect, name: str, count: str, colour: str, *, stuck: bool, lit: bool, margin: int
) -> None:
    """A cluster's heading: its colour, its name, how many photos; `stuck` while photos pass below it."""
    now = theme.current()
    if lit:
        painter.fillRect(box, mixed(now.accent, now.window, 0.22))
    elif stuck:
        painter.fillRect(box, faded(now.window, 0.94))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(now.line))
    middle = box.top() + box.height() / 2
    filled(painter, QRectF(margin, middle - 6, 12, 12), QColor(colour), 3.5)
    left = margin + 22
    painter.setFont(sized(painter.font(), now.title, QFont.Weight.DemiBold))
    metrics = painter.fontMetrics()
    tail = QFontMetrics(sized(painter.font(), now.body)).horizontalAdvance(count) + 14
    shown = elided(metrics, name, max(box.width() - left - margin - tail, 40))
    baseline = round(middle + (metrics.ascent() - metrics.descent()) / 2)
    painter.setPen(QColor(now.text))
    painter.drawText(left, baseline, shown)
    left += metrics.horizontalAdvance(shown) + 10
    painter.setFont(sized(painter.font(), now.body))
    painter.setPen(QColor(now.muted))
    painter.drawText(left, baseline, count)


def count_of(section: Section, width: int) -> str:
    """How many photos, and of how many the date is only their file's, where `width` has room for that."""
    count, by_file = f"{len(section):,}", f"{section.by_file:,}"
    if not section.by_file or width < NARROW:
        return count
    if section.by_file == len(section):
        return _tr("{0}  ·  by the date of the file").format(count)
    return _tr("{0}  ·  {1} by the date of the file").format(count, by_file)


def _tr(text: str) -> str:
    return QCoreApplication.translate("grid_painter", text)


def _paint_pin(painter: QPainter, box: QRect, ratio: float) -> None:
    centre = QPointF(box.right() - 12, box.top() + 13)
    disc(painter, centre, 10, faded("#000000", 0.55))
    corner = centre - QPointF(PIN / 2, PIN / 2)
    painter.drawPixmap(corner, icons.pixmap("pin", PIN, "#ffffff", ratio))
