"""Does what was planned, file by file, and accounts for each."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from engine.core.errors import Cancelled, Sentence, UserError, why
from engine.core.job import Job
from engine.core.records import Progress
from engine.filing import journal
from engine.filing.acting.drives import Drives
from engine.filing.acting.following import Following, follow
from engine.filing.acting.keeping import Keeping
from engine.filing.acting.waiting import NotInTime, patiently, reporter
from engine.filing.actions.action import Done, Facts, FileAction, Left
from engine.filing.actions.actions import ACTIONS
from engine.filing.actions.renaming import free_path
from engine.filing.journal import Journal, Record
from engine.filing.operations import TRANSFERS, Operation
from engine.library.library import Library

STAGE = "file"
TARGET = "target"  # the fact under which another target than the planned one is written down
STOPPED = Sentence("it was stopped before its turn")
PATIENCE = 30.0  # seconds that the headless program waits for room, or for a drive


def act(library: Library, id_: int, job: Job, patience: float | None = None) -> Record:
    """Do a plan that was written down; what came of each operation.

    A full disk or a drive that is away pauses it, for `patience` seconds, or until it is stopped; what is not done then
    is left, with the reason. After a stop everything is accounted for before Cancelled is raised.
    """
    record = journal.read(library.folder, id_)
    if record.state != "planned":
        raise UserError("Action {id} was done already: see `undo --list`.", id=id_)
    with Journal(library.folder, id_) as written:
        written.enter("begun")
        run = _Run(library, record, written, job, patience)
        try:
            run.make_folders()
            run.do_all()
            run.end()
        except _NoFolder as refused:
            run.leave_rest(refused.sentence)
        except Cancelled:
            run.leave_rest(STOPPED)
            raise
        except NotInTime as late:
            run.leave_rest(late.sentence)
        finally:  # after a failure of the library's own disk the journal stays open, for `recover`
            run.follow()
    return journal.read(library.folder, id_)


class _NoFolder(UserError):  # noqa: N818 - the user's situation, not a fault
    """A folder of the plan cannot be made: nothing can be done."""


class _Run:
    """One action as it goes on: the position in the plan, and what became of photos that others belong to."""

    def __init__(self, library: Library, record: Record, written: Journal, job: Job, patience: float | None) -> None:
        self._record = record
        self._plan, self._journal, self._job, self._patience = record.plan, written, job, patience
        self._action = ACTIONS[record.plan.options.action]
        self._travels = record.plan.options.action != "keywords"  # a companion with its photo
        self._following, self._keeping = Following(library), Keeping(library, record)
        self._planned = [operation for operation in record.plan.operations if operation.status == "planned"]
        self._left: set[int] = {o.number for o in record.plan.operations if o.status == "left"}
        self._next = 0
        self._part = job.mapped(self._whole)
        self._inside: dict[str, bool] = {}
        folders = [folder for operation in self._planned for folder in folders_of(operation)]
        self._drives = Drives.of((*folders, *self._plan.folders))

    def make_folders(self) -> None:
        for folder in self._plan.folders:
            make = partial(Path(folder).mkdir, parents=True, exist_ok=True)
            try:
                patiently(make, self._drives.only(folder), self._report, self._patience)
            except OSError as error:
                raise _NoFolder("the system says: {reason}", reason=why(error)) from error

    def do_all(self) -> None:
        for operation in self._planned:
            if operation.companion_of is None:  # a stop comes after a photo with its companions
                self._job.report(STAGE, self._next, len(self._planned), _name(operation))
            self._do(operation)
            self._next += 1
        self._job.report(STAGE, self._next, len(self._planned))

    def leave_rest(self, reason: Sentence) -> None:
        """Account for what is not done: the action ends here."""
        for operation in self._planned[self._next :]:
            self._journal.mark(operation.number, "left", why=reason)
        self.end()

    def end(self) -> None:
        self.follow()
        remove_folders(self._record)
        self._journal.enter("ended")

    def follow(self) -> None:
        self._following.flush()

    def _do(self, operation: Operation) -> None:
        if self._travels and operation.companion_of in self._left:
            self._leave(operation, Sentence("it stays with its photo"))
            return
        try:
            done = patiently(
                lambda: self._try(operation), self._drives.only(*folders_of(operation)), self._report, self._patience
            )
        except Left as left:
            self._leave(operation, left.sentence)
        except OSError as error:
            self._leave(operation, Sentence("the system says: {reason}", reason=why(error)))
        else:
            self._journal.mark(operation.number, "done", target=done.target, facts=done.facts)
            follow(self._following, operation.now("done", done.target), done.facts)
            self._keeping.done(operation, done.target)

    def _try(self, operation: Operation) -> Done:
        """Do it; under the next free name where another took its own since it was planned."""
        self._check_folder(operation)
        while True:
            try:
                return self._action.do(operation, self._intend(operation), self._part)
            except FileExistsError:
                if operation.target is None:
                    raise
                free = str(free_path(Path(operation.target)))
                if free == operation.target:
                    raise
                operation = operation._replace(target=free)
                self._journal.intend(operation.number, {TARGET: free})

    def _check_folder(self, operation: Operation) -> None:
        """Left where the folder of a target is a link to somewhere else: planned was a place below the user's."""
        options = self._plan.options
        if operation.target is None or options.target is None or options.action not in TRANSFERS:
            return
        folder = os.path.dirname(operation.target)  # noqa: PTH120
        if folder not in self._inside:
            real, root = (Path(os.path.realpath(place)) for place in (folder, options.target))
            self._inside[folder] = real.is_relative_to(root)
        if not self._inside[folder]:
            raise Left("{folder} is a link that leads out of {target}", folder=folder, target=options.target)

    def _intend(self, operation: Operation) -> Callable[[Facts], None]:
        return lambda facts: self._journal.intend(operation.number, facts)

    def _whole(self, part: Progress) -> Progress:
        """How far one file is becomes the message of the whole."""
        name = _name(self._planned[self._next])
        message = f"{name} {part.done / part.total:.0%}" if part.total else name
        return Progress(STAGE, self._next, len(self._planned), message)

    def _report(self, message: str) -> None:
        self._journal.flush()  # what is waited for may be the drive that could say what was done
        reporter(self._job, STAGE, self._next, len(self._planned))(message)

    def _leave(self, operation: Operation, reason: Sentence) -> None:
        self._left.add(operation.number)
        if self._travels and operation.companion_of is not None and operation.companion_of not in self._left:
            reason = Sentence("its photo went without it: {reason}", reason=reason)
        self._journal.mark(operation.number, "left", why=reason)


def _name(operation: Operation) -> str:
    return os.path.basename(operation.source)  # noqa: PTH119


def folders_of(operation: Operation) -> tuple[str, ...]:
    """The folders without which an operation has to wait."""
    source = os.path.dirname(operation.source)  # noqa: PTH120 - a hundred thousand times
    return (source,) if operation.target is None else (source, os.path.dirname(operation.target))  # noqa: PTH120


def action_of(record: Record) -> FileAction:
    return ACTIONS[record.plan.options.action]


def remove_folders(record: Record) -> None:
    """Remove the folders that the action made, where nothing is in them (any more)."""
    for folder in reversed(record.plan.folders):
        with suppress(OSError):  # there is something in it, or it has gone
            Path(folder).rmdir()
