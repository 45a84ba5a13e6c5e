"""Ward's hierarchical clustering: again and again the two clusters are joined that spread least by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.parts.nearest_rows import STAGE, fit_sample
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Device, Floats, Ints


@methods.register()
@dataclass(frozen=True, slots=True)
class Ward:
    """Ward (1963) by SciPy's nearest-neighbour chain, of at most 4,000 photos; the others join the most alike."""

    name: ClassVar[str] = "ward"
    label: ClassVar[str] = "Ward"
    help: ClassVar[str] = "Joins the two most alike groups again and again, until as many are left as you want."

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

        def cluster(data: Floats) -> Ints:
            from scipy.cluster.hierarchy import fcluster, linkage

            return np.asarray(fcluster(linkage(data, "ward"), k, "maxclust") - 1, np.int64)

        return fit_sample(vectors, k, cluster, FitContext(seed, device, job, STAGE))
