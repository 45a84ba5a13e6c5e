"""KCurve: how well each number of clusters keeps neighbours together; a click on the curve chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gallery_app import theme
from gallery_app.session import Session
from gallery_app.views.painting import disc, hint, sized
from gallery_app.widgets.labels import button, label

Curve = Sequence[tuple[int, float]]
LEFT, RIGHT, TOP, BOTTOM = 40, 12, 12, 26  # pixels around the curve


class KCurve(QWidget):
    """Points by k; the chosen one is filled, the one under the hand or the keys is large."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._curve: Curve = ()
        self._k = 0
        self._at: int | None = None  # place of the point that is meant
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("How well each number of clusters keeps photos that look alike together"))

    def show_curve(self, curve: Curve, k: int) -> None:
        self._curve, self._k, self._at = curve, k, None
        self.setAccessibleDescription(", ".join(f"{k}: {v:.2f}" for k, v in curve))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 210)

    def point(self, k: int) -> QPointF:
        """Where the point of k lies."""
        return self._points()[next(i for i, (n, _) in enumerate(self._curve) if n == k)]

    def _points(self) -> list[QPointF]:
        ks, values = [k for k, _ in self._curve], [v for _, v in self._curve]
        low, high = min(values), max(values)
        wide, tall = self.width() - LEFT - RIGHT, self.height() - TOP - BOTTOM
        across = wide / max(1, ks[-1] - ks[0])
        up = tall / max(high - low, 1e-9)
        return [QPointF(LEFT + (k - ks[0]) * across, TOP + (high - v) * up) for k, v in self._curve]

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if len(self._curve) < 2:
                hint(painter, QRectF(self.rect()), self.tr("Counting…"))
                return
            points = self._points()
            self._paint_scale(painter, now, points)
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawPolyline(QPolygonF(points))
            for place, (point, (k, _)) in enumerate(zip(points, self._curve, strict=True)):
                if place == self._at or k == self._k:
                    disc(painter, point, 6, QColor(now.accent))
                    if k != self._k:
                        disc(painter, point, 3.5, QColor(now.panel))
                else:
                    disc(painter, point, 2.5, QColor(now.accent))

    def _paint_scale(self, painter: QPainter, now: theme.Theme, points: list[QPointF]) -> None:
        bottom = self.height() - BOTTOM
        painter.setPen(QColor(now.line))
        painter.drawLine(QPointF(LEFT, bottom + 4), QPointF(self.width() - RIGHT, bottom + 4))
        painter.setFont(sized(self.font(), now.small))
        painter.setPen(QColor(now.muted))
        values = [v for _, v in self._curve]
        for value, y in ((max(values), TOP), (min(values), bottom)):
            box = QRectF(0, y - 8, LEFT - 10, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{value:.2f}")
        every = max(1, -(-len(points) // 10))
        for place, (point, (k, _)) in enumerate(zip(points, self._curve, strict=True)):
            if place % every == 0:
                box = QRectF(point.x() - 20, bottom + 6, 40, 18)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(k))

    def _mean(self, place: int | None) -> None:
        if place != self._at:
            self._at = place
            self.setToolTip("" if place is None else self.tr("{0} clusters: {1:.3f}").format(*self._curve[place]))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if len(self._curve) > 1:
            xs = [abs(p.x() - event.position().x()) for p in self._points()]
            self._mean(xs.index(min(xs)))

    def leaveEvent(self, event: QEvent) -> None:
        self._mean(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and len(self._curve) > 1:
            here = (
                next((i for i, (k, _) in enumerate(self._curve) if k == self._k), 0) if self._at is None else self._at
            )
            self._mean(min(max(here + step, 0), len(self._curve) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self._at is not None:
            self.chosen.emit(self._curve[self._at][0])


class CurvePopup(QFrame):
    """Under the k control. The curve is what Auto chose from; where k was not chosen so, the engine counts anew."""

    chosen = Signal(object)  # a number, or "auto"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._session = session
        self._counted: Curve = ()  # for this library, as long as it is open
        self._due = False  # to be counted as soon as the engine is free
        self.curve = KCurve()
        self.curve.chosen.connect(self._take)
        self.auto = button(self.tr("Let Photoloom choose"))
        self.auto.clicked.connect(lambda: self._take("auto"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("How many clusters?"), "title"))
        told = self.tr("The higher, the better photos that look alike stay together. Click a point to choose it.")
        self._told = label(told, "muted", wrap=True)
        column.addWidget(self._told)
        column.addWidget(self.curve, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.auto)
        column.addLayout(row)
        self.setFixedSize(460, 360)
        session.opened.connect(self._forget)
        session.done.connect(self._heard)
        session.changed.connect(lambda _changes, _origin: self._follow())

    def ask(self) -> None:
        """Show the curve; where there is none it is counted, after what is being done."""
        self._due = True
        self.show()
        self._follow()
        self.curve.setFocus()

    def _follow(self) -> None:
        self._refresh()
        if self._due and self.isVisible() and not self._session.busy:
            self._due = False
            if not self._known():
                self._session.run("curve", {"words": self._session.words})

    def _known(self) -> Curve:
        made = self._session.gallery.clustering
        return made.curve if made is not None and made.curve else self._counted

    def _refresh(self) -> None:
        self.curve.show_curve(self._known(), self._session.gallery.cluster_count)

    def _heard(self, result: dict[str, object]) -> None:
        counted = result.get("curve")
        if isinstance(counted, list):
            self._counted = [(int(k), float(v)) for k, v in counted]
            self._refresh()

    def _take(self, choice: object) -> None:
        self.hide()
        self.chosen.emit(choice)

    def _forget(self) -> None:
        self._counted = ()
