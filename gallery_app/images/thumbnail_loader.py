"""ThumbnailLoader: thumbnails in display size, decoded off the GUI thread, the most urgent first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap
from shiboken6 import isValid

from gallery_app.base.painting import hairline
from gallery_app.engine_client.background import JobRunner

BATCH = 4  # thumbnails decoded in one job
IN_FLIGHT = 3


@dataclass(frozen=True, slots=True)
class ThumbnailRequest:
    """A thumbnail to load: `key` is its cache key, `size` in device pixels, `radius` rounds its corners."""

    key: object
    path: Path
    size: QSize
    radius: float = 0.0


class ThumbnailLoader(QObject):
    """Views request what they show at each paint; what they no longer request is not decoded."""

    loaded = Signal(object)  # list of keys that can be shown now

    def __init__(self, jobs: JobRunner, parent: QObject | None = None, budget: int = 128 << 20) -> None:
        super().__init__(parent)
        self._jobs, self._budget = jobs, budget
        self._cache: OrderedDict[object, QPixmap] = OrderedDict()
        self._paths: dict[object, Path] = {}  # what each in the cache was read from: another one if it was turned
        self._bytes = 0
        self._queue: list[ThumbnailRequest] = []
        self._in_flight: set[object] = set()
        self._batches = 0
        self._missing: set[object] = set()

    def pixmap(self, key: object) -> QPixmap | None:
        """The cached pixmap of `key`, of any size, or None; marks it as recently used."""
        found = self._cache.get(key)
        if found is not None:
            self._cache.move_to_end(key)
        return found

    def request(self, wanted: Iterable[ThumbnailRequest]) -> None:
        """Load these thumbnails, the most urgent first; earlier requests that are still queued are dropped."""
        self._queue = [w for w in wanted if not self._is_available(w)]
        self._queue.reverse()
        self._start()

    def retry_missing(self) -> None:
        """Allow another try for missing files: the engine may have written them by now."""
        self._missing.clear()

    def clear(self) -> None:
        self._cache.clear()
        self._paths.clear()
        self._bytes = 0
        self._missing.clear()

    def _is_available(self, wanted: ThumbnailRequest) -> bool:
        if wanted.key in self._in_flight or wanted.key in self._missing:
            return True
        pixmap = self._cache.get(wanted.key)
        return pixmap is not None and pixmap.size() == wanted.size and self.is_from(wanted.key, wanted.path)

    def is_from(self, key: object, path: Path) -> bool:
        """Whether what is in the cache was read from there."""
        return self._paths.get(key) == path

    def _start(self) -> None:
        while self._queue and self._batches < IN_FLIGHT:
            batch = [self._queue.pop() for _ in range(min(BATCH, len(self._queue)))]
            self._in_flight.update(w.key for w in batch)
            self._batches += 1
            paths = {wanted.key: wanted.path for wanted in batch}
            self._jobs.run(
                partial(decode_all, batch), partial(self._keep, paths), over=partial(self._batch_ended, batch)
            )

    def _batch_ended(self, batch: list[ThumbnailRequest]) -> None:
        """However the batch ended, it is no longer in flight; what it has not loaded is missing."""
        if not isValid(self):
            return  # what it was for was closed meanwhile
        self._batches -= 1
        keys = {wanted.key for wanted in batch}
        self._in_flight -= keys
        self._missing |= keys
        self._start()

    def _keep(self, paths: Mapping[object, Path], pictures: list[tuple[object, QImage | None]]) -> None:
        if not isValid(self):
            return
        shown = []
        for key, image in pictures:
            if image is None:
                continue
            self._missing.discard(key)
            self._drop(key)
            self._cache[key] = pixmap = QPixmap.fromImage(image)
            self._paths[key] = paths[key]
            self._bytes += _bytes(pixmap)
            shown.append(key)
        while self._bytes > self._budget and len(self._cache) > len(shown):
            self._drop(next(iter(self._cache)))
        if shown:
            self.loaded.emit(shown)

    def _drop(self, key: object) -> None:
        old = self._cache.pop(key, None)
        self._paths.pop(key, None)
        if old is not None:
            self._bytes -= _bytes(old)


def decode_all(batch: list[ThumbnailRequest]) -> list[tuple[object, QImage | None]]:
    return [(wanted.key, decode(wanted)) for wanted in batch]


def decode(wanted: ThumbnailRequest) -> QImage | None:
    """Decode a thumbnail, cropped to fill its size, with round corners and an edge; None where it cannot be read."""
    reader = QImageReader(str(wanted.path))
    full = reader.size()
    if full.isValid():
        reader.setScaledSize(full.scaled(wanted.size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return None
    shown = QImage(wanted.size, QImage.Format.Format_ARGB32_Premultiplied)
    shown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shown)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    box = QRectF(0, 0, wanted.size.width(), wanted.size.height())
    if wanted.radius:
        rounded = QPainterPath()
        rounded.addRoundedRect(box, wanted.radius, wanted.radius)
        painter.setClipPath(rounded)
    x, y = (wanted.size.width() - image.width()) // 2, (wanted.size.height() - image.height()) // 2
    painter.drawImage(x, y, image)
    hairline(painter, box, wanted.radius)
    painter.end()
    return shown


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8
