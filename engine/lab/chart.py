"""Lines over whole numbers, several on one scale, as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from PIL import Image, ImageDraw, ImageFont

from engine.core.palette import colour

_LARGER = 2  # drawn so much larger, and made smaller again: no jagged lines
_GROUND, _INK, _MUTED, _FAINT = "#ffffff", "#1c2128", "#5b6470", "#e4e7ec"
_LEFT, _TOP, _RIGHT, _BOTTOM = 64, 62, 24, 36
_STEPS = 5  # about so many numbers on a scale


@dataclass(frozen=True, slots=True)
class Panel:
    """`lines` by name over the whole numbers `at`, called `axis`; `mark` is one of these, with what is said of it."""

    title: str
    at: Sequence[int]
    lines: Mapping[str, Sequence[float]]
    mark: tuple[int, str] | None = None
    axis: str = "k"


def chart(panels: Sequence[Panel], width: int = 720, height: int = 320) -> Image.Image:
    """The `panels` below one another, each `width` × `height`; the vertical scale begins at 0 where that is near."""
    canvas = Image.new("RGB", (width * _LARGER, height * len(panels) * _LARGER), _GROUND)
    for number, panel in enumerate(panels):
        _draw(ImageDraw.Draw(canvas), panel, (width, height), height * number)
    return canvas.resize((width, height * len(panels)), Image.Resampling.LANCZOS)


def scale_of(values: Sequence[float]) -> list[float]:
    """Round numbers around `values`, evenly apart: 1, 2 or 5 times a power of ten."""
    low, high = min(values), max(values)
    if 0 <= low < (high - low):
        low = 0.0
    about = max(high - low, 1e-3 * max(abs(high), 1e-9)) / _STEPS
    power = 10.0 ** floor(log10(about))
    step = next(power * digit for digit in (1, 2, 5, 10) if power * digit >= about * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [n * step for n in range(first, max(last, first + 1) + 1)]


def _draw(draw: ImageDraw.ImageDraw, panel: Panel, size: tuple[int, int], top: int) -> None:
    ticks = scale_of([value for line in panel.lines.values() for value in line])
    left, right = _LEFT, size[0] - _RIGHT
    above, below = top + _TOP, top + size[1] - _BOTTOM

    def x(at: float) -> float:
        return left + (right - left) * (at - panel.at[0]) / max(panel.at[-1] - panel.at[0], 1)

    def y(value: float) -> float:
        return below - (below - above) * (value - ticks[0]) / (ticks[-1] - ticks[0])

    _text(draw, (left, top + 14), panel.title, _INK, 16)
    for tick in ticks:
        _line(draw, [(left, y(tick)), (right, y(tick))], _FAINT, 1)
        _text(draw, (left - 10, y(tick)), f"{tick:.6g}", _MUTED, 13, "rm")
    _text(draw, (left - 14, below + 9), panel.axis, _MUTED, 13, "ra")
    for at in panel.at:
        _text(draw, (x(at), below + 9), str(at), _MUTED, 13, "ma")
    if panel.mark is not None:
        at, note = panel.mark
        _line(draw, [(x(at), above), (x(at), below)], _MUTED, 1)
        _text(draw, (x(at) + 7, above + 2), note, _MUTED, 13)
    across = float(left)
    for number, (name, line) in enumerate(panel.lines.items()):
        tone, wide = colour(number + 1, dark=False), 4 if number == 0 else 2  # the second one is seen on the first
        points = [(x(at), y(value)) for at, value in zip(panel.at, line, strict=True)]
        _line(draw, points, tone, wide)
        for point in points:
            _dot(draw, point, tone, wide + 1)
        _line(draw, [(across, top + 45), (across + 18, top + 45)], tone, wide)
        _text(draw, (across + 25, top + 45), name, _INK, 13, "lm")
        across += 25 + draw.textlength(name, font(13 * _LARGER)) / _LARGER + 24


def _line(draw: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], tone: str, wide: int) -> None:
    draw.line([(x * _LARGER, y * _LARGER) for x, y in points], fill=tone, width=wide * _LARGER, joint="curve")


def _dot(draw: ImageDraw.ImageDraw, at: tuple[float, float], tone: str, radius: float) -> None:
    x, y = at[0] * _LARGER, at[1] * _LARGER
    draw.ellipse((x - radius * _LARGER, y - radius * _LARGER, x + radius * _LARGER, y + radius * _LARGER), fill=tone)


def _text(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, tone: str, size: int, anchor: str = "la"
) -> None:
    draw.text((at[0] * _LARGER, at[1] * _LARGER), text, fill=tone, font=font(size * _LARGER), anchor=anchor)


def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The font of pictures, `size` pixels high."""
    return ImageFont.load_default(size)
