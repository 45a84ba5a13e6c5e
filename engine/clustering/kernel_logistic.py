"""Kernel logistic regression on few labelled photos.

The features of an RBF kernel are approximated by Nyström's method (Williams & Seeger, NIPS 2000).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.clustering.distances import squared_distances
from engine.core.job import Job
from engine.core.records import Floats, Ints

Weights = NDArray[np.float64]

_BASIS = 300  # photos that span the kernel's feature space, beside the labelled ones
_MOST_LABELLED = 200  # of those in the basis
_WIDTH = 0.5  # of the kernel, as a share of the median squared distance
_C = 20.0  # inverse strength of the regularisation
_BLOCK = 2048  # rows
STAGE = "weighing corrections"


def joint_features(reduced: Floats, codes: Floats | None, weight: float) -> Floats:
    """Principal components (n, s) beside `weight` times the codes (n, c) of a network, each scaled as one block."""
    blocks = [_scaled(reduced)]
    if codes is not None:
        blocks.append(weight * _scaled(codes))
    return np.asarray(np.concatenate(blocks, axis=1), np.float32)


def kernel_features(features: Floats, labelled: Ints, *, seed: int, job: Job) -> Floats:
    """Features (n, m) whose dot products approximate the kernel exp(-d² / (width · median d²)) of `features` (n, f).

    The basis is a seeded sample of the rows and the rows `labelled`.
    """
    from sklearn.kernel_approximation import Nystroem

    draw = np.random.default_rng(seed)
    sample = draw.permutation(len(features))[:_BASIS]
    basis = np.union1d(sample, draw.permutation(labelled)[:_MOST_LABELLED])
    median = float(np.median(squared_distances(features[sample], features[sample])))
    gamma = 1 / max(_WIDTH * median, 1e-12)
    job.report(STAGE, 0, len(features))
    nystroem = Nystroem(gamma=gamma, n_components=len(basis), random_state=seed).fit(features[basis])
    blocks = []
    for top in range(0, len(features), _BLOCK):
        job.report(STAGE, top, len(features))
        blocks.append(np.asarray(nystroem.transform(features[top : top + _BLOCK]), np.float32))
    return np.concatenate(blocks)


def class_probabilities(features: Floats, rows: Ints, classes: Ints, weights: Weights, k: int) -> Floats:
    """Probabilities (n, k) of all rows of `features` (n, m), fitted to the classes (r,) of `rows`, weighted (r,)."""
    from sklearn.linear_model import LogisticRegression

    present = np.unique(classes)
    probabilities = np.zeros((len(features), k), np.float32)
    if len(present) < 2:
        probabilities[:, present] = 1
        return probabilities
    model = LogisticRegression(C=_C, max_iter=2_000, tol=1e-3).fit(features[rows], classes, sample_weight=weights)
    probabilities[:, model.classes_] = model.predict_proba(features)
    return probabilities


def _scaled(block: Floats) -> Floats:
    centred = block - block.mean(axis=0)
    return np.asarray(centred / max(float(np.sqrt(np.square(centred).mean())), 1e-12), np.float32)
