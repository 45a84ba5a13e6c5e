"""One Metadata of all that a file says; of what EXIF, XMP and IPTC all tell, the nearest to the shutter holds."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO

from PIL import Image
from PIL.ExifTags import Base

from engine.core.records import MadeBy, Precision, TakenFrom
from engine.library.metadata import exif as exif_fields
from engine.library.metadata.degrees import location
from engine.library.metadata.exif import Exif, camera, first_text, gps_time, tag, text
from engine.library.metadata.made_by import made_by
from engine.library.metadata.moments import moment
from engine.library.metadata.photoshop import records
from engine.library.metadata.segments import Segments, segments_of, segments_of_raw
from engine.library.metadata.xmp import EXIF, PHOTOSHOP, TIFF, XMP, Name, properties

VERSION = 2  # of this reader. Whoever lets it find more raises it: then libraries read metadata again, once

_Iptc = dict[tuple[int, int], bytes]


@dataclass(frozen=True, slots=True)
class Metadata:
    """Metadata of the camera: degrees, naive local time, None where missing or implausible; see Content."""

    taken_at: datetime | None = None
    taken_precision: Precision = "second"
    taken_from: TakenFrom = "exif"
    changed: bool = False
    latitude: float | None = None
    longitude: float | None = None
    camera: str | None = None
    orientation: int = 1
    made_by: MadeBy | None = None


def read_metadata(image: Image.Image, file: BinaryIO) -> Metadata:
    """Of an `image` that was opened from `file` and not loaded yet; never raises, however broken it is."""
    with _in_silence():
        segments = segments_of(image, file)
        found = metadata_of(segments)
    if image.format == "HEIF":  # it has been turned, and what EXIF said of that was taken out
        return replace(found, orientation=image.info.get("original_orientation") or 1)
    if image.format == "AVIF":  # its boxes tell, which Pillow writes into EXIF, and not XMP
        return replace(found, orientation=exif_fields.orientation(segments.exif) or 1)
    return found


def read_raw_metadata(file: BinaryIO, preview: Metadata) -> Metadata:
    """Of a camera's RAW file; what it does not tell, the `preview` in it may."""
    with _in_silence():
        own = metadata_of(segments_of_raw(file))
    dated = own if own.taken_at else preview
    placed = own if own.latitude is not None else preview
    return replace(
        dated, latitude=placed.latitude, longitude=placed.longitude, camera=own.camera or preview.camera, orientation=1
    )


def metadata_of(segments: Segments) -> Metadata:
    """Of segments as containers hold them."""
    exif, xmp, iptc = segments.exif, properties(segments.xmp), records(segments.iptc)
    maker = camera(first_text(tag(exif.main, Base.Make)), first_text(tag(exif.main, Base.Model)))
    latitude, longitude = exif_fields.place(exif)
    if latitude is None:
        north, east = xmp.get((EXIF, "GPSLatitudeRef"), ""), xmp.get((EXIF, "GPSLongitudeRef"), "")
        latitude, longitude = location(xmp.get((EXIF, "GPSLatitude")), north, xmp.get((EXIF, "GPSLongitude")), east)
    found = Metadata(
        latitude=latitude,
        longitude=longitude,
        camera=maker or camera(xmp.get((TIFF, "Make"), ""), xmp.get((TIFF, "Model"), "")),
        orientation=exif_fields.orientation(exif) or _turn(xmp.get((TIFF, "Orientation"), "")),
        made_by=made_by(exif, xmp, segments.texts, segments.credentials),
    )
    for source, written, changed in _dates(exif, xmp, iptc):
        if (taken := moment(written)) is not None:
            at, precision = taken
            return replace(found, taken_at=at, taken_precision=precision, taken_from=source, changed=changed)
    return found


@contextmanager
def _in_silence() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, of what is broken
        yield


def _dates(exif: Exif, xmp: dict[Name, str], iptc: _Iptc) -> Iterator[tuple[TakenFrom, str, bool]]:
    """Where each date is from, as it is written, and whether it is only of the last change: the best first."""
    for tags in (exif.details, exif.main):  # TIFF/EP has it in the main directory
        yield "exif", text(tag(tags, Base.DateTimeOriginal)), False
    yield "xmp", xmp.get((EXIF, "DateTimeOriginal"), ""), False
    yield "xmp", xmp.get((PHOTOSHOP, "DateCreated"), ""), False
    yield "iptc", _iptc_date(iptc, 55), False
    for tags in (exif.details, exif.main):
        yield "exif", text(tag(tags, Base.DateTimeDigitized)), False
    yield "xmp", xmp.get((EXIF, "DateTimeDigitized"), ""), False
    yield "xmp", xmp.get((XMP, "CreateDate"), ""), False
    yield "iptc", _iptc_date(iptc, 62), False
    yield "gps", gps_time(exif), False
    yield "gps", xmp.get((EXIF, "GPSTimeStamp"), ""), False
    yield "exif", text(tag(exif.main, Base.DateTime)), True
    yield "xmp", xmp.get((XMP, "ModifyDate"), ""), True
    yield "xmp", xmp.get((TIFF, "DateTime"), ""), True


def _iptc_date(iptc: _Iptc, number: int) -> str:
    """The date of this data set with the time of the one that belongs to it: 2:55 and 2:60, 2:62 and 2:63."""
    day, time = (iptc.get((2, n), b"").decode("latin-1").strip() for n in (number, {55: 60, 62: 63}[number]))
    return f"{day}T{time}" if time else day


def _turn(text: str) -> int:
    return int(text) if text in set("12345678") else 1
