"""Whole TIFFs that Pillow refuses are read, or a true reason says that their kind is not."""

from __future__ import annotations

import struct
import sys
import zlib
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from engine.core.job import Job
from engine.library.decoding.decode import decode
from engine.library.decoding.formats import Unreadable
from engine.library.decoding.pool import Decoded, DecodePool, Request
from tests.paths import GALLERIES

Array = NDArray[Any]
_KINDS = {"u": 1, "i": 2, "f": 3}


def tiff(
    path: Path,
    pixels: Array,
    photometric: int,
    *,
    order: str = "<",
    compression: int = 1,
    predictor: int = 1,
    planar: int = 1,
    tile: int = 0,
    more: dict[int, tuple[str, bytes]] | None = None,
) -> Path:
    """A TIFF of an array (height, width, samples), in strips of 7 rows or in square tiles."""
    height, width, samples = pixels.shape
    planes = np.split(pixels, samples, axis=2) if planar == 2 else [pixels]
    parts = []
    for plane in planes:
        if tile:
            padded = np.pad(plane, ((0, -height % tile), (0, -width % tile), (0, 0)))
            blocks = [padded[y : y + tile, x : x + tile] for y in range(0, height, tile) for x in range(0, width, tile)]
        else:
            blocks = [plane[y : y + 7] for y in range(0, height, 7)]
        parts += [packed(block, order, compression, predictor) for block in blocks]
    tags: dict[int, tuple[str, bytes]] = {}

    def number(tag: int, kind: str, *values: int) -> None:
        tags[tag] = (kind, struct.pack(f"{order}{len(values)}{kind}", *values))

    number(256, "I", width)
    number(257, "I", height)
    number(258, "H", *[8 * pixels.dtype.itemsize] * samples)
    number(259, "H", compression)
    number(262, "H", photometric)
    number(277, "H", samples)
    number(284, "H", planar)
    number(317, "H", predictor)
    number(339, "H", *[_KINDS[pixels.dtype.kind]] * samples)
    offsets = np.cumsum([8, *(len(part) for part in parts)])[:-1]
    if tile:
        number(322, "I", tile)
        number(323, "I", tile)
    else:
        number(278, "I", 7)
    number(324 if tile else 273, "I", *offsets.tolist())
    number(325 if tile else 279, "I", *(len(part) for part in parts))
    tags |= more or {}
    data = b"".join(parts)
    data += b"\0" * (len(data) % 2)
    start = 8 + len(data)
    at, values, directory = start + 2 + 12 * len(tags) + 4, b"", struct.pack(order + "H", len(tags))
    for tag, (kind, body) in sorted(tags.items()):
        size = struct.calcsize(kind)
        directory += struct.pack(order + "HHI", tag, {"B": 1, "H": 3, "I": 4, "s": 2}[kind], len(body) // size)
        directory += body.ljust(4, b"\0") if len(body) <= 4 else struct.pack(order + "I", at + len(values))
        values += b"" if len(body) <= 4 else body + b"\0" * (len(body) % 2)
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, start)
    path.write_bytes(head + data + directory + bytes(4) + values)
    return path


def packed(block: Array, order: str, compression: int, predictor: int) -> bytes:
    if predictor == 2:
        block = np.diff(block, axis=1, prepend=np.zeros_like(block[:, :1]))
    data = block.astype(block.dtype.newbyteorder(order)).tobytes()
    if predictor == 3:  # the bytes of a row by their weight, then differences
        height, _, samples = block.shape
        rows = block.astype(block.dtype.newbyteorder(">")).reshape(height, -1)
        by_weight = (
            rows.view(np.uint8).reshape(height, -1, block.dtype.itemsize).swapaxes(1, 2).reshape(height, -1, samples)
        )
        data = np.diff(by_weight, axis=1, prepend=np.zeros_like(by_weight[:, :1])).tobytes()
    return zlib.compress(data) if compression == 8 else data


RNG = np.random.default_rng(0)
COLOURS = RNG.integers(0, 256, (20, 33, 3)).astype(np.uint8)


def seen(path: Path) -> Array:
    return np.asarray(decode(path).image, dtype=int)


@pytest.mark.parametrize("kind", ["f2", "f4", "f8", "u4", "u8"])
def test_floats_and_wide_numbers_have_the_colours_they_stand_for(tmp_path: Path, kind: str) -> None:
    values = (COLOURS / 255).astype(kind) if kind[0] == "f" else COLOURS.astype(kind) << (8 * int(kind[1]) - 8)
    ways = list(product("<>", ((1, 1), (8, 1), (8, 2), (8, 3)), (1, 2), (0, 16)))
    for order, (compression, predictor), planar, tile in ways:
        if (kind[0] == "f") == (predictor == 2) or (predictor == 3 and (kind[0] != "f" or tile)):
            continue
        how = {"order": order, "compression": compression, "predictor": predictor, "planar": planar, "tile": tile}
        path = tiff(tmp_path / "a.tif", values, 2, **how)  # type: ignore[arg-type]
        assert np.abs(seen(path) - COLOURS).max() <= 1, how


def test_floats_beyond_white_are_white_and_of_no_known_range_are_stretched(tmp_path: Path) -> None:
    lamps = (COLOURS / 255).astype(np.float32)
    lamps[0, 0] = 50
    assert np.abs(seen(tiff(tmp_path / "a.tif", lamps, 2))[1:] - COLOURS[1:]).max() <= 1
    counts = COLOURS.astype(np.float32) * 100
    assert np.abs(seen(tiff(tmp_path / "b.tif", counts, 2)) - COLOURS).max() <= 1
    holes = (COLOURS / 255).astype(np.float32)
    holes[0, 0], holes[0, 1] = np.nan, np.inf
    assert seen(tiff(tmp_path / "c.tif", holes, 2))[0, :2].tolist() == [[0, 0, 0], [255, 255, 255]]


def test_alpha_of_floats_lies_over_white(tmp_path: Path) -> None:
    clear = np.zeros((20, 33, 4), np.float32)
    clear[:, 16:] = 0, 0, 1, 1
    for extra in (1, 2):
        path = tiff(tmp_path / "a.tif", clear, 2, more={338: ("H", struct.pack("<H", extra))})
        assert seen(path)[5, [3, 30]].tolist() == [[255, 255, 255], [0, 0, 255]]


def lab(colours: Array, white: str) -> Array:
    """CIELAB of sRGB, (L 0…100, a, b), relative to its own white or seen by an eye used to D50."""
    if white == "D50":
        transform = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
        made = np.asarray(ImageCms.applyTransform(Image.fromarray(colours), transform))
        return np.concatenate([made[..., :1] * (100 / 255), made[..., 1:].view(np.int8)], axis=2)
    light = np.where(colours <= 10, colours / 255 / 12.92, ((colours / 255 + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    relative = light @ to_xyz.T / (0.9505, 1, 1.089)
    root = np.where(relative > (6 / 29) ** 3, np.cbrt(relative), relative / 3 / (6 / 29) ** 2 + 4 / 29)
    x, y, z = np.moveaxis(root, 2, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=2)


def test_lab_of_16_bits(tmp_path: Path) -> None:
    values = np.round(lab(COLOURS, "D65") * (655.35, 256, 256)).astype(np.int32).astype(np.uint16)
    for compression, predictor in ((1, 1), (8, 2)):
        path = tiff(tmp_path / "a.tif", values, 8, compression=compression, predictor=predictor)
        assert np.abs(seen(path) - COLOURS).mean() < 1
    adobe = np.round(lab(COLOURS, "D50") * (655.35, 256, 256)).astype(np.int32).astype(np.uint16)
    said = {305: ("s", b"Adobe Photoshop\0")}
    assert np.abs(seen(tiff(tmp_path / "b.tif", adobe, 8, more=said)) - COLOURS).mean() < 4
    icc = np.round(lab(COLOURS, "D50") * (652.8, 256, 256) + (0, 32768, 32768)).astype(np.uint16)
    assert np.abs(seen(tiff(tmp_path / "c.tif", icc, 9)) - COLOURS).mean() < 4


def test_the_reports() -> None:
    folder = GALLERIES / "reports" / "tiff-lab16-float"
    if not folder.exists():
        pytest.skip("the reports are not on this machine")
    right = seen(folder / "right.png")
    for name in ("lab-16bit.tif", "float32-rgb.tif", "float16-rgb.tif"):
        assert np.abs(seen(folder / name) - right).mean() < 1


def test_profile_orientation_and_date_are_told(tmp_path: Path) -> None:
    values = (COLOURS / 255).astype(np.float32)
    more = {274: ("H", struct.pack("<H", 6)), 306: ("s", b"2020:02:03 04:05:06\0")}
    picture = decode(tiff(tmp_path / "a.tif", values, 2, more=more))
    assert (picture.width, picture.height, picture.metadata.orientation) == (20, 33, 6)
    assert np.abs(np.asarray(picture.image.rotate(90, expand=True), int) - COLOURS).max() <= 1


@pytest.mark.parametrize("change", ["bits", "compression", "photometric", "complex"])
def test_a_kind_that_is_not_read_is_not_called_damaged(tmp_path: Path, change: str) -> None:
    values = (COLOURS / 255).astype(np.float32)
    more = {
        "bits": {258: ("H", struct.pack("<3H", 24, 24, 24))},
        "compression": {259: ("H", struct.pack("<H", 34712))},
        "photometric": {262: ("H", struct.pack("<H", 32845))},
        "complex": {339: ("H", struct.pack("<3H", 6, 6, 6))},
    }[change]
    path = tiff(tmp_path / "a.tif", values, 2, more=more)
    with pytest.raises(Unreadable, match="is a kind of TIFF that is not read") as found:
        decode(path)
    assert "damaged" not in str(found.value)


def test_a_broken_one_is_not_called_a_kind(tmp_path: Path) -> None:
    values = (COLOURS / 255).astype(np.float32)
    path = tiff(tmp_path / "a.tif", values, 2, more={277: ("H", struct.pack("<H", 65535))})
    with pytest.raises(Unreadable, match="damaged"):
        decode(path)
    whole = tiff(tmp_path / "b.tif", values, 2).read_bytes()
    (tmp_path / "b.tif").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Unreadable, match="damaged"):
        decode(tmp_path / "b.tif")


@pytest.mark.skipif(sys.platform != "linux", reason="the system holds no process to its memory")
@pytest.mark.parametrize(
    ("kind", "photometric"), [("f4", 2), ("f2", 2), ("u2", 8)], ids=["float", "half float", "CIELAB of 16 bits"]
)
def test_a_photo_of_today_fits_the_memory_of_a_worker(tmp_path: Path, kind: str, photometric: int) -> None:
    pixels = np.zeros((2000, 3000, 3), kind)  # a quarter of 24 megapixels, and little more than that of the memory
    pixels[:, ::2] = 1
    whole = tiff(tmp_path / "a.tif", pixels, photometric, compression=8)
    with DecodePool(1, seconds=120, memory=384 << 20) as pool:
        (result,) = pool.run([Request(whole, "d", tmp_path / "d.jpg")], Job())
    assert isinstance(result, Decoded), result
