"""Waits for a full disk to get room, and for a drive that is away to come back."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from typing import TypeVar

from engine.core.errors import Sentence
from engine.core.job import Job
from engine.filing.acting.drives import Drives

ROOM = "waiting for room"  # messages of the stage, which the window translates
DRIVE = "waiting for the drive"
PAUSE, STEP = 1.0, 0.1  # seconds from one try to the next, and between two questions whether to stop
_FULL = (errno.ENOSPC, errno.EDQUOT)
_AWAY = (errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.EHOSTUNREACH)
_TRIES = 3  # of a file that cannot be read or written: a drive may be waking up, or the file be damaged
T = TypeVar("T")


class NotInTime(Exception):  # noqa: N818 - what was waited for, not a fault
    """It did not come within the patience; `sentence` says what."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def patiently(work: Callable[[], T], drives: Drives, report: Callable[[str], None], patience: float | None) -> T:
    """What `work` returns, repeated each second while the disk is full or one of the `drives` is away.

    `report` is told what is waited for, and may raise Cancelled; None as `patience` (seconds) waits for ever. Raises
    NotInTime, and whatever else `work` does.
    """
    begun, failed = time.monotonic(), 0
    while True:
        try:
            drives.check()
            return work()
        except OSError as error:
            failed += error.errno == errno.EIO
            waits_for = _cause(error, drives, failed)
            if waits_for is None:
                raise
            if patience is not None and time.monotonic() - begun >= patience:
                raise NotInTime(_sentence(waits_for)) from error
        for _ in range(int(PAUSE / STEP)):
            report(waits_for)
            time.sleep(STEP)


def reporter(job: Job, stage: str, done: int, total: int) -> Callable[[str], None]:
    """Reports what is waited for at this point of a stage."""
    return lambda message: job.report(stage, done, total, message)


def _cause(error: OSError, drives: Drives, failed: int) -> str | None:
    if error.errno in _FULL:
        return ROOM
    if error.errno in _AWAY or drives.away() or (error.errno == errno.EIO and failed < _TRIES):
        return DRIVE
    return None


def _sentence(waited_for: str) -> Sentence:
    if waited_for == ROOM:
        return Sentence("there was no room on the disk")
    return Sentence("its drive was away")
