"""Stage 4 where corrections were made: what stands is refined by them, rather than clustered anew."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence, Set

import numpy as np

from engine.clustering.assignment.corrections import constraints, enforce
from engine.clustering.assignment.hierarchy import split
from engine.clustering.assignment.out_of_sample import NeighbourPredictor, OutOfSampleModel
from engine.clustering.methods.method import Fit
from engine.clustering.refinement.refine import Refinement, refine
from engine.clustering.refinement.standing import Standing
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import UNSURE, Clustering, Corrections, Floats, Ints, Learned
from engine.library.catalog.cluster_table import Assignments
from engine.library.library import Library


def refines(library: Library, current: tuple[int, str], fingerprint: str, corrections: Corrections) -> bool:
    """Whether a retrain refines the clustering `current` (id, fingerprint): the user corrected what it has made.

    Only where all options are its own but for k, and k is automatic, as it was, or as many as there are clusters now.
    """
    corrected = corrections.anchors or corrections.rejections or corrections.together or corrections.apart
    if not corrected or not current[1].startswith("{"):
        return False
    made, asked = json.loads(current[1]), json.loads(fingerprint)
    if any(made.get(name) != value for name, value in asked.items() if name != "k"):
        return False
    with library.catalog.reading():
        active = library.catalog.clusterings.get(current[0])
        learned = library.catalog.clusterings.learned(current[0] if active.base is None else active.base)
        occupied = {*library.catalog.clusters.assignments().clusters} - {UNSURE}
    if learned is None or asked["k"] not in (None, made["k"], len(occupied)):
        return False
    try:
        OutOfSampleModel.unpack(learned.model)
    except UserError:  # of a method that this program no longer has
        return False
    return True


def refined(
    library: Library, current: int, corrections: Corrections, *, seed: int, job: Job
) -> tuple[Clustering, Learned, int]:
    """The active clustering `current`, refined; what is kept of it for new photos; and how many photos move.

    Every photo of it has been given a place. The unsure that nothing takes in are left out: they stay unsure.
    """
    with library.catalog.reading():
        active = library.catalog.clusterings.get(current)
        base = current if active.base is None else active.base
        fit = active if active.base is None else library.catalog.clusterings.get(base)
        learned = library.catalog.clusterings.learned(base)
        now = library.catalog.clusters.assignments()
    assert learned is not None  # see `refines`
    names, standing = _standing(fit, active, now, corrections)
    probabilities = _standing_probabilities(active, fit.ids, names)
    found = refine(learned.reduced, fit.codes, standing, probabilities, seed=seed, job=job)
    rows = np.flatnonzero(found.labels >= 0)
    made = enforce(_clustering(fit, found, rows, names), corrections)
    moved = int((made.labels != standing.labels[rows]).sum())
    return made, _learned(fit, learned, made, rows, seed=seed, job=job), moved


def with_claims(made: Clustering, reduced: Floats, corrections: Corrections, *, seed: int, job: Job) -> Clustering:
    """A new clustering, in which the corrections hold, with what clusters with pins take in."""
    standing = _standing_of(made.ids, made.labels, np.full(len(made.ids), -1), made.cluster_ids, corrections)
    found = refine(reduced, made.codes, standing, made.probabilities, seed=seed, job=job)
    return enforce(dataclasses.replace(made, labels=found.labels, probabilities=found.probabilities), corrections)


def made_by_user(assignments: Assignments, corrections: Corrections) -> frozenset[str]:
    """The clusters all of whose photos the user has put there; of those, locked ones are left out."""
    anchors = {*corrections.pins.values()} - {*corrections.locked}
    filled = {
        cluster
        for file, cluster in zip(assignments.ids.tolist(), assignments.clusters, strict=True)
        if corrections.pins.get(file) != cluster
    }
    return frozenset(anchors - filled)


def without(corrections: Corrections, clusters: Set[str]) -> Corrections:
    """The corrections of the other clusters alone, for a fit that is not to make these."""
    return dataclasses.replace(
        corrections,
        pins={file: name for file, name in corrections.pins.items() if name not in clusters},
        anchors=tuple(name for name in corrections.anchors if name not in clusters),
    )


def _standing(
    fit: Clustering, active: Clustering, now: Assignments, corrections: Corrections
) -> tuple[tuple[str, ...], Standing]:
    """The ids of the clusters that stand, and where each photo of the fit stands in them."""
    anchors = (*corrections.anchors, *corrections.pins.values())
    occupied = [c for c in now.clusters if c != UNSURE]
    names = tuple(sorted({*occupied, *anchors}, key=lambda id_: int(id_[1:])))
    index = {name: label for label, name in enumerate(names)}
    current = dict(zip(now.ids.tolist(), now.clusters, strict=True))
    made = dict(zip(active.ids.tolist(), active.labels.tolist(), strict=True))
    ids = fit.ids.tolist()
    labels = np.array([index.get(current.get(id_, UNSURE), -1) for id_ in ids], np.int64)
    fitted = np.array([index.get(active.cluster_ids[made[id_]], -1) if id_ in made else -1 for id_ in ids], np.int64)
    return names, _standing_of(fit.ids, labels, fitted, names, corrections)


def _standing_of(ids: Ints, labels: Ints, fitted: Ints, names: Sequence[str], corrections: Corrections) -> Standing:
    """What stands: photos `ids` (n,) in the clusters `names`, as rows and indices."""
    told = constraints(dataclasses.replace(corrections, anchors=tuple(names)), ids)
    closed = [names.index(name) for name in corrections.locked if name in names]
    return Standing(len(names), labels, fitted, told.pins, told.rejections, np.array(closed, np.int64))


def _standing_probabilities(active: Clustering, ids: Ints, names: Sequence[str]) -> Floats:
    """The probabilities (n, k) that the active clustering has given the photos `ids` for the clusters `names`."""
    probabilities = np.zeros((len(ids), len(names)), np.float32)
    row_of = {id_: row for row, id_ in enumerate(active.ids.tolist())}
    rows = np.array([row_of.get(id_, -1) for id_ in ids.tolist()], np.int64)
    for column, name in enumerate(active.cluster_ids):
        if name in names:
            probabilities[rows >= 0, names.index(name)] = active.probabilities[rows[rows >= 0], column]
    return probabilities


def _clustering(fit: Clustering, found: Refinement, rows: Ints, names: tuple[str, ...]) -> Clustering:
    """The refined clustering of some `rows` of the fit: a fit of its own, by the same network."""
    fitted = len(fit.ids) - fit.placed
    return dataclasses.replace(
        fit,
        ids=fit.ids[rows],
        labels=found.labels[rows],
        probabilities=found.probabilities[rows],
        cluster_ids=names,
        codes=None if fit.codes is None else fit.codes[rows],
        base=None,
        placed=int((rows >= fitted).sum()),
    )


def _learned(fit: Clustering, learned: Learned, made: Clustering, rows: Ints, *, seed: int, job: Job) -> Learned:
    """What is kept for new photos: they follow the nearest ones; and the leaves within the refined clusters."""
    model, reduced = OutOfSampleModel.unpack(learned.model), learned.reduced[rows]
    result = Fit(made.labels, made.probabilities, codes=made.codes)
    predictor = NeighbourPredictor.from_fit(result, model.reduction, reduced)
    leaves, parents = split(reduced if made.codes is None else made.codes, made.labels, seed=seed, job=job)
    packed = dataclasses.replace(model, predictor=predictor).packed()
    return Learned(packed, learned.contents[rows], reduced, leaves, parents)
