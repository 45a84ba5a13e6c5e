"""SpaceList: a row a cluster: a photo of it, its name and size, and a bar of what would free how much of that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.gallery.space import LIBRARY, REASONS, Pile
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, filled, framed, line_height, mixed, sized
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.bidi import elided
from gallery_app.i18n.filing_names import size_words
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.culling.space_dial import SpaceDial
from gallery_app.state.session import Session
from gallery_app.views.culling.space_words import colour_of, free_words, pile_name, spoken
from gallery_app.widgets.focus_ring import by_keys
from gallery_app.widgets.share_bar import paint_stack

PAD, BAR, LEAST = 14, 8, 10  # pixels: beside a row, the height of a bar, its least length
Index = QModelIndex | QPersistentModelIndex


class _Piles(QAbstractListModel):
    def __init__(self, session: Session, parent: SpaceList) -> None:
        super().__init__(parent)
        self._session = session
        self.piles: Sequence[Pile] = ()

    def show_piles(self, piles: Sequence[Pile]) -> None:
        self.beginResetModel()
        self.piles = piles
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.piles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        gallery, pile = self._session.gallery, self.piles[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return pile_name(gallery, pile)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(gallery, pile)
        return plain_tip(spoken(gallery, pile)) if role == Qt.ItemDataRole.ToolTipRole else None


class _PileDelegate(QStyledItemDelegate):
    """Two lines, name and size above, the bar and what would be freed below; the photo at their left."""

    def __init__(self, view: SpaceList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        now = theme.current()
        return QSize(200, line_height(option.font, now.body) + line_height(option.font, now.small) + BAR + 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, now = self._view, theme.current()
        pile = view.piles[index.row()]
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = option.rect.toRectF().adjusted(6, 2, -6, -2)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            filled(painter, box, QColor(now.raised if chosen else now.hover), RADIUS + 2)
        if chosen:
            framed(painter, box.adjusted(1, 1, -1, -1), QColor(now.accent), 1.5, RADIUS + 2)
        if by_keys() and view.hasFocus() and chosen:
            framed(painter, box.adjusted(1, 1, -1, -1), QColor(now.focus), 2.0, RADIUS + 2)
        inner = option.rect.adjusted(PAD, 10, -PAD, -10)
        picture = QRect(inner.left(), inner.top(), inner.height(), inner.height())
        view.paint_face(painter, picture, pile)
        inner.setLeft(picture.right() + 12)
        self._paint_words(painter, option.font, inner, pile)
        painter.restore()

    def _paint_words(self, painter: QPainter, font: QFont, inner: QRect, pile: Pile) -> None:
        view, now = self._view, theme.current()
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(line_height(font, now.body))
        lower.setTop(inner.bottom() - line_height(font, now.small))
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
        weight = QFont.Weight.DemiBold if pile.cluster == LIBRARY else QFont.Weight.Normal
        painter.setFont(sized(font, now.body, weight))
        painter.setPen(QColor(now.text))
        figure = size_words(pile.whole.bytes)
        painter.drawText(upper, right | left, figure)
        metrics = painter.fontMetrics()
        name = elided(metrics, view.name_of(pile), upper.width() - metrics.horizontalAdvance(figure) - 12)
        painter.drawText(upper, left, name)
        painter.setFont(sized(font, now.small))
        painter.setPen(QColor(now.muted))
        painter.drawText(lower, left, elided(painter.fontMetrics(), free_words(pile), lower.width()))
        bar = QRectF(inner.left(), upper.bottom() + 5, inner.width(), BAR)
        bar.setWidth(max(bar.width() * view.share_of(pile), LEAST))
        shares = [(pile.freed[reason].bytes / max(pile.whole.bytes, 1), colour_of(reason)) for reason in REASONS]
        paint_stack(painter, bar, shares, rest=mixed(now.text, now.panel, 0.34))


class SpaceList(QListView):
    """Arrow keys and clicks choose; Enter and a double click open what is freed."""

    chosen = Signal(object)  # a cluster's id, None or LIBRARY
    entered = Signal()

    def __init__(self, session: Session, jobs: JobRunner, dial: SpaceDial) -> None:
        super().__init__()
        self._session, self._dial = session, dial
        self._model = _Piles(session, self)
        self._loader = ThumbnailLoader(jobs, self, budget=16 << 20)
        self._loader.loaded.connect(lambda _keys: self.viewport().update())
        self._wanted: dict[object, ThumbnailRequest] = {}
        self._most = 1  # bytes of the largest cluster
        self.setModel(self._model)
        self.setItemDelegate(_PileDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Clusters by the room they take"))
        self.selectionModel().currentChanged.connect(self._choose)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    @property
    def piles(self) -> Sequence[Pile]:
        return self._model.piles

    def show_piles(self, piles: Sequence[Pile], chosen: str | None) -> None:
        """Show these, the library first; the chosen one stays where it is seen."""
        at = self.verticalScrollBar().value()
        self._most = max((pile.whole.bytes for pile in piles if pile.cluster != LIBRARY), default=1) or 1
        self._wanted.clear()
        self.blockSignals(True)
        self._model.show_piles(piles)
        self.setCurrentIndex(self._model.index(next((i for i, p in enumerate(piles) if p.cluster == chosen), 0)))
        self.blockSignals(False)
        self.verticalScrollBar().setValue(at)

    def name_of(self, pile: Pile) -> str:
        return pile_name(self._session.gallery, pile)

    def share_of(self, pile: Pile) -> float:
        """How long its bar is, 0…1."""
        return 1.0 if pile.cluster == LIBRARY else pile.whole.bytes / self._most

    def paint_face(self, painter: QPainter, box: QRect, pile: Pile) -> None:
        """Its most typical photo."""
        gallery, file = self._session.gallery, self._dial.faces.get(pile.cluster)
        row = None if file is None else gallery.row_of.get(file)
        if row is None:
            return
        key, ratio = (file, gallery.files[row].digest), self.devicePixelRatioF()
        picture = self._loader.pixmap(key)
        if picture is None:
            filled(painter, QRectF(box), QColor(theme.current().raised))
        else:
            size = picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(box.topLeft(), size)
            place.moveCenter(box.center())
            painter.drawPixmap(place, picture)
        self._wanted[key] = ThumbnailRequest(key, self._session.thumbnail(row), box.size() * ratio, RADIUS * ratio)
        self._loader.request(self._wanted.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.piles[now.row()].cluster)
