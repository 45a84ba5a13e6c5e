"""Metadata as programs write it, and the smallest files around it."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image
from PIL.ExifTags import IFD

SPACES = {
    "exif": "http://ns.adobe.com/exif/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def exif(
    main: dict[int, Any] | None = None, details: dict[int, Any] | None = None, gps: dict[int, Any] | None = None
) -> bytes:
    """EXIF that begins with its TIFF header."""
    made = Image.Exif()
    made.update(main or {})
    made.get_ifd(IFD.Exif).update(details or {})
    made.get_ifd(IFD.GPSInfo).update(gps or {})
    return made.tobytes().removeprefix(b"Exif\0\0")


def xmp(attributes: str = "", elements: str = "", spaces: dict[str, str] = SPACES) -> bytes:
    """A packet as Adobe writes it."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="" {declared} {attributes}>{elements}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def iptc(*values: tuple[int, str]) -> bytes:
    """IIM records of the second kind."""
    return b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(text)) + text.encode() for number, text in values)


def resource(data: bytes, id_: int = 0x0404) -> bytes:
    """An image resource of Photoshop."""
    return b"8BIM" + struct.pack(">HBBL", id_, 0, 0, len(data)) + data + b"\0" * (len(data) % 2)


def saved(name: str, image: Image.Image | None = None, **options: Any) -> bytes:
    """A small picture in a format of Pillow or pillow-heif."""
    buffer = io.BytesIO()
    picture = Image.linear_gradient("L").resize((32, 24)).convert("RGB") if image is None else image
    if name == "HEIF":
        pillow_heif.from_pillow(picture).save(buffer, **options)
    else:
        picture.save(buffer, name, **options)
    return buffer.getvalue()


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """A JPEG with these segments, of APPn each, behind its first bytes."""
    whole = saved("JPEG")
    parts = [struct.pack(">BBH", 0xFF, 0xE0 + n, len(data) + 2) + data for n, data in segments]
    return whole[:2] + b"".join(parts) + whole[2:]


def app1(data: bytes) -> tuple[int, bytes]:
    """The segment of EXIF, or of XMP."""
    return 1, (b"Exif\0\0" if data[:2] in (b"II", b"MM") else b"http://ns.adobe.com/xap/1.0/\0") + data


def app13(*resources: bytes) -> tuple[int, bytes]:
    return 13, b"Photoshop 3.0\0" + b"".join(resources)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def png(*chunks: bytes, late: bool = False) -> bytes:
    """A PNG with these chunks before the pixels, or behind them."""
    whole = saved("PNG")
    at = whole.index(b"IEND" if late else b"IDAT") - 4
    return whole[:at] + b"".join(chunks) + whole[at:]


def profile(name: str, data: bytes, *, tail: bytes = b"", packed: bool = True) -> bytes:
    """A "Raw profile" of ImageMagick and GIMP: hex in lines of 36 bytes below its name and length."""
    digits = data.hex().encode()
    lines = [digits[at : at + 72] for at in range(0, len(digits), 72)]
    text = b"\n%s\n%8d\n%s\n" % (name.encode(), len(data), b"\n".join(lines)) + tail
    keyword = b"Raw profile type " + name.encode()
    return chunk(b"zTXt", keyword + b"\0\0" + zlib.compress(text)) if packed else chunk(b"tEXt", keyword + b"\0" + text)


def itxt(keyword: bytes, text: bytes, *, packed: bool = False) -> bytes:
    body = zlib.compress(text) if packed else text
    return chunk(b"iTXt", keyword + b"\0" + bytes([packed, 0]) + b"\0\0" + body)


def box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data) + 8) + kind + data


def gif(packet: bytes, *, in_blocks: bool = False) -> bytes:
    """A GIF with XMP in its application extension, before its picture."""
    whole = saved("GIF", Image.new("P", (8, 8)))
    magic = bytes([1, *range(255, -1, -1), 0])
    blocks = b"".join(bytes([len(part)]) + part for at in range(0, len(packet), 255) if (part := packet[at : at + 255]))
    at = whole.index(b",\0\0\0\0")
    return whole[:at] + b"!\xff\x0bXMP DataXMP" + (blocks + b"\0" if in_blocks else packet + magic) + whole[at:]
