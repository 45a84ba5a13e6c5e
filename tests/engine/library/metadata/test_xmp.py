"""XMP by its namespaces, in all its notations, and where it is broken or hostile."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.library.metadata.xmp import EXIF, PHOTOSHOP, XMP, properties
from tests.engine.library.metadata.written import RDF, SPACES, xmp

DATE = (EXIF, "DateTimeOriginal")
SAID = 'exif:DateTimeOriginal="2009-06-16T14:57:56"'


@pytest.mark.parametrize(
    "packet",
    [
        xmp(SAID),
        xmp('exif:DateTimeOriginal = "2009-06-16T14:57:56"'),
        xmp("exif:DateTimeOriginal\n=\n'2009-06-16T14:57:56'"),
        xmp("", "<exif:DateTimeOriginal>\n 2009-06-16T14:57:56\n</exif:DateTimeOriginal>"),
        xmp("", "<exif:DateTimeOriginal><rdf:Seq><rdf:li>2009-06-16T14:57:56</rdf:li><rdf:li>2010</rdf:li></rdf:Seq>"
            "</exif:DateTimeOriginal>"),
        xmp("", '<exif:DateTimeOriginal rdf:parseType="Resource"><rdf:value>2009-06-16T14:57:56</rdf:value>'
            "</exif:DateTimeOriginal>"),
        xmp('e:DateTimeOriginal="2009-06-16T14:57:56"', spaces={"e": EXIF, "exif": "urn:another"}),
        xmp("", f'<DateTimeOriginal xmlns="{EXIF}">2009-06-16T14:57:56</DateTimeOriginal>'),
        xmp(SAID).decode().encode("utf-16"),
        xmp(SAID).decode().encode("utf-16-le"),
        xmp(SAID).decode().encode("utf-16-be"),
        xmp(SAID).decode().encode("utf-32-be"),
        xmp(SAID + ' tiff:Make="K\xf6nica"').decode().encode("latin-1", "replace"),
        xmp(SAID + ' tiff:Make="a\x01\x02b"'),
        xmp('exif:Other="1"') + b"\0" * 30 + xmp(SAID),
        b"rubbish \0" + xmp(SAID),
        xmp(SAID) + b"\0<rubbish",
        xmp(SAID, "<xmp:CreatorTool>broken <off"),
        xmp(SAID)[:-60],
        f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description {SAID}/></rdf:RDF>'.encode(),  # a prefix that nobody declared
    ],
)  # fmt: skip
def test_the_date_is_found(packet: bytes) -> None:
    assert properties([packet])[DATE] == "2009-06-16T14:57:56"


def test_the_prefix_of_old_programs_means_the_same() -> None:
    packet = xmp('xap:CreateDate="2003-01-02"', spaces={"xap": SPACES["xmp"]})
    assert properties([packet]) == {(XMP, "CreateDate"): "2003-01-02"}


def test_the_first_of_several_packets_holds() -> None:
    found = properties(
        [xmp('photoshop:DateCreated="2001"'), xmp('photoshop:DateCreated="2002" exif:GPSLatitude="1,2N"')]
    )
    assert found == {(PHOTOSHOP, "DateCreated"): "2001", (EXIF, "GPSLatitude"): "1,2N"}


def test_what_other_pictures_say_that_are_nested_in_it_is_not_said_of_this_one() -> None:
    inner = f"<rdf:li><rdf:Description {SAID}><xmp:CreateDate>2001</xmp:CreateDate></rdf:Description></rdf:li>"
    packet = xmp("", f"<xmpMM:Pantry><rdf:Bag>{inner}</rdf:Bag></xmpMM:Pantry><xmp:CreateDate>2020</xmp:CreateDate>")
    assert properties([packet]) == {(XMP, "CreateDate"): "2020"}


def test_a_packet_that_would_grow_without_end_ends() -> None:
    entities = '<!ENTITY a0 "2009">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    hostile = f"<!DOCTYPE x [{entities}]>" + xmp("", "<exif:DateTimeOriginal>&a11;</exif:DateTimeOriginal>").decode()
    start = time.process_time()
    assert properties([hostile.encode()]) == {}
    assert time.process_time() - start < 1


def test_a_packet_as_deep_and_as_long_as_it_can_be_is_read_in_time() -> None:
    start = time.process_time()
    deep = xmp("", "<xmp:a>" * 200_000)
    long = xmp(SAID, f"<xmp:Thumbnail>{'A' * (8 << 20)}</xmp:Thumbnail>")
    assert properties([deep, long]) == {DATE: "2009-06-16T14:57:56"}
    assert time.process_time() - start < 5


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: xmp("", text)), st.integers(0, 600))
def test_noise_is_nothing(noise: bytes, cut: int) -> None:
    assert all(len(value) <= 200 for value in properties([noise, xmp(SAID)[:cut] + noise]).values())
