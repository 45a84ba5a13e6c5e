"""Remaining: estimates the time left of a stage from its speed so far."""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.core.records import Progress
from gallery_app.i18n.numbers import decimal, number

SURE_AFTER = 2.0  # seconds of a stage before the first estimate


class Remaining:
    """Fed with each Progress; starts again when the stage changes or its count goes back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage, self._done, self._start, self._start_done = "", 0, 0.0, 0

    def seconds(self, progress: Progress) -> float | None:
        """The seconds left of this stage; None while there is no estimate."""
        now = self._clock()
        stage = f"{progress.stage}: {progress.message}"  # parts of a stage have different speeds
        if stage != self._stage or progress.done < self._done:
            self._stage, self._start, self._start_done = stage, now, progress.done
        self._done = progress.done
        elapsed, done = now - self._start, progress.done - self._start_done
        if not progress.total or done <= 0 or elapsed < SURE_AFTER:
            return None
        return elapsed / done * (progress.total - progress.done)


def duration(seconds: float) -> str:
    """In seconds, minutes or hours, as one says it."""
    if seconds < 90:
        return f"{number(round(seconds))} s"
    return f"{number(round(seconds / 60))} min" if seconds < 5400 else f"{decimal(seconds / 3600, 1)} h"
