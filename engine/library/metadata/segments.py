"""Where each container keeps its EXIF, XMP and IPTC."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from PIL import Image

from engine.library.metadata import boxes, gif, png
from engine.library.metadata.exif import IPTC, NO_EXIF, PHOTOSHOP, XMP, Exif, exif_of_bytes, exif_of_file, tag
from engine.library.metadata.made_by import C2PA
from engine.library.metadata.photoshop import iptc_of

_XMP_MARK, _MORE_XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP_MARK = b"Photoshop 3.0\0"
_FUJI, _FUJI_HEAD = b"FUJIFILMCCD-RAW", 92
_IPTC_MARK = b"\x1c"
_PART_HEAD = 40  # bytes before a part of an extended packet: its hash, its length, where the part belongs


@dataclass(frozen=True, slots=True)
class Segments:
    """What a container holds: EXIF as it is parsed, packets of XMP, records of IPTC.

    `texts` are a PNG's that generators write, by keyword (made_by.py); `credentials`: it holds C2PA's manifests.
    """

    exif: Exif = NO_EXIF
    xmp: tuple[bytes, ...] = ()
    iptc: bytes = b""
    texts: Mapping[str, str] = field(default_factory=dict)
    credentials: bool = False


def segments_of(image: Image.Image, file: BinaryIO) -> Segments:
    """Those of an `image` that was opened from `file` and not loaded yet; the position of the file is kept."""
    position = file.tell()
    try:
        return _of_format(image, file)
    except Exception:  # noqa: BLE001 - of a broken file, whose picture may be whole
        return Segments()
    finally:
        file.seek(position)


def segments_of_raw(file: BinaryIO) -> Segments:
    """Those of a camera's RAW file, beside its previews."""
    try:
        return _of_raw(file)
    except Exception:  # noqa: BLE001 - as above
        return Segments()


def _of_format(image: Image.Image, file: BinaryIO) -> Segments:
    if image.format in ("JPEG", "MPO"):
        return _of_jpeg(image)
    if image.format == "PNG":
        return _collected(png.segments(file))
    if image.format == "JPEG2000":
        return _collected(boxes.segments(file))
    if image.format == "GIF":
        return Segments(xmp=(gif.xmp_of(file),))
    if image.format == "TIFF":
        return _of_tiff(_exif_of_tiff(image, file))
    exif, xmp = exif_of_bytes(_bytes(image.info.get("exif"))), _bytes(image.info.get("xmp"))
    return Segments(exif, (xmp,), credentials=_has_credentials(image.format, file))


def _has_credentials(format_: str | None, file: BinaryIO) -> bool:
    """Whether a WebP, HEIF or AVIF holds C2PA's manifests: a chunk "C2PA", or a box of their kind."""
    if format_ == "WEBP":
        return any(kind == b"C2PA" for kind in boxes.chunks(file))
    return format_ in ("HEIF", "AVIF") and boxes.has_credentials(file)


def _of_raw(file: BinaryIO) -> Segments:
    file.seek(0)
    head = file.read(_FUJI_HEAD)
    if head.startswith(_FUJI):  # it holds a whole JPEG
        file.seek(int.from_bytes(head[84:88], "big"))
        with Image.open(io.BytesIO(file.read(int.from_bytes(head[88:92], "big"))), formats=("JPEG",)) as image:
            return _of_jpeg(image)
    if head[4:8] == b"ftyp":
        return _collected(boxes.segments(file))
    return _of_tiff(exif_of_file(file))


def _exif_of_tiff(image: Image.Image, file: BinaryIO) -> Exif:
    exif = exif_of_file(file)
    return exif if exif.main else Exif(image.getexif())  # a BigTIFF


def _of_jpeg(image: Image.Image) -> Segments:
    packets: list[bytes] = []
    parts: dict[bytes, list[tuple[int, bytes]]] = {}
    resources = b""
    odd_exif = b""
    credentials = False
    for name, data in getattr(image, "applist", ()):
        if name == "APP1" and data.startswith(_MORE_XMP_MARK):
            part = data[len(_MORE_XMP_MARK) :]
            parts.setdefault(part[:32], []).append((int.from_bytes(part[36:40], "big"), part[_PART_HEAD:]))
        elif name == "APP1" and data[:4].lower() == b"exif":
            odd_exif = odd_exif or data  # "EXIF", or other bytes behind it
        elif name == "APP1":
            packets.append(data.removeprefix(_XMP_MARK))  # some leave the mark out
        elif name == "APP11":
            credentials |= C2PA in data  # JUMBF, ISO 19566-5
        elif name == "APP13" and data.startswith(_PHOTOSHOP_MARK):
            resources += data[len(_PHOTOSHOP_MARK) :]
    packets += (b"".join(part for _, part in sorted(several)) for several in parts.values())
    exif = _of_tiff(exif_of_bytes(_bytes(image.info.get("exif")) or odd_exif))
    return Segments(exif.exif, (*packets, *exif.xmp), iptc_of(resources) or exif.iptc, credentials=credentials)


def _of_tiff(exif: Exif) -> Segments:
    """EXIF's first directory may hold the others."""
    iptc = _bytes(tag(exif.main, IPTC)) or _bytes(tag(exif.main, PHOTOSHOP))
    return Segments(exif, (_bytes(tag(exif.main, XMP)),), iptc_of(iptc))


def _collected(found: Iterable[tuple[str, bytes]]) -> Segments:
    """Of kinds that come more than once the first EXIF holds, and all XMP."""
    exif: dict[str, Exif] = {}
    packets: list[bytes] = []
    iptc = b""
    texts: dict[str, str] = {}
    credentials = False
    for kind, data in found:
        if kind == "c2pa":
            credentials = True
        elif kind == "text":
            keyword, _, text = data.partition(b"\0")
            texts.setdefault(keyword.decode("latin-1").lower(), text.decode("utf-8", "replace"))
        elif kind == "xmp":
            packets.append(data)
        elif kind == "photoshop":
            iptc = iptc or iptc_of(data)
        elif kind not in exif and (parsed := exif_of_bytes(data)).main:
            exif[kind] = parsed
    main, details, gps = (exif.get(kind, NO_EXIF) for kind in ("exif", "exif details", "gps"))
    whole = _of_tiff(Exif(main.main, main.details or details.main, main.gps or gps.main))
    return Segments(whole.exif, (*packets, *whole.xmp), iptc or whole.iptc, texts, credentials)


def _bytes(value: Any) -> bytes:
    """Of a field of bytes; some programs write IPTC as long integers, in either order."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    if isinstance(value, tuple) and value and all(isinstance(number, int) for number in value):
        little = bytes([value[0] & 0xFF]) == _IPTC_MARK
        return b"".join((number & 0xFFFFFFFF).to_bytes(4, "little" if little else "big") for number in value)
    return value if isinstance(value, bytes) else b""
