"""Questions to the user: the most informative photos of an organised library, and what each answer influences."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.clustering.assignment.uncertainty import close_calls, influence
from engine.clustering.kernel_logistic import joint_features
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Clustering, Floats, Ints
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.catalog.catalog import Catalog
from engine.library.library import Library
from engine.questions.suggest import suggest

VERSION = 1
CODES_WEIGHT = 2.0  # weight of the codes beside the principal components: questions differ by both (docs/benchmarks.md)


@dataclass(frozen=True, slots=True)
class Question:
    """A photo to ask about, the files `around` it that the answer influences, and how many are `doubtful`; by id."""

    file: int
    around: frozenset[int]
    doubtful: int


@dataclass(frozen=True, slots=True)
class QuestionFeatures:
    """By which questions are selected: `vectors` (n, s + c), principal components beside codes, of the files `ids`."""

    ids: Ints
    vectors: Floats


def load_features(catalog: Catalog) -> QuestionFeatures | None:
    """The features of the active clustering's photos; None where it has kept none."""
    with catalog.reading():
        current = catalog.clusterings.current()
        if current is None:
            return None
        active = catalog.clusterings.get(current[0])
        base = current[0] if active.base is None else active.base
        fit = active if active.base is None else catalog.clusterings.get(base)
        learned = catalog.clusterings.learned(base)
    return (
        None if learned is None else QuestionFeatures(fit.ids, joint_features(learned.reduced, fit.codes, CODES_WEIGHT))
    )


def select_questions(
    gallery: Gallery, count: int, *, seed: int, job: Job, features: QuestionFeatures | None = None
) -> tuple[Question, ...]:
    """At most `count` questions about photos that are not pinned, the most informative first; see QuestionFeatures.

    Without features, or where those are of other photos by now, by the codes alone.
    """
    unanswered = frozenset(gallery.ids[~gallery.pinned].tolist())
    made, rows = _most_informative(gallery, unanswered, count, seed, job, features)
    files = [int(made.ids[row]) for row in rows]
    around = [unanswered.intersection(made.ids[found].tolist()) for found in influence(_space(made), rows)]
    unclear = set(made.ids[close_calls(made.probabilities)].tolist())
    return tuple(Question(f, near, len(near & unclear)) for f, near in zip(files, around, strict=True))


def questions(library: Library, root: int, count: int, *, seed: int, job: Job) -> dict[str, Any]:
    """At most `count` photos below `root`, the most informative first, with their likeliest clusters, as JSON."""
    with library.catalog.reading():
        gallery, pins = load_gallery(library.catalog, ""), library.catalog.corrections.all().pins
        features = load_features(library.catalog)
    unanswered = [f.id for f in gallery.files if f.root == root and f.id not in pins]
    made, rows = _most_informative(gallery, unanswered, count, seed, job, features)
    return {"version": VERSION, "photos": [_question(gallery, gallery.row_of[int(made.ids[row])]) for row in rows]}


def _most_informative(
    gallery: Gallery,
    unanswered: Collection[int],
    count: int,
    seed: int,
    job: Job,
    features: QuestionFeatures | None,
) -> tuple[Clustering, Ints]:
    """The active clustering and its most informative rows among the files `unanswered`."""
    made = gallery.clustering
    if made is None:
        raise UserError("These photos are not organised yet: run organise first.")
    answered = np.flatnonzero(~np.isin(made.ids, np.fromiter(unanswered, np.int64, len(unanswered))))
    space = _space(made)
    if features is not None and np.array_equal(features.ids, made.ids):
        space = features.vectors
    return made, suggest(space, made.probabilities, count, answered, seed=seed, job=job)


def _space(made: Clustering) -> Floats:
    return made.probabilities if made.codes is None else made.codes  # photos with alike probabilities are alike


def _question(gallery: Gallery, row: int) -> dict[str, Any]:
    cluster = gallery.cluster_of(row)
    likely = [{"id": c.id, "name": c.name, "probability": round(p, 4)} for c, p in gallery.likeliest(row)]
    return {"path": gallery.files[row].path, "cluster": None if cluster is None else cluster.id, "likeliest": likely}
