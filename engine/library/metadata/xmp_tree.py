"""An XMP packet as a tree that knows where each element stands, so that it can be changed in its own bytes.

Written anew by an XML library a packet would lose what that library does not keep: line breaks in attributes
(Lightroom's captions), the room that is left for later, prefixes as they were. Entities are refused, as XMP has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from engine.core.errors import UserError

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML = "http://www.w3.org/XML/1998/namespace"
_CONTAINERS = ("Bag", "Seq", "Alt")
_MOST, _DEEPEST = 16 << 20, 256  # bytes, elements within each other: more is no metadata
_BLANK = b"\0 \t\r\n"
_TAG = re.compile(rb"""<[^\s/>"'=]+(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ENCODING = re.compile(rb"""\A(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")

Name = tuple[str, str]  # namespace and local name


class NotXmp(UserError):  # noqa: N818 - another program's file, not our fault
    """What should be XMP cannot be read: nothing is written over it."""


@dataclass
class Element:
    """An element: bytes `start` to `inside` are its tag, then come children, `after` to `end` is the closing tag.

    One without a closing tag ends where its tag does. `scope` are namespaces by prefix.
    """

    tag: str
    name: Name
    attributes: dict[str, str]
    scope: dict[str, str]
    start: int
    inside: int
    parent: Element | None = None
    after: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)
    text: str = ""

    @property
    def closed(self) -> bool:
        """Whether it has no closing tag: <a/>."""
        return self.end == self.inside

    def resolved(self, qualified: str) -> Name:
        """An attribute's name; one without a prefix is in no namespace."""
        prefix, _, local = qualified.rpartition(":")
        return (self.scope.get(prefix, "") if prefix else ""), local

    def attribute(self, *names: Name) -> str | None:
        """The attribute of one of these names as it is qualified here."""
        return next((key for key in self.attributes if self.resolved(key) in names), None)

    def elements(self, *names: Name) -> Iterator[Element]:
        return (child for child in self.children if child.name in names)

    @property
    def container(self) -> Element | None:
        """The Bag, Seq or Alt in a property."""
        return next(self.elements(*((RDF, kind) for kind in _CONTAINERS)), None)


@dataclass(frozen=True)
class Packet:
    """The bytes of a packet, and its rdf:RDF. Only with `utf8` other letters than ASCII are written as they are."""

    data: bytes
    rdf: Element
    utf8: bool

    @property
    def descriptions(self) -> list[Element]:
        return list(self.rdf.elements((RDF, "Description")))

    def properties(self, *names: Name) -> list[Element]:
        return [found for description in self.descriptions for found in description.elements(*names)]

    def prefixes(self) -> dict[str, set[str]]:
        """What each prefix stands for, here or there."""
        found: dict[str, set[str]] = {}
        for element in _all(self.rdf):
            for prefix, uri in element.scope.items():
                found.setdefault(prefix, set()).add(uri)
        return found

    def values(self, *names: Name) -> list[str]:
        """The values of a property, of an array or a single one, also where it is written as an attribute."""
        found = []
        for description in self.descriptions:
            if (key := description.attribute(*names)) is not None:
                found.append(description.attributes[key])
        for property_ in self.properties(*names):
            container = property_.container
            items = [property_] if container is None else container.children
            found += [item.text for item in items]
        return [value.strip() for value in found if value.strip()]


def parse(data: bytes) -> Packet:
    """A packet, or NotXmp. What stands before and behind it, as blanks and zeros, stays in its bytes."""
    if len(data) > _MOST:
        raise NotXmp("its XMP is far too long: it is left as it is")
    data = _as_utf8(data)
    begin, end = len(data) - len(data.lstrip(_BLANK)), len(data.rstrip(_BLANK))
    root = _Builder(data, begin).build(data[begin:end])
    rdf = next((e for e in _all(root) if e.name == (RDF, "RDF")), None)
    if rdf is None:
        raise NotXmp("its XMP holds no RDF: it is left as it is")
    encoding = _ENCODING.match(data[begin:])
    return Packet(data, rdf, encoding is None or encoding[1].lower() in (b"utf-8", b"utf8"))


def _as_utf8(data: bytes) -> bytes:
    """UTF-16 and UTF-32, which have zeros beside the first bracket, as UTF-8."""
    bracket = data.find(b"<")
    zeros = data[bracket + 1 : bracket + 4]
    if bracket < 0 or zeros[:1] != b"\0":
        return data
    width = "32" if zeros == b"\0\0\0" else "16"
    order = "le" if bracket % (4 if width == "32" else 2) == 0 else "be"
    try:
        text = data.decode(f"utf-{width}-{order}")
    except UnicodeDecodeError as error:
        raise NotXmp("its XMP is damaged ({error}): it is left as it is", error=error) from error
    return re.sub(r"(<\?xml[^>]*?)\sencoding\s*=\s*([\"'])[\w.-]+\2", r"\1", text, count=1).encode()


class _Builder:
    def __init__(self, data: bytes, begin: int) -> None:
        self._data, self._begin = data, begin
        self._open: list[Element] = []
        self._root: Element | None = None
        self._parser = expat.ParserCreate()
        self._parser.ordered_attributes = False
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.CharacterDataHandler, self._parser.StartDoctypeDeclHandler = self._characters, self._refuse

    def build(self, document: bytes) -> Element:
        try:
            self._parser.Parse(document, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise NotXmp("its XMP is damaged ({error}): it is left as it is", error=error) from error
        assert self._root is not None  # else it would not be well-formed
        return self._root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        parent = self._open[-1] if self._open else None
        if len(self._open) >= _DEEPEST:
            raise NotXmp("its XMP goes far too deep: it is left as it is")
        scope = {"": "", "xml": _XML} if parent is None else parent.scope
        declared = {name[6:]: uri for name, uri in attributes.items() if name == "xmlns" or name.startswith("xmlns:")}
        scope = scope | declared if declared else scope
        prefix, _, local = tag.rpartition(":")
        start = self._begin + self._parser.CurrentByteIndex
        whole = _TAG.match(self._data, start)
        if whole is None or (prefix and prefix not in scope):
            raise NotXmp("its XMP is damaged ({error}): it is left as it is", error=tag)
        element = Element(tag, (scope.get(prefix, ""), local), attributes, scope, start, whole.end(), parent)
        if parent is None:
            self._root = element
        else:
            parent.children.append(element)
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        element = self._open.pop()
        if self._data[element.inside - 2 : element.inside] == b"/>":
            element.after = element.end = element.inside
        else:
            element.after = self._begin + self._parser.CurrentByteIndex
            element.end = self._data.index(b">", element.after) + 1

    def _characters(self, text: str) -> None:
        self._open[-1].text += text

    def _refuse(self, *_: object) -> None:
        raise NotXmp("its XMP declares entities, which XMP has not: it is left as it is")


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)
