"""What a curve of k says: the number of clusters that each of its measures would choose."""

from __future__ import annotations

from collections.abc import Sequence

from engine.clustering.quality import elbow
from engine.core.records import CurvePoint

_SLACK = 0.02  # of the greatest modularity that may be lost for more clusters


def k_by_modularity(curve: Sequence[CurvePoint]) -> int:
    """The k that Auto chooses: the top is flat, and of nearly equals people make the finer."""
    least = max(point.modularity for point in curve)
    least -= _SLACK * abs(least)
    return max(point.k for point in curve if point.modularity >= least)


def k_by_elbow(curve: Sequence[CurvePoint]) -> int | None:
    """The k from which on more clusters make each hardly more uniform; None where nobody has counted that."""
    told = [(point.k, point.inertia) for point in curve if point.inertia is not None]
    return elbow(told) if told else None


def k_by_silhouette(curve: Sequence[CurvePoint]) -> int | None:
    """The k whose clusters stand apart most clearly, by the mean silhouette; None where nobody has counted that."""
    told = [(point.silhouette, -point.k) for point in curve if point.silhouette is not None]
    return -max(told)[1] if told else None
