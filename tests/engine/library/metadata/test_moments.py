"""Dates as cameras and programs write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.records import Moment
from engine.library.metadata.moments import moment


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019:07:04 12:33:01", "2019-07-04T12:33:01"),
        ("2019-07-04T12:33:01.25+02:00", "2019-07-04T12:33:01"),
        ("2019-07-04T12:33Z", "2019-07-04T12:33"),
        ("2019/7/4 9:05:01", "2019-07-04T09:05:01"),
        ("2019.07.04 12:33:01 PM", "2019-07-04T12:33:01"),
        ("2019:07:04 01:33:01 PM", "2019-07-04T13:33:01"),
        ("2019:07:04:12:33:01", "2019-07-04T12:33:01"),
        ("20190704T123301+0000", "2019-07-04T12:33:01"),
        ("20190704", "2019-07-04"),
        ("19930700", "1993-07"),
        ("19930000", "1993"),
        ("1993", "1993"),
        ("1993-07", "1993-07"),
        ("2006-10-29", "2006-10-29"),
        ("Sun Jul 04 12:33:01 2004", "2004-07-04T12:33:01"),
        # blank and zero are how EXIF and people write what is not known
        ("2004:07:    :  :  ", "2004-07"),
        ("2004:07:04   :  :  ", "2004-07-04"),
        ("2004:00:00 00:00:00", "2004"),
        # clocks that show what no clock shows
        ("2015:08:22 24:08:19", "2015-08-22T00:08:19"),
        ("2017:08:21 10:11:70", "2017-08-21"),
        ("2017:08:21 25:11:07", "2017-08-21"),
        ("2017:08:21 23:59:60", "2017-08-21T23:59:59"),
        ("2017:08:21 00:00:00", "2017-08-21T00:00:00"),
        ("1970:01:02 03:04:05", "1970-01-02T03:04:05"),
        ("1970", "1970"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(text: str, iso: str) -> None:
    found = moment(text)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        *("", "yes", "0000:00:00 00:00:00", "    :  :     :  :  ", "2019:13:04 12:00:00", "2019:02:30 12:00:00"),
        *("9999:01:01 00:00:00", "1492:10:12", "20190", "4711"),
        *("1970:01:01 00:00:00", "1970-01-01T01:00:00+01:00", "1969-12-31T19:00:00", "1904:01:01 00:00:00"),
        *("1980:01:01 00:00:00", "1980:01:06 00:00:00", "1899-12-30T00:00:00"),
    ],
)
def test_what_is_no_date_or_the_zero_of_a_clock_is_none(text: str) -> None:
    assert moment(text) is None


@given(st.text(max_size=40) | st.from_regex(r"[0-9: T-]{4,25}", fullmatch=True))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = moment(text)
    assert found is None or isinstance(found, Moment)
