"""A synthetic gallery of a hundred thousand photos for a screenshot, repeated from a small gallery."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.core.records import Clustering, Ints
from engine.gallery.snapshot import Gallery

MANY = 100_000
SPREAD = 0.05  # standard deviation of the copies around a photo, in units of the map
MIN_CONFIDENCE_SHARE = 0.6  # the least share of a photo's confidence that a copy keeps


def many_photos(gallery: Gallery, count: int = MANY) -> Gallery:
    """A gallery of `count` copies of the photos of `gallery`, in its clusters; they do not exist on disk."""
    random, known = np.random.default_rng(0), gallery.understood
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
        confidences=(gallery.confidences[rows] * random.uniform(MIN_CONFIDENCE_SHARE, 1, count)).astype(np.float32),
        pinned=np.zeros(count, np.bool_),
        xy=(gallery.xy[rows] + random.normal(scale=SPREAD, size=(count, 2))).astype(np.float32),
        clustering=None if gallery.clustering is None else _repeated(gallery.clustering, gallery.ids[rows]),
        new_kinds=(),
        understood=replace(known, kinds=known.kinds[rows], sure=known.sure[rows]) if len(known.kinds) else known,
    )


def _repeated(clustering: Clustering, originals: Ints) -> Clustering:
    """The clustering of the copies; `originals` (n,) are the file ids that they are copies of."""
    order = np.argsort(clustering.ids)
    rows = order[np.minimum(np.searchsorted(clustering.ids, originals, sorter=order), len(order) - 1)]
    return replace(
        clustering,
        ids=np.arange(1, len(originals) + 1),
        labels=clustering.labels[rows],
        probabilities=clustering.probabilities[rows],
        codes=None,
    )
