"""When a photo was taken, by all that its file knows."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.records import Content, File, Moment
from engine.gallery.filtering import FilterOptions, filter_gallery
from engine.gallery.name_dates import date_in_name
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery
from engine.gallery.taken import Taken, taken
from engine.gallery.times import by_time

NOON = datetime(2024, 2, 3, 12)


def file_of(name: str, mtime: datetime = NOON) -> File:
    return File(1, 1, f"Camera 2011-11-11/{name}", 100, int(mtime.timestamp() * 1e9), "d")


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("IMG-20220103-WA0007.jpg", "2022-01-03"),
        ("IMG_20220103_101112.jpg", "2022-01-03T10:11:12"),
        ("IMG20160704123456.jpg", "2016-07-04T12:34:56"),
        ("PXL_20210510_112158830.PORTRAIT.jpg", "2021-05-10T11:21:58"),
        ("20160704_123456(0).jpg", "2016-07-04T12:34:56"),
        ("20160704.jp2", "2016-07-04"),
        ("00000IMG_00000_BURST20190101123456789_COVER.jpg", "2019-01-01T12:34:56"),
        ("DJI_20230102101112_0001_D.JPG", "2023-01-02T10:11:12"),
        ("WP_20140402_12_13_14_Pro.jpg", "2014-04-02T12:13:14"),
        ("WP_20140402_001.jpg", "2014-04-02"),
        ("VID_x_20190102.jpg", "2019-01-02"),
        ("Screenshot_2021-03-14-10-20-30-123_com.chat.png", "2021-03-14T10:20:30"),
        ("Screenshot_20210314-102030_Chat.png", "2021-03-14T10:20:30"),
        ("Screenshot from 2021-03-14 10-20-30.png", "2021-03-14T10:20:30"),
        ("Screenshot 2023-11-05 at 09.08.07.png", "2023-11-05T09:08:07"),
        ("Screenshot 2024-01-02 at 12.04.05\u202fAM.png", "2024-01-02T00:04:05"),
        ("Screen Shot 2015-01-02 at 3.04.05 PM.png", "2015-01-02T15:04:05"),
        ("Bildschirmfoto 2019-03-04 um 10.11.12.png", "2019-03-04T10:11:12"),
        ("Capture d\u2019e\u0301cran 2020-01-02 a\u0300 10.11.12.png", "2020-01-02T10:11:12"),
        ("Captura de pantalla 2020-01-02 a las 10.11.12.png", "2020-01-02T10:11:12"),
        ("WhatsApp Image 2018-12-24 at 13.26.19 (2).jpeg", "2018-12-24T13:26:19"),
        ("WhatsApp Image 2018-12-24 at 1.26 PM.jpeg", "2018-12-24T13:26"),
        ("signal-2020-05-06-070809.jpg", "2020-05-06T07:08:09"),
        ("signal-2020-05-06-07-08-09-123-1.jpg", "2020-05-06T07:08:09"),
        ("photo_2019-10-11_12-13-14.jpg", "2019-10-11T12:13:14"),
        ("2014-04-02 10.11.12.jpg", "2014-04-02T10:11:12"),
        ("2014-04-02 Beijing 01.jpg", "2014-04-02"),
        ("2014-04-02_001.jpg", "2014-04-02"),
        ("Ann, 31.12.2019.jpg", "2019-12-31"),
        ("scan 31-12-1962.tif", "1962-12-31"),
        ("2014 04 02 Beijing.jpg", "2014-04-02"),
        ("2014\u5e744\u67082\u65e5.jpg", "2014-04-02"),
        ("\u622a\u5c4f2021-03-14 \u4e0b\u534810.20.30.png", "2021-03-14T22:20:30"),
        ("스크린샷 2019-04-12 오후 3.04.05.png", "2019-04-12T15:04:05"),
        ("スクリーンショット 2019-04-12 午前3.04.05.png", "2019-04-12T03:04:05"),
        ("Captura 2019-04-12 a las 3.04.05 p. m..png", "2019-04-12T15:04:05"),
        ("2. 2019.04.12.jpg", "2019-04-12"),
        ("1.2019-04-12.jpg", "2019-04-12"),
        ("the 12th of March 2016.jpg", "2016-03-12"),
        ("3 de mayo de 2015.jpg", "2015-05-03"),
        ("1970-01-01 New Year.jpg", "1970-01-01"),
        ("3 May 2015.jpg", "2015-05-03"),
        ("At the lake, May 3rd, 2015.jpg", "2015-05-03"),
        ("Anniversaire du 3 ao\u00fbt 2015.jpg", "2015-08-03"),
    ],
)
def test_the_date_stands_in_the_name(name: str, iso: str) -> None:
    found = taken(file_of(name), Content("d", 4, 3))
    assert found is not None
    assert (found.isoformat(), found.source) == (iso, "name")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "IMG_1234.jpg",
            "1920x1080.jpg",
            "3840x2160 wall.jpg",
            "1200x20011231.jpg",
            "20011231x1080.png",
            "2048-1536.jpg",
        ),
        *("20011231x1080.png", "4711200112310815.jpg", "20011231123.jpg", "120011231.jpg", "DSC200112311.jpg"),
        *("20010230.jpg", "20011331.jpg", "2001-13-01.jpg", "2001-00-10.jpg", "19201080.jpg", "00000000.jpg"),
        *("+4920160704.jpg", "+49 151 20160704.jpg", "SN20011231.jpg", "tel 20160704.jpg", "0201-607-0412.jpg"),
        *("d41d8cd98f00b20119990204e9800998.jpg", "20101112-3c4d-4e5f-8a9b-0123456789ab.jpg", "5f20190102ab3c4d.jpg"),
        *("20154357686873453_n.jpg", "20151231686873.jpg", "089 2012 10 15.jpg", "IMG_19700101_000000.jpg"),
        *("v2019.10.12.png", "editor_v2019.1.12.png", "editor 2.0.2019.1.12.png"),
        *(
            "VirtualBox_win10_12_05_2019_10_11_12.png",
            "20991231.jpg",
            "2099-12-31.jpg",
            "18481012.jpg",
            "1801-01-01.jpg",
        ),
        *("01-02-2019.jpg", "image-260111-0028.jpg", "mayor 3 2015.jpg", "", ".", "2019.jpg", "1993-07.jpg"),
    ],
)
def test_a_number_that_is_no_date_is_none(name: str) -> None:
    assert date_in_name(name) is None


@given(st.text(max_size=60) | st.from_regex(r"[A-Z]{0,4}[0-9_.: -]{4,40}", fullmatch=True))
def test_any_name_is_dated_or_not(name: str) -> None:
    found = date_in_name(name)
    assert found is None or 1800 <= found.at.year < 2100


def test_facebook_counts_milliseconds() -> None:
    found = date_in_name("FB_IMG_1523456789012.jpg")
    assert found == Moment(datetime.fromtimestamp(1523456789))


SHOT = Content("d", 4, 3, taken_at=datetime(2001, 1, 1, 1, 1, 1))
CHANGED = Content("d", 4, 3, taken_at=datetime(2011, 1, 1, 1, 1, 1), changed=True)


@pytest.mark.parametrize(
    ("name", "content", "right"),
    [
        ("20160704.jpg", SHOT, Taken(datetime(2001, 1, 1, 1, 1, 1), "second", "exif")),
        ("20160704.jpg", CHANGED, Taken(datetime(2016, 7, 4), "day", "name")),
        ("a.jpg", CHANGED, Taken(datetime(2011, 1, 1, 1, 1, 1), "second", "exif", True)),
        ("a.jpg", Content("d", 4, 3), Taken(NOON, "second", "file")),
        ("20160704.jpg", None, Taken(datetime(2016, 7, 4), "day", "name")),
    ],
)
def test_the_name_comes_after_the_shot_and_before_the_last_change(
    name: str, content: Content | None, right: Taken
) -> None:
    assert taken(file_of(name), content) == right


def test_a_file_from_the_zero_of_a_clock_has_no_date() -> None:
    assert taken(file_of("a.jpg", datetime(1980, 1, 2)), None) is None
    assert taken(file_of("a.jpg")._replace(mtime_ns=10**24), None) is None


def test_copies_under_other_names_have_times_of_their_own() -> None:
    names = ("a.jpg", "20160704_123456.jpg", "20150605.jpg")
    files = tuple(file_of(name)._replace(id=i) for i, name in enumerate(names, 1))
    gallery = Gallery(files=files, contents={"d": Content("d", 4, 3)})
    assert gallery.times.days.tolist() == [20240203, 20160704, 20150605]
    assert gallery.times.by_file.tolist() == [True, False, False]


def _partial() -> Gallery:
    known = [("year", datetime(1993, 1, 1)), ("month", datetime(1993, 7, 1)), ("day", datetime(1993, 7, 2))]
    contents = {p: Content(p, 4, 3, taken_at=at, taken_precision=p) for p, at in known}  # type: ignore[arg-type]
    files = tuple(File(i, 1, f"{p}.jpg", 1, 1, p) for i, (p, _) in enumerate(known, 1))
    return Gallery(files=files, contents=contents, labels=np.full(3, -1), confidences=np.zeros(3, np.float32))


def test_what_is_known_to_the_month_or_the_year_is_grouped_as_that() -> None:
    gallery = _partial()
    assert gallery.times.days.tolist() == [19930000, 19930700, 19930702]
    assert [by_time(gallery, unit).keys for unit in ("year", "month", "day")] == [
        ("1993",),
        ("1993-07", "1993"),
        ("1993-07-02", "1993-07", "1993"),
    ]


@pytest.mark.parametrize(
    ("query", "rows"),
    [("1993", [0, 1, 2]), ("july 1993", [1, 2]), ("july", [1, 2]), ("2 july 1993", [2]), ("1994", [])],
)
def test_a_search_finds_what_was_surely_taken_then(query: str, rows: list[int]) -> None:
    assert filter_gallery(_partial(), FilterOptions(query), Finder()).rows.tolist() == rows
