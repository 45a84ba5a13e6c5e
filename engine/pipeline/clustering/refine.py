"""Stage 4 where corrections were made: what stands is refined by them, rather than clustered anew."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

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
from engine.edits.answers import Answer, load_answers
from engine.library.catalog.cluster_table import Assignments
from engine.library.library import Library

_LEAST = 1e-6  # no cluster is impossible


def refines(library: Library, current: tuple[int, str], fingerprint: str) -> bool:
    """Whether a retrain refines the clustering `current` (id, fingerprint): the user has changed what it has made.

    Only where all options are its own but for k, and k is as it was, or as many as there are clusters now, or automatic
    where it was not cut.
    """
    if not current[1].startswith("{"):
        return False
    made, asked = json.loads(current[1]), json.loads(fingerprint)
    if any(made.get(name) != value for name, value in asked.items() if name != "k"):
        return False
    with library.catalog.reading():
        active = library.catalog.clusterings.get(current[0])
        learned = library.catalog.clusterings.learned(current[0] if active.base is None else active.base)
        corrections, now = library.catalog.corrections.all(), library.catalog.clusters.assignments()
    if not _is_changed(active, now, corrections) or learned is None:
        return False
    occupied = len({*now.clusters} - {UNSURE})
    if asked["k"] not in (made["k"], occupied) and (asked["k"] is not None or made.get("cut")):
        return False
    try:
        OutOfSampleModel.unpack(learned.model)
    except UserError:  # of a method that this program no longer has
        return False
    return True


def _is_changed(active: Clustering, now: Assignments, corrections: Corrections) -> bool:
    """Whether the user has corrected anything, or split a cluster, since the clustering was made."""
    if corrections.anchors or corrections.rejections or corrections.together or corrections.apart:
        return True
    current = dict(zip(now.ids.tolist(), now.clusters, strict=True))
    made = zip(active.ids.tolist(), active.labels.tolist(), strict=True)
    return any(current.get(id_, UNSURE) not in (UNSURE, active.cluster_ids[label]) for id_, label in made)


def refined(library: Library, current: int, *, seed: int, job: Job) -> tuple[Clustering, Learned | None, int]:
    """The active clustering `current`, refined; what is kept of it for new photos; and how many photos move.

    Every photo of it has been given a place. The unsure that nothing takes in are left out: they stay unsure. Of a cut
    the refinement is another cut of the same fit, which keeps what was learned: None.
    """
    with library.catalog.reading():
        active = library.catalog.clusterings.get(current)
        base = current if active.base is None else active.base
        fit = active if active.base is None else library.catalog.clusterings.get(base)
        learned = library.catalog.clusterings.learned(base)
        now, corrections = library.catalog.clusters.assignments(), library.catalog.corrections.all()
        answers = load_answers(library.catalog)
        readable = {f.id for f in library.catalog.files.readable()}
    assert learned is not None  # see `refines`
    present = np.flatnonzero(np.isin(fit.ids, np.fromiter(readable, np.int64, len(readable))))
    stands = _Stands.of(fit.ids[present], now, corrections)
    standing = stands.standing(corrections, answers)
    probabilities = stands.probabilities(active)
    codes = None if fit.codes is None else fit.codes[present]
    found = refine(learned.reduced[present], codes, standing, probabilities, seed=seed, job=job)
    placed = np.flatnonzero(found.labels >= 0)
    made = enforce(_clustering(fit, found, present, placed, stands.names), corrections)
    moved = int((made.labels != standing.labels[placed]).sum())
    if active.base is not None:
        return dataclasses.replace(made, base=base), None, moved
    return made, _learned(learned, made, present[placed], seed=seed, job=job), moved


def with_claims(made: Clustering, reduced: Floats, corrections: Corrections, *, seed: int, job: Job) -> Clustering:
    """A new clustering, in which the corrections hold, with what clusters with pins take in."""
    standing = _standing(made.ids, made.labels, made.cluster_ids, corrections)
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


@dataclass(frozen=True, slots=True)
class _Stands:
    """The clusters `names` and where the files `ids` (n,) are among them now: `labels`, -1 for none, and how surely."""

    ids: Ints
    names: tuple[str, ...]
    labels: Ints
    confidences: Floats

    @classmethod
    def of(cls, ids: Ints, now: Assignments, corrections: Corrections) -> _Stands:
        anchors = (*corrections.anchors, *corrections.pins.values())
        occupied = [c for c in now.clusters if c != UNSURE]
        names = tuple(sorted({*occupied, *anchors}, key=lambda id_: int(id_[1:])))
        index = {name: label for label, name in enumerate(names)}
        rows = zip(now.ids.tolist(), now.clusters, now.confidences.tolist(), strict=True)
        current = {id_: (index.get(cluster, -1), sure) for id_, cluster, sure in rows}
        found = [current.get(id_, (-1, 0.0)) for id_ in ids.tolist()]
        labels, sure = zip(*found, strict=True) if found else ((), ())
        return cls(ids, names, np.array(labels, np.int64), np.array(sure, np.float32))

    def standing(self, corrections: Corrections, answers: Mapping[int, Answer]) -> Standing:
        """With the user's corrections, and where photos stood when the user was asked about them."""
        index = {name: label for label, name in enumerate(self.names)}
        gone = len(self.names)
        found = [answers.get(id_) for id_ in self.ids.tolist()]
        asked = np.array([-1 if a is None else index.get(a.before or "", gone) for a in found], np.int64)
        questions = np.array([a is not None and a.asked for a in found], np.bool_)
        standing = _standing(self.ids, self.labels, self.names, corrections)
        return dataclasses.replace(standing, asked=asked, questions=questions)

    def probabilities(self, active: Clustering) -> Floats:
        """The probabilities (n, k) of the active clustering; a photo's own cluster is as likely as it is sure now."""
        given = np.zeros((len(self.ids), len(self.names)), np.float64)
        row_of = {id_: row for row, id_ in enumerate(active.ids.tolist())}
        rows = np.array([row_of.get(id_, -1) for id_ in self.ids.tolist()], np.int64)
        for column, name in enumerate(active.cluster_ids):
            if name in self.names:
                given[rows >= 0, self.names.index(name)] = active.probabilities[rows[rows >= 0], column]
        own = np.flatnonzero(self.labels >= 0)
        labels, sure = self.labels[own], np.maximum(self.confidences[own], _LEAST)
        given[own, labels] = 0
        given[own] *= ((1 - sure) / np.maximum(given[own].sum(axis=1), _LEAST))[:, None]
        given[own] *= np.minimum(1, sure / np.maximum(given[own].max(axis=1), _LEAST))[:, None]
        given[own, labels] = sure
        given = np.maximum(given, _LEAST)
        return np.asarray(given / given.sum(axis=1, keepdims=True), np.float32)


def _standing(ids: Ints, labels: Ints, names: Sequence[str], corrections: Corrections) -> Standing:
    """What stands: photos `ids` (n,) in the clusters `names`, as rows and indices."""
    told = constraints(dataclasses.replace(corrections, anchors=tuple(names)), ids)
    closed = [names.index(name) for name in corrections.locked if name in names]
    asked, questions = np.full(len(ids), -1), np.zeros(len(ids), np.bool_)
    return Standing(len(names), labels, told.pins, asked, questions, told.rejections, np.array(closed, np.int64))


def _clustering(fit: Clustering, found: Refinement, present: Ints, placed: Ints, names: tuple[str, ...]) -> Clustering:
    """The refined clustering of the rows `placed` of those `present` of the fit: a fit of its own, by its network."""
    rows = present[placed]
    return dataclasses.replace(
        fit,
        ids=fit.ids[rows],
        labels=found.labels[placed],
        probabilities=found.probabilities[placed],
        cluster_ids=names,
        codes=None if fit.codes is None else fit.codes[rows],
        base=None,
        placed=int((rows >= len(fit.ids) - fit.placed).sum()),
    )


def _learned(learned: Learned, made: Clustering, rows: Ints, *, seed: int, job: Job) -> Learned:
    """What is kept for new photos: they follow the nearest ones; and the leaves within the refined clusters."""
    model, reduced = OutOfSampleModel.unpack(learned.model), learned.reduced[rows]
    result = Fit(made.labels, made.probabilities, codes=made.codes)
    predictor = NeighbourPredictor.from_fit(result, model.reduction, reduced)
    leaves, parents = split(reduced if made.codes is None else made.codes, made.labels, seed=seed, job=job)
    packed = dataclasses.replace(model, predictor=predictor).packed()
    return Learned(packed, learned.contents[rows], reduced, leaves, parents)
