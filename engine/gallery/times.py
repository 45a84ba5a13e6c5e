"""When photos were taken, and groups by day, month and year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Ints
from engine.gallery.groups import NONE, Groups, groups_of
from engine.gallery.taken import Taken, taken

if TYPE_CHECKING:
    from engine.gallery.snapshot import Gallery

Unit = Literal["day", "month", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)
START = datetime(1970, 1, 1)


@dataclass(frozen=True)
class Times:
    """By row: `seconds` since 1970 in local time, NaN where unknown; `days` as yyyymmdd, 0 then.

    Where only the month or the year is known, `days` has zeros for the rest (19930700, 19930000), and `seconds` are
    those of its begin. `by_file` where neither the photo nor its name holds a date and that of the file is used.
    """

    seconds: NDArray[np.float64]
    days: Ints
    by_file: NDArray[np.bool_]


def times_of(gallery: Gallery) -> Times:
    """Dates of all photos; 100,000 take a quarter of a second, or one by their names, so `Gallery.times` keeps them."""
    found = [taken(file, gallery.contents.get(file.digest or "")) for file in gallery.files]
    # datetime.timestamp would do but for scans of old pictures: before 1970 it is an OSError on Windows
    seconds = np.array([np.nan if t is None else (t.at - START).total_seconds() for t in found], np.float64)
    days = np.array([0 if t is None else _day(t) for t in found], np.int64)
    by_file = np.array([t is not None and t.source == "file" for t in found], np.bool_)
    return Times(seconds, days, by_file)


def by_time(gallery: Gallery, unit: Unit) -> Groups:
    """Groups "2021", "2021-03" or "2021-03-14", the newest first; shorter where no more is known."""
    length = {"year": 4, "month": 7, "day": 10}[unit]
    days, key_of_row = np.unique(gallery.times.days, return_inverse=True)
    keys = [_key(day)[:length] if day else NONE for day in days.tolist()]
    return groups_of([keys[p] for p in key_of_row.reshape(-1).tolist()], newest_first=True)


def _day(moment: Taken) -> int:
    at = moment.at
    month = 0 if moment.precision == "year" else at.month
    return at.year * 10000 + month * 100 + (0 if moment.precision in ("year", "month") else at.day)


def _key(day: int) -> str:
    parts = f"{day // 10000:04}", f"{day // 100 % 100:02}", f"{day % 100:02}"
    return "-".join(part for part in parts if part != "00")
