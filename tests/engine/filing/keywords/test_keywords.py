"""Keywords are written where every program reads them; the picture stays byte for byte, and all comes back."""

from __future__ import annotations

import json
import re
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.core.job import Job
from engine.filing.actions.action import Done, Facts, Left
from engine.filing.actions.keywords import Keywords
from engine.filing.keywords.sidecars import sidecar_of
from engine.filing.keywords.xmp import NotXmp, merge, read
from engine.filing.operations import Operation

WANTED = [["Trips", "Rome"], ["Good morning"]]
FORMATS = ("a.jpg", "a.png", "a.webp", "lossless.webp", "alpha.webp", "animated.webp", "a.tif", "big-endian.tif")

# As darktable 4.4 writes it, shortened: attributes as properties, a Seq of hierarchical subjects, a rating.
DARKTABLE = b"""<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:darktable="http://darktable.sf.net/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:lr="http://ns.adobe.com/lightroom/1.0/"
   xmp:Rating="4"
   darktable:xmp_version="5">
   <!-- developed with care -->
   <darktable:masks_history><rdf:Seq/></darktable:masks_history>
   <dc:subject><rdf:Seq><rdf:li>holiday</rdf:li></rdf:Seq></dc:subject>
   <lr:hierarchicalSubject><rdf:Seq><rdf:li>where|Rome</rdf:li></rdf:Seq></lr:hierarchicalSubject>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""


def picture(folder: Path, name: str) -> Path:
    pixels = np.random.default_rng(1).integers(0, 255, (40, 61, 3), np.uint8)
    image, path = Image.fromarray(pixels), folder / name
    if name == "alpha.webp":
        image.putalpha(99)
        image.save(path, lossless=True)
    elif name == "animated.webp":
        image.save(path, save_all=True, append_images=[image.rotate(90)])
    elif name == "big-endian.tif":
        image.save(path, tiffinfo={270: "words"}, big_endian=True)
    else:
        image.save(path, **({"lossless": True} if name == "lossless.webp" else {}))
    return path


def do(photo: Path, target: Path, noted: list[Facts] | None = None) -> Done:
    operation = Operation(0, str(photo), str(target), values={"keywords": WANTED})
    return Keywords().do(operation, (noted if noted is not None else []).append, Job())


def undo(photo: Path, target: Path, facts: Facts) -> None:
    Keywords().undo(Operation(0, str(photo), str(target)), json.loads(json.dumps(facts)), {}.update, Job())


@pytest.fixture(params=FORMATS)
def photo(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    return picture(tmp_path, request.param)


def test_a_picture_takes_keywords_and_stays_as_it_is(photo: Path) -> None:
    before, pixels = photo.read_bytes(), np.asarray(Image.open(photo).convert("RGBA"))
    stat = photo.stat()
    done = do(photo, photo)
    assert photo.read_bytes() != before
    assert photo.stat().st_mtime_ns == stat.st_mtime_ns
    with Image.open(photo) as image:
        xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or image.tag_v2[700]
        assert np.array_equal(np.asarray(image.convert("RGBA")), pixels)
    assert read(xmp if isinstance(xmp, bytes) else xmp.encode()) == [("Trips", "Rome"), ("Good morning",)]
    assert compressed(photo) == compressed_of(before, photo)
    with pytest.raises(Left, match="already"):
        do(photo, photo)
    undo(photo, photo, done.facts)
    assert photo.read_bytes() == before
    assert photo.stat().st_mtime_ns == stat.st_mtime_ns
    assert list(photo.parent.iterdir()) == [photo]


@pytest.mark.parametrize("tool", ["exiftool", "exiv2"])
def test_other_programs_read_them(photo: Path, tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    do(photo, photo)
    assert by_tool(photo, tool) == {
        "TagsList": ["Trips/Rome", "Good morning"],
        "LastKeywordXMP": ["Trips/Rome", "Good morning"],
        "hierarchicalSubject": ["Trips|Rome", "Good morning"],
        "subject": ["Rome", "Good morning"],
    }


@pytest.mark.parametrize("tool", ["exiftool", "exiv2"])
def test_what_other_programs_wrote_is_merged(photo: Path, tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    if tool == "exiftool":
        words = ["-overwrite_original", "-XMP-dc:Subject=mine", "-XMP-xmp:Rating=3", "-XMP-dc:Title=Ours"]
    else:
        words = ["-M", "add Xmp.dc.subject XmpBag mine", "-M", "set Xmp.xmp.Rating 3", "-M", "set Xmp.dc.title Ours"]
    subprocess.run([tool, *words, str(photo)], check=True, capture_output=True)
    before = photo.read_bytes()
    done = do(photo, photo)
    assert by_tool(photo, "exiftool" if shutil.which("exiftool") else "exiv2")["subject"] == [
        "mine",
        "Rome",
        "Good morning",
    ]
    seen = subprocess.run(["exiftool", "-j", "-Rating", "-Title", str(photo)], check=True, capture_output=True).stdout
    assert {k: str(v) for k, v in json.loads(seen)[0].items() if k != "SourceFile"} == {"Rating": "3", "Title": "Ours"}
    undo(photo, photo, done.facts)
    assert photo.read_bytes() == before


def test_darktables_sidecar_is_merged_and_comes_back(tmp_path: Path) -> None:
    photo, sidecar = picture(tmp_path, "a.jpg"), tmp_path / "a.jpg.xmp"
    sidecar.write_bytes(DARKTABLE)
    done = do(photo, sidecar)
    text = sidecar.read_text()
    for kept in ('xmp:Rating="4"', "<!-- developed with care -->", "<darktable:masks_history>", "holiday"):
        assert kept in text
    assert text.count("rdf:Seq") == 3, "digiKam's list and darktable's own"  # <rdf:Seq/>, <rdf:Seq>, </rdf:Seq>
    undo(photo, sidecar, done.facts)
    assert sidecar.read_bytes() == DARKTABLE


def test_a_new_sidecar_is_removed_again_unless_it_was_changed(tmp_path: Path) -> None:
    photo, sidecar = picture(tmp_path, "a.jpg"), tmp_path / "a.xmp"
    done = do(photo, sidecar)
    assert read(sidecar.read_bytes()) == [("Trips", "Rome"), ("Good morning",)]
    undo(photo, sidecar, done.facts)
    assert not sidecar.exists()
    done = do(photo, sidecar)
    sidecar.write_bytes(sidecar.read_bytes() + b"<!-- mine -->")
    with pytest.raises(Left, match="changed since"):
        undo(photo, sidecar, done.facts)
    assert sidecar.exists()


@pytest.mark.parametrize(
    "bad",
    [
        b"not xml",
        DARKTABLE[:300],
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>',
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
        b"\xff\xfe\x00",
    ],
)
def test_a_damaged_sidecar_is_left(tmp_path: Path, bad: bytes) -> None:
    photo, sidecar = picture(tmp_path, "a.jpg"), tmp_path / "a.jpg.xmp"
    sidecar.write_bytes(bad)
    with pytest.raises(Left):
        do(photo, sidecar)
    assert sidecar.read_bytes() == bad
    with pytest.raises(NotXmp):
        merge(bad, [("a",)])


def test_properties_in_attributes_other_prefixes_and_several_descriptions_are_found() -> None:
    odd = b"""<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>
    <r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
    <r:Description r:about='' xmlns:lr='http://example.org/other/' lr:thing='1' xmlns:d='http://purl.org/dc/elements/1.1/'
      d:subject='one'/>
    <r:Description r:about='' xmlns:k='http://www.digikam.org/ns/1.0/'><k:TagsList><r:Seq><r:li>a/b</r:li></r:Seq></k:TagsList>
    </r:Description></r:RDF></x:xmpmeta><?xpacket end='w'?>"""
    merged = merge(odd, [("Trips", "AC/DC|x")])
    assert read(merged) == [("a", "b"), ("Trips", "AC-DC|x")]
    text = re.sub(r"\s+(?=<)", "", merged.decode())
    assert "lr:thing" in text
    assert "lr1:hierarchicalSubject" in text
    assert "<r:li>one</r:li><r:li>AC/DC-x</r:li>" in text
    assert "<r:li>a|b</r:li><r:li>one</r:li><r:li>Trips|AC/DC-x</r:li>" in text, "what others said is seen in it, too"
    assert merge(merged, [("Trips", "AC/DC|x")]) == merged


def test_every_byte_of_a_packet_stays_but_for_the_keywords() -> None:
    """Line breaks in attributes, as in Lightroom's captions, quotes of either kind, CDATA, room for later."""
    padding = b"\n" + (b" " * 99 + b"\n") * 20
    packet = (
        b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 5.6-c140">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'
   photoshop:Instructions="one&#xA;two &lt;three> 'four'" photoshop:Other='"five"'>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default"><![CDATA[a < b]]>&#13;</rdf:li></rdf:Alt></dc:title>
   <dc:subject>
    <rdf:Bag>
     <rdf:li>caf\xc3\xa9</rdf:li>
    </rdf:Bag>
   </dc:subject>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>%s<?xpacket end="w"?>\0\0"""
        % padding
    )
    merged = merge(packet, [("Rome & more",)])
    assert len(merged) == len(packet), "what came in was taken from the room"
    assert merged.endswith(b'<?xpacket end="w"?>\0\0')
    for line in packet[packet.index(b"    xmlns:photoshop") : packet.index(b"    </rdf:Bag>")].splitlines():
        assert line in merged
    assert b"     <rdf:li>caf\xc3\xa9</rdf:li>\n     <rdf:li>Rome &amp; more</rdf:li>\n    </rdf:Bag>" in merged


def test_what_a_crash_has_cut_is_finished_or_not_begun(tmp_path: Path) -> None:
    photo, noted = picture(tmp_path, "a.jpg"), list[Facts]()
    before = photo.read_bytes()
    do(photo, photo, noted)
    operation = Operation(0, str(photo), str(photo))
    assert Keywords().settle(operation, noted[0]) == Done(str(photo), noted[0])
    photo.write_bytes(before)
    assert Keywords().settle(operation, noted[0]) is None
    assert Keywords().settle(operation, {}) is None


def test_a_list_of_further_pictures_in_a_jpeg_stays_right(tmp_path: Path) -> None:
    """A phone's photo with a second one behind it, found by its offset from the MPF segment."""
    photo, pixels = tmp_path / "c.jpg", []
    first, second = (Image.open(picture(tmp_path, name)) for name in ("a.jpg", "b.jpg"))
    first.save(photo, "MPO", save_all=True, append_images=[second.rotate(180)])
    before = photo.read_bytes()
    done = do(photo, photo)
    for data in (before, photo.read_bytes()):
        (tmp_path / "seen.jpg").write_bytes(data)
        with Image.open(tmp_path / "seen.jpg") as image:
            assert image.n_frames == 2
            image.seek(1)
            pixels.append(np.asarray(image))
            sizes = [entry["Size"] for entry in image.mpinfo[0xB002]]
            assert sum(sizes) == len(data)
    assert np.array_equal(*pixels)
    undo(photo, photo, done.facts)
    assert photo.read_bytes() == before


@pytest.mark.parametrize(
    ("photo", "beside", "otherwise", "wanted"),
    [
        ("a.jpg", [], "a.jpg.xmp", "a.jpg.xmp"),
        ("a.jpg", [], "a.xmp", "a.xmp"),
        ("a.jpg", ["A.XMP"], "a.jpg.xmp", "A.XMP"),
        ("a.jpg", ["a.jpg.xmp", "a.xmp"], "a.xmp", "a.jpg.xmp"),
        ("a.jpg", ["a.cr2", "a.xmp"], "a.xmp", "a.jpg.xmp"),
        ("a.cr2", ["a.jpg", "a.xmp"], "a.jpg.xmp", "a.xmp"),
    ],
)
def test_the_sidecar_that_is_there_is_written(photo: str, beside: list[str], otherwise: str, wanted: str) -> None:
    assert sidecar_of(Path("/x", photo), beside, otherwise) == Path("/x", wanted)  # type: ignore[arg-type]


def by_tool(photo: Path, tool: str) -> dict[str, list[str]]:
    names = ("TagsList", "LastKeywordXMP", "hierarchicalSubject", "subject")
    if tool == "exiftool":
        words = ["-j", "-XMP-digiKam:TagsList", "-XMP-microsoft:LastKeywordXMP"]
        words += ["-XMP-lr:HierarchicalSubject", "-XMP-dc:Subject"]
        said = json.loads(subprocess.run(["exiftool", *words, str(photo)], check=True, capture_output=True).stdout)[0]
        said = {key[:1].lower() + key[1:]: value for key, value in said.items()}
        return {name: said[name[:1].lower() + name[1:]] for name in names}
    lines = subprocess.run(
        ["exiv2", "-PXkv", str(photo)], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    return {n: next(v for v in lines if v.split()[0].endswith(f".{n}")).split(maxsplit=1)[1].split(", ") for n in names}


def compressed(photo: Path) -> bytes:
    return compressed_of(photo.read_bytes(), photo)


def compressed_of(data: bytes, photo: Path) -> bytes:
    """The picture alone, as it is compressed."""
    if photo.suffix == ".jpg":
        return data[data.index(b"\xff\xda") :]
    if photo.suffix == ".png":
        at, found = 8, b""
        while at < len(data):
            length, name = struct.unpack(">I4s", data[at : at + 8])
            assert zlib.crc32(data[at + 4 : at + 8 + length]) == struct.unpack(">I", data[at + 8 + length :][:4])[0]
            found += data[at + 8 : at + 8 + length] if name == b"IDAT" else b""
            at += 12 + length
        return found
    if photo.suffix == ".webp":
        at, found = 12, b""
        while at < len(data):
            name, length = struct.unpack("<4sI", data[at : at + 8])
            found += data[at : at + 8 + length] if name in (b"VP8 ", b"VP8L", b"ANMF", b"ALPH") else b""
            at += 8 + length + length % 2
        return found
    with Image.open(photo) as image:
        offsets, counts = image.tag_v2[273], image.tag_v2[279]
    return b"".join(data[o : o + c] for o, c in zip(offsets, counts, strict=True))
