"""Which of all that a file says holds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from PIL.ExifTags import GPS, Base

from engine.library.metadata.exif import Exif, exif_of_bytes
from engine.library.metadata.metadata import Metadata, metadata_of
from engine.library.metadata.segments import Segments
from tests.engine.library.metadata.written import exif, iptc, xmp

# Every date that is read, the best first: where it stands, and what it is as a Metadata tells it.
ORDER: list[tuple[str, int | str, str, str]] = [
    ("details", Base.DateTimeOriginal, "2001:01:01 01:01:01", "exif 2001"),
    ("xmp", "exif:DateTimeOriginal", "2002-01-01T01:01:01", "xmp 2002"),
    ("xmp", "photoshop:DateCreated", "2003-01-01T01:01:01", "xmp 2003"),
    ("iptc", 55, "20040101", "iptc 2004"),
    ("details", Base.DateTimeDigitized, "2005:01:01 01:01:01", "exif 2005"),
    ("xmp", "exif:DateTimeDigitized", "2006-01-01T01:01:01", "xmp 2006"),
    ("xmp", "xmp:CreateDate", "2007-01-01T01:01:01", "xmp 2007"),
    ("iptc", 62, "20080101", "iptc 2008"),
    ("gps", GPS.GPSDateStamp, "2009:01:01", "gps 2009"),
    ("xmp", "exif:GPSTimeStamp", "2010-01-01T01:01:01Z", "gps 2010"),
    ("main", Base.DateTime, "2011:01:01 01:01:01", "changed exif 2011"),
    ("xmp", "xmp:ModifyDate", "2012-01-01T01:01:01", "changed xmp 2012"),
    ("xmp", "tiff:DateTime", "2013-01-01T01:01:01", "changed xmp 2013"),
]


def said(fields: list[tuple[str, int | str, str, str]]) -> Metadata:
    parts: dict[str, dict[Any, str]] = {"main": {Base.Software: "a"}, "details": {}, "gps": {}, "xmp": {}, "iptc": {}}
    for place, key, value, _ in fields:
        parts[place][key] = value
    packet = xmp(" ".join(f'{name}="{value}"' for name, value in parts["xmp"].items()))
    values = exif_of_bytes(exif(parts["main"], parts["details"], parts["gps"]))
    return metadata_of(Segments(values, (packet,), iptc(*parts["iptc"].items())))


@pytest.mark.parametrize("left", range(len(ORDER) + 1))
def test_the_date_nearest_to_the_shutter_holds(left: int) -> None:
    found = said(ORDER[left:])
    if left == len(ORDER):
        assert found == Metadata()
    else:
        assert found.taken_at is not None
        assert f"{'changed ' * found.changed}{found.taken_from} {found.taken_at.year}" == ORDER[left][3]


@pytest.mark.parametrize(
    "text", ["0000:00:00 00:00:00", "1970:01:01 00:00:00", "    :  :     :  :  ", "2019:13:04 12:00:00"]
)
def test_a_date_that_makes_no_sense_gives_way_to_the_next(text: str) -> None:
    (place, key, _, _), *others = ORDER
    assert said([(place, key, text, ""), *others]).taken_at == datetime(2002, 1, 1, 1, 1, 1)


def test_dates_keep_how_precise_they_are() -> None:
    assert said([("xmp", "exif:DateTimeOriginal", "1993-07", "")]).taken_precision == "month"
    assert said([("iptc", 55, "19930000", "")]).taken_precision == "year"
    assert said([("iptc", 55, "20050612", ""), ("iptc", 60, "153000+0100", "")]).taken_at == datetime(
        2005, 6, 12, 15, 30
    )
    assert said([("details", Base.DateTimeOriginal, "2017:08:21 10:11:70", "")]).taken_precision == "day"


def test_satellites_tell_date_and_time() -> None:
    values = exif_of_bytes(
        exif({Base.Software: "a"}, {}, {GPS.GPSDateStamp: "2015:03:04", GPS.GPSTimeStamp: (10.0, 11.0, 12.0)})
    )
    found = metadata_of(Segments(values))
    assert (found.taken_at, found.taken_from) == (datetime(2015, 3, 4, 10, 11, 12), "gps")
    odd = Exif(gps={GPS.GPSDateStamp: "1980:01:06", GPS.GPSTimeStamp: (0, 0, 0)})
    assert metadata_of(Segments(odd)).taken_at is None


def test_the_place_is_that_of_exif_and_else_of_xmp() -> None:
    packet = xmp('exif:GPSLatitude="18.54543" exif:GPSLatitudeRef="South" exif:GPSLongitude="70,19.873W"')
    assert metadata_of(Segments(xmp=(packet,))).latitude == pytest.approx(-18.54543)
    assert metadata_of(Segments(xmp=(packet,))).longitude == pytest.approx(-70.331217, abs=1e-6)
    gps = {GPS.GPSLatitude: (33.0, 51.0, 36.0), GPS.GPSLatitudeRef: "S", GPS.GPSLongitude: (151.0, 12.0, 0.0)}
    found = metadata_of(Segments(exif_of_bytes(exif({Base.Software: "a"}, {}, gps)), (packet,)))
    assert (found.latitude, found.longitude) == (pytest.approx(-33.86), pytest.approx(151.2))


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("NIKON CORPORATION", "NIKON D80", "NIKON D80"),
        ("Apple", "iPhone 11", "Apple iPhone 11"),
        ("", "X100", "X100"),
        ("LEICA\0\0", "  M 10 \0", "LEICA M 10"),
        ("SONY\0\0\0", "MAVICA\0\0 3ghx7y", "SONY MAVICA"),  # what was in the memory of the camera
        ("", "", None),
        (b"Sony", 7, "Sony"),
    ],
)
def test_the_make_is_not_said_twice(make: Any, model: Any, camera: str | None) -> None:
    assert metadata_of(Segments(Exif({Base.Make: make, Base.Model: model}))).camera == camera


def test_the_camera_is_that_of_xmp_where_exif_has_none() -> None:
    packet = xmp('tiff:Make="Canon" tiff:Model="Canon EOS R5" tiff:Orientation="6"')
    found = metadata_of(Segments(xmp=(packet,)))
    assert (found.camera, found.orientation) == ("Canon EOS R5", 6)
    assert metadata_of(Segments(Exif({Base.Model: "GR", Base.Orientation: 3}), (packet,))).camera == "GR"


@pytest.mark.parametrize("value", [0, 9, -1, "6", (6,), None])
def test_an_orientation_that_is_none_is_upright(value: Any) -> None:
    assert metadata_of(Segments(Exif({Base.Orientation: value}))).orientation == 1
