"""The properties of an XMP packet (ISO 16684-1), by namespace and name, whatever its prefixes and its notation.

Parsed by expat as it comes, so that a packet that breaks off gives what stands before that. Entities would let a small
packet grow without end, and XMP has none: where a packet declares a document type, it ends; so it
does where it goes too deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NoReturn
from xml.parsers import expat

EXIF, TIFF = "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/tiff/1.0/"
XMP, PHOTOSHOP = "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/photoshop/1.0/"
IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# What a prefix stands for where a broken packet does not say so.
_USUAL = {"exif": EXIF, "tiff": TIFF, "xmp": XMP, "xap": XMP, "photoshop": PHOTOSHOP, "rdf": _RDF}
_USUAL["Iptc4xmpExt"] = IPTC_EXTENSION
_OURS = frozenset((EXIF, TIFF, XMP, PHOTOSHOP, IPTC_EXTENSION))
_LONGEST_PACKET = 1 << 23  # bytes: what is longer holds pictures
_LONGEST_VALUE = 200  # characters
_MOST_DOCUMENTS = 64  # in one packet
_DEEPEST = 256  # elements, one within the other
_MOST_PREFIXES = 1000
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Name = tuple[str, str]  # namespace and local name


def properties(packets: Iterable[bytes]) -> dict[Name, str]:
    """The simple properties of all packets, of an array its first item; where packets differ the first holds."""
    found: dict[Name, str] = {}
    for packet in packets:
        for document in _documents(packet[:_LONGEST_PACKET]):
            for name, value in _Reader().read(document).items():
                found.setdefault(name, value)
    return found


def _documents(packet: bytes) -> Iterator[str]:
    """The XML documents in a packet: more than one where a program appended its own."""
    text = _NOT_IN_XML.sub(" ", _decoded(packet))
    for part in text.split("<?xpacket", 2 * _MOST_DOCUMENTS):  # each has one at its end, too
        if (start := part.find("<")) >= 0:
            yield part[start:]


def _decoded(packet: bytes) -> str:
    """UTF-16 and 32 have zeros beside the first bracket; its place says which byte comes first."""
    bracket = packet.find(b"<")
    zeros = packet[bracket + 1 : bracket + 4]
    if zeros == b"\0\0\0":
        return packet.decode("utf-32-le" if bracket % 4 == 0 else "utf-32-be", "replace")
    if zeros[:1] == b"\0":
        return packet.decode("utf-16-le" if bracket % 2 == 0 else "utf-16-be", "replace")
    return packet.decode("utf-8", "replace")


class _Reader:
    """Finds the properties of the resources that stand in rdf:RDF; not those of others that are nested in these."""

    def __init__(self) -> None:
        self._found: dict[Name, str] = {}
        self._scopes: list[dict[str, str]] = [_USUAL]
        self._level = -1  # 0 within rdf:RDF, 1 within a resource, 2 within a property of it
        self._property: Name = ("", "")
        self._value = ""
        self._text = ""

    def read(self, document: str) -> dict[Name, str]:
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self._characters, _refuse
        with suppress(expat.ExpatError, _NotXmpError):  # what stands before that is good
            parser.Parse(document, True)
        return self._found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        declared = {name[6:]: uri for name, uri in attributes.items() if name == "xmlns" or name.startswith("xmlns:")}
        self._scopes.append(self._scopes[-1] | declared if declared else self._scopes[-1])
        if len(self._scopes) > _DEEPEST or len(self._scopes[-1]) > _MOST_PREFIXES:
            raise _NotXmpError
        name = self._name(tag)
        if self._level >= 0:
            self._level += 1
            self._text = ""
        elif name == (_RDF, "RDF"):
            self._level = 0
        if self._level == 1:
            for attribute, value in attributes.items():
                self._keep(self._name(attribute), value)
        elif self._level == 2:
            self._property, self._value = name, ""

    def _end(self, _tag: str) -> None:
        self._scopes.pop()
        if self._level < 0:
            return
        if self._level >= 2:
            self._value = self._value or self._text.strip()
            self._text = ""
        if self._level == 2:
            self._keep(self._property, self._value)
        self._level -= 1

    def _characters(self, text: str) -> None:
        if self._level >= 2 and len(self._text) <= _LONGEST_VALUE:
            self._text += text

    def _keep(self, name: Name, value: str) -> None:
        if name[0] in _OURS and value.strip() and len(value) <= _LONGEST_VALUE:
            self._found.setdefault(name, value.strip())

    def _name(self, qualified: str) -> Name:
        prefix, _, local = qualified.rpartition(":")
        return self._scopes[-1].get(prefix, ""), local


class _NotXmpError(Exception):
    """No program writes such a packet: it is one to choke on."""


def _refuse(*_: object) -> NoReturn:
    raise _NotXmpError
