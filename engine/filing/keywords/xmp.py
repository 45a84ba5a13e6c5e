"""Merges keywords into XMP: what is there stays, in its order, with its prefixes and comments.

Four properties hold keywords, and programs differ in which they read first: digiKam reads digiKam:TagsList, then
MicrosoftPhoto:LastKeywordXMP, lr:hierarchicalSubject, and dc:subject last (dmetadatasettingscontainer.cpp); Immich
takes TagsList, else HierarchicalSubject, else Subject (metadata.service.ts); Lightroom and darktable take
hierarchicalSubject, then subject. So all four are written. XMP specification part 1, 7.7 (arrays) and part 2, 2.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.dom import Node, minidom
from xml.dom.minidom import Document, Element
from xml.parsers.expat import ExpatError

from engine.core.errors import UserError

Keyword = tuple[str, ...]  # from the top of a hierarchy down: ("Trips", "Rome")

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_META = "adobe:ns:meta/"
_XMLNS = "http://www.w3.org/2000/xmlns/"
_CONTAINERS = ("Bag", "Seq", "Alt")
_DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_MOST = 16 << 20  # bytes: more is no metadata


class Property(NamedTuple):
    """Where keywords are: a namespace with its usual prefix, the name, how they are kept and what parts a hierarchy."""

    namespace: str
    prefix: str
    name: str
    container: str
    separator: str | None  # None: only the last part


PROPERTIES = (
    Property("http://www.digikam.org/ns/1.0/", "digiKam", "TagsList", "Seq", "/"),
    Property("http://ns.microsoft.com/photo/1.0/", "MicrosoftPhoto", "LastKeywordXMP", "Bag", "/"),
    Property("http://ns.adobe.com/lightroom/1.0/", "lr", "hierarchicalSubject", "Bag", "|"),
    Property("http://purl.org/dc/elements/1.1/", "dc", "subject", "Bag", None),
)
_EMPTY = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="{_META}">
 <rdf:RDF xmlns:rdf="{RDF}">
  <rdf:Description rdf:about=""/>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
""".encode()


class NotXmp(UserError):  # noqa: N818 - another program's file, not our fault
    """What should be XMP cannot be read: nothing is written over it."""


def merge(xmp: bytes | None, keywords: Sequence[Keyword]) -> bytes:
    """The XMP with these keywords added where they are missing; the same bytes where none is. Raises NotXmp."""
    document = _parse(_EMPTY if xmp is None else xmp)
    descriptions = _descriptions(document)
    changed = False
    for kind in PROPERTIES:
        wanted = list(dict.fromkeys(_text(keyword, kind.separator) for keyword in keywords))
        changed |= _add(document, descriptions, kind, wanted)
    if not changed and xmp is not None:
        return xmp
    return "".join(f"{node.toxml()}\n" for node in document.childNodes).encode()


def read(xmp: bytes) -> list[Keyword]:
    """The keywords, of the first property that has some, as digiKam reads them. NotXmp where it is none."""
    descriptions = _descriptions(_parse(xmp))
    for kind in PROPERTIES:
        values = [value for value in _values(descriptions, kind) if value.strip()]
        if values:
            found = (tuple(v.split(kind.separator)) if kind.separator else (v,) for v in values)
            return list(dict.fromkeys(tuple(part.strip() for part in keyword if part.strip()) for keyword in found))
    return []


def _text(keyword: Keyword, separator: str | None) -> str:
    if separator is None:
        return keyword[-1]
    return separator.join(part.replace(separator, "-") for part in keyword)


def _parse(xmp: bytes) -> Document:
    if len(xmp) > _MOST or _DECLARES.search(xmp.replace(b"\0", b"")):
        raise NotXmp("its XMP declares entities, or is far too long: it is left as it is")
    try:
        return minidom.parseString(xmp.strip(b"\0 \t\r\n") if b"\0<" not in xmp[:4] else xmp)
    except (ExpatError, ValueError, LookupError, RecursionError) as error:
        raise NotXmp("its XMP is damaged ({error}): it is left as it is", error=error) from error


def _descriptions(document: Document) -> list[Element]:
    roots = document.getElementsByTagNameNS(RDF, "RDF")
    if not roots:
        raise NotXmp("its XMP holds no RDF: it is left as it is")
    found = [child for child in _elements(roots[0]) if (child.namespaceURI, child.localName) == (RDF, "Description")]
    if not found:
        made = document.createElementNS(RDF, f"{roots[0].prefix}:Description" if roots[0].prefix else "Description")
        made.setAttributeNS(RDF, f"{roots[0].prefix or 'rdf'}:about", "")
        roots[0].appendChild(made)
        found = [made]
    return found


def _elements(parent: Element) -> Iterator[Element]:
    return (child for child in parent.childNodes if isinstance(child, Element))


def _properties(descriptions: Iterable[Element], kind: Property) -> list[Element]:
    key = kind.namespace, kind.name
    return [e for parent in descriptions for e in _elements(parent) if (e.namespaceURI, e.localName) == key]


def _container(property_: Element) -> Element | None:
    kinds = (e for e in _elements(property_) if e.namespaceURI == RDF and e.localName in _CONTAINERS)
    return next(kinds, None)


def _values(descriptions: Iterable[Element], kind: Property) -> list[str]:
    values = []
    for parent in descriptions:
        if parent.hasAttributeNS(kind.namespace, kind.name):
            values.append(parent.getAttributeNS(kind.namespace, kind.name))
    for property_ in _properties(descriptions, kind):
        container = _container(property_)
        items = [property_] if container is None else list(_elements(container))
        values += [_content(item) for item in items]
    return values


def _content(element: Element) -> str:
    return "".join(
        n.data for n in element.childNodes if n.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE)
    ).strip()


def _add(document: Document, descriptions: list[Element], kind: Property, wanted: list[str]) -> bool:
    """Add what is missing of one property; whether anything was."""
    known = set(_values(descriptions, kind))
    missing = [value for value in wanted if value not in known]
    if not missing:
        return False
    container = _made_container(document, descriptions, kind)
    item = f"{container.prefix}:li" if container.prefix else "li"
    for value in missing:
        li = document.createElementNS(RDF, item)
        li.appendChild(document.createTextNode(value))
        container.appendChild(li)
    return True


def _made_container(document: Document, descriptions: list[Element], kind: Property) -> Element:
    """The container to add to, of the right kind, with what another kind, a plain value or an attribute held."""
    found = _properties(descriptions, kind)
    rdf = _prefix(descriptions[0], RDF, "rdf")
    old = _container(found[0]) if found else None
    if old is not None and old.localName == kind.container:
        return old
    container = document.createElementNS(RDF, f"{rdf}:{kind.container}")
    if old is not None:  # a Seq of hierarchical subjects flattens trees in digiKam (darktable 4095)
        for child in list(old.childNodes):
            container.appendChild(child)
        found[0].replaceChild(container, old)
        return container
    plain = _values(descriptions, kind)
    if found:
        for child in list(found[0].childNodes):
            found[0].removeChild(child)
    else:
        found = [_made_property(document, descriptions[0], kind)]
    for parent in descriptions:
        if parent.hasAttributeNS(kind.namespace, kind.name):
            parent.removeAttributeNS(kind.namespace, kind.name)
    for value in filter(None, plain):
        li = document.createElementNS(RDF, f"{rdf}:li")
        li.appendChild(document.createTextNode(value))
        container.appendChild(li)
    found[0].appendChild(container)
    return container


def _made_property(document: Document, description: Element, kind: Property) -> Element:
    prefix = _prefix(description, kind.namespace, kind.prefix)
    made = document.createElementNS(kind.namespace, f"{prefix}:{kind.name}")
    description.appendChild(made)
    return made


def _prefix(element: Element, namespace: str, usual: str) -> str:
    """The prefix of a namespace where `element` is; declared there if it has none."""
    scope: dict[str, str] = {}
    at: Node | None = element
    while isinstance(at, Element):
        for name, value in at.attributes.items():
            if name.startswith("xmlns:"):
                scope.setdefault(name[6:], value)
        at = at.parentNode
    for prefix, uri in scope.items():
        if uri == namespace:
            return prefix
    free = usual
    while free in scope:
        free += "1"
    element.setAttributeNS(_XMLNS, f"xmlns:{free}", namespace)
    return free
