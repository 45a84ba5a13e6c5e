"""A clustering in which the clusters that were split since are several: new photos go into the part they fit."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np

from engine.clustering.distances import squared_distances
from engine.core.records import UNSURE, Clustering, Corrections, Floats, Ints


def with_parts(
    clustering: Clustering, current: Mapping[int, str], corrections: Corrections, space: Floats
) -> Clustering:
    """`clustering` with the parts that its clusters are in now, by file in `current`, as clusters of their own.

    A part is a cluster that `clustering` does not know, with photos that nobody has pinned. The probability of a
    cluster that was split is divided by Student's t of the distances to the means of its parts in `space` (n, s).
    """
    files = clustering.ids.tolist()
    stands = np.array([current.get(file, UNSURE) for file in files])
    pinned = np.array([file in corrections.pins for file in files], np.bool_)
    names, labels = list(clustering.cluster_ids), clustering.labels.copy()
    columns: list[Floats] = list(clustering.probabilities.T)
    for label, name in enumerate(clustering.cluster_ids):
        own = clustering.labels == label
        new = np.setdiff1d(stands[own & ~pinned], [*clustering.cluster_ids, UNSURE]).tolist()
        if not new:
            continue
        parts = [name] * bool((stands[own] == name).any()) + new
        share, part = _shares(space, stands, own, parts)
        for place, one in enumerate(parts):
            if one not in names:
                names.append(one)
                columns.append(np.zeros(len(labels), np.float32))
            column = names.index(one)
            columns[column] = (columns[column] if one != name else 0) + clustering.probabilities[:, label] * share[
                :, place
            ]
            labels[own & (part == place)] = column
        if parts[0] != name:
            columns[label] = np.zeros(len(labels), np.float32)
    return dataclasses.replace(
        clustering, labels=labels, probabilities=np.stack(columns, axis=1).astype(np.float32), cluster_ids=tuple(names)
    )


def _shares(space: Floats, stands: np.ndarray, own: np.ndarray, parts: list[str]) -> tuple[Floats, Ints]:
    """The probability of each part (n, p) for each row, given the cluster; and the part it is in, or the likeliest."""
    means = np.stack([space[own & (stands == one)].mean(axis=0) for one in parts])
    kernel = 1 / (1 + squared_distances(space, means))
    share = np.asarray(kernel / kernel.sum(axis=1, keepdims=True), np.float32)
    part = share.argmax(axis=1)
    for place, one in enumerate(parts):
        part[stands == one] = place
    return share, part
