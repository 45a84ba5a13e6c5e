"""Copies a file so that nothing is believed that was not read back from the disk."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from engine.core.disk.durable import sync_folder
from engine.core.job import Job
from engine.filing.actions.action import Intend, Left
from engine.filing.actions.renaming import plain_file, rename

CHUNK = 8 << 20  # bytes between two questions whether to stop; each is synced, so that no last sync takes long
STAGE = "file"
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NOT_KEPT = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)


def part_of(source: Path, target: Path) -> Path:
    """Where a copy of `source` grows beside its target: hidden, and found again after a crash."""
    return target.with_name(f".photoloom-{hashlib.blake2b(os.fsencode(source), digest_size=8).hexdigest()}.part")


def copy(source: Path, target: Path, job: Job, intend: Intend) -> str:
    """Copy a file to a name that is free (FileExistsError), with times, permissions and attributes; its digest.

    The copy is synced, read back from the disk and compared before it gets its name. Left where the file changes
    meanwhile.
    """
    before, part = plain_file(source), part_of(source, target)
    part.unlink(missing_ok=True)
    try:
        written = _pump(source, part, before, job)
        if digest_of(part, job) != written:
            raise Left("{name} came out different on the disk it was copied to", name=source.name)
        after = plain_file(source)
        if (after.st_size, after.st_mtime_ns, after.st_ino) != (before.st_size, before.st_mtime_ns, before.st_ino):
            raise Left("{name} is being changed", name=source.name)
        rename(part, target, intend)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return written


def digest_of(path: Path, job: Job | None = None) -> str:
    """The content hash of a file, as the catalog has it, read from the disk where the system can be asked for that."""
    hash_ = hashlib.blake2b(digest_size=16)
    handle = os.open(path, _READ)
    try:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := os.read(handle, CHUNK):
            hash_.update(chunk)
            if job is not None:
                job.report(STAGE, 0, 0)
    finally:
        os.close(handle)
    return hash_.hexdigest()


def _pump(source: Path, part: Path, status: os.stat_result, job: Job) -> str:
    """Write the bytes and all that belongs to them, and sync both; the digest of what was read."""
    hash_ = hashlib.blake2b(digest_size=16)
    reading = os.open(source, _READ)
    try:
        if not os.path.samestat(os.fstat(reading), status):
            raise Left("{name} is being changed", name=source.name)
        writing = os.open(part, _WRITE, 0o600)
        try:
            done = 0
            while chunk := os.read(reading, CHUNK):
                hash_.update(chunk)
                rest = memoryview(chunk)
                while rest:
                    rest = rest[os.write(writing, rest) :]
                done += len(chunk)
                job.report(STAGE, done, status.st_size)
                if done < status.st_size:
                    os.fsync(writing)
            dress(source, part, status)
            os.fsync(writing)
        finally:
            os.close(writing)
    finally:
        os.close(reading)
    return hash_.hexdigest()


def dress(source: Path, part: Path, status: os.stat_result) -> None:
    """Give a copy the times, permissions, owner and extended attributes (with them access lists) of the source.

    What a file system cannot keep is not kept: FAT has no permissions, and no system lets the time of birth be set.
    Streams of Windows beside the file are lost on the way to another drive.
    """
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):  # another's file, copied by somebody who is not root
            os.chown(part, status.st_uid, status.st_gid)
    try:
        shutil.copystat(source, part, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NOT_KEPT:
            raise
