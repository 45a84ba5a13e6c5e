"""Throws files away: to the desktop's trash, or where a drive has none into a quarantine on it. Never deletes."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

from engine.core.errors import why
from engine.core.job import Job
from engine.filing.actions import desktop_trash
from engine.filing.actions.action import Done, Facts, Intend, Left
from engine.filing.actions.quarantine import quarantine_of, remove_empty
from engine.filing.actions.renaming import free_path, plain_file, status_of
from engine.filing.actions.transfer import finish_move, look_of, move, take_back
from engine.filing.operations import Operation

_TRASH, _QUARANTINE = "trash", "quarantine"


class Trash:
    """The plan's target is the place in a quarantine, or None for the desktop's trash."""

    def do(self, operation: Operation, intend: Intend, job: Job) -> Done:
        source = Path(operation.source)
        status = plain_file(source)
        if operation.bytes and status.st_size != operation.bytes:
            raise Left("{name} was changed since it was planned", name=source.name)
        look = look_of(status)
        if operation.target is not None or not desktop_trash.has_trash(source):
            return _quarantine(source, look, operation, intend, job)
        asked = datetime.now().replace(microsecond=0)
        intend({"into": _TRASH, "asked": asked.isoformat()} | look)
        try:
            _send(source)
        except OSError as error:
            if status_of(source) is None:
                raise
            if isinstance(error, PermissionError):
                raise Left("{name} cannot be thrown away ({reason})", name=source.name, reason=why(error)) from error
            return _quarantine(source, look, operation, intend, job)
        return _found(source, asked, look)

    def undo(self, operation: Operation, facts: Facts, intend: Intend, job: Job) -> None:
        source = Path(operation.source)
        if facts.get("into") == _QUARANTINE:
            take_back(Path(facts["place"]), source, facts, intend, job)
            remove_empty(Path(facts["place"]).parent)
            return
        place, note = facts.get("place"), facts.get("note")
        if place is None or status_of(Path(place)) is None:
            there = status_of(source)
            if there is not None and look_of(there) == {name: facts[name] for name in ("size", "mtime_ns")}:
                return  # a crash came after it, or somebody was faster
            look = {name: facts[name] for name in ("size", "mtime_ns")}
            found = desktop_trash.find(source, datetime.fromisoformat(facts["asked"]), look)
            if found is None:
                raise Left("{name} is not in the trash any more", name=source.name)
            place, note = map(_text, found)
        take_back(Path(str(place)), source, facts, intend, job)
        if note:
            Path(note).unlink(missing_ok=True)

    def settle(self, operation: Operation, facts: Facts) -> Done | None:
        source = Path(operation.source)
        if facts.get("into") == _QUARANTINE:
            place = Path(facts["place"])
            finish_move(source, place, facts, across=True)
            done = status_of(source) is None and status_of(place) is not None
            return Done(str(place), facts) if done else None
        if "asked" not in facts or status_of(source) is not None:
            return None
        look = {name: facts[name] for name in ("size", "mtime_ns")}
        return _found(source, datetime.fromisoformat(facts["asked"]), look)


def _quarantine(source: Path, look: Facts, operation: Operation, intend: Intend, job: Job) -> Done:
    place = free_path(Path(operation.target) if operation.target else quarantine_of(source, date.today()))
    facts = {"into": _QUARANTINE, "place": str(place)} | look
    intend(facts)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Done(str(place), facts | move(source, place, job, intend))


def _found(source: Path, asked: datetime, look: Facts) -> Done:
    found = desktop_trash.find(source, asked, look)
    place, note = (None, None) if found is None else map(_text, found)
    return Done(place, {"into": _TRASH, "asked": asked.isoformat(), "place": place, "note": note} | look)


def _send(source: Path) -> None:
    if os.name == "posix" and os.uname().sysname != "Darwin":
        from send2trash.plat_other import send2trash  # the one that asks no desktop service, and says what failed
    else:
        from send2trash import send2trash
    send2trash(os.fspath(source))


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
