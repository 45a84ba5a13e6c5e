"""What lies in a file beside its picture stays and is found where it was: films, trailers, further pictures."""

from __future__ import annotations

import hashlib
import os
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.core.job import Job
from engine.filing.actions.action import Left
from engine.filing.actions.keywords import Keywords
from engine.filing.keywords.containers import find
from engine.filing.keywords.xmp import merge, read
from engine.filing.operations import Operation
from tests.engine.filing.files import write

XMP = b"http://ns.adobe.com/xap/1.0/\0"


def do(photo: Path) -> None:
    operation = Operation(0, str(photo), str(photo), values={"keywords": [["Rome"]]})
    Keywords().do(operation, lambda _: None, Job())


def jpeg(path: Path, *segments: bytes, behind: bytes = b"") -> Path:
    """A JPEG with these segments (marker and data) at its head, and what follows its end."""
    Image.fromarray(np.random.default_rng(2).integers(0, 255, (24, 24, 3), np.uint8)).save(path)
    data = path.read_bytes()
    head = b"".join(b"\xff" + s[:1] + struct.pack(">H", len(s) + 1) + s[1:] for s in segments)
    path.write_bytes(data[:2] + head + data[2:] + behind)
    return path


def left(photo: Path, why: str) -> None:
    before = photo.read_bytes()
    with pytest.raises(Left, match=why):
        do(photo)
    assert photo.read_bytes() == before
    assert list(photo.parent.iterdir()) == [photo]


def test_the_film_of_a_motion_photo_stays_at_the_end(tmp_path: Path) -> None:
    """Google and Samsung find it by how far it is from the end of the file."""
    film = b"\0\0\0\x18ftypmp42" + bytes(range(200)) + b"SEFHe\0\0\0SEFT"
    photo = jpeg(tmp_path / "a.jpg", behind=film)
    do(photo)
    assert photo.read_bytes().endswith(film)


def test_xmp_in_two_parts_keeps_its_second(tmp_path: Path) -> None:
    """The first names the second by its hash."""
    rest = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><big/></x:xmpmeta>'
    guid = hashlib.md5(rest).hexdigest().upper().encode()
    main = merge(None, [("mine",)]).replace(b' rdf:about=""', b' rdf:about="" xmlns:n="u" n:HasExtendedXMP="%s"' % guid)
    more = b"http://ns.adobe.com/xmp/extension/\0" + guid + struct.pack(">II", len(rest), 0) + rest
    photo = jpeg(tmp_path / "a.jpg", b"\xe1" + XMP + main, b"\xe1" + more)
    do(photo)
    data = photo.read_bytes()
    assert data.count(more) == 1
    assert guid in data[: data.index(more)]
    with photo.open("rb") as file:
        found = find(file)
    assert found is not None
    assert found.xmp is not None
    assert read(found.xmp) == [("mine",), ("Rome",)]


def test_keywords_in_the_second_part_are_left(tmp_path: Path) -> None:
    more = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 40 + b"<dc:subject/>"
    left(jpeg(tmp_path / "a.jpg", b"\xe1" + more), "did not fit")


def test_more_than_a_segment_holds_is_left(tmp_path: Path) -> None:
    plain = merge(None, [("mine",)])
    full = plain.replace(b"<rdf:RDF", b"<!--" + b"x" * (65490 - len(XMP) - len(plain)) + b"--><rdf:RDF")
    left(jpeg(tmp_path / "a.jpg", b"\xe1" + XMP + full), "no room")


def test_further_pictures_are_found_where_the_xmp_stood_behind_their_list(tmp_path: Path) -> None:
    """Some programs write XMP behind the MPF: then what it lists moves away from it."""
    first, second = Image.new("RGB", (30, 20), "red"), Image.new("RGB", (30, 20), "blue")
    photo = tmp_path / "a.jpg"
    first.save(photo, "MPO", save_all=True, append_images=[second])
    data = photo.read_bytes()
    mpf = data.index(b"MPF\0") - 4
    end = mpf + 2 + int.from_bytes(data[mpf + 2 : mpf + 4], "big")
    body = XMP + merge(None, [("mine",)])
    segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    data = bytearray(data[:end] + segment + data[end:])
    at = data.index(b"\x02\xb0", mpf)  # Pillow writes it in little-endian order
    listed = mpf + 8 + int.from_bytes(data[at + 8 : at + 12], "little")
    for place in (listed + 4, listed + 16 + 8):  # the first's size, the second's offset
        value = int.from_bytes(data[place : place + 4], "little") + len(segment)
        data[place : place + 4] = value.to_bytes(4, "little")
    photo.write_bytes(data)
    do(photo)
    assert b"Rome" in photo.read_bytes()
    with Image.open(photo) as image:
        assert image.n_frames == 2
        image.seek(1)
        assert image.convert("RGB").getpixel((3, 3)) == pytest.approx((0, 0, 255), abs=3)


def test_a_png_with_xmp_in_an_old_place_is_left(tmp_path: Path) -> None:
    photo = tmp_path / "a.png"
    Image.new("RGB", (8, 8)).save(photo)
    data = photo.read_bytes()
    body = b"zTXtRaw profile type xmp\0\0" + zlib.compress(b"\nxmp\n       4\n3c613e\n")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    photo.write_bytes(data[:33] + chunk + data[33:])
    left(photo, "old way")


def test_raw_files_and_pages_in_a_circle_are_left(tmp_path: Path) -> None:
    photo = tmp_path / "a.tif"
    pages = [Image.new("L", (8, 8), shade) for shade in (1, 2)]
    pages[0].save(photo, save_all=True, append_images=pages[1:])
    data = bytearray(photo.read_bytes())
    first = int.from_bytes(data[4:8], "little")
    ends = [first]
    while (at := ends[-1] + 2 + 12 * int.from_bytes(data[ends[-1] : ends[-1] + 2], "little")) and (
        following := int.from_bytes(data[at : at + 4], "little")
    ):
        ends.append(following)
    raw = photo.rename(tmp_path / "a.nef")
    left(raw, "of this kind")
    raw.rename(photo)
    data[at : at + 4] = first.to_bytes(4, "little")
    photo.write_bytes(data)
    left(photo, "lead back")


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif"])
def test_a_file_that_breaks_off_is_left_wherever_it_does(tmp_path: Path, name: str) -> None:
    """Or it takes the keywords and all else stays: it never ends in a fault."""
    photo = tmp_path / name
    Image.new("RGB", (40, 40), "red").save(photo, **({"exif": Image.Exif()} if name == "a.jpg" else {}))
    whole = photo.read_bytes()
    for length in range(8, len(whole), 7):
        photo.write_bytes(whole[:length])
        try:
            do(photo)
        except Left:
            assert photo.read_bytes() == whole[:length]
        else:
            with photo.open("rb") as file:
                assert find(file) is not None


def test_times_permissions_and_attributes_stay(tmp_path: Path) -> None:
    photo = jpeg(tmp_path / "a.jpg")
    photo.chmod(0o640)
    os.utime(photo, ns=(1_500_000_000_123_456_789, 1_400_000_000_123_456_789))
    if sys.platform == "linux":
        try:
            os.setxattr(photo, "user.note", b"mine")
        except OSError:
            pytest.skip("no attributes in this file system")
    do(photo)
    status = photo.stat()
    assert (status.st_mode & 0o777, status.st_mtime_ns) == (0o640, 1_400_000_000_123_456_789)
    if sys.platform == "linux":
        assert os.getxattr(photo, "user.note") == b"mine"


def test_a_photo_that_is_a_link_or_changes_meanwhile_is_left(tmp_path: Path) -> None:
    target = write(tmp_path / "away" / "a.jpg")
    link = tmp_path / "photos" / "a.jpg"
    link.parent.mkdir()
    link.symlink_to(target)
    left(link, "link")
