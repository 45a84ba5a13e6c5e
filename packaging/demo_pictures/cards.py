"""Quote cards and greeting cards, as they are passed around in family chats."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .canvas import Rng, camera, centred, clouds, fit, font, gradient, hex_colour, shade

QUOTES = [
    ("The unexamined life is not worth living.", "Socrates"),
    ("We suffer more often in imagination than in reality.", "Seneca"),
    ("Waste no more time arguing about what a good man should be. Be one.", "Marcus Aurelius"),
    ("A journey of a thousand miles begins under one's feet.", "Lao Tzu"),
    ("Hope is the thing with feathers that perches in the soul.", "Emily Dickinson"),
    ("Brevity is the soul of wit.", "William Shakespeare"),
    ("No one steps in the same river twice.", "Heraclitus"),
    ("If I have seen further, it is by standing on the shoulders of giants.", "Isaac Newton"),
    ("I am no bird; and no net ensnares me.", "Charlotte Brontë"),
    ("Our life is frittered away by detail. Simplify, simplify.", "Henry David Thoreau"),
    ("To be great is to be misunderstood.", "Ralph Waldo Emerson"),
    ("Everything has beauty, but not everyone sees it.", "Proverb"),
]
_QUOTE_LOOKS = [  # background, text, accent
    (["1f2430", "11141c"], "f3efe6", "e0b15a"),
    (["23313f", "131c26"], "eef3f5", "7fc4c9"),
    (["2b2233", "171020"], "f5eefa", "c79be8"),
    (["203029", "101a15"], "eef5ee", "8fcf9c"),
    (["33231f", "1c110e"], "faf0ea", "ee9b7a"),
    (["161616", "070707"], "fafafa", "e84a4a"),
    (["f3ecdf", "e2d6c1"], "3b322a", "a4552f"),
    (["0f3d4c", "072531"], "f0f7f7", "f2b66d"),
    (["e6ecea", "cfd9d6"], "25352f", "3c7a64"),
    (["4a1f2d", "260d16"], "fbeef1", "f2a7b5"),
]
_QUOTE_FACES = ["EBGaramond12-Italic", "EBGaramond12-Regular", "FreeSerifItalic"]


def quote(i: int, rng: Rng) -> Image.Image:
    text, author = QUOTES[i]
    background, ink, accent = _QUOTE_LOOKS[i % len(_QUOTE_LOOKS)]
    size = (840, 840) if i % 3 else (800, 1000)
    card = shade(gradient(size, background, rng.uniform(40, 140)), 0.07 * clouds(size, rng, 4))
    draw = ImageDraw.Draw(card)
    width, height = size
    if i % 2:
        draw.rectangle((36, 36, width - 37, height - 37), outline=hex_colour(accent), width=2)
    centred(draw, (width / 2, height * 0.27), "“", font("FreeSerifBold", 230), hex_colour(accent))
    face, lines = fit(text, _QUOTE_FACES[i % 3], width * 0.74, height * 0.42, 74)
    centred(draw, (width / 2, height * 0.52), lines, face, hex_colour(ink))
    rule = height * 0.78
    draw.line((width / 2 - 60, rule, width / 2 + 60, rule), fill=hex_colour(accent), width=3)
    centred(draw, (width / 2, rule + 46), author.upper(), font("Lato-Regular", 28), hex_colour(accent))
    return card


GREETINGS = [
    ("Good\nMorning", "May your day be bright", "sun"),
    ("Happy\nBirthday!", "Have a wonderful day", "balloons"),
    ("Good Night", "Sweet dreams", "stars"),
    ("Happy\nNew Year", "Health, luck and joy", "confetti"),
    ("Thank You", "for everything", "flowers"),
    ("Good\nMorning", "A new day, a new smile", "flowers"),
    ("Happy\nBirthday", "to you, dear friend", "confetti"),
    ("Get Well\nSoon", "Thinking of you", "hearts"),
    ("Happy\nMother's Day", "With all my love", "hearts"),
    ("Have a lovely\nSunday", "Rest and be happy", "sun"),
    ("Congratulations!", "You did it", "balloons"),
    ("Merry\nChristmas", "Peace and love", "stars"),
]
_SKIES = {
    "sun": ["ffb56b", "ffe29a", "fff6d8"],
    "balloons": ["8fd3f4", "c8ecff", "fdf3ff"],
    "stars": ["1d2b64", "4b3f8f", "b06ab3"],
    "confetti": ["ff9a9e", "fecfef", "fff1f8"],
    "flowers": ["d4fc79", "eaffc2", "fffde6"],
    "hearts": ["ff758c", "ffb3c6", "ffe5ec"],
}
_BRIGHT = ["e63946", "f4a261", "ffd166", "2a9d8f", "4361ee", "b5179e", "ff7bac"]
_SCRIPTS = ["lobster", "KaushanScript-Regular", "LeckerliOne-Regular", "DancingScript-Bold"]


def _bright(rng: Rng) -> tuple[int, int, int]:
    return hex_colour(_BRIGHT[rng.integers(len(_BRIGHT))])


def _flower(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, rng: Rng) -> None:
    colour, petals = _bright(rng), int(rng.integers(5, 9))
    turn = rng.uniform(0, math.tau)
    for p in range(petals):
        a = turn + math.tau * p / petals
        px, py = x + r * 0.62 * math.cos(a), y + r * 0.62 * math.sin(a)
        draw.ellipse((px - r * 0.45, py - r * 0.45, px + r * 0.45, py + r * 0.45), fill=colour)
    draw.ellipse((x - r * 0.34, y - r * 0.34, x + r * 0.34, y + r * 0.34), fill=(255, 209, 90))


def _heart(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, rng: Rng) -> None:
    t = np.linspace(0, math.tau, 60)
    hx = x + r * np.sin(t) ** 3
    hy = y - r / 16 * (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    colour = [(214, 40, 80), (255, 255, 255), (240, 90, 130), (180, 20, 70)][rng.integers(4)]
    draw.polygon(list(zip(hx, hy, strict=True)), fill=colour)


def _balloon(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, rng: Rng) -> None:
    colour = _bright(rng)
    draw.line((x, y + r, x + rng.uniform(-20, 20), y + r * 3.2), fill=(140, 140, 150), width=3)
    draw.polygon([(x, y + r * 1.1), (x - r * 0.16, y + r * 1.38), (x + r * 0.16, y + r * 1.38)], fill=colour)
    draw.ellipse((x - r, y - r * 1.2, x + r, y + r * 1.2), fill=colour)
    light = tuple(min(255, c + 75) for c in colour)
    draw.ellipse((x - r * 0.6, y - r * 0.85, x - r * 0.15, y - r * 0.25), fill=light)


def _star(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, rng: Rng) -> None:
    points = [
        (
            x + (r if k % 2 == 0 else r * 0.4) * math.sin(k * math.pi / 5),
            y - (r if k % 2 == 0 else r * 0.4) * math.cos(k * math.pi / 5),
        )
        for k in range(10)
    ]
    draw.polygon(points, fill=[(255, 236, 160), (255, 255, 255), (255, 214, 110)][rng.integers(3)])


def _confetti(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, rng: Rng) -> None:
    a = rng.uniform(0, math.pi)
    c, s = r * 0.6 * math.cos(a), r * 0.6 * math.sin(a)
    draw.polygon([(x - c, y - s), (x + s / 2, y - c / 2), (x + c, y + s), (x - s / 2, y + c / 2)], fill=_bright(rng))


_ORNAMENTS = {
    "flowers": _flower,
    "hearts": _heart,
    "balloons": _balloon,
    "stars": _star,
    "confetti": _confetti,
    "sun": _flower,
}


def greeting(i: int, rng: Rng) -> Image.Image:
    title, wish, theme = GREETINGS[i]
    scale, width, height = 2, 800, [800, 1000, 1060][i % 3]
    size = (width * scale, height * scale)
    card = gradient(size, _SKIES[theme])
    if theme == "sun":
        _sunrise(card)
    draw = ImageDraw.Draw(card)
    count = 130 if theme in ("confetti", "stars") else 34
    for _ in range(count):  # a wreath: the middle stays free for the words
        a, far = rng.uniform(0, math.tau), rng.uniform(0.84, 1.25)
        x, y = size[0] * (0.5 + 0.5 * far * math.cos(a)), size[1] * (0.5 + 0.5 * far * math.sin(a))
        if theme == "sun" and y < size[1] * 0.7:
            continue
        r = rng.uniform(14, 34) * scale if count > 100 else rng.uniform(36, 70) * scale
        _ORNAMENTS[theme](draw, x, y, r, rng)
    name = _SCRIPTS[i % len(_SCRIPTS)]
    face, lines = fit(title, name, size[0] * 0.74, size[1] * 0.42, 150 * scale)
    ink, edge = ((255, 255, 255), (70, 30, 90)) if theme in ("stars", "hearts") else ((200, 30, 80), (255, 255, 255))
    centred(draw, (size[0] / 2, size[1] * 0.44), lines, face, ink, stroke_width=4 * scale, stroke_fill=edge)
    face = font("DancingScript-Bold", 54 * scale)
    centred(draw, (size[0] / 2, size[1] * 0.70), wish, face, ink, stroke_width=2 * scale, stroke_fill=edge)
    return camera(card.resize((width, height), Image.Resampling.LANCZOS), rng, 1.5, 0.10)


def _sunrise(card: Image.Image) -> None:
    """Rays and a disc in the upper half."""
    width, height = card.size
    rays = Image.new("L", card.size, 0)
    draw = ImageDraw.Draw(rays)
    x, y = width / 2, height * 0.16
    for k in range(0, 24, 2):
        a, b = math.tau * k / 24, math.tau * (k + 1) / 24
        far = width + height
        draw.polygon(
            [
                (x, y),
                (x + far * math.cos(a), y + far * math.sin(a)),
                (x + far * math.cos(b), y + far * math.sin(b)),
            ],
            fill=70,
        )
    draw.ellipse((x - 210, y - 210, x + 210, y + 210), fill=255)
    card.paste((255, 246, 190), (0, 0), rays.filter(ImageFilter.GaussianBlur(5)))
