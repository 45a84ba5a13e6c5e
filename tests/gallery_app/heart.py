"""A heart that beats in the window's thread, and notes when it stood still for too long."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from PySide6.QtCore import QTimer

BEAT = 25  # ms
LIMIT = 0.5  # seconds without a beat


class Heart:
    """Gaps between two beats, less what threads of this process spent waiting for a processor meanwhile.

    So a machine that is busy with other things makes no gap; work, a lock or a wait in the window's thread does. Where
    the system does not tell how long threads waited (Linux does), a gap is as long as the clock says.
    """

    def __init__(self) -> None:
        self.doing = "nothing"  # what is going on, for whoever reads of a gap
        self.gaps: list[tuple[float, str]] = []  # seconds over LIMIT, and what went on
        self.longest = 0.0
        self._timer = QTimer()
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        self._last, self._waited = time.monotonic(), waited()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def beat(self) -> None:
        now, all_waited = time.monotonic(), waited()
        delays = {t: max(s - self._waited.get(t, 0.0), 0.0) for t, s in all_waited.items()}
        own = delays.pop(threading.get_native_id(), 0.0)
        # While another thread holds the interpreter's lock and waits for a processor, so do we.
        gap = now - self._last - own - max(delays.values(), default=0.0)
        self.longest = max(self.longest, gap)
        if gap > LIMIT:
            self.gaps.append((round(gap, 2), self.doing))
        self._last, self._waited = now, all_waited


def waited() -> dict[int, float]:
    """Seconds that each thread of this process was ready to run and had no processor."""
    found = {}
    for task in Path("/proc/self/task").glob("*/schedstat"):
        try:
            found[int(task.parent.name)] = int(task.read_text("ascii").split()[1]) / 1e9
        except OSError:  # it has just ended
            continue
    return found
