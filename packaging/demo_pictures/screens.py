"""Screenshots of code and of a terminal with a traceback."""

from __future__ import annotations

import re
from keyword import iskeyword

from PIL import Image, ImageDraw

from .canvas import Rng, font, hex_colour

_THEMES = [  # background, panel, text, dim, keyword, string, number, function, error
    ("1e1e1e", "181818", "d4d4d4", "6e7681", "569cd6", "ce9178", "b5cea8", "dcdcaa", "f48771"),
    ("282a36", "21222c", "f8f8f2", "6272a4", "ff79c6", "f1fa8c", "bd93f9", "50fa7b", "ff5555"),
    ("272822", "1f201b", "f8f8f2", "75715e", "f92672", "e6db74", "ae81ff", "a6e22e", "f92672"),
    ("0d1117", "010409", "c9d1d9", "6e7681", "ff7b72", "a5d6ff", "79c0ff", "d2a8ff", "ff7b72"),
    ("ffffff", "f3f3f3", "24292f", "8c959f", "cf222e", "0a3069", "0550ae", "8250df", "cf222e"),
]
_TOKEN = re.compile(
    r"(?P<comment>#.*)|(?P<string>'[^']*'|\"[^\"]*\")|(?P<number>\b\d[\d._]*)|(?P<word>[A-Za-z_]\w*)|(?P<other>.)"
)

_SOURCES = [
    """import csv
from pathlib import Path

def load_orders(path):
    rows = list(csv.DictReader(path.open()))
    for row in rows:
        row["total"] = float(row["price"]) * int(row["count"])
    return rows

def report(folder):
    for path in sorted(Path(folder).glob("*.csv")):
        orders = load_orders(path)
        mean = sum(o["total"] for o in orders) / len(orders)
        print(path.name, round(mean, 2))""",
    """class LinkedList:
    def __init__(self):
        self.head = None
        self.size = 0

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self):
        value = self.head.value  # empty list?
        self.head = self.head.next
        self.size -= 1
        return value""",
    """import json
import urllib.request

API = "http://localhost:8000/weather"

def forecast(city, days=3):
    with urllib.request.urlopen(f"{API}?q={city}") as reply:
        data = json.load(reply)
    week = data["daily"]["temperature"]
    return [round(t, 1) for t in week[:days]]

for city in ("Oslo", "Lima", "Accra"):
    print(city, forecast(city))""",
    """def quicksort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    left = [x for x in items if x < pivot]
    same = [x for x in items if x == pivot]
    right = [x for x in items if x > pivot]
    return quicksort(left) + same + quicksort(right)

numbers = [5, 3, 8, None, 1, 9, 2]
print(quicksort(numbers))""",
]
_ERRORS = [
    ("report('orders')", "rows[3]: float(row['price'])", "ValueError: could not convert string to float: 'n/a'"),
    ("stack.pop()", "value = self.head.value", "AttributeError: 'NoneType' object has no attribute 'value'"),
    ("forecast('Oslo')", 'week = data["daily"]["temperature"]', "KeyError: 'daily'"),
    (
        "quicksort(numbers)",
        "left = [x for x in items if x < pivot]",
        "TypeError: '<' not supported between 'NoneType' and 'int'",
    ),
]


def code(i: int, rng: Rng) -> Image.Image:
    theme = [hex_colour(c) for c in _THEMES[i % len(_THEMES)]]
    width, height = (1200, 800) if i % 4 else (1000, 1000)
    shot = Image.new("RGB", (width, height), theme[0])
    draw = ImageDraw.Draw(shot)
    name = ["JetBrainsMono-Regular", "FiraCode-Regular", "DejaVuSansMono"][i % 3]
    which = i % len(_SOURCES)
    left = _window(draw, width, height, theme, ["orders.py", "stack.py", "weather.py", "sort.py"][which], i % 3 == 0)
    bottom = int(height * 0.64) if i % 6 != 5 else height - 28
    lines = _SOURCES[which].split("\n") + (
        ["", "", 'if __name__ == "__main__":', "    main()"] if bottom > height * 0.7 else []
    )
    size = min(25, (bottom - 60) / (len(lines) * 1.42))
    _source(draw, lines, (left, 52), font(name, size), theme, int(rng.integers(1, 60)))
    if bottom < height * 0.7:
        _traceback(draw, _ERRORS[which], (left, bottom, width, height), font(name, min(size, 21)), theme, rng)
    return shot


def _window(draw: ImageDraw.ImageDraw, width: int, height: int, theme: list, title: str, sidebar: bool) -> int:
    """Title bar, tab and perhaps a file tree; returns where the text begins."""
    _, panel, text, dim, *_ = theme
    draw.rectangle((0, 0, width, 38), fill=panel)
    for k, colour in enumerate(((255, 95, 86), (255, 189, 46), (39, 201, 63))):
        draw.ellipse((16 + 24 * k, 12, 30 + 24 * k, 26), fill=colour)
    draw.rectangle((110, 6, 270, 38), fill=theme[0])
    draw.text((126, 11), title, text, font("Roboto-Regular", 17))
    if not sidebar:
        return 14
    draw.rectangle((0, 38, 200, height), fill=panel)
    for k, name in enumerate(["project", "  data", "  tests", f"  {title}", "  README.md", "  setup.cfg"]):
        draw.text((18, 56 + 30 * k), name, text if title in name else dim, font("Roboto-Regular", 17))
    return 214


def _source(
    draw: ImageDraw.ImageDraw, lines: list[str], at: tuple[int, int], face: object, theme: list, first: int
) -> None:
    _, _, text, dim, keyword, string, number, function, _ = theme
    step, advance = face.size * 1.42, face.getlength("m")
    for row, line in enumerate(lines):
        y = at[1] + row * step
        draw.text((at[0], y), f"{first + row:>3}", dim, face)
        for token in _TOKEN.finditer(line):
            word, kind = token.group(), token.lastgroup
            colour = {"comment": dim, "string": string, "number": number}.get(kind or "", text)
            if kind == "word" and (iskeyword(word) or word == "self"):
                colour = keyword
            elif kind == "word" and line[token.end() :].startswith("("):
                colour = function
            draw.text((at[0] + (token.start() + 5) * advance, y), word, colour, face)


def _traceback(
    draw: ImageDraw.ImageDraw, error: tuple[str, str, str], box: tuple, face: object, theme: list, rng: Rng
) -> None:
    _, panel, text, dim, _, string, _, function, red = theme
    left, top, width, height = box
    draw.rectangle((left if left > 100 else 0, top, width, height), fill=panel)
    draw.text((left + 10, top + 8), "TERMINAL     PROBLEMS 1     OUTPUT", dim, font("Roboto-Regular", 15))
    call, line, message = error
    rows = [
        ("$ python main.py", function),
        ("Traceback (most recent call last):", text),
        (f'  File "main.py", line {rng.integers(20, 90)}, in <module>', string),
        (f"    {call}", text),
        (f'  File "main.py", line {rng.integers(4, 20)}, in {call.split("(")[0]}', string),
        (f"    {line}", text),
        ("    " + "^" * min(len(line), 30), red),
        (message, red),
    ]
    for k, (row, colour) in enumerate(rows):
        draw.text((left + 10, top + 36 + k * face.size * 1.36), row, colour, face)
