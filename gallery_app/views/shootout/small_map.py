"""SmallMap: the photos of the library at their places on the map, in the colours of a method's clusters."""

from __future__ import annotations

from math import ceil

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from engine.core import palette
from engine.core.partials import MethodCompared
from gallery_app.base import theme
from gallery_app.base.painting import filled, framed, line_height, sized
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import elided
from gallery_app.state.session import Session
from gallery_app.views.shootout.words import method_name

LEAST, WIDEST = 180, 260  # pixels of a map
MOST = 4_000  # dots: no more are told apart in so small a picture
DOT, PAD = 4.5, 10  # pixels


class SmallMap(QAbstractButton):
    """Choosing it chooses its method; clusters that are the library's have their colours."""

    def __init__(self, session: Session, answer: MethodCompared, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.answer = session, answer
        self._drawn: tuple[tuple[int, float, str], QPixmap] | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = method_name(answer.method)
        self.setAccessibleName(self.tr("Map of {0}").format(name))
        self.setToolTip(plain_tip(name))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_at_width(self, width: int) -> None:
        """The map is a square of this width, its name below."""
        self.setFixedSize(width, width + line_height(self.font(), theme.current().body) + 6)

    def redraw(self) -> None:
        """The map of the library has changed."""
        self._drawn = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            over = self.underMouse() or self.isDown()
            filled(painter, box, QColor(now.hover if over else now.raised), now.radius)
            side = self.width() - 2 * PAD
            painter.drawPixmap(PAD, PAD, self._picture(side, now))
            edge = QColor(now.accent if self.isChecked() else now.line)
            framed(painter, box, edge, 2.0 if self.isChecked() else 1.0, now.radius)
            weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
            painter.setFont(sized(self.font(), now.body, weight))
            painter.setPen(QColor(now.text))
            words = QRectF(PAD, PAD + side, side, self.height() - side - PAD)
            name = elided(painter.fontMetrics(), method_name(self.answer.method), int(words.width()))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, name)

    def _picture(self, side: int, now: theme.Theme) -> QPixmap:
        key = side, self.devicePixelRatioF(), now.name
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = key, self._draw(side, now)
        return self._drawn[1]

    def _draw(self, side: int, now: theme.Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(now.window))
        gallery, answer = self._session.gallery, self.answer
        step = max(1, ceil(len(answer.files) / MOST))
        pairs = zip(answer.files[::step].tolist(), answer.labels[::step].tolist(), strict=True)
        found = [(gallery.row_of[file], label) for file, label in pairs if file in gallery.row_of]
        if not found:
            return picture
        rows, labels = np.array(found).T
        xy = side / 2 * (1 + 0.92 * gallery.xy[rows])
        tones = self._tones(now)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for label in np.unique(labels).tolist():
                here = xy[(labels == label) & ~np.isnan(xy[:, 0])]
                painter.setPen(QPen(QColor(tones[label]), DOT, c=Qt.PenCapStyle.RoundCap))
                painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in here.tolist()]))
        return picture

    def _tones(self, now: theme.Theme) -> list[str]:
        """A colour for each cluster: that of the library's cluster it mostly is, or else one that none of these has."""
        tones = [self._session.mark(like).colour if like else "" for like in self.answer.like]
        free = [c for n in range(palette.COLOURS) if (c := palette.colour(n, dark=now.is_dark)) not in tones]
        left = iter(free * len(tones))
        return [tone or next(left, now.unsure) for tone in tones]
