"""Pictures of a recording: a map of one update, and the map of all of them in motion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageColor, ImageDraw

from engine.core.job import Job
from engine.core.palette import COLOURS, colour
from engine.core.records import Floats, Ints
from engine.lab.chart import font

SIDE = 520  # of a map, in pixels
_LARGER = 2  # drawn so much larger, and made smaller again: no jagged dots
_RADIUS = 4.5
_GROUND, _MUTED = "#ffffff", "#5b6470"
_BETWEEN, _MOST = 8, 160  # pictures of the motion between two updates; of all of it
_REST, _STEP, _END = 420, 45, 2200  # ms at an update, between two, and at the last
_SHADES = 7  # of a colour, towards the ground: for the edges of dots


def draw_map(xy: Floats, labels: Ints, note: str) -> Image.Image:
    """Pictures as dots at `xy` (t, 2) in -1…1, in the colours of their clusters, with a `note` in the corner."""
    size = SIDE * _LARGER
    canvas = Image.new("RGB", (size, size), _GROUND)
    draw = ImageDraw.Draw(canvas)
    radius = _RADIUS * _LARGER
    for (x, y), label in zip((size / 2 * (1 + 0.92 * xy)).tolist(), labels.tolist(), strict=True):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour(label % COLOURS, dark=False))
    draw.text((12 * _LARGER, 10 * _LARGER), note, fill=_MUTED, font=font(14 * _LARGER))
    return canvas.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def save_motion(maps: Sequence[Floats], labels: Sequence[Ints], updates: Sequence[int], out: Path, job: Job) -> None:
    """The `maps` (t, 2) of some `updates` as an animated PNG in which dots move from one to the next."""
    palette, frames, times = _palette(), list[Image.Image](), list[int]()
    for xy, now, update, rest in _motion(maps, labels, updates):
        job.report("animation", len(frames), 0)
        drawn = draw_map(xy, now, f"update {update} of {updates[-1]}")
        frames.append(drawn.quantize(palette=palette, dither=Image.Dither.NONE))
        times.append(rest)
    frames[0].save(out, format="PNG", save_all=True, append_images=frames[1:], duration=times, loop=0, optimize=True)


def _motion(
    maps: Sequence[Floats], labels: Sequence[Ints], updates: Sequence[int]
) -> Iterator[tuple[Floats, Ints, int, int]]:
    """Positions, labels, update and milliseconds of each picture of the motion, slow at both its ends."""
    between = max(1, min(_BETWEEN, _MOST // len(maps)))
    for number in range(len(maps) - 1):
        yield maps[number], labels[number], updates[number], _REST
        for share in (np.arange(1, between) / between).tolist():
            eased = share * share * (3 - 2 * share)
            xy = np.asarray((1 - eased) * maps[number] + eased * maps[number + 1], np.float32)
            nearest = number + (share >= 0.5)
            yield xy, labels[nearest], updates[nearest], _STEP
    yield maps[-1], labels[-1], updates[-1], _END


def _palette() -> Image.Image:
    """An image whose palette holds the ground, the colours of clusters, and shades from one to the other."""
    ground = np.array(ImageColor.getrgb(_GROUND)[:3], float)
    tones = [
        np.array(ImageColor.getrgb(tone)[:3], float)
        for tone in (_MUTED, *(colour(i, dark=False) for i in range(COLOURS)))
    ]
    shades = [ground] + [ground + (tone - ground) * n / _SHADES for tone in tones for n in range(1, _SHADES + 1)]
    holder = Image.new("P", (1, 1))
    holder.putpalette(np.rint(np.concatenate(shades)).astype(np.uint8).tobytes())
    return holder
