"""The map as a drawing: dots, photos and names as SVG, to print at any size or to look at in a browser."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from engine.gallery.places import Doubles
from engine.library.outputs.whole import write_whole

Box = tuple[float, float, float, float]  # left, top, width, height
_FAINT = 0.28  # of its strength that a dot or photo keeps which does not stand out
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))  # that XML cannot hold


@dataclass(frozen=True)
class DrawnPhoto:
    """The JPEG at `file`, in a frame of `colour`; one that is not there leaves its frame."""

    file: Path
    box: Box
    colour: str
    title: str
    bright: bool = True


@dataclass(frozen=True)
class DrawnName:
    """A cluster's name in the middle of a pill at `box`."""

    text: str
    box: Box
    colour: str


@dataclass(frozen=True)
class DrawnLand:
    """Closed `outlines` (m, 2) each: land is where an odd number of them lies around."""

    outlines: tuple[Doubles, ...]
    colour: str


@dataclass(frozen=True)
class MapDrawing:
    """What the map shows, in pixels: dots at `points` (n, 2), each in colour `tones[i]` of `colours`, `bright` or not.

    Photos lie over the dots, the last on top, and names over the photos. Land, which a map of the world has, is below.
    """

    title: str
    width: int
    height: int
    ground: str
    font: str
    points: Floats
    tones: Ints
    colours: tuple[str, ...]
    bright: NDArray[np.bool_]
    diameter: float
    photos: tuple[DrawnPhoto, ...] = ()
    names: tuple[DrawnName, ...] = ()
    land: DrawnLand | None = None


def write_svg(drawing: MapDrawing, out: Path) -> None:
    """Write it to `out`, whole or not at all (UserError)."""
    write_whole(out, (line.encode() for line in _lines(drawing)))


def _lines(drawing: MapDrawing) -> Iterator[str]:
    width, height = drawing.width, drawing.height
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        f"<title>{_text(drawing.title)}</title>\n"
        f'<rect width="{width}" height="{height}" fill="{drawing.ground}"/>\n'
    )
    if drawing.land is not None:
        yield from _land(drawing.land)
    for bright in (False, True):  # what stands out lies over the rest
        yield from _dots(drawing, bright)
    for photo in drawing.photos:
        yield from _photo(photo)
    if drawing.names:
        yield f'<g font-family={quoteattr(drawing.font + ", sans-serif")} font-weight="600" text-anchor="middle">\n'
        for name in drawing.names:
            yield from _name(name, drawing.ground)
        yield "</g>\n"
    yield "</svg>\n"


def _land(land: DrawnLand) -> Iterator[str]:
    """One path, an outline a line; relative steps in tenths of a pixel take half the space of positions."""
    yield f'<path fill="{land.colour}" fill-rule="evenodd" d="\n'
    for outline in land.outlines:
        tenths = np.rint(10 * outline).astype(np.int64)
        steps = np.diff(tenths, axis=0)
        steps = steps[steps.any(axis=1)]
        if len(steps) > 1:
            path = " ".join(f"{x / 10:g},{y / 10:g}" for x, y in steps.tolist())
            yield f"M{tenths[0, 0] / 10:g},{tenths[0, 1] / 10:g}l{path}z\n"
    yield '"/>\n'


def _dots(drawing: MapDrawing, bright: bool) -> Iterator[str]:
    """A group a colour, so that an editor finds the dots of a cluster together."""
    radius, low = drawing.diameter / 2, -drawing.diameter
    x, y = drawing.points.T
    seen = (drawing.bright == bright) & (x > low) & (y > low) & (x < drawing.width - low) & (y < drawing.height - low)
    for tone in np.unique(drawing.tones[seen]).tolist():
        faint = "" if bright else f' opacity="{_FAINT}"'
        yield f'<g fill="{drawing.colours[tone]}"{faint}>\n'
        for at, down in drawing.points[seen & (drawing.tones == tone)].tolist():
            yield f'<circle cx="{at:.1f}" cy="{down:.1f}" r="{radius:.3g}"/>\n'
        yield "</g>\n"


def _photo(photo: DrawnPhoto) -> Iterator[str]:
    left, top, width, height = photo.box
    attributes = f'x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}"'
    yield "<g>" if photo.bright else f'<g opacity="{_FAINT}">'
    yield f"<title>{_text(photo.title)}</title>"
    with suppress(FileNotFoundError):
        data = base64.b64encode(photo.file.read_bytes()).decode()
        yield f'<image {attributes} preserveAspectRatio="xMidYMid slice" href="data:image/jpeg;base64,{data}"/>'
    edge = 1.6 if max(width, height) >= 40 else 1
    yield f'<rect {attributes} rx="2" fill="none" stroke="{photo.colour}" stroke-width="{edge}"/></g>\n'


def _name(name: DrawnName, ground: str) -> Iterator[str]:
    left, top, width, height = name.box
    yield f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" rx="{height / 2:g}" '
    yield f'fill="{ground}" fill-opacity="0.82"/>'
    yield f'<text x="{left + width / 2:g}" y="{top + 0.7 * height:g}" font-size="{0.62 * height:.3g}" '
    yield f'fill="{name.colour}">{_text(name.text)}</text>\n'


def _text(text: str) -> str:
    return escape(text.translate(_CONTROLS).encode("utf-8", "replace").decode())
