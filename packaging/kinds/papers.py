"""Documents, receipts and whiteboards: scanned, or photographed on a table and on a wall."""

from __future__ import annotations

from demo_pictures.canvas import Rng, camera, clouds, font, lay_down, shade, wrap
from PIL import Image, ImageDraw, ImageFilter
from studio import HAND, HEAVY, MONO, SANS, SERIF, Studio, block, colour, ground, pick

GOODS = (
    "milk", "bread", "coffee", "cheese", "apples", "pasta", "juice", "soap", "batteries", "paper A4", "rice 1kg",
    "tea", "lait", "pain", "beurre", "Brot", "Käse", "leche", "latte", "nails 40mm", "paint 1L", "chicken", "beer",
)  # fmt: skip
TOTALS = ("TOTAL", "Total", "SUBTOTAL", "TOTAL DUE", "SUMME", "Gesamt", "TOTALE", "TOTAL TTC", "À payer", "IMPORTE")
MONEY = ("", "", "", "$", "€", "£", "RM", "CHF ")


def _page(studio: Studio, rng: Rng, size: tuple[int, int]) -> Image.Image:
    """A page of a letter, a book, a form or a table."""
    sheet = Image.new("RGB", size, tuple(int(c) for c in rng.uniform(238, 256, 3)))
    draw = ImageDraw.Draw(sheet)
    name, margin, ink = (
        pick(rng, SERIF + SANS if rng.random() < 0.85 else HAND),
        size[0] * rng.uniform(0.06, 0.14),
        colour(rng, 0, 70),
    )
    face, columns, y0 = font(name, int(rng.integers(8, 15))), int(rng.choice([1, 1, 1, 2])), size[1] * 0.06
    if rng.random() < 0.7:
        block(
            draw,
            (margin, y0, size[0] - 2 * margin, size[1] * 0.07),
            studio.words(rng, 10, 50),
            pick(rng, HEAVY + SERIF),
            fill=ink,
            largest=34,
        )
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
        page.paste(
            art.convert("L").convert("RGB") if rng.random() < 0.5 else art,
            tuple(int(c) for c in rng.uniform(10, 240, 2)),
            art,
        )
    if rng.random() < 0.3:  # a table
        x, y, rows, wide = rng.uniform(30, 80), rng.uniform(100, 350), int(rng.integers(3, 9)), rng.uniform(250, 380)
        draw.rectangle((x, y, x + wide, y + rows * 20), fill="white")
        for row in range(rows + 1):
            draw.line((x, y + row * 20, x + wide, y + row * 20), fill=(60, 60, 60))
        for column in range(int(rng.integers(2, 6)) + 1):
            draw.text((x + 6 + column * wide / 6, y + 4), studio.words(rng, 3, 8), (40, 40, 40), font("DejaVuSans", 10))
    if rng.random() < 0.6:
        return page if rng.random() < 0.6 else camera(page, rng, 2, 0.05)
    under = ground((560, 720), studio, rng)
    return camera(lay_down(page.convert("RGBA"), under, rng, 14), rng, 3)


def receipt(studio: Studio, rng: Rng) -> Image.Image:
    """Goods with prices, a total; scanned, on a table, or held before something."""
    count, wide = int(rng.integers(1, 24)), int(rng.integers(240, 420))
    name = pick(rng, MONO if rng.random() < 0.6 else SANS)
    size = int(rng.integers(12, 18))
    grey = rng.uniform(10, 140)
    face, ink, step = (
        font(name, size),
        tuple(int(grey + c) for c in rng.uniform(0, 20, 3)),
        size * rng.uniform(1.15, 1.5),
    )
    tall, logo = int((count + 20) * step + 90), rng.random() < 0.35
    sheet = Image.new("RGB", (wide, tall), tuple(int(c) for c in rng.uniform(236, 256, 3)))
    draw, y = ImageDraw.Draw(sheet), step
    if logo:
        art = studio.art(rng, 84)
        sheet.paste(art.convert("L").convert("RGB"), ((wide - art.width) // 2, 6), art)
        y += 84

    def middle(text: str, bold: bool = False) -> None:
        nonlocal y
        draw.text((wide / 2, y), text, ink, font(pick(rng, HEAVY), size + 6) if bold else face, anchor="ma")
        y += step * (1.5 if bold else 1)

    def row(left: str, right: str) -> None:
        nonlocal y
        draw.text((14, y), left, ink, face)
        draw.text((wide - 14, y), right, ink, face, anchor="ra")
        y += step

    middle(studio.words(rng, 6, 18).upper(), bold=True)
    for _ in range(int(rng.integers(1, 6))):
        middle(studio.words(rng, 8, 30))
    row(
        f"{rng.integers(1, 29):02}.{rng.integers(1, 13):02}.20{rng.integers(12, 27)}",
        f"{rng.integers(7, 22)}:{rng.integers(10, 60)}",
    )
    rule = pick(rng, "-=*.") * int(rng.integers(18, 32))
    middle(rule)
    money = pick(rng, MONEY)
    below = rng.random() < 0.4  # each thing on a line, its price below
    for _ in range(count):
        if below:
            row(studio.words(rng, 8, 24).upper(), "")
        row(f"{rng.integers(1, 4)} {'x' if below else pick(rng, GOODS)}", f"{money}{rng.uniform(0.4, 60):.2f}")
        if y > tall - 8 * step:
            break
    middle(rule)
    row(pick(rng, TOTALS), f"{money}{rng.uniform(4, 300):.2f}")
    for label in ("VAT 20%", "CASH", "CHANGE")[: int(rng.integers(0, 4))]:
        row(label, f"{rng.uniform(0.2, 60):.2f}")
    middle(pick(rng, ("THANK YOU", "MERCI", "Danke für Ihren Einkauf", "GRACIAS", "Please come again")))
    sheet = shade(sheet, 0.05 * clouds(sheet.size, rng, 60)).filter(
        ImageFilter.GaussianBlur(float(rng.uniform(0, 0.8)))
    )
    if rng.random() < 0.65:  # scanned: nothing but paper, perhaps with a white margin
        sheet = sheet.crop((0, 0, wide, min(tall, int(y + rng.uniform(10, 60)))))
        page = Image.new(
            "RGB", (wide + int(rng.integers(0, 160)), sheet.height + int(rng.integers(0, 260))), (253, 253, 253)
        )
        page.paste(
            sheet.rotate(rng.uniform(-1.5, 1.5), fillcolor=(253, 253, 253)),
            (int(rng.integers(0, page.width - wide + 1)), 0),
        )
        return page
    under = ground((560, 720), studio, rng)
    scale = min(470 / wide, rng.uniform(420, 800) / tall)
    laid = sheet.resize((round(wide * scale), round(tall * scale))).convert("RGBA")
    return camera(lay_down(laid, under, rng, 18), rng, 3)


def whiteboard(studio: Studio, rng: Rng) -> Image.Image:
    """Words and sketches by hand on a board, close up or on a wall; some are black."""
    size = ((640, 480), (640, 400), (480, 640))[rng.integers(3)]
    chalk = rng.random() < 0.12
    base = colour(rng, 20, 70) if chalk else tuple(int(c) for c in rng.uniform(205, 250) + rng.uniform(-6, 6, 3))
    board = shade(Image.new("RGB", size, base), 0.08 * clouds(size, rng, 160))
    draw, hand = ImageDraw.Draw(board), pick(rng, HAND)
    inks = [(230, 230, 220), (240, 220, 140)] if chalk else [(30, 30, 40), (25, 60, 180), (190, 30, 40), (20, 120, 70)]
    for _ in range(int(rng.integers(3, 13))):
        x, y = rng.uniform(0.02, 0.7) * size[0], rng.uniform(0.04, 0.9) * size[1]
        draw.text(
            (x, y),
            studio.words(rng, 3, int(rng.integers(6, 26))),
            inks[rng.integers(len(inks))],
            font(hand, int(rng.integers(18, 46))),
        )
    for _ in range(int(rng.integers(2, 12))):
        ink, wide = inks[rng.integers(len(inks))], int(rng.integers(2, 6))
        x, y = rng.uniform(0, 0.8) * size[0], rng.uniform(0, 0.8) * size[1]
        w, h = rng.uniform(0.06, 0.3, 2) * size
        (draw.rectangle, draw.ellipse)[rng.integers(2)]((x, y, x + w, y + h), outline=ink, width=wide)
        if rng.random() < 0.6:
            draw.line(
                (x + w, y + h / 2, x + w * rng.uniform(1.2, 2.4), y + h * rng.uniform(-0.5, 1.5)), fill=ink, width=wide
            )
    if rng.random() < 0.5:
        return camera(board, rng, 3, 0.25)
    frame = Image.new("RGB", (size[0] + 24, size[1] + 24), colour(rng, 60, 190))
    frame.paste(board, (12, 12))
    wide, high = frame.width + int(rng.integers(30, 240)), frame.height + int(rng.integers(30, 240))
    wall = (
        studio.photo(rng, (wide, high))
        if rng.random() < 0.3
        else shade(Image.new("RGB", (wide, high), colour(rng, 90, 235)), 0.1 * clouds((wide, high), rng, 150))
    )
    return camera(lay_down(frame.convert("RGBA"), wall, rng, 4), rng, 3, 0.2)
