"""Copy and move: to a name that is free, whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from engine.core.disk.durable import sync_folder
from engine.core.job import Job
from engine.filing.actions.action import Done, Facts, Intend, Left
from engine.filing.actions.copying import copy, digest_of, part_of
from engine.filing.actions.renaming import (
    finish_rename,
    is_second_name,
    plain_file,
    release,
    remove,
    rename,
    same_file,
    status_of,
)
from engine.filing.operations import Operation

ACROSS = "across"  # the fact that a file is moved to another drive, so that two of it lie there for a moment


def look_of(status: os.stat_result) -> Facts:
    """By what a file is known again without reading it."""
    return {"size": status.st_size, "mtime_ns": status.st_mtime_ns}


def unchanged(path: Path, facts: Facts) -> bool:
    """Whether a file is as it was left. One whose time was touched is read, where its digest is known."""
    status = status_of(path)
    if status is None or status.st_size != facts["size"]:
        return False
    if status.st_mtime_ns == facts["mtime_ns"]:
        return True
    return "digest" in facts and digest_of(path) == facts["digest"]


def move(source: Path, target: Path, job: Job, intend: Intend) -> Facts:
    """Move a file to a name that is free; what it is known by afterwards. Can be repeated after a crash.

    Before it is copied to another drive that is intended: only then may a second file be taken for a half-done move.
    """
    status = plain_file(source)
    known = status_of(target)
    if known is not None and same_file(status, known):
        if is_second_name(source, target):
            source.unlink()
        else:
            source.rename(target)  # only the case of its name changes
        return look_of(known)
    try:
        rename(source, target, intend)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        intend({ACROSS: True})
        return _move_across(source, target, status, job, intend)
    return look_of(status)


def _move_across(source: Path, target: Path, status: os.stat_result, job: Job, intend: Intend) -> Facts:
    digest = copy(source, target, job, intend)
    try:
        now = plain_file(source)
        if not same_file(now, status) or look_of(now) != look_of(status):
            raise Left("{name} is being changed", name=source.name)
        facts = look_of(target.lstat()) | {"digest": digest}
        source.unlink()
    except BaseException:
        target.unlink()  # the source is still there: its drive is read-only, or has gone
        raise
    sync_folder(source.parent)
    return facts


class Move:
    """The file itself goes. On the same drive that is a rename; to another, a copy that was compared."""

    def do(self, operation: Operation, intend: Intend, job: Job) -> Done:
        source, target = Path(operation.source), Path(str(operation.target))
        return Done(str(target), move(source, target, job, intend))

    def undo(self, operation: Operation, facts: Facts, intend: Intend, job: Job) -> None:
        source, target = Path(operation.source), Path(str(operation.target))
        take_back(target, source, facts, intend, job)

    def settle(self, operation: Operation, facts: Facts) -> Done | None:
        source, target = Path(operation.source), Path(str(operation.target))
        part_of(source, target).unlink(missing_ok=True)
        finish_move(source, target, facts, across=ACROSS in facts)
        there = status_of(target)
        return Done(str(target), look_of(there)) if there is not None and status_of(source) is None else None


def finish_move(source: Path, target: Path, facts: Facts, *, across: bool) -> None:
    """After a crash in the middle of `move`: leave one of two names; of two files that are the same, the new one."""
    finish_rename(source, target, facts)
    if not across:
        return
    old, new = status_of(source), status_of(target)
    if old is not None and new is not None and old.st_size == new.st_size and digest_of(source) == digest_of(target):
        source.unlink()


def take_back(now: Path, before: Path, facts: Facts, intend: Intend, job: Job) -> None:
    """Bring a file back to where it was; Left where it was changed since, or something else is there."""
    part_of(now, before).unlink(missing_ok=True)
    if status_of(now) is not None:
        finish_rename(now, before, facts)
    here, there = status_of(now), status_of(before)
    if here is None and there is not None and unchanged(before, facts):
        return  # a crash came after it
    if here is None:
        raise Left("{name} is not there any more", name=now.name)
    if not unchanged(now, facts):
        raise Left("{name} was changed since: it stays where it is", name=now.name)
    if there is not None:
        if there.st_size == here.st_size and digest_of(before) == digest_of(now):
            remove(now)  # a crash came between the copy back and this
            return
        raise Left("there is another {name} in its place now", name=before.name)
    before.parent.mkdir(parents=True, exist_ok=True)
    move(now, before, job, intend)


class Copy:
    """A second file; the first stays as it is."""

    def do(self, operation: Operation, intend: Intend, job: Job) -> Done:
        source, target = Path(operation.source), Path(str(operation.target))
        digest = copy(source, target, job, intend)
        return Done(str(target), look_of(target.lstat()) | {"digest": digest})

    def undo(self, operation: Operation, facts: Facts, intend: Intend, job: Job) -> None:
        remove_second(Path(operation.source), Path(str(operation.target)), facts)

    def settle(self, operation: Operation, facts: Facts) -> Done | None:
        source, target = Path(operation.source), Path(str(operation.target))
        part_of(source, target).unlink(missing_ok=True)
        old, new = status_of(source), status_of(target)
        if old is None or new is None or old.st_size != new.st_size:
            release(target, facts)
            return None
        digest = digest_of(target)
        return Done(str(target), look_of(new) | {"digest": digest}) if digest == digest_of(source) else None


def remove_second(source: Path, target: Path, facts: Facts) -> None:
    """Remove a copy that is as it was made, while the first file is there: it is never the last one."""
    if status_of(target) is None:
        return
    if not unchanged(target, facts):
        raise Left("{name} was changed since: it stays where it is", name=target.name)
    first = status_of(source)
    if first is None:
        raise Left("{name} is the only copy now: it stays where it is", name=target.name)
    if not unchanged(source, facts):
        raise Left("the original of {name} was changed since: the copy stays", name=target.name)
    remove(target)
