"""Part "faces": who is seen, in the background, and only where the owner has agreed to it.

Faces are found on the thumbnail; what is small there is cut from the original to be coded, as are faces that the user
has drawn and that other programs have marked. Then all are grouped (persons.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event
from typing import ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import Box, File, Floats
from engine.library.catalog.understanding.face_table import SAME, FoundFace
from engine.library.cloud import in_cloud
from engine.library.decoding.picture_workers import PictureWorkers
from engine.library.library import Library
from engine.library.metadata.regions import Region, regions_of
from engine.people.codes import FaceCoder
from engine.people.detection import FaceDetector, Found
from engine.people.features import features_in
from engine.people.networks import model_key
from engine.pipeline.understanding.persons import regroup

Pixels = NDArray[np.uint8]

ALLOWED = "understand faces"  # the setting: "yes", "no", None where nobody was asked
_SMALL = 28  # pixels of a face on the thumbnail; below that it is coded from the original
_WANTED, _LARGEST = 80, 2400  # pixels of a face as it is coded; of the picture that it is cut from
_BATCH = 2.0  # seconds between transactions: what a kill loses
_TICK = 0.2  # seconds until a cancel is heard


@dataclass(frozen=True)
class Faces:
    """Whether a face is somebody's is told when all are grouped (junk.py)."""

    name: ClassVar[str] = "faces"

    @property
    def key(self) -> str:
        return model_key()

    def pending(self, library: Library) -> list[str]:
        """Contents that these networks have not looked at, and those with a face that was drawn since."""
        catalog = library.catalog
        if catalog.setting(ALLOWED) != "yes":
            return []
        with catalog.reading():
            looked, uncoded = catalog.faces.looked(self.key), catalog.faces.uncoded()
            readable = dict.fromkeys(file.digest for file in catalog.files.readable() if file.digest is not None)
        drawn = [digest for digest in uncoded if digest in readable]
        return [*drawn, *(digest for digest in readable if digest not in looked and digest not in drawn)]

    def run(self, library: Library, digests: Sequence[str], workers: int, job: Job) -> None:
        """Look at these contents in `workers` threads; reports "faces"; what is found is kept every two seconds."""
        job.report(self.name, 0, len(digests))
        stop = Event()
        with closing(PictureWorkers()) as decoders, ThreadPoolExecutor(workers) as threads:
            look = _Look(library, decoders, stop)
            try:
                self._keep(library, _answers(threads, look, digests, 2 * workers), len(digests), job)
            finally:
                stop.set()
        regroup(library, job)

    def _keep(self, library: Library, answers: Iterator[tuple[int, list[Looked]]], total: int, job: Job) -> None:
        """Enter what comes; the rest, too, after a cancel."""
        done, waiting, kept_at = 0, list[Looked](), time.monotonic()
        try:
            for looked_at, some in answers:
                waiting += some
                done += looked_at
                if time.monotonic() - kept_at > _BATCH:
                    _store(library, self.key, waiting)
                    waiting, kept_at = [], time.monotonic()
                job.report(self.name, done, total)
        finally:
            _store(library, self.key, waiting)


class Looked(NamedTuple):
    """The faces of a content."""

    digest: str
    faces: list[FoundFace]


class _Stopped(Exception):  # noqa: N818 - nobody waits for the answer any more
    """The job was cancelled."""


def _store(library: Library, key: str, looked: list[Looked]) -> None:
    with library.catalog.transaction():
        if library.catalog.setting(ALLOWED) == "yes":  # else the user has had all faces forgotten meanwhile
            library.catalog.faces.put(key, dict(looked))


def _answers(
    threads: ThreadPoolExecutor, look: Callable[[str], Looked | None], digests: Sequence[str], ahead: int
) -> Iterator[tuple[int, list[Looked]]]:
    """How many were looked at and what was found, as it comes; nothing every _TICK in which none were."""
    rest = iter(digests)
    running: set[Future[Looked | None]] = {threads.submit(look, digest) for digest in islice(rest, ahead)}
    while running:
        finished, running = wait(running, _TICK, FIRST_COMPLETED)
        running |= {threads.submit(look, digest) for digest in islice(rest, len(finished))}
        found = [future.result() for future in finished]
        yield len(found), [one for one in found if one is not None]


class _Look:
    """Looks at one content at a time, from any thread."""

    def __init__(self, library: Library, decoders: PictureWorkers, stop: Event) -> None:
        self._library, self._decoders, self._stop = library, decoders, stop
        self._detector, self._coder = FaceDetector(), FaceCoder()
        catalog = library.catalog
        with catalog.reading():
            self._roots = dict(catalog.files.roots())
            self._contents = catalog.files.contents()
            self._drawn: dict[str, list[Box]] = {}
            for word in catalog.faces.words.all("drawn"):
                self._drawn.setdefault(word.digest, []).append(word.box)
            self._files: dict[str, list[File]] = {}
            for file in catalog.files.readable():
                self._files.setdefault(file.digest or "", []).append(file)

    def __call__(self, digest: str) -> Looked | None:
        """The faces of a content; None where they cannot be told now."""
        if self._stop.is_set():
            raise _Stopped
        thumbnail = self._library.thumbnails.picture(digest)
        if thumbnail is None:
            return None
        found = self._detector.find(thumbnail)
        boxes = [_shares(box, thumbnail) for box in found.boxes]
        regions = self._regions(digest)
        marked = [*(region.box for region in regions), *self._drawn.get(digest, ())]
        more = [box for box in marked if not any(box.overlap(other) >= SAME for other in boxes)]
        codes = self._codes(digest, thumbnail, found, more)
        faces = [
            FoundFace(box, float(score), code, name=_name(box, regions))
            for box, score, code in zip(boxes, found.scores, codes, strict=False)
        ]
        drawn = self._drawn.get(digest, ())
        faces += [
            FoundFace(box, 1.0, code, "drawn" if box in drawn else "file", _name(box, regions))
            for box, code in zip(more, codes[len(boxes) :], strict=True)
        ]
        return Looked(digest, faces)

    def _codes(self, digest: str, thumbnail: Pixels, found: Found, more: list[Box]) -> list[Floats | None]:
        """Codes of the faces that were found, from the thumbnail if they are large there, then of those in `more`."""
        small = [i for i, box in enumerate(found.boxes) if max(box[2:]) < _SMALL]
        codes: list[Floats | None] = list(self._coder.codes(thumbnail, found.points))
        if not small and not more:
            return codes
        places = [_shares(found.boxes[i], thumbnail) for i in small] + more
        pixels = self._original(digest, min(max(box.width, box.height) for box in places))
        if pixels is None:
            pixels = thumbnail
        size = np.tile(np.array(pixels.shape[1::-1], np.float32), 2)
        points = [features_in(self._detector, pixels, np.array(box, np.float32) * size) for box in places]
        close = self._coder.codes(pixels, np.stack(points))
        for i, code in zip(small, close, strict=False):
            codes[i] = code
        return [*codes, *close[len(small) :]]

    def _regions(self, digest: str) -> list[Region]:
        """The named faces that the files of a content tell of: of the first copy that does."""
        content = self._contents.get(digest)
        if content is None:
            return []
        for path in self._paths(digest):
            found = regions_of(path, content.width, content.height, content.orientation)
            if found:
                return found
        return []

    def _paths(self, digest: str) -> Iterator[Path]:
        """Those that can be read without fetching anything."""
        for file in self._files.get(digest, ()):
            path = Path(self._roots[file.root], file.path)
            try:
                if not in_cloud(path.stat()):
                    yield path
            except OSError:
                continue

    def _original(self, digest: str, share: float) -> Pixels | None:
        """The picture (height, width, 3), as large as a face of this share of it wants; None where it is not there."""
        edge = min(_LARGEST, max(320, int(_WANTED / max(share, 1e-3))))
        for path in self._paths(digest):
            held: list[Pixels] = []

            def allocate(width: int, height: int, held: list[Pixels] = held) -> memoryview:
                held.append(np.empty((height, width, 4), np.uint8))
                return held[-1].reshape(-1).data

            problem = self._decoders.read(path, allocate, lambda: not self._stop.is_set(), edge=edge)
            if self._stop.is_set():
                raise _Stopped
            if not problem:
                return np.ascontiguousarray(held[-1][:, :, :3])
        return None


def _shares(box: Floats, pixels: Pixels) -> Box:
    height, width = pixels.shape[:2]
    x, y, w, h = (float(v) for v in box)
    return Box(x / width, y / height, w / width, h / height)


def _name(box: Box, regions: Sequence[Region]) -> str | None:
    """The name that a file gives the face in a box: of the region that covers it best."""
    best = max(regions, key=lambda region: region.box.overlap(box), default=None)
    return best.name if best is not None and best.box.overlap(box) >= SAME else None
