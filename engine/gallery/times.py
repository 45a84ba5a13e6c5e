"""When photos were taken, and groups by day, month and year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Ints
from engine.gallery.groups import NONE, Groups, groups_of

if TYPE_CHECKING:
    from engine.gallery.snapshot import Gallery

Unit = Literal["day", "month", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)
START = datetime(1970, 1, 1)
_EPOCHS = datetime(1990, 1, 1).timestamp()  # before it: the zero of a clock (1970, FAT's 1980), not a date


@dataclass(frozen=True)
class Times:
    """By row: `seconds` since 1970 in local time, NaN where unknown; `days` as yyyymmdd, 0 then.

    `by_file` where the photo holds no date and that of the file is used.
    """

    seconds: NDArray[np.float64]
    days: Ints
    by_file: NDArray[np.bool_]


def times_of(gallery: Gallery) -> Times:
    """Dates of all photos; 100,000 take a quarter of a second, so `Gallery.times` keeps them."""
    taken = {digest: content.taken_at for digest, content in gallery.contents.items()}
    dates = [taken.get(f.digest or "") for f in gallery.files]
    by_file = np.array([m is None for m in dates], np.bool_)
    taken_at = [m or _of_file(f.mtime_ns / 1e9) for m, f in zip(dates, gallery.files, strict=True)]
    # datetime.timestamp would do but for scans of old pictures: before 1970 it is an OSError on Windows
    seconds = np.array([np.nan if m is None else (m - START).total_seconds() for m in taken_at], np.float64)
    days = np.array([0 if m is None else m.year * 10000 + m.month * 100 + m.day for m in taken_at], np.int64)
    return Times(seconds, days, by_file & (days > 0))


def by_time(gallery: Gallery, unit: Unit) -> Groups:
    """Groups "2021", "2021-03" or "2021-03-14", the newest first."""
    length = {"year": 4, "month": 7, "day": 10}[unit]
    days, key_of_row = np.unique(gallery.times.days, return_inverse=True)
    keys = [f"{d // 10000:04}-{d // 100 % 100:02}-{d % 100:02}"[:length] if d else NONE for d in days.tolist()]
    return groups_of([keys[p] for p in key_of_row.reshape(-1).tolist()], newest_first=True)


def _of_file(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds) if seconds >= _EPOCHS else None
    except (OverflowError, ValueError, OSError):
        return None  # a clock far in the future
