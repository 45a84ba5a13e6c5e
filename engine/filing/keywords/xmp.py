"""Merges keywords into XMP: all four properties get them, and every other byte of it stays.

Kept by hand, for what there is does less: exempi and pyexiv2 are programs of their own to install, and write a packet
anew by a model that drops comments and foreign notations; an XML library loses line breaks in attributes and the room
that is left for later. Oracles are exiv2 and exiftool. XMP specification part 1, 7 (RDF), part 3, 1.3 (padding).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from engine.library.metadata.keywords import PROPERTIES, Keyword, Property, key, keywords_of_packet, united, written
from engine.library.metadata.xmp_tree import RDF, Element, NotXmp, Packet, parse

__all__ = ["Keyword", "NotXmp", "merge", "read"]

_EMPTY = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="{RDF}">
  <rdf:Description rdf:about=""/>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
""".encode()
_PADDING = re.compile(rb"\n([ \t\r\n]{100,})(?=<\?xpacket end=)")
_NOT_IN_XML = re.compile("[\0-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def merge(xmp: bytes | None, keywords: Sequence[Keyword], others: Sequence[Keyword] = ()) -> bytes:
    """The XMP with these keywords added where they are missing; the same bytes where none is. Raises NotXmp.

    A property that is made gets what the other properties say too, and `others` (those of the photo that a sidecar is
    of, or of its IPTC): programs read the first one there is, and would lose sight of the rest.
    """
    data = _EMPTY if xmp is None else xmp
    cleaned = [found for keyword in keywords if (found := _clean(keyword))]
    packet = parse(data)
    if not packet.descriptions:
        packet = parse(_with_description(packet))
    known = united(keywords_of_packet(packet), [found for one in others if (found := _clean(one))])
    edit = _Edit(packet)
    for kind in PROPERTIES:
        edit.add(kind, cleaned, known)
    return edit.made() if edit.changes else data


def read(xmp: bytes) -> list[Keyword]:
    """The keywords of a packet, of the property that digiKam reads first. Raises NotXmp."""
    packet = parse(xmp)
    for kind in PROPERTIES:
        if values := packet.values(*kind.names):
            parts = (v.split(kind.separator) if kind.separator else [v] for v in values)
            return list(dict.fromkeys(tuple(p.strip() for p in one if p.strip()) for one in parts))
    return []


def _clean(keyword: Keyword) -> Keyword:
    """Its parts on one line each, without what XML cannot hold."""
    parts = (" ".join(_NOT_IN_XML.sub(" ", part).split()) for part in keyword)
    return tuple(part for part in parts if part)


def _with_description(packet: Packet) -> bytes:
    rdf = packet.rdf
    prefix = f"{rdf.tag.rpartition(':')[0]}:" if ":" in rdf.tag else ""
    declared = "" if prefix else f' xmlns:rdf="{RDF}"'
    made = f'<{prefix}Description{declared} {prefix or "rdf:"}about=""/>'.encode()
    if rdf.closed:
        return packet.data[: rdf.inside - 2] + b">" + made + f"</{rdf.tag}>".encode() + packet.data[rdf.end :]
    return packet.data[: rdf.after] + made + packet.data[rdf.after :]


class _Edit:
    """Collects what is to be put into a packet, and where."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self._owner = packet.descriptions[0]
        self._prefixes = packet.prefixes()
        self._made: list[str] = []  # properties of the owner
        self._declared: dict[str, str] = {}  # prefixes there
        self.changes: list[tuple[int, int, bytes]] = []

    def add(self, kind: Property, keywords: Sequence[Keyword], known: Sequence[Keyword]) -> None:
        """Add what is missing of one property; one that is made gets what is `known`, too."""
        there = self._packet.values(*kind.names)
        wanted = [*keywords] if there else united(known, keywords)
        texts = dict.fromkeys(written(keyword, kind.separator) for keyword in wanted)
        have = set(map(key, there))
        missing = [text for text in texts if key(text) not in have]
        if not missing:
            return
        found = self._packet.properties(*kind.names)
        container = next((c for one in found if (c := one.container) is not None), None)
        if container is not None:
            self._into_container(container, kind, missing)
        elif found:
            self._into_plain(found[0], kind, missing)
        else:
            self._as_new(kind, missing)

    def made(self) -> bytes:
        """The packet with all of it; its padding gives the room."""
        self._finish_owner()
        data, out, at = self._packet.data, b"", 0
        for start, stop, new in sorted(self.changes, key=lambda change: change[:2]):
            out += data[at:start] + new
            at = stop
        out += data[at:]
        padding = _PADDING.search(out)
        if padding is not None:
            kept = max(len(padding[1]) - max(0, len(out) - len(data)), 0)
            out = out[: padding.start(1)] + padding[1][len(padding[1]) - kept :] + out[padding.end(1) :]
        parse(out)  # what is written can be read again
        return out

    def _into_container(self, container: Element, kind: Property, values: list[str]) -> None:
        prefix = container.tag.rpartition(":")[0]
        tag = f"{prefix}:{kind.container}" if prefix else kind.container
        li = f"{prefix}:li" if prefix else "li"
        if tag != container.tag:  # digiKam does not see a Seq of hierarchical subjects
            self._rename(container, tag)
        last = container.children[-1] if container.children else None
        blank = self._blank_before(last) if last is not None else ""
        items = "".join(f"{blank}{self._item(li, value)}" for value in values)
        self._put(container, last, items, tag)

    def _rename(self, element: Element, tag: str) -> None:
        opening = element.start + 1
        self.changes.append((opening, opening + len(element.tag.encode()), tag.encode()))
        if not element.closed:
            closing = element.after + 2
            self.changes.append((closing, closing + len(element.tag.encode()), tag.encode()))

    def _put(self, parent: Element, last: Element | None, new: str, tag: str) -> None:
        """Put something behind the last child."""
        if parent.closed:
            self.changes.append((parent.inside - 2, parent.inside, f">{new}</{tag}>".encode()))
        else:
            at = parent.inside if last is None else last.end
            self.changes.append((at, at, new.encode()))

    def _into_plain(self, found: Element, kind: Property, values: list[str]) -> None:
        """A single value becomes the first of an array."""
        if found.children or any(found.resolved(name)[0] == RDF for name in found.attributes):
            raise NotXmp("its keywords are written in a way that is not known here: it is left as it is")
        rdf = self._prefix_for(RDF, "rdf", found.scope)
        old = self._packet.data[found.inside : found.after].strip()
        first = f"<{rdf}li>".encode() + old + f"</{rdf}li>".encode() if old else b""
        items = "".join(self._item(f"{rdf}li", value) for value in values)
        array = f"<{rdf}{kind.container}>".encode() + first + f"{items}</{rdf}{kind.container}>".encode()
        if found.closed:
            closing = f"</{found.tag}>".encode()
            self.changes.append((found.inside - 2, found.inside, b">" + array + closing))
        else:
            self.changes.append((found.inside, found.after, array))

    def _as_new(self, kind: Property, values: list[str]) -> None:
        """A property of the first description, with what an attribute said of it."""
        values = [*self._taken_attributes(kind), *values]
        prefix = self._prefix_for(kind.namespace, kind.prefix, self._owner.scope)
        rdf = self._prefix_for(RDF, "rdf", self._owner.scope)
        blank = self._blank_in_owner()
        deeper, deepest = (blank + " " * n if blank else "" for n in (1, 2))
        items = "".join(deepest + self._item(f"{rdf}li", value) for value in values)
        array = f"{deeper}<{rdf}{kind.container}>{items}{deeper}</{rdf}{kind.container}>"
        self._made.append(f"{blank}<{prefix}{kind.local}>{array}{blank}</{prefix}{kind.local}>")
        self.changes.append((self._owner.inside, self._owner.inside, b""))

    def _taken_attributes(self, kind: Property) -> list[str]:
        """The property's values where they are attributes, as they are written, which are taken out there."""
        found = []
        for description in self._packet.descriptions:
            name = description.attribute(*kind.names)
            if name is None:
                continue
            tag = self._packet.data[description.start : description.inside]
            match = re.search(rb"\s+" + re.escape(name.encode()) + rb"""\s*=\s*(?:"[^"]*"|'[^']*')""", tag)
            assert match is not None  # the parser has found it there
            found.append(description.attributes[name].strip())
            start = description.start + match.start()
            self.changes.append((start, description.start + match.end(), b""))
        return [value for value in found if value]

    def _finish_owner(self) -> None:
        owner = self._owner
        self.changes = [change for change in self.changes if change != (owner.inside, owner.inside, b"")]
        if not self._made:
            return
        if self._declared:
            at = owner.start + 1 + len(owner.tag.encode())
            words = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in self._declared.items())
            self.changes.append((at, at, words.encode()))
        blank = self._blank_in_owner()
        new = "".join(self._made) + (blank[:-1] if owner.closed or not owner.children else "")
        self._put(owner, owner.children[-1] if owner.children else None, new, owner.tag)

    def _prefix_for(self, namespace: str, usual: str, scope: dict[str, str]) -> str:
        """The prefix of a namespace with its colon; declared with the owner of all if it has none there."""
        for prefix, uri in {**scope, **self._declared}.items():
            if uri == namespace:
                return f"{prefix}:" if prefix else ""
        # A prefix of one meaning throughout: the XMP toolkit refuses to read others.
        free = next((prefix for prefix, uris in self._prefixes.items() if prefix and uris == {namespace}), usual)
        while free in self._declared or self._prefixes.get(free, {namespace}) != {namespace}:
            free += "1"
        self._declared[free] = namespace
        return f"{free}:"

    def _blank_in_owner(self) -> str:
        """What stands before a property: a line's end and blanks, or nothing where all is in one line."""
        if self._owner.children:
            return self._blank_before(self._owner.children[0])
        blank = self._blank_before(self._owner)
        return f"{blank} " if blank else ""

    def _blank_before(self, element: Element) -> str:
        before = self._packet.data[: element.start]
        blank = before[len(before.rstrip(b" \t\r\n")) :]
        return blank[blank.rfind(b"\n") :].decode() if b"\n" in blank else ""

    def _item(self, li: str, value: str) -> str:
        return f"<{li}>{self._escaped(value)}</{li}>"

    def _escaped(self, value: str) -> str:
        safe = escape(value)
        return safe if self._packet.utf8 else safe.encode("ascii", "xmlcharrefreplace").decode()
