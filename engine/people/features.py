"""A face in a place where the network was not sure, or saw too little: looked at closely."""

from __future__ import annotations

import numpy as np
from PIL import Image

from engine.core.records import Floats
from engine.people.detection import FaceDetector, Pixels

_SEEN = 3.0  # times the face that is looked at around it
_CLOSE = 160  # pixels of what is looked at: CenterFace knows faces of a third of that best
_SURE = 0.15  # score at which features of a face that is known to be there are believed
# Where features are in a box on average, of 354 faces of the pictures of docs/benchmarks.md.
_USUAL = np.array([(0.26, 0.38), (0.72, 0.37), (0.49, 0.57), (0.30, 0.73), (0.69, 0.73)], np.float32)


def features_in(detector: FaceDetector, pixels: Pixels, box: Floats) -> Floats:
    """The features (5, 2), in pixels of the picture, of the face that is in `box` (4,): x, y, width, height."""
    x, y, width, height = (float(v) for v in box)
    edge = _SEEN * max(width, height, 1.0)
    left, top = x + width / 2 - edge / 2, y + height / 2 - edge / 2
    area = (round(left), round(top), round(left + edge), round(top + edge))
    seen = Image.fromarray(pixels).crop(area).resize((_CLOSE, _CLOSE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    found = detector.find(np.asarray(seen), score=_SURE)
    if len(found.scores):
        scale = (area[2] - area[0]) / _CLOSE
        middles = (found.boxes[:, :2] + found.boxes[:, 2:] / 2 - _CLOSE / 2) * scale
        nearest = int(np.linalg.norm(middles, axis=1).argmin())
        if np.linalg.norm(middles[nearest]) < max(width, height) / 2:
            return np.asarray(found.points[nearest] * scale + area[:2], np.float32)
    return np.array((x, y), np.float32) + _USUAL * np.array((width, height), np.float32)
