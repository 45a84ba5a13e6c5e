"""Merges named faces into XMP as MWG's regions: what other programs marked stays, and every other byte of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from engine.core.records import Box
from engine.library.metadata.regions import AREA, DIMENSIONS, MWG, frame_of, regions_of_xmp, stored
from engine.library.metadata.xmp_tree import RDF, Element, Packet, parse

_SAME = 0.3  # overlap of a region that is of the same face
_PREFIXES = {"mwg-rs": MWG, "stArea": AREA, "stDim": DIMENSIONS}


class Marked(NamedTuple):
    """The named faces of a photo, with boxes of the upright picture, of this size (width, height)."""

    faces: tuple[tuple[str, Box], ...]
    width: int
    height: int
    orientation: int


def merge_faces(xmp: bytes, marked: Marked) -> bytes:
    """The XMP with a region for each face that has none there; the same bytes where none is missing. Raises NotXmp.

    Regions of a picture that was cropped since, or that are written in a way not known here, are left alone.
    """
    size = marked.width, marked.height, marked.orientation
    there = regions_of_xmp(xmp, *size)
    missing = [(n, box) for n, box in marked.faces if not any(r.box.overlap(box) >= _SAME for r in there)]
    packet = parse(xmp)
    if not missing or not packet.descriptions or not _prefixes_are_free(packet):
        return xmp
    regions = next(iter(packet.properties((MWG, "Regions"))), None)
    if regions is None:
        made = _written(packet, _new_property(packet.descriptions[0], missing, marked), packet.descriptions[0])
    else:
        frame, listed = frame_of(regions, *size), _list_of(regions)
        if frame is None or listed is None:
            return xmp
        made = _written(packet, "".join(_item(listed, name, stored(box, frame)) for name, box in missing), listed)
    parse(made)  # what is written can be read again
    return made


def _list_of(regions: Element) -> Element | None:
    """The array of regions."""
    for holder in (regions, *regions.elements((RDF, "Description"))):
        for listed in holder.elements((MWG, "RegionList")):
            return listed.container
    return None


def _prefixes_are_free(packet: Packet) -> bool:
    """Whether the usual prefixes mean what they usually do: the XMP toolkit refuses others."""
    known = packet.prefixes()
    return all(known.get(prefix, {uri}) == {uri} for prefix, uri in _PREFIXES.items())


def _new_property(owner: Element, faces: Sequence[tuple[str, Box]], marked: Marked) -> str:
    rdf = _rdf(owner)
    wide, high = (marked.width, marked.height) if marked.orientation < 5 else (marked.height, marked.width)
    items = "".join(_item(owner, name, stored(box, marked.orientation)) for name, box in faces)
    return (
        f'<mwg-rs:Regions{_declared()} {rdf}parseType="Resource">'
        f'<mwg-rs:AppliedToDimensions stDim:w="{wide}" stDim:h="{high}" stDim:unit="pixel"/>'
        f"<mwg-rs:RegionList><{rdf}Bag>{items}</{rdf}Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    )


def _item(within: Element, name: str, box: Box) -> str:
    """A region as digiKam writes it, in the picture as it is stored; an area is told by its middle."""
    rdf = _rdf(within)
    x, y = box.x + box.width / 2, box.y + box.height / 2
    area = " ".join(
        f'stArea:{key}="{value:.6f}"' for key, value in zip("xywh", (x, y, box.width, box.height), strict=True)
    )
    return (
        f'<{rdf}li{_declared()}><{rdf}Description mwg-rs:Name={_quoted(name)} mwg-rs:Type="Face">'
        f'<mwg-rs:Area {area} stArea:unit="normalized"/></{rdf}Description></{rdf}li>'
    )


def _declared() -> str:
    return "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items())


def _rdf(element: Element) -> str:
    """RDF's prefix there, with its colon."""
    return next(f"{prefix}:" for prefix, uri in element.scope.items() if uri == RDF and prefix)


def _quoted(name: str) -> str:
    return quoteattr(" ".join("".join(c if c.isprintable() else " " for c in name).split()))


def _written(packet: Packet, new: str, parent: Element) -> bytes:
    """The packet with something put in as the last child of `parent`."""
    data = packet.data
    made = new.encode() if packet.utf8 else new.encode("ascii", "xmlcharrefreplace")
    if parent.closed:
        return data[: parent.inside - 2] + b">" + made + f"</{parent.tag}>".encode() + data[parent.end :]
    at = parent.children[-1].end if parent.children else parent.inside
    return data[:at] + made + data[at:]
