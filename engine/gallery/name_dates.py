"""The date in the name of a picture file, as phones, messengers, screenshot programs and people write it.

A name is searched for a day: IMG-20220103-WA0007, "2014-04-02 Beijing 01", 31.12.2019, "3 May 2015"; then what follows
for a time: 20160704_123456, "2023-11-05 at 09.08.07", "2015-01-02 at 3.04.05 PM". The times that a Pixel writes (PXL_…)
are UTC and are left so, for nothing says where it was. A number that only looks like a day is none: a part of a longer
number or of a hash, a phone number, a resolution, a version, a day that no calendar has or that is still to come.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta

from engine.core.records import Moment
from engine.library.metadata.moments import YEARS, is_zero

_DIGITS = re.compile(r"(?<!\d)(?:1[0-9]\d\d|20\d\d)")  # of a year, or of milliseconds: no digit stands before either
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_MONTHS = {
    name: month
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for month, name in enumerate(names.split(), 1)
}
_NAMED = rf"(?P<named>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_NO_NUMBER = r"(?<![\d+])(?<!\d[x×])"  # before it
_NO_VERSION = r"(?:(?=\d{4}[^.])|(?<!\d\.)(?<!\bv)(?<!_v))"  # v2019.10.12
_LETTER = r"[^\W\d_]"
_GAP = r"(?:[-_., ]{0,2}|\sde\s)"
_IN_NUMBERS = tuple(
    re.compile(_NO_NUMBER + pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NO_VERSION}{_YEAR}(?P<dash>[-_.:/])(?P<month>\d\d?)(?P=dash)(?P<day>\d\d?)(?!\d|[x×]\d)",
        rf"(?<![\d)][ ]){_YEAR} (?P<month>\d\d) (?P<day>\d\d)(?!\d)",
        rf"(?!18){_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?P<more>(?=\d{{6}}(?:\d{{3}})?(?!\d)))?(?(more)|(?!\d|[x×]\d))",
        rf"(?P<first>\d\d?)(?P<dash>[-_.])(?P<second>\d\d?)(?P=dash){_YEAR}(?!\d)",
        rf"{_YEAR}[年년] ?(?P<month>\d\d?)[月월] ?(?P<day>\d\d?)[日일]",
    )
)
_IN_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NO_NUMBER}(?P<day>\d\d?)(?:st|nd|rd|th|er)?(?: of)?{_GAP}(?<!{_LETTER}){_NAMED}(?!{_LETTER}){_GAP}{_YEAR}"
        r"(?!\d)",
        rf"(?<!{_LETTER}){_NAMED}[-_. ]{{1,2}}(?P<day>\d\d?)(?:st|nd|rd|th)?[-_., ]{{1,2}}{_YEAR}(?!\d)",
    )
)
_HALVES = r"(?:(?P<am>上午|午前|오전)|(?P<pm>下午|午後|오후))"  # of a day, which stand before its hours in Asia
_TIMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[-_. T]{0,3}(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?:\d{3})?(?!\d)",  # 123456, 112158830
        rf"(?:[-_ T.,]{{1,3}}(?:{_HALVES}\s?)?|\s(?:[^\W\d_]{{1,4}}\.?\s){{1,2}})"  # " at ", " um ", " a las "
        r"(?P<hour>\d\d?)(?P<colon>[-_.:∶h ])(?P<minute>\d\d)(?:(?P=colon)(?P<second>\d\d))?(?!\d)"
        r"(?:\s?(?P<half>[ap])\.?\s?m\b)?",
    )
)
_UNCLEAR = 0, 0  # month and day of 05-08-2021
_TOMORROW = timedelta(days=1)
_MILLISECONDS = re.compile(r"(?:FB_IMG_|mmexport|wx_camera_)(1[0-7]\d{11})(?!\d)")  # since 1970: Facebook, WeChat
_HASH = re.compile(r"(?=[0-9a-f]*[a-f])(?=[a-f]*\d)[0-9a-f]{12,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_NUMBER_OF = re.compile(r"(?:\+[\d ()/.-]*|(?<![^\W\d_])(?:sn|serial|tel|phone|fax|isbn|id|nr|inv)[\W_]*)$", re.I)


def date_in_name(name: str) -> Moment | None:
    """The first date in a file name (without its folder): to the second, the minute or the day; None for none."""
    stem = name.rpartition(".")[0] or name
    if not _DIGITS.search(stem):  # most are a camera's numbers
        return None
    stem = unicodedata.normalize("NFC", stem)  # macOS writes "à" as two characters
    found = _first(stem, _IN_NUMBERS) or _first(stem, _IN_WORDS)
    if found is None and (milliseconds := _MILLISECONDS.search(stem)):
        return Moment(datetime.fromtimestamp(int(milliseconds[1]) // 1000))
    return found


def _first(stem: str, patterns: Sequence[re.Pattern[str]]) -> Moment | None:
    matches = [match for pattern in patterns for match in pattern.finditer(stem)]
    hashes = [match.span() for match in _HASH.finditer(stem)] if matches else []
    unclear = 0  # where a day ends that may be two: what overlaps it is no better
    for match in sorted(matches, key=lambda match: match.start()):
        if match.start() < unclear:
            continue
        if any(start <= match.start() < end for start, end in hashes) or _NUMBER_OF.search(stem[: match.start()]):
            continue
        moment = _moment(match)
        if moment is not None:
            return moment
        if match.groupdict().get("first") and _month_and_day(match.groupdict()) == _UNCLEAR:
            unclear = match.end()
    return None


def _moment(match: re.Match[str]) -> Moment | None:
    month, day = _month_and_day(match.groupdict())
    try:
        date = datetime(int(match["year"]), month, day)
    except ValueError:
        return None
    if date.year not in YEARS or date > datetime.now() + _TOMORROW:  # a number that looks like a day to come
        return None
    for pattern in _TIMES:
        time = pattern.match(match.string, match.end())
        moment = None if time is None else _at(date, time.groupdict())
        if moment is not None:
            return None if is_zero(moment.at) else moment
    return None if match.groupdict().get("more") is not None else Moment(date, "day")


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    """Of 31.12.2019 the second is the month, as wherever dots are written; of others it must be plain, or _UNCLEAR."""
    if parts.get("named"):
        return _MONTHS[str(parts["named"]).lower()], int(parts["day"] or 0)
    if not parts.get("first"):
        return int(parts["month"] or 0), int(parts["day"] or 0)
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    if parts["dash"] == "." or first > 12 or first == second:
        return second, first
    return (first, second) if second > 12 else _UNCLEAR


def _at(date: datetime, parts: dict[str, str | None]) -> Moment | None:
    hour, minute, second = int(parts["hour"] or 0), int(parts["minute"] or 0), parts["second"]
    half = "p" if parts.get("pm") else "a" if parts.get("am") else (parts.get("half") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if second is None and not half and parts["colon"] not in (".", ":", "∶", "h"):
        return None  # 10-20 may be anything
    try:
        moment = date.replace(hour=hour, minute=minute, second=int(second or 0))
    except ValueError:
        return None
    return Moment(moment, "minute" if second is None else "second")
