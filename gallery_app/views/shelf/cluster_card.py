"""ClusterCard: a cluster on the shelf: four typical photos, name, count, colour and mean confidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from engine.core.records import Cluster
from gallery_app.base import theme
from gallery_app.base.icons import pixmap
from gallery_app.base.marks import Mark, paint_mark
from gallery_app.base.painting import disc, faded, filled, sized, track
from gallery_app.i18n.bidi import elided, isolated, right_to_left
from gallery_app.i18n.numbers import counted, number, percent

MOSAIC = 54
EDGE = 12  # pixels above and below the text
PAD = 7


class ClusterCard(QWidget):
    """Click selects, double-click or F2 renames, photos and clusters can be dropped; all changes are signals."""

    chosen = Signal()
    renamed = Signal(str)
    menu_wanted = Signal(QPoint)
    dragged = Signal()
    files_dropped = Signal(list)
    cluster_dropped = Signal(str)

    def __init__(self, cluster: Cluster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cluster = cluster
        self._mark, self._confidence, self.found = Mark("#808080"), 0.0, 0
        self._photos: list[QPixmap] = []
        self._current = self._target = self.lit = False
        self._pressed: QPoint | None = None
        self._editor: QLineEdit | None = None
        self._name_before = ""  # its name when somebody began to edit it
        self._fit_height()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_cluster(self, cluster: Cluster, mark: Mark, confidence: float, found: int) -> None:
        """`confidence` is the mean confidence of its photos, 0 to 1; `found` of them the filter lets through."""
        self.cluster, self._mark, self._confidence, self.found = cluster, mark, confidence, found
        photos = counted(cluster.members, self.tr("{0} photo"), self.tr("{0} photos"))
        summary = f"{isolated(cluster.name)}, {photos}"
        self.setAccessibleName(summary)
        self.setToolTip(self.tr("{0}\nOn average {1} sure").format(summary, percent(confidence)))
        self.update()

    def show_photos(self, photos: Sequence[QPixmap]) -> None:
        self._photos = list(photos)
        self.update()

    def set_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            self.update()

    def set_lit(self, lit: bool) -> None:
        """Highlight the card while one of its photos is hovered in another view."""
        if lit != self.lit:
            self.lit = lit
            self.update()

    def rename(self) -> None:
        """Edit the name in place: Enter commits, Escape cancels."""
        if self._editor is not None or self.cluster.unsure:
            return
        self._name_before = self.cluster.name
        editor = self._editor = QLineEdit(self._name_before, self)
        editor.setAccessibleName(self.tr("Name of the cluster"))
        editor.setAcceptDrops(False)  # else dropped photos would be inserted as text
        editor.setGeometry(self._text_box().adjusted(-4, -6, 6, -14))
        editor.selectAll()
        editor.editingFinished.connect(self._commit_name)
        editor.installEventFilter(self)
        editor.show()
        editor.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
            return True
        return False

    def _commit_name(self) -> None:
        if self._editor is not None:
            name = self._editor.text().strip()
            self.close_editor()
            if name and name != self._name_before:  # it may have been renamed automatically meanwhile
                self.renamed.emit(name)

    def close_editor(self) -> None:
        """Close the name editor without a change."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.deleteLater()
            self.setFocus()

    # Painting

    def _text_box(self) -> QRect:
        return self.rect().adjusted(PAD + MOSAIC + 11, EDGE, -PAD - 4, -EDGE)

    def _fonts(self) -> tuple[QFont, QFont]:
        """Of the name, and of the figures."""
        now = theme.current()
        return sized(self.font(), now.body, QFont.Weight.DemiBold), sized(self.font(), now.small)

    def _fit_height(self) -> None:
        """As high as both lines of text need, and the mosaic."""
        lines = sum(QFontMetrics(font).height() + 5 for font in self._fonts())
        self.setFixedHeight(max(MOSAIC + 2 * PAD, lines + 2 * EDGE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter, theme.current())

    def _paint(self, painter: QPainter, now: theme.Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(3, 2, -3, -2)
        if self._current or self._target or self.lit or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.selection if self._current or self._target else now.hover))
            painter.drawRoundedRect(box, now.radius, now.radius)
        if self._target:
            painter.setPen(QPen(QColor(now.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), now.radius, now.radius)
        self._paint_mosaic(painter, now)
        self._paint_text(painter, now)

    def _paint_mosaic(self, painter: QPainter, now: theme.Theme) -> None:
        frame = QRectF(PAD, (self.height() - MOSAIC) / 2, MOSAIC, MOSAIC)
        clip = QPainterPath()
        clip.addRoundedRect(frame, 6, 6)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(frame, QColor(now.hover))
        half = (MOSAIC - 1) / 2
        for i, photo in enumerate(self._photos[:4]):
            one = len(self._photos) == 1
            x, y = (0, 0) if one else ((i % 2) * (half + 1), (i // 2) * (half + 1))
            side = MOSAIC if one else half
            painter.drawPixmap(QRectF(frame.x() + x, frame.y() + y, side, side), photo, QRectF(photo.rect()))
        painter.restore()

    def _paint_text(self, painter: QPainter, now: theme.Theme) -> None:
        box, (bold, small) = self._text_box(), self._fonts()
        chosen = self._current or self._target
        strong, soft = (now.on_selection, now.on_selection) if chosen else (now.text, now.muted)
        rtl = right_to_left(self.cluster.name)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        members = self.cluster.members
        count = number(members) if self.found == members else f"{number(self.found)} / {number(members)}"
        painter.setFont(bold)
        metrics = painter.fontMetrics()
        top = QRect(box.x(), box.y(), box.width(), metrics.height() + 4)
        room = metrics.horizontalAdvance(count) + 8
        lock = 18 if self.cluster.locked else 0
        name_box = top.adjusted(15, 0, -room - lock, 0)
        name = elided(metrics, self.cluster.name, name_box.width())
        painter.setPen(QColor(strong))
        painter.drawText(name_box, side | Qt.AlignmentFlag.AlignVCenter, name)
        middle = top.center().y() + 1
        if self.cluster.unsure:
            painter.drawPixmap(box.x() - 2, middle - 7, pixmap("unsure", 14, soft, self.devicePixelRatioF()))
        else:
            self._paint_mark(painter, QPointF(box.x() + 4.5, middle), chosen)
        painter.setFont(small)
        painter.setPen(QColor(soft))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        if lock:
            drawn = pixmap("lock", 14, soft, self.devicePixelRatioF())
            painter.drawPixmap(box.right() - room - 14, middle - 7, drawn)
        self._paint_confidence(painter, box, soft, chosen)

    def _paint_mark(self, painter: QPainter, centre: QPointF, chosen: bool) -> None:
        if chosen:  # a blue mark too is seen on the selection
            disc(painter, centre, 7, QColor(theme.current().panel))
        paint_mark(painter, centre, 4.5, self._mark)

    def _paint_confidence(self, painter: QPainter, box: QRect, colour: str, chosen: bool) -> None:
        """The mean confidence as a bar and a figure, in the font that is set."""
        now, height = theme.current(), painter.fontMetrics().height() + 3
        confidence = percent(self._confidence) if self.cluster.members else ""
        below = QRect(box.x(), box.bottom() + 1 - height, box.width(), height)
        painter.setPen(QColor(colour))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, confidence)
        room = max(painter.fontMetrics().horizontalAdvance(percent(1.0)) + 10, 42)
        line = QRectF(box.x(), below.center().y() - 1, box.width() - room, 3)
        filled(painter, line, faded(now.on_selection, 0.35) if chosen else track(), 1.5)
        line.setWidth(line.width() * self._confidence)
        filled(painter, line, QColor(now.on_selection if chosen else self._mark.colour), 1.5)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.dragged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.rename()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # Drops, forwarded by CardArea

    def accepts(self, files: Sequence[int], cluster: str | None) -> bool:
        """Whether a drop is allowed: not on Unsure, and no cluster on itself."""
        return not self.cluster.unsure and bool(files or cluster not in (None, self.cluster.id))

    def accept_drop(self, files: Sequence[int], cluster: str | None) -> None:
        """Handle a drop of photos or of a cluster."""
        if files:
            self.files_dropped.emit(list(files))
        elif cluster is not None:
            self.cluster_dropped.emit(cluster)

    @property
    def is_target(self) -> bool:
        """Whether it is highlighted as the drop target."""
        return self._target

    def set_target(self, on: bool) -> None:
        """Highlight it as the drop target."""
        self._target = on
        self.update()
