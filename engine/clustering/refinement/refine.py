"""Refines the clusters that stand by the user's corrections; without evidence nothing moves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.clustering.kernel_logistic import joint_features, kernel_features
from engine.clustering.refinement import claims, survey
from engine.clustering.refinement.standing import Moves, Standing
from engine.core.job import Job
from engine.core.records import Floats, Ints

_FLOOR = 1e-6  # no cluster is impossible
_LEAST_CONFIDENCE = 0.51  # of a photo that has moved: its cluster is likelier than all others


@dataclass(frozen=True, slots=True)
class Refinement:
    """n photos in k clusters after a refinement: `labels` int64 (n,), `probabilities` float32 (n, k), and who moved."""

    labels: Ints
    probabilities: Floats
    moves: Moves


def refine(
    reduced: Floats, codes: Floats | None, standing: Standing, probabilities: Floats, *, seed: int, job: Job
) -> Refinement:
    """Refine what stands, by the reduced features (n, s) and the codes (n, c) of the photos.

    `probabilities` (n, k) are those of the clusters that stand. Photos of surveyed clusters move by the answers, the
    others where a cluster with pins takes them in.
    """
    if not standing.pinned.any():
        return Refinement(standing.labels, probabilities, Moves.none())
    pins = np.flatnonzero(standing.pinned)
    told, surveyed = survey.Surveyed.none(standing.k), survey.surveyed_clusters(standing)
    if len(surveyed):
        features = kernel_features(joint_features(reduced, codes, survey.CODES_WEIGHT), pins, seed=seed, job=job)
        told = survey.survey(features, standing, surveyed, seed=seed, job=job)
    features = kernel_features(joint_features(reduced, codes, claims.CODES_WEIGHT), pins, seed=seed, job=job)
    claimed = claims.claims(features, standing, seed=seed, job=job)
    moves = _joined(told.moves, claimed)
    probabilities = probabilities.copy()
    probabilities[told.rows] = told.probabilities
    labels = standing.labels.copy()
    labels[moves.rows] = moves.targets
    return Refinement(labels, _with_moves(probabilities, labels, moves), moves)


def _joined(answered: Moves, claimed: Moves) -> Moves:
    """Both; what answers have moved stays moved so."""
    rest = ~np.isin(claimed.rows, answered.rows)
    return Moves(
        np.concatenate([answered.rows, claimed.rows[rest]]),
        np.concatenate([answered.targets, claimed.targets[rest]]),
        np.concatenate([answered.confidences, claimed.confidences[rest]]),
    )


def _with_moves(probabilities: Floats, labels: Ints, moves: Moves) -> Floats:
    """`probabilities` (n, k) in which each photo's cluster is its likeliest, and a moved one's as sure as evidence."""
    new = np.maximum(probabilities, _FLOOR).astype(np.float64)
    rows = np.flatnonzero(labels >= 0)
    new[rows, labels[rows]] = np.maximum(new[rows, labels[rows]], new[rows].max(axis=1) * (1 + 1e-6))
    new[moves.rows, moves.targets] = 0
    sure = np.maximum(moves.confidences, _LEAST_CONFIDENCE)
    rest = (1 - sure) / np.maximum(new[moves.rows].sum(axis=1), 1e-12)
    new[moves.rows] *= rest[:, None]
    new[moves.rows, moves.targets] = sure
    return np.asarray(new / new.sum(axis=1, keepdims=True), np.float32)
