"""PhotoGrid: the photos as thumbnails, in sections by cluster; only what is in view is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from engine.library.catalog.flag_table import Flag
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, band, hint
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.models.photo_list import PhotoList, Section, Sort, arrange
from gallery_app.state.session import Session
from gallery_app.views.grid.anchor import GridView, ScrollAnchor
from gallery_app.views.grid.input import GridInput
from gallery_app.views.grid.layout import GridStyle, row_height
from gallery_app.views.grid.pages import PagedLayout
from gallery_app.views.grid.painter import Heading, PhotoState, counts_of, heading_height, paint_heading, paint_photo
from gallery_app.views.grid.spoken import SpokenGrid
from gallery_app.widgets.focus_ring import by_keys

NOTCH = 1.15  # zoom for one notch of the wheel


class PhotoGrid(QAbstractScrollArea):
    """Click, arrow keys and rubber band select, Ctrl+wheel zooms, double-click opens, drops move (see GridInput)."""

    opened = Signal(int)  # file id
    input: GridInput = None  # type: ignore[assignment]  # Qt sends events before __init__ is through

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.style_of_grid = GridStyle()
        self._zoom = 1.0
        self._anchor = ScrollAnchor()
        self.loader = ThumbnailLoader(jobs, self)
        self._sort: Sort = "confidence"
        self._set_photos(self._arranged())
        self.current: int = -1  # position of the current photo
        self.drop_section: Section | None = None
        self._shown: Section | None = None  # of the cluster that is shown; the others are dimmed
        self.band: QRect | None = None  # in contents' coordinates
        self.hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # lines might fit only without it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAcceptDrops(True)
        self.setAccessibleName(self.tr("Photos"))
        self.flag_of: Callable[[int], Flag | None] = lambda _file: None  # what is kept and what is rejected
        self.face_of: Callable[[int, QRectF], QRectF | None] = lambda _file, _box: None  # the face that is meant
        self.input, self.spoken = GridInput(self), SpokenGrid(self)
        self._mark_selected(session.selection)
        self._lay_out()
        session.changed.connect(self._on_changed)
        session.filters.changed.connect(lambda _origin: self._rearrange(or_top=True))
        session.selection_changed.connect(self._on_selection)
        session.hover_changed.connect(lambda file, _origin: self._show_hover(file))
        session.cluster_focused.connect(self._on_cluster)
        self.loader.loaded.connect(self._on_loaded)

    # What is shown

    @property
    def photos(self) -> PhotoList:
        return self._photos

    @property
    def layout_of_photos(self) -> PagedLayout:
        return self._layout

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def offset(self) -> int:
        return self.verticalScrollBar().value()

    @property
    def shows_focus(self) -> bool:
        return self.current >= 0  # the ring around that photo shows it

    def set_sort(self, sort: Sort) -> None:
        """Order within a section: by confidence, date, name or size."""
        self._sort = sort
        self._on_changed(None, None)

    def set_square(self, square: bool) -> None:
        """Square cells instead of justified lines."""
        self._anchor.hold(self._view())
        self.style_of_grid = replace(self.style_of_grid, square=square)
        self._lay_out()
        self._restore()

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom the thumbnails: the photo at a point of the view, else the current or the first one, stays there."""
        if self._row_height(self._zoom * factor) == self.style_of_grid.row_height:
            return
        self._anchor.hold(self._view(), None if at is None else (at.x(), at.y()))
        self._zoom *= factor
        self._lay_out()
        self._restore()

    def scroll_to_cluster(self, cluster: str) -> None:
        """Bring a cluster's heading to the top."""
        if (section := self._photos.section_named(cluster)) is not None:
            self.verticalScrollBar().setValue(int(self._layout.section_tops[self._photos.sections.index(section)]))

    def reveal_position(self, position: int) -> None:
        """Scroll as little as needed to show a whole photo below the sticky heading."""
        style, view = self.style_of_grid, self.viewport().height()
        _, top, _, height = self._layout.box(position)
        bottom = top + height + style.gap
        if top - style.heading < self.offset:
            self.verticalScrollBar().setValue(top - style.heading)
        elif bottom > self.offset + view:
            self.verticalScrollBar().setValue(bottom - view)

    def section_at(self, y: int) -> Section | None:
        """The section at a y coordinate of the view."""
        if not self._photos.sections:
            return None
        index = int(np.searchsorted(self._layout.section_tops, y + self.offset, "right")) - 1
        return self._photos.sections[max(index, 0)]

    def position_at(self, point: QPoint) -> int:
        """The position of the photo at a point of the view, or -1; headings cover photos."""
        if not len(self._photos) or self.heading_at(point) is not None:
            return -1
        return self._layout.at(point.x(), point.y() + self.offset)

    def heading_at(self, point: QPoint) -> Section | None:
        """The section whose heading, scrolled or sticky, is at a point of the view."""
        for index, box, _ in self._headings():
            if box.contains(point):
                return self._photos.sections[index]
        return None

    def select_at(self, position: int, ids: frozenset[int]) -> None:
        """Select `ids` with the photo at `position` as the current one."""
        self.current = position
        current = int(self._photos.ids[position]) if position >= 0 else None
        self._mark_selected(ids)
        self.session.select(ids, self, current)
        self.spoken.follow()

    def hover_at(self, position: int) -> None:
        """Tell the session which photo is hovered, -1: none; every view shows it."""
        self.session.hover(int(self._photos.ids[position]) if position >= 0 else None, self)

    def _show_hover(self, file: int | None) -> None:
        before, self.hovered = self.hovered, self._photos.position_of(file)
        for position in {before, self.hovered} - {-1}:
            self.viewport().update(self.box_of(position).adjusted(-5, -5, 5, 5))

    def thumbnails_of(self, ids: frozenset[int], count: int) -> list[QPixmap]:
        """Up to `count` loaded thumbnails of these photos, the current one first."""
        positions = [self.current, *self.visible()]
        found = (self.loader.pixmap(self._key(p)) for p in positions if p >= 0 and int(self._photos.ids[p]) in ids)
        return [pixmap for pixmap in dict.fromkeys(found) if pixmap is not None][:count]

    def visible(self) -> range:
        return self._layout.visible(self.offset, self.offset + self.viewport().height())

    # Following the session

    def _on_changed(self, _changes: object, _origin: object) -> None:
        self.loader.retry_missing()
        self._rearrange()

    def _arranged(self) -> PhotoList:
        session = self.session
        return arrange(session.gallery, self._sort, self.tr("Photos"), session.filters.shown)

    def _on_selection(self, ids: frozenset[int], origin: object) -> None:
        self._mark_selected(ids)
        if origin is not self:
            self.current = self._photos.position_of(self.session.current)
            if self.current >= 0:
                self.reveal_position(self.current)
            self.spoken.follow()
        self.viewport().update()

    def _on_cluster(self, cluster: str | None, origin: object) -> None:
        self.viewport().update()
        if cluster is not None and origin is not self:
            self.scroll_to_cluster(cluster)

    def _on_loaded(self, keys: list[tuple[int, str]]) -> None:
        for file, _ in keys:
            position = self._photos.position_of(file)
            if position >= 0:
                self.viewport().update(self.box_of(position).adjusted(-5, -5, 5, 5))

    def _set_photos(self, photos: PhotoList) -> None:
        self._photos = photos
        self._marks = [self.session.mark(section.cluster) for section in photos.sections]
        self._section_index = np.repeat(np.arange(len(photos.sections)), [len(s) for s in photos.sections])

    def _rearrange(self, or_top: bool = False) -> None:
        """Arrange the photos again and keep the view on those it showed; `or_top`: else scroll to the top."""
        self._anchor.hold(self._view())
        self._set_photos(self._arranged())
        self.hovered = self._photos.position_of(self.session.hovered)
        self._mark_selected(self.session.selection)
        self.current = self._photos.position_of(self.session.current)
        self._lay_out()
        self._restore(or_top)
        if not len(self.session.gallery):
            self._anchor = ScrollAnchor()  # the next library numbers its photos anew
        self.spoken.follow()

    def _mark_selected(self, ids: frozenset[int]) -> None:
        self._selected = np.isin(self._photos.ids, np.fromiter(ids, np.int64, len(ids)))

    # Layout and scrolling

    def _row_height(self, zoom: float) -> int:
        return row_height(self.viewport().width(), zoom, self.style_of_grid.margin)

    def _lay_out(self) -> None:
        heading = heading_height(self.font())
        self.style_of_grid = replace(self.style_of_grid, row_height=self._row_height(self._zoom), heading=heading)
        photos = self._photos
        self._layout = PagedLayout(photos.aspects, photos.starts, self.viewport().width(), self.style_of_grid)
        bar, view = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(self._layout.total - view, 0))
        bar.setEnabled(self._layout.total > view)
        bar.setPageStep(max(view - self.style_of_grid.heading, 1))
        bar.setSingleStep(max(self.style_of_grid.row_height // 3, 24))
        self.viewport().update()

    def _view(self, height: int | None = None) -> GridView:
        """What is in view; `height` pixels of it, by default all."""
        view = self.viewport().height() if height is None else height
        return GridView(self._photos, self._layout, self.offset, view, self.style_of_grid.heading, self.current)

    def _restore(self, or_top: bool = False) -> None:
        """Scroll so that what is held stays in its place; `or_top`: to the top if none of that is left."""
        top = self._anchor.top_in(self._view())
        if top is not None or or_top:
            self.verticalScrollBar().setValue(top or 0)
        self._anchor.left_at(self.offset)

    def box_of(self, position: int) -> QRect:
        """The rectangle of a photo in the view."""
        left, top, width, height = self._layout.box(position)
        return QRect(left, top - self.offset, width, height)

    def _boxes(self, positions: range) -> list[tuple[int, QRect]]:
        sides = zip(*(side.tolist() for side in self._layout.boxes(positions)), strict=True)
        boxes = [QRect(left, top - self.offset, width, height) for left, top, width, height in sides]
        return list(zip(positions, boxes, strict=True))

    def _headings(self) -> list[tuple[int, QRect, bool]]:
        """The headings in view: index of the section, rectangle, and whether it sticks to the top edge."""
        view, height, found = self.viewport().rect(), self.style_of_grid.heading, []
        for index in self._layout.sections_between(self.offset, self.offset + view.height()):
            tops = self._layout.section_tops
            top = int(tops[index]) - self.offset
            end = int(tops[index + 1]) if index + 1 < len(tops) else self._layout.total
            stuck = min(max(top, 0), end - self.offset - height)
            found.append((index, QRect(0, stuck, view.width(), height), stuck > top))
        return found

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:  # ends also after an exception: Qt would crash otherwise
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), QColor(theme.current().window))
            self._paint_photos(painter, event.rect().adjusted(-6, -6, 6, 6))
        self._request_thumbnails(self.visible(), self.devicePixelRatioF())

    def _paint_photos(self, painter: QPainter, part: QRect) -> None:
        if not len(self._photos):
            nothing = self.tr("No photos to show yet") if not len(self.session.gallery) else self.tr("Nothing is found")
            hint(painter, QRectF(self.viewport().rect()), nothing)
        ratio, self._shown = self.devicePixelRatioF(), self._photos.section_named(self.session.focused_cluster)
        for position, box in self._boxes(self.visible()):
            if box.intersects(part):
                self._paint_one(painter, position, box, ratio)
        for index, box, stuck in self._headings():
            section, mark = self._photos.sections[index], self._marks[index]
            lit, dimmed = section is self.drop_section, self._dims(section)
            heading = Heading(section.name, counts_of(section), mark, stuck, lit, dimmed)
            paint_heading(painter, box, heading, self.style_of_grid.margin)
        if self.band is not None:
            band(painter, QRectF(self.band.translated(0, -self.offset)))

    def _dims(self, section: Section) -> bool:
        """Whether another section is the one that is shown."""
        return self._shown is not None and section is not self._shown

    def _paint_one(self, painter: QPainter, position: int, box: QRect, ratio: float) -> None:
        file = int(self._photos.ids[position])
        state = PhotoState(
            selected=bool(self._selected[position]),
            hovered=position == self.hovered,
            focused=position == self.current and self.hasFocus() and by_keys(),
            pinned=bool(self._photos.gallery.pinned[self._photos.rows[position]]),
            dimmed=self._dims(self._photos.sections[self._section_index[position]]),
            flag=self.flag_of(file),
            face=self.face_of(file, QRectF(box)),
        )
        colour = self._marks[self._section_index[position]].colour
        paint_photo(painter, box, self.loader.pixmap(self._key(position)), colour, state, ratio)

    def _key(self, position: int) -> tuple[int, str]:
        file = self._photos.gallery.files[self._photos.rows[position]]
        return file.id, file.digest or ""

    def _request_thumbnails(self, seen: range, ratio: float) -> None:
        """Request the thumbnails in view from the middle outwards, then those one page around it."""
        if self._photos.gallery is not self.session.gallery:
            return  # the session has just changed: the next paint asks
        page = self.viewport().height()
        around = self._layout.visible(self.offset - page, self.offset + 2 * page)
        _, top, width, height = self._layout.boxes(around)
        positions = np.arange(around.start, around.stop)
        far = np.abs(top + height / 2 - (self.offset + page / 2))
        outside = (positions < seen.start) | (positions >= seen.stop)
        order = np.lexsort((far, outside))
        wanted = zip(*(side[order].tolist() for side in (positions, width, height)), strict=True)
        self.loader.request(self._wanted(p, QSize(w, h), ratio) for p, w, h in wanted)

    def _wanted(self, position: int, size: QSize, ratio: float) -> ThumbnailRequest:
        path = self.session.thumbnail(int(self._photos.rows[position]))
        return ThumbnailRequest(self._key(position), path, size * ratio, RADIUS * ratio)

    # Events; GridInput handles them

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._anchor.hold(self._view(event.oldSize().height()))
        self._lay_out()
        self._restore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        if self.input is not None:
            self.input.update_hover()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(NOTCH ** (event.angleDelta().y() / 120), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position().toPoint())
            return True
        return (self.input is not None and self.input.handle(event)) or super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.input.key(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.input.menu(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        tabbed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self.current < 0 and tabbed and len(self._photos):
            self.current = max(self._layout.visible(self.offset, self.offset + 1).start, 0)
        self.spoken.enter()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_photos(self._photos)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self.input is not None:
            self._lay_out()
