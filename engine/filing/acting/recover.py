"""Finishes what a crash has cut: every operation gets its mark, and the library knows where its photos are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from engine.core.errors import Sentence
from engine.core.job import Job
from engine.filing import journal
from engine.filing.acting.act import TARGET, action_of, remove_folders
from engine.filing.acting.following import Following, follow
from engine.filing.acting.undo import undo
from engine.filing.journal import Journal, Record
from engine.library.library import Library

CUT = Sentence("Photoloom ended before its turn")


def recover(library: Library, job: Job) -> list[int]:
    """Finish the bookkeeping of every action that was cut in the middle; their ids.

    The file that was being worked on is finished, or taken back; the rest is left as it is, and can be undone, or
    planned again. An undo that was cut is gone on with.
    """
    _sweep(library)
    cut = [record for id_ in journal.unfinished(library.folder) if (record := journal.read(library.folder, id_)).open]
    for record in cut:
        if record.state == "begun":
            _settle(library, record)
        else:
            _repeat_undo(library, record, job)
    return [record.id for record in cut]


def _sweep(library: Library) -> None:
    """Forget plans of earlier days that nobody has begun."""
    for id_ in journal.unfinished(library.folder):
        record = journal.read(library.folder, id_)
        if record.state == "planned" and datetime.now() - record.made_at > timedelta(days=1):
            journal.discard(library.folder, id_)


def _settle(library: Library, record: Record) -> None:
    action, following = action_of(record), Following(library)
    with Journal(library.folder, record.id) as written:
        for operation in record.plan.operations:
            if operation.status == "planned":
                facts = record.intended.get(operation.number, {})
                meant = replace(operation, target=facts.get(TARGET, operation.target))
                done = action.settle(meant, facts)
                if done is None:
                    written.mark(operation.number, "left", why=CUT)
                    continue
                written.mark(operation.number, "done", target=done.target, facts=done.facts)
                follow(following, replace(operation, status="done", target=done.target), done.facts)
            else:
                follow(
                    following, operation, record.facts.get(operation.number, {})
                )  # the crash may have come before the catalog knew
        following.flush()
        remove_folders(record)
        written.enter("ended")


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
