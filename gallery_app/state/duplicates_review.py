"""Copies: the groups of near-identical photos that are being reviewed, and which of each are kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.core.records import Changes
from engine.service.protocol import DuplicatesFound, FindDuplicates
from gallery_app.engine_client.run import Done, Failed, Outcome, Run
from gallery_app.state.session import Session


class DuplicatesReview(QObject):
    """One group after the other; the best of each is kept until somebody says otherwise."""

    changed = Signal()  # the group, what is kept of it, or that they are being looked for
    progress = Signal(object)  # Progress of the search

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search: Run | None = None  # until it has an answer
        self.groups: list[list[int]] = []  # file ids, the best first
        self.sharpness: dict[int, float] = {}
        self.kept: set[int] = set()
        self.index = 0
        session.changed.connect(self._follow)
        session.opened.connect(self.forget)

    @property
    def searching(self) -> bool:
        return self._search is not None and not self._search.over

    @property
    def stopped(self) -> bool:
        """They were looked for, and nobody knows whether there are any: it was stopped, or it failed."""
        return self._search is not None and self._search.over

    @property
    def problem(self) -> str:
        """Why the search failed."""
        outcome = None if self._search is None else self._search.outcome
        return outcome.sentence if isinstance(outcome, Failed) else ""

    @property
    def group(self) -> list[int]:
        """The files of the group that is looked at, the best first."""
        return self.groups[self.index] if self.groups else []

    @property
    def not_kept(self) -> list[int]:
        """Every file of every group that is not kept."""
        return [file for group in self.groups for file in group if file not in self.kept]

    def search(self) -> None:
        """Let the engine look for near-identical photos."""
        self.forget()
        self._search = run = self._session.jobs.run(FindDuplicates())
        run.progress.connect(self.progress)
        run.ended.connect(partial(self._ended, run))
        self.changed.emit()

    def end(self) -> None:
        """The review is over; why a search has failed was told in it, where it can be begun again."""
        if self._search is not None:
            self._session.jobs.stop(self._search)
        if self.stopped:
            self._session.forgive()
        self.forget()

    def forget(self) -> None:
        self._search = None
        self.groups, self.kept, self.index = [], set(), 0

    def step(self, by: int) -> None:
        """To another group; stays at the ends."""
        index = min(max(self.index + by, 0), max(len(self.groups) - 1, 0))
        if index != self.index:
            self.index = index
            self.changed.emit()

    def toggle(self, file: int) -> None:
        """Keep a file, or not; one of a group is always kept."""
        kept = self.kept & set(self.group)
        if file in kept and len(kept) == 1:
            return
        self.kept ^= {file}
        self.changed.emit()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._search:
            return  # nobody waits for it any more
        if isinstance(outcome, Done) and isinstance(outcome.result, DuplicatesFound):
            self._search = None
            self.groups = [list(group) for group in outcome.result.groups]
            self.kept = {group[0] for group in self.groups}
            self.sharpness = outcome.result.sharpness
        self.changed.emit()

    def _follow(self, changes: Changes, _origin: object) -> None:
        """Photos that are gone are in no group."""
        there = self._session.gallery.row_of
        left = [[file for file in group if file in there] for group in self.groups]
        left = [group for group in left if len(group) > 1]
        if left != self.groups:
            self.groups, self.index = left, min(self.index, max(len(left) - 1, 0))
            self.kept |= {group[0] for group in left if not self.kept & set(group)}
            self.changed.emit()
