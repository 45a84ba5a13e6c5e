"""Where the parts of a flow picture lie: clusters before on the left, after on the right, ribbons between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.edits.activation import Flow

STAYING = ""  # stands for every cluster in which nothing moves
THINNEST = 3.0  # pixels of a bar or a ribbon


@dataclass(frozen=True, slots=True)
class Bar:
    """A cluster of `count` photos, from `top` to `bottom`; None is for photos that stood nowhere."""

    cluster: str | None
    count: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A flow between two bars: where it leaves the left one and meets the right one."""

    flow: Flow
    left: tuple[float, float]
    right: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    before: tuple[Bar, ...] = ()
    after: tuple[Bar, ...] = ()
    ribbons: tuple[Ribbon, ...] = ()


def gathered(flows: Sequence[Flow]) -> tuple[Flow, ...]:
    """The same flows with every cluster in which nothing moves gathered in one."""
    touched = {c for f in flows if f.source != f.target for c in (f.source, f.target)}
    quiet = sum(f.count for f in flows if f.target not in touched)
    moving = tuple(f for f in flows if f.target in touched or f.source in touched)
    return (*moving, Flow(STAYING, STAYING, quiet)) if quiet else moving


def lay_out(flows: Sequence[Flow], height: float, gap: float) -> Layout:
    """Bars as high as their counts, `gap` pixels at least between two; survivors face each other.

    New clusters come below those from which most of their photos come; the gathered ones come last.
    """
    before, after = _counts(flows, left=True), _counts(flows, left=False)
    if not after:
        return Layout()
    left = sorted(before, key=lambda c: (c == STAYING, c is None, -before[c], c or ""))
    place = {cluster: number for number, cluster in enumerate(left)}
    middle = {c: place.get(c, _middle(c, flows, place)) for c in after}
    right = sorted(after, key=lambda c: (c == STAYING, middle[c], c or ""))
    room = height - gap * (max(len(left), len(right)) - 1)
    scale = max(room, 1.0) / sum(after.values())
    bars = _bars(left, before, scale, height), _bars(right, after, scale, height)
    order = {c: n for n, c in enumerate(right)}
    leaving = sorted(flows, key=lambda f: (place[f.source], order[f.target]))
    arriving = sorted(flows, key=lambda f: (order[f.target], place[f.source]))
    starts, ends = _stacked(leaving, bars[0], "source"), _stacked(arriving, bars[1], "target")
    return Layout(*bars, tuple(Ribbon(f, starts[f], ends[f]) for f in leaving))


def _counts(flows: Sequence[Flow], left: bool) -> dict[str | None, int]:
    counts: dict[str | None, int] = {}
    for flow in flows:
        cluster = flow.source if left else flow.target
        counts[cluster] = counts.get(cluster, 0) + flow.count
    return counts


def _middle(cluster: str | None, flows: Sequence[Flow], place: dict[str | None, int]) -> float:
    """Just below the place from which most of its photos come."""
    largest = max((f for f in flows if f.target == cluster), key=lambda f: f.count)
    return place[largest.source] + 0.5


def _bars(order: list[str | None], counts: dict[str | None, int], scale: float, height: float) -> tuple[Bar, ...]:
    """Spread over the height; what is too thin to be seen takes its room from the gaps."""
    heights = [max(THINNEST, counts[c] * scale) for c in order]
    gap = (height - sum(heights)) / (len(order) - 1) if len(order) > 1 else 0.0
    made, top = [], 0.0
    for cluster, tall in zip(order, heights, strict=True):
        made.append(Bar(cluster, counts[cluster], top, top + tall))
        top += tall + gap
    return tuple(made)


def _stacked(flows: list[Flow], bars: tuple[Bar, ...], end: str) -> dict[Flow, tuple[float, float]]:
    """Where each flow meets its bar: one below the other."""
    by_cluster = {bar.cluster: bar for bar in bars}
    tops = {bar.cluster: bar.top for bar in bars}
    spans = {}
    for flow in flows:
        bar = by_cluster[getattr(flow, end)]
        tall = (bar.bottom - bar.top) * flow.count / bar.count
        spans[flow] = (tops[bar.cluster], tops[bar.cluster] + tall)
        tops[bar.cluster] += tall
    return spans
