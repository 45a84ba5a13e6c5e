"""CullingFlags: which photos are kept and which are rejected, with an undo of their own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from engine.library.catalog.flag_table import Flag
from engine.library.library import Library
from gallery_app.state.session import Session

Flags = dict[int, Flag | None]


class CullingFlags(QObject):
    """Shown at once and stored at once. `undo` takes the last change back, until another library is opened."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._flags: dict[int, Flag] = {}
        self._done: list[Flags] = []  # what each change has replaced
        session.opened.connect(self._read)

    def of(self, file: int) -> Flag | None:
        """The flag of a file; None: undecided."""
        return self._flags.get(file)

    def files(self, flag: Flag) -> list[int]:
        """The photos of the gallery with this flag."""
        rows = self._session.gallery.row_of
        return [file for file, known in self._flags.items() if known == flag and file in rows]

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    def set(self, files: Iterable[int], flag: Flag | None) -> None:
        """Flag files, or with None take their flags away."""
        before: Flags = {file: self.of(file) for file in files if self.of(file) != flag}
        if before:
            self._done.append(before)
            self._apply(dict.fromkeys(before, flag))

    def undo(self) -> list[int]:
        """Take the last change back; returns the files that it was about."""
        if not self._done:
            return []
        before = self._done.pop()
        self._apply(before)
        return list(before)

    def _apply(self, flags: Flags) -> None:
        for file, flag in flags.items():
            if flag is None:
                self._flags.pop(file, None)
            else:
                self._flags[file] = flag
        self._session.query(lambda library: library.catalog.flags.set(flags), lambda _none: None, self._failed)
        self.changed.emit()

    def _failed(self, _sentence: str) -> None:
        """What could not be stored is not shown as if it were; the session has said why."""
        self._read()

    def _read(self) -> None:
        self._flags, self._done = {}, []
        self._session.query(_flags_of, self._show)
        self.changed.emit()

    def _show(self, flags: dict[int, Flag]) -> None:
        self._flags = flags
        self.changed.emit()


def _flags_of(library: Library) -> dict[int, Flag]:
    return library.catalog.flags.all()
