"""What the painters of kinds share: fonts, photographs and words to paint with, grounds, text that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from demo_pictures.canvas import Rng, clouds, font, gradient, shade, table, wrap
from PIL import Image, ImageDraw

SANS = ("Lato-Regular", "Lato-Light", "Roboto-Regular", "Roboto-Medium", "DejaVuSans", "FreeSans")
SERIF = ("EBGaramond12-Regular", "EBGaramond12-Italic", "FreeSerif", "FreeSerifItalic", "DejaVuSerif")
HEAVY = ("Lato-Black", "Lato-Heavy", "Roboto-Black", "RobotoCondensed-Bold", "DejaVuSans-Bold", "FreeSansBold")
MONO = ("JetBrainsMono-Regular", "FiraCode-Regular", "DejaVuSansMono", "FreeMono")
HAND = ("Humor-Sans", "SteveHand", "BecauseWeBuild-Regular", "YuseiMagic-Regular", "femkeklaver")
SCRIPT = ("lobster", "KaushanScript-Regular", "LeckerliOne-Regular", "DancingScript-Bold", "DancingScript-Regular")


@dataclass(frozen=True)
class Studio:
    """What is painted with: files of `photos`, `others` (people, drawings), `clipart`; sentences, lines of programs."""

    photos: Sequence[Path]
    others: Sequence[Path]
    clipart: Sequence[Path]
    sentences: Sequence[str]
    sources: Sequence[Sequence[str]]

    def photo(self, rng: Rng, size: tuple[int, int], others: float = 0) -> Image.Image:
        """A part of a photograph that fills `size`, or of one of the `others` in so many of one."""
        source = self.others if rng.random() < others else self.photos
        image = _opened(source[rng.integers(len(source))])
        scale = max(size[0] / image.width, size[1] / image.height) * rng.uniform(1, 1.3)
        image = image.resize((max(size[0], round(image.width * scale)), max(size[1], round(image.height * scale))))
        x, y = rng.integers(image.width - size[0] + 1), rng.integers(image.height - size[1] + 1)
        return image.crop((x, y, x + size[0], y + size[1]))

    def art(self, rng: Rng, side: int) -> Image.Image:
        """A clip-art of at most `side` pixels, RGBA."""
        image = _opened_art(self.clipart[rng.integers(len(self.clipart))]).copy()
        image.thumbnail((side, side))
        return image

    def words(self, rng: Rng, least: int, most: int) -> str:
        """A sentence, cut after so many letters."""
        text = self.sentences[rng.integers(len(self.sentences))]
        while len(text) < least:
            text += " " + self.sentences[rng.integers(len(self.sentences))]
        return text if len(text) <= most else text[:most].rsplit(" ", 1)[0]


@cache
def _opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        image = image.convert("RGB")
        image.thumbnail((1000, 1000))
        return image


@cache
def _opened_art(path: Path) -> Image.Image:
    with Image.open(path) as image:
        image = image.convert("RGBA")
        image.thumbnail((500, 500))
        return image


def pick(rng: Rng, several: Sequence[str]) -> str:
    return several[rng.integers(len(several))]


def size_of(rng: Rng) -> tuple[int, int]:
    return ((640, 640), (640, 480), (480, 640), (640, 360), (360, 640), (512, 640), (640, 560))[rng.integers(7)]


def colour(rng: Rng, dark: float = 0, light: float = 255) -> tuple[int, ...]:
    return tuple(int(c) for c in rng.uniform(dark, light, 3))


def flat(rng: Rng, size: tuple[int, int]) -> Image.Image:
    """A plain ground or one that runs from colour to colour."""
    stops = ["".join(f"{c:02x}" for c in colour(rng)) for _ in range(int(rng.integers(1, 4)))]
    ground = gradient(size, stops * 2 if len(stops) == 1 else stops, rng.uniform(0, 180))
    return shade(ground, 0.1 * clouds(size, rng, int(rng.integers(4, 200)))) if rng.random() < 0.4 else ground


def contrary(ground: Image.Image) -> tuple[int, int, int]:
    bright = float(np.asarray(ground.convert("L")).mean())
    return (255, 255, 255) if bright < 140 else (20, 20, 30)


def block(
    draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], text: str, name: str, **how: object
) -> None:
    """`text` as large as it fits into `box` (x, y, width, height), in its middle."""
    x, y, width, height = box
    for size in range(int(how.pop("largest", 90)), 8, -2):  # type: ignore[call-overload]
        face = font(name, size)
        lines = wrap(text, face, width)
        if len(lines) * size * 1.25 <= height and max(face.getlength(line) for line in lines) <= width:
            break
    at = (x + width / 2, y + height / 2)
    draw.multiline_text(at, "\n".join(lines), font=face, anchor="mm", align="center", **how)  # type: ignore[arg-type]


def ground(size: tuple[int, int], studio: Studio, rng: Rng) -> Image.Image:
    """What a paper lies on."""
    if rng.random() < 0.3:
        return studio.photo(rng, size)
    return (
        table(size, rng)
        if rng.random() < 0.15
        else shade(flat(rng, size), 0.15 * clouds(size, rng, int(rng.integers(3, 90))))
    )
