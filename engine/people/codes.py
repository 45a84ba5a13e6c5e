"""A face as 128 numbers: two are closer to each other the likelier they are of one person.

The network is dlib's (see packaging/models/face_codes.py), which was taught on faces that lay as its mean face does.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.networks.session import open_network
from engine.core.records import Floats
from engine.people.networks import CODES

EDGE = 150  # pixels of a face as the network sees it
_PADDING = 0.25  # around the mean face, in its size
# The mean face of dlib: left eye, right eye, tip of the nose, corners of the mouth, 0 to 1 from brow to chin.
_MEAN_FACE = np.array(
    [(0.2255, 0.2160), (0.7548, 0.2160), (0.4901, 0.5156), (0.2541, 0.7802), (0.7261, 0.7802)], np.float64
)
_PLACES = (_MEAN_FACE + _PADDING) / (1 + 2 * _PADDING) * EDGE
_AT_ONCE = 8


class FaceCoder:
    """Opens the network; `codes` may be called from one thread at a time."""

    def __init__(self) -> None:
        self._session = open_network(CODES)

    def codes(self, pixels: NDArray[np.uint8], points: Floats) -> Floats:
        """The codes, float32 (n, 128), of faces in a picture (height, width, 3) with features `points` (n, 5, 2)."""
        if not len(points):
            return np.empty((0, 128), np.float32)
        crops = np.stack([upright(pixels, face) for face in points]).transpose(0, 3, 1, 2).astype(np.float32)
        runs = [crops[i : i + _AT_ONCE] for i in range(0, len(crops), _AT_ONCE)]
        return np.concatenate([self._session.run(None, {"faces": run})[0] for run in runs])


def upright(pixels: NDArray[np.uint8], points: Floats) -> NDArray[np.uint8]:
    """A face cut out, turned and scaled so that its `points` (5, 2) lie best as the mean face has them; (150, 150, 3).

    The similarity a z + b of least squares, in complex numbers: (Umeyama 1991) without reflection.
    """
    here, there = (p[:, 0] + 1j * p[:, 1] for p in (_PLACES, np.asarray(points, np.float64)))
    centred = here - here.mean()
    a = np.vdot(centred, there - there.mean()) / np.vdot(centred, centred)
    reduced = max(1, int(abs(a)))  # of a face that is much larger than EDGE several pixels become one
    image = Image.fromarray(pixels)
    if reduced > 1:
        reach = _reach(there.mean(), abs(a) * EDGE, image.size)
        image, there, a = image.crop(reach).reduce(reduced), (there - complex(*reach[:2])) / reduced, a / reduced
    b = there.mean() - a * here.mean()
    turned = (a.real, -a.imag, b.real, a.imag, a.real, b.imag)
    return np.asarray(image.transform((EDGE, EDGE), Image.Transform.AFFINE, turned, Image.Resampling.BICUBIC))


def _reach(middle: complex, edge: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The part of a picture of this size within `edge` of a point."""
    x, y = middle.real, middle.imag
    left, top = max(0, int(x - edge)), max(0, int(y - edge))
    return left, top, max(left + 1, min(size[0], int(x + edge))), max(top + 1, min(size[1], int(y + edge)))
