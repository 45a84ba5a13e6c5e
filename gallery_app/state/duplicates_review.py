"""DuplicatesReview: the groups of near-identical photos under review, and which photos of each are kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.core.records import Changes
from engine.service.protocol import DuplicatesFound, FindDuplicates
from gallery_app.engine_client.run import Done, Failed, Outcome, Run
from gallery_app.state.session import Session


class DuplicatesReview(QObject):
    """One group after the other; the best of each is kept unless the user decides otherwise."""

    changed = Signal()  # the groups, the current one, what is kept, or whether a search runs
    progress = Signal(object)  # Progress of the search

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search: Run | None = None  # the search; None before it, and once it has succeeded
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
        """Whether the search was stopped or failed, so that there is no result."""
        return self._search is not None and self._search.over

    @property
    def problem(self) -> str:
        """Why the search failed, as a sentence; empty where it did not."""
        outcome = None if self._search is None else self._search.outcome
        return outcome.sentence if isinstance(outcome, Failed) else ""

    @property
    def group(self) -> list[int]:
        """File ids of the current group, the best first."""
        return self.groups[self.index] if self.groups else []

    @property
    def not_kept(self) -> list[int]:
        """File ids of all groups that are not kept."""
        return [file for group in self.groups for file in group if file not in self.kept]

    def search(self) -> None:
        """Start the engine's search for near-identical photos."""
        self.forget()
        self._search = run = self._session.jobs.run(FindDuplicates())
        run.progress.connect(self.progress)
        run.ended.connect(partial(self._ended, run))
        self.changed.emit()

    def end(self) -> None:
        """End the review. A failed search was reported in it, so the session need not show that any more."""
        if self._search is not None:
            self._session.jobs.stop(self._search)
        if self.stopped:
            self._session.clear_problem()
        self.forget()

    def forget(self) -> None:
        self._search = None
        self.groups, self.kept, self.index = [], set(), 0

    def step(self, by: int) -> None:
        """Go `by` groups forward; clamped to the first and last."""
        index = min(max(self.index + by, 0), max(len(self.groups) - 1, 0))
        if index != self.index:
            self.index = index
            self.changed.emit()

    def toggle(self, file: int) -> None:
        """Keep a file, or not; at least one of a group is always kept."""
        kept = self.kept & set(self.group)
        if file in kept and len(kept) == 1:
            return
        self.kept ^= {file}
        self.changed.emit()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._search:
            return  # superseded by a later search
        if isinstance(outcome, Done) and isinstance(outcome.result, DuplicatesFound):
            self._search = None
            self.groups = [list(group) for group in outcome.result.groups]
            self.kept = {group[0] for group in self.groups}
            self.sharpness = outcome.result.sharpness
        self.changed.emit()

    def _follow(self, changes: Changes, _origin: object) -> None:
        """Remove photos that have left the gallery from their groups."""
        rows = self._session.gallery.row_of
        left = [[file for file in group if file in rows] for group in self.groups]
        left = [group for group in left if len(group) > 1]
        if left != self.groups:
            self.groups, self.index = left, min(self.index, max(len(left) - 1, 0))
            self.kept |= {group[0] for group in left if not self.kept & set(group)}
            self.changed.emit()
