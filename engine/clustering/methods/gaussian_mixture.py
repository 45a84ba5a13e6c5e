"""A mixture of Gaussians: soft clusters, each with a spread of its own, fitted by expectation-maximisation."""

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

_DIMENSIONS = 16  # a covariance is hard to tell from few photos
_RIDGE = 1e-3  # of the mean variance, on every variance


@methods.register()
@dataclass(frozen=True, slots=True)
class GaussianMixture:
    """scikit-learn's, from k-means' centres, of at most 4,000 photos; the others join the most alike."""

    name: ClassVar[str] = "gaussian-mixture"
    label: ClassVar[str] = "Gaussian mixture"
    help: ClassVar[str] = "Groups that may be wide or narrow and overlap, each a cloud of its own shape."

    covariance: str = param(
        "diag",
        label="Shape",
        help="Clouds along the axes, of any direction, or round.",
        choices=("diag", "full", "spherical"),
    )
    iterations: int = param(100, 1, 1000, label="Iterations", help="Of expectation and maximisation, at most.")

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
        return fit_sample(vectors, k, lambda data: self._labels(data[:, :_DIMENSIONS], k, context), context)

    def _labels(self, data: Floats, k: int, context: FitContext) -> Ints:
        from sklearn.exceptions import ConvergenceWarning
        from sklearn.mixture import GaussianMixture as Estimator

        _, centres = lloyd(data, k, context, starts=3)
        model = Estimator(
            k,
            covariance_type=self.covariance,
            means_init=centres,
            reg_covar=max(_RIDGE * float(data.var(axis=0).mean()), 1e-9),
            warm_start=True,
            max_iter=1,
            random_state=context.seed,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # of every fit: one iteration each, to be cancelled
            for iteration in range(self.iterations):
                context.report(iteration, self.iterations)
                if model.fit(data).converged_:
                    break
        return np.asarray(model.predict(data), np.int64)
