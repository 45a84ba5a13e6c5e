"""PhotoMap: the photos at their projected positions, as dots, and as thumbnails where there is room."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.core.records import Floats, Ints
from engine.gallery.snapshot import Gallery
from engine.report.map_svg import MapDrawing
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, faded, hint
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.thumbnail_loader import ThumbnailLoader
from gallery_app.state.session import Session
from gallery_app.views.map import painter as map_painter
from gallery_app.views.map.camera import Area, Camera, Frame, extent_of
from gallery_app.views.map.dots.highlights import highlights_of
from gallery_app.views.map.dots.picture import DotPicture, Dots
from gallery_app.views.map.dots.raster import Pixels
from gallery_app.views.map.drawing import MapView, drawing_of
from gallery_app.views.map.input import MapInput
from gallery_app.views.map.land import land
from gallery_app.views.map.layout import in_polygon
from gallery_app.views.map.scene import MapScene, nearest, pixel, scene_of
from gallery_app.views.map.thumbnails import LARGEST, MapThumbnails, key_of
from gallery_app.views.map.transition import MapTransition

FARTHEST = 1e4  # the largest zoom, times the scale that shows everything
REACH = 14.0  # pixels around a dot in which a click or the pointer hits it


class PhotoMap(QWidget):
    """Drag pans, wheel zooms, click and lasso select, hovering shows a preview (see MapInput)."""

    opened = Signal(int)  # file id
    input: MapInput = None  # type: ignore[assignment]  # Qt sends events before __init__ is through

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.loader = ThumbnailLoader(jobs, self, budget=64 << 20)
        self.camera = Camera()
        self._training_frame: Gallery | None = None  # the frame of a training that is shown; None: the gallery
        self.scene: MapScene = self._new_scene()
        self._fit_camera = Camera()  # shows everything; cached, for each frame needs it
        self.pointer: QPointF | None = None  # while the mouse hovers here
        self.lasso: list[QPointF] = []
        self._auto_fit = True  # show everything until the user pans or zooms
        self._xy: Floats = self.scene.xy
        self._transition = MapTransition(self)
        self._transition.moved.connect(self._show_at)
        self._picture = DotPicture()
        self._pixels: Pixels = np.empty((0, 0), np.uint32)  # with an edge of PAD
        self._thumbnails = MapThumbnails(session, self.loader)
        self._names: list[tuple[QPoint, QPixmap]] = []
        self._drawn_ratio: float | None = None  # the device pixel ratio of the picture; None: to be repainted
        self._hovered = -1
        self._snapped_camera = self.camera  # `camera`, moved to whole device pixels
        self._highlights = highlights_of(self.scene, session.selection)
        self._show_at(self._xy, self.camera)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Map of photos"))
        self.input = MapInput(self)
        session.changed.connect(self._on_changed)
        session.filters.changed.connect(self._on_filters)
        session.frame_changed.connect(self._on_frame)
        session.selection_changed.connect(self._on_selection)
        session.hover_changed.connect(self._on_hover)
        session.cluster_focused.connect(self._on_cluster)
        self.loader.loaded.connect(self._on_loaded)

    # What is shown

    def sizeHint(self) -> QSize:
        return QSize(480, 480)

    def fit(self) -> None:
        """Show everything."""
        self._auto_fit = True
        self._animate_to(self.scene.xy, self._fit_camera)

    def set_camera(self, camera: Camera) -> None:
        """Pan or zoom to a camera, without animation."""
        self._auto_fit = False
        self.camera = camera
        if self._transition.state() is MapTransition.State.Running:
            self._transition.follow_camera(camera)  # the photos keep moving to their positions
        self._redraw()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point of the view, by default its centre."""
        point = at or QPointF(self.width() / 2, self.height() / 2)
        low, high = self._zoom_limits()
        self.set_camera(self.camera.zoomed((point.x(), point.y()), factor, low, high))

    def index_at(self, point: QPointF) -> int:
        """The index of the photo at a point of the view: a thumbnail, or the nearest dot; -1 if there is none."""
        self._refresh()
        shown = self._thumbnails.at(point.toPoint())
        if shown >= 0:
            return shown
        found, points = self._matching_in(point.x() - REACH, point.y() - REACH, point.x() + REACH, point.y() + REACH)
        best = nearest(points, (point.x(), point.y()), REACH)
        return int(found[best]) if best >= 0 else -1

    def file_at(self, point: QPointF) -> int | None:
        """The file id of the photo at a point of the view."""
        index = self.index_at(point)
        return int(self.scene.ids[index]) if index >= 0 else None

    def select(self, ids: frozenset[int], current: int | None = None) -> None:
        self.session.select(ids, self, current)

    def select_in(self, polygon: list[QPointF], *, add: bool) -> None:
        """Select the photos inside a lasso."""
        self._refresh()
        ids: frozenset[int] = frozenset()
        if len(polygon) > 2:
            outline = np.array([(p.x(), p.y()) for p in polygon], np.float32)
            found, points = self._matching_in(*outline.min(axis=0).tolist(), *outline.max(axis=0).tolist())
            ids = frozenset(self.scene.ids[found[in_polygon(points, outline)]].tolist())
        self.select(self.session.selection | ids if add else ids)

    def _matching_in(self, left: float, top: float, right: float, bottom: float) -> tuple[Ints, Floats]:
        """Indices of the matching photos in a box of the view (and some near it), and their view positions."""
        camera = self._snapped_camera
        found = self._dots.inside(camera.to_world((left, top)), camera.to_world((right, bottom)))
        found = found[self.scene.matching[found]]
        return found, camera.to_view(self._xy[found])

    def hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.session.hover(int(self.scene.ids[index]) if index >= 0 else None, self)
        self.update()

    @property
    def hovered(self) -> int:
        """The index of the hovered photo, or -1."""
        return self._hovered

    @property
    def xy(self) -> Floats:
        """The positions that are shown, (m, 2); between old and new ones during a transition."""
        return self._xy

    @property
    def thumbnails(self) -> MapThumbnails:
        """The thumbnails on top of the dots."""
        return self._thumbnails

    def shown_thumbnails(self) -> list[int]:
        """File ids of the photos that are shown as thumbnails now."""
        self._refresh()
        return [int(self.scene.ids[index]) for index, _ in self._thumbnails.boxes]

    def picture(self) -> QImage:
        """A screenshot of the map without hover, preview card and focus frame."""
        saved = self._hovered, self.pointer, self.input.by_keys
        self._hovered, self.pointer, self.input.by_keys = -1, None, False
        try:
            return self.grab().toImage()
        finally:
            self._hovered, self.pointer, self.input.by_keys = saved

    def drawing(self, title: str) -> MapDrawing:
        """The map as vector drawing."""
        self._refresh()
        view = MapView(self.scene, self._xy, self._snapped_camera, self._highlights)
        return drawing_of(title, view, self._thumbnails, self.font().family())

    def thumbnails_of(self, ids: frozenset[int], count: int) -> list[QPixmap]:
        """Up to `count` loaded thumbnails of these photos."""
        self._refresh()
        keys = [key_of(self.scene, i) for i, _ in self._thumbnails.boxes if int(self.scene.ids[i]) in ids]
        return [p for key in keys if (p := self.loader.pixmap(key)) is not None][:count]

    # Following the session

    def _on_filters(self, _origin: object) -> None:
        shown = self.session.filters.shown
        if self._gallery is shown.gallery and not self.scene.on_earth and shown.xy is None:
            self.scene = self.scene.with_filter(shown)
            self._on_selection(frozenset(), None)
        else:
            self._rebuild_scene()

    def _on_changed(self, _changes: object, _origin: object) -> None:
        self._training_frame = None
        self.loader.retry_missing()
        self._rebuild_scene()

    def _rebuild_scene(self) -> None:
        scene = self._new_scene()
        same_positions = scene.reuse(self.scene)
        other_map = scene.on_earth != self.scene.on_earth or not len(self.scene)
        self._auto_fit |= other_map  # the old view has no meaning there
        self._fit_camera = self.camera.fitted(scene.extent, most_stretch=scene.most_stretch)
        self._show_scene(scene, self._fit_camera if self._auto_fit else self.camera, same_positions)

    def _on_frame(self, gallery: Gallery | None) -> None:
        """Show a frame of the training, None: the gallery; the camera stays, so that the photos are seen to move."""
        self._training_frame = gallery
        self._auto_fit |= not len(self.scene)
        scene, has_map = self._new_scene(), np.isfinite(self._gallery.xy).any()
        if not has_map:  # a first training: show its whole map
            self._fit_camera = self.camera.fitted(scene.extent, most_stretch=scene.most_stretch)
        self._show_scene(scene, self.camera if has_map or not self._auto_fit else self._fit_camera)

    def _show_scene(self, scene: MapScene, camera: Camera, same_positions: bool = False) -> None:
        old, at = self.scene, self._xy
        self._stop_animation()
        self.scene, self._hovered = scene, scene.index_of(self.session.hovered)
        self._highlights = highlights_of(scene, self.session.selection)
        if len(old) and len(scene) and self.isVisible():
            self._show_at(scene.xy if same_positions and at is old.xy else scene.positions_from(old, at), self.camera)
            self._animate_to(scene.xy, camera)
        else:
            self._show_at(scene.xy, camera)

    def _on_selection(self, _ids: frozenset[int], _origin: object) -> None:
        self._highlights = highlights_of(self.scene, self.session.selection)
        self._show_at(self._xy, self.camera)

    def _on_hover(self, file: int | None, origin: object) -> None:
        if origin is not self:
            self._hovered = self.scene.index_of(file)
            self.update()

    def _on_cluster(self, cluster: str | None, origin: object) -> None:
        """Move to the focused cluster if its centre is out of view."""
        index = self.scene.keys.index(cluster) if cluster in self.scene.keys else -1
        if origin is self or not (self.scene.islands == index).any() or index < 0:
            return
        box = self.camera.to_view(self.scene.boxes[index].reshape(2, 2))
        x, y = box.mean(axis=0).tolist()
        if not (0 <= x <= self.width() and 0 <= y <= self.height()):
            low, high = self._zoom_limits()
            members = self.scene.xy[self.scene.islands == index]
            fitted = self.camera.fitted(extent_of(members), most_stretch=self.scene.most_stretch)
            self._auto_fit = False
            self._animate_to(self.scene.xy, fitted.zoomed((self.width() / 2, self.height() / 2), 0.8, low, high))

    def _new_scene(self) -> MapScene:
        self._gallery = self.session.gallery
        shown = self._gallery if self._training_frame is None else self._training_frame
        colours = [self.session.colour(c.id) for c in shown.clusters]
        return scene_of(shown, colours, theme.current().faint, self.session.filters.shown)

    # Gliding

    def _animate_to(self, xy: Floats, camera: Camera) -> None:
        self._stop_animation()
        if not self.isVisible() or (np.array_equal(self._xy, xy) and camera == self.camera):
            self._show_at(xy, camera)
        else:
            self._transition.go((self._xy, self.camera), (xy, camera))

    def _show_at(self, xy: Floats, camera: Camera) -> None:
        """Show the photos at `xy` (m, 2) with this camera."""
        scene, self._xy, self.camera = self.scene, xy, camera
        self._dots = Dots(xy, scene.tiles, self._highlights.layers, self._background, moving=xy is not scene.xy)
        self._redraw()

    def _stop_animation(self) -> None:
        if self._transition.state() is MapTransition.State.Running:
            self._transition.stop()

    # Painting

    def _redraw(self) -> None:
        self._drawn_ratio = None
        self.update()

    def _refresh(self) -> None:
        """Bring the picture of dots, thumbnails and names up to date."""
        ratio = self.devicePixelRatioF()
        if self._drawn_ratio == ratio:
            return
        self._snapped_camera = self.camera.snapped(ratio)
        self._pixels = self._picture.paint(self._dots, self.camera.frame(ratio), ratio)
        self._thumbnails.choose(self.scene, self._dots, self._snapped_camera, self._fit_camera.min_scale)
        pictures, family = self._thumbnails.corners(), self.font().family()
        self._names = map_painter.names_in_view(self.scene, self._snapped_camera, pictures, family, ratio)
        self._drawn_ratio = ratio

    def _background(self, picture: Pixels, area: Area, frame: Frame) -> None:
        """Paint the background of an area: plain, or the land of a map of the world."""
        earth = self.scene.earth
        picture[:] = pixel(theme.current().window) if earth is None else land(area, frame, earth)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._refresh()
        ratio = self.devicePixelRatioF()
        with QPainter(self) as painter:  # ends also after an exception: Qt would crash over a painter left behind
            painter.drawImage(0, 0, map_painter.image_of(self._pixels, ratio))
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            over = len(self.scene) > 0
            card = self._paint_overlays(painter, event.region(), ratio) if over else self._paint_hint(painter)
        if self._gallery is self.session.gallery:  # else the session has just changed: the next paint asks
            self._thumbnails.request(self.scene, card, self.rect().center(), ratio)

    def _paint_hint(self, painter: QPainter) -> int:
        nowhere = self.tr("No photo here says where it was taken")
        soon = self.tr("The map appears as soon as the photos have a place on it")
        hint(painter, QRectF(self.rect()), nowhere if self.scene.on_earth else soon)
        return -1

    def _paint_overlays(self, painter: QPainter, region: QRegion, ratio: float) -> int:
        """Paint thumbnails, names, lasso and card; returns the index of the photo in the preview card, or -1."""
        self._thumbnails.paint(painter, self.scene, self._highlights, region, ratio)
        self._paint_hovered(painter)
        for at, name in self._names:
            painter.drawPixmap(at, name)
        if self.lasso:
            painter.setPen(QPen(QColor(theme.current().accent), 1.5))
            painter.setBrush(faded(theme.current().accent, 0.14))
            painter.drawPolygon(QPolygonF(self.lasso))
        if self.hasFocus() and self.input.by_keys:
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        return self._paint_card(painter, ratio)

    def _paint_hovered(self, painter: QPainter) -> None:
        if self._hovered < 0:
            return
        painter.setPen(QPen(QColor(theme.current().text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = self._thumbnails.box(self._hovered)
        if box is not None:
            painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
            return
        x, y = self._snapped_camera.to_view(self._xy[self._hovered : self._hovered + 1])[0].tolist()
        painter.setBrush(QColor(self._thumbnails.colour(self.scene, self._hovered)))
        painter.drawEllipse(QPointF(x, y), 6, 6)

    def _paint_card(self, painter: QPainter, ratio: float) -> int:
        """The preview of the photo under the pointer; returns its index, or -1."""
        if self.pointer is None or self._hovered < 0 or self.input.gesture is not None:
            return -1
        row = int(self.scene.rows[self._hovered])
        cluster = self.scene.gallery.cluster_of(row)
        name = self.scene.gallery.files[row].path.rpartition("/")[2]
        where = cluster.name if cluster and cluster.name else self.tr("In no cluster yet")
        picture = self.loader.pixmap(("card", *key_of(self.scene, self._hovered)))
        box = map_painter.card_box(self.pointer, self.size())
        card = map_painter.Card(name, where, self._thumbnails.colour(self.scene, self._hovered))
        map_painter.paint_card(painter, box, picture, card, ratio)
        return self._hovered

    def _on_loaded(self, keys: list[object]) -> None:
        """Repaint where thumbnails have been loaded."""
        if self._drawn_ratio is None:
            return  # all will be repainted anyway
        edge, came = map_painter.EDGE, set(keys)
        for index, box in self._thumbnails.boxes:
            if key_of(self.scene, index) in came:
                self.update(box.adjusted(-edge, -edge, edge, edge))
        if any(isinstance(key, tuple) and key[0] == "card" for key in came):
            self.update()

    # Events

    def event(self, event: QEvent) -> bool:
        handled = self.input is not None and self.input.handle(event)
        return handled or super().event(event)

    def _zoom_limits(self) -> tuple[float, float]:
        whole, apart = self._fit_camera.scale, self.scene.nearest if self.scene.is_small else self.scene.spacing
        return whole / 3, max(whole * 4, min(4 * LARGEST / max(apart, 1e-6), whole * FARTHEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.camera = self.camera.resized(self.width(), self.height())
        self._fit_camera = self.camera.fitted(self.scene.extent, most_stretch=self.scene.most_stretch)
        if self._auto_fit:
            self._stop_animation()
            self._show_at(self.scene.xy, self._fit_camera)
        elif self._transition.state() is MapTransition.State.Running:
            self._transition.resized(self.width(), self.height())
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:  # cluster colours depend on the theme
            if self._transition.state() is MapTransition.State.Running:
                self._transition.setCurrentTime(self._transition.duration())  # finish the transition
            self.scene = self._new_scene()
            self._xy = self.scene.xy
            self._on_selection(frozenset(), None)
