"""Where XMP is in a JPEG, PNG, WebP or TIFF, and the splices that put other XMP there; the picture stays as it is."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from engine.filing.actions.action import Left
from engine.filing.keywords.splices import Splice
from engine.filing.keywords.tiff import find_in_tiff

_JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_JPEG_MOST = 65533
_PNG_XMP = b"XML:com.adobe.xmp\0"
_MOST = 64 << 20  # bytes of metadata that are read at most


class Found(NamedTuple):
    """The XMP of a file, or None; and the splices that replace it by other."""

    xmp: bytes | None
    replace: Callable[[bytes], list[Splice]]


def find(file: BinaryIO) -> Found | None:
    """The XMP of a file, by its first bytes; None for a kind that XMP is not embedded in. Left if damaged."""
    file.seek(0)
    head = file.read(16)
    try:
        if head[:2] == b"\xff\xd8":
            return _jpeg(file)
        if head[:8] == b"\x89PNG\r\n\x1a\n":
            return _png(file)
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            return _webp(file)
        if head[:4] in (b"II*\0", b"MM\0*"):
            return Found(*find_in_tiff(file))
    except (struct.error, IndexError, zlib.error) as error:
        raise Left("its parts cannot be told apart ({error}), so nothing is written into it", error=error) from error
    return None


def _jpeg(file: BinaryIO) -> Found:
    """APP1 of XMP (XMP specification part 3, 1.1.3); a new one goes behind the EXIF. Sizes in an MPF follow."""
    at, insert, xmp = 2, 2, None
    spot: tuple[int, int] | None = None
    mpf: int | None = None
    while True:
        file.seek(at)
        marker, code, length = struct.unpack(">BBH", file.read(4))
        if marker != 0xFF:
            raise struct.error("no marker where one should be")
        if code == 0xFF:  # a fill byte before the marker
            at += 1
            continue
        if code in (0xDA, 0xD9):
            break
        data = file.read(length - 2) if code in (0xE0, 0xE1, 0xE2) else b""
        if code == 0xE1 and data.startswith(_JPEG_XMP) and spot is None:
            spot, xmp = (at, at + 2 + length), data[len(_JPEG_XMP) :]
        elif code == 0xE0 or (code == 0xE1 and data.startswith(b"Exif\0")):
            insert = at + 2 + length
        elif code == 0xE2 and data.startswith(b"MPF\0"):
            mpf = at
        at += 2 + length
    start, stop = spot or (insert, insert)
    if mpf is not None and start > mpf:
        raise Left("its XMP lies behind a list of further pictures, which would be lost")

    def replace(new: bytes) -> list[Splice]:
        body = _JPEG_XMP + new
        if len(body) + 2 > _JPEG_MOST:
            raise Left("there is no room for it in a JPEG: use a sidecar")
        segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
        splices = [Splice(start, stop, segment)]
        if mpf is not None:
            splices += _first_picture_grows(file, mpf, len(segment) - (stop - start))
        return splices

    return Found(xmp, replace)


def _first_picture_grows(file: BinaryIO, mpf: int, growth: int) -> list[Splice]:
    """CIPA DC-007, 5.2.3.3: the size of the first picture; offsets of the others are from the MPF itself, and stay."""
    base = mpf + 8
    file.seek(base)
    order = "<" if file.read(2) == b"II" else ">"
    file.seek(base + 4)
    (ifd,) = struct.unpack(order + "I", file.read(4))
    file.seek(base + ifd)
    (count,) = struct.unpack(order + "H", file.read(2))
    for _ in range(count):
        tag, _kind, _count, value = struct.unpack(order + "HHII", file.read(12))
        if tag == 0xB002:
            file.seek(base + value + 4)
            (size,) = struct.unpack(order + "I", file.read(4))
            if size == 0:
                return []
            at = base + value + 4
            return [Splice(at, at + 4, struct.pack(order + "I", size + growth))]
    return []


def _png(file: BinaryIO) -> Found:
    """iTXt "XML:com.adobe.xmp" before the picture (XMP specification part 3, 1.1.5)."""
    at, xmp, spot, insert = 8, None, None, None
    while True:
        file.seek(at)
        length, name = struct.unpack(">I4s", file.read(8))
        if name == b"IDAT" and insert is None:
            insert = at
        if name == b"iTXt" and length < _MOST:
            data = file.read(length)
            if data.startswith(_PNG_XMP) and spot is None:
                spot, xmp = (at, at + length + 12), _itxt(data[len(_PNG_XMP) :])
        if name == b"IEND":
            break
        at += 12 + length
    if insert is None:
        raise struct.error("no picture in it")
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
