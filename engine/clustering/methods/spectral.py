"""Spectral clustering: k-means in the space of the slowest vibrations of the neighbour graph."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.clustering.methods.kmeans import lloyd
from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.parts.nearest_rows import STAGE, fit_sample
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints
from engine.graph.neighbours import fuzzy_graph, nearest

_ITERATIONS = 200
_LOOP = 1e-3  # of every row to itself: a graph in pieces keeps a spectrum


@methods.register()
@dataclass(frozen=True, slots=True)
class Spectral:
    """Ng, Jordan & Weiss (2001) on the fuzzy graph of nearest neighbours, of at most 4,000 photos."""

    name: ClassVar[str] = "spectral"
    label: ClassVar[str] = "Spectral clustering"
    help: ClassVar[str] = "Follows chains of photos that look alike, so that groups may have any shape."

    neighbours: int = param(15, 2, 200, label="Neighbours", help="How many similar photos each photo is linked to.")

    def fit(
        self,
        vectors: Floats,
        k: int,
        *,
        seed: int,
        device: Device,
        job: Job,
        constraints: Constraints | None = None,
    ) -> Fit:
        """Cluster `vectors` (n, d) into at most `k` (see Method.fit); a row that is not finite is a UserError."""
        context = FitContext(seed, device, job, STAGE)

        def cluster(data: Floats) -> Ints:
            if k >= len(data):
                return np.arange(len(data))
            found = self._embedding(data, k, context)
            return lloyd(found, k, context, starts=10)[0]

        return fit_sample(vectors, k, cluster, context)

    def _embedding(self, data: Floats, k: int, context: FitContext) -> Floats:
        """The k leading eigenvectors of the normalised affinity, rows at length 1, (n, k)."""
        from scipy.sparse import coo_array, diags_array
        from scipy.sparse.linalg import LinearOperator, lobpcg

        n = len(data)
        heads, tails, weights = fuzzy_graph(*nearest(data, self.neighbours, context.job, STAGE, context.device))
        affinity = coo_array((weights, (heads, tails)), shape=(n, n)).tocsr() + _LOOP * diags_array(np.ones(n))
        scale = 1 / np.sqrt(np.asarray(affinity.sum(axis=1)).ravel())
        normalised = diags_array(scale) @ affinity @ diags_array(scale)

        def multiply(block: Floats) -> Floats:
            context.report(0, 0)
            return np.asarray(normalised @ block)

        operator = LinearOperator((n, n), matvec=multiply, matmat=multiply, dtype=np.float64)
        start = np.random.default_rng(context.seed).standard_normal((n, k))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # nearly converged is near enough for k-means
            vectors = lobpcg(operator, start, largest=True, tol=1e-5, maxiter=_ITERATIONS)[1]
        return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12), np.float32)
