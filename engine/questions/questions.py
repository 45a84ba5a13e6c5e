"""Questions to the user: the most informative photos of an organised library, and what each answer influences."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.clustering.assignment.uncertainty import close_calls, influence
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Clustering, Floats, Ints
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.library import Library
from engine.questions.suggest import suggest

VERSION = 1


@dataclass(frozen=True, slots=True)
class Question:
    """A photo to ask about, the files `around` it that the answer influences, and how many are `doubtful`; by id."""

    file: int
    around: frozenset[int]
    doubtful: int


def select_questions(gallery: Gallery, count: int, *, seed: int, job: Job) -> tuple[Question, ...]:
    """At most `count` questions about photos that are not pinned, the most informative first."""
    unanswered = frozenset(gallery.ids[~gallery.pinned].tolist())
    made, rows = _most_informative(gallery, unanswered, count, seed, job)
    files = [int(made.ids[row]) for row in rows]
    around = [unanswered.intersection(made.ids[found].tolist()) for found in influence(_space(made), rows)]
    unclear = set(made.ids[close_calls(made.probabilities)].tolist())
    return tuple(Question(f, near, len(near & unclear)) for f, near in zip(files, around, strict=True))


def questions(library: Library, root: int, count: int, *, seed: int, job: Job) -> dict[str, Any]:
    """At most `count` photos below `root`, the most informative first, with their likeliest clusters, as JSON."""
    with library.catalog.reading():
        gallery, pins = load_gallery(library.catalog, ""), library.catalog.corrections.all().pins
    unanswered = [f.id for f in gallery.files if f.root == root and f.id not in pins]
    made, rows = _most_informative(gallery, unanswered, count, seed, job)
    return {"version": VERSION, "photos": [_question(gallery, gallery.row_of[int(made.ids[row])]) for row in rows]}


def _most_informative(
    gallery: Gallery, unanswered: Collection[int], count: int, seed: int, job: Job
) -> tuple[Clustering, Ints]:
    """The active clustering and its most informative rows among the files `unanswered`."""
    made = gallery.clustering
    if made is None:
        raise UserError("These photos are not organised yet: run organise first.")
    answered = np.flatnonzero(~np.isin(made.ids, np.fromiter(unanswered, np.int64, len(unanswered))))
    return made, suggest(_space(made), made.probabilities, count, answered, seed=seed, job=job)


def _space(made: Clustering) -> Floats:
    return made.probabilities if made.codes is None else made.codes  # photos with alike probabilities are alike


def _question(gallery: Gallery, row: int) -> dict[str, Any]:
    cluster = gallery.cluster_of(row)
    likely = [{"id": c.id, "name": c.name, "probability": round(p, 4)} for c, p in gallery.likeliest(row)]
    return {"path": gallery.files[row].path, "cluster": None if cluster is None else cluster.id, "likeliest": likely}
