"""PhotoMap: each photo where the projection puts it, a dot from afar and a thumbnail where there is room."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.gallery import Gallery
from engine.records import Floats, Ints
from gallery_app import theme
from gallery_app.jobs import JobRunner
from gallery_app.session import Session
from gallery_app.thumbnail_loader import ThumbnailLoader, Wanted
from gallery_app.views import map_painter
from gallery_app.views.map_camera import Camera
from gallery_app.views.map_input import MapInput
from gallery_app.views.map_layout import choose_thumbnails, in_polygon
from gallery_app.views.map_raster import blank, blend, diameter_for, paint_dots
from gallery_app.views.map_scene import MapScene, nearest, pixel, scene_of
from gallery_app.views.painting import RADIUS, faded, hint

GLIDE = 600  # ms from the old places to the new
SMALLEST, LARGEST = 56, 128  # the longer side of a thumbnail
TINIEST, FULL = 11, 220  # the same in a small library, where each photo is to be seen
SNUG = 1.12  # times the room of a photo there is its longer side: few are square, so that corners hardly meet
GAP = 10  # pixels at least between two thumbnails
FARTHEST = 1e4  # times the scale that shows everything: nobody goes nearer
CROWDED = 8.0  # pixels between neighbours below which only dots are shown
RINGS = 20_000  # more selected dots than this are told by the others being dim
DIMMED = 72  # 256ths of its colour that a photo keeps while others are selected
REACH = 14.0  # pixels around a dot in which it is meant


class PhotoMap(QWidget):
    """Dots are painted by numpy into one picture; what mouse and keys do is in map_input.py."""

    opened = Signal(int)  # file id
    input: MapInput = None  # type: ignore[assignment]  # Qt sends events before __init__ is through

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.loader = ThumbnailLoader(jobs, self, budget=64 << 20)
        self.camera = Camera()
        self.scene: MapScene = self._new_scene()
        self._whole = Camera()  # sees everything; kept, for it is asked at each frame
        self.pointer: QPointF | None = None  # while the mouse hovers here
        self.lasso: list[QPointF] = []
        self._fits = True  # until the user moves the map, it shows everything
        self._xy: Floats = self.scene.xy
        self._glide = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self._on_glide)
        self._from = self._to = (self._xy, self.camera)
        self._points: Floats = np.empty((0, 2), np.float32)  # in pixels of the view
        self._thumbnails: list[tuple[int, QRect]] = []
        self._dots: tuple[QImage, object] | None = None
        self._hovered = -1
        self._take_selection()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Map of photos"))
        self.input = MapInput(self)
        session.changed.connect(self._on_changed)
        session.filters.changed.connect(self._on_filters)
        session.moment_changed.connect(self._on_moment)
        session.selection_changed.connect(self._on_selection)
        session.hover_changed.connect(self._on_hover)
        session.cluster_focused.connect(self._on_cluster)
        self.loader.loaded.connect(lambda _keys: self.update())

    # What is shown

    def sizeHint(self) -> QSize:
        return QSize(480, 480)

    def fit(self) -> None:
        """Show everything."""
        self._fits = True
        self._glide_to(self.scene.xy, self._whole)

    def look(self, camera: Camera) -> None:
        """Show what another camera sees, at once."""
        self._fits = False
        self._stop_gliding()
        self.camera = camera
        self._redraw()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or farther; the place under a point of the view (by default its middle) stays there."""
        point = at or QPointF(self.width() / 2, self.height() / 2)
        low, high = self._zoom_limits()
        self.look(self.camera.zoomed((point.x(), point.y()), factor, low, high))

    def index_at(self, point: QPointF) -> int:
        """The photo at a point of the view: a thumbnail, or the nearest dot; -1 where there is none."""
        self._refresh()
        for index, box in reversed(self._thumbnails):
            if box.contains(point.toPoint()):
                return index
        points = np.where(self.scene.lit[:, None], self._points, np.float32(np.inf))
        return nearest(points, (point.x(), point.y()), REACH)

    def select(self, ids: frozenset[int], current: int | None = None) -> None:
        self.session.select(ids, self, current)

    def select_in(self, polygon: list[QPointF], *, add: bool) -> None:
        """Select the photos inside a lasso."""
        self._refresh()
        outline = np.array([(p.x(), p.y()) for p in polygon], np.float32)
        inside = in_polygon(self._points, outline) if len(outline) > 2 else np.zeros(len(self.scene), np.bool_)
        ids = frozenset(self.scene.ids[inside & self.scene.lit].tolist())
        self.select(self.session.selection | ids if add else ids)

    def hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.session.hover(int(self.scene.ids[index]) if index >= 0 else None, self)
        self.update()

    def shown_thumbnails(self) -> list[int]:
        """File ids of the photos that are shown as thumbnails now."""
        self._refresh()
        return [int(self.scene.ids[index]) for index, _ in self._thumbnails]

    def thumbnails_of(self, ids: frozenset[int], count: int) -> list[QPixmap]:
        """Thumbnails at hand of some of these photos."""
        keys = [self._key(index) for index, _ in self._thumbnails if int(self.scene.ids[index]) in ids]
        return [p for key in keys if (p := self.loader.pixmap(key)) is not None][:count]

    # Following the session

    def _on_filters(self, _origin: object) -> None:
        shown = self.session.filters.shown
        if self.scene.gallery is shown.gallery and not self.scene.on_earth and shown.xy is None:
            self.scene = self.scene.lighted(shown)
            self._on_selection(frozenset(), None)
        else:
            self._on_changed(None, None)

    def _on_changed(self, _changes: object, _origin: object) -> None:
        scene = self._new_scene()
        self._fits |= scene.on_earth != self.scene.on_earth  # elsewhere altogether: what was looked at is not there
        self.loader.forget_missing()
        self._whole = self.camera.fitted(scene.xy)
        self._go_to(scene, self._whole if self._fits else self.camera)

    def _on_moment(self, gallery: Gallery | None) -> None:
        """As it was at a moment of the training; the camera stays, so that the photos are seen to move."""
        self._go_to(self._new_scene(gallery), self.camera)

    def _go_to(self, scene: MapScene, camera: Camera) -> None:
        old, at = self.scene, self._xy
        self._stop_gliding()
        self.scene, self._hovered = scene, -1
        self._take_selection()
        self._xy = scene.places_from(old, at) if len(old) and len(scene) else scene.xy
        if len(old) and len(scene) and self.isVisible():
            self._glide_to(scene.xy, camera)
        else:
            self._xy, self.camera = scene.xy, camera
        self._redraw()

    def _on_selection(self, _ids: frozenset[int], _origin: object) -> None:
        self._take_selection()
        self._redraw()

    def _on_hover(self, file: int | None, origin: object) -> None:
        if origin is not self:
            self._hovered = self.scene.index_of(file)
            self.update()

    def _on_cluster(self, cluster: str | None, origin: object) -> None:
        """Come to a cluster whose middle is out of sight."""
        index = self.scene.keys.index(cluster) if cluster in self.scene.keys else -1
        if origin is self or not (self.scene.islands == index).any() or index < 0:
            return
        box = self.camera.to_view(self.scene.boxes[index].reshape(2, 2))
        x, y = box.mean(axis=0).tolist()
        if not (0 <= x <= self.width() and 0 <= y <= self.height()):
            low, high = self._zoom_limits()
            members = self.scene.xy[self.scene.islands == index]
            fitted = self.camera.fitted(members)
            self._fits = False
            self._glide_to(self.scene.xy, fitted.zoomed((self.width() / 2, self.height() / 2), 0.8, low, high))

    def _new_scene(self, moment: Gallery | None = None) -> MapScene:
        self._gallery = self.session.gallery
        colours = [self.session.colour(c.id) for c in self._gallery.clusters]
        shown = self._gallery if moment is None else moment
        return scene_of(shown, colours, theme.current().faint, self.session.filters.shown)

    def _take_selection(self) -> None:
        self.selected = self.scene.of_ids(self.session.selection)
        self._bright = self.scene.lit & self.selected if self.selected.any() else self.scene.lit
        self._dims = not bool(self._bright.all())
        ground = np.uint32(pixel(theme.current().window))
        self._dim_colours = blend(ground, self.scene.colours, DIMMED) if self._dims else self.scene.colours

    # Gliding

    def _glide_to(self, xy: Floats, camera: Camera) -> None:
        self._stop_gliding()
        if not self.isVisible() or (np.array_equal(self._xy, xy) and camera == self.camera):
            self._xy, self.camera = xy, camera
            self._redraw()
            return
        self._from, self._to = (self._xy, self.camera), (xy, camera)
        self._glide.start()

    def _on_glide(self, share: float) -> None:
        (xy0, camera0), (xy1, camera1) = self._from, self._to
        self._xy = xy1 if xy0 is xy1 or share >= 1 else xy0 + (xy1 - xy0) * np.float32(share)
        self.camera = camera0.between(camera1, share)
        self._redraw()

    def _stop_gliding(self) -> None:
        if self._glide.state() is QVariantAnimation.State.Running:
            self._glide.stop()

    # Painting

    def _redraw(self) -> None:
        self._dots = None
        self.update()

    def _refresh(self) -> None:
        """Bring points, thumbnails and the picture of dots up to date."""
        if self._dots is not None:
            return
        self._points = self.camera.to_view(self._xy)
        x, y = self._points[:, 0], self._points[:, 1]
        margin = FULL / 2 + GAP
        right, bottom = self.width() + margin, self.height() + margin
        seen = np.flatnonzero((x > -margin) & (x < right) & (y > -margin) & (y < bottom))
        self._thumbnails = self._choose(seen)
        self._dots = self._paint_picture(seen)

    def _choose(self, seen: Ints) -> list[tuple[int, QRect]]:
        """Which photos are thumbnails, and where; the choice holds for half an octave of zoom."""
        scene, scale = self.scene, self.camera.finest
        seen = seen[scene.lit[seen]]
        if scene.spacing * scale < CROWDED or not len(seen):
            return []
        whole = self._whole.finest  # what is seen at first fits best
        step = whole * 2.0 ** (np.floor(np.log2(scale / whole) * 2 + 1e-6) / 2)
        if scene.is_small:
            cell = float(np.clip(scene.nearest * step, TINIEST, FULL))
            side = round(SNUG * cell)
        else:
            side = int(np.clip(1.5 * scene.spacing * step, SMALLEST, LARGEST)) // 4 * 4
            cell = side + GAP
        cell *= 0.98 * scale / step
        origin = self.camera.to_view(np.zeros((1, 2), np.float32))[0]
        chosen = seen[choose_thumbnails(self._points[seen], self.scene.rank[seen], (origin[0], origin[1]), cell)]
        return [(i, self._thumbnail_box(i, side)) for i in chosen.tolist()]

    def _thumbnail_box(self, index: int, side: int) -> QRect:
        content = self.scene.gallery.content(int(self.scene.rows[index]))
        return map_painter.thumbnail_box(QSize(content.width or 1, content.height or 1), self._points[index], side)

    def _paint_picture(self, seen: Ints) -> tuple[QImage, object]:
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        canvas = blank(width, height, pixel(theme.current().window))
        part = slice(None) if len(seen) == len(self.scene) else seen
        points = self._points[part] * np.float32(ratio)
        diameter = diameter_for(len(seen)) * ratio
        paint_dots(canvas, points, self._dim_colours[part], diameter)
        if self._dims:
            bright = self._bright[part]
            points = points[bright]
            if len(points) <= RINGS and self.selected.any():
                white = np.full(len(points), pixel(theme.current().text), np.uint32)
                paint_dots(canvas, points, white, diameter + 3.0 * ratio)
            paint_dots(canvas, points, self.scene.colours[part][bright], diameter)
        return map_painter.image_of(canvas, ratio), canvas  # the image looks into the canvas

    def paintEvent(self, event: QPaintEvent) -> None:
        self._refresh()
        assert self._dots is not None
        with QPainter(self) as painter:  # ends also after an exception: Qt would crash over a painter left behind
            painter.drawImage(0, 0, self._dots[0])
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            card = self._paint_over(painter, self.devicePixelRatioF()) if len(self.scene) else self._paint_hint(painter)
        self._want(card, self.devicePixelRatioF())

    def _paint_hint(self, painter: QPainter) -> int:
        nowhere = self.tr("No photo here says where it was taken")
        soon = self.tr("The map appears as soon as the photos have a place on it")
        hint(painter, QRectF(self.rect()), nowhere if self.scene.on_earth else soon)
        return -1

    def _paint_over(self, painter: QPainter, ratio: float) -> int:
        """What lies over the dots; returns the index of the photo in the preview card, or -1."""
        for index, box in self._thumbnails:
            self._paint_thumbnail(painter, index, box, ratio)
        self._paint_hovered(painter)
        boxes = np.array([box.getCoords() for _, box in self._thumbnails], np.float64).reshape(-1, 4)
        map_painter.paint_names(painter, self.scene, self.camera, boxes, self.font().family(), ratio)
        if self.lasso:
            painter.setPen(QPen(QColor(theme.current().accent), 1.5))
            painter.setBrush(faded(theme.current().accent, 0.14))
            painter.drawPolygon(QPolygonF(self.lasso))
        if self.hasFocus() and self.input.by_keys:
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        return self._paint_card(painter, ratio)

    def _paint_thumbnail(self, painter: QPainter, index: int, box: QRect, ratio: float) -> None:
        selected = bool(self.selected[index])
        map_painter.paint_thumbnail(
            painter,
            QRectF(box),
            self.loader.pixmap(self._key(index)),
            self._colour(index),
            selected=selected,
            dimmed=self._dims and not self._bright[index],
            ratio=ratio,
        )

    def _paint_hovered(self, painter: QPainter) -> None:
        if self._hovered < 0:
            return
        painter.setPen(QPen(QColor(theme.current().text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, box in self._thumbnails:
            if index == self._hovered:
                painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
                return
        x, y = self._points[self._hovered].tolist()
        painter.setBrush(QColor(self._colour(self._hovered)))
        painter.drawEllipse(QPointF(x, y), 6, 6)

    def _paint_card(self, painter: QPainter, ratio: float) -> int:
        """The preview of the photo under the pointer; returns its index, or -1."""
        if self.pointer is None or self._hovered < 0 or self.lasso:
            return -1
        row = int(self.scene.rows[self._hovered])
        cluster = self.scene.gallery.cluster_of(row)
        name = self.scene.gallery.files[row].path.rpartition("/")[2]
        where = cluster.name if cluster else self.tr("In no cluster yet")
        picture = self.loader.pixmap(("card", *self._key(self._hovered)))
        box = map_painter.card_box(self.pointer, self.size())
        map_painter.paint_card(painter, box, picture, name, where, self._colour(self._hovered), ratio)
        return self._hovered

    def _colour(self, index: int) -> str:
        label = int(self.scene.labels[index])
        return self.session.colour(self.scene.gallery.clusters[label].id) if label >= 0 else theme.current().faint

    def _key(self, index: int) -> tuple[int, str]:
        file = self.scene.gallery.files[self.scene.rows[index]]
        return file.id, file.digest or ""

    def _want(self, card: int, ratio: float) -> None:
        if self._gallery is not self.session.gallery:
            return  # the session has just changed: the next paint asks
        wanted = []
        if card >= 0:
            size = self._thumbnail_box(card, map_painter.CARD.width()).size()
            size = size.scaled(map_painter.CARD, Qt.AspectRatioMode.KeepAspectRatio)
            path = self.session.thumbnail(int(self.scene.rows[card]))
            wanted.append(Wanted(("card", *self._key(card)), path, size * ratio, RADIUS * ratio))
        middle = self.rect().center()
        boxes = sorted(self._thumbnails, key=lambda t: (t[1].center() - middle).manhattanLength())
        for index, box in boxes:
            path = self.session.thumbnail(int(self.scene.rows[index]))
            wanted.append(Wanted(self._key(index), path, box.size() * ratio, map_painter.corner(box.size()) * ratio))
        self.loader.want(wanted)

    # Events

    def event(self, event: QEvent) -> bool:
        handled = self.input is not None and self.input.handle(event)
        return handled or super().event(event)

    def _zoom_limits(self) -> tuple[float, float]:
        whole, apart = self._whole.scale, self.scene.nearest if self.scene.is_small else self.scene.spacing
        return whole / 3, max(whole * 4, min(4 * LARGEST / max(apart, 1e-6), whole * FARTHEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.camera = self.camera.resized(self.width(), self.height())
        self._whole = self.camera.fitted(self.scene.xy)
        if self._fits:
            self._stop_gliding()
            self._xy, self.camera = self.scene.xy, self._whole
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:  # clusters have other colours on another ground
            self.scene = self._new_scene()
            self._xy = self.scene.xy
            self._on_selection(frozenset(), None)
