"""The keywords of a photo, as photo programs keep them in XMP and IPTC.

Four properties hold them, and programs differ in which they read, the first that has any:

- digiKam: digiKam:TagsList, MicrosoftPhoto:LastKeywordXMP, lr:hierarchicalSubject, mediapro:CatalogSets,
  acdsee:categories, dc:subject, IPTC keywords (defaultTagValues in dmetadatasettingscontainer.cpp, read by
  DMetadata::getItemTagsPath in dmetadata_tags.cpp; a hierarchicalSubject that is no Bag is not seen).
- Immich: TagsList, else HierarchicalSubject, else IPTC keywords (getTagList in metadata.service.ts); where there is a
  sidecar, its properties take the place of the photo's (getExifTags there).
- Lightroom and darktable: lr:hierarchicalSubject together with dc:subject.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.library.metadata.xmp_tree import Name, Packet, parse

Keyword = tuple[str, ...]  # from the top of a hierarchy down: ("Trips", "Rome")


class Property(NamedTuple):
    """Where keywords are: a namespace with its usual prefix, the name, how they are kept and what parts a hierarchy."""

    namespace: str
    prefix: str
    local: str
    container: str
    separator: str | None  # None: only the last part
    other_namespaces: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[Name, ...]:
        return tuple((namespace, self.local) for namespace in (self.namespace, *self.other_namespaces))


_MICROSOFT = "http://ns.microsoft.com/photo/1.0"  # as ExifTool and some of Microsoft's write it; exiv2 ends it with "/"
PROPERTIES = (
    Property("http://www.digikam.org/ns/1.0/", "digiKam", "TagsList", "Seq", "/"),
    Property(f"{_MICROSOFT}/", "MicrosoftPhoto", "LastKeywordXMP", "Bag", "/", (_MICROSOFT,)),
    Property("http://ns.adobe.com/lightroom/1.0/", "lr", "hierarchicalSubject", "Bag", "|"),
    Property("http://purl.org/dc/elements/1.1/", "dc", "subject", "Bag", None),
)


def keywords_of_xmp(xmp: bytes) -> list[Keyword]:
    """The keywords of a packet, of all four properties. Raises NotXmp."""
    return keywords_of_packet(parse(xmp))


def keywords_of_packet(packet: Packet) -> list[Keyword]:
    """Those of all properties, each once: a single word that is part of a hierarchy is no keyword of its own."""
    # A hierarchicalSubject first: a name may have "/" in it there.
    return united(*(_of(packet, kind) for kind in sorted(PROPERTIES, key=lambda kind: kind.separator != "|")))


def united(*several: Iterable[Keyword]) -> list[Keyword]:
    """All of them, each once; words that stand alone only where no hierarchy holds them."""
    found = dict.fromkeys(keyword for keywords in several for keyword in keywords if keyword)
    parts = {_same(part) for keyword in found if len(keyword) > 1 for part in keyword}
    once = {tuple(map(_same, k)): k for k in reversed(found) if len(k) > 1 or _same(k[0]) not in parts}
    return [once[spelling] for spelling in reversed(once)]


def key(text: str) -> str:
    """What makes two texts one: macOS writes "à" as two characters."""
    return unicodedata.normalize("NFC", text)


def _same(part: str) -> str:
    """What makes two parts one: in some property a separator is another sign (see `written`)."""
    return key(part).replace("/", "-").replace("|", "-")


def written(keyword: Keyword, separator: str | None) -> str:
    """As a property holds it. A separator within a name is another sign there, for it would part it.

    A word alone is as Lightroom has it in the hierarchy: it takes both together.
    """
    if separator is None:
        return keyword[-1].replace("|", "-")
    return separator.join(part.replace(separator, "-") for part in keyword)


def keywords_of_iptc(values: Sequence[bytes]) -> list[Keyword]:
    """Those of data set 2:25, in UTF-8 or, as older programs wrote, in Latin-1."""
    return united((word,) for value in values if (word := _decoded(value).strip("\0 \t\r\n")))


def _of(packet: Packet, kind: Property) -> list[Keyword]:
    values = packet.values(*kind.names)
    split = (value.split(kind.separator) if kind.separator else [value] for value in values)
    return [tuple(part.strip() for part in parts if part.strip()) for parts in split]


def _decoded(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
