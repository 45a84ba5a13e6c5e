"""Files that are broken, by chance or by intent, cost neither the scan nor much time."""

from __future__ import annotations

import io
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import GPS, Base

from engine.library.decoding.decode import describe
from engine.library.decoding.formats import Unreadable
from engine.library.metadata import boxes, gif, png
from engine.library.metadata.exif import exif_of_bytes
from engine.library.metadata.metadata import Metadata, metadata_of, read_metadata
from engine.library.metadata.photoshop import iptc_of, records
from engine.library.metadata.segments import Segments, segments_of_raw
from tests.engine.library.metadata.written import (
    RDF,
    app1,
    app13,
    box,
    chunk,
    exif,
    iptc,
    itxt,
    jpeg,
    profile,
    resource,
    xmp,
)
from tests.engine.library.metadata.written import gif as a_gif
from tests.engine.library.metadata.written import png as a_png

EXIF = exif(
    {Base.Orientation: 6, Base.Make: "Ricoh", 700: b"<x/>"},
    {Base.DateTimeOriginal: "2022:08:22 20:30:46", 0x927C: b"notes" * 20},
    {GPS.GPSLatitude: (1.0, 2.0, 3.0), GPS.GPSLongitude: (1.0, 2.0, 3.0), GPS.GPSTimeStamp: (1.0, 2.0, 3.0)},
)
XMP = xmp('exif:DateTimeOriginal="2009-09-09T17:00:00"')
IPTC = resource(iptc((55, "20181211"), (60, "100051")))
PNG = a_png(chunk(b"eXIf", EXIF), profile("exif", EXIF), itxt(b"XML:com.adobe.xmp", XMP, packed=True))
FILES = {
    "JPEG": jpeg(app1(EXIF), app1(XMP), app13(IPTC)),
    "PNG": PNG,
    "GIF": a_gif(XMP),
    "RAW": EXIF,
    "BOXES": box(b"ftyp", b"crx isom") + box(b"moov", box(b"uuid", b"x" * 16 + EXIF)) + box(b"uuid", b"y" * 16 + XMP),
}
RESOURCE = f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description>'.encode()
damage = st.lists(st.tuples(st.integers(0, 4000), st.binary(min_size=1, max_size=4)), max_size=6)


def broken(data: bytes, places: list[tuple[int, bytes]]) -> bytes:
    changed = bytearray(data)
    for at, noise in places:
        changed[at % len(data) : at % len(data) + len(noise)] = noise
    return bytes(changed)


@given(places=damage, cut=st.integers(1, 4000))
def test_broken_exif_is_as_good_as_missing(places: list[tuple[int, bytes]], cut: int) -> None:
    assert isinstance(metadata_of(Segments(exif_of_bytes(broken(EXIF, places)[:cut]), (XMP,))), Metadata)


@given(places=damage, cut=st.integers(1, 4000))
def test_broken_iptc_is_as_good_as_missing(places: list[tuple[int, bytes]], cut: int) -> None:
    data = broken(IPTC, places)[:cut]
    assert isinstance(metadata_of(Segments(iptc=iptc_of(data))), Metadata)
    assert isinstance(records(data), dict)


@pytest.mark.parametrize("name", FILES)
@given(places=damage, cut=st.integers(9, 9000))
def test_broken_files_never_raise(name: str, places: list[tuple[int, bytes]], cut: int) -> None:
    file = io.BytesIO(broken(FILES[name], places)[:cut])
    opened = Image.new("L", (1, 1))
    opened.format = name
    assert isinstance(read_metadata(opened, file), Metadata)
    assert isinstance(metadata_of(segments_of_raw(file)), Metadata)


@given(places=damage)
def test_a_broken_jpeg_is_described_or_unreadable(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[int, bytes]]
) -> None:
    path = tmp_path_factory.mktemp("noise") / "a.jpg"
    path.write_bytes(broken(FILES["JPEG"], places))
    with suppress(Unreadable):
        assert describe(path, "d").digest == "d"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("PNG", FILES["PNG"][:8] + chunk(b"tEXt", b"a\0b") * 300_000),
        ("PNG", a_png(itxt(b"XML:com.adobe.xmp", b"<" * (200 << 20), packed=True))),
        ("PNG", a_png(*[itxt(b"Raw profile type exif", b"<" * (1 << 24), packed=True)] * 99, late=True)),
        ("PNG", a_png(chunk(b"tEXt", b"Raw profile type exif\0" + b" " * 9000))),
        ("GIF", a_gif(RESOURCE + b"".join(b'<a xmlns:p%d="u">' % level for level in range(20_000)))),
        ("GIF", a_gif(RESOURCE + b"<a>" * 2_000_000)),
        ("GIF", a_gif(b"<?xpacket<" * 800_000)),
        ("GIF", a_gif(b"")[:781] + b"!\xfe\x01a\0" * 1_000_000),
        ("JPEG2000", box(b"free", b"") * 1_000_000),
        ("JPEG2000", b"\0\0\0\1free" + b"\xff" * 8),
    ],
    ids=["texts", "bomb", "bombs", "spaces", "prefixes", "deep", "packets", "blocks", "boxes", "huge"],
)
def test_hostile_files_are_read_in_time(name: str, data: bytes) -> None:
    opened = Image.new("L", (1, 1))
    opened.format = name
    start = time.process_time()
    assert read_metadata(opened, io.BytesIO(data)) == Metadata()
    assert time.process_time() - start < 1.5


def test_containers_that_end_too_early_have_no_segments(tmp_path: Path) -> None:
    for size in range(20):
        assert list(png.segments(io.BytesIO(FILES["PNG"][:size]))) == []
        assert gif.xmp_of(io.BytesIO(FILES["GIF"][:size])) == b""
        assert list(boxes.segments(io.BytesIO(FILES["BOXES"][:size]))) == []
