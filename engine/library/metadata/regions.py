"""Faces that other programs have marked in a picture's XMP, with names: MWG's regions, and Microsoft's people.

Metadata Working Group, Guidelines for Handling Image Metadata 2.0, 5.9 (digiKam, Lightroom, Picasa write these);
Microsoft's People Tagging (Windows Photo Gallery). Both are of the picture as it is stored, before its orientation
turns it; where MWG's AppliedToDimensions are those of the turned picture, its regions are of that, as some have them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from engine.core.records import Box
from engine.library.metadata.xmp_tree import RDF, Element, Name, NotXmp, parse

MWG, AREA = "http://www.metadataworkinggroup.com/schemas/regions/", "http://ns.adobe.com/xmp/sType/Area#"
DIMENSIONS = "http://ns.adobe.com/xap/1.0/sType/Dimensions#"
MP, MP_INFO = "http://ns.microsoft.com/photo/1.2/", "http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
MP_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#"

_MOST_SIDECAR, _LONGEST_NAME = 16 << 20, 200  # bytes; characters
_XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
_LIKE = 0.02  # by how much the shape of a picture may differ from what its regions were made for


class Region(NamedTuple):
    """A named face; its box as of records.Box: in shares of the upright picture."""

    name: str
    box: Box


def regions_of(photo: Path, width: int, height: int, orientation: int) -> list[Region]:
    """The named faces of a photo, in its sidecars and within it; its size is that of the upright picture.

    Of a name in the same place the first holds. What is damaged tells none.
    """
    found: list[Region] = []
    for packet in _packets(photo):
        with suppress(NotXmp):
            for region in regions_of_xmp(packet, width, height, orientation):
                if not any(region.box.overlap(other.box) > 0.5 for other in found):
                    found.append(region)
    return found


def regions_of_xmp(xmp: bytes, width: int, height: int, orientation: int) -> list[Region]:
    """Those of one packet. Raises NotXmp."""
    if b"egion" not in xmp and b"\0" not in xmp[:64]:  # quick: most packets have none
        return []
    packet = parse(xmp)
    found: list[Region] = []
    for info in packet.properties((MWG, "Regions")):
        turn = frame_of(info, width, height, orientation)
        if turn is not None:
            found += [_upright(region, turn) for region in _of_mwg(info)]
    for info in packet.properties((MP, "RegionInfo")):
        found += [_upright(region, orientation) for region in _of_microsoft(info)]
    return [region for region in found if region.box.width > 0 and region.box.height > 0]


def turned(box: Box, orientation: int) -> Box:
    """A box of a picture as it is stored, in the picture that its EXIF orientation makes of it."""
    x, y = (box.x, box.x + box.width), (box.y, box.y + box.height)
    if orientation in (2, 3, 7, 8):
        x = 1 - x[1], 1 - x[0]
    if orientation in (3, 4, 6, 7):
        y = 1 - y[1], 1 - y[0]
    if orientation in (5, 6, 7, 8):
        x, y = y, x
    return Box(x[0], y[0], x[1] - x[0], y[1] - y[0])


def stored(box: Box, orientation: int) -> Box:
    """The other way: a box of the upright picture, in the picture as it is stored."""
    return turned(box, {6: 8, 8: 6}.get(orientation, orientation))


def _of_mwg(info: Element) -> Iterator[Region]:
    regions = _field(info, (MWG, "RegionList"))
    for item in _items(regions):
        kind, name = _text(item, (MWG, "Type")), _text(item, (MWG, "Name"))
        area = _field(item, (MWG, "Area"))
        if isinstance(area, Element) and name and kind.casefold() in ("face", ""):
            x, y, w, h = (_number(_text(area, (AREA, key))) for key in "xywh")
            if _text(area, (AREA, "unit")) in ("normalized", ""):
                yield Region(name[:_LONGEST_NAME], Box(x - w / 2, y - h / 2, w, h))


def _of_microsoft(info: Element) -> Iterator[Region]:
    for item in _items(_field(info, (MP_INFO, "Regions"))):
        name = _text(item, (MP_REGION, "PersonDisplayName"))
        parts = [_number(part) for part in _text(item, (MP_REGION, "Rectangle")).split(",")]
        if name and len(parts) == 4:
            yield Region(name[:_LONGEST_NAME], Box(*parts))


def frame_of(info: Element, width: int, height: int, orientation: int) -> int | None:
    """The orientation that MWG's regions are to be turned by, to be upright; None where the picture was cropped since.

    `width` and `height` are those of the upright picture.
    """
    dimensions = _field(info, (MWG, "AppliedToDimensions"))
    if not isinstance(dimensions, Element):
        return orientation
    wide, high = (_number(_text(dimensions, (DIMENSIONS, key))) for key in "wh")
    if not (wide > 0 and high > 0 and width > 0 and height > 0):
        return orientation
    made_for, upright = wide / high, width / height
    as_stored = 1 / upright if orientation >= 5 else upright
    if abs(made_for / as_stored - 1) < _LIKE:
        return orientation
    return 1 if abs(made_for / upright - 1) < _LIKE else None


def _upright(region: Region, orientation: int) -> Region:
    return region._replace(box=turned(region.box, orientation))


def _items(array: Element | str | None) -> list[Element]:
    if not isinstance(array, Element) or array.container is None:
        return []
    return array.container.children


def _field(structure: Element, name: Name) -> Element | str | None:
    """A field of a structure, in whichever notation: of its own, of the Description in it, or an attribute of those."""
    for holder in (structure, *structure.elements((RDF, "Description"))):
        if (key := holder.attribute(name)) is not None:
            return holder.attributes[key]
        if (found := next(holder.elements(name), None)) is not None:
            return found
    return None


def _text(structure: Element, name: Name) -> str:
    found = _field(structure, name)
    return (found.text if isinstance(found, Element) else found or "").strip()


def _number(text: str) -> float:
    """A number of XMP; what is none is 0, and its box nowhere."""
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if -10 < number < 1e6 else 0.0


def _packets(photo: Path) -> Iterator[bytes]:
    for name in dict.fromkeys((f"{photo.name}.xmp", f"{photo.stem}.xmp")):
        sidecar = photo.with_name(name)
        with suppress(OSError):
            if sidecar.stat().st_size <= _MOST_SIDECAR:
                yield sidecar.read_bytes()
    if photo.suffix.lower() in (".jpg", ".jpeg", ".jpe", ".jfif"):
        with suppress(OSError), photo.open("rb") as file:
            packet = _of_jpeg(file)
            if packet:
                yield packet


def _of_jpeg(file: BinaryIO) -> bytes:
    """The packet in the segments before the picture (XMP specification part 3, 1.1.3)."""
    if file.read(2) != b"\xff\xd8":
        return b""
    while (head := file.read(4))[:1] == b"\xff" and len(head) == 4 and head[1] not in (0xDA, 0xD9):
        length = int.from_bytes(head[2:], "big") - 2
        data = file.read(max(0, length))
        if head[1] == 0xE1 and data.startswith(_XMP_MARK):
            return data[len(_XMP_MARK) :]
    return b""
