"""Label spreading (Zhou et al., NIPS 2003) on the neighbour graph: a photo belongs where its neighbours belong.

The network's q of each photo is weak evidence, the user's pins are strong evidence; both spread along the graph. So a
few pins reach whole regions of any shape, and a photo without evidence follows its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.clustering.methods.method import Constraints
from engine.clustering.methods.parts.supervision import pinned
from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.graph.neighbours import memberships

Shares = NDArray[np.float64]  # of each cluster, rows sum to 1
Graph = tuple[Ints, Ints, Floats]  # heads, tails and weights of its edges in both directions, (m,) each

_WEIGHT_OF_Q = (0.1, 0.01)  # of q beside a pin's 1: where hardly a cluster has pins, and where each has
# Powers that turn a propagated share into a confidence, fitted on labelled drawings and digits, not on photos:
# clusters without pins are less often what people mean than clusters with pins.
_POWER_WITHOUT_PINS, _POWER_WITH_PINS = 1.5, 2.0
_TOLERANCE = 1e-4
_ROWS = 256  # compared with all fitted rows at once


def spread_labels(
    graph: Graph, q: Floats, constraints: Constraints | None, share: float, job: Job, stage: str
) -> Floats:
    """The share of each cluster at each photo, float32 (n, k), rows sum to 1; of a pinned photo 1 for its cluster.

    `share` (0 to below 1) of it comes from the neighbours, the rest from the photo's own evidence q (n, k). A closed
    cluster has no share but at its pins.
    """
    together = None if constraints is None else constraints.together
    evidence = _own_evidence(q, constraints)
    closed = np.empty(0, np.int64)
    if constraints is not None:
        anchors, rows, cluster = pinned(constraints)
        closed = np.flatnonzero(np.isin(anchors, constraints.closed))
        closed = closed if len(closed) < q.shape[1] else closed[:0]  # all closed: corrections.py decides
        evidence[:, closed] = 0
    propagated = _solved(_normalised(graph, len(q), together), evidence, share, job, stage)
    propagated[:, closed] = 0
    if constraints is not None:
        propagated[rows] = np.eye(q.shape[1])[cluster]
    return np.asarray(propagated / propagated.sum(axis=1, keepdims=True), np.float32)


def power(constraints: Constraints | None) -> float:
    """The power that turns propagated shares into probabilities (see `confidence`)."""
    return _POWER_WITH_PINS if constraints is not None and (constraints.pins >= 0).any() else _POWER_WITHOUT_PINS


def _own_evidence(q: Floats, constraints: Constraints | None) -> Shares:
    """The evidence of each photo by itself, (n, k): q, or where anything is pinned, pins and a little of q.

    The pins of a cluster weigh together the root of their number, and q the more the fewer clusters have pins:
    else a cluster with a pin or two would absorb those without pins.
    """
    own = q.astype(np.float64)
    if constraints is not None and (constraints.pins >= 0).any():
        _, rows, cluster = pinned(constraints)
        sizes = np.bincount(cluster)
        least, most = np.log(_WEIGHT_OF_Q)
        own *= np.exp(least + (most - least) * len(sizes) / q.shape[1])
        own[rows] = 0
        own[rows, cluster] = 1 / np.sqrt(sizes[cluster])
    return own


def _normalised(graph: Graph, n: int, together: Ints | None) -> Any:
    """S = D^-½ W D^-½ of the graph, sparse (n, n); pairs (p, 2) in `together` are edges of weight 1."""
    from scipy.sparse import csr_array

    heads, tails, weights = graph
    if together is not None:
        heads, tails = np.concatenate([heads, *together.T]), np.concatenate([tails, *together.T[::-1]])
        weights = np.concatenate([weights, np.ones(2 * len(together), np.float32)])
    degrees = np.sqrt(np.maximum(np.bincount(heads, weights, n), 1e-12))
    return csr_array((weights / (degrees[heads] * degrees[tails]), (heads, tails)), shape=(n, n))


def _solved(graph: Any, evidence: Shares, share: float, job: Job, stage: str) -> Shares:
    """F (n, k) = (1 - share) · (1 - share · S)⁻¹ · evidence (Zhou et al., equation 4), by conjugate gradients."""
    from scipy.sparse import eye_array
    from scipy.sparse.linalg import cg

    system = eye_array(len(evidence)) - share * graph
    propagated = np.empty_like(evidence)
    for cluster, column in enumerate(evidence.T):

        def report(_: Any, done: int = cluster) -> None:
            job.report(stage, done, len(evidence.T))

        propagated[:, cluster], _ = cg(system, (1 - share) * column, x0=column, rtol=_TOLERANCE, callback=report)
    job.report(stage, len(evidence.T), len(evidence.T))
    return np.maximum(propagated, 1e-12)


@dataclass(frozen=True, slots=True)
class NeighbourVote:
    """The fitted rows: their principal component scores (n, m), and their propagated shares of each cluster (n, k).

    A new row takes `share` of its shares from its `neighbours` nearest fitted rows, the rest from its own q; `power`
    turns them into probabilities.
    """

    scores: Floats
    propagated: Floats
    neighbours: int
    share: float
    power: float

    def predict(self, scores: Floats, q: Floats) -> Floats:
        """Probabilities (m, k) of new rows by their `scores` (m, components) and their q (m, k).

        Label spreading out of its sample: Delalleau, Bengio & Le Roux, AISTATS 2005, equation 7.
        """
        neighbours_say = self.average(scores, self.propagated)
        return confidence(self.share * neighbours_say + (1 - self.share) * q, self.power)

    def average(self, scores: Floats, values: Floats) -> Floats:
        """For each of the `scores` (m, components) the mean of the `values` (n, v) of the nearest fitted rows."""
        lengths = (self.scores * self.scores).sum(axis=1)
        neighbours = min(self.neighbours, len(self.scores))
        means = np.empty((len(scores), values.shape[1]), np.float32)
        for top in range(0, len(scores), _ROWS):
            rows = scores[top : top + _ROWS]
            square = lengths - 2 * rows @ self.scores.T + (rows * rows).sum(axis=1)[:, None]
            near = np.argpartition(square, neighbours - 1, axis=1)[:, :neighbours]
            distances = np.sqrt(np.maximum(np.take_along_axis(square, near, axis=1), 0))
            weights = memberships(distances)[:, :, None]
            means[top : top + _ROWS] = (weights * values[near]).sum(axis=1) / weights.sum(axis=1)
        return means


def confidence(shares: Floats, power: float) -> Floats:
    """Probabilities float32 (n, k), rows sum to 1, of the `shares` of each cluster (n, k) by a power of them."""
    powers = np.power(shares / np.maximum(shares.max(axis=1, keepdims=True), 1e-30), power)
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
