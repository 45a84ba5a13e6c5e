"""Finds the colours of clusters, engine/core/palette.py, and prints them: python packaging/find_cluster_colours.py

What is maximised is the smallest CIEDE2000 between any two of the first twelve and the grey of "Unsure", for full
sight (FULL of it), protanopes, deuteranopes and tritanopes alike; each has at least 3 to 1 against the ground of the
map. It is an exchange search (each slot in turn takes the candidate farthest from all others) from many random starts,
over a grid in Oklch (Ottosson 2020) within a calm range of chroma. A colour on the light ground keeps the hue of that
on the dark one, so that a cluster keeps its colour's name when the theme changes. The rest, to thirty, is added
farthest-first.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gallery_app.base.theme import DARK, LIGHT, Theme
from tests.colour_vision import SIGHTS, ciede2000, contrast, lab, linear

FIRST, COLOURS = 12, 30
STARTS, ROUNDS = 40, 12
HUES = np.arange(0, 360, 8)
CHROMAS = (0.09, 0.12, 0.15, 0.18)
CONTRAST = 3.05
FULL = 0.55  # what a difference counts for full sight, for which there is more room
SAME_HUE = 24  # degrees between a colour's hues on the two grounds at most
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Candidates:
    """Colours that are seen on a ground, their hues, and the smallest difference of each two; the last is the grey."""

    colours: list[str]
    hues: Array
    apart: Array


def main() -> None:
    random = np.random.default_rng(0)
    dark = candidates(DARK, np.arange(0.56, 0.93, 0.03))
    light = candidates(LIGHT, np.arange(0.36, 0.66, 0.03))
    best: tuple[float, Array, Array] = (0.0, np.empty(0), np.empty(0))
    for _ in range(STARTS):
        free = [np.arange(len(dark.colours))] * FIRST
        on_dark = exchanged(dark, free, random)
        alike = [near(light, float(dark.hues[i])) for i in on_dark]
        on_light = exchanged(light, alike, random)
        worst = min(smallest(dark, on_dark), smallest(light, on_light))
        if worst > best[0]:
            best = worst, on_dark, on_light
            print(f"{smallest(dark, on_dark):.1f} on dark, {smallest(light, on_light):.1f} on light")
    on_dark, on_light = in_order(dark, light, best[1], best[2])
    while len(on_dark) < COLOURS:
        on_dark, on_light = one_more(dark, light, on_dark, on_light)
    for found, chosen in ((dark, on_dark), (light, on_light)):
        print("\n".join(f'    "{found.colours[i]}",' for i in chosen), "\n")


def candidates(theme: Theme, lights: Array) -> Candidates:
    """The colours of a grid in Oklch that are in gamut and stand out from the map's ground."""
    found, hues = [], []
    for hue in HUES:
        for light in lights:
            for chroma in CHROMAS:
                colour = srgb(float(light), chroma, float(hue))
                if colour is not None and contrast(colour, theme.window) >= CONTRAST:
                    found.append(colour)
                    hues.append(float(hue))
    rgb, apart = linear([*found, theme.unsure]), np.full((len(found) + 1,) * 2, np.inf)
    for sight, matrix in SIGHTS.items():
        seen = lab(rgb @ matrix.T)
        apart = np.minimum(apart, ciede2000(seen[:, None], seen[None]) * (FULL if sight == "full" else 1))
    np.fill_diagonal(apart, 0)
    return Candidates(found, np.array(hues), apart)


def srgb(light: float, chroma: float, hue: float) -> str | None:
    """A colour of Oklch as "#rrggbb"; None if it is out of gamut."""
    a, b = chroma * np.cos(np.radians(hue)), chroma * np.sin(np.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = np.array(
        [
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        ]
    )
    if rgb.min() < 0 or rgb.max() > 1:
        return None
    coded = np.where(rgb <= 0.0031308, 12.92 * rgb, 1.055 * rgb ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(255 * c):02x}" for c in coded.tolist())


def near(found: Candidates, hue: float) -> Array:
    """Indices of the candidates of about this hue."""
    turn = np.abs((found.hues - hue + 180) % 360 - 180)
    return np.flatnonzero(turn <= SAME_HUE)


def exchanged(found: Candidates, allowed: list[Array], random: np.random.Generator) -> Array:
    """One of the `allowed` candidates for each slot, far from all the others and from the grey."""
    chosen = np.array([random.choice(some) for some in allowed])
    for _ in range(ROUNDS):
        before = chosen.copy()
        for slot in random.permutation(len(chosen)):
            others = np.append(np.delete(chosen, slot), -1)
            reach = found.apart[np.ix_(allowed[slot], others)].min(axis=1)
            chosen[slot] = allowed[slot][int(reach.argmax())]
        if np.array_equal(before, chosen):
            break
    return chosen


def smallest(found: Candidates, chosen: Array) -> float:
    apart = found.apart[np.ix_([*chosen, -1], [*chosen, -1])] + np.diag([np.inf] * (len(chosen) + 1))
    return float(apart.min())


def in_order(dark: Candidates, light: Candidates, on_dark: Array, on_light: Array) -> tuple[Array, Array]:
    """The same colours, farthest-first: the first few clusters differ most."""
    apart = np.minimum(dark.apart[np.ix_(on_dark, on_dark)], light.apart[np.ix_(on_light, on_light)])
    order = [int(np.argmax(apart.sum(axis=1)))]
    while len(order) < len(on_dark):
        reach = apart[:, order].min(axis=1)
        reach[order] = -1
        order.append(int(reach.argmax()))
    return on_dark[order], on_light[order]


def one_more(dark: Candidates, light: Candidates, on_dark: Array, on_light: Array) -> tuple[Array, Array]:
    """The pair of one hue that is farthest from all that are chosen."""
    from_dark = dark.apart[:, [*on_dark, -1]].min(axis=1)[:-1]
    from_light = light.apart[:, [*on_light, -1]].min(axis=1)[:-1]
    pairs = []
    for hue in HUES:
        of_dark = np.flatnonzero(dark.hues == hue)
        of_light = near(light, float(hue))
        one, other = of_dark[from_dark[of_dark].argmax()], of_light[from_light[of_light].argmax()]
        pairs.append((min(from_dark[one], from_light[other]), one, other))
    _, one, other = max(pairs)
    return np.append(on_dark, one), np.append(on_light, other)


if __name__ == "__main__":
    main()
