"""Pictures at full size, read on the pool from the engine's decoders: no format is opened in the window itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from gallery_app.engine_client.background import JobRunner

if TYPE_CHECKING:  # the window's frame is painted before numpy is imported
    from engine.library.decoding.picture_workers import PictureWorkers

SMALL = 512  # pixels: a level of this size is not halved again


@dataclass(frozen=True)
class Picture:
    """A picture and its halves, the whole first; without levels `note` says why it cannot be shown."""

    levels: tuple[QImage, ...] = ()
    note: str = ""

    @property
    def size(self) -> QSize:
        return self.levels[0].size() if self.levels else QSize()

    def level_for(self, scale: float) -> QImage:
        """The smallest level that still has all the detail seen at `scale` screen pixels a picture pixel."""
        fine = [level for level in self.levels if level.width() >= self.size.width() * scale]
        return fine[-1] if fine else self.levels[0]


class PictureDecoder:
    """Reads pictures in processes that may hang, swell or crash over them; they end with the window's other work."""

    def __init__(self, jobs: JobRunner) -> None:
        self._workers: PictureWorkers | None = None
        self._closed = False
        self._guard = threading.Lock()
        jobs.closing.connect(lambda: self.close())  # held by that: views may go before the runner does

    def read(self, path: Path, wanted: Callable[[], bool] = lambda: True, *, download: bool = True) -> Picture:
        """Read a picture upright, in sRGB, over white; never on the GUI thread: it may take seconds.

        Nothing is read of what is no longer `wanted` once its turn comes, nor of what is in a cloud, if not `download`.
        """
        from gallery_app.i18n.bidi import isolated
        from gallery_app.i18n.reason_names import reason_name

        image = QImage()

        def room(width: int, height: int) -> memoryview | None:
            nonlocal image
            image = QImage(width, height, QImage.Format.Format_RGBX8888)
            return None if image.isNull() else memoryview(image.bits())

        if not download and _in_cloud(path):
            return Picture()
        reason = self._open().read(path, room, wanted)
        if reason:
            return Picture(note=f"{isolated(path.name)} {reason_name(reason)}.")
        if image.isNull():
            return Picture()
        image.convertTo(QImage.Format.Format_RGB32)  # what is painted fastest
        return Picture(_halves(image))

    def close(self) -> None:
        with self._guard:
            self._closed = True
            if self._workers is not None:
                self._workers.close()

    def _open(self) -> PictureWorkers:
        from engine.library.decoding.picture_workers import PictureWorkers

        with self._guard:
            if self._closed:
                raise RuntimeError("this picture decoder is closed")
            if self._workers is None:
                self._workers = PictureWorkers()
            return self._workers


def _in_cloud(path: Path) -> bool:
    from engine.library.cloud import in_cloud

    try:
        return in_cloud(path.stat())
    except OSError:
        return False  # reading it says what is wrong


def _halves(image: QImage) -> tuple[QImage, ...]:
    """Each half as large as the one before, so that a small picture of a large one does not flicker."""
    levels = [image]
    while max(levels[-1].width(), levels[-1].height()) > 2 * SMALL:
        half = levels[-1].size() / 2
        levels.append(
            levels[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return tuple(levels)
