"""How well clusters agree with labels: ACC, NMI and ARI."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints

Labels = NDArray[Any]


def acc(truth: Labels, labels: Ints) -> float:
    """Clustering accuracy, 0…1: the share of n rows that the best one-to-one matching of clusters to labels gets.

    The matching is the Hungarian method's; Yang et al. 2010, Image Clustering Using Local Discriminant Models,
    equation 16, as in Xie et al. 2016 (DEC), equation 10.
    """
    return float(_matched(truth, labels).mean())


def _matched(truth: Labels, labels: Ints) -> NDArray[np.bool_]:
    """The rows (n,) whose cluster is the one that is matched to their label."""
    from scipy.optimize import linear_sum_assignment

    kinds, rows = np.unique(truth, return_inverse=True)
    clusters, columns = np.unique(labels, return_inverse=True)
    counts = np.bincount(rows * len(clusters) + columns, minlength=len(kinds) * len(clusters))
    table = counts.reshape(len(kinds), len(clusters))
    partner = np.full(len(kinds), -1)
    partner.put(*linear_sum_assignment(table, maximize=True))
    return np.asarray(partner[rows] == columns)


def nmi(truth: Labels, labels: Ints) -> float:
    """Normalised mutual information, 0…1, by the arithmetic mean of the entropies."""
    from sklearn.metrics import normalized_mutual_info_score

    return float(normalized_mutual_info_score(truth, labels, average_method="arithmetic"))


def ari(truth: Labels, labels: Ints) -> float:
    """Adjusted Rand index: 1 is agreement, 0 chance."""
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(truth, labels))


def scores(truth: Labels, labels: Ints) -> dict[str, float]:
    """All three of n rows, by name."""
    return {"acc": acc(truth, labels), "nmi": nmi(truth, labels), "ari": ari(truth, labels)}


def calibration_error(truth: Labels, labels: Ints, probabilities: Floats, bins: int = 10) -> float:
    """How far confidence is from being right, 0…1, over bins of equally many rows.

    The expected calibration error of Naeini, Cooper & Hauskrecht 2015, with bins of equal mass. A row is right
    where its cluster is matched to its label (see `acc`); its confidence is the probability of its cluster in
    `probabilities` (n, k).
    """
    right = _matched(truth, labels)
    confidence = probabilities[np.arange(len(labels)), labels].astype(np.float64)
    order = np.argsort(confidence, kind="stable")
    gaps = [abs(float((confidence[rows] - right[rows]).sum())) for rows in np.array_split(order, bins)]
    return sum(gaps) / len(labels)
