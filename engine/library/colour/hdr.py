"""Pictures for brighter screens (PQ and HLG of ITU-R BT.2100) to what an ordinary one can show.

Each of red, green and blue goes through one curve: as it is up to six tenths of reference white (203 cd/m², ITU-R
BT.2408), then ever flatter towards the brightest, so that clouds and lamps keep some of their drawing.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.library.colour.profiles import Floats, linear_to_srgb

PQ, HLG = 16, 18  # codes of ITU-T H.273
_REFERENCE_WHITE = 203.0  # cd/m²
_HLG_PEAK = 1000.0  # cd/m²; its system gamma is 1.2
_KNEE = 0.6  # of reference white


def to_sdr(image: Image.Image | NDArray[np.uint16], transfer: int) -> Image.Image:
    """Pixels of PQ or HLG to 8 bits with the curve of sRGB, primaries unchanged; arrays are (height, width, 1…4)."""
    if isinstance(image, np.ndarray):
        image = np.atleast_3d(image)
        done = _table(transfer, 65536)[image]
        if image.shape[2] in (2, 4):
            done[..., -1] = image[..., -1] >> 8
        return Image.fromarray(done.squeeze(axis=2) if image.shape[2] == 1 else done)
    bands = len(image.getbands())
    table = _table(transfer, 256).tolist()
    return image.point(table * bands if bands in (1, 3) else table * (bands - 1) + list(range(256)))


@functools.lru_cache(maxsize=4)
def _table(transfer: int, size: int) -> NDArray[np.uint8]:
    stored = np.linspace(0, 1, size)
    light = (_pq(stored) if transfer == PQ else _hlg(stored)) / _REFERENCE_WHITE
    room = 1 - _KNEE
    shoulder = _KNEE + room * (1 - np.exp(-np.maximum(light - _KNEE, 0) / room))
    return np.round(linear_to_srgb(np.where(light < _KNEE, light, shoulder)) * 255).astype(np.uint8)


def _pq(stored: Floats) -> Floats:
    """cd/m², by BT.2100 table 4."""
    root = stored ** (1 / 78.84375)
    light: Floats = (np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (1 / 0.1593017578125)
    return 10_000 * light


def _hlg(stored: Floats) -> Floats:
    """cd/m² on a screen of 1,000, by BT.2100 table 5; its last step is taken for each colour by itself."""
    scene = np.where(stored <= 0.5, stored**2 / 3, (np.exp((stored - 0.55991073) / 0.17883277) + 0.28466892) / 12)
    return _HLG_PEAK * np.asarray(scene) ** 1.2
