"""Originals: photos read from disk at a size at which their text can be told apart, where they can be read."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from pathlib import Path
from types import TracebackType

from PIL import Image

from engine.core.job import Job
from engine.core.records import File
from engine.duplicates.same_picture import CLOSE
from engine.library.cloud import in_cloud
from engine.library.decoding.picture_workers import PictureWorkers

_KEPT = 32  # pictures, 3 MB each
_TICK = 0.1  # seconds between two reports


class Originals:
    """Reads in worker processes with limits, and keeps the latest; close it, or use it in a with statement.

    `roots` are the folders that files lie in, by id.
    """

    def __init__(self, roots: dict[int, Path]) -> None:
        self._roots = roots
        self._workers = PictureWorkers()
        self._threads = ThreadPoolExecutor(2)
        self._kept: OrderedDict[str, Image.Image | None] = OrderedDict()

    def __enter__(self) -> Originals:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def pair(self, a: list[File], b: list[File], job: Job, stage: str) -> list[Image.Image | None]:
        """Two pictures, each by the files that hold it; None where none of them can be read. A cancel is heard."""
        waiting = [self._asked(files) for files in (a, b)]
        found = []
        for digest, future in waiting:
            while True:
                job.report(stage, 0, 0)
                try:
                    picture = future.result(_TICK)
                    break
                except NotYet:
                    continue
            self._kept[digest] = picture
            found.append(picture)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._workers.close()

    def _asked(self, files: list[File]) -> tuple[str, Future[Image.Image | None]]:
        digest = str(files[0].digest)
        if digest in self._kept:
            self._kept.move_to_end(digest)
            known: Future[Image.Image | None] = Future()
            known.set_result(self._kept[digest])
            return digest, known
        return digest, self._threads.submit(self._read, files)

    def _read(self, files: list[File]) -> Image.Image | None:
        """From the first file that is there and has not changed since it was hashed."""
        pictures = (self._picture(self._roots[file.root] / file.path, file) for file in files)
        return next((picture for picture in pictures if picture is not None), None)

    def _picture(self, path: Path, file: File) -> Image.Image | None:
        try:
            status = path.stat()
        except OSError:  # a drive that is away, a folder that was renamed: another time
            return None
        if in_cloud(status) or (status.st_size, status.st_mtime_ns) != (file.size, file.mtime_ns):
            return None
        size, buffer = (0, 0), bytearray()

        def allocate(width: int, height: int) -> memoryview:
            nonlocal size, buffer
            size, buffer = (width, height), bytearray(4 * width * height)
            return memoryview(buffer)

        problem = self._workers.read(path, allocate, edge=CLOSE.edge)
        return None if problem else Image.frombuffer("RGBX", size, bytes(buffer), "raw", "RGBX", 0, 1).convert("RGB")
