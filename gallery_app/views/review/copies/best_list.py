"""BestList: every group of near-identical photos in a row, the one to keep outlined; rows in view are painted."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, faded, filled, ring
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import number
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.duplicates_review import DuplicatesReview
from gallery_app.state.session import Session
from gallery_app.views.parts.flag_badge import paint_flag
from gallery_app.widgets.accessible.items import Items

SIDE, GAP, EDGE, WORDS = 104, 8, 18, 26  # pixels: a picture, between two, around a row, its line of words
ROW = SIDE + WORDS + 14
DIM = 0.55  # of the ground over what goes
WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}


class BestList(QAbstractScrollArea):
    """A click or a digit keeps that photo instead; A keeps the whole group, for good."""

    confirmed = Signal()

    def __init__(
        self, session: Session, jobs: JobRunner, duplicates: DuplicatesReview, words: Callable[[list[int]], str]
    ) -> None:
        """`words` say why the one is kept of a group."""
        super().__init__()
        self._session, self.duplicates, self._words = session, duplicates, words
        self._loader = ThumbnailLoader(jobs, self, budget=32 << 20)
        self._loader.loaded.connect(lambda _keys: self.viewport().update())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Groups of near-identical photos"))
        self._spoken = SpokenGroups(self)

    @property
    def shows_focus(self) -> bool:
        return True

    def refresh(self) -> None:
        self._measure()
        self._spoken.follow()
        self.viewport().update()

    def row_box(self, row: int) -> QRect:
        return QRect(0, EDGE + row * ROW - self.verticalScrollBar().value(), self.viewport().width(), ROW)

    def box_of(self, row: int, place: int) -> QRect:
        """Where a picture of a group is in the viewport."""
        top = self.row_box(row).top() + WORDS
        return QRect(EDGE + place * (SIDE + GAP), top, SIDE, SIDE)

    def row_at(self, point: QPoint) -> int | None:
        row = (point.y() - EDGE + self.verticalScrollBar().value()) // ROW
        return row if 0 <= row < len(self.duplicates.groups) else None

    def words_of(self, row: int) -> str:
        return self._words(self.duplicates.groups[row])

    def _rows(self) -> range:
        top = max((self.verticalScrollBar().value() - EDGE) // ROW, 0)
        return range(top, min(len(self.duplicates.groups), top + self.viewport().height() // ROW + 2))

    def _measure(self) -> None:
        whole = 2 * EDGE + len(self.duplicates.groups) * ROW
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(ROW // 2)

    def _show_current(self) -> None:
        box, bar = self.row_box(self.duplicates.index), self.verticalScrollBar()
        bar.setValue(bar.value() + min(box.top() - EDGE, 0) + max(box.bottom() + EDGE - self.viewport().height(), 0))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row = self.row_at(point)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.duplicates.step(row - self.duplicates.index)
        group = self.duplicates.groups[row]
        chosen = next((file for place, file in enumerate(group) if self.box_of(row, place).contains(point)), None)
        if chosen is not None:
            self.duplicates.choose(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, group = event.key(), self.duplicates.group
        digit = key - Qt.Key.Key_1
        if key in WALK:
            self.duplicates.step(WALK[Qt.Key(key)])
            self._show_current()
        elif 0 <= digit < min(9, len(group)):
            self.duplicates.choose(group[digit])
        elif key == Qt.Key.Key_A and not event.modifiers():
            self.duplicates.keep_group()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
            self.confirmed.emit()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, wanted = theme.current(), list[ThumbnailRequest]()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(now.window))
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            for row in self._rows():
                box = self.row_box(row)
                if row == self.duplicates.index:
                    ground = QRectF(box.adjusted(8, -6, -8, -8))
                    filled(painter, ground, QColor(now.panel), 10)
                    if self.hasFocus():
                        ring(painter, ground, QColor(now.focus), 2.0)
                painter.setPen(QColor(now.muted))
                line = QRect(EDGE, box.top() - 2, box.width() - 2 * EDGE, WORDS)
                words = painter.fontMetrics().elidedText(self.words_of(row), Qt.TextElideMode.ElideRight, line.width())
                painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), words)
                self._paint_group(painter, row, wanted)
        self._loader.request(wanted)

    def _paint_group(self, painter: QPainter, row: int, wanted: list[ThumbnailRequest]) -> None:
        now, gallery, ratio = theme.current(), self._session.gallery, self.devicePixelRatioF()
        group = self.duplicates.groups[row]
        for place, file in enumerate(group):
            box, at = self.box_of(row, place), gallery.row_of.get(file)
            if at is None:
                continue
            if box.right() > self.viewport().width() - EDGE:  # no room: how many more there are
                painter.setPen(QColor(now.text))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), f"+ {number(len(group) - place)}")
                break
            key = (file, gallery.files[at].digest)
            picture, kept = self._loader.pixmap(key), file in self.duplicates.kept
            if picture is None:
                filled(painter, QRectF(box), QColor(now.raised))
            else:
                painter.drawPixmap(box, picture)
            if kept:
                ring(painter, QRectF(box), QColor(now.good), 3.0, 1.0)
            else:
                filled(painter, QRectF(box), faded(now.window, DIM))
            paint_flag(painter, QRectF(box), "keep" if kept else "reject", 10.0, ratio)
            wanted.append(ThumbnailRequest(key, self._session.thumbnail(at), QSize(SIDE, SIDE) * ratio, RADIUS * ratio))


class SpokenGroups(Items):
    """The groups for a screen reader: which one is kept, and why."""

    def __init__(self, view: BestList) -> None:
        super().__init__(view, view.viewport())
        self._view = view

    def count(self) -> int:
        return len(self._view.duplicates.groups)

    def key(self, at: int) -> int:
        return self._view.duplicates.groups[at][0]

    def position(self, key: Hashable) -> int:
        return next((i for i, group in enumerate(self._view.duplicates.groups) if group[0] == key), -1)

    def current(self) -> int:
        return self._view.duplicates.index if self._view.duplicates.groups else -1

    def name(self, at: int) -> str:
        return self._view.words_of(at)

    def box(self, at: int) -> QRect:
        return self._view.row_box(at)

    def at(self, point: QPoint) -> int:
        row = self._view.row_at(point)
        return -1 if row is None else row

    def selected(self) -> frozenset[Hashable]:
        return frozenset()

    def press(self, at: int) -> None:
        self._view.duplicates.step(at - self._view.duplicates.index)

    def toggle(self, at: int) -> None:
        self.press(at)
