"""Paints a photo and a section heading of the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from engine.library.catalog.flag_table import Flag
from gallery_app.base import icons, theme
from gallery_app.base.marks import Mark, paint_mark
from gallery_app.base.painting import disc, faded, filled, framed, line_height, mixed, ring, sized
from gallery_app.i18n.bidi import elided
from gallery_app.i18n.numbers import number
from gallery_app.models.photo_list import Section
from gallery_app.views.parts.flag_badge import paint_flag

PIN = 14
MARK = 22  # pixels of a heading for its colour
REJECTED = 0.5  # of the ground over a photo that is rejected
DIM = 0.72  # of the ground over a photo of another cluster than the one that is shown


@dataclass(frozen=True)
class PhotoState:
    """How a photo is marked."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    pinned: bool = False
    dimmed: bool = False
    flag: Flag | None = None
    face: QRectF | None = None  # where the one that is meant is

    @property
    def pin(self) -> bool:
        """A pin is a word about this photo, not about the pile: it is seen where one looks."""
        return self.pinned and (self.selected or self.hovered or self.focused)


def paint_photo(
    painter: QPainter, box: QRect, pixmap: QPixmap | None, colour: str, state: PhotoState, ratio: float
) -> None:
    """Paint a thumbnail with its marks; a placeholder in the cluster's tint while it is not loaded."""
    now = theme.current()
    if pixmap is None:
        filled(painter, QRectF(box), mixed(colour, now.window, 0.14))
    elif pixmap.size() == box.size() * ratio:
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(box.topLeft(), pixmap)
    else:
        painter.drawPixmap(QRectF(box), pixmap, QRectF(pixmap.rect()))
    if state.face is not None and pixmap is not None:
        _paint_face(painter, state.face.intersected(QRectF(box).adjusted(2, 2, -2, -2)))
    if state.dimmed and not state.selected and not state.hovered:
        filled(painter, QRectF(box), faded(now.window, DIM))
    if state.selected:
        filled(painter, QRectF(box), faded(now.accent, now.veil))
        ring(painter, QRectF(box), QColor(now.accent), 2.5, 1.25)
    elif state.hovered:
        filled(painter, QRectF(box), faded("#ffffff", 0.09))
        ring(painter, QRectF(box), faded(now.text, 0.85), 1.5, 1.25)  # outside: not visible on a white photo
    if state.focused:
        ring(painter, QRectF(box), QColor(now.focus), 2.0, 3.6)
    if state.flag == "reject" and not state.selected and not state.hovered:
        filled(painter, QRectF(box), faded(now.window, REJECTED))
    paint_flag(painter, QRectF(box), state.flag, ratio=ratio, left=True)  # a pin is in the right corner
    if state.pin:
        _paint_pin(painter, box, ratio)


@dataclass(frozen=True)
class Heading:
    """A section's heading: `stuck` to the top edge, `lit` as a drop target.

    `counts` are texts for the number of photos, the longest first.
    """

    name: str
    counts: Sequence[str]
    mark: Mark
    stuck: bool = False
    lit: bool = False
    dimmed: bool = False


def heading_height(font: QFont) -> int:
    """The height of a heading in pixels."""
    return max(46, line_height(font, theme.current().title) + 24)


def paint_heading(painter: QPainter, box: QRect, heading: Heading, margin: int) -> None:
    """Paint colour, name and count: the first of the counts that leaves room for the whole name, else the last."""
    now, name, counts = theme.current(), heading.name, heading.counts
    if heading.lit:
        painter.fillRect(box, mixed(now.accent, now.window, 0.22))
    elif heading.stuck:
        painter.fillRect(box, faded(now.window, 0.94))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(now.line))
    middle = box.top() + box.height() / 2
    paint_mark(painter, QPointF(margin + 6, middle), 5.5, heading.mark)
    left = margin + MARK
    painter.setFont(sized(painter.font(), now.title, QFont.Weight.DemiBold))
    metrics = painter.fontMetrics()
    shown, count = heading_texts(painter.font(), name, counts, box.width() - left - margin)
    baseline = round(middle + (metrics.ascent() - metrics.descent()) / 2)
    painter.setPen(QColor(now.faint if heading.dimmed else now.text))
    painter.drawText(left, baseline, shown)
    left += metrics.horizontalAdvance(shown) + 10
    painter.setFont(sized(painter.font(), now.body))
    painter.setPen(QColor(now.faint if heading.dimmed else now.muted))
    painter.drawText(left, baseline, count)


def heading_texts(font: QFont, name: str, counts: Sequence[str], width: int) -> tuple[str, str]:
    """The name of a heading, elided only where the shortest of its counts leaves too little of `width`, and a count."""
    title = sized(font, theme.current().title, QFont.Weight.DemiBold)
    metrics, small, room = QFontMetrics(title), QFontMetrics(sized(font, theme.current().body)), width - 14
    whole = metrics.horizontalAdvance(name)
    count = next((c for c in counts if whole + small.horizontalAdvance(c) <= room), counts[-1])
    return elided(metrics, name, max(room - small.horizontalAdvance(count), 40)), count


def counts_of(section: Section) -> tuple[str, ...]:
    """Texts for the number of photos, the longest first: with how many are dated by their file only."""
    count, by_file = number(len(section)), number(section.by_file)
    if not section.by_file:
        return (count,)
    if section.by_file == len(section):
        return _tr("{0}  ·  by file date").format(count), count
    return _tr("{0}  ·  {1} by file date").format(count, by_file), count


def _tr(text: str) -> str:
    return QCoreApplication.translate("grid_painter", text)


def _paint_face(painter: QPainter, face: QRectF) -> None:
    """A thin frame around a face: it says which one is meant, and leaves it to be seen."""
    framed(painter, face, faded("#000000", 0.45), 2.5)
    framed(painter, face, faded("#ffffff", 0.9), 1.2)


def _paint_pin(painter: QPainter, box: QRect, ratio: float) -> None:
    centre = QPointF(box.right() - 12, box.top() + 13)
    disc(painter, centre, 10, faded("#000000", 0.55))
    corner = centre - QPointF(PIN / 2, PIN / 2)
    painter.drawPixmap(corner, icons.pixmap("pin", PIN, "#ffffff", ratio))
