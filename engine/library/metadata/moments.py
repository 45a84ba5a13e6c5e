"""Dates as EXIF, XMP and IPTC write them, and what cameras write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from engine.core.records import Moment

YEARS = range(1826, 2101)  # the first photograph; beyond the last a clock was wrong
_FIELD = r"(?P<{}>\d\d?| \d|  ?|__|--)"  # of what is not known EXIF leaves it blank
_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", _FIELD.format("month"), _FIELD.format("day")
_HOUR, _MINUTE, _SECOND = _FIELD.format("hour"), _FIELD.format("minute"), _FIELD.format("second")
_NOTATIONS = (
    # 20040704T123301: IPTC, and ISO 8601 without its dashes
    re.compile(
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:[T ]?(?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d)?)?"
    ),
    # 2004:07:04 12:33:01, 2004-07-04T12:33Z, 2004/7/4 12:33:01 PM, 2004-07, 2004
    re.compile(
        rf"{_YEAR}(?!\w)(?:[^\w ]{_MONTH}(?:[^\w ]{_DAY})?)?"
        rf"(?:(?:\s*T|\s+|:){_HOUR}[^\w ]{_MINUTE}(?:[^\w ]{_SECOND}(?:[.,]\d+)?)?(?:\s*(?P<half>[AaPp])\.?[Mm])?)?"
    ),
    # Sun Jul 04 12:33:01 2004: asctime of C
    re.compile(
        r"\w{3} (?P<month>[A-Za-z]{3}) +(?P<day>\d\d?) (?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d) (?P<year>\d{4})"
    ),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# The zeros of clocks: OLE, NTP, Macintosh, Unix, FAT, GPS; each may have been written as local time of some zone.
_ZEROS = tuple(
    datetime(*day) for day in ((1899, 12, 30), (1900, 1, 1), (1904, 1, 1), (1970, 1, 1), (1980, 1, 1), (1980, 1, 6))
)
_ZONES = timedelta(hours=14)


def moment(text: str) -> Moment | None:
    """The local time in `text`, as precise as it is; its zone is left out. None for no date and for a clock's zero.

    A time that no clock shows leaves the day good; hour 24 is the first of that day.
    """
    matches = (notation.match(text.strip()) for notation in _NOTATIONS)
    match = next((match for match in matches if match), None)
    if match is None or int(match["year"]) not in YEARS:
        return None
    parts = {name: _number(value) for name, value in match.groupdict().items()}
    try:
        date = datetime(int(match["year"]), parts["month"] or 1, parts["day"] or 1)
    except ValueError:
        return None
    if not parts["month"]:
        return Moment(date, "year")
    return _at(date, parts, match.groupdict().get("half")) if parts["day"] else Moment(date, "month")


def is_zero(at: datetime) -> bool:
    """Whether a clock that was never set shows this."""
    full = at.second == 0 and at.minute % 15 == 0
    return full and any(abs(at - zero) <= _ZONES for zero in _ZEROS)


def _at(date: datetime, parts: Mapping[str, int | None], half: str | None) -> Moment | None:
    hour, minute, second = parts["hour"], parts["minute"], parts["second"]
    if hour is None or minute is None:
        return Moment(date, "day")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in "Pp" else 0)
    try:
        at = date.replace(hour=0 if hour == 24 else hour, minute=minute, second=59 if second == 60 else second or 0)
    except ValueError:
        return Moment(date, "day")
    return None if is_zero(at) else Moment(at, "minute" if second is None else "second")


def _number(text: str | None) -> int | None:
    """Of a field; None where it is blank."""
    text = (text or "").strip()
    return int(text) if text.isdecimal() else dict(zip(_MONTHS, range(1, 13), strict=True)).get(text.lower())
