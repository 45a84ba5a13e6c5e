"""Stage 2: every new file read once, in worker processes: content, metadata, thumbnail."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import FolderAway, why
from engine.core.job import Job
from engine.core.partials import PhotosRead
from engine.core.records import Content, File
from engine.library import reasons
from engine.library.changes.resting import is_as_scanned
from engine.library.cloud import in_cloud
from engine.library.decoding.described import of_comment
from engine.library.decoding.pool import AHEAD, Decoded, DecodePool, Failed, Request
from engine.library.library import Library
from engine.library.links import follows_links
from engine.library.metadata.metadata import VERSION
from engine.library.safety import volumes
from engine.library.safety.in_flight import InFlight
from engine.library.scan import digest, is_away, refused
from engine.pipeline.options import Outcome

COMMIT_INTERVAL = 0.3  # seconds between transactions: what a kill can lose, and how often new thumbnails show
_AHEAD_OF_PARTS = 64  # files a process reads while nobody takes them: its share of some seconds of other work
HASH_AHEAD = 16  # files hashed before the decoders ask for them


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: in so many processes, also what is only in a cloud if `download`; `root` must not go meanwhile."""

    threads: int
    root: int | None = None
    download: bool = False


def read(
    library: Library, threads: int, outcome: Outcome, job: Job, *, root: int | None = None, download: bool = False
) -> None:
    """Read every file that was not read yet; one that cannot be read is stored with a reason, and stops nothing.

    A file that has lost its thumbnail is read again; where that fails it stays as it was, but is tried less and less.
    Files of a drive that is not connected stay as they are. If the drive of `root`, or any if None, is disconnected
    meanwhile, it is a FolderAway: what was read until then is kept. The files of another root are left out.
    A file that is only in a cloud is not read, and stored as such, unless `download`.
    One that has changed since it was scanned is still being written: it is left for the next run, whatever was read of
    it. One that has gone since is no longer listed.
    """
    for _ in read_in_parts(library, [], Reading(threads, root, download), outcome, job):
        pass


def read_in_parts(
    library: Library, parts: Sequence[Set[int]], reading: Reading, outcome: Outcome, job: Job
) -> Generator[None, None, None]:
    """The same in the order of the `parts`, sets of file ids, pausing after each; files that are in none come last.

    In a pause the processes read ahead for a while. A file at which the whole program has died twice waits for a day.
    """
    with closing(InFlight(library.folder)) as in_flight:
        if in_flight.fatal is not None:
            library.catalog.files.quarantine(in_flight.fatal, reasons.ENDED)
        yield from _read_in_parts(library, parts, reading, outcome, job, in_flight)


def _read_in_parts(
    library: Library, parts: Sequence[Set[int]], reading: Reading, outcome: Outcome, job: Job, in_flight: InFlight
) -> Generator[None, None, None]:
    roots = {root: Path(folder) for root, folder in library.catalog.files.roots()}
    folders = {root: _Folder(library, root, folder) for root, folder in roots.items()}
    unread, lost = _unread(library, roots)
    part_of = {id_: place for place, part in enumerate(parts) for id_ in part}
    unread.sort(key=lambda file: part_of.get(file.id, len(parts)))
    left = [[file.id for file in unread if file.id in part] for part in parts]
    readings = _Readings(library, roots, reading.root, job, lost)
    progress = Job(lambda _: job.report("thumbnails", readings.done, len(unread)))
    known = library.catalog.files.known_digests()
    waiting: dict[str, list[File]] = {}  # copies share one decode

    def requests(files: list[File]) -> Iterator[Request]:
        for file, content, problem in _hashed(files, folders, reading.download):
            progress.report("thumbnails", 0, 0)  # many files in a row may need no decoder
            if problem:
                readings.failed([file], problem)
            elif content in waiting:
                waiting[content].append(file)
            elif not readings.is_finished(file, content, known):
                waiting[content] = [file]
                in_flight.begin(file.id)
                yield Request(roots[file.root] / file.path, content, library.thumbnails.path(content))

    for result in _decoded(unread, in_flight, reading, AHEAD if not parts else _AHEAD_OF_PARTS, requests, progress):
        # A copy found from here on sees the finished content in `known` or its own failed decode.
        files = waiting.pop(result.request.digest)
        in_flight.end(files[0].id)
        if _has_changed(result.request.path, files[0]):
            readings.changed(files, result.request)
        elif isinstance(result, Decoded):
            known.add(result.request.digest)
            outcome.decoded += 1
            readings.read(files, result.request.digest, result.content)
        elif isinstance(result, Failed):
            readings.failed(files, result.reason)
        while left and readings.has_settled(left[0]):
            left.pop(0)
            readings.commit()
            yield
    readings.commit()
    outcome.growing += readings.growing
    for _ in left:
        yield


def _decoded(
    unread: list[File],
    in_flight: InFlight,
    reading: Reading,
    ahead: int,
    requests: Callable[[list[File]], Iterator[Request]],
    job: Job,
) -> Iterator[Decoded | Failed]:
    """Decode what `requests` makes of the files; those at which the program may have died come first, one by one."""
    suspects = [file for file in unread if file.id in in_flight.suspects]
    others = [file for file in unread if file.id not in in_flight.suspects]
    for files, workers, waiting in ((suspects, 1, 1), (others, reading.threads, ahead)):
        in_flight.read_alone(files is suspects)
        with DecodePool(workers, ahead=waiting) as pool:
            yield from pool.run(requests(files), job) if files else ()


def _unread(library: Library, roots: Mapping[int, Path]) -> tuple[list[File], set[int]]:
    """The files to be read, and the ids of those among them that have lost their thumbnail; not those that are away."""
    away = {root for root, folder in roots.items() if is_away(folder)}
    there = library.thumbnails.digests()
    lost = [file for file in library.catalog.files.due() if file.digest not in there]
    gone = {root: volumes.replaced(folder, volumes.remembered(library.catalog, root)) for root, folder in roots.items()}
    asked = (*library.catalog.files.unread(), *lost)
    unread = [f for f in asked if f.root not in away and not volumes.is_below(f.path, gone[f.root])]
    return unread, {file.id for file in lost}


class _Folder:
    """A root: its path, the real one, and whether links may lead out of it."""

    def __init__(self, library: Library, root: int, path: Path) -> None:
        self.path, self._inside = path, os.path.realpath(path)
        self._follow_links = follows_links(library.catalog, root)

    def refused(self, path: Path) -> str | None:
        """As `scan.refused`: what is listed may be a pipe, or have become one, or a link that leads out."""
        return refused(path, self._inside, self._follow_links)


def _hashed(files: list[File], folders: Mapping[int, _Folder], download: bool) -> Iterator[tuple[File, str, str]]:
    """Each file's digest, or why it has none, in order, a few ahead of the decoders.

    In threads: hashing releases the lock.
    """

    def one(file: File) -> tuple[File, str, str]:
        folder = folders[file.root]
        path = folder.path / file.path
        try:
            why_not = folder.refused(path)
            if why_not is not None:
                return file, "", why_not
            if not download and in_cloud(path.stat()):
                return file, "", reasons.IN_CLOUD
            content = digest(path)
            return (file, "", reasons.GROWING) if _has_changed(path, file) else (file, content, "")
        except OSError as error:
            return file, "", reasons.of_system(error) or reasons.UNOPENED.format(why=why(error))

    with ThreadPoolExecutor(2) as threads:
        for start in range(0, len(files), HASH_AHEAD):
            yield from threads.map(one, files[start : start + HASH_AHEAD])


def _has_changed(path: Path, file: File) -> bool:
    """Whether it is being written since it was scanned; what keeps it from being looked at is told elsewhere."""
    try:
        return not is_as_scanned(path.stat(), file)
    except OSError:
        return False


class _Readings:
    """Collects results and enters them in the catalog every COMMIT_INTERVAL seconds."""

    def __init__(
        self, library: Library, roots: Mapping[int, Path], required: int | None, job: Job, known: Set[int]
    ) -> None:
        self._library, self._roots, self._required, self._job, self._known = library, roots, required, job, known
        self.growing = 0  # files that are still being written, and that the scan did not see as such
        self._read: list[tuple[int, str]] = []
        self._contents: list[Content] = []
        self._problems: list[tuple[File, str]] = []
        self._doubtful: set[int] = set()  # roots of which a file has failed for a passing reason
        self._settled: set[int] = set()  # ids of files that were read, or cannot be
        self._last = time.monotonic()

    @property
    def done(self) -> int:
        """Files."""
        return len(self._settled)

    def has_settled(self, files: list[int]) -> bool:
        """Whether all of these files (ids) are read, or cannot be; those that are leave the end of the list."""
        while files and files[-1] in self._settled:
            files.pop()
        return not files

    def read(self, files: list[File], content: str, described: Content | None) -> None:
        self._settled.update(file.id for file in files)
        self._read += [(file.id, content) for file in files]
        if described is not None:
            self._contents.append(described)
        self._commit_if_due()

    def is_finished(self, file: File, content: str, known: set[str]) -> bool:
        """Whether a content needs no decoding; then the file is read.

        A kill may have come after its thumbnail was finished, and before the catalog knew: then the thumbnail says it.
        """
        thumbnails, described = self._library.thumbnails, None
        if content in known:
            if not thumbnails.has(content):
                return False
        else:
            described = of_comment(thumbnails.comment(content), content, VERSION)
            if described is None:
                return False
            known.add(content)
        self.read([file], content, described)
        return True

    def changed(self, files: list[File], request: Request) -> None:
        """The first of the files was written while it was decoded: nobody knows of which content the thumbnail is."""
        if request.thumbnail is not None:
            request.thumbnail.unlink(missing_ok=True)
        self.failed(files, reasons.GROWING)

    def failed(self, files: list[File], sentence: str) -> None:
        """Enter a reason, unless it turns out to be only that the folder has gone: see `commit`."""
        self._settled.update(file.id for file in files)
        if reasons.passes(sentence) and sentence != reasons.IN_CLOUD:
            self._doubtful.add(files[0].root)
        if sentence == reasons.GROWING:
            self.growing += sum(f.problem != sentence for f in files)
        new = [f for f in files if f.problem != sentence or reasons.costs(sentence)]
        self._problems += [(file, sentence) for file in new]
        self._commit_if_due()

    def commit(self) -> None:
        """Enter what was read. The files of a folder that has gone stay unread; a FolderAway if it is required."""
        if not self._read and not self._problems and not self._doubtful:
            return
        files = self._library.catalog.files
        away = {root for root in self._doubtful if is_away(self._roots[root])}
        problems = [(f, said) for f, said in self._problems if f.root not in away or not reasons.passes(said)]
        with self._library.catalog.transaction():
            files.add_contents(self._contents)
            files.set_read(self._read)
            files.set_problems([(file.id, said) for file, said in problems if file.id not in self._known])
            files.mark_gone(file.id for file, said in problems if said == reasons.GONE and self._is_gone(file))
            files.add_tries([f.id for f, said in problems if f.id in self._known and _is_of_the_file(said)])
        self._job.publish(PhotosRead(tuple(id_ for id_, _ in self._read)))
        self._read, self._contents, self._problems = [], [], []
        self._doubtful.clear()
        self._last = time.monotonic()
        missing = [root for root in away if self._required in (root, None)]
        if missing:
            raise FolderAway(
                "{folder} has gone while its photos were read: is its drive plugged in? Nothing was forgotten; run "
                "again when it is back.",
                folder=self._roots[missing[0]],
            )

    def _is_gone(self, file: File) -> bool:
        return not (self._roots[file.root] / file.path).exists()

    def _commit_if_due(self) -> None:
        if time.monotonic() - self._last >= COMMIT_INTERVAL:
            self.commit()


def _is_of_the_file(sentence: str) -> bool:
    """Whether the file itself may be the reason, not only its surroundings."""
    return reasons.costs(sentence) or not reasons.passes(sentence)
