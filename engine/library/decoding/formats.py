"""Opens a picture by its first bytes, with the decoders of our suffix table and no others."""

from __future__ import annotations

import importlib
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

PIXEL_LIMIT = 300_000_000
TEXT_LIMIT = 1 << 24  # bytes of a PNG's text, unpacked: beyond Pillow's own megabyte Photoshop's XMP made it unreadable
# Pillow refuses above twice its limit; it looks at the header of every frame, before any is decoded.
Image.MAX_IMAGE_PIXELS = PIXEL_LIMIT // 2


class Unreadable(Exception):  # noqa: N818 - not a failure of ours: what is wrong with a file
    """Why a file cannot be shown, as the rest of a sentence that begins with the file."""


_PLUGINS = {
    "JPEG": "JpegImagePlugin",
    "PNG": "PngImagePlugin",
    "GIF": "GifImagePlugin",
    "BMP": "BmpImagePlugin",
    "WEBP": "WebPImagePlugin",
    "TIFF": "TiffImagePlugin",
    "JPEG2000": "Jpeg2KImagePlugin",
    "AVIF": "AvifImagePlugin",
}
_MAGIC = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG": "PNG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"RIFF": "WEBP",
    b"II": "TIFF",
    b"MM": "TIFF",
    b"\xff\x4f\xff\x51": "JPEG2000",
    b"\0\0\0\x0cjP": "JPEG2000",
}


def format_of(head: bytes) -> str:
    """Pillow's name of the format that begins like this, "" for none of ours.

    A suffix may lie: phones name HEIC files .jpg.
    """
    if head[4:8] == b"ftyp":
        return "AVIF" if head[8:12] in (b"avif", b"avis") else "HEIF"
    return next((name for magic, name in _MAGIC.items() if head.startswith(magic)), "")


def open_image(file: BinaryIO) -> Image.Image:
    """Open without decoding; raises UnidentifiedImageError, DecompressionBombError or what the decoder does."""
    file.seek(0)
    name = format_of(file.read(16))
    if not name:
        raise UnidentifiedImageError
    if name == "HEIF":
        from pillow_heif import register_heif_opener

        register_heif_opener(decode_threads=1)  # the pool has a process for each core
        importlib.import_module("PIL.AvifImagePlugin")
        return Image.open(file, formats=("HEIF", "AVIF"))  # both use the brands mif1 and msf1
    importlib.import_module(f"PIL.{_PLUGINS[name]}")
    if name == "PNG":
        from PIL import PngImagePlugin

        PngImagePlugin.MAX_TEXT_CHUNK = TEXT_LIMIT
    return Image.open(file, formats=(name,))  # Pillow alone would also try decoders that start programs (EPS)


def deep_pixels(file: BinaryIO) -> NDArray[np.uint16]:
    """All that a HEIF has of 8 bits and more, stretched to 16: (height, width, 3 or 4), or (height, width) of greys."""
    from pillow_heif import open_heif

    file.seek(0)
    pixels = np.asarray(open_heif(file, convert_hdr_to_8bit=False))
    return pixels if pixels.dtype == np.uint16 else pixels.astype(np.uint16) * np.uint16(257)
