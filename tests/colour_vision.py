"""How far apart colours look, to full and to reduced colour sight, and their contrast: formulas as published.

Colours are sRGB "#rrggbb". Machado, Oliveira & Fernandes 2009 (severity 1) for what a dichromat sees, CIEDE2000
(Sharma, Wu & Dalal 2005) for the difference, WCAG 2 for the contrast.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
SIGHTS: dict[str, Array] = {  # what is seen of linear RGB
    "full": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = _TO_XYZ.sum(axis=1)


def linear(colours: Sequence[str]) -> Array:
    """Linear RGB, 0 to 1. (n, 3)"""
    coded = np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in colours]) / 255
    made: Array = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    return made


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    low, high = sorted((linear([a, b]) @ [0.2126, 0.7152, 0.0722]).tolist())
    return float((high + 0.05) / (low + 0.05))


def lab(rgb: Array) -> Array:
    """CIELAB (D65) of linear RGB (n, 3)."""
    t = np.clip(rgb, 0, 1) @ _TO_XYZ.T / _WHITE
    f = np.where(t > (6 / 29) ** 3, np.cbrt(t), t * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)


def ciede2000(one: Array, other: Array) -> Array:
    """The difference of CIELAB colours (..., 3), which broadcast; equations 2 to 22."""
    (l1, a1, b1), (l2, a2, b2) = np.moveaxis(one, -1, 0), np.moveaxis(other, -1, 0)
    c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - np.sqrt(c7 / (c7 + 25.0**7)))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    grey = c1 * c2 == 0
    turn = np.where(grey, 0.0, (h2 - h1 + 180) % 360 - 180)
    turn = np.where(np.isclose(turn, -180) & (h2 - h1 == 180), 180.0, turn)
    across = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2)
    total = h1 + h2
    mean = np.where(np.abs(h1 - h2) <= 180, total / 2, np.where(total < 360, total / 2 + 180, total / 2 - 180))
    mean = np.radians(np.where(grey, total, mean))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * np.cos(mean - np.radians(30))
        + 0.24 * np.cos(2 * mean)
        + 0.32 * np.cos(3 * mean + np.radians(6))
        - 0.20 * np.cos(4 * mean - np.radians(63))
    )
    s_l = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    s_c, s_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    bent = np.radians(60 * np.exp(-(((np.degrees(mean) - 275) / 25) ** 2)))
    rotated = -np.sin(bent) * 2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    dl, dc, dh = (l2 - l1) / s_l, (c2 - c1) / s_c, across / s_h
    apart: Array = np.sqrt(dl**2 + dc**2 + dh**2 + rotated * dc * dh)
    return apart


def distances(colours: Sequence[str], sight: str) -> Array:
    """CIEDE2000 of every pair as one sight has them; infinite from each to itself. (n, n)"""
    seen = lab(linear(colours) @ SIGHTS[sight].T)
    apart = ciede2000(seen[:, None], seen[None])
    np.fill_diagonal(apart, np.inf)
    return apart


def nearest(colours: Sequence[str]) -> float:
    """The smallest difference among the colours for any of the sights."""
    return min(float(distances(colours, sight).min()) for sight in SIGHTS)
