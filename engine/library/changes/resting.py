"""Whether a file is finished: it is read once its size and its times have rested, or half a picture would be taken in.

Git has the same rule for its index ("racy git"), make for its targets: what was written just now may be written again
within the same tick of the clock.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from engine.core.job import Job
from engine.core.records import File
from engine.library.scan import FoundFile

REST = 2.0  # seconds, the coarsest tick of a file system (FAT)
_REPORT_INTERVAL = 0.1  # seconds: a cancel is heard while it is waited


def rest() -> float:
    """Seconds without a change after which a file counts as finished; the variable PHOTOLOOM_REST sets it for tests."""
    return float(os.environ.get("PHOTOLOOM_REST", REST))


def restless(folder: Path, found: Sequence[FoundFile], job: Job) -> tuple[set[str], set[str]]:
    """The paths of `found` that are still being written, and of those that have gone since.

    Only files with a time within the last `rest()` seconds are looked at again, once, as soon as that is over. A clock
    that runs ahead, a network drive's or a camera's, cannot make a file wait for longer: what has not changed between
    two looks has rested, whatever its date. A copy that keeps the date of its original shows by the time of its inode.
    """
    rest_time, now = rest(), time.time()
    ages = [(file, now - max(file.mtime_ns, file.touched_ns) / 1e9) for file in found if not file.in_cloud]
    fresh = [(file, age) for file, age in ages if age < rest_time]
    _wait(max((rest_time - max(age, 0.0) for _, age in fresh), default=0.0), job)
    growing, gone = set(), set()
    for file, _ in job.track("scan", fresh, len(fresh)) if fresh else ():
        try:
            if not _is_as_found((folder / file.path).stat(), file):
                growing.add(file.path)
        except FileNotFoundError:
            gone.add(file.path)
        except OSError:
            continue  # reading it says what is wrong
    return growing, gone


def is_as_scanned(status: os.stat_result, file: File) -> bool:
    """Whether a file is what the scan has seen; one that it could not see has no size and no time."""
    return _is_as_found(status, file) or not (file.size or file.mtime_ns)


def _is_as_found(status: os.stat_result, file: File | FoundFile) -> bool:
    return (status.st_size, status.st_mtime_ns) == (file.size, file.mtime_ns)


def _wait(seconds: float, job: Job) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        job.report("scan", 0, 0)
        time.sleep(min(left, _REPORT_INTERVAL))
