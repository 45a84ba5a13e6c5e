"""The photos most worth asking about, of a library that is organised, and what each answer would settle."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.clustering.assignment.reach import doubtful, reach
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Clustering, Floats, Ints
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.library import Library
from engine.questions.suggest import suggest

VERSION = 1


@dataclass(frozen=True, slots=True)
class Question:
    """A photo to ask about, by file id, and those around it for which the answer speaks; some are close calls."""

    file: int
    around: frozenset[int]
    doubtful: int


def select_questions(gallery: Gallery, count: int, *, seed: int, job: Job) -> tuple[Question, ...]:
    """At most `count` questions about photos that the user has not placed, the most telling first."""
    open_ = frozenset(gallery.ids[~gallery.pinned].tolist())
    made, rows = _telling(gallery, open_, count, seed, job)
    files = [int(made.ids[row]) for row in rows]
    around = [open_.intersection(made.ids[found].tolist()) for found in reach(_places(made), rows)]
    unclear = set(made.ids[doubtful(made.probabilities)].tolist())
    return tuple(Question(f, near, len(near & unclear)) for f, near in zip(files, around, strict=True))


def questions(library: Library, root: int, count: int, *, seed: int, job: Job) -> dict[str, Any]:
    """At most `count` photos below `root`, the most telling first, each with the clusters it may belong to."""
    with library.catalog.reading():
        gallery, said = load_gallery(library.catalog, ""), library.catalog.corrections.all().pins
    open_ = [f.id for f in gallery.files if f.root == root and f.id not in said]
    made, rows = _telling(gallery, open_, count, seed, job)
    return {"version": VERSION, "photos": [_question(gallery, gallery.row_of[int(made.ids[row])]) for row in rows]}


def _telling(gallery: Gallery, open_: Collection[int], count: int, seed: int, job: Job) -> tuple[Clustering, Ints]:
    """The clustering that stands and the rows of it that are most worth asking about, among the files `open_`."""
    made = gallery.clustering
    if made is None:
        raise UserError("These photos are not organised yet: run organise first.")
    answered = np.flatnonzero(~np.isin(made.ids, np.fromiter(open_, np.int64, len(open_))))
    return made, suggest(_places(made), made.probabilities, count, answered, seed=seed, job=job)


def _places(made: Clustering) -> Floats:
    return made.probabilities if made.codes is None else made.codes  # alike is also what belongs alike


def _question(gallery: Gallery, row: int) -> dict[str, Any]:
    cluster = gallery.cluster_of(row)
    likely = [{"id": c.id, "name": c.name, "probability": round(p, 4)} for c, p in gallery.likeliest(row)]
    return {"path": gallery.files[row].path, "cluster": None if cluster is None else cluster.id, "likeliest": likely}
