"""Pictures that look alike and are not the same, drawn with Pillow: the same ones on every machine."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

GOODS = ("Bread", "Milk 1L", "Butter", "Eggs x10", "Apples", "Coffee", "Rice 1kg", "Tea", "Soap", "Cheese", "Tomatoes")
SAID = (
    "when you finally find the bug after three days nobody told me it was on fire this is fine one does not simply "
    "walk into a meeting without coffee my code works and I have no idea why monday again said no cat ever they "
    "promised cake and gave us slides please send help or at least more snacks"
)
COLOURS = ("#c62828", "#1565c0", "#2e7d32", "#f9a825", "#6a1b9a", "#00838f", "#4e342e", "#ef6c00", "#37474f", "#ad1457")
_WARPED = 9  # nodes of the grid that bends a picture


def _font(size: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)  # Pillow's own, so that all machines draw the same
    return font


def words(seed: int, count: int) -> str:
    return " ".join(random.Random(seed).choices(SAID.split(), k=count))


def receipt(shop: int, seed: int, *, same_goods: bool = False) -> Image.Image:
    """A receipt of a shop; with `same_goods` all of a shop list the same things at other prices and dates."""
    of_shop, own = random.Random(shop), random.Random(1000 * shop + seed)
    goods = of_shop if same_goods else own
    lines = [goods.choice(GOODS) for _ in range(goods.randint(9, 18))]
    image = Image.new("RGB", (420, 300 + 34 * len(lines)), (250, 249, 245))
    draw = ImageDraw.Draw(image)
    draw.text((210, 40), f"SHOP No. {shop}", "black", _font(34), anchor="mm")
    draw.text((210, 80), f"{own.randint(1, 28):02}.{own.randint(1, 12):02}.2025", "black", _font(22), anchor="mm")
    total = 0.0
    for index, line in enumerate(lines):
        price = own.randint(40, 2999) / 100
        total += price
        draw.text((30, 120 + 34 * index), line, "black", _font(24))
        draw.text((390, 120 + 34 * index), f"{price:.2f}", "black", _font(24), anchor="ra")
    draw.text((30, image.height - 120), "TOTAL", "black", _font(34))
    draw.text((390, image.height - 120), f"{total:.2f}", "black", _font(34), anchor="ra")
    draw.text((210, image.height - 50), "Thank you for your visit", "black", _font(22), anchor="mm")
    return image


def screenshot(program: int, seed: int) -> Image.Image:
    """A chat in one of a few programs: the same bars, other messages."""
    image = Image.new("RGB", (540, 960), ("#eceff1", "#fafafa", "#efe7dd")[program % 3])
    draw, own = ImageDraw.Draw(image), random.Random(50 * program + seed)
    draw.rectangle((0, 0, 540, 90), COLOURS[program % len(COLOURS)])
    draw.text((20, 30), f"Messages {program}", "white", _font(30))
    draw.text((470, 30), f"{own.randint(0, 23)}:{own.randint(0, 59):02}", "white", _font(22))
    for index in range(8):
        left = 20 if index % 2 else 120
        draw.rounded_rectangle((left, 110 + 95 * index, left + 390, 190 + 95 * index), 12, "white")
        said = words(own.randint(0, 10**6), 10).split()
        draw.text((left + 14, 118 + 95 * index), " ".join(said[:5]), "#222", _font(20))
        draw.text((left + 14, 148 + 95 * index), " ".join(said[5:]), "#222", _font(20))
    draw.rectangle((0, 890, 540, 960), "white")
    draw.text((30, 910), "Write a message…", "#888", _font(22))
    return image


def page(book: int, seed: int) -> Image.Image:
    """A page of small print on a large sheet, as forms are: only a date and an amount are other ones."""
    image, own = Image.new("RGB", (1240, 1754), "white"), random.Random(seed)
    draw = ImageDraw.Draw(image)
    for line in range(58):
        draw.text((120, 120 + 27 * line), words(book * 100 + line, 14), "black", _font(20))
    for top in (1600, 1650):
        draw.rectangle((110, top - 4, 760, top + 26), "white")
        draw.text((120, top), f"Amount due: {own.randint(100, 99999) / 100:.2f}", "black", _font(20))
    return image


def meme(template: Image.Image, seed: int) -> Image.Image:
    """The template with words of its own above and below."""
    image = template.convert("RGB").copy()
    draw, size = ImageDraw.Draw(image), image.width / 13
    for middle, said in ((0.1, words(seed, 4)), (0.9, words(seed + 7919, 4))):
        at = image.width / 2, image.height * middle
        draw.text(at, said.upper(), "white", _font(size), anchor="mm", stroke_width=2, stroke_fill="black")
    return image


def plain(colour: str) -> Image.Image:
    return Image.new("RGB", (300, 200), colour)


def white_drawing(seed: int) -> Image.Image:
    """White shapes on transparent ground, as icons for dark themes are."""
    image, own = Image.new("RGBA", (256, 256), (255, 255, 255, 0)), random.Random(seed)
    draw = ImageDraw.Draw(image)
    for _ in range(4):
        x, y, size = own.randint(20, 180), own.randint(20, 180), own.randint(20, 70)
        shape = own.choice((draw.ellipse, draw.rectangle))
        shape((x, y, x + size, y + size), outline=(255, 255, 255, 255), width=own.randint(6, 16))
    return image


def landscape(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """A made-up photo: hills, a sky with clouds, trees; noisy as a sensor is."""
    own, random_ = random.Random(seed), np.random.default_rng(seed)
    width, height = size
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    sky = np.array([own.randint(60, 200), own.randint(90, 190), own.randint(150, 255)])
    pixels = sky + (255 - sky) * (y / height)[..., None] ** 0.5
    for layer in range(4):
        waves = sum(own.uniform(8, 40) * np.sin(x * own.uniform(0.004, 0.03) + own.uniform(0, 6)) for _ in range(3))
        ground = y > height * (0.4 + 0.13 * layer) + waves
        colour = np.array([own.randint(20, 140), own.randint(60, 160), own.randint(20, 110)])
        texture = _cloud(random_, size, 60) * 25
        pixels = np.where(ground[..., None], colour + texture[..., None], pixels)
    image = Image.fromarray(np.clip(pixels + random_.normal(0, 3, pixels.shape), 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(own.randint(6, 12)):
        left, foot, tall = own.randint(0, width), own.randint(height // 2, height), own.randint(30, 120)
        draw.rectangle((left, foot - tall, left + tall // 10, foot), (70, 50, 40))
        draw.ellipse((left - tall // 4, foot - tall, left + tall // 3, foot - tall // 3), (own.randint(20, 90), 90, 40))
    return image


def moment_later(image: Image.Image, seed: int, by: float = 0.02) -> Image.Image:
    """The same scene again, as a burst has it: things have moved by up to `by` of the width, and the hand a little."""
    from scipy.ndimage import map_coordinates

    random_, pixels = np.random.default_rng(seed), np.asarray(image.convert("RGB"), np.float32)
    height, width = pixels.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    for axis in (y, x):
        axis += _cloud(random_, (width, height), _WARPED) * by * width + random_.uniform(-1, 1) * min(by, 0.01) * width
    moved = np.dstack([map_coordinates(pixels[..., c], (y, x), order=1, mode="reflect") for c in range(3)])
    return Image.fromarray(np.clip(moved + random_.normal(0, 2, moved.shape), 0, 255).astype(np.uint8))


def _cloud(random_: np.random.Generator, size: tuple[int, int], nodes: int) -> NDArray[np.float32]:
    """Smooth noise, about -1…1, (height, width)."""
    coarse = Image.fromarray(random_.uniform(-1, 1, (nodes, nodes)).astype(np.float32))
    return np.asarray(coarse.resize(size, Image.Resampling.BICUBIC))
