"""PhotoMap: each photo where the projection puts it, a dot from afar and a thumbnail where there is room."""

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
from gallery_app.views.map.camera import Area, Camera, Frame, reach_of
from gallery_app.views.map.dots.look import look_of
from gallery_app.views.map.dots.picture import DotPicture, Dots
from gallery_app.views.map.dots.raster import Pixels
from gallery_app.views.map.drawing import drawing_of
from gallery_app.views.map.glide import Glide
from gallery_app.views.map.input import MapInput
from gallery_app.views.map.land import land
from gallery_app.views.map.layout import in_polygon
from gallery_app.views.map.scene import MapScene, nearest, pixel, scene_of
from gallery_app.views.map.thumbnails import LARGEST, MapThumbnails, key_of

FARTHEST = 1e4  # times the scale that shows everything: nobody goes nearer
REACH = 14.0  # pixels around a dot in which it is meant


class PhotoMap(QWidget):
    """Dots are one picture (map_picture.py), thumbnails lie on it; what mouse and keys do is in map_input.py."""

    opened = Signal(int)  # file id
    input: MapInput = None  # type: ignore[assignment]  # Qt sends events before __init__ is through

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.loader = ThumbnailLoader(jobs, self, budget=64 << 20)
        self.camera = Camera()
        self._moment: Gallery | None = None  # of a training, that is shown; None: what stands
        self.scene: MapScene = self._new_scene()
        self._whole = Camera()  # sees everything; kept, for it is asked at each frame
        self.pointer: QPointF | None = None  # while the mouse hovers here
        self.lasso: list[QPointF] = []
        self._fits = True  # until the user moves the map, it shows everything
        self._xy: Floats = self.scene.xy
        self._glide = Glide(self)
        self._glide.moved.connect(self._stand)
        self._picture = DotPicture()
        self._pixels: Pixels = np.empty((0, 0), np.uint32)  # with an edge of PAD
        self._thumbnails = MapThumbnails(session, self.loader)
        self._names: list[tuple[QPoint, QPixmap]] = []
        self._fresh: float | None = None  # the device pixel ratio of what has been brought up to date
        self._hovered = -1
        self._camera = self.camera  # what is seen: `camera`, moved to whole device pixels
        self._look = look_of(self.scene, session.selection)
        self._stand(self._xy, self.camera)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Map of photos"))
        self.input = MapInput(self)
        session.changed.connect(self._on_changed)
        session.filters.changed.connect(self._on_filters)
        session.frame_changed.connect(self._on_moment)
        session.selection_changed.connect(self._on_selection)
        session.hover_changed.connect(self._on_hover)
        session.cluster_focused.connect(self._on_cluster)
        self.loader.loaded.connect(self._on_loaded)

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
        self.camera = camera
        if self._glide.state() is Glide.State.Running:
            self._glide.see(camera)  # photos go on to where they belong
        self._redraw()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or farther; the place under a point of the view (by default its middle) stays there."""
        point = at or QPointF(self.width() / 2, self.height() / 2)
        low, high = self._zoom_limits()
        self.look(self.camera.zoomed((point.x(), point.y()), factor, low, high))

    def index_at(self, point: QPointF) -> int:
        """The photo at a point of the view: a thumbnail, or the nearest dot; -1 where there is none."""
        self._refresh()
        shown = self._thumbnails.at(point.toPoint())
        if shown >= 0:
            return shown
        found, points = self._lit_in(point.x() - REACH, point.y() - REACH, point.x() + REACH, point.y() + REACH)
        best = nearest(points, (point.x(), point.y()), REACH)
        return int(found[best]) if best >= 0 else -1

    def file_at(self, point: QPointF) -> int | None:
        """The file of the photo there."""
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
            found, points = self._lit_in(*outline.min(axis=0).tolist(), *outline.max(axis=0).tolist())
            ids = frozenset(self.scene.ids[found[in_polygon(points, outline)]].tolist())
        self.select(self.session.selection | ids if add else ids)

    def _lit_in(self, left: float, top: float, right: float, bottom: float) -> tuple[Ints, Floats]:
        """The photos that the filter lets through in a box of the view (and some beside), and where they are seen."""
        camera = self._camera
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
        """The index of the photo that is lit, or -1."""
        return self._hovered

    @property
    def xy(self) -> Floats:
        """Where the photos are seen: at their places, or on their way there."""
        return self._xy

    @property
    def thumbnails(self) -> MapThumbnails:
        """Those that lie on the dots."""
        return self._thumbnails

    def shown_thumbnails(self) -> list[int]:
        """File ids of the photos that are shown as thumbnails now."""
        self._refresh()
        return [int(self.scene.ids[index]) for index, _ in self._thumbnails.boxes]

    def picture(self) -> QImage:
        """What is seen, pixel by pixel, but for what tells where pointer and keys are."""
        told = self._hovered, self.pointer, self.input.by_keys
        self._hovered, self.pointer, self.input.by_keys = -1, None, False
        try:
            return self.grab().toImage()
        finally:
            self._hovered, self.pointer, self.input.by_keys = told

    def drawing(self, title: str) -> MapDrawing:
        """The same to draw at any size."""
        self._refresh()
        return drawing_of(title, self.scene, self._xy, self._camera, self._look, self._thumbnails, self.font().family())

    def thumbnails_of(self, ids: frozenset[int], count: int) -> list[QPixmap]:
        """Thumbnails at hand of some of these photos."""
        self._refresh()
        keys = [key_of(self.scene, i) for i, _ in self._thumbnails.boxes if int(self.scene.ids[i]) in ids]
        return [p for key in keys if (p := self.loader.pixmap(key)) is not None][:count]

    # Following the session

    def _on_filters(self, _origin: object) -> None:
        shown = self.session.filters.shown
        if self._gallery is shown.gallery and not self.scene.on_earth and shown.xy is None:
            self.scene = self.scene.lighted(shown)
            self._on_selection(frozenset(), None)
        else:
            self._renew()

    def _on_changed(self, _changes: object, _origin: object) -> None:
        self._moment = None
        self.loader.retry_missing()
        self._renew()

    def _renew(self) -> None:
        scene = self._new_scene()
        stays = scene.take_over(self.scene)
        elsewhere = scene.on_earth != self.scene.on_earth or not len(self.scene)
        self._fits |= elsewhere  # what was looked at is not there
        self._whole = self.camera.fitted(scene.reach, most_stretch=scene.most_stretch)
        self._go_to(scene, self._whole if self._fits else self.camera, stays)

    def _on_moment(self, gallery: Gallery | None) -> None:
        """As it was at a moment of the training; the camera stays, so that the photos are seen to move."""
        self._moment = gallery
        self._fits |= not len(self.scene)
        scene, stands = self._new_scene(), np.isfinite(self._gallery.xy).any()
        if not stands:  # a first training: what there is of a map is to be seen whole
            self._whole = self.camera.fitted(scene.reach, most_stretch=scene.most_stretch)
        self._go_to(scene, self.camera if stands or not self._fits else self._whole)

    def _go_to(self, scene: MapScene, camera: Camera, stays: bool = False) -> None:
        old, at = self.scene, self._xy
        self._stop_gliding()
        self.scene, self._hovered = scene, scene.index_of(self.session.hovered)
        self._look = look_of(scene, self.session.selection)
        if len(old) and len(scene) and self.isVisible():
            self._stand(scene.xy if stays and at is old.xy else scene.places_from(old, at), self.camera)
            self._glide_to(scene.xy, camera)
        else:
            self._stand(scene.xy, camera)

    def _on_selection(self, _ids: frozenset[int], _origin: object) -> None:
        self._look = look_of(self.scene, self.session.selection)
        self._stand(self._xy, self.camera)

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
            fitted = self.camera.fitted(reach_of(members), most_stretch=self.scene.most_stretch)
            self._fits = False
            self._glide_to(self.scene.xy, fitted.zoomed((self.width() / 2, self.height() / 2), 0.8, low, high))

    def _new_scene(self) -> MapScene:
        self._gallery = self.session.gallery
        shown = self._gallery if self._moment is None else self._moment
        colours = [self.session.colour(c.id) for c in shown.clusters]
        return scene_of(shown, colours, theme.current().faint, self.session.filters.shown)

    # Gliding

    def _glide_to(self, xy: Floats, camera: Camera) -> None:
        self._stop_gliding()
        if not self.isVisible() or (np.array_equal(self._xy, xy) and camera == self.camera):
            self._stand(xy, camera)
        else:
            self._glide.go((self._xy, self.camera), (xy, camera))

    def _stand(self, xy: Floats, camera: Camera) -> None:
        """Show photos at these places, as this camera sees them."""
        scene, self._xy, self.camera = self.scene, xy, camera
        self._dots = Dots(xy, scene.tiles, self._look.layers, self._ground, moving=xy is not scene.xy)
        self._redraw()

    def _stop_gliding(self) -> None:
        if self._glide.state() is Glide.State.Running:
            self._glide.stop()

    # Painting

    def _redraw(self) -> None:
        self._fresh = None
        self.update()

    def _refresh(self) -> None:
        """Bring the picture of dots, thumbnails and names up to date."""
        ratio = self.devicePixelRatioF()
        if self._fresh == ratio:
            return
        self._camera = self.camera.snapped(ratio)
        self._pixels = self._picture.paint(self._dots, self.camera.frame(ratio), ratio)
        self._thumbnails.choose(self.scene, self._dots, self._camera, self._whole.finest)
        pictures, family = self._thumbnails.corners(), self.font().family()
        self._names = map_painter.names_in_view(self.scene, self._camera, pictures, family, ratio)
        self._fresh = ratio

    def _ground(self, picture: Pixels, area: Area, frame: Frame) -> None:
        """Paint what lies below the dots in a part of the picture."""
        earth = self.scene.earth
        picture[:] = pixel(theme.current().window) if earth is None else land(area, frame, earth)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._refresh()
        ratio = self.devicePixelRatioF()
        with QPainter(self) as painter:  # ends also after an exception: Qt would crash over a painter left behind
            painter.drawImage(0, 0, map_painter.image_of(self._pixels, ratio))
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            over = len(self.scene) > 0
            card = self._paint_over(painter, event.region(), ratio) if over else self._paint_hint(painter)
        if self._gallery is self.session.gallery:  # else the session has just changed: the next paint asks
            self._thumbnails.request(self.scene, card, self.rect().center(), ratio)

    def _paint_hint(self, painter: QPainter) -> int:
        nowhere = self.tr("No photo here says where it was taken")
        soon = self.tr("The map appears as soon as the photos have a place on it")
        hint(painter, QRectF(self.rect()), nowhere if self.scene.on_earth else soon)
        return -1

    def _paint_over(self, painter: QPainter, region: QRegion, ratio: float) -> int:
        """What lies over the dots; returns the index of the photo in the preview card, or -1."""
        self._thumbnails.paint(painter, self.scene, self._look, region, ratio)
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
        x, y = self._camera.to_view(self._xy[self._hovered : self._hovered + 1])[0].tolist()
        painter.setBrush(QColor(self._thumbnails.colour(self.scene, self._hovered)))
        painter.drawEllipse(QPointF(x, y), 6, 6)

    def _paint_card(self, painter: QPainter, ratio: float) -> int:
        """The preview of the photo under the pointer; returns its index, or -1."""
        if self.pointer is None or self._hovered < 0 or self.input.doing is not None:
            return -1
        row = int(self.scene.rows[self._hovered])
        cluster = self.scene.gallery.cluster_of(row)
        name = self.scene.gallery.files[row].path.rpartition("/")[2]
        where = cluster.name if cluster and cluster.name else self.tr("In no cluster yet")
        picture = self.loader.pixmap(("card", *key_of(self.scene, self._hovered)))
        box = map_painter.card_box(self.pointer, self.size())
        colour = self._thumbnails.colour(self.scene, self._hovered)
        map_painter.paint_card(painter, box, picture, name, where, colour, ratio)
        return self._hovered

    def _on_loaded(self, keys: list[object]) -> None:
        """Paint anew what has come."""
        if self._fresh is None:
            return  # thumbnails of another scene: all will be painted anew
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
        whole, apart = self._whole.scale, self.scene.nearest if self.scene.is_small else self.scene.spacing
        return whole / 3, max(whole * 4, min(4 * LARGEST / max(apart, 1e-6), whole * FARTHEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.camera = self.camera.resized(self.width(), self.height())
        self._whole = self.camera.fitted(self.scene.reach, most_stretch=self.scene.most_stretch)
        if self._fits:
            self._stop_gliding()
            self._stand(self.scene.xy, self._whole)
        elif self._glide.state() is Glide.State.Running:
            self._glide.resized(self.width(), self.height())
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:  # clusters have other colours on another ground
            if self._glide.state() is Glide.State.Running:
                self._glide.setCurrentTime(self._glide.duration())  # there, so that nothing is left on its way
            self.scene = self._new_scene()
            self._xy = self.scene.xy
            self._on_selection(frozenset(), None)
