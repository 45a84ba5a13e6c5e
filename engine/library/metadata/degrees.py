"""Latitude and longitude as EXIF and XMP write them: fractions, decimals, text, with a sign or a word for the side."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:/\d+)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIXTY = 60  # minutes of a degree, seconds of a minute: the next field has less
_WRAPPED = 1 << 31  # a signed numerator in an unsigned field is at least this


def location(latitude: Any, north: str, longitude: Any, east: str) -> tuple[float | None, float | None]:
    """Degrees north and east of two values and their references ("S", "West", "" for none); (None, None) for none.

    A value is a number, up to three (degrees, minutes, seconds), or a text.
    """
    here = _degrees(latitude, north, "S", 90), _degrees(longitude, east, "W", 180)
    if here[0] is None or here[1] is None or here == (0, 0):
        return None, None  # exactly 0, 0 is what a receiver without a fix writes
    return here


def _degrees(value: Any, reference: str, negative: str, limit: float) -> float | None:
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if isinstance(value, str):
        reference = reference.strip() or next((w for w in _LETTERS.findall(value) if w[0].upper() in "NSEW"), "")
        value = _numbers(value)
    parts = [_float(part) for part in (value if isinstance(value, Sequence) else (value,))[:3]]
    if not parts or any(part is None for part in parts[:2]):
        return None
    degrees, minutes, seconds = (part or 0.0 for part in (*parts, 0.0, 0.0)[:3])  # seconds may be 0/0
    total = abs(degrees) + abs(minutes) / 60 + abs(seconds) / 3600
    below = math.copysign(1, degrees) < 0 or reference.strip()[:1].upper() == negative
    return (-total if below else total) if total <= limit else None


def _numbers(text: str) -> list[str]:
    """The numbers of "48,51.50670N", "52° 50' 34,0118", "52,00000,50,00000,34,01180" (three with decimal commas)."""
    whole = _NUMBER.findall(text)
    commas = text.count(",")
    if not commas or "." in text or "/" in text:
        return whole
    if commas < len(whole) - 1:  # something else is between the numbers
        return _NUMBER.findall(re.sub(r"(?<=\d),(?=\d)", ".", text))
    if len(whole) == 6 or (len(whole) == 4 and len(whole[1]) > 2):
        return [f"{whole[i]}.{whole[i + 1]}" for i in range(0, len(whole), 2)]
    if len(whole) == 4 or (len(whole) in (2, 3) and int(whole[-1]) >= _SIXTY):  # the last are decimals
        return [*whole[:-2], f"{whole[-2]}.{whole[-1]}"]
    return whole


def _float(value: Any) -> float | None:
    """A finite number; 0/0, which stands for unknown, is None."""
    try:
        if isinstance(value, str):
            above, _, below = value.partition("/")
            number = float(above) / float(below or 1)
        else:
            number = float(value)
            numerator = getattr(value, "numerator", 0)
            if number > 180 and isinstance(numerator, int) and numerator >= _WRAPPED:
                number = (numerator - 2 * _WRAPPED) / value.denominator
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return number if math.isfinite(number) else None
