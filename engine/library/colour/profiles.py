"""ICC profiles for what files say of their colours in other words: primaries, a white and a curve.

Written as the smallest matrix/TRC profile of ICC.1:2001-04, for LittleCMS. Codes of primaries and curves are those of
ITU-T H.273, which PNG, HEIF, AVIF and JPEG XL share.
"""

from __future__ import annotations

import functools
import struct
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Chromaticities = tuple[float, float, float, float, float, float, float, float]  # x, y of white, red, green, blue
Floats = NDArray[np.float64]

_D65 = (0.3127, 0.3290)
_D50 = np.array([0.9642, 1.0, 0.8249])
_C = (0.310, 0.316)
BT_709: Chromaticities = (*_D65, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
ADOBE_RGB: Chromaticities = (*_D65, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)
PRIMARIES: dict[int, Chromaticities] = {
    1: BT_709,
    4: (*_C, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
    5: (*_D65, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06),
    6: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    7: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    8: (*_C, 0.681, 0.319, 0.243, 0.692, 0.145, 0.049),
    9: (*_D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
    11: (0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    12: (*_D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    22: (*_D65, 0.630, 0.340, 0.295, 0.605, 0.155, 0.077),
}
# Bradford: an eye that is used to one white sees the other as white, too.
_CONE = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
_ENTRIES = 4096


def srgb_to_linear(value: Floats) -> Floats:
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def linear_to_srgb(light: Floats) -> Floats:
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 0.0031308) ** (1 / 2.4) - 0.055)


def gamma_curve(gamma: float) -> Callable[[Floats], Floats]:
    return lambda value: value**gamma


# What television calls 1, 6, 14 and 15 is shown as sRGB where it is a photo, and so is what is left open.
CURVES: dict[int, Callable[[Floats], Floats]] = {4: gamma_curve(2.2), 5: gamma_curve(2.8), 8: gamma_curve(1.0)}


@functools.lru_cache(maxsize=16)
def of_codes(primaries: int, transfer: int) -> bytes | None:
    """The profile of H.273 codes; None for sRGB, and for codes that are unspecified or unknown."""
    curve = CURVES.get(transfer, srgb_to_linear)
    if PRIMARIES.get(primaries, BT_709) == BT_709 and curve is srgb_to_linear:
        return None
    return profile(PRIMARIES.get(primaries, BT_709), curve)


@functools.lru_cache(maxsize=16)
def of_gamma(chromaticities: Chromaticities, gamma: float | None) -> bytes | None:
    """The profile of primaries and an exponent, the curve of sRGB without one; None for what makes no colours."""
    return profile(chromaticities, srgb_to_linear if gamma is None else gamma_curve(gamma))


def profile(chromaticities: Chromaticities, curve: Callable[[Floats], Floats]) -> bytes | None:
    """The bytes of a profile; `curve` goes from 0…1 as stored to 0…1 of light. None for what makes no colours."""
    try:
        matrix = to_d50(chromaticities)
    except (np.linalg.LinAlgError, ZeroDivisionError):
        return None
    if not np.isfinite(matrix).all() or np.abs(matrix).max() > 4:
        return None
    table = np.round(np.clip(curve(np.linspace(0, 1, _ENTRIES)), 0, 1) * 65535).astype(">u2")
    bodies = [b"XYZ \0\0\0\0" + _fixed(column) for column in (_D50, *matrix.T)]
    bodies.append(b"curv\0\0\0\0" + struct.pack(">I", _ENTRIES) + table.tobytes())
    names = (b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC")
    offset, directory, parts = 132 + 12 * len(names), struct.pack(">I", len(names)), []
    for name, body in zip(names, (*bodies, None, None), strict=True):
        if body is not None:  # the three curves are one
            place = struct.pack(">II", offset, len(body))
            offset += len(body)
            parts.append(body)
        directory += name + place
    rest = b"acsp" + bytes(28) + _fixed(_D50) + bytes(48)
    header = struct.pack(">I4sI4s4s4s12s", offset, b"", 0x02400000, b"mntr", b"RGB ", b"XYZ ", bytes(12)) + rest
    return header + directory + b"".join(parts)


def to_d50(chromaticities: Chromaticities) -> Floats:
    """The matrix (3, 3) from light of the primaries to XYZ as seen by an eye used to D50."""
    white, *primaries = (
        np.array([x / y, 1.0, (1 - x - y) / y]) for x, y in np.reshape(chromaticities, (4, 2)).tolist()
    )
    columns = np.stack(primaries, axis=1)
    matrix: Floats = columns * np.linalg.solve(columns, white)
    gains = (_CONE @ _D50) / (_CONE @ white)
    adapted: Floats = np.linalg.inv(_CONE) @ np.diag(gains) @ _CONE @ matrix
    return adapted


def _fixed(values: Floats) -> bytes:
    return np.round(values * 65536).astype(">i4").tobytes()
