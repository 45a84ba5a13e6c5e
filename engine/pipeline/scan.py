"""Stage 1: compare the files on disk with the catalog."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path, PurePath

from engine.core.errors import FolderAway
from engine.core.job import Job
from engine.core.partials import Scanned
from engine.core.records import File
from engine.library import reasons
from engine.library.beside.ignore import IGNORE_FILE
from engine.library.beside.seen import Beside, note
from engine.library.changes.resting import restless
from engine.library.compare import Scan, compare, match_moves
from engine.library.library import Library
from engine.library.links import follows_links
from engine.library.safety import volumes
from engine.library.scan import FoundFile, Looking, Problem, digest, is_away, walk
from engine.library.suffixes import SUFFIXES, UNREAD_SUFFIXES, VIDEO_SUFFIXES
from engine.pipeline.options import Outcome


def scan(library: Library, root: int, outcome: Outcome, job: Job) -> None:
    """Write new, changed, moved and missing files under `root` to the catalog.

    A folder that is suddenly empty is taken for a drive that is not connected: nothing is forgotten (FolderAway).
    A file that is still being written is left for the next run: a new one is entered as such, a known one stays as it
    was.
    """
    files = library.catalog.files
    folder = Path(dict(files.roots())[root])
    known = files.all(root)
    visited = volumes.Visited()
    kinds = SUFFIXES | VIDEO_SUFFIXES | UNREAD_SUFFIXES
    looking = Looking(kinds, follows_links(library.catalog, root), outcome.left_out, visited)
    everything = walk(folder, job, outcome.problems, looking)
    beside = outcome.beside = Beside()
    found = [file for file in everything if not beside.takes(file.path)]
    beside.leave_out(outcome.left_out)
    if outcome.problems and is_away(folder):
        raise FolderAway(
            "{folder} has gone while it was looked through: is its drive plugged in? Nothing was forgotten; run again "
            "when it is back.",
            folder=folder,
        )
    if found or not known:
        note(library.catalog, root, beside)
    if not found:
        raise _empty_folder(folder, len(known), beside)
    there = _same_drives(library, root, outcome, known, found, visited)
    result, growing = _rested(folder, found, compare(found, known, outcome.problems), job)
    outcome.growing += len(growing)
    outcome.seen += len(found)
    outcome.unchanged += len(result.unchanged)
    if result.new or result.changed or result.gone:
        moved = _moves(library, root, [*result.gone, *files.gone(root)], result.new, job) if result.new else []
        outcome.moved += len(moved)
        _write_changes(library, root, result.new, result.changed, result.gone, moved)
    _write_unreadable(library, root, {file.path for file in known}, outcome)
    _write_growing(library, root, growing)
    volumes.remember(library.catalog, root, there)
    job.publish(Scanned(len(found), len(result.new)))


def scan_others(library: Library, root: int, job: Job) -> int:
    """Scan the library's other folders; one whose drive is not connected stays as it is.

    Returns how many files are still being written there.
    """
    growing = 0
    for other, folder in library.catalog.files.roots():
        if other != root and Path(folder).is_dir():
            outcome = Outcome()
            try:
                scan(library, other, outcome, job)
            except FolderAway:
                continue
            growing += outcome.growing
    return growing


def _same_drives(
    library: Library, root: int, outcome: Outcome, known: list[File], found: list[FoundFile], visited: volumes.Visited
) -> dict[str, str]:
    """The volumes to remember. A FolderAway where another drive is in the place of the known one.

    A folder below it whose drive is away is entered among the problems: its files are not known to be gone.
    """
    folder, before = Path(dict(library.catalog.files.roots())[root]), volumes.remembered(library.catalog, root)
    there = volumes.present(folder, visited)
    away = volumes.replaced(folder, before)
    if not away:
        return before | there
    paths, looks = {file.path for file in found}, {(PurePath(file.path).name, file.size) for file in found}
    missing = [f.path for f in known if f.path not in paths and (PurePath(f.path).name, f.size) not in looks]
    away = {place for place in away if volumes.missing_there(place, missing, paths & {f.path for f in known})}
    if volumes.ROOT in away:
        raise FolderAway(
            "Another drive than before is at {folder}: of the {known:,} pictures that the library knows there, "
            "{missing:,} are missing. Nothing was forgotten; plug the right one in, or forget them: Forget missing "
            "photos… in the window, `check FOLDER --forget-missing` without it.",
            folder=folder,
            known=len(known),
            missing=len(missing),
        )
    outcome.problems += [Problem(place, reasons.AWAY) for place in sorted(away)]
    return {**before, **there, **{place: before[place] for place in away}}


def _rested(folder: Path, found: list[FoundFile], result: Scan, job: Job) -> tuple[Scan, list[FoundFile]]:
    """The result without the files that are still being written, which are returned beside it, or have gone since."""
    grew = {file.path for file in result.unchanged if file.problem == reasons.GROWING}
    asked = [*result.new, *(here for _, here in result.changed), *(file for file in found if file.path in grew)]
    growing, gone = restless(folder, asked, job)
    left = growing | gone
    if not left:
        return result, []
    new = [here for here in result.new if here.path not in left]
    changed = [(file, here) for file, here in result.changed if here.path not in left]
    return replace(result, new=new, changed=changed), [here for here in asked if here.path in growing]


def _empty_folder(folder: Path, known: int, beside: Beside) -> FolderAway:
    if known and beside.left_out:
        return FolderAway(
            "All pictures that the library knows in {folder} lie in folders of other programs now ({programs}), which "
            "are left out. Nothing was forgotten; a line with ! in {ignore_file} brings such a folder back.",
            folder=folder,
            programs=", ".join(beside.programs()),
            ignore_file=IGNORE_FILE,
        )
    if known:
        return FolderAway(
            "{folder} is empty, but the library knows {known:,} pictures there: is its drive plugged "
            "in? Nothing was forgotten.",
            folder=folder,
            known=known,
        )
    if beside.unknown:
        return FolderAway(
            "There are no pictures in {folder} that can be read; of kinds that are not read there are {count:,}: "
            "{kinds}.",
            folder=folder,
            count=beside.unknown.total(),
            kinds=", ".join(beside.kinds()),
        )
    if beside.left_out:
        return FolderAway(
            "There are no pictures in {folder} but in folders of other programs ({programs}), which are left out; a "
            "line with ! in {ignore_file} brings such a folder back.",
            folder=folder,
            programs=", ".join(beside.programs()),
            ignore_file=IGNORE_FILE,
        )
    return FolderAway("There are no pictures in {folder}.", folder=folder)


def _moves(
    library: Library, root: int, gone: list[File], new: list[FoundFile], job: Job
) -> list[tuple[File, FoundFile, str]]:
    """New files with the content of a gone one, of this root before any other's.

    Only files of a gone one's size are worth reading.
    """
    folder = Path(dict(library.catalog.files.roots())[root])
    gone_elsewhere = _gone_elsewhere(library, root, job, {found.size for found in new})
    sizes = {file.size for file in (*gone, *gone_elsewhere) if file.digest is not None}
    digests = _presumed_digests([*gone, *gone_elsewhere], new)
    candidates = [found for found in new if found.size in sizes and not found.in_cloud]
    for found in job.track("scan", candidates, len(candidates)):
        try:
            digests[found.path] = digest(folder / found.path)
        except OSError:
            continue  # reading it later says what is wrong
    read = [(found, digests[found.path]) for found in new if found.path in digests]
    pairs = match_moves(gone, read)
    matched = {found for _, found in pairs}
    pairs += match_moves(gone_elsewhere, [pair for pair in read if pair[0] not in matched])
    return [(file, found, digests[found.path]) for file, found in pairs]


def _presumed_digests(gone: list[File], new: list[FoundFile]) -> dict[str, str]:
    """Digests of new files in the cloud, by path, presumed from size and date: a moved photo keeps both."""
    digests_of: dict[tuple[int, int], set[str]] = {}
    for file in gone:
        if file.digest is not None:
            digests_of.setdefault((file.size, file.mtime_ns), set()).add(file.digest)
    stamped = ((found, digests_of.get((found.size, found.mtime_ns), set())) for found in new if found.in_cloud)
    return {found.path: next(iter(digests)) for found, digests in stamped if len(digests) == 1}


def _gone_elsewhere(library: Library, root: int, job: Job, sizes: set[int]) -> list[File]:
    """The files of other roots, of these sizes, that are no longer where they were.

    For roots that were not scanned since the disk is checked. On a drive that is not connected a move cannot be
    distinguished from a copy.
    """
    gone, there = library.catalog.files.elsewhere(root)
    folders = {other: Path(place) for other, place in library.catalog.files.roots()}
    candidates = [f for f in there if f.size in sizes]
    asked = job.track("scan", candidates, len(candidates))  # on a network drive it takes long
    missing = [f for f in asked if _is_missing(folders[f.root] / f.path)]
    devices = library.catalog.files.devices()
    away = {other: _away(library, other, folders[other], devices[other]) for other in {f.root for f in missing}}
    return [f for f in gone if f.size in sizes] + [f for f in missing if not volumes.is_below(f.path, away[f.root])]


def _away(library: Library, root: int, folder: Path, device: int) -> set[str]:
    """The places of a root whose drives are not there."""
    away = volumes.replaced(folder, volumes.remembered(library.catalog, root))
    return away | ({volumes.ROOT} if _is_unplugged(folder, device) else set())


def _is_unplugged(folder: Path, device: int) -> bool:
    """Whether the folder's drive is not connected, rather than its photos gone from a connected one."""
    if not is_away(folder):
        return False
    for place in (folder, *folder.parents):  # where the mount point itself has gone, it lies on another device
        try:
            return place.stat().st_dev != device
        except OSError:
            continue
    return True


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # it may be there, and out of reach
    return False


def _write_changes(
    library: Library,
    root: int,
    new: list[FoundFile],
    changed: list[tuple[File, FoundFile]],
    gone: list[File],
    moved: list[tuple[File, FoundFile, str]],
) -> None:
    files = library.catalog.files
    moved_ids = {file.id for file, _, _ in moved}
    moved_paths = {os.fsencode(found.path) for _, found, _ in moved}
    with library.catalog.transaction():
        files.mark_gone(file.id for file in gone if file.id not in moved_ids)
        files.revise(((file.id, found.path, found.size, found.mtime_ns) for file, found, _ in moved), root)
        files.set_read([(file.id, content) for file, _, content in moved])
        files.revise((file.id, found.path, found.size, found.mtime_ns) for file, found in changed)
        files.forget_digest(file.id for file, _ in changed)
        files.add(root, ((f.path, f.size, f.mtime_ns) for f in new if os.fsencode(f.path) not in moved_paths))


def _write_unreadable(library: Library, root: int, known: set[str], outcome: Outcome) -> None:
    """Store pictures that are listed but cannot be accessed, with a reason, like unreadable ones."""
    files = library.catalog.files
    unreadable = [p for p in outcome.problems if PurePath(p.path).suffix.lower()[1:] in SUFFIXES]
    new = [(p.path, 0, 0) for p in unreadable if p.path not in known]
    if new:
        files.add(root, new)
        reasons = {p.path: p.reason for p in unreadable}
        files.set_problems([(f.id, reasons[f.path]) for f in files.unread() if f.root == root and f.path in reasons])


def _write_growing(library: Library, root: int, growing: list[FoundFile]) -> None:
    """Enter new files that are still being written, so that they are listed, and read by the next run."""
    if growing:
        files = library.catalog.files
        known = {file.path for file in files.all(root)}
        files.add(root, ((f.path, f.size, f.mtime_ns) for f in growing if f.path not in known))
        paths = {f.path for f in growing}
        files.set_problems([(f.id, reasons.GROWING) for f in files.unread() if f.root == root and f.path in paths])
