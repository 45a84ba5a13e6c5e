"""Whether a person would call two pictures the same: laid over one another and compared part by part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from engine.core.records import Floats
from engine.duplicates.registration import Registration, common_part, register, settle

_SHAPES = 0.93  # ratio of the ratios of sides: each may have been cropped by 5 %
_NOISE = 60.0  # grey levels²: what compression leaves or takes in a window
_FLAT = 7.0  # standard deviation in grey levels, below which a picture is compared by its colours alone
_FLAT_COLOUR = 8.0  # levels of 255 between two flat pictures
_GAIN = 1.2  # of contrast: a filter; more is another exposure, of which half a stop makes 1.2
_BRIGHTER = 32.0  # grey levels on the mean
_SATURATION = 1.5  # ratio; a grey version of a colourful picture is a version of its own
_GREY = 6.0  # levels of chroma: as good as none
_COLOUR = 26.0  # levels of 255: colours of a window, apart from brightness, contrast and saturation
_BLOCK = 12  # pixels of a window for colours
_SETTLED_AT = 512  # pixels: at twice that, a step of a twentieth is a tenth
_FINE = 9.0  # grey levels that one pixel differs from those around it: text, as small as it gets
_FINE_SHARE = 0.02  # of the windows


@dataclass(frozen=True, slots=True)
class Look:
    """How closely two pictures are compared: at `edge` pixels at most, in windows of `window` pixels.

    The least `structure` and `structure_1` (see Likeness) of what is the same: 99 of 100 copies reach them, and no
    pictures with other words or of another moment.
    """

    edge: int
    window: int
    structure: float
    structure_1: float


GLANCE = Look(320, 15, 0.62, 0.9)  # at thumbnails, a word or two
_COARSE = Look(128, 15, -1.0, 0.6)  # below that nobody needs to look closer
CLOSE = Look(1024, 9, 0.45, 0.87)  # at a size at which one reads a page, a figure


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two pictures compare where they lie on one another.

    `structure` is that of the least alike window, and `structure_1` of the least alike hundredth: correlations -1…1
    that noise does not lower (the contrast-structure term of SSIM, Wang et al. 2004). `flat`: they have no structure.
    """

    look: Look
    flat: bool
    structure: float
    structure_1: float
    gain: float
    brighter: float
    saturation: float
    colour: float  # levels of the least alike window
    moved: float = 0.0  # of a side, where one lies on the other
    zoomed: float = 0.0  # difference of scale

    @property
    def same(self) -> bool:
        """Whether a person would call them the same picture, as far as this size shows."""
        if self.flat:
            return self.colour <= _FLAT_COLOUR and self.structure >= self.look.structure
        return (
            self.structure >= self.look.structure
            and self.structure_1 >= self.look.structure_1
            and 1 / _GAIN <= self.gain <= _GAIN
            and abs(self.brighter) <= _BRIGHTER
            and 1 / _SATURATION <= self.saturation <= _SATURATION
            and self.colour <= _COLOUR
        )


def compare(a: Image.Image, b: Image.Image, look: Look) -> Likeness | None:
    """Lay two RGB pictures over one another and compare them; None where they are not alike at all."""
    shape = (a.width * b.height) / (a.height * b.width)
    if not _SHAPES <= shape <= 1 / _SHAPES:
        return None
    grey_a, grey_b = a.convert("L"), b.convert("L")
    how = register(grey_a, grey_b)
    if how is None or likeness(a, b, how, _COARSE).structure_1 < _COARSE.structure_1:
        return None
    return likeness(a, b, settle(grey_a, grey_b, how, min(look.edge, _SETTLED_AT)), look)


def is_fine(picture: Image.Image) -> bool:
    """Whether it may hold text too small to be compared at this size."""
    from scipy.ndimage import gaussian_filter, uniform_filter

    grey = np.asarray(picture.convert("L"), np.float32)
    fine = grey - gaussian_filter(grey, 1, mode="nearest")
    return float((uniform_filter(fine * fine, GLANCE.window, mode="nearest") > _FINE**2).mean()) > _FINE_SHARE


def likeness(a: Image.Image, b: Image.Image, how: Registration, look: Look) -> Likeness:
    """Compare two RGB pictures that lie on one another by `how`."""
    over, under = (np.asarray(part, np.float32) for part in common_part(a, b, how, look.edge))
    (grey_a, chroma_a), (grey_b, chroma_b) = _separated(over), _separated(under)
    spread_a, spread_b = float(grey_a.std()), float(grey_b.std())
    brighter = float(grey_b.mean() - grey_a.mean())
    lies = float(np.abs(how.shift + (how.scale - 1) / 2).max()), float(np.abs(how.scale - 1).max())  # of the middle
    if max(spread_a, spread_b) < _FLAT:
        lowest, percentile = _structure(grey_a, grey_b, look.window)
        return Likeness(look, True, lowest, percentile, 1.0, brighter, 1.0, _difference(over, under), *lies)
    gain = (spread_b + 1) / (spread_a + 1)
    fitted = (grey_b - grey_b.mean()) / gain + grey_a.mean()
    lowest, percentile = _structure(grey_a, fitted, look.window)
    energy_a, energy_b = (float(np.sqrt((chroma * chroma).mean())) for chroma in (chroma_a, chroma_b))
    saturation = (energy_b + _GREY) / (energy_a + _GREY)
    return Likeness(
        look,
        False,
        lowest,
        percentile,
        gain,
        brighter,
        saturation,
        _difference(
            np.dstack([grey_a, chroma_a]),
            np.dstack([fitted, chroma_b / np.clip(saturation, 1 / _SATURATION, _SATURATION)]),
        ),
        *lies,
    )


def _separated(pixels: Floats) -> tuple[Floats, Floats]:
    """Brightness, slightly smoothed as copies are resampled, and colour: (height, width) and (height, width, 2)."""
    from scipy.ndimage import gaussian_filter

    grey: Floats = pixels @ np.array([0.299, 0.587, 0.114], np.float32)
    chroma = np.asarray(0.6 * np.dstack([pixels[..., 2] - grey, pixels[..., 0] - grey]), np.float32)
    return np.asarray(gaussian_filter(grey, 1, mode="nearest")), chroma


def _structure(a: Floats, b: Floats, window: int) -> tuple[float, float]:
    from scipy.ndimage import uniform_filter

    def mean(values: Floats) -> Floats:
        return np.asarray(uniform_filter(values, window, mode="nearest"))

    a, b = a - a.mean(), b - b.mean()
    mean_a, mean_b = mean(a), mean(b)
    both = mean(a * b) - mean_a * mean_b
    each = mean(a * a) - mean_a**2 + mean(b * b) - mean_b**2
    found = (2 * both + _NOISE) / (each + _NOISE)
    rim = window // 2 if min(found.shape) > 3 * window else 0
    inner = found[rim : found.shape[0] - rim, rim : found.shape[1] - rim]
    return float(inner.min()), float(np.quantile(inner, 0.01))


def _difference(a: Floats, b: Floats) -> float:
    """Of the colours of the least alike block, in levels."""
    height, width = (max(1, side // _BLOCK) for side in a.shape[:2])
    rows, columns = height * (a.shape[0] // height), width * (a.shape[1] // width)
    apart = (a - b)[:rows, :columns].reshape(height, rows // height, width, columns // width, -1).mean(axis=(1, 3))
    return float(np.abs(apart).max())
