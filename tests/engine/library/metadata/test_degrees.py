"""Places as cameras, phones and programs write them."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL.TiffImagePlugin import IFDRational

from engine.library.metadata.degrees import location

SECOND = 1 / 3600


@pytest.mark.parametrize(
    ("value", "reference", "degrees"),
    [
        ((33.0, 51.0, 36.0), "S", -33.86),
        ((33.0, 51.0, 36.0), "N\0", 33.86),
        ((33.0, 51.0, 36.0), "South", -33.86),
        ((33, 51, 36), "south latitude", -33.86),
        ((33, 51.6), "S", -33.86),
        ((33.86,), "", 33.86),
        (33.86, "S", -33.86),
        (-33.86, "", -33.86),
        (-33.86, "N", -33.86),  # the sign is what was measured, the word a default
        (-33.86, "S", -33.86),
        ((-33, 51, 36), "", -33.86),
        ((IFDRational(2**32 - 33, 1), 51, 36), "N", -33.86),  # signed numbers in fields that are not
        ((33, 51, IFDRational(0, 0)), "N", 33.85),
        ("52,00000,50,00000,34,01180", "N", 52 + 50 / 60 + 34.0118 * SECOND),
        ("52,50,34,01180", "N", 52 + 50 / 60 + 34.0118 * SECOND),
        ("52,50,34", "N", 52 + 50 / 60 + 34 * SECOND),
        ("52/1 50/1 3401180/100000", "N", 52 + 50 / 60 + 34.0118 * SECOND),
        ("52° 50' 34,0118\"", "S", -52 - 50 / 60 - 34.0118 * SECOND),
        ("52,84278", "N", 52.84278),
        ("-33.86", "", -33.86),
        ("48,51.50670N", "", 48 + 51.5067 / 60),
        ("48,51,5067S", "", -48 - 51.5067 / 60),
        ("48,51,30S", "", -48 - 51 / 60 - 30 * SECOND),
        ("33 deg 51' 36\" South", "", -33.86),
    ],
)
def test_a_latitude(value: Any, reference: str, degrees: float) -> None:
    found, east = location(value, reference, (10, 30), "West")
    assert (found, east) == (pytest.approx(degrees, abs=1e-6), -10.5)


@pytest.mark.parametrize(
    "value",
    [
        *((IFDRational(1, 0), 0, 0), (IFDRational(0, 0),) * 3, (10, IFDRational(0, 0), 0), (math.nan, 0, 0)),
        *((91, 0, 0), (), ("a", "b"), None, (math.inf, 1, 1), b"\0\0", "", "north", "4711.5", object()),
    ],
)
def test_what_is_no_latitude_is_no_place(value: Any) -> None:
    assert location(value, "N", (10, 0, 0), "E") == (None, None)


def test_a_receiver_without_a_fix_is_nowhere() -> None:
    assert location((0, 0, 0), "N", (0, 0, 0), "E") == (None, None)
    assert location((0, 0, 0), "N", (9, 30, 0), "E") == (0, 9.5)


@given(st.text(max_size=40) | st.from_regex(r"[0-9,./NSEW -]{0,30}", fullmatch=True), st.text(max_size=5))
def test_any_text_is_a_place_or_none(text: str, reference: str) -> None:
    latitude, longitude = location(text, reference, text, reference)
    assert (latitude is None) == (longitude is None)
    assert latitude is None or -90 <= latitude <= 90
