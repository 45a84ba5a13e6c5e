"""Stage 2: every new file read once, in worker processes: content, metadata, thumbnail."""

from __future__ import annotations

import time
from collections.abc import Iterator, Set
from concurrent.futures import ThreadPoolExecutor

from engine.errors import why
from engine.job import Job
from engine.library import reasons
from engine.library.decode_pool import Decoded, DecodePool, Failed, Request
from engine.library.library import Library
from engine.library.scan import digest
from engine.partials import PhotosRead
from engine.pipeline.words import Outcome
from engine.records import Content, File

COMMIT_EVERY = 0.3  # seconds between transactions: what a kill can lose, and how often thumbnails pour in
HASH_AHEAD = 16  # files hashed before the decoders ask for them


def read(library: Library, threads: int, outcome: Outcome, job: Job) -> None:
    """Read what was not read yet; a file that can't be becomes an entry with a reason, and stops nothing.

    What was read but has lost its thumbnail, which anybody may delete, is read again; where that can't be done, as
    with a drive that is away, it stays what it was.
    """
    there = library.thumbnails.digests()
    lost = [file for file in library.catalog.files.readable() if file.digest not in there]
    unread = [*library.catalog.files.unread(), *lost]
    if not unread:
        return
    readings = _Readings(library, job, outcome, {file.id for file in lost})
    known = library.catalog.files.known_digests()
    waiting: dict[str, list[File]] = {}  # copies share one decode

    def requests() -> Iterator[Request]:
        for file, content in _hashed(library, unread, job):
            path = library.path_of(file.root, file.path)
            if isinstance(content, OSError):
                readings.failed([file], reasons.UNOPENED.format(why=why(content)))
            elif content in waiting:
                waiting[content].append(file)
            elif content in known and library.thumbnails.has(content):
                readings.read([file], content, None)
            else:
                waiting[content] = [file]
                yield Request(path, content, library.thumbnails.path(content))

    with DecodePool(workers=threads) as pool:
        for result in pool.run(requests(), job, stage="thumbnails", total=len(unread)):
            # A copy found from here on sees the finished content in `known` or its own failed decode.
            files = waiting.pop(result.request.digest)
            if isinstance(result, Decoded):
                known.add(result.request.digest)
                outcome.decoded += 1
                readings.read(files, result.request.digest, result.content)
            elif isinstance(result, Failed):
                readings.failed(files, result.reason)
    readings.commit()


def _hashed(library: Library, files: list[File], job: Job) -> Iterator[tuple[File, str | OSError]]:
    """Digests in order, a few ahead of the decoders, in threads (hashing releases the lock)."""

    def one(file: File) -> str | OSError:
        try:
            return digest(library.path_of(file.root, file.path))
        except OSError as error:
            return error

    with ThreadPoolExecutor(2) as threads:
        for start in range(0, len(files), HASH_AHEAD):
            chunk = files[start : start + HASH_AHEAD]
            yield from zip(chunk, threads.map(one, chunk), strict=True)


class _Readings:
    """Collects results and enters them in the catalog every COMMIT_EVERY seconds."""

    def __init__(self, library: Library, job: Job, outcome: Outcome, known: Set[int]) -> None:
        self._library, self._job, self._outcome, self._known = library, job, outcome, known
        self._read: list[tuple[int, str]] = []
        self._contents: list[Content] = []
        self._problems: list[tuple[int, str]] = []
        self._last = time.monotonic()

    def read(self, files: list[File], content: str, described: Content | None) -> None:
        self._read += [(file.id, content) for file in files]
        if described is not None:
            self._contents.append(described)
        self._commit_now_and_then()

    def failed(self, files: list[File], sentence: str) -> None:
        self._problems += [(file.id, sentence) for file in files if file.id not in self._known]
        self._commit_now_and_then()

    def commit(self) -> None:
        files = self._library.catalog.files
        with self._library.catalog.transaction():
            files.add_contents(self._contents)
            files.set_read(self._read)
            files.set_problems(self._problems)
        self._job.publish(PhotosRead(tuple(id_ for id_, _ in self._read)))
        self._read, self._contents, self._problems = [], [], []
        self._last = time.monotonic()

    def _commit_now_and_then(self) -> None:
        if time.monotonic() - self._last >= COMMIT_EVERY:
            self.commit()
