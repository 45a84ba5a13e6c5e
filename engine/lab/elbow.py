"""How many clusters? k-means for k = 1 … 15, by hand beside scikit-learn's: what is left within the clusters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from engine.clustering.methods import kmeans
from engine.clustering.methods.lloyd import tightest
from engine.clustering.quality import elbow, inertia, nmi
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats, Ints, Progress
from engine.lab.chart import Panel, chart
from engine.lab.models.model import flat

KS = range(1, 16)
_SAMPLE = 1_500  # pictures
_STARTS = 3
_PASSES = 100
BY_HAND, SCIKIT_LEARN = "by_hand", "scikit_learn"
_NAMES = {BY_HAND: "by hand", SCIKIT_LEARN: "scikit-learn"}


@dataclass(frozen=True, slots=True)
class ElbowCurves:
    """For each k of `ks` and each k-means: `variance`, the mean squared distance to the centre, and NMI to labels.

    Of so many `pictures`, whose pixels lie in 0…1; `agreement` is None where there are no labels.
    """

    pictures: int
    ks: list[int]
    variance: dict[str, list[float]]
    agreement: dict[str, list[float]] | None

    @classmethod
    def of(cls, images: Floats, labels: Ints | None, context: FitContext) -> ElbowCurves:
        """For a seeded sample of `images` (n, h, w, c) and their `labels` (n,)."""
        rows = np.random.default_rng(context.seed).permutation(len(images))[:_SAMPLE]
        data, truth = flat(images[rows]), None if labels is None else labels[rows]
        ks = [k for k in KS if k <= len(data)]
        variance: dict[str, list[float]] = {name: [] for name in _NAMES}
        agreement: dict[str, list[float]] = {name: [] for name in _NAMES}
        for k in ks:
            here = replace(context, job=_at(context.job, k - 1, len(ks)))
            _, by_hand, _ = tightest(data, k, _STARTS, _PASSES, here)
            learned, _ = kmeans.lloyd(data, k, here, starts=_STARTS)
            for name, found in ((BY_HAND, by_hand), (SCIKIT_LEARN, learned)):
                variance[name].append(inertia(data, found) / len(data))
                if truth is not None:
                    agreement[name].append(nmi(truth, found))
        return cls(len(data), ks, variance, None if truth is None else agreement)

    @property
    def bend(self) -> int:
        """The k at which the curve bends most."""
        return elbow(list(zip(self.ks, self.variance[BY_HAND], strict=True)))

    def numbers(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "pictures": self.pictures,
            "starts": _STARTS,
            "k": self.ks,
            "within_cluster_variance": self.variance,
            "nmi": self.agreement,
            "bend": self.bend,
        }

    def drawn(self) -> Image.Image:
        """The curves over k, that of the variance above that of the agreement with the labels."""
        title = f"Variance within clusters, {self.pictures:,} pictures"
        panels = [Panel(title, self.ks, _named(self.variance), (self.bend, f"bends at k = {self.bend}"))]
        if self.agreement is not None:
            panels.append(Panel("Agreement of clusters and labels (NMI)", self.ks, _named(self.agreement)))
        return chart(panels)


def _at(job: Job, done: int, total: int) -> Job:
    """A job for one k: to report anything is to have done so many of them."""
    return job.mapped(lambda _: Progress("elbow", done, total))


def _named(lines: dict[str, list[float]]) -> dict[str, list[float]]:
    return {_NAMES[name]: line for name, line in lines.items()}
