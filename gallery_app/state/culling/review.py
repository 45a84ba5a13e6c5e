"""Review: the photos under review in their order, the one that is looked at, and the marks they get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.core.records import Changes
from engine.library.catalog.flag_table import Flag
from gallery_app.state.culling.flags import CullingFlags
from gallery_app.state.session import Session


@dataclass(frozen=True, slots=True)
class Tally:
    """How many photos of a review are kept, rejected and undecided."""

    kept: int
    rejected: int
    undecided: int


class Review(QObject):
    """Begins at the first photo that is undecided; what leaves the gallery leaves the review."""

    changed = Signal()  # the photos, the one looked at, or their marks
    emptied = Signal()  # no photo is left

    def __init__(self, session: Session, flags: CullingFlags, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.flags = session, flags
        self.files: list[int] = []
        self.name = ""  # of what is reviewed
        self.index = 0
        flags.changed.connect(self._marked)
        session.changed.connect(self._follow)
        session.opened.connect(self.end)

    @property
    def file(self) -> int | None:
        return self.files[self.index] if self.files else None

    @property
    def is_last(self) -> bool:
        return self.index + 1 >= len(self.files)

    @property
    def rejected(self) -> list[int]:
        return [file for file in self.files if self.flags.of(file) == "reject"]

    @property
    def bytes_rejected(self) -> int:
        gallery = self._session.gallery
        return sum(gallery.files[gallery.row_of[file]].size for file in self.rejected if file in gallery.row_of)

    @property
    def tally(self) -> Tally:
        flags = [self.flags.of(file) for file in self.files]
        return Tally(flags.count("keep"), flags.count("reject"), flags.count(None))

    def start(self, files: Sequence[int], name: str = "") -> None:
        rows = self._session.gallery.row_of
        self.files, self.name = [file for file in files if file in rows], name
        undecided = (place for place, file in enumerate(self.files) if self.flags.of(file) is None)
        self.index = next(undecided, 0)
        self.changed.emit()

    def end(self) -> None:
        self.files, self.index = [], 0

    def go_to(self, file: int) -> None:
        if file in self.files:
            self._go(self.files.index(file))

    def step(self, by: int) -> bool:
        """Go `by` photos on; False at the ends."""
        index = min(max(self.index + by, 0), max(len(self.files) - 1, 0))
        moved = index != self.index
        self._go(index)
        return moved

    def mark(self, flag: Flag | None) -> None:
        """Mark the photo that is looked at."""
        if self.file is not None:
            self.flags.set([self.file], flag)

    def undo(self) -> None:
        """Take the last mark back, and look at its photo again."""
        files = self.flags.undo()
        for file in files[:1]:
            self.go_to(file)

    def clear_rejected(self) -> None:
        """Take the marks of all rejected photos away, as one change."""
        self.flags.set(self.rejected, None)

    def _go(self, index: int) -> None:
        if index != self.index:
            self.index = index
            self.changed.emit()

    def _marked(self) -> None:
        if self.files:
            self.changed.emit()

    def _follow(self, _changes: Changes, _origin: object) -> None:
        rows = self._session.gallery.row_of
        if all(file in rows for file in self.files):
            return
        before = sum(file in rows for file in self.files[: self.index])
        self.files = [file for file in self.files if file in rows]
        self.index = min(before, max(len(self.files) - 1, 0))
        (self.changed if self.files else self.emptied).emit()
