"""Photographs of receipts on a table and of whiteboards after a meeting."""

from __future__ import annotations

import itertools
import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .canvas import Rng, camera, centred, clouds, font, gradient, lay_down, shade, table

SHOPS = [
    "CORNER BAKERY",
    "GREEN MARKET",
    "PAPER & INK",
    "CAFE LUNA",
    "HARDWARE BROS",
    "NOODLE HOUSE",
    "CITY PHARMACY",
    "BOOK NOOK",
    "FRESH & FAST",
    "PIZZERIA SOLE",
    "BIKE WORKS",
    "FLOWER LANE",
]
_GOODS = [
    "Espresso",
    "Croissant",
    "Rye bread",
    "Milk 1L",
    "Apples 1kg",
    "Notebook A5",
    "Green tea",
    "Olive oil",
    "Ramen",
    "Soap",
    "Batteries AA",
    "Tomatoes",
    "Cheddar 200g",
    "Lemonade",
    "Tulips x10",
    "Tape 20m",
    "Bananas",
    "Rice 2kg",
]


def receipt(i: int, rng: Rng) -> Image.Image:
    size = (720, 960)
    paper = receipt_paper(SHOPS[i], rng)
    height = rng.uniform(0.62, 1.12) * size[1]  # some reach out of the picture
    paper = paper.resize((round(paper.width * height / paper.height), round(height)), Image.Resampling.LANCZOS)
    if paper.width > size[0] * 0.9:
        paper = paper.resize((round(size[0] * 0.9), round(paper.height * size[0] * 0.9 / paper.width)))
    return camera(lay_down(paper, table(size, rng), rng, 16), rng, 2.5)


def receipt_paper(shop: str, rng: Rng) -> Image.Image:
    count = int(rng.integers(6, 12))
    width, height = 440, 470 + 30 * count
    sheet = Image.new("RGB", (width, height), (249, 248, 244))
    draw = ImageDraw.Draw(sheet)
    ink = (52, 52, 60)
    plain, bold, large = (
        font(f, s) for f, s in (("DejaVuSansMono", 19), ("DejaVuSansMono-Bold", 26), ("DejaVuSansMono-Bold", 30))
    )
    centred(draw, (width / 2, 44), shop, large, ink)
    centred(draw, (width / 2, 92), f"{rng.integers(1, 99)} High Street\nTel 555-01{rng.integers(10, 99)}", plain, ink)
    date = f"{rng.integers(1, 29):02}/{rng.integers(1, 13):02}/2026"
    draw.text(
        (28, 134),
        f"{date}    {rng.integers(8, 21):02}:{rng.integers(0, 60):02}   #{rng.integers(1000, 9999)}",
        ink,
        plain,
    )
    y, total = 168, 0
    draw.text((28, y), "-" * 33, ink, plain)
    for good in rng.choice(_GOODS, count, replace=False):
        cents = int(rng.integers(80, 1990))
        y, total = y + 30, total + cents
        draw.text((28, y), f"{rng.integers(1, 4)} {good}", ink, plain)
        draw.text((width - 28, y), f"{cents / 100:.2f}", ink, plain, anchor="ra")
    draw.text((28, y + 28), "=" * 33, ink, plain)
    draw.text((28, y + 58), "TOTAL", ink, bold)
    draw.text((width - 28, y + 58), f"{total / 100:.2f}", ink, bold, anchor="ra")
    draw.text(
        (28, y + 100),
        f"VAT 7%{total * 0.07 / 100:>27.2f}\nCARD ************{rng.integers(1000, 9999)}",
        ink,
        plain,
    )
    x = 60.0
    while x < width - 60:  # the bar code
        bar = int(rng.integers(1, 5)) * 1.6
        draw.rectangle((x, y + 172, x + bar, y + 232), fill=ink)
        x += bar + int(rng.integers(1, 4)) * 1.9
    centred(draw, (width / 2, y + 262), "THANK YOU", plain, ink)
    folds = 0.05 * np.sin(np.mgrid[0:height, 0:width][0] / height * math.pi * rng.uniform(2, 5) + rng.uniform(0, 6))
    sheet = shade(sheet, folds - 0.03 + 0.04 * clouds((width, height), rng, 70)).filter(ImageFilter.GaussianBlur(0.5))
    return _torn(sheet)


def _torn(sheet: Image.Image) -> Image.Image:
    """The same with the zigzag that a printer's cutter leaves at both ends, as RGBA."""
    width, height = sheet.size
    zigzag = [(x, 0 if k % 2 else 7) for k, x in enumerate(range(0, width + 1, 8))]
    mask = Image.new("L", sheet.size, 0)
    ImageDraw.Draw(mask).polygon([*zigzag, *((x, height - 1 - y) for x, y in reversed(zigzag))], fill=255)
    sheet.putalpha(mask)
    return sheet


_MARKERS = [(38, 38, 46), (28, 70, 190), (200, 36, 44), (24, 130, 70)]
_HANDS = ["Humor-Sans", "SteveHand", "BecauseWeBuild-Regular", "YuseiMagic-Regular", "femkeklaver"]
_BOARDS = [
    ("Sprint 14", ["fix login bug", "write tests!", "ship demo", "ask Ana"], "boxes"),
    ("Roadmap", ["Q1  search", "Q2  sharing", "Q3  mobile", "hire 2 people"], "curve"),
    ("Neural net", ["three layers", "loss goes down", "lr = 0.01", "batch 64"], "net"),
    ("Budget", ["rent  1200", "food   450", "train   90", "save!"], "bars"),
    ("Retro", ["+ pairing", "+ quiet Fridays", "- meetings", "- slow CI"], "boxes"),
    ("Physics", ["F = m a", "E = 1/2 m v^2", "p = m v", "s = 1/2 g t^2"], "curve"),
    ("System", ["client", "queue", "worker", "cache?"], "boxes"),
    ("Team trip", ["Fri: train 8:15", "Sat: hike", "Sun: museum", "bring cash"], "bars"),
    ("Lesson 5", ["sin, cos, tan", "unit circle", "homework p. 42", "test Tuesday"], "curve"),
    ("Graph search", ["A -> B -> D", "visited = { }", "queue, not stack", "O(V + E)"], "net"),
    ("Ideas", ["photo map", "sort by place", "no cloud", "undo all"], "net"),
    ("Sales", ["Mon 12", "Tue 19", "Wed 9", "Thu 24"], "bars"),
]


def whiteboard(i: int, rng: Rng) -> Image.Image:
    size = (1040, 780)
    board = shade(gradient(size, ["f1f3f2", "dfe3e4"], rng.uniform(30, 150)), 0.05 * clouds(size, rng, 200))
    board = _smudges(board, rng)
    draw = ImageDraw.Draw(board)
    title, notes, sketch = _BOARDS[i]
    hand = _HANDS[i % len(_HANDS)]
    ink = _MARKERS[rng.integers(2)]
    left, step = (560 if i % 2 else 70), rng.uniform(84, 116)  # the words beside the sketch, on either side
    _write(board, (left, 50), title, font(hand, 84), _MARKERS[i % 4], rng)
    end = left + 20 + font(hand, 84).getlength(title)
    _stroke(draw, [(left, 152), (end, 152 + rng.uniform(-8, 8))], _MARKERS[i % 4], rng)
    for k, note in enumerate(notes):
        y = 215 + k * step + rng.uniform(-8, 8)
        draw.ellipse((left + 2, y + 20, left + 18, y + 36), fill=_MARKERS[2])
        _write(board, (left + 42, y), note, font(hand, 52), ink if k else _MARKERS[(i + 1) % 4], rng)
    width, height = rng.uniform(370, 420), rng.uniform(300, 470)
    x = (60 if i % 2 else 580) + rng.uniform(0, 420 - width)
    y = rng.uniform(170, 680 - height)
    _SKETCHES[sketch](draw, (x, y, x + width, y + height), rng)
    frame = Image.new("RGB", (size[0] + 44, size[1] + 44), (160, 164, 168))
    frame.paste(board, (22, 22))
    ImageDraw.Draw(frame).rectangle((0, size[1] + 30, size[0] + 44, size[1] + 44), fill=(112, 116, 120))
    wall = gradient(size, [["cfc6b8", "b9b0a3"], ["b8c2c8", "a5afb6"], ["c9c9c4", "b4b4b0"]][i % 3], 60)
    small = frame.resize((round(size[0] * 0.97), round(size[1] * 0.97)), Image.Resampling.LANCZOS).convert("RGBA")
    return camera(lay_down(small, wall, rng, 1.6), rng, 2.5, 0.20)


def _smudges(board: Image.Image, rng: Rng) -> Image.Image:
    """What an old eraser leaves behind."""
    haze = Image.new("L", board.size, 0)
    draw = ImageDraw.Draw(haze)
    for _ in range(9):
        x, y = rng.uniform(0, board.width), rng.uniform(0, board.height)
        draw.line(
            (x, y, x + rng.uniform(-260, 260), y + rng.uniform(-60, 60)), fill=34, width=int(rng.integers(30, 80))
        )
    board.paste((150, 158, 176), (0, 0), haze.filter(ImageFilter.GaussianBlur(18)))
    return board


def _write(board: Image.Image, at: tuple[float, float], text: str, face: object, ink: tuple, rng: Rng) -> None:
    layer = Image.new("L", board.size, 0)
    ImageDraw.Draw(layer).text(at, text, 235, face, stroke_width=1)
    layer = layer.rotate(rng.uniform(-1.5, 1.5), Image.Resampling.BICUBIC, center=at)
    board.paste(ink, (0, 0), layer)


def _stroke(draw: ImageDraw.ImageDraw, points: list, ink: tuple, rng: Rng, width: int = 7) -> None:
    """A line through `points` as a hand with a marker draws it."""
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        n = max(2, int(math.hypot(x1 - x0, y1 - y0) / 12))
        t = np.linspace(0, 1, n)
        bend = np.sin(t * math.pi) * rng.normal(0, 4)
        path = [(x0 + (x1 - x0) * s + b, y0 + (y1 - y0) * s - b) for s, b in zip(t, bend, strict=True)]
        draw.line(path, fill=ink, width=width, joint="curve")


def _arrow(draw: ImageDraw.ImageDraw, a: tuple, b: tuple, ink: tuple, rng: Rng) -> None:
    _stroke(draw, [a, b], ink, rng, 6)
    angle = math.atan2(b[1] - a[1], b[0] - a[0])
    for turn in (2.6, -2.6):
        _stroke(draw, [b, (b[0] + 24 * math.cos(angle + turn), b[1] + 24 * math.sin(angle + turn))], ink, rng, 6)


def _boxes(draw: ImageDraw.ImageDraw, box: tuple, rng: Rng) -> None:
    x0, y0, x1, y1 = box
    places = [(x0, y0), (x1 - 160, y0 + 40), (x0, y1 - 130), (x1 - 150, y1 - 110)]
    for k, (x, y) in enumerate(places):
        _stroke(draw, [(x, y), (x + 150, y + 4), (x + 148, y + 100), (x + 2, y + 98), (x, y)], _MARKERS[k % 4], rng)
        centred(draw, (x + 75, y + 50), "ABCD"[k], font("Humor-Sans", 52), _MARKERS[k % 4])
    for a, b in ((0, 1), (1, 3), (0, 2), (2, 3)):
        (ax, ay), (bx, by) = places[a], places[b]
        if abs(bx - ax) > abs(by - ay):
            _arrow(draw, (ax + 158, ay + 50), (bx - 10, by + 50), _MARKERS[0], rng)
        else:
            _arrow(draw, (ax + 75, ay + 108), (bx + 75, by - 10), _MARKERS[0], rng)


def _curve(draw: ImageDraw.ImageDraw, box: tuple, rng: Rng) -> None:
    x0, y0, x1, y1 = box
    _arrow(draw, (x0, y1), (x0, y0), _MARKERS[0], rng)
    _arrow(draw, (x0, y1), (x1, y1), _MARKERS[0], rng)
    for colour, rate in ((_MARKERS[2], rng.uniform(1.4, 2.6)), (_MARKERS[1], rng.uniform(3, 6))):
        t = np.linspace(0, 1, 30)
        y = y1 - (y1 - y0) * (0.1 + 0.75 * t**rate if rate < 2.7 else 0.45 + 0.3 * np.sin(t * rate * 1.6))
        _stroke(draw, list(zip(x0 + 10 + t * (x1 - x0 - 40), y, strict=True)), colour, rng)


def _bars(draw: ImageDraw.ImageDraw, box: tuple, rng: Rng) -> None:
    x0, y0, x1, y1 = box
    _arrow(draw, (x0, y1), (x0, y0), _MARKERS[0], rng)
    _arrow(draw, (x0, y1), (x1, y1), _MARKERS[0], rng)
    for k in range(int(rng.integers(3, 5))):
        x, top = x0 + 40 + k * 80, y1 - (y1 - y0) * rng.uniform(0.25, 0.85)
        _stroke(draw, [(x, y1), (x, top), (x + 54, top), (x + 54, y1)], _MARKERS[1 + k % 3], rng)
        for y in np.arange(top + 18, y1, 22):
            _stroke(draw, [(x + 4, y + 10), (x + 50, y - 8)], _MARKERS[1 + k % 3], rng, 3)


def _net(draw: ImageDraw.ImageDraw, box: tuple, rng: Rng) -> None:
    x0, y0, x1, y1 = box
    layers = [
        [(x0 + 40 + c * (x1 - x0 - 80) / 2, y0 + (k + 1) * (y1 - y0) / (n + 1)) for k in range(n)]
        for c, n in enumerate(rng.integers(2, 6, 3))
    ]
    for left, right in itertools.pairwise(layers):
        for a in left:
            for b in right:
                _stroke(draw, [a, b], (90, 92, 104), rng, 3)
    for c, layer in enumerate(layers):
        for x, y in layer:
            draw.ellipse((x - 30, y - 30, x + 30, y + 30), fill=(240, 242, 243), outline=_MARKERS[1 + c], width=7)


_SKETCHES = {"boxes": _boxes, "curve": _curve, "bars": _bars, "net": _net}
