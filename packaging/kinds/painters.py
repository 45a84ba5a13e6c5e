"""Pictures of the kinds that nobody publishes by the hundred, painted with whatever words, fonts and photographs there are.

Each painter takes a Studio and a random generator and gives an RGB picture of some 640 pixels. None of them paints as
packaging/demo_pictures does: the demo gallery is one of the sets that the kinds are tested on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from demo_pictures.canvas import Rng, camera, clouds, font, gradient, lay_down, shade, table, wrap
from PIL import Image, ImageDraw, ImageFilter

SANS = ("Lato-Regular", "Lato-Light", "Roboto-Regular", "Roboto-Medium", "DejaVuSans", "FreeSans")
SERIF = ("EBGaramond12-Regular", "EBGaramond12-Italic", "FreeSerif", "FreeSerifItalic", "DejaVuSerif")
HEAVY = ("Lato-Black", "Lato-Heavy", "Roboto-Black", "RobotoCondensed-Bold", "DejaVuSans-Bold", "FreeSansBold")
MONO = ("JetBrainsMono-Regular", "FiraCode-Regular", "DejaVuSansMono", "FreeMono")
HAND = ("Humor-Sans", "SteveHand", "BecauseWeBuild-Regular", "YuseiMagic-Regular", "femkeklaver")
SCRIPT = ("lobster", "KaushanScript-Regular", "LeckerliOne-Regular", "DancingScript-Bold", "DancingScript-Regular")
WISHES = (
    "Good morning", "Good night", "Happy birthday", "Merry Christmas", "Happy New Year", "Happy Easter", "Thank you",
    "Congratulations", "Get well soon", "Have a nice day", "Happy Diwali", "Eid Mubarak", "With love", "Bonjour",
    "Joyeux anniversaire", "Bonne année", "Bonne nuit", "Joyeux Noël", "Bon week-end", "Merci", "Guten Morgen",
    "Gute Nacht", "Alles Gute zum Geburtstag", "Frohe Weihnachten", "Schönes Wochenende", "Buongiorno", "Buon compleanno",
    "Buona domenica", "Buenos días", "Feliz cumpleaños", "Feliz Navidad", "Bom dia", "Feliz aniversário", "Boa noite",
)  # fmt: skip
GOODS = ("milk", "bread", "coffee", "cheese", "apples", "pasta", "juice", "soap", "batteries", "paper A4", "rice 1kg", "tea",
         "lait", "pain", "beurre", "Brot", "Käse", "leche", "latte", "nails 40mm", "paint 1L", "chicken", "oil 500ml", "beer")  # fmt: skip
TOTALS = ("TOTAL", "Total", "SUBTOTAL", "TOTAL DUE", "SUMME", "Gesamt", "TOTALE", "TOTAL TTC", "À payer", "IMPORTE")
MONEY = ("", "", "", "$", "€", "£", "RM", "CHF ")


@dataclass(frozen=True)
class Studio:
    """What is painted with: `photos`, `others` (people, drawings) and `clipart` (files), `sentences`, `sources` (of programs)."""

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


def _pick(rng: Rng, several: Sequence[str]) -> str:
    return several[rng.integers(len(several))]


def _size(rng: Rng) -> tuple[int, int]:
    return ((640, 640), (640, 480), (480, 640), (640, 360), (360, 640), (512, 640), (640, 560))[rng.integers(7)]


def _colour(rng: Rng, dark: float = 0, light: float = 255) -> tuple[int, ...]:
    return tuple(int(c) for c in rng.uniform(dark, light, 3))


def _flat(rng: Rng, size: tuple[int, int]) -> Image.Image:
    """A plain ground or one that runs from colour to colour."""
    stops = ["".join(f"{c:02x}" for c in _colour(rng)) for _ in range(int(rng.integers(1, 4)))]
    ground = gradient(size, stops * 2 if len(stops) == 1 else stops, rng.uniform(0, 180))
    return shade(ground, 0.1 * clouds(size, rng, int(rng.integers(4, 200)))) if rng.random() < 0.4 else ground


def _contrary(ground: Image.Image) -> tuple[int, int, int]:
    bright = float(np.asarray(ground.convert("L")).mean())
    return (255, 255, 255) if bright < 140 else (20, 20, 30)


def _block(draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], text: str, name: str, **how: object) -> None:
    """`text` as large as it fits into `box` (x, y, width, height), in its middle."""
    x, y, width, height = box
    for size in range(int(how.pop("largest", 90)), 8, -2):  # type: ignore[call-overload]
        face = font(name, size)
        lines = wrap(text, face, width)
        if len(lines) * size * 1.25 <= height and max(face.getlength(line) for line in lines) <= width:
            break
    at = (x + width / 2, y + height / 2)
    draw.multiline_text(at, "\n".join(lines), font=face, anchor="mm", align="center", **how)  # type: ignore[arg-type]


def meme(studio: Studio, rng: Rng) -> Image.Image:
    """Words above or below, on a photograph, on clip-art, or in a white bar over it."""
    size = _size(rng)
    if rng.random() < 0.2:  # two pictures, one above the other
        two = [_captioned(studio.photo(rng, (size[0], size[1] // 2), 0.65), studio, rng) for _ in range(2)]
        page = Image.new("RGB", (size[0], size[1] // 2 * 2), "white")
        page.paste(two[0], (0, 0))
        page.paste(two[1], (0, size[1] // 2))
        return page
    if rng.random() < 0.85:
        picture = studio.photo(rng, size, 0.65)
    else:
        picture = _flat(rng, size)
        art = studio.art(rng, int(min(size) * 0.7))
        picture.paste(art, ((size[0] - art.width) // 2, (size[1] - art.height) // 2), art)
    if rng.random() < 0.2:
        bar = int(size[1] * rng.uniform(0.12, 0.34))
        page = Image.new("RGB", (size[0], size[1] + bar), "white")
        page.paste(picture, (0, bar))
        _block(ImageDraw.Draw(page), (12, 8, size[0] - 24, bar - 16), studio.words(rng, 20, 110), _pick(rng, SANS), fill=(0, 0, 0), largest=44)
        return page
    return _captioned(picture, studio, rng)


def _captioned(picture: Image.Image, studio: Studio, rng: Rng) -> Image.Image:
    """Words in heavy letters, with an edge that is seen on everything, above, below or both."""
    draw, name, size = ImageDraw.Draw(picture), _pick(rng, HEAVY), picture.size
    where = rng.random()
    capitals = rng.random() < 0.75
    high = rng.uniform(0.1, 0.24)
    for top, wanted in ((0.02, where < 0.8), (0.97 - high, where > 0.15)):
        if wanted:
            text = studio.words(rng, 6, int(rng.integers(10, 60)))
            box = (size[0] * 0.03, size[1] * top, size[0] * 0.94, size[1] * high)
            _block(draw, box, text.upper() if capitals else text, name, fill=(255, 255, 255), stroke_width=int(rng.integers(2, 5)), stroke_fill=(0, 0, 0))
    return picture


def greeting(studio: Studio, rng: Rng) -> Image.Image:
    """A wish in large letters on flowers, a sky, a photograph, with ornaments around."""
    size = _size(rng)
    choice = rng.random()
    card = studio.photo(rng, size) if choice < 0.45 else _flat(rng, size)
    if choice > 0.3:
        for _ in range(int(rng.integers(3, 14))):
            art = studio.art(rng, int(rng.integers(60, 190)))
            edge = rng.random() < 0.5
            x = int(rng.choice([rng.uniform(-40, 60), rng.uniform(size[0] - 160, size[0])]) if edge else rng.uniform(-40, size[0]))
            y = int(rng.uniform(-40, size[1]) if edge else rng.choice([rng.uniform(-60, 40), rng.uniform(size[1] - 130, size[1])]))
            card.paste(art, (x, y), art)
    draw = ImageDraw.Draw(card)
    if choice > 0.3 and rng.random() < 0.5:
        dots = rng.uniform(0, 1, (int(rng.integers(20, 160)), 2)) * size
        for x, y in dots:
            r = rng.uniform(2, 9)
            draw.ellipse((x - r, y - r, x + r, y + r), fill=_colour(rng, 90))
    ink, edge_ink = (_colour(rng, 190), _colour(rng, 0, 110)) if rng.random() < 0.6 else (_colour(rng, 0, 130), (255, 255, 255))
    name = _pick(rng, SCRIPT if rng.random() < 0.8 else SERIF)
    y = size[1] * rng.uniform(0.12, 0.4)
    _block(draw, (size[0] * 0.08, y, size[0] * 0.84, size[1] * 0.36), _pick(rng, WISHES), name, fill=ink, stroke_width=3, stroke_fill=edge_ink, largest=130)
    if rng.random() < 0.7:
        box = (size[0] * 0.1, y + size[1] * 0.36, size[0] * 0.8, size[1] * 0.16)
        _block(draw, box, studio.words(rng, 10, 60), _pick(rng, SCRIPT), fill=ink, stroke_width=1, stroke_fill=edge_ink, largest=40)
    return card


def quote(studio: Studio, rng: Rng) -> Image.Image:
    """A sentence and who said it, on a plain ground or a photograph that stands back."""
    size = _size(rng)
    if rng.random() < 0.35:
        card = studio.photo(rng, size).filter(ImageFilter.GaussianBlur(float(rng.uniform(0, 8))))
        card = Image.blend(card, Image.new("RGB", size, _colour(rng, 0, 80) if rng.random() < 0.7 else (240, 240, 235)), rng.uniform(0.35, 0.7))
    elif rng.random() < 0.35:  # paper
        card = shade(Image.new("RGB", size, _colour(rng, 205)), 0.06 * clouds(size, rng, int(rng.integers(3, 40))))
    else:
        card = _flat(rng, size)
    draw, ink = ImageDraw.Draw(card), _contrary(card)
    if rng.random() < 0.3:
        draw.rectangle((24, 24, size[0] - 25, size[1] - 25), outline=ink, width=2)
    if rng.random() < 0.5:
        _block(draw, (size[0] * 0.1, size[1] * 0.06, size[0] * 0.8, size[1] * 0.2), "“", _pick(rng, SERIF), fill=_colour(rng), largest=160)
    text = studio.words(rng, 40, 180)
    if rng.random() < 0.4:
        text = f"“{text}”"
    name = _pick(rng, SERIF if rng.random() < 0.5 else SANS + HEAVY if rng.random() < 0.7 else SCRIPT)
    _block(draw, (size[0] * 0.1, size[1] * 0.2, size[0] * 0.8, size[1] * 0.52), text, name, fill=ink, largest=int(rng.integers(34, 70)))
    if rng.random() < 0.8:
        _block(draw, (size[0] * 0.2, size[1] * 0.76, size[0] * 0.6, size[1] * 0.1), "— " + studio.words(rng, 5, 22), _pick(rng, SANS), fill=ink, largest=26)
    return card


def code(studio: Studio, rng: Rng) -> Image.Image:
    """Lines of a program or of a terminal, dark or light, in a window or without one."""
    size = ((640, 400), (640, 480), (600, 600), (400, 640), (640, 300))[rng.integers(5)]
    dark = rng.random() < 0.75
    ground = _colour(rng, 0, 50) if dark else _colour(rng, 235)
    shot = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(shot)
    face = font(_pick(rng, MONO), int(rng.integers(9, 20)))
    inks = [_colour(rng, 110 if dark else 0, 255 if dark else 140) for _ in range(6)]
    top, left = 6, int(rng.integers(4, 40))
    if rng.random() < 0.6:
        draw.rectangle((0, 0, size[0], 26), fill=tuple(min(255, c + 18) for c in ground))
        top = 34
    if rng.random() < 0.3:
        wide = int(rng.integers(80, 170))
        draw.rectangle((0, top - 8, wide, size[1]), fill=tuple(max(0, c - 8) for c in ground))
        for row in range(int(rng.integers(5, 16))):
            draw.text((10, top + row * 18), _pick(rng, ("main.py", "src", "tests", "README.md", "index.ts", "lib.rs")), inks[0], font("Roboto-Regular", 12))
        left += wide
    lines = studio.sources[rng.integers(len(studio.sources))]
    first = int(rng.integers(max(1, len(lines) - 40)))
    for row, line in enumerate(lines[first : first + int((size[1] - top) / (face.size * 1.35))]):
        x, y = left, top + row * face.size * 1.35
        for part in line.replace("\t", "    ").split(" "):
            draw.text((x, y), part, inks[0] if rng.random() < 0.5 else inks[len(part) % 6], face)
            x += face.getlength(part + " ")
    return shot


def _ground(size: tuple[int, int], studio: Studio, rng: Rng) -> Image.Image:
    """What a paper lies on."""
    if rng.random() < 0.3:
        return studio.photo(rng, size)
    return table(size, rng) if rng.random() < 0.15 else shade(_flat(rng, size), 0.15 * clouds(size, rng, int(rng.integers(3, 90))))


def _page(studio: Studio, rng: Rng, size: tuple[int, int]) -> Image.Image:
    """A page of a letter, a book, a form or a table."""
    sheet = Image.new("RGB", size, tuple(int(c) for c in rng.uniform(238, 256, 3)))
    draw = ImageDraw.Draw(sheet)
    name, margin, ink = _pick(rng, SERIF + SANS if rng.random() < 0.85 else HAND), size[0] * rng.uniform(0.06, 0.14), _colour(rng, 0, 70)
    face, columns, y0 = font(name, int(rng.integers(8, 15))), int(rng.choice([1, 1, 1, 2])), size[1] * 0.06
    if rng.random() < 0.7:
        _block(draw, (margin, y0, size[0] - 2 * margin, size[1] * 0.07), studio.words(rng, 10, 50), _pick(rng, HEAVY + SERIF), fill=ink, largest=34)
        y0 = size[1] * 0.16
    form = rng.random() < 0.3
    wide = (size[0] - 2 * margin) / columns
    for column in range(columns):
        x, y = margin + column * wide, y0
        while y < size[1] * 0.94:
            if form and rng.random() < 0.4:
                draw.text((x, y), studio.words(rng, 5, 16) + ":", ink, face)
                draw.line((x + wide * 0.4, y + face.size, x + wide * 0.9, y + face.size), fill=ink)
                y += face.size * 2
                continue
            for line in wrap(studio.words(rng, 80, 420), face, wide * 0.94):
                draw.text((x, y), line, ink, face)
                y += face.size * 1.4
                if y > size[1] * 0.94:
                    break
            y += face.size * rng.uniform(0.3, 1.4)
    return sheet


def document(studio: Studio, rng: Rng) -> Image.Image:
    """A page, scanned or photographed on a table."""
    page = _page(studio, rng, (480, 640) if rng.random() < 0.8 else (640, 480))
    draw = ImageDraw.Draw(page)
    if rng.random() < 0.3:  # a figure or a letter's head
        art = studio.art(rng, int(rng.integers(60, 200)))
        page.paste(art.convert("L").convert("RGB") if rng.random() < 0.5 else art, tuple(int(c) for c in rng.uniform(10, 240, 2)), art)
    if rng.random() < 0.3:  # a table
        x, y, rows, wide = rng.uniform(30, 80), rng.uniform(100, 350), int(rng.integers(3, 9)), rng.uniform(250, 380)
        draw.rectangle((x, y, x + wide, y + rows * 20), fill="white")
        for row in range(rows + 1):
            draw.line((x, y + row * 20, x + wide, y + row * 20), fill=(60, 60, 60))
        for column in range(int(rng.integers(2, 6)) + 1):
            draw.text((x + 6 + column * wide / 6, y + 4), studio.words(rng, 3, 8), (40, 40, 40), font("DejaVuSans", 10))
    if rng.random() < 0.6:
        return page if rng.random() < 0.6 else camera(page, rng, 2, 0.05)
    ground = _ground((560, 720), studio, rng)
    return camera(lay_down(page.convert("RGBA"), ground, rng, 14), rng, 3)


def receipt(studio: Studio, rng: Rng) -> Image.Image:
    """Goods with prices, a total; scanned, on a table, or held before something."""
    count, wide = int(rng.integers(1, 24)), int(rng.integers(240, 420))
    name = _pick(rng, MONO if rng.random() < 0.6 else SANS)
    size = int(rng.integers(12, 18))
    grey = rng.uniform(10, 140)
    face, ink, step = font(name, size), tuple(int(grey + c) for c in rng.uniform(0, 20, 3)), size * rng.uniform(1.15, 1.5)
    tall, logo = int((count + 20) * step + 90), rng.random() < 0.35
    sheet = Image.new("RGB", (wide, tall), tuple(int(c) for c in rng.uniform(236, 256, 3)))
    draw, y = ImageDraw.Draw(sheet), step
    if logo:
        art = studio.art(rng, 84)
        sheet.paste(art.convert("L").convert("RGB"), ((wide - art.width) // 2, 6), art)
        y += 84

    def middle(text: str, bold: bool = False) -> None:
        nonlocal y
        draw.text((wide / 2, y), text, ink, font(_pick(rng, HEAVY), size + 6) if bold else face, anchor="ma")
        y += step * (1.5 if bold else 1)

    def row(left: str, right: str) -> None:
        nonlocal y
        draw.text((14, y), left, ink, face)
        draw.text((wide - 14, y), right, ink, face, anchor="ra")
        y += step

    middle(studio.words(rng, 6, 18).upper(), bold=True)
    for _ in range(int(rng.integers(1, 6))):
        middle(studio.words(rng, 8, 30))
    row(f"{rng.integers(1, 29):02}.{rng.integers(1, 13):02}.20{rng.integers(12, 27)}", f"{rng.integers(7, 22)}:{rng.integers(10, 60)}")
    rule = _pick(rng, "-=*.") * int(rng.integers(18, 32))
    middle(rule)
    money = _pick(rng, MONEY)
    below = rng.random() < 0.4  # each thing on a line, its price below
    for _ in range(count):
        if below:
            row(studio.words(rng, 8, 24).upper(), "")
        row(f"{rng.integers(1, 4)} {'x' if below else _pick(rng, GOODS)}", f"{money}{rng.uniform(0.4, 60):.2f}")
        if y > tall - 8 * step:
            break
    middle(rule)
    row(_pick(rng, TOTALS), f"{money}{rng.uniform(4, 300):.2f}")
    for label in ("VAT 20%", "CASH", "CHANGE")[: int(rng.integers(0, 4))]:
        row(label, f"{rng.uniform(0.2, 60):.2f}")
    middle(_pick(rng, ("THANK YOU", "MERCI", "Danke für Ihren Einkauf", "GRACIAS", "Please come again")))
    sheet = shade(sheet, 0.05 * clouds(sheet.size, rng, 60)).filter(ImageFilter.GaussianBlur(float(rng.uniform(0, 0.8))))
    if rng.random() < 0.65:  # scanned: nothing but paper, perhaps with a white margin
        sheet = sheet.crop((0, 0, wide, min(tall, int(y + rng.uniform(10, 60)))))
        page = Image.new("RGB", (wide + int(rng.integers(0, 160)), sheet.height + int(rng.integers(0, 260))), (253, 253, 253))
        page.paste(sheet.rotate(rng.uniform(-1.5, 1.5), fillcolor=(253, 253, 253)), (int(rng.integers(0, page.width - wide + 1)), 0))
        return page
    ground = _ground((560, 720), studio, rng)
    scale = min(470 / wide, rng.uniform(420, 800) / tall)
    laid = sheet.resize((round(wide * scale), round(tall * scale))).convert("RGBA")
    return camera(lay_down(laid, ground, rng, 18), rng, 3)


def whiteboard(studio: Studio, rng: Rng) -> Image.Image:
    """Words and sketches by hand on a board, with its frame and wall or close up; sometimes a chalk board or a flip chart."""
    size = ((640, 480), (640, 400), (480, 640))[rng.integers(3)]
    chalk = rng.random() < 0.12
    base = _colour(rng, 20, 70) if chalk else tuple(int(c) for c in rng.uniform(205, 250) + rng.uniform(-6, 6, 3))
    board = shade(Image.new("RGB", size, base), 0.08 * clouds(size, rng, 160))
    draw, hand = ImageDraw.Draw(board), _pick(rng, HAND)
    inks = [(230, 230, 220), (240, 220, 140)] if chalk else [(30, 30, 40), (25, 60, 180), (190, 30, 40), (20, 120, 70)]
    for _ in range(int(rng.integers(3, 13))):
        x, y = rng.uniform(0.02, 0.7) * size[0], rng.uniform(0.04, 0.9) * size[1]
        draw.text((x, y), studio.words(rng, 3, int(rng.integers(6, 26))), inks[rng.integers(len(inks))], font(hand, int(rng.integers(18, 46))))
    for _ in range(int(rng.integers(2, 12))):
        ink, wide = inks[rng.integers(len(inks))], int(rng.integers(2, 6))
        x, y = rng.uniform(0, 0.8) * size[0], rng.uniform(0, 0.8) * size[1]
        w, h = rng.uniform(0.06, 0.3, 2) * size
        (draw.rectangle, draw.ellipse)[rng.integers(2)]((x, y, x + w, y + h), outline=ink, width=wide)
        if rng.random() < 0.6:
            draw.line((x + w, y + h / 2, x + w * rng.uniform(1.2, 2.4), y + h * rng.uniform(-0.5, 1.5)), fill=ink, width=wide)
    if rng.random() < 0.5:
        return camera(board, rng, 3, 0.25)
    frame = Image.new("RGB", (size[0] + 24, size[1] + 24), _colour(rng, 60, 190))
    frame.paste(board, (12, 12))
    wide, high = frame.width + int(rng.integers(30, 240)), frame.height + int(rng.integers(30, 240))
    wall = studio.photo(rng, (wide, high)) if rng.random() < 0.3 else shade(Image.new("RGB", (wide, high), _colour(rng, 90, 235)), 0.1 * clouds((wide, high), rng, 150))
    return camera(lay_down(frame.convert("RGBA"), wall, rng, 4), rng, 3, 0.2)


def screenshot(studio: Studio, rng: Rng) -> Image.Image:
    """A phone's or a desktop's screen: lists, chats, settings, a page with pictures."""
    phone = rng.random() < 0.65
    size = (360, 720) if phone else (720, 450)
    dark = rng.random() < 0.35
    ground = _colour(rng, 10, 40) if dark else _colour(rng, 238)
    ink, dim, accent = ((235, 235, 240), (140, 140, 150), _colour(rng, 40, 220)) if dark else ((30, 30, 36), (120, 120, 130), _colour(rng, 20, 200))
    shot = Image.new("RGB", size, ground)
    draw, small, face = ImageDraw.Draw(shot), font("Roboto-Regular", 11), font(_pick(rng, SANS), int(rng.integers(12, 16)))
    draw.text((12, 4), f"{rng.integers(0, 24):02}:{rng.integers(0, 60):02}", ink, small)
    draw.rectangle((size[0] - 34, 6, size[0] - 14, 14), outline=ink)
    draw.rectangle((0, 20, size[0], 62), fill=accent if rng.random() < 0.5 else ground)
    draw.text((16, 30), studio.words(rng, 4, 20), ink, font("Roboto-Medium", 18))
    y, left = 74.0, 0 if phone else int(rng.integers(0, 2) * 170)
    if left:
        for row in range(9):
            draw.text((14, 76 + 30 * row), studio.words(rng, 4, 14), dim, small)
    style = rng.integers(6)
    side = int(rng.integers(60, 160))
    while y < size[1] - 40:
        if style == 0:  # a chat
            mine, text = rng.random() < 0.5, wrap(studio.words(rng, 8, 110), face, (size[0] - left) * 0.6)
            wide, high = max(face.getlength(t) for t in text) + 22, len(text) * face.size * 1.3 + 14
            x = size[0] - wide - 12 if mine else left + 12
            draw.rounded_rectangle((x, y, x + wide, y + high), 12, fill=accent if mine else dim)
            draw.multiline_text((x + 11, y + 6), "\n".join(text), ink, face, spacing=face.size * 0.2)
            y += high + 10
        elif style == 1:  # a list with pictures
            shot.paste(studio.photo(rng, (48, 48)) if rng.random() < 0.6 else Image.new("RGB", (48, 48), _colour(rng)), (left + 12, int(y)))
            draw.text((left + 72, y + 4), studio.words(rng, 6, 26), ink, face)
            draw.text((left + 72, y + 24), studio.words(rng, 10, 34), dim, small)
            y += 62
        elif style == 4:  # a gallery of pictures
            gap, across = int(rng.integers(1, 8)), max(2, (size[0] - left) // side)
            wide = (size[0] - left) // across
            for column in range(across):
                shot.paste(studio.photo(rng, (wide - gap, wide - gap)), (left + column * wide, int(y)))
            y += wide
            if rng.random() < 0.2:
                draw.text((left + 12, y + 6), studio.words(rng, 6, 24), ink, face)
                y += 30
        elif style == 5:  # one picture, or a map, between bars
            high = int(size[1] * rng.uniform(0.35, 0.8))
            shot.paste(studio.photo(rng, (size[0] - left, high)), (left, int(y)))
            y += high + 8
            while y < size[1] - 44:
                draw.text((left + 14, y), studio.words(rng, 10, 40), ink, face)
                y += 24
        elif style == 2:  # settings
            draw.text((left + 18, y), studio.words(rng, 5, 24), ink, face)
            draw.rounded_rectangle((size[0] - 56, y, size[0] - 20, y + 18), 9, fill=accent if rng.random() < 0.5 else dim)
            draw.line((left + 12, y + 32, size[0] - 12, y + 32), fill=dim)
            y += 44
        else:  # an article with pictures
            if rng.random() < 0.4:
                shot.paste(studio.photo(rng, (size[0] - left - 32, 120)), (left + 16, int(y)))
                y += 132
            for line in wrap(studio.words(rng, 60, 260), face, size[0] - left - 32):
                draw.text((left + 16, y), line, ink, face)
                y += face.size * 1.35
            y += 14
    if phone and rng.random() < 0.7:
        draw.rectangle((0, size[1] - 40, size[0], size[1]), fill=ground)
        for x in (60, 180, 300):
            draw.ellipse((x - 8, size[1] - 28, x + 8, size[1] - 12), outline=ink, width=2)
    return shot


PAINTERS: dict[str, Callable[[Studio, Rng], Image.Image]] = {
    "meme": meme, "greeting": greeting, "quote": quote, "code": code, "document": document, "receipt": receipt,
    "whiteboard": whiteboard, "screenshot": screenshot,
}  # fmt: skip
