"""Faces for tests: no photographs of people, but pictures that are drawn, which the networks take for faces."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

ANN, BOB = 189, 100  # two of the drawn people that are least like each other, by their codes
SIZE = 200


def drawn_face(person: int, photo: int = 0) -> NDArray[np.uint8]:
    """A picture (SIZE, SIZE, 3) of a person: their features are drawn by lot, and what else is seen by the photo's."""
    features, scene = np.random.default_rng(person), np.random.default_rng(photo + 1000)
    edge = SIZE * 2
    skin = np.array([225, 180, 150]) * features.uniform(0.45, 1.0)
    hair = features.uniform(10, 120) * np.array([1, 0.8, 0.6])
    image = Image.new("RGB", (edge, edge), _colour(scene.uniform(90, 200, 3)))
    draw = ImageDraw.Draw(image)

    def ellipse(x: float, y: float, wide: float, high: float, colour: NDArray[np.float64]) -> None:
        draw.ellipse([edge * (x - wide), edge * (y - high), edge * (x + wide), edge * (y + high)], fill=_colour(colour))

    wide, high = features.uniform(0.19, 0.25), features.uniform(0.27, 0.32)
    ellipse(0.5, 0.95, 0.4, 0.25, scene.uniform(30, 200, 3))  # the body
    draw.rectangle([edge * 0.42, edge * 0.65, edge * 0.58, edge * 0.85], fill=_colour(skin * 0.85))
    ellipse(0.5, 0.44, wide + 0.04, high + 0.04, hair)
    ellipse(0.5, 0.5, wide, high, skin)
    for side in (-1, 1):
        ellipse(0.5 + side * wide, 0.5, 0.03, 0.06, skin * 0.9)  # an ear
    apart, eyes = features.uniform(0.085, 0.11), features.uniform(0.44, 0.48)
    iris = features.uniform(20, 90, (2, 3))
    for side, colour in zip((-1, 1), iris, strict=True):
        x = 0.5 + side * apart
        ellipse(x, eyes, 0.045, 0.03, skin * 0.75)
        ellipse(x, eyes, 0.036, 0.018, np.array([235.0, 235, 235]))
        ellipse(x, eyes, 0.016, 0.017, colour)
        brow = [(x - 0.05, eyes - 0.045), (x, eyes - 0.06), (x + 0.05, eyes - 0.045)]
        draw.line([(edge * a, edge * b) for a, b in brow], fill=_colour(hair), width=int(edge * 0.014))
    nose, mouth, lips = features.uniform(0.57, 0.6), features.uniform(0.66, 0.7), features.uniform(0.06, 0.09)
    ridge = [(0.485, eyes), (0.515, eyes), (0.545, nose), (0.455, nose)]
    draw.polygon([(edge * a, edge * b) for a, b in ridge], fill=_colour(np.minimum(skin * 1.06, 255)))
    for x in (0.48, 0.52):
        ellipse(x, nose, 0.014, 0.009, skin * 0.55)
    ellipse(0.5, mouth, lips, 0.022, np.array([170, 80, 80]) * skin.mean() / 190)
    line = [edge * (0.5 - lips), edge * mouth, edge * (0.5 + lips), edge * mouth]
    draw.line(line, fill=(70, 30, 30), width=int(edge * 0.006))
    small = image.filter(ImageFilter.GaussianBlur(edge * 0.008)).resize((SIZE, SIZE))
    rows, columns = np.mgrid[0:SIZE, 0:SIZE] / SIZE
    light = 1.08 - 0.5 * ((columns - 0.42) ** 2 + (rows - 0.4) ** 2)
    lit = np.asarray(small) * light[..., None] + scene.normal(0, 3, (SIZE, SIZE, 3))
    return np.clip(lit, 0, 255).astype(np.uint8)


def _colour(channels: NDArray[np.float64]) -> tuple[int, int, int]:
    red, green, blue = (int(value) for value in channels)
    return red, green, blue
