"""Pictures whose words are known, for `python -m engine benchmark text --data DIR --protocol reading`.

Receipts, code, whiteboards, quotes and greetings by the demo's painters with other seeds; captions on the demo's
photographs, which have no text; pages and signs in many scripts, of names in Debian's iso-codes. A folder a group, and
text.json: what is written, by picture. Needs the fonts that packaging/make_demo.py names and, for the scripts, those
below. `--half tune` paints with other fonts, words and seeds than `--half test`.

    python tests/benchmarks/text/paint_text.py DIR --half test [--fonts DIR] [--locales DIR]
"""

from __future__ import annotations

import argparse
import json
import re
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "packaging"))

from demo_pictures import canvas, cards, paper, screens  # noqa: E402
from PIL import Image, ImageDraw, ImageFont  # noqa: E402

Rng = np.random.Generator
Painted = tuple[Image.Image, list[str]]
SEEDS = {"tune": 77, "test": 401}
PAINTERS: dict[str, Callable[[int, Rng], Image.Image]] = {
    "code": screens.code,
    "whiteboards": paper.whiteboard,
    "quotes": cards.quote,
    "greetings": cards.greeting,
}
CAPTIONS = (
    "when the train|is finally on time", "one does not simply|skip breakfast", "not sure if|genius or asleep",
    "I have no idea|what I am doing", "Monday again|send coffee", "keep calm|and water the plants",
    "nobody:|absolutely nobody:", "this is fine|everything is fine", "living the dream|one nap at a time",
    "brace yourselves|winter holidays are coming", "you had one job|and it was easy", "is this|a photo library?",
    "what if I told you|undo never ends", "such view|very wow", "ate the last cookie|regrets nothing",
    "best day ever|says every dog", "look at me|I am the captain now", "first day at work|already lost",
    "please leave|a message", "found it behind|the old sofa", "they said|it would not rain",
    "fresh bread|every morning",
    "thank you grandma|for the warm socks", "happy birthday|dear neighbour", "summer 2019|never forget",
    "free hugs|today only", "the meeting could|have been an email", "plot twist|he can swim", "wish you|were here",
    "out of office|until further notice",
)  # fmt: skip
# language: fonts for tuning, fonts for the test
SCRIPTS = {
    "read/de": ("Roboto-Regular EBGaramond12-Regular", "Lato-Regular LiberationSerif-Regular"),
    "read/fr": ("Roboto-Regular FreeSerif", "Vollkorn-Regular LiberationSans-Regular"),
    "read/es": ("DejaVuSans LinLibertine_R", "Lato-Bold JetBrainsMono-Regular"),
    "read/pl": ("Roboto-Bold DejaVuSans", "Lato-Regular LiberationSans-Bold"),
    "read/cs": ("DejaVuSans LinLibertine_R", "Lato-Regular FiraCode-Regular"),
    "read/tr": ("Roboto-Regular DejaVuSans", "Lato-Bold LiberationSerif-Regular"),
    "read/vi": ("Roboto-Regular DejaVuSans", "Vollkorn-Regular LiberationSans-Regular"),
    "unread/el": ("DejaVuSans FreeSerif", "LiberationSans-Regular JetBrainsMono-Regular"),
    "read/ja": ("YuseiMagic-Regular", "wqy-microhei"),
    "read/zh_CN": ("wqy-microhei", "wqy-microhei"),
    "unread/ru": ("DejaVuSans FreeSerif Roboto-Regular", "LiberationSans-Regular Vollkorn-Regular JetBrainsMono-Bold"),
    "unread/uk": ("LinLibertine_R Roboto-Bold", "LiberationSerif-Regular FreeSansBold"),
    "unread/ar": ("NotoSansArabicUI-Regular KacstBook", "Amiri-Regular NotoNaskhArabicUI-Bold KacstTitle"),
    "unread/fa": ("DejaVuSans KacstFarsi", "NotoNaskhArabicUI-Regular Amiri-Bold"),
    "unread/hi": ("Lohit-Devanagari", "NotoSansDevanagariUI-Regular NotoSansDevanagariUI-Bold FreeSans"),
    "unread/ko": ("UnBatang UnDotum", "UnGraphicBold UnGungseo UnDinaru"),
    "unread/th": ("NotoSansThaiUI-Regular", "NotoLoopedThaiUI-Regular NotoSansThaiUI-Bold FreeSerif"),
    "unread/he": ("DavidCLM-Medium MiriamCLM-Book", "FrankRuehlCLM-Medium NachlieliCLM-Bold HadasimCLM-Regular"),
}
DOMAINS = {"tune": "iso_639-3", "test": "iso_3166-1"}  # names of languages, of countries
LATIN = ("de", "fr", "es", "pl", "cs", "tr", "vi")


def main() -> None:
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    words.add_argument("out", type=Path)
    words.add_argument("--half", choices=sorted(SEEDS), default="test")
    words.add_argument("--fonts", type=Path, default=canvas.font_folder)
    words.add_argument("--locales", type=Path, default=Path("/usr/share/locale"))
    words.add_argument("--each", type=int, default=16, help="pictures of a language")
    given = words.parse_args()
    canvas.font_folder = given.fonts
    truth: dict[str, list[str]] = {}
    for name, (image, lines) in pictures(given.half, given.locales, given.each):
        path = given.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        image.convert("RGB").save(path, quality=82)
        truth[name] = lines
    (given.out / "text.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


def pictures(half: str, locales: Path, each: int) -> Iterator[tuple[str, Painted]]:
    seed = SEEDS[half]
    for i in range(30):
        yield f"receipts/{i:02}.jpg", receipt(i % 12, np.random.default_rng([seed, 1, i]))
    for number, (group, paint) in enumerate(PAINTERS.items(), start=2):
        for i in range(12):
            with recorded() as lines:
                image = paint(i, np.random.default_rng([seed, number, i]))
            yield f"{group}/{i:02}.jpg", (image, lines)
    photos = plain_photos()
    for i, caption in enumerate(CAPTIONS):
        yield f"captions/{i:02}.jpg", captioned(photos[i % len(photos)], caption, np.random.default_rng([seed, 9, i]))
    for number, (language, fonts) in enumerate(SCRIPTS.items()):
        names = names_in(language.partition("/")[2], half, locales)
        for i in range(each):
            rng = np.random.default_rng([seed, 100 + number, i])
            choice = fonts[half == "test"].split()
            paint_words = page if i % 2 else sign
            face = choice[i // 2 % len(choice)]
            yield f"{language}/{i:02}.jpg", paint_words(names, face, rng, photos[(i * 7 + number) % len(photos)])


@contextmanager
def recorded() -> Iterator[list[str]]:
    """Everything that is drawn as text meanwhile, in order."""
    lines: list[str] = []
    plain, many = ImageDraw.ImageDraw.text, ImageDraw.ImageDraw.multiline_text
    inside = False

    def noting(draw: Callable[..., None]) -> Callable[..., None]:
        def drawn(self: object, xy: object, text: str, *rest: object, **more: object) -> None:
            nonlocal inside
            outer, inside = inside, True
            if not outer:
                lines.extend(str(text).split("\n"))
            draw(self, xy, text, *rest, **more)
            inside = outer

        return drawn

    ImageDraw.ImageDraw.text, ImageDraw.ImageDraw.multiline_text = noting(plain), noting(many)  # type: ignore[method-assign,assignment]
    try:
        yield lines
    finally:
        ImageDraw.ImageDraw.text, ImageDraw.ImageDraw.multiline_text = plain, many  # type: ignore[method-assign]


def receipt(shop: int, rng: Rng) -> Painted:
    """As the demo's, but whole: every word of it is in the picture."""
    with recorded() as lines:
        sheet = paper.receipt_paper(paper.SHOPS[shop], rng)
    size = (720, 960)
    scale = rng.uniform(0.62, 0.86) * size[1] / sheet.height
    scale = min(scale, 0.8 * size[0] / sheet.width)
    sheet = sheet.resize((round(sheet.width * scale), round(sheet.height * scale)), Image.Resampling.LANCZOS)
    laid = canvas.lay_down(sheet, canvas.table(size, rng), rng, 12)
    return canvas.camera(laid, rng, 2.5), [line for line in lines if re.search(r"\w", line)]


def plain_photos() -> list[Path]:
    demo = ROOT / "resources" / "demo"
    kinds = json.loads((demo / "labels.json").read_text("utf-8"))
    return [demo / path for path, kind in sorted(kinds.items()) if kind in ("animals", "places", "tools")]


def captioned(photo: Path, caption: str, rng: Rng) -> Painted:
    """White capitals with a black edge above and below, as memes have them."""
    image = Image.open(photo).convert("RGB")
    draw = ImageDraw.Draw(image)
    width, height = image.size
    lines = []
    for part, y in zip(caption.upper().split("|"), (0.11, 0.88), strict=True):
        name = ("DejaVuSans-Bold", "LiberationSansNarrow-Bold", "Roboto-Black", "FreeSansBold")[int(rng.integers(4))]
        face, text = canvas.fit(part, name, width * 0.92, height * 0.24, int(height * rng.uniform(0.07, 0.13)))
        canvas.centred(draw, (width / 2, height * y), text, face, "white", stroke_width=3, stroke_fill="black")
        lines += text.split("\n")
    return image, lines


def read_messages(path: Path) -> dict[str, str]:
    """What is translated in a compiled catalogue of GNU gettext (little-endian)."""
    data = path.read_bytes()
    count, english, translated = struct.unpack_from("<3I", data, 8)

    def text(table: int, i: int) -> str:
        length, start = struct.unpack_from("<2I", data, table + 8 * i)
        return data[start : start + length].decode("utf-8")

    return {text(english, i): text(translated, i) for i in range(count)}


def names_in(language: str, half: str, locales: Path) -> list[str]:
    """Names that are translated, of 2 to 28 characters."""
    messages = read_messages(locales / language / "LC_MESSAGES" / f"{DOMAINS[half]}.mo")
    found = [text for english, text in messages.items() if english and text != english]
    whole = [name for name in found if 2 <= len(name) <= 28]
    return whole if language in LATIN else [name for name in whole if not re.search(r"[A-Za-z]", name)]


def _lines(names: list[str], count: int, rng: Rng) -> list[str]:
    return [
        " ".join(names[int(k)] for k in rng.integers(len(names), size=int(rng.integers(1, 3)))) for _ in range(count)
    ]


def page(names: list[str], face: str, rng: Rng, photo: Path) -> Painted:
    """A printed or shown page, dark on light or light on dark."""
    dark = rng.random() < 0.35
    image = Image.new("RGB", (900, int(rng.integers(500, 1100))), (24, 26, 32) if dark else (250, 249, 246))
    draw = ImageDraw.Draw(image)
    size = int(rng.integers(18, 40))
    lines = _lines(names, int((image.height - 80) / size / 1.7), rng)
    for k, line in enumerate(lines):
        draw.text((50, 40 + k * size * 1.7), line, (228, 230, 235) if dark else (30, 30, 36), _face(face, size))
    return canvas.camera(image, rng, 2.0, 0.1), lines


def sign(names: list[str], face: str, rng: Rng, photo: Path) -> Painted:
    """A few words on a photograph."""
    image = Image.open(photo).convert("RGB")
    draw = ImageDraw.Draw(image)
    lines = [names[int(k)] for k in rng.integers(len(names), size=int(rng.integers(1, 4)))]
    size = int(rng.integers(34, 72))
    for k, line in enumerate(lines):
        where = image.width / 2, image.height * 0.2 + k * size * 1.6
        fitting = _face(face, min(size, size * image.width * 0.9 / max(1, _face(face, size).getlength(line))))
        draw.text(where, line, "white", fitting, anchor="mm", stroke_width=3, stroke_fill="black")
    return image, lines


def _face(name: str, size: float) -> ImageFont.FreeTypeFont:
    if name.startswith("wqy"):
        return ImageFont.truetype(str(next(canvas.font_folder.rglob(f"{name}.ttc"))), round(size))
    return canvas.font(name, size)


if __name__ == "__main__":
    main()
