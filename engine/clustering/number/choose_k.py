"""The number of clusters, by the modularity of the neighbour graph."""

from __future__ import annotations

import numpy as np

from engine.clustering.assignment import hierarchy
from engine.clustering.distances import squared_distances
from engine.clustering.features import components, directions, require_finite
from engine.clustering.methods.method import Fit
from engine.clustering.methods.parts import neighbour_encoder
from engine.clustering.number.curve import k_by_modularity
from engine.clustering.quality import Silhouette, inertia
from engine.core.devices import reproducible
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import CurvePoint, Floats, Ints

MOST_CLUSTERS = 30  # tried where k is automatic: more are too many to look through

_SAMPLE = 3_000  # photos that are clustered
_COMPONENTS = 64
_NEIGHBOURS = 15
_ROUNDS = 300
_CODES = 10
_STAGE = "counting clusters"


def choose_k(vectors: Floats, low: int, high: int, *, seed: int, job: Job) -> tuple[int, list[CurvePoint]]:
    """The best k in `low`…`high` (inclusive) for `vectors` (n, d), and a CurvePoint for each k.

    The k of the largest modularity (Newman & Girvan 2004) of the fuzzy neighbour graph; the clusters are cuts of one
    hierarchy of an encoder's codes. Inertia and silhouette of the codes are computed as well and decide nothing (see
    curve.py). k is clamped to 2…n-1; min(n, low) with an empty curve where that leaves nothing to choose or all photos
    are the same. On a seeded sample where there are many photos.
    """
    require_finite(vectors)
    n = len(vectors)
    low, high = max(2, low), min(high, n - 1)
    if low > high:
        return max(1, min(n, low)), []
    rows = np.sort(np.random.default_rng(seed).permutation(n)[:_SAMPLE])
    sample = vectors[rows]
    if np.ptp(sample, axis=0).max(initial=0) == 0:
        return low, []
    codes, edges = neighbour_codes(sample, seed, job)
    return _choose(codes, edges, hierarchy.build(codes, seed=seed, job=job), range(low, high + 1), seed, job)


def cluster_at_once(vectors: Floats, k: int | None, *, seed: int, job: Job) -> tuple[Fit, list[CurvePoint]]:
    """A Fit of few `vectors` (n, d) without self-training, and the curve of k, empty where k is given.

    One encoder serves for the number of clusters and for the clusters, the cut of its hierarchy; q as in DEC's
    equation 1. Half of what choosing k and DEC take, and as good for a few hundred photos (docs/benchmarks.md).
    """
    require_finite(vectors)
    n = len(vectors)
    if n < 4 or k == 1 or np.ptp(vectors, axis=0).max(initial=0) == 0:
        return Fit(np.zeros(n, np.int64), np.ones((n, 1), np.float32)), []
    codes, edges = neighbour_codes(vectors, seed, job)
    tree = hierarchy.build(codes, seed=seed, job=job)
    curve: list[CurvePoint] = []
    if k is None:
        k, curve = _choose(codes, edges, tree, range(2, min(MOST_CLUSTERS, n - 1) + 1), seed, job)
    labels = tree.cut(min(k, n))
    means = np.stack([codes[labels == cluster].mean(axis=0) for cluster in range(int(labels.max()) + 1)])
    nearness = 1 / (
        1 + squared_distances(codes, np.asarray(means, np.float32)) / max(inertia(codes, labels) / n, 1e-12)
    )
    probabilities = np.asarray(nearness / nearness.sum(axis=1, keepdims=True), np.float32)
    return Fit(probabilities.argmax(axis=1), probabilities, codes=codes), curve


def _choose(
    codes: Floats, edges: neighbour_encoder.Edges, tree: hierarchy.Hierarchy, ks: range, seed: int, job: Job
) -> tuple[int, list[CurvePoint]]:
    """The best of `ks` by the modularity of the `tree`'s cuts, and a CurvePoint for each."""
    silhouette, total_inertia = Silhouette(codes, seed=seed), inertia(codes, np.zeros(len(codes), np.int64))
    curve: list[CurvePoint] = []
    for place, k in enumerate(ks):
        job.report(_STAGE, place, len(ks))
        labels = tree.cut(k)
        within = inertia(codes, labels) / max(total_inertia, 1e-12)
        curve.append(CurvePoint(k, modularity(*edges.graph, labels), within, silhouette.mean(labels)))
    job.report(_STAGE, len(ks), len(ks))
    return k_by_modularity(curve), curve


def modularity(heads: Ints, tails: Ints, weights: Floats, labels: Ints) -> float:
    """The share of the graph's weight within clusters beyond what chance would put there, -0.5…1.

    The graph's edges are given in both directions, (m,) each; `labels` (n,). Newman & Girvan 2004, equation 5.
    """
    total = weights.sum(dtype=np.float64)
    within = weights[labels[heads] == labels[tails]].sum(dtype=np.float64)
    degrees = np.bincount(labels[heads], weights)
    return float(within / total - np.square(degrees / total).sum())


def neighbour_codes(vectors: Floats, seed: int, job: Job) -> tuple[Floats, neighbour_encoder.Edges]:
    """Codes (n, c) of `vectors` by an encoder of their neighbour graph, and the graph."""
    import torch

    with reproducible():
        _, data = components(directions(vectors), _COMPONENTS, "cpu", job, _STAGE)
        generator = torch.Generator().manual_seed(seed)
        encoder = neighbour_encoder.build_encoder(data, _CODES, generator)
        graph = neighbour_encoder.Edges(data, _NEIGHBOURS, "cpu", job)
        neighbour_encoder.train_encoder(encoder, data, graph, _ROUNDS, generator, FitContext(seed, "cpu", job, _STAGE))
        with torch.no_grad():
            return encoder(data).numpy(), graph
