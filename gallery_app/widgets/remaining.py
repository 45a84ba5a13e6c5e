"""Remaining: how long a stage will still take, from how fast it went so far."""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.core.records import Progress

SURE_AFTER = 2.0  # seconds of a stage before a guess is worth saying


class Remaining:
    """Fed with each Progress; a stage starts anew when its name changes or it goes back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage, self._done, self._start, self._from = "", 0, 0.0, 0

    def seconds(self, progress: Progress) -> float | None:
        """Seconds left of this stage, None while nobody can know."""
        now = self._clock()
        stage = f"{progress.stage}: {progress.message}"  # the parts of a stage go at speeds of their own
        if stage != self._stage or progress.done < self._done:
            self._stage, self._start, self._from = stage, now, progress.done
        self._done = progress.done
        elapsed, done = now - self._start, progress.done - self._from
        if not progress.total or done <= 0 or elapsed < SURE_AFTER:
            return None
        return elapsed / done * (progress.total - progress.done)
