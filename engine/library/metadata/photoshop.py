"""IPTC-IIM, and the image resources of Photoshop (8BIM) in which a JPEG, a PNG or a TIFF holds it."""

from __future__ import annotations

from collections.abc import Iterator

_IPTC = 0x0404
_MARKER = 0x1C
_MOST = 1 << 20  # bytes of one value; a longer one is broken


def iptc_of(resources: bytes) -> bytes:
    """The IPTC records among image resources; b"" for none. Records that stand there without a frame are taken too."""
    if resources[:1] == bytes([_MARKER]):
        return resources
    return b"".join(data for id_, data in _resources(resources) if id_ == _IPTC)


def records(data: bytes) -> dict[tuple[int, int], bytes]:
    """The first value of each data set, by record and number: (2, 55) is the date of creation."""
    found: dict[tuple[int, int], bytes] = {}
    for key, value in _values(data):
        found.setdefault(key, value)
    return found


def values(data: bytes, record: int, number: int) -> list[bytes]:
    """All values of a data set: (2, 25) are the keywords."""
    return [value for key, value in _values(data) if key == (record, number)]


def _values(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    at = data.find(bytes([_MARKER]))
    while 0 <= at <= len(data) - 5 and data[at] == _MARKER:
        key = data[at + 1], data[at + 2]
        length = int.from_bytes(data[at + 3 : at + 5], "big")
        at += 5
        if length & 0x8000:  # extended: the length of the length
            width = length & 0x7FFF
            if width > 4:
                break
            length = int.from_bytes(data[at : at + width], "big")
            at += width
        if length <= _MOST:
            yield key, data[at : at + length]
        at += length


def _resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = data.find(b"8BIM")
    while 0 <= at <= len(data) - 12:
        id_ = int.from_bytes(data[at + 4 : at + 6], "big")
        at += 6 + (data[at + 6] | 1) + 1  # a Pascal string of even length, with its length
        size = int.from_bytes(data[at : at + 4], "big")
        yield id_, data[at + 4 : at + 4 + size]
        at = data.find(b"8BIM", at + 4 + size)  # at once, or after a byte of padding
