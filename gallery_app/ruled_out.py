"""RuledOut: of which clusters the user has said "not this one", photo by photo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.records import Changes
from gallery_app.session import Session


class RuledOut(QObject):
    """Read anew after each correction, so that every photo that is walked to has its answer at once."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[int, frozenset[str]] = {}
        session.changed.connect(self._follow)
        self._follow(Changes.EVERYTHING, None)

    def of(self, file: int) -> frozenset[str]:
        """Ids of the clusters that a file is kept out of."""
        return self._known.get(file, frozenset())

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes & Changes.CORRECTIONS:
            self._session.look_up(lambda library: library.catalog.corrections.all().rejections, self._told)

    def _told(self, rejections: dict[int, frozenset[str]]) -> None:
        if rejections != self._known:
            self._known = rejections
            self.changed.emit()
