"""Layout of the flow (Sankey) picture: clusters before on the left, after on the right; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.edits.flows import Flow

STAYING = ""  # one bar for all clusters in which nothing moves
MIN_THICKNESS = 3.0  # pixels of a bar


@dataclass(frozen=True, slots=True)
class Bar:
    """A cluster of `count` photos, from `top` to `bottom` in pixels; `cluster` is None for new photos."""

    cluster: str | None
    count: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A flow between two bars, with its (top, bottom) at the left and at the right bar."""

    flow: Flow
    left: tuple[float, float]
    right: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    before: tuple[Bar, ...] = ()
    after: tuple[Bar, ...] = ()
    ribbons: tuple[Ribbon, ...] = ()


def gathered(flows: Sequence[Flow]) -> tuple[Flow, ...]:
    """The flows, without their photos, with all clusters in which nothing moves merged into STAYING."""
    changed = {c for f in flows if f.source != f.target for c in (f.source, f.target)}
    unchanged = sum(f.count for f in flows if f.target not in changed)
    moving = tuple(Flow(f.source, f.target, f.count) for f in flows if f.target in changed or f.source in changed)
    return (*moving, Flow(STAYING, STAYING, unchanged)) if unchanged else moving


def lay_out(flows: Sequence[Flow], height: float, gap: float) -> Layout:
    """Lay out bars with heights proportional to their counts and at least `gap` pixels between two.

    A cluster has the same rank on both sides; a new one comes below its largest source; STAYING is last.
    """
    before, after = _counts(flows, left=True), _counts(flows, left=False)
    if not after:
        return Layout()
    left = sorted(before, key=lambda c: (c == STAYING, c is None, -before[c], c or ""))
    rank = {cluster: number for number, cluster in enumerate(left)}
    middle = {c: rank.get(c, _rank_beside(c, flows, rank)) for c in after}
    right = sorted(after, key=lambda c: (c == STAYING, middle[c], c or ""))
    room = height - gap * (max(len(left), len(right)) - 1)
    scale = max(room, 1.0) / sum(after.values())
    bars = _bars(left, before, scale, height), _bars(right, after, scale, height)
    order = {c: n for n, c in enumerate(right)}
    leaving = sorted(flows, key=lambda f: (rank[f.source], order[f.target]))
    arriving = sorted(flows, key=lambda f: (order[f.target], rank[f.source]))
    starts, ends = _stacked(leaving, bars[0], "source"), _stacked(arriving, bars[1], "target")
    return Layout(*bars, tuple(Ribbon(f, starts[f], ends[f]) for f in leaving))


def _counts(flows: Sequence[Flow], left: bool) -> dict[str | None, int]:
    counts: dict[str | None, int] = {}
    for flow in flows:
        cluster = flow.source if left else flow.target
        counts[cluster] = counts.get(cluster, 0) + flow.count
    return counts


def _rank_beside(cluster: str | None, flows: Sequence[Flow], rank: dict[str | None, int]) -> float:
    """The rank just below the cluster from which most of its photos come."""
    largest = max((f for f in flows if f.target == cluster), key=lambda f: f.count)
    return rank[largest.source] + 0.5


def _bars(order: list[str | None], counts: dict[str | None, int], scale: float, height: float) -> tuple[Bar, ...]:
    """Distribute bars over the height; those with the minimum thickness take their room from the gaps."""
    heights = [max(MIN_THICKNESS, counts[c] * scale) for c in order]
    gap = (height - sum(heights)) / (len(order) - 1) if len(order) > 1 else 0.0
    bars_made, top = [], 0.0
    for cluster, thickness in zip(order, heights, strict=True):
        bars_made.append(Bar(cluster, counts[cluster], top, top + thickness))
        top += thickness + gap
    return tuple(bars_made)


def _stacked(flows: list[Flow], bars: tuple[Bar, ...], end: str) -> dict[Flow, tuple[float, float]]:
    """The (top, bottom) of each flow at its bar, stacked in the given order."""
    by_cluster = {bar.cluster: bar for bar in bars}
    tops = {bar.cluster: bar.top for bar in bars}
    spans = {}
    for flow in flows:
        bar = by_cluster[getattr(flow, end)]
        thickness = (bar.bottom - bar.top) * flow.count / bar.count
        spans[flow] = (tops[bar.cluster], tops[bar.cluster] + thickness)
        tops[bar.cluster] += thickness
    return spans
