"""The page about a recorded training: the answer, its curves, the map in motion, every update to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine import __version__
from engine.core.assets import resource
from engine.lab.chart import scale_of
from engine.lab.record.measures import Measured
from engine.lab.record.recording import Recording
from engine.lab.record.story import story
from engine.report.wording import readable

_WIDTH, _HEIGHT = 340, 150  # of a curve, in the units of its drawing
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 10, 10, 22
_CURVES: tuple[tuple[str, str, Callable[[Measured], float | None]], ...] = (
    ("Between clusters : within", "{:.2f}", lambda m: m.separation),
    ("Silhouette", "{:.2f}", lambda m: m.silhouette),
    ("Reconstruction error", "{:.4f}", lambda m: m.error),
    ("In another cluster than before", "{:.1%}", lambda m: m.moved),
    ("Agreement with the labels (NMI)", "{:.3f}", lambda m: m.nmi),
)


@dataclass(frozen=True, slots=True)
class About:
    """What was trained on what: the words of the page."""

    title: str
    pictures: str  # what the test pictures are
    k: int
    seed: int
    device: str
    parameters: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line over the updates, as the page draws it: `points` (x, y) and `ticks` (y, text) in its own units."""

    title: str
    points: list[tuple[float, float]]
    ticks: list[tuple[float, str]]
    values: list[str]


def write_page(recording: Recording, about: About, out: Path) -> Path:
    """Write `out`/index.html about the pictures that lie there."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("report"), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    updates, idec = recording.updates, _idec_weight(about.parameters)
    page = environment.get_template("record.html.j2").render(
        about=about,
        title=readable(about.title),
        version=__version__,
        tests=recording.tests,
        others=max(len(recording.images) - recording.tests, 1),
        updates=updates,
        ends=[f"{update:03}.png" for update in updates],
        borrowed=recording.borrowed,
        idec=idec,
        story=story(recording.account, idec),
        curves=_curves(recording.account.updates),
        box=(_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM),
        facts=list(about.parameters.items()),
    )
    (out / "index.html").write_text(page, encoding="utf-8")
    return out / "index.html"


def _idec_weight(parameters: dict[str, Any]) -> float:
    """The weight of the loss of reconstruction while DEC settles: it has one where it has a decoder."""
    return float(parameters["reconstruction"]) if parameters["pretraining"] == "autoencoder" else 0.0


def _curves(updates: Sequence[Measured]) -> list[Curve]:
    found = [
        _curve(title, form, [read(m) for m in updates], [m.update for m in updates]) for title, form, read in _CURVES
    ]
    return [curve for curve in found if len(curve.points) > 1]


def _curve(title: str, form: str, values: Sequence[float | None], at: Sequence[int]) -> Curve:
    """The line of `values` over the updates `at`; where there is no value there is no point."""
    known = [value for value in values if value is not None]
    texts = ["–" if value is None else form.format(value) for value in values]
    if not known:
        return Curve(title, [], [], texts)
    ticks = scale_of(known)
    x = {update: _LEFT + (_WIDTH - _LEFT - _RIGHT) * update / max(at[-1], 1) for update in at}
    high, low = _TOP, _HEIGHT - _BOTTOM

    def y(value: float) -> float:
        return round(low - (low - high) * (value - ticks[0]) / (ticks[-1] - ticks[0]), 1)

    points = [(round(x[update], 1), y(value)) for update, value in zip(at, values, strict=True) if value is not None]
    percent = form.endswith("%}")
    return Curve(title, points, [(y(t), f"{t:.3g}" if not percent else f"{100 * t:.3g} %") for t in ticks], texts)
