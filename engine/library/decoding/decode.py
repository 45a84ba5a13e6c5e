"""Any picture file to an upright RGB image. Meant for a worker process that may die (decode_worker.py)."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageFile, UnidentifiedImageError

from engine.core.records import Content
from engine.library import reasons
from engine.library.decoding.colours import flatten, to_srgb
from engine.library.decoding.formats import PIXEL_LIMIT, Unreadable, format_of, open_image
from engine.library.metadata.metadata import VERSION, Metadata, read_metadata, read_raw_metadata
from engine.library.suffixes import RAW_SUFFIXES
from engine.library.thumbnails import EDGE, write_thumbnail

_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An upright RGB `image`, shrunk on request; `width` and `height` are those of the whole."""

    image: Image.Image
    width: int
    height: int
    metadata: Metadata


def decode(path: Path, edge: int | None = None) -> Picture:
    """Decode any file of the suffix table; with `edge` its longest side is at most that, which is faster.

    Raises Unreadable, and MemoryError for what does not fit.
    """
    with _opened(path) as (file, raw):
        return _decode_raw(file, edge) if raw else _decode(file, edge)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, bool]]:
    """The file, and whether it is a camera's RAW file; what goes wrong with it is raised as `decode` says."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            if not head:
                raise Unreadable(reasons.EMPTY)
            yield file, path.suffix[1:].lower() in RAW_SUFFIXES and format_of(head) in ("TIFF", "HEIF", "")
    except (Unreadable, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise Unreadable(reasons.TOO_LARGE.format(count=PIXEL_LIMIT // 10**6)) from error
    except UnidentifiedImageError as error:
        raise Unreadable(reasons.NO_PICTURE) from error
    except Exception as error:  # decoders raise anything at all (TypeError, struct.error, …) for a broken file
        reason = reasons.of_system(error) if isinstance(error, OSError) else None
        if reason is not None:
            raise Unreadable(reason) from error
        raise Unreadable(reasons.DAMAGED.format(error=str(error) or type(error).__name__)) from error


def read(path: Path, digest: str, thumbnail: Path) -> Content:
    """Decode once: write the thumbnail and return what the catalog keeps. Raises what `decode` does."""
    picture = decode(path, EDGE)
    write_thumbnail(picture.image, thumbnail)
    return _content(digest, (picture.width, picture.height), picture.metadata)


def describe(path: Path, digest: str) -> Content:
    """The metadata alone, without decoding; the size is that of the file as it is stored. Raises what `decode` does."""
    with _opened(path) as (file, raw):
        if raw:
            preview, metadata = _raw(file)
            with preview:
                return _content(digest, preview.size, metadata)
        with open_image(file) as image:
            return _content(digest, image.size, read_metadata(image, file))


def _content(digest: str, size: tuple[int, int], metadata: Metadata) -> Content:
    return Content(digest, *size, metadata_version=VERSION, **asdict(metadata))


def _decode(file: BinaryIO, edge: int | None) -> Picture:
    with open_image(file) as opened:
        full = opened.size
        metadata = read_metadata(opened, file)
        if edge is not None:
            _draft(opened, edge)
        image = _load(opened, file)
        # pillow-heif turns a HEIC as it opens it, Pillow a TIFF as it loads it
        turn = 1 if opened.format in ("HEIF", "TIFF") else metadata.orientation
        return _finish(image, full, turn, edge, metadata)


def _decode_raw(file: BinaryIO, edge: int | None) -> Picture:
    preview, metadata = _raw(file)
    with preview as image:
        full = image.size
        if edge is not None:
            _draft(image, edge)
        image.load()
        return _finish(image, full, metadata.orientation, edge, metadata)


def _raw(file: BinaryIO) -> tuple[Image.Image, Metadata]:
    """The preview, not loaded yet, and the metadata of file and preview."""
    from engine.library.decoding.raw import embedded_preview

    preview, turn = embedded_preview(file)
    own = read_metadata(preview, io.BytesIO())
    return preview, replace(read_raw_metadata(file, own), orientation=turn or own.orientation)


def _draft(image: Image.Image, edge: int) -> None:
    """Let the decoder shrink: JPEG by its own transform, HEIC by the thumbnail it may hold."""
    gap = 1 if image.format == "HEIF" else 2  # twice the size keeps the last step sharp
    scale = gap * edge / max(image.size)
    if scale < 1:
        image.draft(None, (math.ceil(image.width * scale), math.ceil(image.height * scale)))


def _load(image: Image.Image, file: BinaryIO) -> Image.Image:
    """Load the pixels. Of a JPEG or PNG that was cut off, what is there is shown if it is more than half.

    A file with a few bytes missing looks whole, and people know a half-saved photo by sight.
    """
    try:
        image.load()
        return image
    except OSError as error:
        if image.format not in ("JPEG", "MPO", "PNG") or reasons.of_system(error):
            raise
    with _lenient():
        salvaged = open_image(file)
        salvaged.load()
    pixels = np.asarray(salvaged.convert("L"))
    blank = (pixels == pixels[-1, -1]).all(axis=1)  # decoders leave rows of one colour where nothing came
    if blank[len(blank) // 2 :].all():
        raise Unreadable(reasons.CUT_OFF)
    return salvaged


@contextmanager
def _lenient() -> Iterator[None]:
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def _finish(image: Image.Image, full: tuple[int, int], turn: int, edge: int | None, metadata: Metadata) -> Picture:
    """Colours, size and turn, in the order that costs least."""
    profile = image.info.get("icc_profile")
    flat = flatten(image)
    if edge is not None:
        # Hamming: the eye sees no difference to Lanczos at this size (40 dB), and it takes half the time.
        flat.thumbnail((edge, edge), Image.Resampling.HAMMING, reducing_gap=2.0)
    upright = to_srgb(flat, profile)
    if turn in _TURN:
        upright = upright.transpose(_TURN[turn])
    width, height = full if turn < 5 else full[::-1]
    return Picture(upright, width, height, metadata)
