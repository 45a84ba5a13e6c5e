"""Between stages 1 and 2: metadata that an earlier version has read is read again, once; no picture is decoded."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from engine.core.job import Job
from engine.core.records import Content
from engine.library import reasons
from engine.library.cloud import in_cloud
from engine.library.decoding.pool import Decoded, DecodePool, Failed, Request
from engine.library.library import Library
from engine.library.metadata.metadata import VERSION
from engine.library.scan import is_away

STAGE = "metadata"
COMMIT_INTERVAL = 0.3  # seconds between transactions: what a kill can lose


def refresh_metadata(library: Library, threads: int, job: Job, *, download: bool = False) -> None:
    """Read the metadata of contents of an older reader's again; what is away, or only in a cloud, waits for its time.

    A picture that turns out to lie on its side loses its thumbnail and vector, so that the next stages make them anew.
    """
    requests = _Requests(library, download)
    if not requests.waiting:
        return
    found = _Found(library, requests.known)
    with DecodePool(threads) as pool:
        for result in pool.run(requests, job, STAGE, len(requests.waiting)):
            if isinstance(result, Decoded):
                found.read(result.content)
            elif isinstance(result, Failed) and not _is_elsewhere(result.reason):
                found.stays(result.request.digest)
    found.commit()


def _is_elsewhere(reason: str) -> bool:
    """Whether the file could not even be opened: it may be another time."""
    return reasons.passes(reason) and not reasons.costs(reason)


class _Requests:
    """One request for each outdated content: of its copies the first that can be opened is read."""

    def __init__(self, library: Library, download: bool) -> None:
        with library.catalog.reading():
            roots = {root: Path(folder) for root, folder in library.catalog.files.roots()}
            files = library.catalog.files.outdated(VERSION)
            self.known = library.catalog.files.contents() if files else {}
        away = {root for root in {file.root for file in files} if is_away(roots[root])}
        self.waiting: dict[str, list[Path]] = {}
        for file in files:
            if file.root not in away:
                self.waiting.setdefault(str(file.digest), []).append(roots[file.root] / file.path)
        self._download = download

    def __iter__(self) -> Iterator[Request]:
        for digest, paths in self.waiting.items():
            path = next((path for path in paths if self._is_there(path)), None)
            if path is not None:
                yield Request(path, digest, None)

    def _is_there(self, path: Path) -> bool:
        try:
            return self._download or not in_cloud(path.stat())
        except OSError:
            return False  # it is gone since the scan, or cannot be reached: see scan


class _Found:
    """Collects what was read and enters it in the catalog every COMMIT_INTERVAL seconds."""

    def __init__(self, library: Library, known: dict[str, Content]) -> None:
        self._library, self._known = library, known
        self._contents: list[Content] = []
        self._turned: list[str] = []
        self._last = time.monotonic()

    def read(self, content: Content) -> None:
        if content.orientation != self._known[content.digest].orientation:
            self._turned.append(content.digest)
        self._contents.append(content)
        if time.monotonic() - self._last >= COMMIT_INTERVAL:
            self.commit()

    def stays(self, digest: str) -> None:
        """What an earlier version has read is all that can be had."""
        self._contents.append(self._known[digest]._replace(metadata_version=VERSION))

    def commit(self) -> None:
        files = self._library.catalog.files
        for digest in self._turned:  # before the catalog: a thumbnail that is missing is made again
            self._library.thumbnails.remove(digest)
        with self._library.catalog.transaction():
            files.set_metadata(self._contents)
            files.forget_looks(self._turned)
        self._contents, self._turned = [], []
        self._last = time.monotonic()
