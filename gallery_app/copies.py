"""Copies: the groups of near-identical photos that are being reviewed, and which of each are kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.records import Changes, Progress
from gallery_app.session import Session

STAGE = "duplicates"  # what the engine calls it


class Copies(QObject):
    """One group after the other; the best of each is kept until somebody says otherwise."""

    changed = Signal()  # the group, what is kept of it, or that they are being looked for

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.looking = self._asked = False
        self.groups: list[list[int]] = []  # file ids, the best first
        self.sharpness: dict[int, float] = {}
        self.kept: set[int] = set()
        self.place = 0
        session.done.connect(self._done)
        session.progress.connect(self._worked)
        session.changed.connect(self._follow)
        session.opened.connect(self.forget)

    @property
    def stopped(self) -> bool:
        """They were looked for, and nobody knows whether there are any: it was stopped, or it failed."""
        return self._asked and not self.looking

    @property
    def group(self) -> list[int]:
        """The files of the group that is looked at, the best first."""
        return self.groups[self.place] if self.groups else []

    @property
    def others(self) -> list[int]:
        """Every file of every group that is not kept."""
        return [file for group in self.groups for file in group if file not in self.kept]

    def look(self) -> None:
        """Let the engine look for near-identical photos."""
        self.forget()
        self.looking = self._asked = True
        self.changed.emit()
        self._session.run("duplicates", {})

    def end(self) -> None:
        """The review is over; why a search has failed was told in it, where it can be begun again."""
        if self.looking:
            self._session.stop()
        if self.stopped:
            self._session.problem = None
        self.forget()

    def forget(self) -> None:
        self.looking = self._asked = False
        self.groups, self.kept, self.place = [], set(), 0

    def step(self, by: int) -> None:
        """To another group; stays at the ends."""
        place = min(max(self.place + by, 0), max(len(self.groups) - 1, 0))
        if place != self.place:
            self.place = place
            self.changed.emit()

    def toggle(self, file: int) -> None:
        """Keep a file, or not; one of a group is always kept."""
        kept = self.kept & set(self.group)
        if file in kept and len(kept) == 1:
            return
        self.kept ^= {file}
        self.changed.emit()

    def _done(self, result: dict[str, Any]) -> None:
        if not self._asked or "groups" not in result:
            return
        self._asked = self.looking = False
        self.groups = result["groups"]
        self.kept = {group[0] for group in self.groups}
        self.sharpness = {int(file): sharp for file, sharp in result["sharpness"].items()}
        self.changed.emit()

    def _worked(self, progress: Progress | None) -> None:
        """At the end of the work the answer follows; without one it was stopped, or it failed, and may begin again."""
        looking = self.looking or (self._asked and progress is not None and progress.stage == STAGE)
        looking = looking and progress is not None
        if looking is not self.looking:
            self.looking = looking
            self.changed.emit()

    def _follow(self, changes: Changes, _origin: object) -> None:
        """Photos that are gone are in no group."""
        there = self._session.gallery.row_of
        left = [[file for file in group if file in there] for group in self.groups]
        left = [group for group in left if len(group) > 1]
        if left != self.groups:
            self.groups, self.place = left, min(self.place, max(len(left) - 1, 0))
            self.kept |= {group[0] for group in left if not self.kept & set(group)}
            self.changed.emit()
