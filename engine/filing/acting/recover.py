"""Finishes what a crash has cut: every operation gets its mark, and the library knows where its photos are."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from engine.core.errors import Sentence, UserError
from engine.core.job import Job
from engine.core.logs import LOGGER
from engine.filing import journal
from engine.filing.acting.act import TARGET, action_of, remove_folders
from engine.filing.acting.following import Following, follow
from engine.filing.acting.keeping import Keeping
from engine.filing.acting.undo import undo
from engine.filing.journal import Journal, Record
from engine.filing.operations import Operation
from engine.library.library import Library

_PLANNED = timedelta(days=1)  # a plan that nobody has begun until then is forgotten
CUT = Sentence("Photoloom ended before its turn")


def recover(library: Library, job: Job, *, undos: bool = True) -> list[int]:
    """Finish the bookkeeping of every action that was cut in the middle; their ids.

    The file that was being worked on is finished, or taken back; the rest is left as it is, and can be undone, or
    planned again. An undo that was cut is gone on with, which may take as long as it would have, or with `undos` off
    waits for the next call.
    """
    finished = []
    for record in _unfinished(library):
        if record.state == "undoing" and not undos:
            continue
        try:
            if record.state == "begun":
                _settle(library, record)
            else:
                _repeat_undo(library, record, job)
        except OSError as error:  # a drive that is away or fails must not keep the library closed: the next start
            LOGGER.warning("Action %d cannot be finished yet: %s", record.id, error)
        else:
            finished.append(record.id)
    return finished


def _unfinished(library: Library) -> list[Record]:
    """The actions that were begun and have no end; a damaged journal keeps nothing else from being done.

    Plans that nobody has begun are not taken apart: those that are old are forgotten.
    """
    records = []
    for id_ in journal.unfinished(library.folder):
        head = journal.head(library.folder, id_)
        if head is not None and head.state == "planned":
            if datetime.now() - head.made_at > _PLANNED:
                journal.discard(library.folder, id_)
            continue
        try:
            records.append(journal.read(library.folder, id_))
        except UserError as error:
            LOGGER.warning("%s", error)
    return records


def _settle(library: Library, record: Record) -> None:
    action, following = action_of(record), Following(library)
    settled = list(record.plan.operations)
    with Journal(library.folder, record.id) as written:
        for operation in record.plan.operations:
            if operation.status == "planned":
                facts = record.intended.get(operation.number, {})
                meant = operation._replace(target=facts.get(TARGET, operation.target))
                done = action.settle(meant, facts)
                if done is None:
                    _require_drive(meant)
                    written.mark(operation.number, "left", why=CUT)
                    continue
                written.mark(operation.number, "done", target=done.target, facts=done.facts)
                settled[operation.number] = operation._replace(status="done", target=done.target)
                follow(following, settled[operation.number], done.facts)
            else:
                # The crash may have come before the catalog knew.
                follow(following, operation, record.facts.get(operation.number, {}))
        following.flush()
        keeping = Keeping(library, replace(record, plan=record.plan.with_operations(settled)))
        for operation in settled:
            if operation.status == "done":
                keeping.done(operation, operation.target)
        remove_folders(record)
        written.enter("ended")


def _require_drive(operation: Operation) -> None:
    """OSError where a file is in neither place and the folder of its target is not there: its drive may be away."""
    target = operation.target
    if target is not None and not os.path.lexists(operation.source) and not Path(target).parent.exists():
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), target)


def _repeat_undo(library: Library, record: Record, job: Job) -> None:
    """What was undone is told to the library again, and the rest is undone: an undo can be repeated."""
    following = Following(library)
    for operation in record.plan.operations:
        if operation.status == "undone":
            follow(following, operation, record.facts.get(operation.number, {}), undone=True)
    following.flush()
    chosen = [o for o in record.plan.operations if record.undoing is None or o.group in record.undoing]
    if any(operation.status == "done" for operation in chosen):
        undo(library, record.id, record.undoing, job)
        return
    remove_folders(record)
    done = any(operation.status == "done" for operation in record.plan.operations)
    with Journal(library.folder, record.id) as written:
        written.enter("ended" if done else "undone")
