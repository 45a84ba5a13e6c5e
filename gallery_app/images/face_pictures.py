"""FacePictures: round pictures of faces, cut from thumbnails, and from the photo where a face is small."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, QTransform
from shiboken6 import isValid

from engine.core.records import Box, Face
from engine.gallery.snapshot import Gallery
from engine.library.rotations import shown_thumbnail
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.picture import PictureDecoder
from gallery_app.images.shares import placed, turned
from gallery_app.state.session import Session

ROOM = 1.7  # sides of a picture, in sides of the face
SHARP = 0.7  # pixels of a thumbnail for each that is shown: enough of them
MOST = 600  # pictures kept
WAITING = 64  # pictures asked for that wait; of more the oldest are asked for again by the next paint
IN_FLIGHT = 2

Key = tuple[int, Box, int, int]  # of a face, its box, the user's turns and the side in pixels


@dataclass(frozen=True, slots=True)
class _Wanted:
    key: Key
    thumbnail: Path
    photo: Callable[[], Path | None]  # looks through all files: not on the GUI thread
    size: QSize  # of the photo before the user's turns, in pixels; empty where it is not known


class FacePictures(QObject):
    """A view asks for what it paints; `loaded` says that there is something new to paint."""

    loaded = Signal()

    def __init__(self, session: Session, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._decoder = PictureDecoder(jobs)
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._waiting: OrderedDict[Key, _Wanted] = OrderedDict()
        self._known: set[Key] = set()  # asked for already, with or without success
        self._working = 0
        session.opened.connect(self.clear)

    def picture(self, face: Face, side: int) -> QPixmap | None:
        """The picture of a face, `side` device pixels large; None until it is there."""
        session, library = self._session, self._session.library
        turn = session.gallery.turns.get(face.digest, 0)
        key = face.id, face.box, turn, side
        if key in self._kept:
            self._kept.move_to_end(key)
        elif key not in self._known and library is not None:
            content, gallery = session.gallery.contents.get(face.digest), session.gallery
            size = QSize() if content is None else QSize(content.width, content.height)
            thumbnail = shown_thumbnail(library, face.digest, turn)
            photo = partial(_photo_of, gallery, face.digest)
            self._waiting[key] = _Wanted(key, thumbnail, photo, size.transposed() if turn % 2 else size)
            self._waiting.move_to_end(key)
            while len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
            self._start()
        return self._kept.get(key)

    def clear(self) -> None:
        """Forget all pictures: another library is opened, or faces are to be forgotten."""
        self._kept.clear()
        self._waiting.clear()
        self._known.clear()

    def _start(self) -> None:
        while self._waiting and self._working < IN_FLIGHT:
            key, wanted = self._waiting.popitem()
            self._known.add(key)
            self._working += 1
            self._jobs.run(partial(_from_thumbnail, wanted), partial(self._cut, wanted), over=self._over)

    def _over(self) -> None:
        if isValid(self):
            self._working -= 1
            self._start()

    def _cut(self, wanted: _Wanted, found: tuple[QImage, bool]) -> None:
        """Keep what a thumbnail gives; where that is not sharp the photo is read as well."""
        image, sharp = found
        self._keep(wanted.key, image)
        if not sharp and isValid(self):
            self._jobs.run(lambda: self._from_photo(wanted), partial(self._keep, wanted.key), priority=-1)

    def _from_photo(self, wanted: _Wanted) -> QImage:
        _, box, turn, side = wanted.key
        path = wanted.photo()
        if path is None:
            return QImage()
        edge = min(max(wanted.size.toTuple()), round(_long_side(wanted, wanted.size)))
        picture = self._decoder.read(path, lambda: wanted.key in self._known, download=False, edge=edge)
        if not picture.levels:
            return QImage()  # the blurred one stays
        return round_cut(picture.levels[0].transformed(QTransform().rotate(90 * turn)), turned(box, turn), side)

    def _keep(self, key: Key, image: QImage) -> None:
        if not isValid(self) or image.isNull() or key not in self._known:
            return
        self._kept[key] = QPixmap.fromImage(image)
        while len(self._kept) > MOST:
            gone, _ = self._kept.popitem(last=False)
            self._known.discard(gone)
        self.loaded.emit()


def round_cut(image: QImage, box: Box, side: int) -> QImage:
    """The round picture of a face, `side` pixels large, with some room around it."""
    around = placed(box, QRectF(image.rect()))
    edge = min(ROOM * max(around.width(), around.height()), image.width(), image.height())
    left = min(max(around.center().x() - edge / 2, 0.0), image.width() - edge)
    top = min(max(around.center().y() - edge / 2, 0.0), image.height() - edge)
    cut = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    cut.fill(Qt.GlobalColor.transparent)
    square = image.copy(QRectF(left, top, edge, edge).toAlignedRect().intersected(QRect(0, 0, *image.size().toTuple())))
    shape = QPainterPath()
    shape.addEllipse(QRectF(0, 0, side, side))
    with QPainter(cut) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(shape)
        smooth = square.scaled(
            side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(0, 0, smooth)
    return cut


def _from_thumbnail(wanted: _Wanted) -> tuple[QImage, bool]:
    """The picture as the thumbnail gives it, and whether that is as sharp as can be."""
    _, box, turn, side = wanted.key
    image = QImage(str(wanted.thumbnail))
    if image.isNull():
        return image, False
    long, whole = max(image.width(), image.height()), wanted.size
    sharp = whole.isEmpty() or long >= min(SHARP * _long_side(wanted, whole), max(whole.toTuple()))
    return round_cut(image, turned(box, turn), side), sharp


def _long_side(wanted: _Wanted, whole: QSize) -> float:
    """Pixels of a photo's longer side with which a face has one for each that is shown."""
    _, box, _, side = wanted.key
    across = ROOM * max(box.width * whole.width(), box.height * whole.height(), 1.0)
    return side * max(whole.toTuple()) / across


def _photo_of(gallery: Gallery, digest: str) -> Path | None:
    file = next((f for f in gallery.files if f.digest == digest), None)
    return None if file is None else Path(gallery.roots[file.root], file.path)
