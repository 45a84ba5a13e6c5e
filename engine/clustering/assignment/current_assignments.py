"""Where new photos go among the clusters that stand: as the fit sees them, and as the user has sorted since."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping

import numpy as np

from engine.clustering.assignment.corrections import enforce
from engine.clustering.distances import squared_distances
from engine.core.records import UNSURE, Clustering, Corrections, Floats, Ints

_SPOKESMEN = 32  # pins of a cluster that stand for their surroundings

CurrentAssignments = Mapping[int, str]  # where files stand, by id


def assign(
    made: Clustering, rows: Ints, current: CurrentAssignments, corrections: Corrections
) -> tuple[list[str], Floats]:
    """The clusters of the new photos `rows` (m,) of `made`, and how sure each is (m,).

    Pinned photos speak for those around them, a cluster that the user has dissolved stands for what became of it,
    and corrections hold; the other photos stay where they stand. What looks like a locked cluster's is UNSURE.
    """
    names = [*made.cluster_ids]
    names += sorted({*corrections.pins.values(), *corrections.anchors, *current.values()} - {*names, UNSURE})
    chances = np.zeros((len(rows), len(names)), np.float32)
    chances[:, : len(made.cluster_ids)] = made.probabilities[rows]
    if made.codes is not None:
        chances = _by_pins(chances, made, made.codes, rows, corrections, names)
    chances = _passed_on(chances, made, rows, current, corrections, names)
    locked = np.isin(chances.argmax(axis=1), [names.index(name) for name in corrections.locked])
    partners = _partners(made.ids[rows], current, corrections)
    held = np.zeros((len(partners), len(names)), np.float32)
    held[np.arange(len(partners)), [names.index(current[file]) for file in partners]] = 1
    both = dataclasses.replace(
        made,
        ids=np.array([*made.ids[rows].tolist(), *partners], np.int64),
        labels=np.concatenate([chances, held]).argmax(axis=1),
        probabilities=np.concatenate([chances, held]),
        cluster_ids=tuple(names),
        codes=None,
    )
    pins = {**corrections.pins, **{file: current[file] for file in partners}}
    assigned = enforce(both, dataclasses.replace(corrections, pins=pins))
    labels = assigned.labels[: len(rows)]
    sure = assigned.probabilities[np.arange(len(rows)), labels]
    tied = {*corrections.pins, *(file for pair in corrections.together for file in pair)}
    waits = [bool(closed) and file not in tied for closed, file in zip(locked, made.ids[rows].tolist(), strict=True)]
    where = [assigned.cluster_ids[label] for label in labels.tolist()]
    return [UNSURE if wait else name for wait, name in zip(waits, where, strict=True)], sure


def _by_pins(
    chances: Floats, made: Clustering, codes: Floats, rows: Ints, corrections: Corrections, names: list[str]
) -> Floats:
    """`chances` (m, k) with pins beside the clusters' means.

    Two photos of a cluster lie twice as far apart (squared) as from its mean, so pins count at half. Said as a
    factor, so that probabilities nobody speaks against stay as the fit makes them, which knows older pins itself.
    """
    place = {int(id_): row for row, id_ in enumerate(made.ids)}
    spokesmen: dict[str, list[int]] = {}
    for file, name in corrections.pins.items():
        if file in place:
            spokesmen.setdefault(name, []).append(place[file])
    square = np.full(chances.shape, np.inf)
    present = np.unique(made.labels)
    means = np.stack([codes[made.labels == label].mean(axis=0) for label in present])
    square[:, present] = squared_distances(codes[rows], means)
    near_pins = square.copy()
    for name, pinned in spokesmen.items():
        some = codes[pinned[:: -(-len(pinned) // _SPOKESMEN)]]
        column = names.index(name)
        near_pins[:, column] = np.minimum(square[:, column], squared_distances(codes[rows], some).min(axis=1) / 2)
    before, after = 1 / (1 + square), 1 / (1 + near_pins)
    known = np.isfinite(square)
    weights = np.where(known, chances * after / np.where(known, before, 1), after / before.sum(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def _passed_on(
    chances: Floats,
    made: Clustering,
    rows: Ints,
    current: CurrentAssignments,
    corrections: Corrections,
    names: list[str],
) -> Floats:
    """`chances` of clusters in which nothing stands any more, given to where most of their photos stand now."""
    alive = {*current.values(), *corrections.anchors}
    chances = chances.copy()
    old = np.setdiff1d(np.arange(len(made.ids)), rows)
    for column, name in enumerate(made.cluster_ids):
        if name in alive:
            continue
        stand = [current.get(int(file), UNSURE) for file in made.ids[old[made.labels[old] == column]]]
        became = Counter(cluster for cluster in stand if cluster != UNSURE).most_common(1)
        if became:
            chances[:, names.index(became[0][0])] += chances[:, column]
            chances[:, column] = 0
    return chances


def _partners(files: Ints, current: CurrentAssignments, corrections: Corrections) -> list[int]:
    """The files that stand in a cluster and that the user has tied to one of `files`, or kept apart from it."""
    new = set(files.tolist())
    pairs = [pair for pair in (*corrections.together, *corrections.apart) if new & set(pair)]
    tied = {file for pair in pairs for file in pair} - new
    return sorted(file for file in tied if current.get(file, UNSURE) != UNSURE)
