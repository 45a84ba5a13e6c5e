"""How much of a file is missing, by the lengths that it states."""

from __future__ import annotations

import os
from typing import BinaryIO

import numpy as np
from PIL import Image

_LONG = (b"mdat", b"meta", b"jp2c")  # boxes; of another such a length is a mistake

# The green of Y = Cb = Cr = 0 by BT.601, BT.709 and BT.2020, of full and of limited range, give or take a step.
_NO_TILE = frozenset(green + step for green in (135, 136, 84, 77, 94, 89) for step in (-1, 0, 1))


def missing_part(file: BinaryIO) -> float:
    """The share, 0…1, of the stated bytes that are not there; 0 for formats that state no length.

    ISO media (HEIF, AVIF, JPEG 2000) are boxes one after another, and WebP is one RIFF chunk.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(12)
    if head[:4] == b"RIFF":
        stated = 8 + int.from_bytes(head[4:8], "little")
    elif head[4:8] in (b"ftyp", b"jP  "):
        stated = _end_of_boxes(file, size)
    else:
        stated = 0
    return 1 - size / stated if stated > size else 0.0


def _end_of_boxes(file: BinaryIO, size: int) -> int:
    at, head = 0, b""
    while at < size:
        file.seek(at)
        head = file.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if length < 8:  # 0: to the end, however far that is
            return size
        at += length
    return at if head[4:8] in _LONG else size


def is_mostly_blank(image: Image.Image) -> bool:
    """Whether half of the rows or more are of one colour: at the end, of a bottom-up BMP at the start, and anywhere
    in a GIF, whose rows may come in turns. Decoders leave them so where nothing came.
    """
    pixels = np.asarray(image.convert("L"))
    half = len(pixels) // 2
    blank = (pixels == (pixels[0, 0] if image.format == "BMP" else pixels[-1, -1])).all(axis=1)
    if image.format == "GIF":
        return bool(blank.sum() >= len(blank) - half)
    return bool((blank[: len(blank) - half] if image.format == "BMP" else blank[half:]).all())


def lacks_most_tiles(image: Image.Image, *, short: bool, curved: bool = False) -> bool:
    """Whether more than half of a HEIF is what libheif leaves where no tile came: zeros, which are green.

    Zeros of a grey picture are black, which only counts where the file is `short`. Which green is known unless the
    picture has been `curved` since. It may have been turned, so any corner may be the last.
    """
    plain = image.convert("RGB")
    right, bottom = plain.width - 1, plain.height - 1
    corners = {plain.getpixel(corner) for corner in ((0, 0), (right, 0), (0, bottom), (right, bottom))}
    dark = [c for c in corners if isinstance(c, tuple) and c[0] == c[2] == 0]
    empty = [c for c in dark if short or (c[1] if curved else c[1] in _NO_TILE)]
    return any((np.asarray(plain) == np.array(c, np.uint8)).all(axis=2).mean() > 0.5 for c in empty)
