"""What `check` finds in a library and its originals: a sentence each, and what mends it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from engine.core.errors import Sentence
from engine.core.job import Job
from engine.core.records import File
from engine.filing import journal
from engine.filing.acting.recover import recover
from engine.library.library import Library
from engine.library.safety import volumes
from engine.library.safety.backups import backups as backups_of
from engine.library.safety.backups import is_whole
from engine.library.safety.condition import is_damage, require_whole
from engine.library.scan import digest, is_away
from engine.pipeline.care.vectors import check_vectors

TOLD = ("kept", "unknown")  # kinds of findings that only say something: nothing is wrong
LITTLE_ROOM = 200 << 20  # bytes


@dataclass(frozen=True)
class Finding:
    """What is not well; `mend` mends it, where the program can."""

    kind: str
    sentence: Sentence
    mend: Callable[[], object] | None = None


def findings(library: Library, job: Job, *, deep: bool = False) -> Iterator[Finding]:
    """Look through an open library; `deep` reads every original and every thumbnail again. Reports "check"."""
    yield from _catalog(library)
    yield from _backups(library)
    yield from _vectors(library, job)
    yield from _unfinished(library)
    yield from _originals(library, job, deep)
    if deep:
        yield from _thumbnails(library, job)
    if shutil.disk_usage(library.folder).free < LITTLE_ROOM:
        yield Finding("room", Sentence("The disk of {folder} is nearly full: free some room.", folder=library.folder))


def _catalog(library: Library) -> Iterator[Finding]:
    path = library.catalog.path
    try:
        require_whole(path, made=True, thorough=True, read_only=library.read_only)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        yield Finding(
            "catalog",
            Sentence("The catalog {path} is damaged ({error}): open the library again.", path=path, error=error),
            path.with_name("catalog.suspect").touch,
        )
    for kept in sorted(library.folder.glob("catalog.damaged-*.db")):
        job_said = Sentence("{path} is a damaged catalog that was kept; remove it if nothing is missing.", path=kept)
        yield Finding("kept", job_said)


def _unfinished(library: Library) -> Iterator[Finding]:
    """Actions on files that were cut in the middle."""
    for id_ in journal.unfinished(library.folder):
        head = journal.head(library.folder, id_)
        if head is None or head.state != "planned":
            yield Finding(
                "unfinished",
                Sentence("Action {id} on files was cut in the middle; everything it did is written down.", id=id_),
                lambda: recover(library, Job()),
            )


def _backups(library: Library) -> Iterator[Finding]:
    for path in backups_of(library.folder):
        if not is_whole(path):
            yield Finding("backup", Sentence("The backup {path} is damaged.", path=path), path.unlink)


def _vectors(library: Library, job: Job) -> Iterator[Finding]:
    """Vectors that are cut off, changed or hold no numbers; they are made again from the thumbnails."""
    unknown = 0
    for found in check_vectors(library, job):
        unknown += found.unknown
        if found.bad:
            yield Finding(
                "vectors",
                Sentence(
                    "{count:,} vectors in {shard} are damaged, changed or lost.",
                    count=len(found.bad),
                    shard=found.shard,
                ),
                lambda found=found: library.catalog.files.drop_vectors(found.backbone, found.bad),  # type: ignore[misc]
            )
    if unknown:
        yield Finding(
            "unknown",
            Sentence(
                "{count:,} vectors are of a version that kept no checksums: whether they were changed before is not "
                "known; from now on it is noticed.",
                count=unknown,
            ),
        )


def _originals(library: Library, job: Job, deep: bool) -> Iterator[Finding]:
    files = library.catalog.files
    for root, place in files.roots():
        folder = Path(place)
        if is_away(folder):
            yield _away(folder)
            continue
        known = [file for file in files.all(root) if file.digest is not None]
        missing: list[str] = []
        there: list[str] = []
        for file in job.track("check", known, len(known)):
            path = folder / file.path
            (there if path.exists() else missing).append(file.path)
            if deep and path.exists() and _has_other_bytes(path, file):
                yield Finding(
                    "changed",
                    Sentence("{path} has other bytes than it had, at the same size and date.", path=path),
                    lambda file=file: files.forget_digest([file.id]),  # type: ignore[misc]
                )
        other = volumes.replaced(folder, volumes.remembered(library.catalog, root))
        away = {below for below in other if volumes.missing_there(below, missing, there)}
        yield from (_away(folder / below) for below in sorted(away))
        gone = sum(not volumes.is_below(path, away) for path in missing)
        if gone:
            yield Finding(
                "gone",
                Sentence(
                    "{count:,} photos are no longer in {folder}; what is known of them is kept.",
                    count=gone,
                    folder=folder,
                ),
            )


def _away(folder: Path) -> Finding:
    return Finding(
        "away", Sentence("{folder} is not there: is its drive plugged in? Nothing was forgotten.", folder=folder)
    )


def _has_other_bytes(path: Path, file: File) -> bool:
    """The size and date that were scanned, and other bytes; an edited file is for the next scan."""
    try:
        status = path.stat()
        return (status.st_size, status.st_mtime_ns) == (file.size, file.mtime_ns) and digest(path) != file.digest
    except OSError:
        return False  # it may be unreadable for now


def _thumbnails(library: Library, job: Job) -> Iterator[Finding]:
    contents = sorted({file.digest for file in library.catalog.files.readable() if file.digest is not None})
    for content in job.track("check", contents, len(contents)):
        path = library.thumbnails.path(content)
        try:
            with Image.open(path, formats=("JPEG",)) as image:
                image.load()
        except FileNotFoundError:
            continue  # the next run makes it
        except (OSError, SyntaxError, ValueError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            yield Finding("thumbnail", Sentence("The thumbnail {path} is damaged.", path=path), path.unlink)
