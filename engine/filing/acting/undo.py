"""Takes an action back, weeks later too: as a whole or group by group, byte for byte."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial

from engine.core.errors import Cancelled, Sentence, UserError, why
from engine.core.job import Job
from engine.filing import journal
from engine.filing.acting.act import action_of, folders_of, remove_folders
from engine.filing.acting.drives import Drives
from engine.filing.acting.following import Following, follow
from engine.filing.acting.keeping import Keeping
from engine.filing.acting.waiting import NotInTime, patiently
from engine.filing.actions.action import Left
from engine.filing.journal import Journal, Record
from engine.filing.operations import Operation
from engine.library.library import Library

STAGE = "undo-file"


def undo(library: Library, id_: int, groups: tuple[str, ...] | None, job: Job, patience: float | None = None) -> Record:
    """Take an action back, or the files of some `groups` (clusters) of it; what came of each operation.

    What cannot be taken back stays done, with the reason, and can be tried again. Raises Cancelled after a stop: the
    rest is still done.
    """
    record = journal.read(library.folder, id_)
    if record.state == "planned":
        raise UserError("Action {id} was only planned: there is nothing to undo.", id=id_)
    chosen = [o for o in record.plan.operations if o.status == "done" and (groups is None or o.group in groups)]
    if not chosen:
        raise UserError("Nothing of action {id} is left to be undone.", id=id_)
    following = Following(library)
    with Journal(library.folder, id_) as written:
        written.enter("undoing", groups)
        try:
            _take_back(record, chosen, written, following, job, patience)
        except Cancelled:
            _end(library, record, written, following)
            raise
        return _end(library, record, written, following)  # after a fault of ours it stays open, for `recover`


def _end(library: Library, record: Record, written: Journal, following: Following) -> Record:
    """The action as it is then."""
    following.flush()
    written.flush()
    remaining = journal.read(library.folder, written.id)
    remove_folders(remaining)
    Keeping(library, record).take_back(remaining.plan.operations)
    done = any(operation.status == "done" for operation in remaining.plan.operations)
    remaining.state, remaining.undoing = "ended" if done else "undone", None
    written.enter(remaining.state)
    return remaining


def _take_back(
    record: Record,
    chosen: list[Operation],
    written: Journal,
    following: Following,
    job: Job,
    patience: float | None,
) -> None:
    """The last first: companions before their photo, and files before the folders that hold them."""
    action = action_of(record)
    drives = Drives.of(folder for operation in chosen for folder in folders_of(operation))
    done = 0
    part = job.mapped(lambda p: replace(p, stage=STAGE, done=done, total=len(chosen)))

    def wait(message: str) -> None:
        written.flush()  # what is waited for may be the drive that could say what was done
        job.report(STAGE, done, len(chosen), message)

    for done, operation in enumerate(reversed(chosen)):
        job.report(STAGE, done, len(chosen), os.path.basename(operation.source))  # noqa: PTH119
        facts = record.known(operation.number)
        intend = partial(written.intend, operation.number)
        try:
            following.check_root(operation.source)
            here = drives.only(*folders_of(operation))
            patiently(partial(action.undo, operation, facts, intend, part), here, wait, patience)
        except Left as left:
            written.mark(operation.number, "done", why=left.sentence)
        except NotInTime as late:
            written.mark(operation.number, "done", why=late.sentence)
        except Cancelled:
            raise
        except OSError as error:
            reason = Sentence("the system says: {reason}", reason=why(error))
            written.mark(operation.number, "done", why=reason)
        else:
            written.mark(operation.number, "undone")
            follow(following, operation.now("undone"), facts, undone=True)
    job.report(STAGE, len(chosen), len(chosen))
