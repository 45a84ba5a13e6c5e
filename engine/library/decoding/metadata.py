"""When, where and with which camera a photo was taken: from EXIF, and the date from XMP where EXIF has none."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

_DATE = re.compile(r"\s*(\d{4})\D(\d\d)\D(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?")
_XMP_DATE = re.compile(
    rb"(?:exif:DateTimeOriginal|photoshop:DateCreated|xmp:CreateDate)(?:=[\"']|>)(\d{4}-\d\d-\d\dT[\d:]{5,8})"
)
_YEARS = range(1826, 2101)  # the first photograph; beyond the last a clock was wrong


@dataclass(frozen=True, slots=True)
class Metadata:
    """Metadata of the camera: degrees, naive local time, None where missing or implausible."""

    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    camera: str | None = None
    orientation: int = 1


def read_metadata(exif: Image.Exif, xmp: bytes = b"") -> Metadata:
    """Read `exif` and `xmp`; never raises, however broken they are."""
    details = _sub_ifd(exif, IFD.Exif)
    dates = (details.get(Base.DateTimeOriginal), details.get(Base.DateTimeDigitized), _tag(exif, Base.DateTime))
    found = (_date(_text(value)) for value in (*dates, b"".join(_XMP_DATE.findall(xmp)[:1])))
    latitude, longitude = _location(_sub_ifd(exif, IFD.GPSInfo))
    return Metadata(
        taken_at=next((date for date in found if date), None),
        latitude=latitude,
        longitude=longitude,
        camera=_camera(_text(_tag(exif, Base.Make)), _text(_tag(exif, Base.Model))),
        orientation=orientation(exif),
    )


def read_exif(image: Image.Image) -> Image.Exif:
    """The EXIF of an open image; an empty one where it is too broken to be listed."""
    try:
        return image.getexif()
    except Exception:  # noqa: BLE001 - Pillow raises anything for broken EXIF, and the picture may be whole
        return Image.Exif()


def orientation(exif: Image.Exif) -> int:
    """EXIF orientation, 1…8; 1 (upright) where it is none of these."""
    value = _tag(exif, Base.Orientation)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _tag(exif: Image.Exif, tag: int) -> Any:
    try:
        return exif.get(tag)
    except Exception:  # noqa: BLE001 - values are parsed lazily
        return None


def _sub_ifd(exif: Image.Exif, tag: int) -> Mapping[int, Any]:
    try:
        return exif.get_ifd(tag)
    except Exception:  # noqa: BLE001 - as above
        return {}


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _date(text: str) -> datetime | None:
    match = _DATE.match(text)
    if not match or int(match[1]) not in _YEARS:
        return None
    try:
        return datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type] # six of them
    except ValueError:
        return None


def _camera(make: str, model: str) -> str | None:
    """ "NIKON CORPORATION" and "NIKON D80" make "NIKON D80", "Canon" and "EOS R5" make "Canon EOS R5"."""
    first = make.split(" ")[0].casefold()
    name = model if first and model.casefold().startswith(first) else f"{make} {model}"
    return name.strip()[:80] or None


def _location(gps: Mapping[int, Any]) -> tuple[float | None, float | None]:
    latitude = _degrees(gps.get(GPS.GPSLatitude), gps.get(GPS.GPSLatitudeRef), "S", 90)
    longitude = _degrees(gps.get(GPS.GPSLongitude), gps.get(GPS.GPSLongitudeRef), "W", 180)
    if latitude is None or longitude is None or (latitude, longitude) == (0, 0):
        return None, None  # exactly 0, 0 is what a receiver without a fix writes
    return latitude, longitude


def _degrees(value: Any, reference: Any, negative: str, limit: float) -> float | None:
    """Degrees from (degrees, minutes, seconds); any part may be a fraction with a zero below."""
    if not isinstance(value, tuple):
        return None
    try:
        degrees, minutes, seconds = (float(part) for part in (*value, 0, 0)[:3])
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    total = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(total) or abs(total) > limit:
        return None
    return -total if _text(reference).upper() == negative else total
