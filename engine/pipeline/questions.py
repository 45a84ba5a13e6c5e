"""The photos most worth asking about, of a library that is organised, and what each answer would settle."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.clustering.reach import doubtful, reach
from engine.clustering.suggest import suggest
from engine.errors import UserError
from engine.gallery import Gallery, load_gallery
from engine.job import Job
from engine.library.library import Library
from engine.records import Clustering, Floats, Ints

VERSION = 1
_UNORGANISED = "These photos are not organised yet: run organise first."


@dataclass(frozen=True, slots=True)
class Question:
    """A photo to ask about, by file id, and the doubtful ones around it for which the answer speaks."""

    file: int
    around: frozenset[int]


@dataclass(frozen=True, slots=True)
class Round:
    """Questions in the order to ask them, and how many photos are doubtful in all."""

    questions: tuple[Question, ...]
    doubtful: int


def ask(gallery: Gallery, count: int, *, seed: int, job: Job) -> Round:
    """A round of at most `count` questions about photos that the user has not placed."""
    open_ = gallery.ids[~gallery.pinned].tolist()
    made, rows = _telling(gallery, open_, count, seed, job)
    around = reach(_places(made), made.probabilities, rows)
    files = [int(made.ids[row]) for row in rows]
    heard = [frozenset(made.ids[found].tolist()) & set(open_) for found in around]
    unclear = set(open_).intersection(made.ids[doubtful(made.probabilities)].tolist())
    return Round(tuple(Question(f, a) for f, a in zip(files, heard, strict=True)), len(unclear))


def questions(library: Library, root: int, count: int, *, seed: int, job: Job) -> dict[str, Any]:
    """At most `count` photos below `root`, the most telling first, each with the clusters it may belong to."""
    gallery = load_gallery(library.catalog, "")
    said = library.catalog.corrections.all().pins
    open_ = [f.id for f in gallery.files if f.root == root and f.id not in said]
    made, rows = _telling(gallery, open_, count, seed, job)
    return {"version": VERSION, "photos": [_question(gallery, gallery.row_of[int(made.ids[row])]) for row in rows]}


def _telling(gallery: Gallery, open_: Collection[int], count: int, seed: int, job: Job) -> tuple[Clustering, Ints]:
    """The clustering that stands and the rows of it that are most worth asking about, among the files `open_`."""
    made = gallery.clustering
    if made is None:
        raise UserError(_UNORGANISED)
    answered = np.flatnonzero(~np.isin(made.ids, np.fromiter(open_, np.int64, len(open_))))
    return made, suggest(_places(made), made.probabilities, count, answered, seed=seed, job=job)


def _places(made: Clustering) -> Floats:
    return made.probabilities if made.codes is None else made.codes  # alike is also what belongs alike


def _question(gallery: Gallery, row: int) -> dict[str, Any]:
    cluster = gallery.cluster_of(row)
    likely = [{"id": c.id, "name": c.name, "probability": round(p, 4)} for c, p in gallery.likeliest(row)]
    return {"path": gallery.files[row].path, "cluster": None if cluster is None else cluster.id, "likeliest": likely}
