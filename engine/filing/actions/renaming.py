"""Renames that never overwrite, and finding out whether two names are one file."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from engine.core.errors import why
from engine.filing.actions.action import Facts, Intend, Left
from engine.filing.planning.names import free_name
from engine.library.cloud import in_cloud

HELD = "held"  # the fact that an empty file of ours may hold this name, for a moment
# What a file system says that has no hard links: FAT, some network drives.
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL)
_VANISHED = (errno.ENOENT, errno.ENOTDIR)


def status_of(path: Path | str) -> os.stat_result | None:
    """The file of this name, a link as itself; None where there is none."""
    try:
        return os.stat(path, follow_symlinks=False)  # noqa: PTH116 - of a hundred thousand paths, no Path is made
    except (FileNotFoundError, NotADirectoryError):
        return None


def plain_file(path: Path) -> os.stat_result:
    """The status of a file that may be moved or copied; Left where it is none, or only in a cloud."""
    try:
        status = path.lstat()
    except OSError as error:
        if error.errno in _VANISHED and path.parent.exists():
            raise Left("{name} is not there any more", name=path.name) from error
        raise
    if stat.S_ISLNK(status.st_mode):
        raise Left("{name} is a link, which is not followed", name=path.name)
    if not stat.S_ISREG(status.st_mode):
        raise Left("{name} is not a file", name=path.name)
    if in_cloud(status):
        raise Left("{name} is only in the cloud: download it first", name=path.name)
    return status


def same_file(a: os.stat_result, b: os.stat_result) -> bool:
    return (a.st_dev, a.st_ino) == (b.st_dev, b.st_ino)


def rename(source: Path, target: Path, intend: Intend) -> None:
    """Give a file another name on the same drive; FileExistsError where the name is taken, OSError EXDEV elsewhere.

    Cut in the middle, the file has both names, or an empty file holds the new one, which is intended first: see
    `finish_rename`.
    """
    if sys.platform == "win32":
        source.rename(target)  # refuses a name that is taken
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename_without_links(source, target, intend)
        return
    _or_take_back(source.unlink, target)  # a folder may let names be added, and none removed


def _rename_without_links(source: Path, target: Path, intend: Intend) -> None:
    """An empty file holds the name until it is replaced, which is atomic."""
    if status_of(target) is not None:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    intend({HELD: str(target)})
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _or_take_back(lambda: source.replace(target), target)


def _or_take_back(work: Callable[[], object], target: Path) -> None:
    """Where `work` fails, the name that was just made goes again."""
    try:
        work()
    except BaseException:
        target.unlink()
        raise


def is_second_name(source: Path, target: Path) -> bool:
    """Whether one file lies under both names: not where a file system that ignores case takes them for one name."""
    old, new = status_of(source), status_of(target)
    if old is None or new is None or not same_file(old, new):
        return False
    if not source.parent.samefile(target.parent):
        return True
    return {source.name, target.name} <= set(os.listdir(source.parent))  # noqa: PTH208


def finish_rename(source: Path, target: Path, facts: Facts) -> None:
    """After a crash in the middle of `rename`: leave the file under one name, the new one if it has it.

    An empty file that is not among the `facts` is somebody's own.
    """
    old, new = status_of(source), status_of(target)
    if old is None or new is None:
        return
    if same_file(old, new):
        if is_second_name(source, target):
            source.unlink()
    elif old.st_size:
        release(target, facts)


def release(target: Path, facts: Facts) -> None:
    """Remove the empty file by which we held a name; nothing may be moved there that is empty itself."""
    there = status_of(target)
    if facts.get(HELD) == str(target) and there and stat.S_ISREG(there.st_mode) and not there.st_size:
        target.unlink()


def free_path(path: Path) -> Path:
    """The path, or with the first number that makes it free: "a (2).jpg", within 255 bytes."""
    return path.with_name(free_name(path.name, lambda name: status_of(path.with_name(name)) is not None))


def remove(path: Path) -> None:
    """Remove a file of ours; one that cannot be removed is Left."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError as error:
        raise Left("{name} cannot be removed ({reason})", name=path.name, reason=why(error)) from error
