"""BMPs of every layout: read, or a true reason."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.library.decoding.decode import decode
from engine.library.decoding.formats import Unreadable

RNG = np.random.default_rng(0)
COLOURS = RNG.integers(0, 256, (10, 13, 3)).astype(np.uint8)


def bmp(
    path: Path, rows: bytes, bits: int, *, compression: int = 0, extra: bytes = b"", length: int = 40, height: int = 10
) -> Path:
    """`extra` stands between header and rows: masks or a palette."""
    info = struct.pack("<IiiHHIIiiII", length, 13, height, 1, bits, compression, len(rows), 0, 0, 0, 0)
    info = info[:length].ljust(length, b"\0")
    at = 14 + len(info) + len(extra)
    path.write_bytes(b"BM" + struct.pack("<IHHI", at + len(rows), 0, 0, at) + info + extra + rows)
    return path


def masked(masks: tuple[int, ...], bits: int) -> bytes:
    """The colours in these masks, bottom row first; the fourth mask, if any, is full."""
    pixels = np.zeros((10, 13), np.uint64)
    channels = [*np.moveaxis(COLOURS, 2, 0), np.full((10, 13), 255)]
    for mask, channel in zip(masks, channels, strict=False):
        shift = (mask & -mask).bit_length() - 1
        most = mask >> shift
        pixels |= np.round(channel / 255 * most).astype(np.uint64) << np.uint64(shift)
    stored = pixels[::-1].astype(f"<u{bits // 8}")
    padded = np.pad(stored, ((0, 0), (0, 1))) if bits == 16 else stored
    return padded.tobytes()


@pytest.mark.parametrize(
    ("bits", "masks"),
    [
        (16, (0xF00, 0xF0, 0xF, 0xF000)),
        (16, (0x3E0, 0x7C00, 0x1F)),
        (16, (0xF000, 0xF00, 0xF0)),
        (32, (0xFF000000, 0xFF0000, 0xFF00)),
        (32, (0xFF000000, 0xFF0000, 0xFF00, 0xFF)),
        (32, (0x7FF, 0x3FF800, 0xFFC00000)),
        (32, (0xFF00, 0xFF, 0xFF0000)),
    ],
)
def test_any_masks(tmp_path: Path, bits: int, masks: tuple[int, ...]) -> None:
    compression = 3 if len(masks) == 3 else 6
    extra = struct.pack(f"<{len(masks)}I", *masks)
    path = bmp(tmp_path / "a.bmp", masked(masks, bits), bits, compression=compression, extra=extra)
    assert np.abs(np.asarray(decode(path).image, int) - COLOURS).max() <= (9 if bits == 16 else 1)


def test_palettes_of_two_bits_and_of_more_colours_than_bits(tmp_path: Path) -> None:
    indices = RNG.integers(0, 4, (10, 13)).astype(np.uint8)
    palette = np.array([(0, 0, 0), (255, 0, 0), (0, 255, 0), (30, 60, 90)], np.uint8)
    stored = b"".join(bytes((*palette[i, ::-1], 0)) for i in range(4)) + bytes(400)
    bits = np.zeros((10, 32), np.uint8)
    bits[:, 0:26:2], bits[:, 1:26:2] = indices[::-1] >> 1, indices[::-1] & 1
    path = bmp(tmp_path / "a.bmp", np.packbits(bits, axis=1).tobytes(), 2, extra=stored)
    assert np.array_equal(np.asarray(decode(path).image), palette[indices])


def test_rows_from_the_top_and_a_short_header(tmp_path: Path) -> None:
    extra = struct.pack("<3I", 0xF000, 0xF00, 0xF0)
    rows = masked((0xF000, 0xF00, 0xF0), 16)
    down = np.frombuffer(rows, np.uint8).reshape(10, 28)[::-1].tobytes()
    path = bmp(tmp_path / "a.bmp", down, 16, compression=3, extra=extra, height=-10)
    assert np.abs(np.asarray(decode(path).image, int) - COLOURS).max() <= 9
    shades = b"".join(bytes((grey, grey, grey, 0)) for grey in range(256))
    indices = RNG.integers(0, 256, (10, 13)).astype(np.uint8)
    stored = np.pad(indices[::-1], ((0, 0), (0, 3))).tobytes()
    path = bmp(tmp_path / "b.bmp", stored, 8, extra=shades, length=16)
    assert np.array_equal(np.asarray(decode(path).image)[..., 1], indices)


@pytest.mark.parametrize(("format_", "compression"), [("JPEG", 4), ("PNG", 5)])
def test_a_picture_inside(tmp_path: Path, format_: str, compression: int) -> None:
    inside = io.BytesIO()
    Image.new("RGB", (13, 10), (200, 30, 60)).save(inside, format_)
    path = bmp(tmp_path / "a.bmp", inside.getvalue(), 0, compression=compression)
    assert np.abs(np.asarray(decode(path).image, int) - (200, 30, 60)).max() <= 3


@pytest.mark.parametrize(("bits", "compression"), [(24, 4), (1, 3), (7, 0), (30000, 0)])
def test_a_kind_that_is_not_read_is_not_called_damaged(tmp_path: Path, bits: int, compression: int) -> None:
    path = bmp(tmp_path / "a.bmp", bytes(2000), bits, compression=compression, length=64)
    with pytest.raises(Unreadable, match="is a kind of BMP that is not read"):
        decode(path)


def test_one_that_was_cut_off_is_shown_if_most_of_it_is_there(tmp_path: Path) -> None:
    Image.fromarray(RNG.integers(0, 256, (100, 100, 3)).astype(np.uint8)).save(tmp_path / "a.bmp")
    data = (tmp_path / "a.bmp").read_bytes()
    (tmp_path / "a.bmp").write_bytes(data[: len(data) * 4 // 5])
    assert decode(tmp_path / "a.bmp", 320).image.size == (100, 100)
    (tmp_path / "a.bmp").write_bytes(data[: len(data) // 3])
    with pytest.raises(Unreadable, match="cut off"):
        decode(tmp_path / "a.bmp")
