"""The EXIF, XMP and IPTC of a PNG: chunks, and the profiles in hex that ImageMagick and GIMP write as text.

And what tells of a machine that has made it: texts of generators, C2PA's chunk.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from engine.library.metadata.made_by import TEXTS

_SIGNATURE = 8  # bytes
_MOST_CHUNKS = 100_000
_LONGEST = 1 << 24  # bytes of a text, unpacked, and of all that are kept
_MOST_SAID = 1 << 14  # bytes of a generator's text that are looked at
_HEAD = 100  # bytes before the digits of a profile
_HEX = re.compile(rb"\s*[\w .-]*\s+(\d+)\s")  # a line with the profile's name and one with its length


def segments(file: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Pairs of "exif", "xmp" or "photoshop" and bytes, those of chunks made for them before those of texts.

    And of "text" and keyword NUL text of what generators write, and of "c2pa" and nothing.
    """
    texts = []
    room = _LONGEST
    for kind, data in _chunks(file):
        if kind == b"eXIf":
            yield "exif", data
            continue
        if kind == b"caBX":
            yield "c2pa", b""
            continue
        keyword = data.partition(b"\0")[0]
        is_xmp = keyword == b"XML:com.adobe.xmp"
        if room > 0 and (is_xmp or keyword.lower().startswith(b"raw profile type ")):
            text = _text(kind, data, room)
            room -= len(text)
            if is_xmp:
                yield "xmp", text
            else:
                texts.append((keyword[17:].lower(), text))
        elif room > 0 and keyword.lower() in TEXTS:
            text = _text(kind, data, min(room, _MOST_SAID))
            room -= len(text)
            yield "text", keyword + b"\0" + text
    for keyword, text in texts:
        profile = _profile(text)
        if keyword in (b"exif", b"app1"):  # ImageMagick's app1 is the segment of a JPEG: EXIF or XMP
            yield ("xmp" if profile.startswith(b"http") else "exif"), profile
        elif keyword in (b"xmp", b"iptc", b"8bim"):
            yield ("xmp" if keyword == b"xmp" else "photoshop"), profile


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of texts and EXIF; what is between is not read."""
    file.seek(_SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8 or head[4:] == b"IEND":
            return
        size, kind = int.from_bytes(head[:4], "big"), head[4:]
        if kind == b"caBX":
            yield kind, b""
        if kind in (b"eXIf", b"tEXt", b"zTXt", b"iTXt") and size <= _LONGEST:
            yield kind, file.read(size)
            file.seek(4, 1)
        else:
            file.seek(size + 4, 1)


def _text(kind: bytes, data: bytes, most: int) -> bytes:
    """What follows the keyword, unpacked; at most so many bytes."""
    rest = data.partition(b"\0")[2]
    packed = kind == b"zTXt"
    if kind == b"zTXt":
        rest = rest[1:]
    elif kind == b"iTXt":
        packed = rest[:1] == b"\1"
        rest = rest[2:].partition(b"\0")[2].partition(b"\0")[2]  # language, translated keyword
    return _unpacked(rest, most) if packed else rest


def _unpacked(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b""


def _profile(text: bytes) -> bytes:
    """The bytes that are written in hex, of the length that is stated: GIMP lets rubbish follow."""
    match = _HEX.match(text, 0, _HEAD)
    if match is None:
        return b""
    digits = bytes(text[match.end() :].translate(None, b" \t\r\n"))[: 2 * int(match[1])]
    valid = re.match(rb"(?:[0-9a-fA-F]{2})*", digits)
    return bytes.fromhex(valid[0].decode()) if valid else b""
