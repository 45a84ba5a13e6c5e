"""The number of clusters that each measure of a k curve would choose."""

from __future__ import annotations

from collections.abc import Sequence

from engine.clustering.quality import elbow
from engine.core.records import CurvePoint

_TOLERANCE = 0.02  # of the greatest modularity that may be lost for more clusters


def k_by_modularity(curve: Sequence[CurvePoint]) -> int:
    """The k that Auto chooses: the largest of those whose modularity is nearly the greatest, as people prefer."""
    lowest = max(point.modularity for point in curve)
    lowest -= _TOLERANCE * abs(lowest)
    return max(point.k for point in curve if point.modularity >= lowest)


def k_by_elbow(curve: Sequence[CurvePoint]) -> int | None:
    """The k at the elbow of the inertia (see quality.elbow); None where no point has an inertia."""
    measured = [(point.k, point.inertia) for point in curve if point.inertia is not None]
    return elbow(measured) if measured else None


def k_by_silhouette(curve: Sequence[CurvePoint]) -> int | None:
    """The k of the largest mean silhouette; None where no point has one."""
    measured = [(point.silhouette, -point.k) for point in curve if point.silhouette is not None]
    return -max(measured)[1] if measured else None
