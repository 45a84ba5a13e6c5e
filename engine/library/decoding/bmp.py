"""The BMPs that Pillow refuses though they are whole: any bit masks, palettes of any size, JPEG or PNG inside.

Runs of whole pixels (OS/2's RLE24) and fax coding are left: a KIND reason.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.library import reasons
from engine.library.decoding.formats import PIXEL_LIMIT, Unreadable, open_image

_MASKS = {16: (0x7C00, 0x3E0, 0x1F, 0), 24: (0xFF0000, 0xFF00, 0xFF, 0), 32: (0xFF0000, 0xFF00, 0xFF, 0)}
_PLAIN, _BITFIELDS, _JPEG, _PNG, _ALPHA_BITFIELDS = 0, 3, 4, 5, 6
_LENGTHS = (16, 40, 52, 56, 64, 108, 124)  # of headers, beside the first's 12
_OS2 = (16, 64)  # lengths of its headers, where 3 and 4 mean something else


@dataclass(frozen=True, slots=True)
class _Header:
    length: int
    width: int
    height: int
    bits: int
    compression: int
    colours: int
    masks: tuple[int, ...]
    pixels_at: int


def read_bmp(file: BinaryIO) -> Image.Image:
    """The picture in a BMP, top row first; Unreadable where it is of a kind that is not read, or cut off."""
    file.seek(0)
    data = file.read()
    header = _header(data)
    if header.compression in (_JPEG, _PNG) and header.length not in _OS2:
        inside = open_image(io.BytesIO(data[header.pixels_at :]))
        inside.load()
        return inside
    whole = header.compression in (_PLAIN, _BITFIELDS, _ALPHA_BITFIELDS)
    if not whole or (header.compression and header.length in _OS2):
        raise _unknown(f"compression {header.compression}")
    if header.width <= 0 or not header.height:
        raise Unreadable(reasons.NO_PICTURE)
    if header.width * abs(header.height) > PIXEL_LIMIT:
        raise Unreadable(reasons.TOO_LARGE.format(count=PIXEL_LIMIT // 10**6))
    if header.bits in (1, 2, 4, 8):
        pixels = _palette(data, header)[_rows(data, header)]
    elif header.bits in _MASKS:
        pixels = _channels(_rows(data, header), header.masks)
    else:
        raise _unknown(f"{header.bits} bits a pixel")
    return Image.fromarray(np.ascontiguousarray(pixels if header.height < 0 else pixels[::-1]))


def _unknown(what: str) -> Unreadable:
    return Unreadable(reasons.KIND.format(kind="BMP", error=what))


def _header(data: bytes) -> _Header:
    pixels_at, length = struct.unpack_from("<II", data, 10)
    if length == 12:
        width, height, _planes, bits = struct.unpack_from("<HHHH", data, 18)
        return _Header(length, width, height, bits, _PLAIN, 0, _MASKS.get(bits, ()), pixels_at)
    if length not in _LENGTHS:
        raise _unknown(f"a header of {length} bytes")
    fields = data[18 : 14 + length].ljust(36, b"\0")
    width, height, _planes, bits, compression, _size, _x, _y, colours, _important = struct.unpack_from(
        "<iiHHIIiiII", fields
    )
    masks = _MASKS.get(bits, ())
    if compression in (_BITFIELDS, _ALPHA_BITFIELDS) and length not in _OS2:
        count = 4 if compression == _ALPHA_BITFIELDS or length >= 56 else 3
        masks = (*struct.unpack_from(f"<{count}I", data, 54), 0)[:4]
    return _Header(length, width, height, bits, compression, colours, masks, pixels_at)


def _rows(data: bytes, header: _Header) -> NDArray[Any]:
    """As stored, (height, width): indices into the palette, or pixels of 16 to 32 bits."""
    stride = (header.width * header.bits + 31) // 32 * 4
    height = abs(header.height)
    stored = data[header.pixels_at : header.pixels_at + stride * height]
    if len(stored) < stride * height / 2:
        raise Unreadable(reasons.CUT_OFF)
    rows = np.frombuffer(stored.ljust(stride * height, b"\0"), np.uint8).reshape(height, stride)
    if header.bits < 8:
        bits = np.unpackbits(rows, axis=1).reshape(height, -1, header.bits)
        return np.packbits(bits, axis=2)[:, : header.width, 0] >> (8 - header.bits)
    if header.bits == 24:
        triples = rows[:, : 3 * header.width].reshape(height, -1, 3).astype(np.uint32)
        return triples[..., 0] | triples[..., 1] << 8 | triples[..., 2] << 16
    return rows.view(f"<u{header.bits // 8}")[:, : header.width]


def _palette(data: bytes, header: _Header) -> NDArray[np.uint8]:
    """(2 ** bits, 3) red, green, blue; black where the file has none."""
    entry = 3 if header.length == 12 else 4
    stored = data[14 + header.length : header.pixels_at][: entry << header.bits]
    colours = np.frombuffer(stored[: len(stored) // entry * entry], np.uint8).reshape(-1, entry)
    palette = np.zeros((1 << header.bits, 3), np.uint8)
    palette[: len(colours)] = colours[:, 2::-1]
    return palette


def _channels(pixels: NDArray[Any], masks: tuple[int, ...]) -> NDArray[np.uint8]:
    """Red, green, blue, and alpha where it is used, each from the bits of its mask to 8."""
    channels = []
    for mask in masks:
        shift = (mask & -mask).bit_length() - 1 if mask else 0
        most = max(mask >> shift, 1)
        values = (pixels.astype(np.uint64) & np.uint64(mask)) >> np.uint64(shift)
        channels.append(((values * np.uint64(255) + np.uint64(most // 2)) // np.uint64(most)).astype(np.uint8))
    return np.stack(channels if channels[3].any() else channels[:3], axis=-1)
