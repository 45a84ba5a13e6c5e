"""The TIFFs that Pillow refuses though they are whole: floats, CIELAB of 16 bits, wide integers, odd planes.

libtiff, through Pillow, undoes the compression of a copy whose header says that it is grey bytes; what those bytes
mean is read here. TIFF 6.0, and Adobe's technical notes 1 to 3 for predictors of floats.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, TiffImagePlugin, UnidentifiedImageError

from engine.library import reasons
from engine.library.colour.srgb import in_strips, lab_to_srgb, stretch, strips
from engine.library.decoding.formats import PIXEL_LIMIT, Unreadable

WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC = 256, 257, 258, 259, 262
OFFSETS, SAMPLES, ROWS_PER_STRIP, BYTE_COUNTS = 273, 277, 278, 279
PLANAR, PREDICTOR, TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_BYTE_COUNTS = 284, 317, 322, 323, 324, 325
SOFTWARE, EXTRA_SAMPLES, SAMPLE_FORMAT, XMP, ICC = 305, 338, 339, 700, 34675
_FORMATS = {1: "u", 2: "i", 3: "f"}
_TYPES = ("u1", "u2", "u4", "u8", "i1", "i2", "i4", "i8", "f2", "f4", "f8")
_BYTES_AS_THEY_ARE = (1, 5, 8, 32773, 32946)  # none, LZW, deflate, PackBits: not those that know what a pixel is
_COLOURS = {0: 1, 1: 1, 2: 3, 5: 4, 8: 3, 9: 3}  # white is zero, black is zero, RGB, CMYK, CIELAB, ICC LAB
_MOST_SAMPLES = 64  # of a pixel; what says more is broken
_ROWS = 64  # at a time
_LOOKED_AT = 512  # rows, to tell the range of floats
_HIGHEST = 4.0  # floats up to here are meant as 0…1, with lamps; beyond, their range is unknown


def read_tiff(file: BinaryIO) -> Image.Image:
    """The first picture of a TIFF, not turned, with its profile, XMP and EXIF.

    Unreadable where it is of a kind that is not read; UnidentifiedImageError where it is broken.
    """
    tags = _tags(file)
    kind = _type(tags)
    if tags[WIDTH] * tags[HEIGHT] > PIXEL_LIMIT:
        raise Unreadable(reasons.TOO_LARGE.format(count=PIXEL_LIMIT // 10**6))
    samples = tags.get(SAMPLES, 1)
    if tags.get(PLANAR, 1) == 2:
        planes = [_plane(file, tags, kind, 1, part) for part in np.arange(samples)]
        pixels = np.concatenate(planes, axis=2)
    else:
        pixels = _plane(file, tags, kind, samples, None)
    image = _image(pixels, tags)
    image.info.update({name: _joined(tags[tag]) for name, tag in (("icc_profile", ICC), ("xmp", XMP)) if tag in tags})
    image.format = "TIFF"
    file.seek(0)
    if file.read(4)[2:] in (b"*\0", b"\0*"):  # Pillow reads no EXIF of a BigTIFF by itself
        file.seek(0)
        image.getexif().load_from_fp(file)
    return image


def _tags(file: BinaryIO) -> dict[int, Any]:
    """The tags of the first picture; UnidentifiedImageError where there are none, or none that make one."""
    file.seek(0)
    head = file.read(8)
    if head[2:4] in (b"+\0", b"\0+"):  # BigTIFF
        head += file.read(8)
    try:
        found = TiffImagePlugin.ImageFileDirectory_v2(head)
        file.seek(found.next)
        found.load(file)
        tags = dict(found)
    except Exception as error:  # Pillow raises anything at all for a broken directory
        raise UnidentifiedImageError from error
    sizes = [tags.get(tag) for tag in (WIDTH, HEIGHT)]
    told = {PHOTOMETRIC} <= set(tags) and {OFFSETS, TILE_OFFSETS} & set(tags) and tags.get(SAMPLES, 1) <= _MOST_SAMPLES
    if not told or not all(isinstance(size, int) and size > 0 for size in sizes):
        raise UnidentifiedImageError
    return tags


def _joined(value: Any) -> bytes:
    """Pillow gives bytes, a tuple of them, or a tuple of numbers, as the type of the tag is."""
    if isinstance(value, bytes):
        return value
    return b"".join(part if isinstance(part, bytes) else bytes((part & 255,)) for part in value)


def _type(tags: dict[int, Any]) -> str:
    """The NumPy type of a sample, without its byte order; a reason where the kind is not read."""
    bits, formats = set(tags.get(BITS, (1,))), set(tags.get(SAMPLE_FORMAT, (1,)))
    photometric, samples = tags[PHOTOMETRIC], tags.get(SAMPLES, 1)
    kind = f"{_FORMATS.get(min(formats), '?')}{min(bits) // 8}"
    said = f"{samples} × {'/'.join(map(str, sorted(bits)))} bits, format {min(formats)}, photometric {photometric}"
    if len(bits) > 1 or len(formats) > 1 or kind not in _TYPES or min(bits) % 8:
        raise _unknown(said)
    if samples < _COLOURS.get(photometric, samples + 1) or (photometric in (8, 9) and kind not in ("u1", "u2", "i2")):
        raise _unknown(said)
    if tags.get(COMPRESSION, 1) not in _BYTES_AS_THEY_ARE:
        raise _unknown(f"compression {tags[COMPRESSION]}, {said}")
    return kind


def _unknown(what: str) -> Unreadable:
    return Unreadable(reasons.KIND.format(kind="TIFF", error=what))


def _plane(file: BinaryIO, tags: dict[int, Any], kind: str, samples: int, part: int | None) -> NDArray[Any]:
    """The samples (height, width, `samples`) of a picture, or of one `part` of those that lie apart."""
    wide = samples * int(kind[1])
    grey = {**tags, WIDTH: tags[WIDTH] * wide, BITS: 8, SAMPLES: 1, PHOTOMETRIC: 1}
    if TILE_WIDTH in tags:
        grey[TILE_WIDTH] = tags[TILE_WIDTH] * wide
    kept = (WIDTH, HEIGHT, BITS, SAMPLES, PHOTOMETRIC, COMPRESSION, ROWS_PER_STRIP, TILE_WIDTH, TILE_HEIGHT)
    entries: dict[int, tuple[int, ...]] = {tag: (grey[tag],) for tag in kept if tag in grey}
    for tag in (OFFSETS, BYTE_COUNTS, TILE_OFFSETS, TILE_BYTE_COUNTS):
        if tag in tags:
            count = len(tags[tag]) // (1 if part is None else tags.get(SAMPLES, 1))
            first = (part or 0) * count
            entries[tag] = tags[tag][first : first + count]
    file.seek(0)
    order = "<" if file.read(2) == b"II" else ">"
    with _any_width(), _with_directory(file, entries) as copy, Image.open(copy, formats=("TIFF",)) as opened:
        opened.load()
        copy.close()  # pictures may be as large as all the memory there is
        stored = np.empty((opened.height, opened.width), np.uint8)
        for top in range(0, opened.height, _ROWS):
            strip = opened.crop((0, top, opened.width, min(top + _ROWS, opened.height)))
            stored[top : top + _ROWS] = np.asarray(strip)
    return _unpredicted(stored, tags, kind, samples, order)


def _with_directory(file: BinaryIO, entries: dict[int, tuple[int, ...]]) -> io.BytesIO:
    """The file with these entries, 32 bits each, in the place of its first directory; what else it holds stays."""
    file.seek(0)
    copy = io.BytesIO(file.read())
    end = copy.seek(0, io.SEEK_END)
    start = end + end % 2
    at = start + 2 + 12 * len(entries) + 4
    directory, values = struct.pack("<H", len(entries)), b""
    for tag, numbers in sorted(entries.items()):
        packed = struct.pack(f"<{len(numbers)}I", *numbers)
        where = packed if len(numbers) == 1 else struct.pack("<I", at + len(values))
        directory += struct.pack("<HHI", tag, 4, len(numbers)) + where
        values += b"" if len(numbers) == 1 else packed
    copy.write(bytes(start - end) + directory + bytes(4) + values)
    copy.seek(0)
    copy.write(struct.pack("<2sHI", b"II", 42, start))
    return copy


def _unpredicted(stored: NDArray[np.uint8], tags: dict[int, Any], kind: str, samples: int, order: str) -> NDArray[Any]:
    """Bytes (height, row) to samples; predictors count from the left edge of each tile."""
    height, width, predictor = tags[HEIGHT], tags[WIDTH], tags.get(PREDICTOR, 1)
    if tags.get(COMPRESSION, 1) in (1, 32773):
        predictor = 1
    tile = tags.get(TILE_WIDTH, width)
    size = int(kind[1])
    parts = []
    for left in range(0, width, tile):
        count = min(tile, width - left)
        part = np.ascontiguousarray(stored[:, left * samples * size : (left + count) * samples * size])
        if predictor == 3:
            if count < tile:
                raise _unknown("floating-point predictor in cut tiles")
            part = np.cumsum(part.reshape(height, -1, samples), axis=1, dtype=np.uint8)
            part = np.ascontiguousarray(part.reshape(height, size, -1).swapaxes(1, 2)).reshape(height, -1)
        values = part.view((">" if predictor == 3 else order) + kind).reshape(height, count, samples)
        values = values.astype(kind, copy=False)
        parts.append(np.cumsum(values, axis=1, dtype=kind) if predictor == 2 else values)
    return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)


def _image(pixels: NDArray[Any], tags: dict[int, Any]) -> Image.Image:
    photometric = tags[PHOTOMETRIC]
    count = _COLOURS[photometric]
    size = (pixels.shape[1], pixels.shape[0])
    colours = pixels[..., :count]
    if photometric in (8, 9):
        if photometric == 9 or str(tags.get(SOFTWARE, "")).startswith("Adobe"):
            steps = in_strips(colours, lambda strip: _lab_bytes(_lab(strip, photometric)))
            return Image.frombytes("LAB", size, steps.tobytes(), "raw", "LAB")
        return Image.fromarray(in_strips(colours, lambda strip: lab_to_srgb(_lab(strip, photometric))))
    bytes_ = _bytes(colours)
    if photometric == 0:
        bytes_ = 255 - bytes_
    if photometric == 5:
        return Image.frombytes("CMYK", size, bytes_.tobytes())
    image = Image.fromarray(bytes_ if count == 3 else bytes_[..., 0])
    extra = tags.get(EXTRA_SAMPLES, (0,))[0]
    if pixels.shape[2] > count and extra in (1, 2) and pixels.dtype.kind != "i":
        alpha = Image.fromarray(_bytes(pixels[..., [count] * 3])[..., 0])
        if extra == 1:  # colours are stored times alpha
            bands = (*image.convert("RGB").split(), alpha)
            return Image.merge("RGBa", bands).convert("RGBA")
        image.putalpha(alpha)
    return image


def _bytes(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Samples to 0…255: whole numbers by their range, floats by 0…1, and what has no range by its own."""
    if values.dtype.kind == "u" and (values.ndim < 3 or values.shape[2] > 1 or values.dtype.itemsize <= 2):
        return (values >> (8 * values.dtype.itemsize - 8)).astype(np.uint8)
    if values.dtype.kind == "f":
        grey = values.ndim == 3 and values.shape[2] == 1
        some = _finite(values[:: max(1, len(values) // _LOOKED_AT)])
        low = min(float(_finite(strip).min()) for strip in strips(values))
        if not grey and low >= -_HIGHEST and np.quantile(some, 0.99) <= _HIGHEST:
            return in_strips(values, lambda strip: np.round(np.clip(_finite(strip), 0, 1) * 255).astype(np.uint8))
    return stretch(values)


def _finite(values: NDArray[Any]) -> NDArray[np.float32]:
    return np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=1.0, neginf=0.0)


def _lab(values: NDArray[Any], photometric: int) -> NDArray[np.float64]:
    """L from 0…100, a and b from -128…128. TIFF has them signed, ICC from 128 on."""
    scale, most = 1 << (8 * values.dtype.itemsize - 8), (1 << 8 * values.dtype.itemsize) - 1
    unsigned = values.view(f"u{values.dtype.itemsize}")
    if photometric == 9:
        lightness = unsigned[..., :1] / (255 * scale) * 100
        return np.concatenate([np.minimum(lightness, 100), unsigned[..., 1:] / scale - 128], axis=2)
    return np.concatenate(
        [unsigned[..., :1] * (100 / most), values.view(f"i{values.dtype.itemsize}")[..., 1:] / scale], axis=2
    )


def _lab_bytes(lab: NDArray[np.float64]) -> NDArray[np.uint8]:
    """As Pillow's LAB has them: L from 0…255, a and b signed."""
    steps = np.round(lab * (2.55, 1, 1)).clip((0, -128, -128), (255, 127, 127)).astype(np.int16)
    return (steps & 255).astype(np.uint8)


@contextmanager
def _any_width() -> Iterator[None]:
    """A picture of bytes is wider than the one it stands for, whose size was looked at."""
    before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before
