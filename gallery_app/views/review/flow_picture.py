"""FlowPicture: a Sankey diagram of the photos that would move between clusters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.edits.flows import Flow, Preview
from gallery_app.base import theme
from gallery_app.base.painting import faded, filled, line_height, sized
from gallery_app.i18n.bidi import elided, isolated
from gallery_app.i18n.numbers import counted, number
from gallery_app.state.session import Session
from gallery_app.views.review.flow_layout import STAYING, Bar, Layout, Ribbon, gathered, lay_out
from gallery_app.widgets.accessible.roles import Role, set_role

BAR = 10  # pixels: the width of a cluster's bar
NAME_WIDTH = 190  # pixels for names on each side, where there is room
MARGIN = 10


class FlowPicture(QWidget):
    """Moving photos have the colour of their old cluster; hovering explains a ribbon, a click emits `chosen`."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preview: Preview | None = None
        self._flows: tuple[Flow, ...] = ()
        self.laid_out = Layout()
        self.lit: Flow | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        set_role(self, Role.Chart, leaf=True)
        self.setAccessibleName(self.tr("From which cluster to which photos would go"))

    def show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self._flows = gathered(preview.flows)
        lines = max(len({f.source for f in self._flows}), len({f.target for f in self._flows}))
        self.setMinimumHeight(2 * MARGIN + self._line * lines)
        self.lit = None
        self._lay_out()
        moves = [f for f in self._flows if f.source != f.target]
        self.setAccessibleDescription("; ".join(self._describe(f) for f in moves[:12]))

    def sizeHint(self) -> QSize:
        return QSize(640, max(320, self.minimumHeight()))

    def ribbon(self, source: str | None, target: str) -> QPointF:
        """The centre of a ribbon in pixels."""
        found = next(r for r in self.laid_out.ribbons if (r.flow.source, r.flow.target) == (source, target))
        return QPointF(self.width() / 2, MARGIN + (sum(found.left) + sum(found.right)) / 4)

    @property
    def _line(self) -> int:
        """The height of a name in pixels."""
        return max(21, line_height(self.font(), theme.current().body) + 4)

    def _lay_out(self) -> None:
        self.laid_out = lay_out(self._flows, max(1.0, self.height() - 2 * MARGIN), self._line - 6)
        self.update()

    @property
    def _name_width(self) -> int:
        """Pixels for the names on each side; the ribbons keep at least a third of the width."""
        return min(NAME_WIDTH, self.width() // 3)

    def _name(self, cluster: str | None) -> str:
        if cluster is None:
            return self.tr("New photos")
        if cluster == STAYING:
            return self.tr("Every other cluster")
        assert self._preview is not None
        return self._preview.names.get(cluster, cluster)

    def _describe(self, flow: Flow) -> str:
        source, target = isolated(self._name(flow.source)), isolated(self._name(flow.target))
        if flow.source == flow.target:
            return counted(flow.count, self.tr("{0} photo stays in {1}"), self.tr("{0} photos stay in {1}"), source)
        one, many = self.tr("{0} photo from {1} to {2}"), self.tr("{0} photos from {1} to {2}")
        return counted(flow.count, one, many, source, target)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            staying = [r for r in self.laid_out.ribbons if r.flow.source == r.flow.target]
            moving = [r for r in self.laid_out.ribbons if r.flow.source != r.flow.target]
            for ribbon in (*staying, *moving):
                self._paint_ribbon(painter, ribbon)
            for bars, left in ((self.laid_out.before, True), (self.laid_out.after, False)):
                for bar in bars:
                    self._paint_bar(painter, bar, left)

    def _path(self, ribbon: Ribbon) -> QPainterPath:
        x0, x1 = self._name_width + BAR, self.width() - self._name_width - BAR
        middle = (x0 + x1) / 2
        (top0, bottom0), (top1, bottom1) = ribbon.left, ribbon.right
        path = QPainterPath(QPointF(x0, MARGIN + top0))
        path.cubicTo(middle, MARGIN + top0, middle, MARGIN + top1, x1, MARGIN + top1)
        path.lineTo(x1, MARGIN + max(bottom1, top1 + 1))
        path.cubicTo(
            middle,
            MARGIN + max(bottom1, top1 + 1),
            middle,
            MARGIN + max(bottom0, top0 + 1),
            x0,
            MARGIN + max(bottom0, top0 + 1),
        )
        path.closeSubpath()
        return path

    def _paint_ribbon(self, painter: QPainter, ribbon: Ribbon) -> None:
        flow, lit = ribbon.flow, ribbon.flow is self.lit
        if flow.source == flow.target:
            colour = faded(theme.current().muted, 0.28 if lit else 0.13)
        else:
            colour = faded(self._colour(flow.source), 0.9 if lit else 0.55)
        painter.fillPath(self._path(ribbon), colour)

    def _paint_bar(self, painter: QPainter, bar: Bar, left: bool) -> None:
        now = theme.current()
        x = self._name_width if left else self.width() - self._name_width - BAR
        box = QRectF(x, MARGIN + bar.top, BAR, bar.bottom - bar.top)
        filled(painter, box, QColor(self._colour(bar.cluster)), 2)
        line_box = QRectF(
            0 if left else x + BAR + 8, box.center().y() - self._line / 2, self._name_width - 8, self._line
        )
        count = number(bar.count)
        painter.setFont(sized(self.font(), now.small))
        room = painter.fontMetrics().horizontalAdvance(count) + 8
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(now.muted))
        painter.drawText(line_box, side | Qt.AlignmentFlag.AlignVCenter, count)
        others = {b.cluster for b in (self.laid_out.after if left else self.laid_out.before)}
        changes = bar.cluster not in others and bar.cluster is not None
        painter.setFont(sized(self.font(), now.body, QFont.Weight.DemiBold if changes else QFont.Weight.Normal))
        painter.setPen(QColor((now.danger if left else now.good) if changes else now.text))
        box = line_box.adjusted(room, 0, 0, 0) if left else line_box.adjusted(0, 0, -room, 0)
        name = elided(painter.fontMetrics(), self._name(bar.cluster), box.width())
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, name)

    def _colour(self, cluster: str | None) -> str:
        return self._session.mark(cluster).colour

    # Mouse

    def _flow_at(self, point: QPointF) -> Flow | None:
        on_top = sorted(self.laid_out.ribbons, key=lambda r: r.flow.source == r.flow.target)
        return next((r.flow for r in on_top if self._path(r).contains(point)), None)

    def _bar_at(self, point: QPointF) -> Bar | None:
        if self._name_width + BAR < point.x() < self.width() - self._name_width - BAR:
            return None
        bars = self.laid_out.before if point.x() < self.width() / 2 else self.laid_out.after
        y = point.y() - MARGIN
        near = min(bars, key=lambda b: max(b.top - y, y - b.bottom, 0), default=None)
        return near if near and max(near.top - y, y - near.bottom, 0) <= self._line / 2 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        lit = self._flow_at(event.position())
        bar = self._bar_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if bar and bar.cluster else Qt.CursorShape.ArrowCursor)
        if lit is not self.lit:
            self.lit = lit
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        if bar is not None and bar.cluster:
            self.chosen.emit(bar.cluster)

    def leaveEvent(self, event: QEvent) -> None:
        self.lit = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            flow = self._flow_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._describe(flow) if flow else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
