"""Any Pillow mode to 8 bits, and those to the sRGB colour space, with transparency where there is some."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from PIL import Image

from engine.library.colour.profiles import linear_to_srgb

Array = np.typing.NDArray[Any]
_D65_XYZ = np.array([0.9505, 1.0, 1.0891])
_XYZ_TO_LINEAR = np.array([[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]])
_STORED = np.round(linear_to_srgb((np.arange(65536) + 0.5) / 65536) * 255).astype(np.uint8)  # of light in 16 bits
_SAME = 2  # of 255: a profile whose colours differ from sRGB's by no more is taken for sRGB
_STEPS = np.linspace(0, 255, 9).astype(np.uint8)
_ROWS = 64  # at a time
_PATCHES = np.stack(np.meshgrid(_STEPS, _STEPS, _STEPS), axis=-1).reshape(27, 27, 3)


def to_8_bits(image: Image.Image) -> Image.Image:
    """Make it L, RGB, CMYK or LAB, or LA or RGBA where it is transparent somewhere, so that it can be shrunk."""
    if image.mode.startswith("I;16"):
        # A plain conversion would clip everything above 255 to white.
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode in ("I", "F"):
        return Image.fromarray(stretch(np.asarray(image)))
    if image.has_transparency_data:
        clear = image.convert("LA" if image.mode in ("1", "L", "LA", "La") else "RGBA")
        if clear.getchannel("A").getextrema()[0] != 255:
            return clear
        image = clear.convert(clear.mode.removesuffix("A"))  # most screenshots: transparent nowhere
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def in_strips(values: Array, convert: Callable[[Array], np.typing.NDArray[np.uint8]]) -> np.typing.NDArray[np.uint8]:
    """An array (height, width, …) converted some rows at a time: what is between has 8 bytes a number."""
    first = convert(values[:1])
    done = np.empty((len(values), *first.shape[1:]), np.uint8)
    for top in range(0, len(values), _ROWS):
        done[top : top + _ROWS] = convert(values[top : top + _ROWS])
    return done


def strips(values: Array) -> Iterator[Array]:
    return (values[top : top + _ROWS] for top in range(0, len(values), _ROWS))


def stretch(values: Array) -> np.typing.NDArray[np.uint8]:
    """Numbers of no stated range (wide integers, floats) to 0…255, from the darkest to the brightest."""
    extremes = [(strip.min(), strip.max()) for strip in map(_finite, strips(values))]
    low, high = min(low for low, _ in extremes), max(high for _, high in extremes)
    if high > low:
        return in_strips(values, lambda strip: ((_finite(strip) - low) * (255.0 / (high - low))).astype(np.uint8))
    return in_strips(values, lambda strip: np.clip(_finite(strip), 0, 255).astype(np.uint8))


def _finite(values: Array) -> np.typing.NDArray[np.float64]:
    return np.nan_to_num(values.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)


def lab_to_srgb(lab: np.typing.NDArray[np.float64]) -> np.typing.NDArray[np.uint8]:
    """CIELAB (height, width, 3) whose white is D65, as most programs but Adobe's have it, to sRGB 0…255."""
    middle = (lab[..., :1] + 16) / 116
    root = np.concatenate([middle + lab[..., 1:2] / 500, middle, middle - lab[..., 2:] / 200], axis=2)
    xyz = np.where(root > 6 / 29, root * root * root, 3 * (6 / 29) ** 2 * (root - 4 / 29)) * _D65_XYZ
    light = np.clip(xyz @ _XYZ_TO_LINEAR.T, 0, 1)
    stored: np.typing.NDArray[np.uint8] = _STORED[(light * 65535).astype(np.uint16)]
    return stored


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert what `to_8_bits` gives to RGB or RGBA by its ICC profile; one that is broken or of another kind is left
    out: the photo is worth more than its profile.
    """
    if image.mode == "LA":
        converted = to_srgb(image.getchannel("L"), profile)
        converted.putalpha(image.getchannel("A"))
        return converted
    plain = image if image.mode == "RGBA" else image.convert("RGB") if image.mode == "L" else image
    for shape in dict.fromkeys((image.mode, plain.mode)):  # a grey picture may have a profile for colours
        transform = _transform(profile or b"", shape) if profile or shape == "LAB" else None
        if transform is not None:
            from PIL import ImageCms

            done = ImageCms.applyTransform(image if shape == image.mode else plain, transform)
            if done is not None:
                done.info.pop("icc_profile", None)
                return done
    return plain.convert("RGB") if plain.mode != "RGBA" else plain


@functools.lru_cache(maxsize=16)  # photos of one camera share a profile, and building one takes milliseconds
def _transform(profile: bytes, mode: str) -> Any:
    """From `profile` to sRGB; None where there is nothing to do, and where it cannot be done."""
    from PIL import ImageCms

    try:
        lab = mode == "LAB"
        source: Any = ImageCms.createProfile("LAB") if lab else ImageCms.getOpenProfile(io.BytesIO(profile))
        into = "RGBA" if mode == "RGBA" else "RGB"
        transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, into)
        return None if mode in ("RGB", "RGBA") and _changes_nothing(transform, mode) else transform
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None


def _changes_nothing(transform: Any, mode: str) -> bool:
    """Told by what it does: profiles are called "sRGB" that are of linear light (GIMP), and sRGB has many names."""
    done = transform.apply(Image.fromarray(_PATCHES).convert(mode)).convert("RGB")
    return bool(np.abs(np.asarray(done, dtype=np.int16) - _PATCHES).max() <= _SAME)
