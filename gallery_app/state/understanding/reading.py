"""Reading: what was found out in the background is read now and then, and that alone, while it goes on."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from gallery_app.state.session import Session

PACE = 4000  # ms between two reads at least
SHARE = 20  # and so many times as long as one takes


class Reading(QObject):
    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._begun = 0.0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PACE)
        self.timer.timeout.connect(self.read_now)
        session.understood.connect(self._read)

    def read_soon(self) -> None:
        """Read at the next turn; calls in between are merged."""
        if not self.timer.isActive():
            self.timer.start()

    def read_now(self) -> None:
        self.timer.stop()
        self._begun = perf_counter()
        self._session.read_understood()

    def stop(self) -> None:
        self.timer.stop()
        self.timer.setInterval(PACE)

    def _read(self) -> None:
        took = 1000 * (perf_counter() - self._begun)
        self.timer.setInterval(round(max(PACE, SHARE * took)))
