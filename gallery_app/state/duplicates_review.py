"""DuplicatesReview: the groups of near-identical photos under review, and which photos of each are kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.core.records import Changes
from engine.edits import KeepCopies, ReviewCopies
from engine.service.protocol import DuplicatesFound, FindDuplicates
from gallery_app.engine_client.run import Done, Failed, Outcome, Run
from gallery_app.state.session import Session


class DuplicatesReview(QObject):
    """One group after the other; the best of each is kept unless the user decides otherwise.

    A group whose photos the user keeps all is not under review any more: that is stored, and can be undone.
    """

    changed = Signal()  # the groups, the current one, what is kept, or whether a search runs
    progress = Signal(object)  # Progress of the search

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search: Run | None = None  # the search; None before it, and once it has succeeded
        self._found: list[list[int]] = []  # all groups of the search
        self._reading = False  # what the user keeps whole
        self._whole: frozenset[int] = frozenset()  # files of groups that the user keeps whole
        self._seen: set[int] = set()  # files of the groups that were shown
        self.groups: list[list[int]] = []  # file ids, the best first
        self.sharpness: dict[int, float] = {}
        self.kept: set[int] = set()
        self.index = 0
        session.changed.connect(self._follow)
        session.opened.connect(self.forget)

    @property
    def searching(self) -> bool:
        return self._reading or (self._search is not None and not self._search.over)

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
    def is_last(self) -> bool:
        return self.index + 1 >= len(self.groups)

    @property
    def seen(self) -> list[list[int]]:
        """The groups that were shown: what was never looked at is not acted upon."""
        return [group for group in self.groups if self._seen.issuperset(group)]

    @property
    def not_kept(self) -> list[int]:
        """File ids of the groups that were shown that are not kept."""
        return [file for group in self.seen for file in group if file not in self.kept]

    @property
    def others(self) -> list[int]:
        """File ids of all groups, also those that were not looked at, that are not kept."""
        return [file for group in self.groups for file in group if file not in self.kept]

    def keepers(self, files: Collection[int]) -> tuple[tuple[int, int], ...]:
        """Each of these files with the one of its group that is kept: names, pins and keywords go there."""
        wanted = set(files)
        best = [(group, next(file for file in group if file in self.kept)) for group in self.groups]
        return tuple((file, keeper) for group, keeper in best for file in group if file in wanted)

    @property
    def kept_whole(self) -> list[list[int]]:
        """The groups of the search that are not shown, for the user keeps all of them."""
        return [group for group in self._found if self._whole.issuperset(group)]

    def search(self) -> None:
        """Start the engine's search for near-identical photos."""
        self.forget()
        self._search = run = self._session.jobs.run(FindDuplicates())
        run.progress.connect(self.progress)
        run.ended.connect(partial(self._ended, run))
        self.changed.emit()

    def show_found(self, groups: Iterable[Sequence[int]], sharpness: dict[int, float]) -> None:
        """Review groups that were found before."""
        self.forget()
        self._take(groups, sharpness)
        self.changed.emit()

    def end(self) -> None:
        """End the review. A failed search was reported in it, so the session need not show that any more."""
        if self._search is not None:
            self._session.jobs.stop(self._search)
        if self.stopped:
            self._session.clear_problem()
        self.forget()

    def forget(self) -> None:
        self._search, self._reading = None, False
        self._found, self._seen, self._whole = [], set(), frozenset()
        self.groups, self.kept, self.index = [], set(), 0

    def step(self, by: int) -> None:
        """Go `by` groups forward; clamped to the first and last."""
        index = min(max(self.index + by, 0), max(len(self.groups) - 1, 0))
        if index != self.index:
            self.index = index
            self._seen.update(self.group)
            self.changed.emit()

    def toggle(self, file: int) -> None:
        """Keep a file, or not; at least one of a group is always kept."""
        kept = self.kept & set(self.group)
        if file in kept and len(kept) == 1:
            return
        self.kept ^= {file}
        self.changed.emit()

    def choose(self, file: int) -> None:
        """Keep this one of the current group, and no other."""
        if file in self.group:
            self.kept = self.kept.difference(self.group) | {file}
            self.changed.emit()

    def keep_group(self) -> None:
        """Keep all photos of the current group, for good: it is not shown again, in this search and later ones."""
        if self.group:
            self._whole |= frozenset(self.group)
            self._session.edit(KeepCopies(list(self.group)), self)
            self._arrange()

    def review_again(self) -> None:
        """Show the groups that are kept whole again."""
        files = [file for group in self.kept_whole for file in group]
        if files:
            self._whole -= frozenset(files)
            self._session.edit(ReviewCopies(files), self)
            self._arrange()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._search:
            return  # superseded by a later search
        if isinstance(outcome, Done) and isinstance(outcome.result, DuplicatesFound):
            self._take(outcome.result.groups, outcome.result.sharpness)
        self.changed.emit()

    def _take(self, groups: Iterable[Sequence[int]], sharpness: dict[int, float]) -> None:
        self._search = None
        self._found = [list(group) for group in groups]
        self.kept = {group[0] for group in self._found}
        self.sharpness = sharpness
        self._reading = bool(self._found)
        if self._reading:
            self._read()

    def _read(self) -> None:
        """Read what the user keeps whole, and arrange the groups by it."""
        found = self._found

        def over() -> None:
            if found is self._found and self._reading:
                self._reading = False
                self.changed.emit()

        def read(whole: frozenset[int]) -> None:
            if found is self._found:
                self._whole = whole
                self._arrange()

        def failed(_sentence: str) -> None:  # the session has said why
            if found is self._found:
                self._arrange()

        self._session.query(lambda library: library.catalog.corrections.kept_copies(), read, failed, over=over)

    def _follow(self, changes: Changes, origin: object) -> None:
        """Remove photos that have left the gallery from their groups; an Undo may bring a group back."""
        rows = self._session.gallery.row_of
        left = [[file for file in group if file in rows] for group in self._found]
        left = [group for group in left if len(group) > 1]
        if left != self._found:
            self._found[:] = left
            self.kept |= {group[0] for group in left if not self.kept & set(group)}
            self._arrange()
        if self._found and changes & Changes.CORRECTIONS and origin is not self:
            self._read()

    def _arrange(self) -> None:
        """Show the groups that are not kept whole; the current one stays, or the next takes its place."""
        current = self.group
        self.groups = [group for group in self._found if not self._whole.issuperset(group)]
        self.index = (
            self.groups.index(current) if current in self.groups else min(self.index, max(len(self.groups) - 1, 0))
        )
        # What was kept whole and has got another copy; not what an Undo may bring back for review.
        self.kept |= self._whole.intersection(file for group in self.groups for file in group)
        self._seen.update(self.group)
        self.changed.emit()
