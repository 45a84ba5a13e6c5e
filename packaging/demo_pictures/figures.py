"""Captioned memes with a clip-art animal, and drawn portraits such as people use for their profiles."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .canvas import Rng, camera, centred, fit, gradient, hex_colour

clipart_folder = Path("/usr/share/openclipart/png")  # make_demo.py --clipart sets another one

MEMES = [  # animal (a file of openclipart-png), what it says above and below
    ("orso_architetto_fra", "one does not simply", "wake me before ten"),
    ("bobi_architetto_fra", "deploys on friday", "what could go wrong"),
    ("simple_stylized_wol", "lone wolf at work", "reads the whole thread"),
    ("dino_architetto_fra", "my code from last year", "still roaming production"),
    ("kitten_gerald_g._01", "sits on keyboard", "fixes the bug"),
    ("elefante01_architet", "never forgets", "except passwords"),
    ("alien_peterm_01", "we come in peace", "what is a printer"),
    ("lumaca_turbo_archit", "internet at home", "any minute now"),
    ("tigre05_architetto", "works on my machine", "ships the machine"),
    ("cavallo_architetto_", "why the long face", "standup at eight"),
    ("gatto_cat_architett", "if i fits", "i sits"),
    ("troll_daniel_steele", "reads the manual", "after it broke"),
]
_WHEELS = [
    ("d7263d", "a31c30"),
    ("1b998b", "12756a"),
    ("2e5eaa", "234a88"),
    ("f46036", "c94a25"),
    ("6a4c93", "523a73"),
    ("e0a100", "b98500"),
    ("3a3a3c", "242426"),
    ("00a6c7", "007d96"),
    ("d6589f", "a93f7c"),
    ("7cb518", "5f8c10"),
    ("8a5a3b", "6b442b"),
    ("9fb4c7", "7f96ab"),
]


def meme(i: int, rng: Rng) -> Image.Image:
    name, above, below = MEMES[i]
    size = [(720, 720), (800, 720), (720, 800)][i % 3]
    picture = _pinwheel(size, *_WHEELS[i % len(_WHEELS)], rays=int(rng.integers(4, 11)))
    animal = Image.open(next(p for p in sorted(clipart_folder.rglob(f"{name}*.png")))).convert("RGBA")
    animal = animal.crop(animal.getchannel("A").getbbox())
    scale = min(size[0] * 0.66 / animal.width, size[1] * 0.62 / animal.height)
    animal = animal.resize((round(animal.width * scale), round(animal.height * scale)), Image.Resampling.LANCZOS)
    picture.paste(animal, ((size[0] - animal.width) // 2, (size[1] - animal.height) // 2), animal)
    draw = ImageDraw.Draw(picture)
    for text, y in ((above, 0.115), (below, 0.885)):
        face, lines = fit(text.upper(), "RobotoCondensed-Bold", size[0] * 0.94, size[1] * 0.2, 92)
        centred(draw, (size[0] / 2, size[1] * y), lines, face, (255, 255, 255), stroke_width=5, stroke_fill=(0, 0, 0))
    return picture


def _pinwheel(size: tuple[int, int], light: str, dark: str, rays: int) -> Image.Image:
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    angle = np.arctan2(y - size[1] / 2, x - size[0] / 2)
    part = (np.floor((angle + math.pi) / (math.pi / rays)) % 2)[..., None]
    return Image.fromarray(
        (np.array(hex_colour(light)) * part + np.array(hex_colour(dark)) * (1 - part)).astype(np.uint8)
    )


_SKIN = ["f6d1b0", "eebf94", "d9a06f", "b97a4b", "8d5a35", "6b4226"]
_HAIR = ["2b1b12", "4a2f1d", "7a4b26", "c58b3f", "e2c275", "8e8e93", "1a1a1f", "9c3b1f"]
_CLOTH = ["264653", "2a9d8f", "e76f51", "e9c46a", "457b9d", "8d5a97", "bc4749", "386641", "f2f2f2", "22223b"]
_WALLS = [
    ["a8dadc", "457b9d"],
    ["ffe8d6", "ddbea9"],
    ["cdb4db", "a2d2ff"],
    ["b7e4c7", "52b788"],
    ["ffd6a5", "ff9f68"],
    ["dfe7fd", "8ea7e9"],
    ["f4978e", "c44536"],
    ["2d3142", "4f5d75"],
    ["e9edc9", "a3b18a"],
    ["fff3b0", "e09f3e"],
    ["99d6d6", "2c7da0"],
    ["ead2ac", "9c6644"],
]
S = 2  # painted at twice the size, then reduced: smooth edges


def portrait(i: int, rng: Rng) -> Image.Image:
    width, height = [(760, 900), (840, 840), (960, 760)][i % 3]
    people = [1, 2, 1, 1, 3, 1, 1][i % 7]
    picture = gradient((width * S, height * S), _WALLS[i % len(_WALLS)], rng.uniform(60, 120))
    picture = _bokeh(picture, rng)
    reach = min(width / (people * 0.78 + 0.35), height * 0.94) * S
    for k in range(people):
        x = picture.width * (k + 0.5 + 0.12 * (people - 1) * (0.5 - k / max(1, people - 1))) / people
        _person(picture, x, picture.height * (0.45 + 0.03 * rng.uniform(-1, 1)), reach * 0.235, i * 3 + k, rng)
    return camera(picture.resize((width, height), Image.Resampling.LANCZOS), rng, 3, 0.20)


def _bokeh(picture: Image.Image, rng: Rng) -> Image.Image:
    lights = Image.new("L", picture.size, 0)
    draw = ImageDraw.Draw(lights)
    for _ in range(22):
        x, y, r = rng.uniform(0, picture.width), rng.uniform(0, picture.height), rng.uniform(30, 130)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=int(rng.integers(18, 70)))
    picture.paste((255, 255, 255), (0, 0), lights.filter(ImageFilter.GaussianBlur(7)))
    return picture


def _darker(colour: tuple[int, int, int], factor: float) -> tuple[int, ...]:
    return tuple(min(255, round(c * factor)) for c in colour)


def _person(picture: Image.Image, x: float, y: float, r: float, style: int, rng: Rng) -> None:
    """Head and shoulders; `r` is half the height of the face."""
    draw = ImageDraw.Draw(picture)
    skin, hair = hex_colour(_SKIN[(style * 5 + 1) % 6]), hex_colour(_HAIR[(style * 3) % 8])
    cloth = hex_colour(_CLOTH[(style * 7) % 10])
    cut = style % 4  # 0 short, 1 long, 2 curly, 3 bun
    if cut == 1:
        draw.rounded_rectangle((x - r * 1.02, y - r * 0.75, x + r * 1.02, y + r * 1.55), r * 0.7, fill=hair)
    if cut == 3:
        draw.ellipse((x - r * 0.42, y - r * 1.72, x + r * 0.42, y - r * 0.9), fill=hair)
    draw.rounded_rectangle((x - r * 1.75, y + r * 1.32, x + r * 1.75, y + r * 9), r * 0.95, fill=cloth)
    draw.rounded_rectangle((x - r * 0.36, y + r * 0.6, x + r * 0.36, y + r * 1.6), r * 0.3, fill=_darker(skin, 0.86))
    draw.pieslice((x - r * 0.62, y + r * 0.95, x + r * 0.62, y + r * 1.85), 0, 180, fill=_darker(skin, 0.93))
    for side in (-1, 1):
        draw.ellipse(
            (x + side * r * 0.82 - r * 0.17, y - r * 0.14, x + side * r * 0.82 + r * 0.17, y + r * 0.28),
            fill=_darker(skin, 0.9),
        )
    draw.ellipse((x - r * 0.83, y - r, x + r * 0.83, y + r), fill=skin)
    _hair(draw, x, y, r, cut, hair, rng)
    _face(draw, x, y, r, skin, hair, style)


def _hair(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, cut: int, hair: tuple, rng: Rng) -> None:
    if cut == 2:
        for a in np.linspace(math.pi * 0.95, math.pi * 2.05, 11):
            cx, cy = x + r * 0.82 * math.cos(a), y - r * 0.12 + r * 0.92 * math.sin(a)
            draw.ellipse((cx - r * 0.33, cy - r * 0.33, cx + r * 0.33, cy + r * 0.33), fill=hair)
        return
    draw.chord((x - r * 0.9, y - r * 1.12, x + r * 0.9, y + r * 0.62), 192, 348, fill=hair)
    if cut == 0:
        draw.polygon(
            [(x - r * 0.88, y - r * 0.42), (x + r * 0.2, y - r * 1.22), (x + r * 0.92, y - r * 0.42)], fill=hair
        )
    if cut == 1:
        for side in (-1, 1):
            left, right = sorted((x + side * r * 1.02, x + side * r * 0.66))
            draw.rounded_rectangle((left, y - r * 0.5, right, y + r * 1.5), r * 0.18, fill=hair)


def _face(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, skin: tuple, hair: tuple, style: int) -> None:
    line = max(3, round(r * 0.05))
    for side in (-1, 1):
        ex, ey = x + side * r * 0.34, y - r * 0.02
        draw.ellipse((ex - r * 0.14, ey - r * 0.11, ex + r * 0.14, ey + r * 0.11), fill=(252, 252, 252))
        draw.ellipse((ex - r * 0.08, ey - r * 0.09, ex + r * 0.08, ey + r * 0.09), fill=(50, 38, 34))
        draw.ellipse((ex - r * 0.01, ey - r * 0.07, ex + r * 0.05, ey - r * 0.01), fill=(255, 255, 255))
        draw.arc(
            (ex - r * 0.22, ey - r * 0.34, ex + r * 0.22, ey + r * 0.02),
            205,
            335,
            fill=_darker(hair, 0.9),
            width=line,
        )
        cheek = tuple(round(0.78 * a + 0.22 * b) for a, b in zip(skin, (235, 96, 96), strict=True))
        draw.ellipse(
            (ex - r * 0.17 + side * r * 0.12, y + r * 0.24, ex + r * 0.17 + side * r * 0.12, y + r * 0.44),
            fill=cheek,
        )
        if style % 5 == 2:
            draw.ellipse((ex - r * 0.26, ey - r * 0.22, ex + r * 0.26, ey + r * 0.24), outline=(40, 40, 48), width=line)
    if style % 5 == 2:
        draw.line((x - r * 0.09, y - r * 0.02, x + r * 0.09, y - r * 0.02), fill=(40, 40, 48), width=line)
    draw.arc((x - r * 0.12, y + r * 0.04, x + r * 0.12, y + r * 0.32), 20, 160, fill=_darker(skin, 0.72), width=line)
    if style % 3 == 1:
        draw.chord(
            (x - r * 0.32, y + r * 0.24, x + r * 0.32, y + r * 0.72),
            8,
            172,
            fill=(255, 255, 255),
            outline=(150, 50, 50),
            width=line // 2,
        )
    else:
        draw.arc((x - r * 0.32, y + r * 0.14, x + r * 0.32, y + r * 0.62), 25, 155, fill=(150, 60, 56), width=line)
    if style % 6 == 4:  # a beard
        draw.chord((x - r * 0.8, y - r * 0.4, x + r * 0.8, y + r * 1.06), 50, 130, fill=hair)
