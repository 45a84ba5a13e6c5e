"""The fields of EXIF. Pillow parses its directories; what it cannot parse is as good as missing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, BinaryIO, NamedTuple

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from engine.library.metadata.degrees import location

XMP, IPTC, PHOTOSHOP = 700, 33723, 34377  # tags of a TIFF
_HEADS = (b"II*\0", b"MM\0*")
_RAW_HEADS = (*_HEADS, b"IIRO", b"IIRS", b"MMOR", b"IIU\0")  # Olympus, Panasonic
_NO_GROUP = -1
_PADDING = 64  # bytes that may stand before the header: "Exif\0\0", once or twice, or an offset

Tags = Mapping[int, Any]
_NO_TAGS: Tags = MappingProxyType({})


class Exif(NamedTuple):
    """Values by tag: of the picture (IFD0), of how it was taken (the Exif IFD), of where (the GPS IFD)."""

    main: Tags = _NO_TAGS
    details: Tags = _NO_TAGS
    gps: Tags = _NO_TAGS


NO_EXIF = Exif()


def exif_of_bytes(data: bytes) -> Exif:
    """EXIF as a JPEG or a PNG holds it, with or without "Exif" before it."""
    starts = [start for head in _HEADS if (start := data.find(head, 0, _PADDING)) >= 0]
    if not starts:
        return NO_EXIF
    parsed = Image.Exif()
    data = data[min(starts) :]
    try:
        parsed.load(data)
    except Exception:  # noqa: BLE001 - Pillow raises anything for broken EXIF, and the picture may be whole
        return NO_EXIF
    return _directories(parsed, _offset(data))


def exif_of_file(file: BinaryIO) -> Exif:
    """That of a file that is built like a TIFF, as most cameras' RAW files are."""
    file.seek(0)
    head = file.read(8)
    if head[:4] not in _RAW_HEADS:
        return NO_EXIF
    parsed = Image.Exif()
    parsed.endian = "<" if head[:1] == b"I" else ">"
    try:
        parsed.load_from_fp(file, _offset(head))
    except Exception:  # noqa: BLE001 - as above
        return NO_EXIF
    return _directories(parsed, _offset(head))


def _offset(head: bytes) -> int:
    """Where the first directory is."""
    return int.from_bytes(head[4:8], "little" if head[:1] == b"I" else "big")


def _directories(parsed: Image.Exif, start: int) -> Exif:
    main: Tags = parsed
    if isinstance(tag(parsed, IPTC), int):  # many write it as long integers, of which Pillow gives the first
        main = {number: tag(parsed, number) for number in parsed} | {IPTC: tag(_whole(parsed, start), IPTC)}
    return Exif(main, _directory(parsed, IFD.Exif), _directory(parsed, IFD.GPSInfo))


def tag(tags: Tags, number: int) -> Any:
    """A value, None where there is none that can be parsed."""
    try:
        return tags.get(number)
    except Exception:  # noqa: BLE001 - values are parsed when they are asked for
        return None


def text(value: Any) -> str:
    """Of an ASCII field, without what cannot be printed; "" for numbers."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def first_text(value: Any) -> str:
    """Of an ASCII field up to its first NUL: what follows is whatever was in the camera's memory."""
    if isinstance(value, bytes):
        return text(value.partition(b"\0")[0])
    return text(value.partition("\0")[0] if isinstance(value, str) else value)


def orientation(exif: Exif) -> int | None:
    """1…8; None where it is none of these."""
    value = tag(exif.main, Base.Orientation)
    return value if isinstance(value, int) and 1 <= value <= 8 else None


def camera(make: str, model: str) -> str | None:
    """ "NIKON CORPORATION" and "NIKON D80" make "NIKON D80", "Canon" and "EOS R5" make "Canon EOS R5"."""
    first = make.split(" ")[0].casefold()
    name = model if first and model.casefold().startswith(first) else f"{make} {model}"
    return name.strip()[:80] or None


def place(exif: Exif) -> tuple[float | None, float | None]:
    """Degrees north and east."""
    north, east = (text(tag(exif.gps, ref)) for ref in (GPS.GPSLatitudeRef, GPS.GPSLongitudeRef))
    return location(tag(exif.gps, GPS.GPSLatitude), north, tag(exif.gps, GPS.GPSLongitude), east)


def gps_time(exif: Exif) -> str:
    """Date and time of the satellites, UTC, as EXIF writes dates; "" for none."""
    day = text(tag(exif.gps, GPS.GPSDateStamp))
    time = tag(exif.gps, GPS.GPSTimeStamp)
    try:
        hour, minute, second = (int(part) for part in time)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return day
    return f"{day} {hour:02}:{minute:02}:{second:02}" if day else ""


def _directory(parsed: Image.Exif, number: int) -> Tags:
    try:
        return parsed.get_ifd(number)
    except Exception:  # noqa: BLE001 - one value that cannot be parsed takes the others with it
        lazy = _whole(parsed, tag(parsed, number))
    values = ((key, tag(lazy, key)) for key in lazy)
    return {key: value[0] if isinstance(value, tuple) and len(value) == 1 else value for key, value in values}


def _whole(parsed: Image.Exif, start: Any) -> Tags:
    """The directory at an offset, its values parsed one by one and, in a group that Pillow does not know, in full."""
    try:
        lazy = ImageFileDirectory_v2(parsed.head, group=_NO_GROUP)
        parsed.fp.seek(start)
        lazy.load(parsed.fp)
    except Exception:  # noqa: BLE001 - nor can the directory be
        return _NO_TAGS
    return lazy
