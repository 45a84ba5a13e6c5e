"""When a photo was taken, as far as its content, the name of its file and the file itself tell.

Copies of a picture share a content, but each has a name and a time of its own: so the answer is a file's.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from engine.core.records import Content, File, Moment, Precision, TakenFrom
from engine.gallery.name_dates import date_in_name

_EPOCHS = datetime(1990, 1, 1).timestamp()  # before it: the zero of a clock (1970, FAT's 1980), not a date


class Taken(NamedTuple):
    """Local time, naive, known as precisely as `precision` says; `at` is the first second of that.

    `changed`: it is when the picture was changed last, by its own word; nothing tells when it was taken.
    """

    at: datetime
    precision: Precision = "second"
    source: TakenFrom = "file"
    changed: bool = False

    def isoformat(self) -> str:
        """ISO 8601 as far as it is known: "1993", "1993-07", "2006-10-29", "2018-12-11T10:00:51"."""
        return Moment(self.at, self.precision).isoformat()


def taken(file: File, content: Content | None) -> Taken | None:
    """What the picture says, else the name of the file, else when it was changed, else the date of the file.

    `content` is None while the file has not been read. None where even the file's clock stood at its zero.
    """
    said = None if content is None else _of_content(content)
    if said is not None and not said.changed:
        return said
    named = date_in_name(file.path.rpartition("/")[2])
    if named is not None:
        return Taken(named.at, named.precision, "name")
    return said or _of_file(file.mtime_ns / 1e9)


def _of_content(content: Content) -> Taken | None:
    if content.taken_at is None:
        return None
    return Taken(content.taken_at, content.taken_precision, content.taken_from, content.changed)


def _of_file(seconds: float) -> Taken | None:
    try:
        return Taken(datetime.fromtimestamp(seconds)) if seconds >= _EPOCHS else None
    except (OverflowError, ValueError, OSError):
        return None  # a clock far in the future
