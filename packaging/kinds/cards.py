"""Memes, greetings and quotes: words on photographs, drawings and plain grounds."""

from __future__ import annotations

from demo_pictures.canvas import Rng, clouds, shade
from PIL import Image, ImageDraw, ImageFilter
from studio import HEAVY, SANS, SCRIPT, SERIF, Studio, block, colour, contrary, flat, pick, size_of

WISHES = (
    "Good morning", "Good night", "Happy birthday", "Merry Christmas", "Happy New Year", "Happy Easter", "Thank you",
    "Congratulations", "Get well soon", "Have a nice day", "Happy Diwali", "Eid Mubarak", "With love", "Bonjour",
    "Joyeux anniversaire", "Bonne année", "Bonne nuit", "Joyeux Noël", "Bon week-end", "Merci", "Guten Morgen",
    "Gute Nacht", "Alles Gute zum Geburtstag", "Frohe Weihnachten", "Schönes Wochenende", "Buongiorno",
    "Buon compleanno", "Buona domenica", "Buenos días", "Feliz cumpleaños", "Feliz Navidad", "Bom dia",
    "Feliz aniversário", "Boa noite",
)  # fmt: skip


def meme(studio: Studio, rng: Rng) -> Image.Image:
    """Words above or below, on a photograph, on clip-art, or in a white bar over it."""
    size = size_of(rng)
    if rng.random() < 0.2:  # two pictures, one above the other
        two = [_captioned(studio.photo(rng, (size[0], size[1] // 2), 0.65), studio, rng) for _ in range(2)]
        page = Image.new("RGB", (size[0], size[1] // 2 * 2), "white")
        page.paste(two[0], (0, 0))
        page.paste(two[1], (0, size[1] // 2))
        return page
    if rng.random() < 0.85:
        picture = studio.photo(rng, size, 0.65)
    else:
        picture = flat(rng, size)
        art = studio.art(rng, int(min(size) * 0.7))
        picture.paste(art, ((size[0] - art.width) // 2, (size[1] - art.height) // 2), art)
    if rng.random() < 0.2:
        bar = int(size[1] * rng.uniform(0.12, 0.34))
        page = Image.new("RGB", (size[0], size[1] + bar), "white")
        page.paste(picture, (0, bar))
        block(
            ImageDraw.Draw(page),
            (12, 8, size[0] - 24, bar - 16),
            studio.words(rng, 20, 110),
            pick(rng, SANS),
            fill=(0, 0, 0),
            largest=44,
        )
        return page
    return _captioned(picture, studio, rng)


def _captioned(picture: Image.Image, studio: Studio, rng: Rng) -> Image.Image:
    """Words in heavy letters, with an edge that is seen on everything, above, below or both."""
    draw, name, size = ImageDraw.Draw(picture), pick(rng, HEAVY), picture.size
    where = rng.random()
    capitals = rng.random() < 0.75
    high = rng.uniform(0.1, 0.24)
    for top, wanted in ((0.02, where < 0.8), (0.97 - high, where > 0.15)):
        if wanted:
            text = studio.words(rng, 6, int(rng.integers(10, 60)))
            box = (size[0] * 0.03, size[1] * top, size[0] * 0.94, size[1] * high)
            block(
                draw,
                box,
                text.upper() if capitals else text,
                name,
                fill=(255, 255, 255),
                stroke_width=int(rng.integers(2, 5)),
                stroke_fill=(0, 0, 0),
            )
    return picture


def greeting(studio: Studio, rng: Rng) -> Image.Image:
    """A wish in large letters on flowers, a sky, a photograph, with ornaments around."""
    size = size_of(rng)
    choice = rng.random()
    card = studio.photo(rng, size) if choice < 0.45 else flat(rng, size)
    if choice > 0.3:
        for _ in range(int(rng.integers(3, 14))):
            art = studio.art(rng, int(rng.integers(60, 190)))
            edge = rng.random() < 0.5
            x = int(
                rng.choice([rng.uniform(-40, 60), rng.uniform(size[0] - 160, size[0])])
                if edge
                else rng.uniform(-40, size[0])
            )
            y = int(
                rng.uniform(-40, size[1])
                if edge
                else rng.choice([rng.uniform(-60, 40), rng.uniform(size[1] - 130, size[1])])
            )
            card.paste(art, (x, y), art)
    draw = ImageDraw.Draw(card)
    if choice > 0.3 and rng.random() < 0.5:
        dots = rng.uniform(0, 1, (int(rng.integers(20, 160)), 2)) * size
        for x, y in dots:
            r = rng.uniform(2, 9)
            draw.ellipse((x - r, y - r, x + r, y + r), fill=colour(rng, 90))
    ink, edge_ink = (
        (colour(rng, 190), colour(rng, 0, 110)) if rng.random() < 0.6 else (colour(rng, 0, 130), (255, 255, 255))
    )
    name = pick(rng, SCRIPT if rng.random() < 0.8 else SERIF)
    y = size[1] * rng.uniform(0.12, 0.4)
    block(
        draw,
        (size[0] * 0.08, y, size[0] * 0.84, size[1] * 0.36),
        pick(rng, WISHES),
        name,
        fill=ink,
        stroke_width=3,
        stroke_fill=edge_ink,
        largest=130,
    )
    if rng.random() < 0.7:
        box = (size[0] * 0.1, y + size[1] * 0.36, size[0] * 0.8, size[1] * 0.16)
        block(
            draw,
            box,
            studio.words(rng, 10, 60),
            pick(rng, SCRIPT),
            fill=ink,
            stroke_width=1,
            stroke_fill=edge_ink,
            largest=40,
        )
    return card


def quote(studio: Studio, rng: Rng) -> Image.Image:
    """A sentence and who said it, on a plain ground or a photograph that stands back."""
    size = size_of(rng)
    if rng.random() < 0.35:
        card = studio.photo(rng, size).filter(ImageFilter.GaussianBlur(float(rng.uniform(0, 8))))
        card = Image.blend(
            card,
            Image.new("RGB", size, colour(rng, 0, 80) if rng.random() < 0.7 else (240, 240, 235)),
            rng.uniform(0.35, 0.7),
        )
    elif rng.random() < 0.35:  # paper
        card = shade(Image.new("RGB", size, colour(rng, 205)), 0.06 * clouds(size, rng, int(rng.integers(3, 40))))
    else:
        card = flat(rng, size)
    draw, ink = ImageDraw.Draw(card), contrary(card)
    if rng.random() < 0.3:
        draw.rectangle((24, 24, size[0] - 25, size[1] - 25), outline=ink, width=2)
    if rng.random() < 0.5:
        block(
            draw,
            (size[0] * 0.1, size[1] * 0.06, size[0] * 0.8, size[1] * 0.2),
            "“",
            pick(rng, SERIF),
            fill=colour(rng),
            largest=160,
        )
    text = studio.words(rng, 40, 180)
    if rng.random() < 0.4:
        text = f"“{text}”"
    name = pick(rng, SERIF if rng.random() < 0.5 else SANS + HEAVY if rng.random() < 0.7 else SCRIPT)
    block(
        draw,
        (size[0] * 0.1, size[1] * 0.2, size[0] * 0.8, size[1] * 0.52),
        text,
        name,
        fill=ink,
        largest=int(rng.integers(34, 70)),
    )
    if rng.random() < 0.8:
        block(
            draw,
            (size[0] * 0.2, size[1] * 0.76, size[0] * 0.6, size[1] * 0.1),
            "— " + studio.words(rng, 5, 22),
            pick(rng, SANS),
            fill=ink,
            largest=26,
        )
    return card
