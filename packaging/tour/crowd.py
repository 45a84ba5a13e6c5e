"""A crowd: a hundred thousand photos for a picture of the window, of what a small gallery holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.core.records import Clustering, Ints
from engine.gallery.snapshot import Gallery

MANY = 100_000
CLOUD = 0.05  # how far the copies of a photo lie around it, in units of the map
DOUBT = 0.6  # of its confidence that a copy keeps at least


def crowd(gallery: Gallery, count: int = MANY) -> Gallery:
    """`count` photos that look like those of `gallery`, in its clusters; they are nowhere on disk."""
    random = np.random.default_rng(0)
    rows = np.sort(random.integers(0, len(gallery), count))
    labels = gallery.labels[rows]
    files = tuple(
        gallery.files[row]._replace(id=number, path=f"{2015 + number % 10}/IMG_{number:06}.jpg")
        for number, row in enumerate(rows.tolist(), start=1)
    )
    return replace(
        gallery,
        files=files,
        labels=labels,
        clusters=tuple(replace(c, members=int((labels == place).sum())) for place, c in enumerate(gallery.clusters)),
        confidences=(gallery.confidences[rows] * random.uniform(DOUBT, 1, count)).astype(np.float32),
        pinned=np.zeros(count, np.bool_),
        xy=(gallery.xy[rows] + random.normal(scale=CLOUD, size=(count, 2))).astype(np.float32),
        clustering=None if gallery.clustering is None else _repeated(gallery.clustering, gallery.ids[rows]),
        new_kinds=(),
    )


def _repeated(made: Clustering, of: Ints) -> Clustering:
    """The clustering of as many photos as there are in `of`, each likened to that file."""
    order = np.argsort(made.ids)
    places = order[np.minimum(np.searchsorted(made.ids, of, sorter=order), len(order) - 1)]
    return replace(
        made,
        ids=np.arange(1, len(of) + 1),
        labels=made.labels[places],
        probabilities=made.probabilities[places],
        codes=None,
    )
