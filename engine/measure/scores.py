"""How well clusters agree with labels: ACC, NMI and ARI."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.records import Ints

Labels = NDArray[Any]


def acc(truth: Labels, labels: Ints) -> float:
    """Clustering accuracy, 0…1: the share of n rows that the best one-to-one matching of clusters to labels gets.

    The matching is the Hungarian method's; Yang et al. 2010, Image Clustering Using Local Discriminant Models,
    equation 16, as in Xie et al. 2016 (DEC), equation 10.
    """
    from scipy.optimize import linear_sum_assignment

    kinds, rows = np.unique(truth, return_inverse=True)
    clusters, columns = np.unique(labels, return_inverse=True)
    counts = np.bincount(rows * len(clusters) + columns, minlength=len(kinds) * len(clusters))
    table = counts.reshape(len(kinds), len(clusters))
    return float(table[linear_sum_assignment(table, maximize=True)].sum() / len(truth))


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
