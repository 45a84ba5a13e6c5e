"""GoingBack: what Undo takes back: the newest of edits and actions on files."""

from __future__ import annotations

from collections.abc import Callable

from gallery_app.state.session import Session

UndoFiles = Callable[[int, tuple[str, ...] | None], object]


class GoingBack:
    """An action on files is taken back by the engine, with progress; `undo_files` asks for that."""

    def __init__(self, session: Session, undo_files: UndoFiles) -> None:
        self._session, self._undo_files = session, undo_files

    def undo(self) -> None:
        """Take back what was done last; while files are being moved nothing is."""
        action = self._session.log.action
        if action is None:
            self._session.undo()
        elif not self._session.busy:
            self._undo_files(action.id, None)
