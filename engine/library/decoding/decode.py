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
from numpy.typing import NDArray
from PIL import Image, ImageFile, UnidentifiedImageError

from engine.core.records import Content
from engine.library import reasons
from engine.library.colour.declared import space_of
from engine.library.colour.grounds import ground_of, lay
from engine.library.colour.hdr import to_sdr
from engine.library.colour.srgb import to_8_bits, to_srgb
from engine.library.decoding.bmp import read_bmp
from engine.library.decoding.cut_off import is_mostly_blank, lacks_most_tiles, missing_part
from engine.library.decoding.described import as_comment
from engine.library.decoding.formats import PIXEL_LIMIT, Unreadable, deep_pixels, format_of, open_image
from engine.library.decoding.tiff import read_tiff
from engine.library.decoding.webp import require_memory
from engine.library.metadata.metadata import VERSION, Metadata, read_metadata, read_raw_metadata
from engine.library.suffixes import RAW_SUFFIXES
from engine.library.thumbnails import EDGE, write_thumbnail

_SALVAGED = ("JPEG", "MPO", "PNG", "GIF", "BMP", "JPEG2000")  # whose decoders show what is there
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
    with _opened(path) as (file, raw, whole):
        return _decode_raw(file, edge) if raw else _decode(file, edge, whole=whole)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, bool, bool]]:
    """The file, whether it is a camera's RAW file, and whether it is whole; raises what `decode` does."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            if not head:
                raise Unreadable(reasons.EMPTY)
            missing = missing_part(file)
            with _told_if_cut_off(missing):
                raw = path.suffix[1:].lower() in RAW_SUFFIXES and format_of(head) in ("TIFF", "HEIF", "")
                yield file, raw, not missing
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
        raise Unreadable(reasons.DAMAGED.format(error=reasons.detail(error))) from error


@contextmanager
def _told_if_cut_off(missing: float) -> Iterator[None]:
    """Whatever a decoder says of a file whose end is missing, that is what is wrong with it."""
    try:
        yield
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        if missing and not (isinstance(error, OSError) and reasons.of_system(error)):
            raise Unreadable(reasons.CUT_OFF if missing > 0.5 else reasons.CUT_SHORT) from error
        raise


def read(path: Path, digest: str, thumbnail: Path) -> Content:
    """Decode once: write the thumbnail and return what the catalog keeps. Raises what `decode` does."""
    picture = decode(path, EDGE)
    content = _content(digest, (picture.width, picture.height), picture.metadata)
    write_thumbnail(picture.image, thumbnail, as_comment(content))
    return content


def describe(path: Path, digest: str) -> Content:
    """The metadata alone, without decoding; the size is that of the file as it is stored. Raises what `decode` does."""
    with _opened(path) as (file, raw, _):
        if raw:
            preview, metadata = _raw(file)
            with preview:
                return _content(digest, preview.size, metadata)
        with _open(file) as image:
            return _content(digest, image.size, read_metadata(image, file))


def _content(digest: str, size: tuple[int, int], metadata: Metadata) -> Content:
    return Content(digest, *size, metadata_version=VERSION, **asdict(metadata))


def _decode(file: BinaryIO, edge: int | None, *, whole: bool) -> Picture:
    with _open(file) as opened:
        full = opened.size
        metadata = read_metadata(opened, file)
        space = space_of(opened, file)
        if edge is not None and whole and not space.hdr:
            _draft(opened, edge)
        deep = bool(space.hdr) and opened.format == "HEIF"  # of which Pillow keeps 8 bits: too few before a curve
        image = opened if deep else _load(opened, file)
        if space.hdr:
            image = to_sdr(deep_pixels(file) if deep else _light(image), space.hdr)
        if opened.format == "HEIF" and lacks_most_tiles(image, short=not whole, curved=bool(space.hdr)):
            raise Unreadable(reasons.CUT_OFF)
        # pillow-heif turns a HEIC as it opens it, Pillow a TIFF as it loads it; read_tiff turns none.
        turned = opened.format in ("HEIF", "TIFF") and isinstance(opened, ImageFile.ImageFile)
        turn = 1 if turned else metadata.orientation
        return _finish(image, full, turn, edge, metadata, space.profile)


def _light(image: Image.Image) -> Image.Image | NDArray[np.uint16]:
    """The numbers of a picture that stand for light, in all bits that Pillow has kept, and not those of a palette."""
    return np.asarray(image) if image.mode.startswith("I;16") else to_8_bits(image)


def _open(file: BinaryIO) -> Image.Image:
    """Open without decoding, also what Pillow does not know of TIFF and BMP."""
    try:
        return open_image(file)
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        file.seek(0)
        name = format_of(file.read(16))
        if isinstance(error, OSError) and reasons.of_system(error):
            raise
        if isinstance(error, Image.DecompressionBombError) and name != "BMP":  # there a width below 0 is one to Pillow
            raise
        if name == "WEBP":
            require_memory(file)
        read_other = {"TIFF": read_tiff, "BMP": read_bmp, "PNG": _without_notes}.get(name)
        if read_other is None:
            raise
        return read_other(file)


def _without_notes(file: BinaryIO) -> Image.Image:
    """A PNG whose texts or profile are broken, or unpack to more than is read: the picture needs none of them."""
    try:
        with _lenient():
            return open_image(file)
    except ValueError as error:  # hundreds of them, each of which could be read
        raise Unreadable(reasons.KIND.format(kind="PNG", error=reasons.detail(error))) from error


def _decode_raw(file: BinaryIO, edge: int | None) -> Picture:
    from engine.library.decoding.raw import container_exif

    preview, metadata = _raw(file)
    with preview as image:
        full = image.size
        if edge is not None:
            _draft(image, edge)
        image.load()
        profile = space_of(image, file, container_exif(file)).profile
        return _finish(image, full, metadata.orientation, edge, metadata, profile)


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
    """Load the pixels. Of a picture that was cut off, what is there is shown if it is more than half.

    A file with a few bytes missing looks whole, and people know a half-saved photo by sight.
    """
    try:
        image.load()
        return image
    except (OSError, ValueError) as error:
        if image.format == "TIFF" and image.info.get("compression") == "webp":  # Pillow's libtiff has none
            raise Unreadable(reasons.KIND.format(kind="TIFF", error="compression webp")) from error
        if image.format not in _SALVAGED or (isinstance(error, OSError) and reasons.of_system(error)):
            raise
        broken = error
    with _lenient():
        salvaged = open_image(file)
        salvaged.load()
    if salvaged.format == "JPEG2000" and salvaged.convert("L").getextrema() == (0, 0):
        raise broken  # its decoder has nothing, and it may not be for the length
    if is_mostly_blank(salvaged):
        raise Unreadable(reasons.CUT_OFF)
    return salvaged


@contextmanager
def _lenient() -> Iterator[None]:
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def _finish(
    image: Image.Image, full: tuple[int, int], turn: int, edge: int | None, metadata: Metadata, profile: bytes | None
) -> Picture:
    """Colours, size and turn, in the order that costs least."""
    plain = to_8_bits(image)
    ground = ground_of(plain) if plain.mode in ("LA", "RGBA") else None
    if edge is not None:
        # Hamming: the eye sees no difference to Lanczos at this size (40 dB), and it takes half the time.
        small = plain if ground is None else plain.convert("La" if plain.mode == "LA" else "RGBa")
        small.thumbnail((edge, edge), Image.Resampling.HAMMING, reducing_gap=2.0)
        plain = small if ground is None else small.convert(plain.mode)
    upright = to_srgb(plain, profile)
    if ground is not None:
        upright = lay(upright, ground)
    if turn in _TURN:
        upright = upright.transpose(_TURN[turn])
    width, height = full if turn < 5 else full[::-1]
    return Picture(upright, width, height, metadata)
