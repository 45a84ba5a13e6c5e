"""Walks a folder for picture files; decodes nothing and uses no catalog."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from engine.core.errors import FolderAway, why
from engine.core.job import Job
from engine.library import reasons
from engine.library.beside.ignore import IGNORE_FILE, IgnoreRules
from engine.library.beside.other_programs import LeftOut, folder_kind, marker
from engine.library.cloud import in_cloud
from engine.library.outputs.own import is_own
from engine.library.suffixes import SUFFIXES

_REPORT_EVERY = 200  # entries; on a slow network drive one stat takes milliseconds


class FoundFile(NamedTuple):  # made for every file of every scan: a frozen dataclass takes three times as long
    """A picture file on disk: path below its root, forward slashes, surrogateescape where it is not UTF-8.

    One that is `in_cloud` must not be opened: that would download it. `touched_ns` is the time of its inode, which
    every write and no program sets (on Windows that of its creation).
    """

    path: str
    size: int
    mtime_ns: int
    in_cloud: bool = False
    touched_ns: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or folder that could not be read; `path` is relative to the root."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Folder:
    path: str  # "" is the root, others end in a slash
    rules: IgnoreRules


@dataclass
class Looking:
    """What a walk looks for, and what it has seen beside: `left_out` folders of other programs, `visited` the others.

    Links that leave the folder are only followed with `follow_links`. `visited` is by device and inode.
    """

    suffixes: frozenset[str] = SUFFIXES
    follow_links: bool = False
    left_out: list[LeftOut] = field(default_factory=list)
    visited: dict[tuple[int, int], str] = field(default_factory=dict)


def walk(
    root: Path, job: Job, problems: list[Problem] | None = None, looking: Looking | None = None
) -> Iterator[FoundFile]:
    """Yield the picture files below `root`, each real folder once, in the same order every time.

    Hidden entries and what `.photoloomignore` names are left out, and so are folders of other programs. What cannot be
    read, what is no file, and links that lead nowhere or out of the folder are appended to `problems` and stop nothing;
    a root that cannot be read is a FolderAway.
    """
    problems = [] if problems is None else problems
    looking = Looking() if looking is None else looking
    inside = os.path.realpath(root)
    folders = [_Folder("", IgnoreRules())]
    linked: list[_Folder] = []  # after all real folders: a link into the tree must not rename what it holds
    seen = 0
    while folders or linked:
        folder = folders.pop() if folders else linked.pop()
        job.report("scan", seen, 0)
        try:
            entries, rules = _list_folder(root, folder, looking.visited, looking.left_out)
        except OSError as error:
            if not folder.path:
                raise FolderAway("The folder {root} cannot be read: {reason}.", root=root, reason=why(error)) from error
            problems.append(Problem(folder.path.rstrip("/"), reasons.UNSEEN_FOLDER.format(why=_reason(error))))
            continue
        names = {entry.name for entry in entries}
        deeper: list[_Folder] = []
        for entry in entries:
            seen += 1
            if seen % _REPORT_EVERY == 0:
                job.report("scan", seen, 0)
            path = folder.path + entry.name
            try:
                if not _is_wanted(entry, root, path, (names, rules), looking):
                    continue
                why_not = refused(entry, inside, looking.follow_links)
                if why_not:
                    problems.append(Problem(path, why_not))
                elif entry.is_dir():
                    (linked if _is_link(entry) else deeper).append(_Folder(path + "/", rules))
                else:
                    yield _found(path, entry.stat())
            except OSError as error:
                problems.append(Problem(path, reasons.UNSEEN.format(why=_reason(error))))
        folders.extend(reversed(deeper))


def _is_wanted(
    entry: os.DirEntry[str], root: Path, path: str, around: tuple[set[str], IgnoreRules], looking: Looking
) -> bool:
    """Whether an entry is a folder to look through or has the suffix of a picture, and nobody leaves it out.

    `around` are the names beside it and the rules that hold there.
    """
    names, rules = around
    if not entry.is_dir():
        return _suffix(entry.name) in looking.suffixes and not _left_out(entry, path, rules)
    return not _left_out(entry, path + "/", rules) and not _is_foreign(root, path, names, rules, looking.left_out)


def refused(entry: os.DirEntry[str] | Path, inside: str, follow_links: bool) -> str | None:
    """Why an entry is not looked at: it is neither file nor folder, or a link that leads nowhere or out of the folder.

    It is never opened: to open a pipe waits for ever, and to open a device may do anything. `inside` is the real path
    of the root, which links may only leave with `follow_links`. OSError is the caller's.
    """
    if not (entry.is_dir() or entry.is_file()):
        entry.stat(follow_symlinks=False)  # neither is also what a drive says that has just gone
        return reasons.NO_FILE if Path(entry).exists() else reasons.NOWHERE
    if _is_link(entry) and not follow_links:
        real = os.path.realpath(entry)
        if real != inside and not real.startswith(inside.rstrip(os.sep) + os.sep):
            return reasons.LEAVES
    return None


def _found(path: str, status: os.stat_result) -> FoundFile:
    return FoundFile(path, status.st_size, status.st_mtime_ns, in_cloud(status), status.st_ctime_ns)


def is_away(folder: Path) -> bool:
    """Whether a folder cannot be listed, or is empty, as the mount point of a missing drive is."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except OSError:
        return True


def digest(path: Path) -> str:
    """The content hash of a file: BLAKE2b, 128 bits, in hex. OSError is the caller's."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _list_folder(
    root: Path, folder: _Folder, visited: dict[tuple[int, int], str], left_out: list[LeftOut]
) -> tuple[list[os.DirEntry[str]], IgnoreRules]:
    """The entries of a folder that was not visited yet, by name, and the rules that hold in it.

    None of one that is marked as no place for pictures, unless it is the root, which somebody has chosen.
    """
    full = root / folder.path
    status = full.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in visited:
        return [], folder.rules
    visited[identity] = folder.path
    with os.scandir(full) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    names = {entry.name for entry in entries}
    if folder.path and is_own(names):
        return [], folder.rules
    kind = marker(full.name, names) if folder.path else None
    if kind is not None and folder.rules.ignores(folder.path) is None:
        left_out.append(LeftOut(folder.path.rstrip("/"), *kind))
        return [], folder.rules
    if any(entry.name == IGNORE_FILE and entry.is_file() for entry in entries):
        return entries, folder.rules.below(folder.path, full / IGNORE_FILE)
    return entries, folder.rules


def _is_foreign(root: Path, path: str, beside: set[str], rules: IgnoreRules, left_out: list[LeftOut]) -> bool:
    """Whether the folder `path` is another program's, and no pattern of the user's brings it back: then it is noted."""
    above, _, name = path.rpartition("/")
    kind = folder_kind((root / above).name, beside, name)
    if kind is None or rules.ignores(path + "/") is False:
        return False
    left_out.append(LeftOut(path, *kind))
    return True


def _left_out(entry: os.DirEntry[str], path: str, rules: IgnoreRules) -> bool:
    """Whether an entry is hidden or ignored; `path` ends in a slash for a folder."""
    if entry.name[0] == ".":
        return True
    if sys.platform == "win32":
        if entry.stat(follow_symlinks=False).st_file_attributes & stat.FILE_ATTRIBUTE_HIDDEN:
            return True
    return bool(rules.levels) and rules.ignores(path) is True


def _is_link(entry: os.DirEntry[str] | Path) -> bool:
    """A symlink or, on Windows, a junction (which Python 3.11 cannot tell from a folder; `visited` still can)."""
    return entry.is_symlink() or (sys.version_info >= (3, 12) and entry.is_junction())


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _reason(error: OSError) -> str:
    return str(why(error)).lower()
