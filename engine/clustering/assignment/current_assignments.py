"""Assigns new photos to the current clusters: by the fit, and by the user's edits since."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping

import numpy as np

from engine.clustering.assignment.corrections import enforce
from engine.clustering.distances import squared_distances
from engine.core.records import UNSURE, Clustering, Corrections, Floats, Ints

_MAX_PINS = 32  # of a cluster that are compared

CurrentAssignments = Mapping[int, str]  # file id to cluster id


def assign(
    clustering: Clustering, rows: Ints, current: CurrentAssignments, corrections: Corrections
) -> tuple[list[str], Floats]:
    """The cluster ids of the new photos `rows` (m,) of `clustering`, and their confidences (m,).

    Pins attract the photos near them, the probability of a dissolved cluster goes to the one that has most of its
    photos now, and corrections hold; the other photos keep their cluster. What is likeliest in a locked one is UNSURE.
    """
    names = [*clustering.cluster_ids]
    names += sorted({*corrections.pins.values(), *corrections.anchors, *current.values()} - {*names, UNSURE})
    probabilities = np.zeros((len(rows), len(names)), np.float32)
    probabilities[:, : len(clustering.cluster_ids)] = clustering.probabilities[rows]
    if clustering.codes is not None:
        probabilities = _with_pins(probabilities, clustering, clustering.codes, rows, corrections, names)
    probabilities = _redistributed(probabilities, clustering, rows, current, corrections, names)
    locked = np.isin(probabilities.argmax(axis=1), [names.index(name) for name in corrections.locked])
    partners = _partners(clustering.ids[rows], current, corrections)
    partner_probabilities = np.zeros((len(partners), len(names)), np.float32)
    partner_probabilities[np.arange(len(partners)), [names.index(current[file]) for file in partners]] = 1
    combined = dataclasses.replace(
        clustering,
        ids=np.array([*clustering.ids[rows].tolist(), *partners], np.int64),
        labels=np.concatenate([probabilities, partner_probabilities]).argmax(axis=1),
        probabilities=np.concatenate([probabilities, partner_probabilities]),
        cluster_ids=tuple(names),
        codes=None,
    )
    pins = {**corrections.pins, **{file: current[file] for file in partners}}
    assigned = enforce(combined, dataclasses.replace(corrections, pins=pins))
    labels = assigned.labels[: len(rows)]
    confidences = assigned.probabilities[np.arange(len(rows)), labels]
    tied = {*corrections.pins, *(file for pair in corrections.together for file in pair)}
    unsure = [
        bool(closed) and file not in tied for closed, file in zip(locked, clustering.ids[rows].tolist(), strict=True)
    ]
    ids = [assigned.cluster_ids[label] for label in labels.tolist()]
    return [UNSURE if is_unsure else id_ for is_unsure, id_ in zip(unsure, ids, strict=True)], confidences


def _with_pins(
    probabilities: Floats, clustering: Clustering, codes: Floats, rows: Ints, corrections: Corrections, names: list[str]
) -> Floats:
    """`probabilities` (m, k), in which a cluster is as near as its nearest pin, if that is nearer than its mean.

    Two photos of a cluster lie twice as far apart (squared) as from its mean, so distances to pins are halved. Applied
    as a factor, so that probabilities without a near pin stay as fitted; the fit knows older pins itself.
    """
    row_of = {int(id_): row for row, id_ in enumerate(clustering.ids)}
    pins_of: dict[str, list[int]] = {}
    for file, name in corrections.pins.items():
        if file in row_of:
            pins_of.setdefault(name, []).append(row_of[file])
    square = np.full(probabilities.shape, np.inf)
    present = np.unique(clustering.labels)
    means = np.stack([codes[clustering.labels == label].mean(axis=0) for label in present])
    square[:, present] = squared_distances(codes[rows], means)
    near_pins = square.copy()
    for name, pinned in pins_of.items():
        pinned_codes = codes[pinned[:: -(-len(pinned) // _MAX_PINS)]]
        column = names.index(name)
        near_pins[:, column] = np.minimum(
            square[:, column], squared_distances(codes[rows], pinned_codes).min(axis=1) / 2
        )
    before, after = 1 / (1 + square), 1 / (1 + near_pins)
    known = np.isfinite(square)
    weights = np.where(
        known, probabilities * after / np.where(known, before, 1), after / before.sum(axis=1, keepdims=True)
    )
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def _redistributed(
    probabilities: Floats,
    clustering: Clustering,
    rows: Ints,
    current: CurrentAssignments,
    corrections: Corrections,
    names: list[str],
) -> Floats:
    """`probabilities` (m, k), those of empty clusters moved to the cluster that has most of their photos now."""
    occupied = {*current.values(), *corrections.anchors}
    probabilities = probabilities.copy()
    old = np.setdiff1d(np.arange(len(clustering.ids)), rows)
    for column, name in enumerate(clustering.cluster_ids):
        if name in occupied:
            continue
        current_clusters = [
            current.get(int(file), UNSURE) for file in clustering.ids[old[clustering.labels[old] == column]]
        ]
        successor = Counter(cluster for cluster in current_clusters if cluster != UNSURE).most_common(1)
        if successor:
            probabilities[:, names.index(successor[0][0])] += probabilities[:, column]
            probabilities[:, column] = 0
    return probabilities


def _partners(files: Ints, current: CurrentAssignments, corrections: Corrections) -> list[int]:
    """The files in a cluster that the user has put together with, or kept apart from, one of `files`."""
    new = set(files.tolist())
    pairs = [pair for pair in (*corrections.together, *corrections.apart) if new & set(pair)]
    tied = {file for pair in pairs for file in pair} - new
    return sorted(file for file in tied if current.get(file, UNSURE) != UNSURE)
