"""Where XMP is in a JPEG, PNG, WebP or TIFF, and the splices that put other XMP there; the picture stays as it is."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from engine.filing.actions.action import Left
from engine.filing.keywords.jpeg import find_in_jpeg
from engine.filing.keywords.splices import Splice
from engine.filing.keywords.tiff import find_in_tiff

_PNG_XMP = b"XML:com.adobe.xmp\0"
_PNG_OTHERS = (b"raw profile type xmp", b"xml:com.adobe.xmp")  # of ImageMagick, and of others as another chunk
_MOST = 64 << 20  # bytes of metadata that are read at most


class Found(NamedTuple):
    """The XMP of a file, or None; the splices that replace it by other; and the keywords that IPTC has."""

    xmp: bytes | None
    replace: Callable[[bytes], list[Splice]]
    iptc: tuple[bytes, ...] = ()


def find(file: BinaryIO) -> Found | None:
    """The XMP of a file, by its first bytes; None for a kind that XMP is not embedded in. Left if damaged."""
    file.seek(0)
    head = file.read(16)
    try:
        if head[:2] == b"\xff\xd8":
            return Found(*find_in_jpeg(file))
        if head[:8] == b"\x89PNG\r\n\x1a\n":
            return _png(file)
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            return _webp(file)
        if head[:4] in (b"II*\0", b"MM\0*"):
            return Found(*find_in_tiff(file))
    except (struct.error, IndexError, ValueError, zlib.error) as error:
        raise Left("it is damaged or cut off, so nothing is written into it: use a sidecar") from error
    return None


def _png(file: BinaryIO) -> Found:
    """iTXt "XML:com.adobe.xmp" before the picture (XMP specification part 3, 1.1.5)."""
    at, xmp, spot, insert, elsewhere = 8, None, None, None, False
    while True:
        file.seek(at)
        length, name = struct.unpack(">I4s", file.read(8))
        if name == b"IDAT" and insert is None:
            insert = at
        if name == b"iTXt" and length < _MOST:
            data = file.read(length)
            if data.startswith(_PNG_XMP) and spot is None:
                spot, xmp = (at, at + length + 12), _itxt(data[len(_PNG_XMP) :])
        if name in (b"tEXt", b"zTXt"):
            elsewhere |= file.read(min(length, 40)).lower().startswith(_PNG_OTHERS)
        if name == b"IEND":
            break
        at += 12 + length
    if insert is None:
        raise struct.error("no picture in it")
    if elsewhere and spot is None:
        raise Left("its XMP is written in an old way, which would be hidden by another: use a sidecar")
    start, stop = spot or (insert, insert)

    def replace(new: bytes) -> list[Splice]:
        body = b"iTXt" + _PNG_XMP + b"\0\0\0\0" + new
        return [Splice(start, stop, struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)))]

    return Found(xmp, replace)


def _itxt(rest: bytes) -> bytes:
    compressed = rest[0] == 1
    text = rest[2:].split(b"\0", 2)[2]
    if not compressed:
        return text
    unpack = zlib.decompressobj()
    plain = unpack.decompress(text, _MOST)
    if unpack.unconsumed_tail:
        raise zlib.error("far too long")
    return plain


def _webp(file: BinaryIO) -> Found:
    """The chunk "XMP " at the end, and its flag in VP8X, which a simple file gets (WebP container specification)."""
    file.seek(0)
    end = 8 + struct.unpack("<4xI", file.read(8))[0]
    at = 12
    chunks: dict[bytes, tuple[int, int]] = {}
    while at + 8 <= end:
        file.seek(at)
        name, length = struct.unpack("<4sI", file.read(8))
        chunks.setdefault(name, (at, length))
        at += 8 + length + length % 2
    if at != end:
        raise struct.error("its chunks do not fill it")
    xmp = spot = None
    if b"XMP " in chunks:
        start, length = chunks[b"XMP "]
        file.seek(start + 8)
        xmp, spot = file.read(length), (start, start + 8 + length + length % 2)
    first, stop = spot or (end, end)

    def replace(new: bytes) -> list[Splice]:
        chunk = b"XMP " + struct.pack("<I", len(new)) + new + b"\0" * (len(new) % 2)
        if b"VP8X" in chunks:
            flags = chunks[b"VP8X"][0] + 8
            file.seek(flags)
            head = Splice(flags, flags + 1, bytes([file.read(1)[0] | 0x04]))
        else:
            head = Splice(12, 12, _vp8x(file, chunks))
        grown = end - 8 + len(chunk) - (stop - first) + len(head.new) - (head.stop - head.start)
        return [Splice(4, 8, struct.pack("<I", grown)), head, Splice(first, stop, chunk)]

    return Found(xmp, replace)


def _vp8x(file: BinaryIO, chunks: dict[bytes, tuple[int, int]]) -> bytes:
    """The head of an extended file for a simple one: its flags, then its size less one, 24 bits each."""
    if b"VP8L" in chunks:
        file.seek(chunks[b"VP8L"][0] + 9)
        (bits,) = struct.unpack("<I", file.read(4))
        width, height, alpha = bits & 0x3FFF, bits >> 14 & 0x3FFF, bits >> 28 & 1
    else:
        file.seek(chunks[b"VP8 "][0] + 8 + 6)
        width, height = (side - 1 for side in (s & 0x3FFF for s in struct.unpack("<HH", file.read(4))))
        alpha = 0
    flags = 0x04 | (0x10 if alpha else 0)
    body: bytes = struct.pack("<I", flags) + width.to_bytes(3, "little") + height.to_bytes(3, "little")
    return b"VP8X" + struct.pack("<I", 10) + body
