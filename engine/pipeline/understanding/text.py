"""Part "text": what is written in pictures, read in the background.

Most photos have no text, and to look for it closely takes half a second. So the thumbnail is looked at first, unless
the vector says that text is likely; where it shows lines in a picture of which none were expected, those alone are
read.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from threading import Event
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import File
from engine.library import reasons
from engine.library.catalog.understanding.text_table import ReadText
from engine.library.cloud import in_cloud
from engine.library.decoding.picture_workers import PictureWorkers
from engine.library.library import Library
from engine.library.rotations import kept_turns
from engine.library.thumbnails import EDGE as THUMBNAIL
from engine.text.detection import Found
from engine.text.networks import model_key
from engine.text.reader import Stopped, TextReader, looking_edge
from engine.text.turning import turned, turned_back

Pixels = NDArray[np.uint8]

LIKELY = 0.15  # likelihood of text from which on the picture itself is searched for it
_MANY = 3  # lines on the thumbnail of a picture from which on it is searched, whatever its vector says
_READ = 1600  # pixels of the long side that are decoded: small print is cut from these
_BATCH = 2.0  # seconds between transactions: what a kill loses
_TICK = 0.2  # seconds until a cancel is heard


@dataclass(frozen=True)
class Text:
    """`likelihoods`: how likely there is text in a content, by its vector; one that is missing is not known."""

    likelihoods: Mapping[str, float] = field(default_factory=dict)
    name: ClassVar[str] = "text"

    @property
    def key(self) -> str:
        return model_key()

    def pending(self, library: Library) -> list[str]:
        """Contents that this model has not looked at as they are turned now, the likeliest to have text first."""
        with library.catalog.reading():
            turns, looked = kept_turns(library.catalog), library.catalog.texts.turns(self.key)
            contents = {file.digest for file in library.catalog.files.readable() if file.digest is not None}
        missing = [digest for digest in contents if looked.get(digest) != turns.get(digest, 0)]
        return sorted(missing, key=lambda digest: (-self.likelihoods.get(digest, LIKELY), digest))

    def run(self, library: Library, digests: Sequence[str], workers: int, job: Job) -> None:
        """Look at these contents in `workers` threads; reports "text"; what is found is kept every two seconds."""
        job.report(self.name, 0, len(digests))
        stop = Event()
        with closing(PictureWorkers()) as decoders, ThreadPoolExecutor(workers) as threads:
            look = _Look(library, TextReader(), decoders, self.likelihoods, stop)
            try:
                self._keep(library, _answers(threads, look, digests, 2 * workers), len(digests), job)
            finally:
                stop.set()

    def _keep(self, library: Library, answers: Iterator[tuple[int, list[ReadText]]], total: int, job: Job) -> None:
        """Enter what comes; the rest, too, after a cancel."""
        done, waiting, kept_at = 0, list[ReadText](), time.monotonic()
        try:
            for looked_at, some in answers:
                waiting += some
                done += looked_at
                if time.monotonic() - kept_at > _BATCH:
                    library.catalog.texts.save(self.key, waiting)
                    waiting, kept_at = [], time.monotonic()
                job.report(self.name, done, total)
        finally:
            library.catalog.texts.save(self.key, waiting)


def _answers(
    threads: ThreadPoolExecutor, look: Callable[[str], ReadText | None], digests: Sequence[str], ahead: int
) -> Iterator[tuple[int, list[ReadText]]]:
    """How many were looked at and what was found, as it comes; nothing every _TICK in which none were."""
    rest = iter(digests)
    running: set[Future[ReadText | None]] = {threads.submit(look, digest) for digest in islice(rest, ahead)}
    while running:
        finished, running = wait(running, _TICK, FIRST_COMPLETED)
        running |= {threads.submit(look, digest) for digest in islice(rest, len(finished))}
        found = [future.result() for future in finished]
        yield len(found), [one for one in found if one is not None]


class _Look:
    """Looks at one content at a time, from any thread."""

    def __init__(
        self,
        library: Library,
        reader: TextReader,
        decoders: PictureWorkers,
        likelihoods: Mapping[str, float],
        stop: Event,
    ) -> None:
        self._library, self._reader, self._decoders = library, reader, decoders
        self._likelihoods, self._stop = likelihoods, stop
        catalog = library.catalog
        with catalog.reading():
            self._roots, self._turns = dict(catalog.files.roots()), kept_turns(catalog)
            self._sizes = {c.digest: (c.width, c.height) for c in catalog.files.contents().values()}
            self._files: dict[str, list[File]] = {}
            for file in catalog.files.readable():
                self._files.setdefault(file.digest or "", []).append(file)

    def __call__(self, digest: str) -> ReadText | None:
        """What is written in a content; None where that cannot be told now, as of a drive that is away."""
        if self._stop.is_set():
            raise Stopped
        turn = self._turns.get(digest, 0)
        likelihood = self._likelihoods.get(digest)
        boxes = None
        if likelihood is None or likelihood <= LIKELY:
            thumbnail = self._library.thumbnails.picture(digest)
            if thumbnail is None:
                return None
            boxes = self._reader.boxes(turned(thumbnail, turn), THUMBNAIL)
            if not len(boxes.scores):
                return ReadText(digest, turn)
            if likelihood is None or len(boxes.scores) >= _MANY:
                boxes = None
        return self._read(digest, turn, boxes)

    def _read(self, digest: str, turn: int, boxes: Found | None) -> ReadText | None:
        """What is written in the original: in `boxes`, or anywhere."""
        pixels = self._original(digest)
        if isinstance(pixels, str):
            return None if _may_pass(pixels) else ReadText(digest, turn, problem=pixels)
        shown, wanted = turned(pixels, turn), lambda: not self._stop.is_set()
        text = self._reader.read(shown, wanted) if boxes is None else self._reader.read_boxes(shown, boxes, wanted)
        return ReadText(digest, turn, turned_back(text, turn))

    def _original(self, digest: str) -> Pixels | str:
        """The picture (height, width, 3), at most _READ pixels long; or why there is none."""
        problem = reasons.GONE
        for file in self._files.get(digest, ()):
            path = Path(self._roots[file.root], file.path)
            try:
                if in_cloud(path.stat()):
                    problem = reasons.IN_CLOUD
                    continue
            except OSError as error:
                problem = reasons.of_system(error) or reasons.GONE
                continue
            held: list[Pixels] = []

            def allocate(width: int, height: int, held: list[Pixels] = held) -> memoryview:
                held.append(np.empty((height, width, 4), np.uint8))
                return held[-1].reshape(-1).data

            edge = max(_READ, looking_edge(*self._sizes.get(digest, (1, 1))))
            problem = self._decoders.read(path, allocate, lambda: not self._stop.is_set(), edge=edge)
            if self._stop.is_set():
                raise Stopped
            if not problem:
                return held[-1][:, :, :3]
        return problem


def _may_pass(problem: str) -> bool:
    """Whether it is about the file's surroundings, and costs nothing to be tried again."""
    return reasons.passes(problem) and not reasons.costs(problem)
