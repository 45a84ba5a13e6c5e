"""The EXIF and XMP in files that are made of boxes (ISO base media): JPEG 2000's uuid boxes, Canon's CR3.

And whether there are content credentials in them, or in a WebP, which is made of chunks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_EXIF = b"JpgTiffExif->JP2", bytes.fromhex("0537cdab9d0c4431a72afa561f2a113e")  # of all others, of Photoshop 7
_IPTC = bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38"), bytes.fromhex("09a14e97c0b442e0bebf36df6f0ce36f")
_PHOTOSHOP = bytes.fromhex("2c4c0100850440b9a03e562148d6dfeb")
_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_CANON = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_MOST_BOXES = 10_000
_LONGEST = 1 << 24  # bytes


def segments(file: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Pairs of "exif", "exif details", "gps" (parts of Canon's), "xmp" or "photoshop", and bytes."""
    file.seek(0, 2)
    yield from _within(file, 0, file.tell(), (b"moov", b"jp2h"))


def has_credentials(file: BinaryIO) -> bool:
    """Whether C2PA's box of manifests is there."""
    file.seek(0, 2)
    for kind, begin, _ in _boxes(file, 0, file.tell()):
        file.seek(begin)
        if kind == b"uuid" and file.read(16) == _C2PA:
            return True
    return False


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """The name of each chunk of a RIFF file, a WebP, in four bytes; what they hold is not read."""
    file.seek(12)  # RIFF, its length, WEBP
    for _ in range(_MOST_BOXES):
        head = file.read(8)
        if len(head) < 8:
            return
        yield head[:4]
        size = int.from_bytes(head[4:], "little")
        file.seek(size + size % 2, 1)


def _within(file: BinaryIO, start: int, end: int, opened: tuple[bytes, ...]) -> Iterator[tuple[str, bytes]]:
    for kind, begin, stop in _boxes(file, start, end):
        if kind in opened:
            yield from _within(file, begin, stop, ())
        elif kind in _KINDS:
            yield _KINDS[kind], _read(file, begin, stop)
        elif kind == b"uuid":
            file.seek(begin)
            uuid = file.read(16)
            if uuid == _CANON:
                yield from _within(file, begin + 16, stop, ())
            elif uuid in _UUIDS:
                yield _UUIDS[uuid], _read(file, begin + 16, stop)


_KINDS = {b"CMT1": "exif", b"CMT2": "exif details", b"CMT4": "gps", b"xml ": "xmp"}  # the first three are Canon's
_UUIDS = {
    _XMP: "xmp",
    **dict.fromkeys(_EXIF, "exif"),
    **dict.fromkeys((*_IPTC, _PHOTOSHOP), "photoshop"),
}


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, begin and end of the content of each box."""
    at = start
    for _ in range(_MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        if at + 8 > end or len(head) < 8:
            return
        size, header = int.from_bytes(head[:4], "big"), 8
        if size == 1:
            size, header = int.from_bytes(head[8:16], "big"), 16
        elif size == 0:
            size = end - at
        if size < header:
            return
        yield head[4:8], at + header, min(at + size, end)
        at += size


def _read(file: BinaryIO, begin: int, stop: int) -> bytes:
    file.seek(begin)
    return file.read(min(max(stop - begin, 0), _LONGEST))
