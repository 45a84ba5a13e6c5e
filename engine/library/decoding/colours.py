"""Any Pillow mode to 8-bit RGB in the sRGB colour space, transparency over white (over grey what is white itself)."""

from __future__ import annotations

import functools
import io
from typing import Any

import numpy as np
from PIL import Image

_PALE = 232  # of 255: what is drawn in nothing darker cannot be seen on white


def flatten(image: Image.Image) -> Image.Image:
    """Make it 8-bit L, RGB, CMYK or LAB without transparency, so that it can be shrunk."""
    if image.mode.startswith("I;16"):
        # A plain conversion would clip everything above 255 to white.
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode in ("I", "F"):
        return _stretch(image)
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        least, most = rgba.getchannel("A").getextrema()
        if (least, most) == (255, 255):  # most screenshots: transparent nowhere
            return rgba.convert("RGB")
        over_white = _over(rgba, "white")
        pale = most and np.asarray(over_white.convert("L")).min() >= _PALE
        return _over(rgba, "grey") if pale else over_white
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _over(rgba: Image.Image, ground: str) -> Image.Image:
    below = Image.new("RGBA", rgba.size, ground)
    below.alpha_composite(rgba)
    return below.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert a flattened image to RGB by its ICC profile; one that is broken or of another kind is left out."""
    if profile or image.mode == "LAB":
        from PIL import ImageCms

        transform = _transform(profile or b"", image.mode)
        if transform is not None:
            converted = ImageCms.applyTransform(image, transform)
            if converted is not None:
                return converted
    return image.convert("RGB")


@functools.lru_cache(maxsize=16)  # photos of one camera share a profile, and building one takes milliseconds
def _transform(profile: bytes, mode: str) -> Any:
    from PIL import ImageCms

    try:
        lab = mode == "LAB"
        source: Any = ImageCms.createProfile("LAB") if lab else ImageCms.getOpenProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, TypeError):
        return None  # the photo is worth more than its profile


def _stretch(image: Image.Image) -> Image.Image:
    """Numbers of no stated range (32-bit integers, floats): from the darkest to the brightest."""
    values = np.nan_to_num(np.asarray(image, dtype=np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = values.min(), values.max()
    scaled = (values - low) * (255.0 / (high - low)) if high > low else np.clip(values, 0, 255)
    return Image.fromarray(scaled.astype(np.uint8))
