"""What every painter of the demo gallery needs: fonts, wrapped text, light, grain and paper."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Colour = tuple[int, int, int]
Rng = np.random.Generator

font_folder = Path("/usr/share/fonts")  # make_demo.py --fonts sets another one


@cache
def _font_files() -> dict[str, Path]:
    return {path.stem: path for path in sorted(font_folder.rglob("*.[to]tf"))}


@cache
def font(name: str, size: float) -> ImageFont.FreeTypeFont:
    """The font whose file is called `name` (without its suffix), at `size` pixels."""
    return ImageFont.truetype(str(_font_files()[name]), round(size))


def wrap(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """`text` in lines no wider than `width` pixels; line breaks in it are kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and face.getlength(longer) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def fit(text: str, name: str, width: float, height: float, largest: int) -> tuple[ImageFont.FreeTypeFont, str]:
    """The largest size up to `largest` at which `text`, wrapped, fits into the box."""
    for size in range(largest, 10, -2):
        face = font(name, size)
        lines = wrap(text, face, width)
        if len(lines) * size * 1.3 <= height and max(face.getlength(line) for line in lines) <= width:
            break
    return face, "\n".join(lines)


def hex_colour(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def gradient(size: tuple[int, int], stops: list[str], angle: float = 90.0) -> Image.Image:
    """A linear gradient through the hex colours `stops`; 90 degrees runs from top to bottom."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width]
    direction = np.deg2rad(angle)
    t = x / width * np.cos(direction) + y / height * np.sin(direction)
    t = (t - t.min()) / np.ptp(t)
    knots = np.linspace(0, 1, len(stops))
    colours = np.array([hex_colour(stop) for stop in stops], float)
    channels = [np.interp(t, knots, colours[:, c]) for c in range(3)]
    return Image.fromarray(np.stack(channels, -1).astype(np.uint8))


def clouds(size: tuple[int, int], rng: Rng, scale: int) -> np.ndarray:
    """Smooth noise in -1..1, (height, width): the unevenness of light, paper and wood."""
    width, height = size
    small = rng.normal(size=(max(2, height // scale), max(2, width // scale)))
    small = (small - small.min()) / np.ptp(small) * 255
    grown = Image.fromarray(small.astype(np.uint8)).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(grown, float) / 127.5 - 1


def shade(image: Image.Image, amount: np.ndarray) -> Image.Image:
    """Every pixel times 1 + `amount`, (height, width)."""
    pixels = np.asarray(image.convert("RGB"), float) * (1 + amount[..., None])
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def camera(image: Image.Image, rng: Rng, grain: float = 4.0, vignette: float = 0.22) -> Image.Image:
    """What a phone's camera adds: a soft lens, darker corners, a tint and some grain."""
    image = image.convert("RGB").filter(ImageFilter.GaussianBlur(0.6))
    width, height = image.size
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    light = -vignette * (x**2 + y**2) / 2 + 0.10 * (x * rng.uniform(-1, 1) + y * rng.uniform(-1, 1))
    image = shade(image, light)
    tint = 1 + rng.uniform(-0.04, 0.04, 3)
    pixels = np.asarray(image, float) * tint + rng.normal(0, grain, (height, width, 1))
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def table(size: tuple[int, int], rng: Rng) -> Image.Image:
    """A table top to lay a paper on: wood, stone or cloth."""
    kind = rng.integers(3)
    if kind == 0:
        base = [("7a5233", "94683f"), ("b48a5e", "c9a377"), ("4b3527", "5d4330")][rng.integers(3)]
        board = gradient(size, list(base), rng.uniform(0, 90))
        grain = clouds((size[0], size[1] * 40), rng, 90)[::40, :]
        return shade(board, 0.16 * grain + 0.05 * clouds(size, rng, 5))
    if kind == 1:
        stone = gradient(size, ["5f666b", "50565b"], rng.uniform(0, 180))
        return shade(stone, 0.10 * clouds(size, rng, 3) + 0.12 * clouds(size, rng, 120))
    cloth = gradient(size, [["2f4858", "27404f"], ["6b4c5a", "5d404e"], ["40534a", "38493f"]][rng.integers(3)])
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    return shade(cloth, 0.06 * np.sin(x * 1.6) * np.sin(y * 1.6) + 0.05 * clouds(size, rng, 60))


def lay_down(paper: Image.Image, ground: Image.Image, rng: Rng, tilt: float = 6.0) -> Image.Image:
    """`paper` (RGBA) on `ground`, turned by up to `tilt` degrees, with its shadow."""
    turned = paper.rotate(rng.uniform(-tilt, tilt), Image.Resampling.BICUBIC, expand=True)
    x, y = (ground.width - turned.width) // 2, (ground.height - turned.height) // 2
    x, y = x + int(rng.integers(-15, 16)), y + int(rng.integers(-15, 16))
    shadow = Image.new("L", ground.size, 0)
    shadow.paste(turned.getchannel("A").point(lambda a: a * 0.6), (x + 9, y + 12))
    dark = Image.new("RGB", ground.size, (8, 8, 12))
    result = Image.composite(dark, ground, shadow.filter(ImageFilter.GaussianBlur(12)))
    result.paste(turned, (x, y), turned)
    return result


def centred(
    draw: ImageDraw.ImageDraw,
    xy: tuple[float, float],
    text: str,
    face: ImageFont.FreeTypeFont,
    fill: object,
    **more: object,
) -> None:
    """`text` with its middle at `xy`."""
    draw.multiline_text(xy, text, fill, face, anchor="mm", align="center", spacing=face.size * 0.28, **more)  # type: ignore[arg-type]
