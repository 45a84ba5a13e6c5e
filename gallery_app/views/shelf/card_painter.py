"""Paints a card of the shelf: four typical photos, name, count, colour, and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from engine.core.records import Cluster
from gallery_app.base import theme
from gallery_app.base.icons import pixmap
from gallery_app.base.marks import Mark, paint_mark
from gallery_app.base.painting import disc, faded, filled, sized, track
from gallery_app.i18n.bidi import elided, right_to_left
from gallery_app.i18n.numbers import number, percent

MOSAIC = 54
EDGE = 12  # pixels above and below the text
PAD = 7
ICON = 18  # pixels of one beside the name
BAR = 40  # pixels of the bar below which it is left out: the words say the same

Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class CardFace:
    """What a card shows; `confidence` is 0 to 1, `found` of its photos pass the filter; `rule`: it has an action."""

    cluster: Cluster
    mark: Mark
    confidence: float
    found: int
    photos: Sequence[QPixmap]
    rule: bool = False


@dataclass(frozen=True)
class CardState:
    """How it is marked; `words` say what a drop would do, `shows_lock` that something is dragged over the shelf."""

    current: bool = False
    focused: bool = False
    target: bool = False
    hovered: bool = False
    words: str = ""
    shows_lock: bool = False

    @property
    def chosen(self) -> bool:
        """Whether it stands on the colour of a selection."""
        return self.current or self.target

    @property
    def lock(self) -> bool:
        """A lock matters to what one points at, or is about to drop on; at rest it would be one mark more to read."""
        return self.current or self.focused or self.target or self.hovered or self.shows_lock


def card_height(font: QFont) -> int:
    """As high as both lines of text need, and the mosaic."""
    lines = sum(QFontMetrics(line).height() + 5 for line in _fonts(font))
    return max(MOSAIC + 2 * PAD, lines + 2 * EDGE)


def mosaic_box(card: QRect) -> QRect:
    """Where a card's photos are."""
    return QRect(PAD, (card.height() - MOSAIC) // 2, MOSAIC, MOSAIC)


def text_box(card: QRect) -> QRect:
    """Where a card's name and numbers are."""
    return card.adjusted(PAD + MOSAIC + 11, EDGE, -PAD - 4, -EDGE)


def paint_card(painter: QPainter, card: QRect, face: CardFace, state: CardState) -> None:
    now = theme.current()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    box = QRectF(card).adjusted(3, 2, -3, -2)
    if state.chosen or state.hovered:
        filled(painter, box, QColor(now.selection if state.chosen else now.hover), now.radius)
    if state.target:
        painter.setPen(QPen(QColor(now.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), now.radius, now.radius)
    _paint_mosaic(painter, QRectF(mosaic_box(card)), face.photos)
    if state.words:
        _paint_words(painter, text_box(card), state.words)
    else:
        below = _paint_name(painter, text_box(card), face, state)
        _paint_confidence(painter, text_box(card), face, state, below)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    """Of the name, and of the figures."""
    now = theme.current()
    return sized(font, now.body, QFont.Weight.DemiBold), sized(font, now.small)


def _paint_mosaic(painter: QPainter, frame: QRectF, photos: Sequence[QPixmap]) -> None:
    clip = QPainterPath()
    clip.addRoundedRect(frame, 6, 6)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(frame, QColor(theme.current().hover))
    half = (MOSAIC - 1) / 2
    for i, photo in enumerate(photos[:4]):
        one = len(photos) == 1
        x, y = (0, 0) if one else ((i % 2) * (half + 1), (i // 2) * (half + 1))
        side = MOSAIC if one else half
        painter.drawPixmap(QRectF(frame.x() + x, frame.y() + y, side, side), photo, QRectF(photo.rect()))
    painter.restore()


def _paint_words(painter: QPainter, box: QRect, words: str) -> None:
    """What a drop would do, over two lines at most; the card is its target."""
    now = theme.current()
    painter.setFont(sized(painter.font(), now.small, QFont.Weight.DemiBold))
    painter.setPen(QColor(now.on_selection))
    room = box.adjusted(0, -6, 0, 6)
    metrics = painter.fontMetrics()
    if metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() > room.height():
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room.width() * 1.8))
    painter.drawText(room, Align.AlignVCenter | Qt.TextFlag.TextWordWrap, words)


def _paint_name(painter: QPainter, box: QRect, face: CardFace, state: CardState) -> str:
    """The name and the count beside it; returns the count where the name needs the whole line."""
    now, cluster, ratio = theme.current(), face.cluster, painter.device().devicePixelRatioF()
    bold, small = _fonts(painter.font())
    strong, soft = (now.on_selection, now.on_selection) if state.chosen else (now.text, now.muted)
    painter.setFont(bold)
    metrics, members = painter.fontMetrics(), cluster.members
    count = number(members) if face.found == members else f"{number(face.found)} / {number(members)}"
    top = QRect(box.x(), box.y(), box.width(), metrics.height() + 4)
    room = metrics.horizontalAdvance(count) + 8
    icons = (("lock", cluster.locked and state.lock), ("history", face.rule))
    shown = [name for name, there in icons if there]
    beside = ICON * len(shown)
    cut = metrics.horizontalAdvance(cluster.name) > top.width() - 15 - room - beside
    room = 0 if cut else room
    name_box = top.adjusted(15, 0, -room - beside, 0)
    side = Align.AlignRight if right_to_left(cluster.name) else Align.AlignLeft
    painter.setPen(QColor(strong))
    painter.drawText(name_box, side | Align.AlignVCenter, elided(metrics, cluster.name, name_box.width()))
    middle = top.center().y() + 1
    if cluster.unsure:
        painter.drawPixmap(box.x() - 2, middle - 7, pixmap("unsure", 14, soft, ratio))
    else:
        _paint_mark(painter, QPointF(box.x() + 4.5, middle), face.mark, chosen=state.chosen)
    painter.setFont(small)
    painter.setPen(QColor(soft))
    if not cut:
        painter.drawText(top, Align.AlignRight | Align.AlignVCenter, count)
    for at, name in enumerate(shown):
        painter.drawPixmap(box.right() - room - 14 - ICON * at, middle - 7, pixmap(name, 14, soft, ratio))
    return count if cut else ""


def _paint_mark(painter: QPainter, centre: QPointF, mark: Mark, *, chosen: bool) -> None:
    if chosen:  # a blue mark too is seen on the selection
        disc(painter, centre, 7, QColor(theme.current().panel))
    paint_mark(painter, centre, 4.5, mark)


def _paint_confidence(painter: QPainter, box: QRect, face: CardFace, state: CardState, count: str) -> None:
    """A bar and its words, after a count that had no room, in the font that is set; without room for all, the words."""
    now, metrics = theme.current(), painter.fontMetrics()
    words = _tr("{0} sure").format(percent(face.confidence)) if face.cluster.members else ""
    words = "  ·  ".join(part for part in (count, words) if part)
    height = metrics.height() + 3
    below = QRect(box.x(), box.bottom() + 1 - height, box.width(), height)
    painter.setPen(QColor(now.on_selection if state.chosen else now.muted))
    painter.drawText(below, Align.AlignRight | Align.AlignVCenter, words)
    line = QRectF(box.x(), below.center().y() - 1, box.width() - metrics.horizontalAdvance(words or "0") - 10, 3)
    if line.width() < BAR:
        return
    filled(painter, line, faded(now.on_selection, 0.35) if state.chosen else track(), 1.5)
    line.setWidth(line.width() * face.confidence)
    filled(painter, line, QColor(now.on_selection if state.chosen else face.mark.colour), 1.5)


def _tr(text: str) -> str:
    return QCoreApplication.translate("card_painter", text)
