"""Files that somebody has made to do harm, or that nobody has thought of."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

FRAMES = 100_000


def jpeg(*segments: bytes) -> bytes:
    """A picture of 64 × 64 with these APP1 segments."""
    out = io.BytesIO()
    Image.effect_noise((64, 64), 40).save(out, "JPEG")
    return out.getvalue()[:2] + b"".join(map(_app1, segments)) + out.getvalue()[2:]


def _app1(data: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(data) + 2) + data


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*before: bytes, width: int = 8, height: int = 8, data: bytes | None = None) -> bytes:
    """Red, green and blue; `before` its data, which are packed, come these chunks."""
    rows = bytes((1 + 3 * width) * height) if data is None else b""
    packed = zlib.compress(rows) if data is None else data
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(before) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def packed_zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def gif() -> bytes:
    out = io.BytesIO()
    Image.new("P", (8, 8), 1).save(out, "GIF")
    data = out.getvalue()
    start = 13 + (3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    return data[:start] + data[start:-1] * FRAMES + b";"


def apng() -> bytes:
    rows = zlib.compress(bytes(25 * 8))
    control = [chunk(b"fcTL", struct.pack(">IIIIIHHBB", n, 8, 8, 0, 0, 1, 10, 0, 0)) for n in range(2 * FRAMES)]
    frames = (control[2 * n - 1] + chunk(b"fdAT", struct.pack(">I", 2 * n) + rows) for n in range(1, FRAMES))
    return png(chunk(b"acTL", struct.pack(">II", FRAMES, 0)), control[0], data=rows)[:-12] + b"".join(frames)


def webp() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (9, 8, 7)).save(out, "WEBP", lossless=True)
    size = bytes((7, 0, 0)) * 2
    frame = bytes(6) + size + bytes((10, 0, 0, 0)) + out.getvalue()[12:]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes((2, 0, 0, 0)) + size + b"ANIM" + struct.pack("<I", 6) + bytes(6)
    body += (b"ANMF" + struct.pack("<I", len(frame)) + frame) * FRAMES
    return b"RIFF" + struct.pack("<I", len(body)) + body


def tiff(*, circle: bool = False) -> bytes:
    """All pictures share their pixels; in a `circle` the last is followed by the first."""
    length, pixels = 2 + 8 * 12 + 4, 8 + (2 + 8 * 12 + 4) * FRAMES
    tags = ((256, 8), (257, 8), (258, 8), (259, 1), (262, 1), (273, pixels), (278, 8), (279, 64))
    directory = struct.pack("<H", 8) + b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    nexts = [*(8 + length * (n + 1) for n in range(FRAMES - 1)), 8 if circle else 0]
    return b"II*\0\x08\0\0\0" + b"".join(directory + struct.pack("<I", at) for at in nexts) + bytes(range(64))


def exif_of_lies() -> bytes:
    """5,000 entries that each say that they are 4 GB long."""
    count = 5000
    entries = b"".join(struct.pack("<HHII", 0x9000 + n, 2, 0xFFFFFFF0, 8) for n in range(count))
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", count) + entries + bytes(4)


def xmp(text: str) -> bytes:
    return b"http://ns.adobe.com/xap/1.0/\0" + text.encode()


def billion_laughs() -> str:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(10))
    return f'<!DOCTYPE x [<!ENTITY a0 "lol">{entities}]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a10;</x:xmpmeta>'


def xmp_in_thousand_parts() -> bytes:
    """65 MB of it, which say that they belong together."""
    note = "xmlns:n='http://ns.adobe.com/xmp/note/' n:HasExtendedXMP"
    rdf = "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    main = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{rdf}<r:Description {note}='{'A' * 32}'/></r:RDF></x:xmpmeta>"
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32
    parts = (head + struct.pack(">II", 65_000_000, n * 65_000) + b"<" * 65_000 for n in range(1000))
    return jpeg(xmp(main), *parts)


def huge_webp() -> bytes:
    """The largest that there can be, 16383 × 16383, in 40 bytes."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (9, 8, 7)).save(out, "WEBP", lossless=True)
    data = bytearray(out.getvalue())
    at = data.index(b"VP8L") + 9
    sizes = int.from_bytes(data[at : at + 4], "little") >> 28 << 28 | 16382 << 14 | 16382
    data[at : at + 4] = sizes.to_bytes(4, "little")
    return bytes(data)


def bmp(width: int, height: int, bits: int, *, length: int = 40) -> bytes:
    rows = bytes(range(200)) * 4
    info = struct.pack("<IiiHHIIiiII", length, width, height, 1, bits, 0, len(rows), 0, 0, 0, 0)
    info = info[: max(length, 4)].ljust(min(length, 200), b"\0")
    return b"BM" + struct.pack("<IHHI", 14 + len(info) + len(rows), 0, 0, 14 + len(info)) + info + rows
