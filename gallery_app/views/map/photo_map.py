"""PhotoMap: the photos at their projected positions, as dots, and as thumbnails where there is room."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.core.records import Floats, Ints
from engine.gallery.snapshot import Gallery
from engine.report.map_svg import MapDrawing
from gallery_app.base import theme
from gallery_app.base.painting import hint
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.thumbnail_loader import ThumbnailLoader
from gallery_app.state.session import Session
from gallery_app.views.map import painter as map_painter
from gallery_app.views.map.camera import Area, Camera, Frame, extent_of
from gallery_app.views.map.controls import MapControls
from gallery_app.views.map.dots.highlights import highlights_of
from gallery_app.views.map.dots.picture import DotPicture, Dots
from gallery_app.views.map.dots.raster import Pixels
from gallery_app.views.map.drawing import MapView, drawing_of
from gallery_app.views.map.fit import MapFit
from gallery_app.views.map.input import NOTCH, MapInput
from gallery_app.views.map.land import land
from gallery_app.views.map.layout import in_polygon
from gallery_app.views.map.names.labels import PaintedName, painted_names
from gallery_app.views.map.scene import MapScene, nearest, pixel, scene_of
from gallery_app.views.map.thumbnails import MapThumbnails, key_of
from gallery_app.views.map.transition import MapTransition

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
        self._fit = MapFit()
        self.pointer: QPointF | None = None  # while the mouse hovers here
        self.lasso: list[QPointF] = []
        self._xy: Floats = self.scene.xy
        self._transition = MapTransition(self)
        self._transition.moved.connect(self._show_at)
        self._picture = DotPicture()
        self._pixels: Pixels = np.empty((0, 0), np.uint32)  # with an edge of PAD
        self._thumbnails = MapThumbnails(session, self.loader)
        self._names: list[PaintedName] = []
        self._drawn_ratio: float | None = None  # the device pixel ratio of the picture; None: to be repainted
        self._hovered = -1
        self._snapped_camera = self.camera  # `camera`, moved to whole device pixels
        self._highlights = highlights_of(self.scene, session.selection, session.focused_cluster)
        self._show_at(self._xy, self.camera)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Map of photos"))
        self.input = MapInput(self)
        self.controls = MapControls(self)
        self.controls.zoomed.connect(lambda notches: self.zoom_by(NOTCH**notches))
        self.controls.fitted.connect(self.fit)
        self.controls.moved.connect(self._redraw)
        session.opened.connect(self._fit.reset)
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
        """Show everything, and keep to that until the user pans or zooms."""
        self._fit.on = True
        self._animate_to(self.scene.xy, self._fit.camera)

    @property
    def fitted(self) -> bool:
        """Whether it shows everything, also once its size or the photos change."""
        return self._fit.on

    def set_camera(self, camera: Camera) -> None:
        """Pan or zoom to a camera, without animation."""
        self._fit.on = False
        self.camera = camera
        if self._transition.state() is MapTransition.State.Running:
            self._transition.follow_camera(camera)  # the photos keep moving to their positions
        self._redraw()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point of the view, by default its centre."""
        point = at or QPointF(self.width() / 2, self.height() / 2)
        self.set_camera(self.camera.zoomed((point.x(), point.y()), factor, *self._fit.limits(self.scene)))

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

    def cut_name_at(self, point: QPoint) -> str:
        """The whole of a name that is elided at a point of the view; empty elsewhere."""
        return next((n.whole for n in self._names if n.text != n.whole and n.box.contains(point)), "")

    def shown_thumbnails(self) -> list[int]:
        """File ids of the photos that are shown as thumbnails now."""
        self._refresh()
        return [int(self.scene.ids[index]) for index, _ in self._thumbnails.boxes]

    def picture(self) -> QImage:
        """A screenshot of the map without hover and preview card."""
        saved = self._hovered, self.pointer
        self._hovered, self.pointer = -1, None
        try:
            self.controls.hide()
            return self.grab().toImage()
        finally:
            self.controls.setHidden(not len(self.scene))
            self._hovered, self.pointer = saved

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
        self._fit.on |= other_map  # the old view has no meaning there
        self._fit.update(self.camera, scene, self.controls.room)
        self._show_scene(scene, self._fit.camera if self._fit.on else self.camera, same_positions)

    def _on_frame(self, gallery: Gallery | None) -> None:
        """Show a frame of the training, None: the gallery; the camera stays, so that the photos are seen to move."""
        self._training_frame = gallery
        self._fit.on |= not len(self.scene)
        scene, has_map = self._new_scene(), np.isfinite(self._gallery.xy).any()
        if not has_map:  # a first training: show its whole map
            self._fit.update(self.camera, scene, self.controls.room)
        self._show_scene(scene, self.camera if has_map or not self._fit.on else self._fit.camera)

    def _show_scene(self, scene: MapScene, camera: Camera, same_positions: bool = False) -> None:
        old, at = self.scene, self._xy
        self._stop_animation()
        self.scene, self._hovered = scene, scene.index_of(self.session.hovered)
        self._highlights = highlights_of(scene, self.session.selection, self.session.focused_cluster)
        if len(old) and len(scene) and self.isVisible():
            self._show_at(scene.xy if same_positions and at is old.xy else scene.positions_from(old, at), self.camera)
            self._animate_to(scene.xy, camera)
        else:
            self._show_at(scene.xy, camera)

    def _on_selection(self, _ids: frozenset[int], _origin: object) -> None:
        self._highlights = highlights_of(self.scene, self.session.selection, self.session.focused_cluster)
        self._show_at(self._xy, self.camera)

    def _on_hover(self, file: int | None, origin: object) -> None:
        if origin is not self:
            self._hovered = self.scene.index_of(file)
            self.update()

    def _on_cluster(self, cluster: str | None, origin: object) -> None:
        """Dim the others; move to the focused cluster if its centre is out of view."""
        self._on_selection(self.session.selection, origin)
        index = self.scene.keys.index(cluster) if cluster in self.scene.keys else -1
        if origin is self or not (self.scene.islands == index).any() or index < 0:
            return
        box = self.camera.to_view(self.scene.boxes[index].reshape(2, 2))
        x, y = box.mean(axis=0).tolist()
        if not (0 <= x <= self.width() and 0 <= y <= self.height()):
            members = self.scene.xy[self.scene.islands == index]
            fitted = self.camera.fitted(extent_of(members), most_stretch=self.scene.most_stretch)
            self._fit.on = False
            middle, limits = (self.width() / 2, self.height() / 2), self._fit.limits(self.scene)
            self._animate_to(self.scene.xy, fitted.zoomed(middle, 0.8, *limits))

    def _new_scene(self) -> MapScene:
        self._gallery = self.session.gallery
        shown = self._gallery if self._training_frame is None else self._training_frame
        marks = [self.session.mark(c.id) for c in shown.clusters]
        return scene_of(shown, marks, theme.current().unsure, self.session.filters.shown)

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
        if self.input is not None:
            self.controls.show_state(fitted=self._fit.on, empty=not len(self.scene))
        self.update()

    def _refresh(self) -> None:
        """Bring the picture of dots, thumbnails and names up to date."""
        ratio = self.devicePixelRatioF()
        if self._drawn_ratio == ratio:
            return
        self._snapped_camera = self.camera.snapped(ratio)
        self._pixels = self._picture.paint(self._dots, self.camera.frame(ratio), ratio)
        self._thumbnails.choose(self.scene, self._dots, self._snapped_camera, self._fit.camera.min_scale)
        pictures, family, controls = self._thumbnails.corners(), self.font().family(), self.controls.geometry()
        self._names = painted_names(self.scene, self._snapped_camera, pictures, family, ratio, controls)
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
        hint(painter, QRectF(self.rect()), map_painter.why_empty(self.session, on_earth=self.scene.on_earth))
        return -1

    def _paint_overlays(self, painter: QPainter, region: QRegion, ratio: float) -> int:
        """Paint thumbnails, names, lasso and card; returns the index of the photo in the preview card, or -1."""
        self._thumbnails.paint(painter, self.scene, self._highlights, region, ratio)
        self._paint_hovered(painter)
        for name in self._names:
            painter.drawPixmap(name.box.topLeft(), name.pixmap)
        if not len(self.session.filters.rows):
            map_painter.paint_note(painter, self.rect(), self.tr("Nothing is found"))
        if self.lasso:
            map_painter.paint_lasso(painter, self.lasso)
        return self._paint_card(painter, ratio)

    def _paint_hovered(self, painter: QPainter) -> None:
        if (index := self._hovered) >= 0:
            x, y = self._snapped_camera.to_view(self._xy[index : index + 1])[0].tolist()
            box, mark = self._thumbnails.box(index), self._thumbnails.mark(self.scene, index)
            map_painter.paint_hovered(painter, box, QPointF(x, y), mark)

    def _paint_card(self, painter: QPainter, ratio: float) -> int:
        """The preview of the photo under the pointer; returns its index, or -1."""
        if self.pointer is None or self._hovered < 0 or self.input.gesture is not None:
            return -1
        picture = self.loader.pixmap(("card", *key_of(self.scene, self._hovered)))
        box = map_painter.card_box(self.pointer, self.size())
        card = map_painter.card_of(self.scene, self._hovered, self._thumbnails.mark(self.scene, self._hovered))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.controls.place()
        self.camera = self.camera.resized(self.width(), self.height())
        self._fit.update(self.camera, self.scene, self.controls.room)
        if self._fit.on:
            self._stop_animation()
            self._show_at(self.scene.xy, self._fit.camera)
        elif self._transition.state() is MapTransition.State.Running:
            self._transition.resized(self.width(), self.height())
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._redraw()
        if event.type() == QEvent.Type.PaletteChange:  # cluster colours depend on the theme
            if self._transition.state() is MapTransition.State.Running:
                self._transition.setCurrentTime(self._transition.duration())  # finish the transition
            self.scene = self._new_scene()
            self._xy = self.scene.xy
            self._on_selection(frozenset(), None)
