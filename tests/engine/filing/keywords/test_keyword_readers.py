"""What we write is what other programs' own rules read, in XMP that was there before as well.

The readers follow the sources of digiKam (DMetadata::getItemTagsPath in dmetadata_tags.cpp, the order of
defaultTagValues in dmetadatasettingscontainer.cpp) and Immich (getTagList and mergeExifTags in metadata.service.ts).
They read XMP by a parser that is none of ours.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from engine.core.job import Job
from engine.filing.actions.keywords import Keywords
from engine.filing.keywords.xmp import merge
from engine.filing.operations import Operation

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DIGIKAM, MICROSOFT = "{http://www.digikam.org/ns/1.0/}", "{http://ns.microsoft.com/photo/1.0/}"
LIGHTROOM, DC = "{http://ns.adobe.com/lightroom/1.0/}", "{http://purl.org/dc/elements/1.1/}"
TAGS, LAST = f"{DIGIKAM}TagsList", f"{MICROSOFT}LastKeywordXMP"
HIERARCHY, SUBJECT = f"{LIGHTROOM}hierarchicalSubject", f"{DC}subject"

Arrays = dict[str, tuple[str, list[str]]]  # the container and the values of each property
OURS = [("Trips", "Rome"), ("Good morning",)]


def arrays(xmp: bytes) -> Arrays:
    found: Arrays = {}
    for description in ET.fromstring(xmp).iter(f"{RDF}Description"):
        for property_ in description:
            for container in property_:
                values = [li.text or "" for li in container if li.tag == f"{RDF}li"]
                assert property_.tag not in found, "no property stands twice"
                found[property_.tag] = container.tag.removeprefix(RDF), values
    return found


def by_digikam(xmp: bytes, iptc: list[str] | None = None) -> list[str]:
    """Paths of tags: the first property that has any, and only as the array it should be."""
    found = arrays(xmp)
    for name, container, separator in (
        (TAGS, "Seq", "/"),
        (LAST, "Bag", "/"),
        (HIERARCHY, "Bag", "|"),
        (SUBJECT, "Bag", "/"),
    ):
        kind, values = found.get(name, ("", []))
        if kind == container and values:
            return values if separator == "/" else [v.replace("/", "\\").replace(separator, "/") for v in values]
    return [word.replace(".", "/") for word in iptc or []]


def by_immich(photo: bytes, sidecar: bytes | None = None, iptc: list[str] | None = None) -> list[str]:
    """Tags: each property of the sidecar takes the place of the photo's, then the first of three that there is."""
    found = arrays(photo) | (arrays(sidecar) if sidecar else {})
    if TAGS in found:
        return found[TAGS][1]
    if HIERARCHY in found:
        return ["/".join(part.replace("/", "|") for part in value.split("|")) for value in found[HIERARCHY][1]]
    return iptc or []


def by_lightroom(xmp: bytes) -> set[str]:
    """Keywords: the hierarchies, and the plain ones that none of them ends with."""
    found = arrays(xmp)
    trees = found.get(HIERARCHY, ("", []))[1]
    ends = {part for tree in trees for part in tree.split("|")}
    return {*trees, *(word for word in found.get(SUBJECT, ("", []))[1] if word not in ends)}


def packet(properties: str) -> bytes:
    return f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF[1:-1]}">
<rdf:Description rdf:about="" xmlns:d="{DIGIKAM[1:-1]}" xmlns:m="{MICROSOFT[1:-1]}" xmlns:l="{LIGHTROOM[1:-1]}"
 xmlns:dc="{DC[1:-1]}" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="5" xmp:Label="Red">{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def array(name: str, container: str, *values: str) -> str:
    items = "".join(f"<rdf:li>{value}</rdf:li>" for value in values)
    return f"<{name}><rdf:{container}>{items}</rdf:{container}></{name}>"


def test_a_new_packet_says_the_same_to_all() -> None:
    xmp = merge(None, OURS)
    assert by_digikam(xmp) == by_immich(xmp) == ["Trips/Rome", "Good morning"]
    assert by_lightroom(xmp) == {"Trips|Rome", "Good morning"}
    assert arrays(xmp)[SUBJECT] == ("Bag", ["Rome", "Good morning"])


@pytest.mark.parametrize(
    ("there", "known"),
    [
        (array("dc:subject", "Bag", "cat"), ["cat"]),  # Windows, phones
        ("<dc:subject>cat</dc:subject>", ["cat"]),
        (array("dc:subject", "Seq", "cat"), ["cat"]),
        (
            array("l:hierarchicalSubject", "Seq", "who|cat") + array("dc:subject", "Seq", "cat"),
            ["who/cat"],
        ),  # darktable
        (array("l:hierarchicalSubject", "Bag", "who|cat") + array("dc:subject", "Bag", "cat", "x"), ["who/cat", "x"]),
        (array("m:LastKeywordXMP", "Bag", "who/cat"), ["who/cat"]),
        (array("d:TagsList", "Seq", "who/cat"), ["who/cat"]),
        (array("d:TagsList", "Bag", "who/cat"), ["who/cat"]),
    ],
)
def test_no_program_loses_sight_of_what_another_wrote(there: str, known: list[str]) -> None:
    """digiKam and Immich read one property alone: one that is new holds what was in the others, too."""
    before = packet(there)
    after = merge(before, OURS)
    assert by_digikam(after) == by_immich(after) == [*known, "Trips/Rome", "Good morning"]
    assert by_lightroom(after) >= {"Trips|Rome", "Good morning"}
    assert {word.rpartition("/")[2] for word in known} <= set(arrays(after)[SUBJECT][1])
    assert b'xmp:Rating="5" xmp:Label="Red"' in after
    assert merge(after, OURS) == after


def test_a_sidecar_holds_what_the_photo_says_for_it_hides_that(tmp_path: Path) -> None:
    photo, sidecar, own = tmp_path / "a.jpg", tmp_path / "a.jpg.xmp", merge(None, [("Who", "Anna")])
    Image.new("RGB", (8, 8)).save(photo, xmp=own)
    values = {"keywords": [list(keyword) for keyword in OURS]}
    Keywords().do(Operation(0, str(photo), str(sidecar), values=values), lambda _: None, Job())
    wanted = ["Who/Anna", "Trips/Rome", "Good morning"]
    assert by_immich(own, sidecar.read_bytes()) == by_digikam(sidecar.read_bytes()) == wanted


def test_keywords_of_iptc_are_not_hidden(tmp_path: Path) -> None:
    """Cameras' own programs and agencies write IPTC, which is read only where there is no XMP."""
    photo = tmp_path / "a.jpg"
    words = b"".join(b"\x1c\x02\x19" + len(w).to_bytes(2, "big") + w for w in ("Zürich".encode(), b"caf\xe9"))
    resource = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(words).to_bytes(4, "big") + words + b"\0" * (len(words) % 2)
    Image.new("RGB", (8, 8)).save(photo)
    plain = photo.read_bytes()
    photo.write_bytes(plain[:2] + b"\xff\xed" + (len(resource) + 2).to_bytes(2, "big") + resource + plain[2:])
    Keywords().do(Operation(0, str(photo), str(photo), values={"keywords": [["Rome"]]}), lambda _: None, Job())
    with Image.open(photo) as image:
        assert by_digikam(image.info["xmp"]) == ["Zürich", "café", "Rome"]


@pytest.mark.parametrize(
    ("keyword", "seen"),
    [
        (("AC/DC | live",), {"digikam": ["AC-DC | live"], "immich": ["AC-DC | live"], "lightroom": {"AC/DC - live"}}),
        (("  a\n b\x00\x0b ",), {"digikam": ["a b"], "immich": ["a b"], "lightroom": {"a b"}}),
        (("<&>\"'",), {"digikam": ["<&>\"'"], "immich": ["<&>\"'"], "lightroom": {"<&>\"'"}}),
        (
            ("Ärger 旅行 🐈",),
            {"digikam": ["Ärger 旅行 🐈"], "immich": ["Ärger 旅行 🐈"], "lightroom": {"Ärger 旅行 🐈"}},
        ),
    ],
)
def test_odd_names_are_one_keyword(keyword: tuple[str, ...], seen: dict[str, object]) -> None:
    """A sign that parts hierarchies is another one there, not a hierarchy."""
    xmp = merge(None, [keyword])
    assert {"digikam": by_digikam(xmp), "immich": by_immich(xmp), "lightroom": by_lightroom(xmp)} == seen


def test_a_packet_of_another_encoding_takes_every_letter() -> None:
    latin = packet(array("dc:subject", "Bag", "café")).decode()
    for encoding in ("iso-8859-1", "utf-16"):
        data = f'<?xml version="1.0" encoding="{encoding}"?>{latin}'.encode(encoding)
        assert by_digikam(merge(data, [("旅行",)])) == ["café", "旅行"]
