"""TakingOver: the names that photos have elsewhere, which of them are chosen, and what taking these over would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.core.errors import Sentence, UserError
from engine.core.records import Changes, Progress
from engine.edits import TakeOver, take_over
from engine.filing.taking_over.groups import By, Group
from engine.library.library import Library
from engine.service.protocol import NamesProposed, ProposeNames
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.engine_client.run import Done, Failed, Outcome, Run
from gallery_app.i18n.language import translate
from gallery_app.state.library_access import do_edit
from gallery_app.state.session import Session

LEAST = 2  # photos a group needs to be chosen from the start: a pile of one is hardly one

Named = Sequence[tuple[str, Sequence[int]]]


class TakingOver(QObject):
    """The engine finds the groups; what taking them over would do is counted off the GUI thread, and done as one edit.

    `edit` is that of the chosen groups, or None: while it is being counted, or, with `problem`, where there is none.
    """

    found = Signal()  # `groups`, or why there are none
    changed = Signal()  # `edit` or `progress`

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counting = LatestTask(session.query)
        self._run: Run | None = None
        self._reset("folders")

    def _reset(self, by: By) -> None:
        self.by: By = by
        self.groups: tuple[Group, ...] = ()
        self.chosen: tuple[Group, ...] = ()
        self.edit: TakeOver | None = None
        self.problem = ""
        self.progress: Progress | None = None

    @property
    def looking(self) -> bool:
        """The engine is at it."""
        return self._run is not None

    @property
    def staying(self) -> int:
        """How many photos of the chosen groups have a place already that the user gave them."""
        if self.edit is None:
            return 0
        asked = {file for group in self.chosen for file in group.files}
        return len(asked) - len({file for group in self.edit.groups for file in group["files"]})

    def start(self, by: By) -> None:
        """Look for the names of folders, or for tags."""
        self.stop()
        self._reset(by)
        self._look()

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._counting.drop()
        run, self._run = self._run, None
        if run is not None:
            self._session.jobs.stop(run)

    def choose(self, groups: Iterable[Group]) -> None:
        """Count what taking these over would do."""
        self.chosen, self.edit, self.problem = tuple(groups), None, ""
        if self.chosen:
            self._counting.submit(partial(_counted, _named(self.chosen)), self._show)
        else:
            self._counting.drop()
        self.changed.emit()

    def apply(self) -> None:
        """Take the chosen groups over, as one edit; a locked cluster asks first."""
        session, names = self._session, _named(self.chosen)
        if self.edit is not None:
            write = partial(session.write, partial(_take_over, names), self)
            session.locks.edit(session.gallery, self.edit, write)

    def _look(self) -> None:
        run = self._run = self._session.jobs.run(ProposeNames(self.by))
        run.progress.connect(self._progressed)
        run.ended.connect(partial(self._ended, run))
        self.changed.emit()

    def _progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return
        if isinstance(outcome, Done):
            assert isinstance(outcome.result, NamesProposed)
            self._run, self.groups = None, outcome.result.groups
            self.choose(group for group in self.groups if len(group.files) >= LEAST)
        elif isinstance(outcome, Failed):
            self._run, self.problem = None, outcome.sentence
        elif outcome.why == "superseded":  # something else took the engine: it goes on after that
            self._session.jobs.when_free(lambda: self._look() if run is self._run else None)
            return
        else:
            self._run = None
        self.found.emit()

    def _show(self, counted: TakeOver | Sentence) -> None:
        if isinstance(counted, Sentence):
            self.problem = translate(counted)
        else:
            self.edit = counted
        self.changed.emit()


def _named(groups: Iterable[Group]) -> Named:
    return [(group.name, group.files) for group in groups]


def _counted(names: Named, library: Library) -> TakeOver | Sentence:
    """The edit for these names, or why there is none."""
    try:
        return take_over(library.catalog, names)
    except UserError as error:
        return error.sentence


def _take_over(names: Named, library: Library) -> Changes:
    """Made anew: clusters may have come since it was counted."""
    return do_edit(take_over(library.catalog, names), library)
