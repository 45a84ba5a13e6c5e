"""Code and screenshots: what is on the screen of a phone or a desktop."""

from __future__ import annotations

from demo_pictures.canvas import Rng, font, wrap
from PIL import Image, ImageDraw
from studio import MONO, SANS, Studio, colour, pick


def code(studio: Studio, rng: Rng) -> Image.Image:
    """Lines of a program or of a terminal, dark or light, in a window or without one."""
    size = ((640, 400), (640, 480), (600, 600), (400, 640), (640, 300))[rng.integers(5)]
    dark = rng.random() < 0.75
    ground = colour(rng, 0, 50) if dark else colour(rng, 235)
    shot = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(shot)
    face = font(pick(rng, MONO), int(rng.integers(9, 20)))
    inks = [colour(rng, 110 if dark else 0, 255 if dark else 140) for _ in range(6)]
    top, left = 6, int(rng.integers(4, 40))
    if rng.random() < 0.6:
        draw.rectangle((0, 0, size[0], 26), fill=tuple(min(255, c + 18) for c in ground))
        top = 34
    if rng.random() < 0.3:
        wide = int(rng.integers(80, 170))
        draw.rectangle((0, top - 8, wide, size[1]), fill=tuple(max(0, c - 8) for c in ground))
        for row in range(int(rng.integers(5, 16))):
            draw.text(
                (10, top + row * 18),
                pick(rng, ("main.py", "src", "tests", "README.md", "index.ts", "lib.rs")),
                inks[0],
                font("Roboto-Regular", 12),
            )
        left += wide
    lines = studio.sources[rng.integers(len(studio.sources))]
    first = int(rng.integers(max(1, len(lines) - 40)))
    for row, line in enumerate(lines[first : first + int((size[1] - top) / (face.size * 1.35))]):
        x, y = left, top + row * face.size * 1.35
        for part in line.replace("\t", "    ").split(" "):
            draw.text((x, y), part, inks[0] if rng.random() < 0.5 else inks[len(part) % 6], face)
            x += face.getlength(part + " ")
    return shot


def screenshot(studio: Studio, rng: Rng) -> Image.Image:
    """A phone's or a desktop's screen: lists, chats, settings, a gallery, one picture, a page."""
    screen = _Screen(studio, rng)
    rows = (screen.message, screen.entry, screen.switch, screen.article, screen.gallery, screen.picture)
    row = rows[rng.integers(len(rows))]
    while screen.y < screen.size[1] - 40:
        row()
    screen.finish()
    return screen.shot


class _Screen:
    """A screen that is filled from the top downwards: `y` is where the next row begins, beside what is `left`."""

    def __init__(self, studio: Studio, rng: Rng) -> None:
        self.studio, self.rng = studio, rng
        self.phone = rng.random() < 0.65
        self.size = (360, 720) if self.phone else (720, 450)
        dark = rng.random() < 0.35
        self.ground = colour(rng, 10, 40) if dark else colour(rng, 238)
        self.ink, self.dim = ((235, 235, 240), (140, 140, 150)) if dark else ((30, 30, 36), (120, 120, 130))
        self.accent, self.side = colour(rng, 30, 210), int(rng.integers(60, 160))
        self.small, self.face = font("Roboto-Regular", 11), font(pick(rng, SANS), int(rng.integers(12, 16)))
        self.shot = Image.new("RGB", self.size, self.ground)
        self.draw = ImageDraw.Draw(self.shot)
        self.left, self.y = 0 if self.phone else int(rng.integers(0, 2) * 170), 74.0
        self._bars()

    @property
    def wide(self) -> int:
        return self.size[0] - self.left

    def _bars(self) -> None:
        self.draw.text((12, 4), f"{self.rng.integers(0, 24):02}:{self.rng.integers(0, 60):02}", self.ink, self.small)
        self.draw.rectangle((self.size[0] - 34, 6, self.size[0] - 14, 14), outline=self.ink)
        self.draw.rectangle((0, 20, self.size[0], 62), fill=self.accent if self.rng.random() < 0.5 else self.ground)
        self.draw.text((16, 30), self.studio.words(self.rng, 4, 20), self.ink, font("Roboto-Medium", 18))
        for row in range(9 if self.left else 0):
            self.draw.text((14, 76 + 30 * row), self.studio.words(self.rng, 4, 14), self.dim, self.small)

    def message(self) -> None:
        mine = self.rng.random() < 0.5
        text = wrap(self.studio.words(self.rng, 8, 110), self.face, self.wide * 0.6)
        wide = max(self.face.getlength(line) for line in text) + 22
        high = len(text) * self.face.size * 1.3 + 14
        x = self.size[0] - wide - 12 if mine else self.left + 12
        box = (x, self.y, x + wide, self.y + high)
        self.draw.rounded_rectangle(box, 12, fill=self.accent if mine else self.dim)
        self.draw.multiline_text((x + 11, self.y + 6), "\n".join(text), self.ink, self.face, spacing=3)
        self.y += high + 10

    def entry(self) -> None:
        """A picture with two lines beside it."""
        photo = self.rng.random() < 0.6
        icon = self.studio.photo(self.rng, (48, 48)) if photo else Image.new("RGB", (48, 48), colour(self.rng))
        self.shot.paste(icon, (self.left + 12, int(self.y)))
        self.draw.text((self.left + 72, self.y + 4), self.studio.words(self.rng, 6, 26), self.ink, self.face)
        self.draw.text((self.left + 72, self.y + 24), self.studio.words(self.rng, 10, 34), self.dim, self.small)
        self.y += 62

    def switch(self) -> None:
        end = self.size[0]
        self.draw.text((self.left + 18, self.y), self.studio.words(self.rng, 5, 24), self.ink, self.face)
        fill = self.accent if self.rng.random() < 0.5 else self.dim
        self.draw.rounded_rectangle((end - 56, self.y, end - 20, self.y + 18), 9, fill=fill)
        self.draw.line((self.left + 12, self.y + 32, end - 12, self.y + 32), fill=self.dim)
        self.y += 44

    def article(self) -> None:
        if self.rng.random() < 0.4:
            self.shot.paste(self.studio.photo(self.rng, (self.wide - 32, 120)), (self.left + 16, int(self.y)))
            self.y += 132
        for line in wrap(self.studio.words(self.rng, 60, 260), self.face, self.wide - 32):
            self.draw.text((self.left + 16, self.y), line, self.ink, self.face)
            self.y += self.face.size * 1.35
        self.y += 14

    def gallery(self) -> None:
        """A row of pictures."""
        gap, across = int(self.rng.integers(1, 8)), max(2, self.wide // self.side)
        side = self.wide // across
        for column in range(across):
            self.shot.paste(
                self.studio.photo(self.rng, (side - gap, side - gap)), (self.left + column * side, int(self.y))
            )
        self.y += side

    def picture(self) -> None:
        """One picture, or a map, and what is said of it."""
        high = int(self.size[1] * self.rng.uniform(0.35, 0.8))
        self.shot.paste(self.studio.photo(self.rng, (self.wide, high)), (self.left, int(self.y)))
        self.y += high + 8
        while self.y < self.size[1] - 44:
            self.draw.text((self.left + 14, self.y), self.studio.words(self.rng, 10, 40), self.ink, self.face)
            self.y += 24

    def finish(self) -> None:
        """What is at the bottom of a phone."""
        if not self.phone or self.rng.random() > 0.7:
            return
        high = self.size[1]
        self.draw.rectangle((0, high - 40, self.size[0], high), fill=self.ground)
        for x in (60, 180, 300):
            self.draw.ellipse((x - 8, high - 28, x + 8, high - 12), outline=self.ink, width=2)
