"""The codes of each update as maps: t-SNE that goes on from the update before, and PCA on one scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.records import Floats
from engine.projection.shape import align, principal_scores
from engine.projection.tsne import TSNE


def tsne_maps(codes: Sequence[Floats], context: FitContext) -> list[Floats]:
    """Positions (t, 2) in -1…1 for the `codes` (t, c) of each update, laid out from those of the update before."""
    projector, maps = TSNE(metric="euclidean"), list[Floats]()
    for done, now in enumerate(codes):
        job = context.job.within("maps")
        context.job.report("maps", done, len(codes))
        start = maps[-1] if maps else None
        maps.append(projector.project(now, seed=context.seed, device=context.device, job=job, start=start))
    return maps


def pca_maps(codes: Sequence[Floats], context: FitContext) -> list[Floats]:
    """The first two principal components of the `codes` of each update, (t, 2), turned to lie as at the one before.

    All in the unit of the farthest, so that what draws apart is seen to.
    """
    maps: list[Floats] = []
    for now in codes:
        scores = principal_scores(now, 2, context.job, "maps")[:, :2]
        turned = align(scores, maps[-1] if maps else None)
        maps.append(turned * (np.linalg.norm(scores) / max(float(np.linalg.norm(turned)), 1e-12)))
    farthest = max(float(np.abs(xy).max(initial=0)) for xy in maps)
    return [np.asarray(xy / max(farthest, 1e-12), np.float32) for xy in maps]
