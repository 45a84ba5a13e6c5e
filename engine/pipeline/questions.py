"""The photos most worth asking about, of a library that is organised."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.clustering.suggest import suggest
from engine.errors import UserError
from engine.gallery import Gallery, load_gallery
from engine.job import Job
from engine.library.library import Library

VERSION = 1


def questions(library: Library, root: int, count: int, *, seed: int, job: Job) -> dict[str, Any]:
    """At most `count` photos below `root`, the most telling first, each with the clusters it may belong to."""
    gallery = load_gallery(library.catalog, "")
    made = gallery.clustering
    if made is None:
        raise UserError("These photos are not organised yet: run organise first.")
    places = made.probabilities if made.codes is None else made.codes  # alike is also what belongs alike
    said = set(library.catalog.corrections.all().pins)
    open_ = {f.id for f in gallery.files if f.root == root} - said
    answered = np.flatnonzero([id_ not in open_ for id_ in made.ids.tolist()])
    rows = suggest(places, made.probabilities, count, answered, seed=seed, job=job)
    return {"version": VERSION, "photos": [_question(gallery, gallery.row_of[int(made.ids[row])]) for row in rows]}


def _question(gallery: Gallery, row: int) -> dict[str, Any]:
    cluster = gallery.cluster_of(row)
    likely = [{"id": c.id, "name": c.name, "probability": round(p, 4)} for c, p in gallery.likeliest(row)]
    return {"path": gallery.files[row].path, "cluster": None if cluster is None else cluster.id, "likeliest": likely}
