"""What cameras write, and what broken or hostile files write instead."""

from __future__ import annotations

import io
import math
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import IFDRational

from engine.library.decoding.metadata import Metadata, orientation, read_exif, read_metadata


def written(
    tags: dict[int, Any], details: dict[int, Any] | None = None, gps: dict[int, Any] | None = None
) -> Image.Exif:
    """EXIF that went through a real JPEG."""
    exif = Image.Exif()
    exif.update(tags)
    if details:
        exif.get_ifd(IFD.Exif).update(details)
    if gps:
        exif.get_ifd(IFD.GPSInfo).update(gps)
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "JPEG", exif=exif)
    return read_exif(Image.open(buffer))


def place(latitude: Any, longitude: Any, north: Any = "N", east: Any = "E") -> tuple[float | None, float | None]:
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSLatitudeRef: north,
            GPS.GPSLatitude: latitude,
            GPS.GPSLongitudeRef: east,
            GPS.GPSLongitude: longitude,
        }
    )
    found = read_metadata(exif)
    return found.latitude, found.longitude


def test_what_a_camera_writes_is_read() -> None:
    exif = written(
        {Base.Make: "Canon", Base.Model: "EOS R5", Base.Orientation: 6, Base.DateTime: "2024:01:01 00:00:00"},
        {Base.DateTimeOriginal: "2019:07:04 12:33:01", Base.DateTimeDigitized: "2020:01:01 00:00:00"},
        {
            GPS.GPSLatitudeRef: "S",
            GPS.GPSLatitude: (33.0, 51.0, 36.0),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: (151.0, 12.0, 0.0),
        },
    )
    found = read_metadata(exif)
    assert found.taken_at == datetime(2019, 7, 4, 12, 33, 1)
    assert (found.camera, found.orientation) == ("Canon EOS R5", 6)
    assert (found.latitude, found.longitude) == (pytest.approx(-33.86), pytest.approx(151.2))


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("NIKON CORPORATION", "NIKON D80", "NIKON D80"),
        ("Apple", "iPhone 11", "Apple iPhone 11"),
        ("", "X100", "X100"),
        ("LEICA\0\0", "  M 10 \0", "LEICA M 10"),
        ("", "", None),
        (b"Sony", 7, "Sony"),
    ],
)
def test_the_make_is_not_said_twice(make: Any, model: Any, camera: str | None) -> None:
    exif = Image.Exif()
    exif.update({Base.Make: make, Base.Model: model})
    assert read_metadata(exif).camera == camera


@pytest.mark.parametrize(
    "text",
    ["0000:00:00 00:00:00", "    :  :     :  :  ", "2019:13:04 12:00:00", "9999:01:01 00:00:00", "yes", 5, None],
)
def test_a_date_that_makes_no_sense_gives_way_to_the_next(text: Any) -> None:
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = text
    assert read_metadata(exif).taken_at is None
    exif[Base.DateTime] = "2001:02:03 04:05:06"
    assert read_metadata(exif).taken_at == datetime(2001, 2, 3, 4, 5, 6)


def test_the_date_is_in_xmp_where_exif_has_none() -> None:
    xmp = b'<rdf xmp:CreateDate="2015-03-04T05:06:07.00+02:00"/>'
    assert read_metadata(Image.Exif(), xmp).taken_at == datetime(2015, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(
    "value",
    [(IFDRational(1, 0), 0, 0), (math.nan, 0, 0), (91, 0, 0), (), ("a", "b"), None, 7, (math.inf, 1, 1), b"\0\0"],
)
def test_a_place_that_makes_no_sense_is_none(value: Any) -> None:
    assert place(value, (10, 0, 0)) == (None, None)


def test_a_receiver_without_a_fix_is_nowhere() -> None:
    assert place((0, 0, 0), (0, 0, 0)) == (None, None)
    assert place((1.5,), (2, 30), "N", "W") == (1.5, -2.5)


@pytest.mark.parametrize("value", [0, 9, -1, "6", (6,), None])
def test_an_orientation_that_is_none_is_upright(value: Any) -> None:
    exif = Image.Exif()
    exif[Base.Orientation] = value
    assert orientation(exif) == 1


@given(noise=st.binary(max_size=200), endian=st.sampled_from([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b""]))
def test_noise_for_exif_and_xmp_never_raises(noise: bytes, endian: bytes) -> None:
    image = Image.new("RGB", (1, 1))
    image.info["exif"] = b"Exif\0\0" + endian + noise
    assert isinstance(read_metadata(read_exif(image), noise), Metadata)
