"""What is kept of a fit for new photos and other numbers of clusters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from engine.clustering.assignment.hierarchy import split
from engine.clustering.assignment.out_of_sample import OutOfSampleModel, PcaTransform
from engine.clustering.features import Preparation
from engine.clustering.methods.method import Fit
from engine.core.fit_context import FitContext
from engine.core.records import File, Floats, Ints, Learned, content_number


def learn(
    fit: Fit, labels: Ints, preparation: Preparation, vectors: Floats, contents: Ints, context: FitContext
) -> Learned:
    """The Learned of a `fit` of prepared `vectors` (n, d) with final `labels` (n,)."""
    seed, job = context.seed, context.job
    reduction = PcaTransform.fit(vectors, seed=seed, job=job)
    reduced = reduction.transform(vectors)
    leaves, parents = split(reduced if fit.codes is None else fit.codes, labels, seed=seed, job=job)
    model = OutOfSampleModel.fit(fit, preparation, reduction, reduced, seed=seed, job=job)
    return Learned(model.packed(), contents, reduced, leaves, parents)


def contents_of(files: Iterable[File]) -> Ints:
    """The content of each file as a number (n,), from its digest."""
    return np.array([content_number(f.digest) for f in files], np.int64)
