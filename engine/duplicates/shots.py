"""Shots: what tells two presses of the shutter within one second apart: exposure, focus, fraction, another view."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PIL.ExifTags import Base

from engine.core.records import Content
from engine.duplicates.same_picture import Likeness
from engine.library.cloud import in_cloud
from engine.library.metadata.exif import exif_of_bytes, tag, text

_HEAD = 1 << 18  # bytes: the EXIF of cameras and telephones lies before that
_MARK = b"Exif\0\0"
_EXPOSURE = 1.1  # ratio: a third of a stop, the least that cameras bracket by, makes 1.26
_BIAS = 0.1  # stops
_REFOCUSED = 1.001  # ratio: a step of a focus stack may be a third of a millimetre, and no copy rounds that much
_FAR = 0xFFFFFFFF  # what EXIF has for infinity, and XMP for a distance that is not known
# As Lightroom and Camera Raw copy it out of the notes of makers: exiftool.org/TagNames/XMP.html#aux
_XMP_FOCUS = re.compile(rb"aux:ApproximateFocusDistance\s*(?:=\s*[\"']|>)\s*(\d{1,10})/(\d{1,10})")
_MOVED = 0.01  # of a side: the frames of a sweep, or of a burst from the hand
_ZOOMED = 0.005  # a crop that was enlarged to the size of the whole is


@dataclass(frozen=True, slots=True)
class Shot:
    """What the camera wrote of one exposure; None or empty where it did not."""

    time: float | None = None  # seconds
    aperture: float | None = None
    sensitivity: float | None = None  # ISO
    bias: float | None = None  # stops
    fraction: str = ""  # of the second, as digits
    focus: float | None = None  # metres to what is sharp

    def differs(self, other: Shot) -> bool:
        """Whether both are said to be two presses of the shutter: a bracket, HDR, a focus stack, or a burst.

        Most cameras tell the frames of a stack by their fraction of a second; few write the distance as well.
        """
        return self.taken_otherwise(other) or (
            bool(self.fraction and other.fraction) and self.fraction != other.fraction
        )

    def taken_otherwise(self, other: Shot) -> bool:
        """Whether both are said to be exposed or focused differently: a bracket, HDR, or a focus stack."""
        for one, another in (
            (self.time, other.time),
            (self.aperture, other.aperture),
            (self.sensitivity, other.sensitivity),
        ):
            if one and another and max(one, another) > _EXPOSURE * min(one, another):
                return True
        if self.bias is not None and other.bias is not None and abs(self.bias - other.bias) > _BIAS:
            return True
        nearest, farthest = sorted((self.focus or 0.0, other.focus or 0.0))
        return nearest > 0 and farthest > _REFOCUSED * nearest


UNTOLD = Shot()


def shot_of(path: Path) -> Shot:
    """From the head of a file; nothing is fetched from a cloud, and nothing is told of a file that cannot be read."""
    try:
        if in_cloud(path.stat()):
            return UNTOLD
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:  # a drive that is away
        return UNTOLD
    start = head.find(_MARK)
    if start < 0:
        return UNTOLD
    xmp = _XMP_FOCUS.search(head)
    details = exif_of_bytes(head[start:]).details
    return Shot(
        _positive(tag(details, Base.ExposureTime)),
        _positive(tag(details, Base.FNumber)),
        _positive(tag(details, Base.ISOSpeedRatings)),
        _number(tag(details, Base.ExposureBiasValue)),
        "".join(filter(str.isdigit, text(tag(details, Base.SubsecTimeOriginal)))).rstrip("0"),
        _distance(tag(details, Base.SubjectDistance)) or (xmp and _distance(_ratio(int(xmp[1]), int(xmp[2])))),
    )


def moment_of(content: Content) -> datetime | None:
    """The second at which it was taken by the camera's clock, where that is known: not the day, the time in UTC, or
    when a copy was changed.
    """
    by_camera = content.taken_precision == "second" and content.taken_from != "gps" and not content.changed
    return content.taken_at if by_camera else None


def is_another_view(a: Content, b: Content, found: Likeness) -> bool:
    """Whether two whole frames of one camera lie beside one another: parts of a panorama are no crops."""
    frames = a.camera is not None and a.camera == b.camera and (a.width, a.height) == (b.width, b.height)
    return frames and found.moved > _MOVED and found.zoomed < _ZOOMED


def _distance(value: object) -> float | None:
    found = _positive(value)
    return found if found is not None and found < _FAR else None


def _ratio(numerator: int, denominator: int) -> float | None:
    return numerator / denominator if denominator else None


def _number(value: object) -> float | None:
    try:
        found = float(value[0] if isinstance(value, tuple) and value else value)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return found if abs(found) < float("inf") else None


def _positive(value: object) -> float | None:
    found = _number(value)
    return found if found is not None and found > 0 else None
