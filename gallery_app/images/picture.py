"""Pictures at full size, decoded by worker processes of the engine: the window opens no image format itself."""

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
    """An image pyramid: the full size, then halves; without levels `note` says why it cannot be shown.

    `turn` is how many quarters of the user's turn it has taken already, as a thumbnail has.
    """

    levels: tuple[QImage, ...] = ()
    note: str = ""
    turn: int = 0

    @property
    def size(self) -> QSize:
        return self.levels[0].size() if self.levels else QSize()

    def level_for(self, scale: float) -> QImage:
        """The smallest level with full detail at `scale` screen pixels a picture pixel."""
        fine = [level for level in self.levels if level.width() >= self.size.width() * scale]
        return fine[-1] if fine else self.levels[0]


class PictureDecoder:
    """Decodes pictures in worker processes, which may hang, use too much memory or crash; closed with `jobs`."""

    def __init__(self, jobs: JobRunner) -> None:
        self._workers: PictureWorkers | None = None
        self._closed = False
        self._lock = threading.Lock()
        jobs.closing.connect(lambda: self.close())  # held by that: views may go before the runner does

    def read(
        self,
        path: Path,
        wanted: Callable[[], bool] = lambda: True,
        *,
        download: bool = True,
        edge: int | None = None,
    ) -> Picture:
        """Decode a picture upright, in sRGB, over white; never on the GUI thread: it may take seconds.

        Its longer side is `edge` pixels at most. Returns an empty Picture if it is not `wanted()` once its turn comes,
        or is in a cloud and not `download`.
        """
        from gallery_app.i18n.bidi import isolated
        from gallery_app.i18n.reason_names import reason_name

        image = QImage()

        def allocate(width: int, height: int) -> memoryview | None:
            nonlocal image
            image = QImage(width, height, QImage.Format.Format_RGBX8888)
            return None if image.isNull() else memoryview(image.bits())

        if not download and _in_cloud(path):
            return Picture()
        reason = self._open().read(path, allocate, wanted, edge=edge)
        if reason:
            return Picture(note=f"{isolated(path.name)} {reason_name(reason)}.")
        if image.isNull():
            return Picture()
        image.convertTo(QImage.Format.Format_RGB32)  # what is painted fastest
        return Picture(_halves(image))

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._workers is not None:
                self._workers.close()

    def _open(self) -> PictureWorkers:
        from engine.library.decoding.picture_workers import PictureWorkers

        with self._lock:
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
        return False  # reading it will report the error


def _halves(image: QImage) -> tuple[QImage, ...]:
    """The image and its successive halves: painting a large one scaled down would flicker."""
    levels = [image]
    while max(levels[-1].width(), levels[-1].height()) > 2 * SMALL:
        half = levels[-1].size() / 2
        levels.append(
            levels[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return tuple(levels)
