"""The shoot-out as a page: a table, a small map for each method, and who agrees with whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from engine import __version__
from engine.clustering.methods.method import methods
from engine.core.assets import resource
from engine.core.errors import UserError, why
from engine.core.palette import COLOURS, colour
from engine.core.records import Floats, Ints
from engine.lab.shootout.compare import Answer
from engine.library.outputs.own import mark_own
from engine.report.page import check_report
from engine.report.wording import readable

_SIDE = 360  # of a small map, in pixels


def write_comparison(numbers: dict[str, Any], answers: Sequence[Answer], xy: Floats, out: Path) -> Path:
    """Write `out`/index.html and a map of each method on the positions `xy` (n, 2); returns the page's path."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    check_report(out)
    environment = Environment(
        loader=FileSystemLoader(resource("report"), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    rows = [
        {
            "name": a.method,
            "label": methods.get(a.method).label,
            "help": methods.get(a.method).help,
            "map": f"{a.method}.png",
        }
        | {key: getattr(a, key) for key in ("agreement", "silhouette", "stability", "seconds", "peak_mb")}
        for a in answers
    ]
    page = environment.get_template("compare.html.j2").render(
        title=readable(Path(numbers["folder"]).name),
        version=__version__,
        k=numbers["k"],
        seeds=numbers["seeds"],
        judge=numbers["judge"],
        photos=len(xy),
        methods=rows,
        between=numbers["between"],
        best=max((r["agreement"] for r in rows if r["agreement"] is not None), default=None),
    )
    try:
        out.mkdir(parents=True, exist_ok=True)
        mark_own(out, "a comparison of methods")
        for answer in answers:
            small_map(xy, answer.labels[0]).save(out / f"{answer.method}.png")
        (out / "index.html").write_text(page, encoding="utf-8")
    except OSError as error:
        raise UserError("The report cannot be written to {out} ({reason}).", out=out, reason=why(error)) from error
    return out / "index.html"


def small_map(xy: Floats, labels: Ints) -> Image.Image:
    """Photos as dots at `xy` (n, 2) in -1…1, in the colours of their clusters, the largest cluster first."""
    sizes = sorted(set(labels.tolist()), key=lambda c: -int((labels == c).sum()))
    tone = {cluster: colour(rank % COLOURS, dark=False) for rank, cluster in enumerate(sizes)}
    canvas = Image.new("RGB", (2 * _SIDE, 2 * _SIDE), "#ffffff")
    draw = ImageDraw.Draw(canvas)
    radius = 9 if len(xy) < 2_000 else 4
    for (x, y), label in zip((_SIDE * (1 + 0.94 * xy)).tolist(), labels.tolist(), strict=True):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=tone[label])
    return canvas.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
