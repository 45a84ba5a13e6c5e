"""Sheets of a tour's pictures for docs/tour: `python packaging/make_contact_sheets.py build/tour docs/tour`.

One a look (a folder of the tour), every state on it with its name; the pictures themselves are many megabytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, GAP, LINE, ACROSS = 600, 16, 26, 3
QUALITY = 70


def sheet(pictures: list[Path]) -> Image.Image:
    """The pictures in rows of ACROSS, each under its name."""
    with Image.open(pictures[0]) as first:
        height = round(WIDTH * first.height / first.width)
    rows = -(-len(pictures) // ACROSS)
    page = Image.new("RGB", (ACROSS * (WIDTH + GAP) + GAP, rows * (height + LINE + GAP) + GAP), "#808080")
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(18)
    for place, path in enumerate(pictures):
        left = GAP + place % ACROSS * (WIDTH + GAP)
        top = GAP + place // ACROSS * (height + LINE + GAP)
        draw.text((left, top), path.stem, "white", font)
        with Image.open(path) as picture:
            page.paste(picture.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS), (left, top + LINE))
    return page


def main(tour: Path, docs: Path) -> None:
    for folder in sorted(place for place in tour.iterdir() if place.is_dir()):
        pictures = sorted(folder.glob("*.png"), key=lambda path: path.stat().st_mtime_ns)  # as they were reached
        if pictures:
            sheet(pictures).save(docs / f"all-{folder.name}.jpg", quality=QUALITY, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
