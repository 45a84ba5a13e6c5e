"""The embedded preview of a camera's RAW file; the sensor data itself is not developed."""

from __future__ import annotations

import io
from typing import Any, BinaryIO

from PIL import Image

from engine.library import reasons
from engine.library.decoding.formats import Unreadable

_EXIF_ORIENTATION = {3: 3, 5: 8, 6: 6}  # of LibRaw's flip: 180°, 90° to the left, 90° to the right


def embedded_preview(file: BinaryIO) -> tuple[Image.Image, int]:
    """The largest preview, and the EXIF orientation that turns it upright (0: not in the RAW file).

    What is not RAW, or holds no preview, is Unreadable.
    """
    import rawpy

    file.seek(0)
    try:
        with rawpy.imread(file) as raw:
            preview = raw.extract_thumb()
            sizes = raw.sizes
    except (rawpy.LibRawNoThumbnailError, rawpy.LibRawUnsupportedThumbnailError) as error:
        raise Unreadable(reasons.NO_PREVIEW) from error
    except rawpy.LibRawError as error:
        raise Unreadable(reasons.NO_RAW) from error
    pixels: Any = preview.data
    if preview.format == rawpy.ThumbFormat.JPEG:
        image: Image.Image = Image.open(io.BytesIO(pixels), formats=("JPEG",))
    else:
        image = Image.fromarray(pixels)
    turn = _EXIF_ORIENTATION.get(sizes.flip, 0)
    if turn in (6, 8) and (image.width < image.height) != (sizes.width < sizes.height):
        turn = 1  # this camera has turned the preview, if not the sensor data
    return image, turn


def container_exif(file: BinaryIO) -> Image.Exif:
    """The EXIF of a RAW file that is built like a TIFF (most are); an empty one otherwise."""
    exif = Image.Exif()
    file.seek(0)
    if file.read(4) in (b"II*\0", b"MM\0*"):
        file.seek(0)
        exif.load_from_fp(file)
    return exif
