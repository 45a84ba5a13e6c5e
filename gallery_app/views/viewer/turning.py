"""Turning: how the viewed photo is turned, with turns that the catalog has not confirmed yet."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.edits import Turn
from gallery_app.state.session import Session


class Turning(QObject):
    """A turn is an edit; until it is read back it is added to what the gallery says."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pending: list[tuple[str, int]] = []  # content and quarters of edits that are not read back yet
        session.changed.connect(self._on_changed)
        session.failed.connect(lambda _sentence: self._pending.clear())

    def turn(self, file: int, quarters: int) -> None:
        """Turn a photo clockwise by quarters, wherever it is shown; the file stays as it is."""
        digest = self._digest(file)
        self._pending.append((digest, quarters))
        self._session.edit(Turn([digest], quarters), self)

    def of(self, file: int) -> int:
        """Quarters in which a photo is to be shown."""
        digest = self._digest(file)
        return self._session.gallery.turns.get(digest, 0) + sum(by for turned, by in self._pending if turned == digest)

    def _digest(self, file: int) -> str:
        gallery = self._session.gallery
        return gallery.files[gallery.row_of[file]].digest or ""

    def _on_changed(self, _changes: object, origin: object) -> None:
        if origin is self and self._pending:
            self._pending.pop(0)
