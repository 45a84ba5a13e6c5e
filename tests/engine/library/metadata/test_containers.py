"""Every container that is read, with its metadata where programs put it."""

from __future__ import annotations

import struct
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image, features
from PIL.ExifTags import Base

from engine.core.records import Content
from engine.library.decoding.decode import decode, describe
from engine.library.metadata.metadata import metadata_of
from engine.library.metadata.segments import segments_of_raw
from tests.engine.library.metadata.written import (
    app1,
    app13,
    box,
    chunk,
    exif,
    gif,
    iptc,
    itxt,
    jpeg,
    png,
    profile,
    resource,
    saved,
    xmp,
)

EXIF = exif({Base.Orientation: 6, Base.Make: "Ricoh", Base.Model: "GR"}, {Base.DateTimeOriginal: "2022:08:22 20:30:46"})
XMP = xmp('exif:DateTimeOriginal="2009-09-09T17:00:00" exif:GPSLatitude="48,51.5067N" exif:GPSLongitude="2,17.667E"')
IPTC = iptc((55, "20181211"), (60, "100051+0000"))
TAKEN = {
    "exif": datetime(2022, 8, 22, 20, 30, 46),
    "xmp": datetime(2009, 9, 9, 17),
    "iptc": datetime(2018, 12, 11, 10, 0, 51),
}
PROFILE_XMP = b"http://ns.adobe.com/xap/1.0/\0" + XMP
MORE = b"http://ns.adobe.com/xmp/extension/\0" + b"0123456789ABCDEF" * 2


def extended(packet: bytes, cut: int) -> list[tuple[int, bytes]]:
    """A packet that does not fit a segment of a JPEG, in two parts, the second first."""
    head = MORE + struct.pack(">L", len(packet))
    return [(1, head + struct.pack(">L", at) + part) for at, part in ((cut, packet[cut:]), (0, packet[:cut]))]


def tiff(longs: bool) -> bytes:
    """IPTC in a TIFF: as bytes, or as the long integers that many programs call them."""
    padded = IPTC + b"\0" * (-len(IPTC) % 4)
    whole = saved("TIFF", tiffinfo={33723: padded})
    as_bytes, as_longs = struct.pack("<HHL", 33723, 7, len(padded)), struct.pack("<HHL", 33723, 4, len(padded) // 4)
    assert whole.count(as_bytes) == 1
    return whole.replace(as_bytes, as_longs) if longs else whole


def jp2(*boxes: bytes) -> bytes:
    whole = saved("JPEG2000", no_jp2=False)
    return whole + b"".join(boxes)


def uuid(name: str | bytes, data: bytes) -> bytes:
    return box(b"uuid", (name if isinstance(name, bytes) else bytes.fromhex(name)) + data)


FILES = {
    "exif.jpg": ("exif", jpeg(app1(EXIF))),
    "exif twice.jpg": ("exif", jpeg((1, b"Exif\0\0Exif\0\0" + EXIF))),
    "xmp.jpg": ("xmp", jpeg(app1(XMP))),
    "xmp after another.jpg": ("xmp", jpeg(app1(xmp('xmp:Label="red"')), app1(XMP))),
    "unmarked.jpg": ("xmp", jpeg((1, XMP))),
    "odd mark.jpg": ("exif", jpeg((1, b"EXIF\0\xff" + EXIF))),
    "extended.jpg": ("xmp", jpeg(app1(xmp('xmp:Label="red"')), *extended(XMP, 200))),
    "iptc.jpg": ("iptc", jpeg(app13(resource(b"abc", 0x03ED), resource(IPTC)))),
    "iptc in two.jpg": ("iptc", jpeg(app13(resource(b"a", 0x03ED)), app13(resource(IPTC)))),
    "chunk.png": ("exif", png(chunk(b"eXIf", EXIF))),
    "late.png": ("exif", png(chunk(b"eXIf", EXIF), late=True)),
    "exif profile.png": ("exif", png(profile("exif", b"Exif\0\0" + EXIF))),
    "tail.png": ("exif", png(profile("exif", b"Exif\0\0" + EXIF, tail=b"\n0a1 rubbish \xff"))),
    "app1 profile.png": ("exif", png(profile("APP1", b"Exif\0\0" + EXIF, packed=False))),
    "app1 xmp.png": ("xmp", png(profile("APP1", PROFILE_XMP))),
    "xmp profile.png": ("xmp", png(profile("xmp", XMP))),
    "iptc profile.png": ("iptc", png(profile("iptc", resource(IPTC)))),
    "itxt.png": ("xmp", png(itxt(b"XML:com.adobe.xmp", XMP))),
    "packed.png": ("xmp", png(itxt(b"XML:com.adobe.xmp", XMP, packed=True), late=True)),
    "large.png": ("xmp", png(itxt(b"XML:com.adobe.xmp", XMP + b" " * (2 << 20), packed=True))),
    "xmp.gif": ("xmp", gif(XMP)),
    "blocks.gif": ("xmp", gif(XMP, in_blocks=True)),
    "exif.webp": ("exif", saved("WEBP", exif=b"Exif\0\0" + EXIF)),
    "xmp.webp": ("xmp", saved("WEBP", xmp=XMP)),
    "xmp.tif": ("xmp", saved("TIFF", tiffinfo={700: XMP})),
    "iptc.tif": ("iptc", tiff(longs=False)),
    "longs.tif": ("iptc", tiff(longs=True)),
    "exif.jp2": ("exif", jp2(uuid(b"JpgTiffExif->JP2", EXIF))),
    "more exif.jp2": ("exif", jp2(uuid(b"JpgTiffExif->JP2", b"Exif\0\0" + EXIF))),
    "xmp.jp2": ("xmp", jp2(uuid("be7acfcb97a942e89c71999491e3afac", XMP))),
    "iptc.jp2": ("iptc", jp2(uuid("33c7a4d2b81d4723a0baf1a3e097ad38", IPTC))),
    "xmp.heic": ("xmp", saved("HEIF", xmp=XMP, exif=None)),
    "exif.heic": ("exif", saved("HEIF", exif=b"Exif\0\0" + EXIF)),
}
if features.check("avif"):
    FILES |= {
        "exif.avif": ("exif", saved("AVIF", exif=b"Exif\0\0" + EXIF)),
        "xmp.avif": ("xmp", saved("AVIF", xmp=XMP)),
    }


def described(folder: Path, name: str, data: bytes) -> Content:
    (folder / name).write_bytes(data)
    return describe(folder / name, "digest")


@pytest.mark.parametrize("name", FILES)
def test_what_a_container_holds_is_read(tmp_path: Path, name: str) -> None:
    source, data = FILES[name]
    found = described(tmp_path, name, data)
    assert (found.taken_from, found.taken_at) == (source, TAKEN[source])
    if source == "exif":
        assert (found.camera, found.orientation) == ("Ricoh GR", 6)
    if source == "xmp":
        assert (found.latitude, found.longitude) == (pytest.approx(48.858445), pytest.approx(2.29445))
    whole = decode(tmp_path / name).metadata  # what a scan finds
    assert (whole.taken_at, whole.orientation, whole.latitude) == (found.taken_at, found.orientation, found.latitude)


@pytest.mark.parametrize("name", [name for name, (source, _) in FILES.items() if source == "exif"])
def test_a_picture_on_its_side_is_turned(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name][1])
    picture = decode(tmp_path / name)
    if name != "exif.heic":  # pillow-heif turned it by its boxes when it was written
        assert (picture.width, picture.height) == (24, 32)
        assert picture.image.size == (24, 32)


def test_a_tiff_that_says_it_lies_on_its_side_is_turned_once(tmp_path: Path) -> None:
    found = described(
        tmp_path, "a.tif", saved("TIFF", tiffinfo={Base.Orientation: 8, Base.DateTime: "2011:01:02 03:04:05"})
    )
    assert (found.orientation, found.changed, str(found.taken_at)) == (8, True, "2011-01-02 03:04:05")
    picture = decode(tmp_path / "a.tif")
    assert (picture.image.size, picture.metadata.orientation) == ((24, 32), 8)


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow reads no AVIF")
def test_an_avif_is_turned_by_its_boxes_alone(tmp_path: Path) -> None:
    assert described(tmp_path, "a.avif", saved("AVIF", xmp=xmp('tiff:Orientation="6"'))).orientation == 1


@pytest.mark.parametrize("head", [b"II*\0", b"IIRO", b"IIRS", b"IIU\0"])
def test_raw_files_are_built_like_a_tiff_under_other_names(tmp_path: Path, head: bytes) -> None:
    little = Image.Exif()
    little.endian = "<"
    little.update({Base.Make: "Olympus", Base.Model: "E-1", 700: XMP})
    data = little.tobytes().removeprefix(b"Exif\0\0")
    assert data[:4] == b"II*\0"
    (tmp_path / "a.orf").write_bytes(head + data[4:])
    with (tmp_path / "a.orf").open("rb") as file:
        found = metadata_of(segments_of_raw(file))
    assert (found.camera, found.taken_at, found.taken_from) == ("Olympus E-1", TAKEN["xmp"], "xmp")


def test_a_raw_file_of_boxes_has_its_exif_in_parts(tmp_path: Path) -> None:
    details = exif({Base.DateTimeOriginal: "2022:08:22 20:30:46"})
    canon = uuid("85c0b687820f11e08111f4ce462b6a48", box(b"CMT1", EXIF) + box(b"CMT2", details))
    (tmp_path / "a.cr3").write_bytes(box(b"ftyp", b"crx \0\0\0\1crx isom") + box(b"moov", canon))
    with (tmp_path / "a.cr3").open("rb") as file:
        found = metadata_of(segments_of_raw(file))
    assert (found.camera, found.taken_at, found.taken_from) == ("Ricoh GR", TAKEN["exif"], "exif")
