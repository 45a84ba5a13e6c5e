"""The shoot-out as a page: the answer, a table, a small map for each method, and who agrees with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import ceil, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from engine import __version__
from engine.clustering.methods.method import methods
from engine.core.assets import resource
from engine.core.errors import UserError, why
from engine.core.palette import colour
from engine.core.records import Floats, Ints
from engine.lab.shootout.compare import Answer
from engine.lab.shootout.matching import numbered_as
from engine.library.outputs.own import mark_own
from engine.pipeline.options import OrganiseOptions
from engine.report.page import check_report
from engine.report.wording import readable

FOLDERS = "folders"  # the name of the map of the folders; no method is called so
_SIDE = 360  # of a small map, in pixels
_GROUNDS = {False: "#ffffff", True: "#1d2026"}  # of the page's panels, light and dark
_COLUMNS = {  # which is best, and how it is written
    "agreement": (max, "{:.0f} %"),
    "silhouette": (max, "{:.2f}"),
    "stability": (max, "{:.2f}"),
    "seconds": (min, "{:.1f}"),
    "peak_mb": (min, "{:,.0f} MB"),
}


def write_comparison(
    numbers: dict[str, Any], answers: Sequence[Answer], xy: Floats, out: Path, folders: Ints | None = None
) -> Path:
    """Write `out`/index.html and maps on the positions `xy` (n, 2); returns the page's path.

    `folders` (n,) numbers the folders of the photos, where these judge. The same colour means mostly the same photos
    on every map.
    """
    check_report(out)
    rows = sorted(map(_row, answers), key=lambda row: -row["merit"])
    maps = {answer.method: answer.labels[0] for answer in answers}
    reference = maps[rows[0]["name"]] if folders is None else folders
    if folders is not None:
        maps = {FOLDERS: folders} | maps
    try:
        out.mkdir(parents=True, exist_ok=True)
        mark_own(out, "a comparison of methods")
        for name, labels in maps.items():
            for dark in (False, True):
                drawn = small_map(xy, numbered_as(labels, reference), dark)
                drawn.save(out / f"{name}{'-dark' if dark else ''}.png")
        (out / "index.html").write_text(_page(numbers, rows, len(xy)), encoding="utf-8")
    except OSError as error:
        raise UserError("The report cannot be written to {out} ({reason}).", out=out, reason=why(error)) from error
    return out / "index.html"


def _row(answer: Answer) -> dict[str, Any]:
    """What the page says of a method; `merit` is what it is ranked by."""
    kind = methods.get(answer.method)
    values = {key: getattr(answer, key) for key in _COLUMNS}
    merit = answer.silhouette if answer.agreement is None else answer.agreement
    texts = {key: _text(key, value) for key, value in values.items()}
    return {"name": answer.method, "label": kind.label, "help": kind.help, "merit": merit, "texts": texts, **values}


def _text(column: str, value: float | None) -> str:
    """A value as the page shows it."""
    return "–" if value is None else _COLUMNS[column][1].format(100 * value if column == "agreement" else value)


def _best(rows: list[dict[str, Any]]) -> dict[str, str]:
    """The best value of each column as the page shows it: methods that look the same there are as good."""
    found = {key: [row[key] for row in rows if row[key] is not None] for key in _COLUMNS}
    return {key: _text(key, _COLUMNS[key][0](values)) for key, values in found.items() if len(values) > 1}


def _page(numbers: Mapping[str, Any], rows: list[dict[str, Any]], photos: int) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("report"), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    agreement = rows[0]["agreement"]
    return environment.get_template("compare.html.j2").render(
        title=readable(Path(numbers["folder"]).name),
        version=__version__,
        k=numbers["k"],
        seeds=numbers["seeds"],
        judge=numbers["judge"],
        photos=photos,
        methods=rows,
        winners=[row for row in rows if round(100 * row["merit"]) == round(100 * rows[0]["merit"])],
        own=next((row for row in rows if row["name"] == OrganiseOptions().method), None),
        margin=None if agreement is None else max(1, ceil(100 * sqrt(2 * agreement * (1 - agreement) / photos))),
        best=_best(rows),
        pairs=_pairs(numbers, rows),
        alike=_most_alike(numbers, rows),
    )


def _pairs(numbers: Mapping[str, Any], rows: list[dict[str, Any]]) -> list[list[float]]:
    """The NMI of every two methods, in the order of the rows."""
    at = {method["method"]: place for place, method in enumerate(numbers["methods"])}
    return [[numbers["between"][at[a["name"]]][at[b["name"]]] for b in rows] for a in rows]


def _most_alike(numbers: Mapping[str, Any], rows: list[dict[str, Any]]) -> tuple[str, str, float] | None:
    """The two methods that agree most, and how much."""
    pairs = _pairs(numbers, rows)
    found = [(rows[a]["label"], rows[b]["label"], pairs[a][b]) for a, b in combinations(range(len(rows)), 2)]
    return max(found, key=lambda pair: pair[2], default=None)


def small_map(xy: Floats, numbers: Ints, dark: bool) -> Image.Image:
    """Photos as dots at `xy` (n, 2) in -1…1, in the colours of the `numbers` (n,) of their clusters."""
    canvas = Image.new("RGB", (2 * _SIDE, 2 * _SIDE), _GROUNDS[dark])
    draw = ImageDraw.Draw(canvas)
    radius = 9 if len(xy) < 2_000 else 4
    tones = {number: colour(number, dark=dark) for number in np.unique(numbers).tolist()}
    for (x, y), number in zip((_SIDE * (1 + 0.94 * xy)).tolist(), numbers.tolist(), strict=True):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=tones[number])
    return canvas.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
