"""Similar photos, by numpy on the vectors on disk."""

from __future__ import annotations

from contextlib import closing

import numpy as np

from engine.core.records import Clustering, Floats, Ints
from engine.embedding.backbone import backbones
from engine.embedding.store import VectorStore
from engine.gallery.snapshot import Gallery
from engine.library.library import Library

_CANDIDATES = 400  # photos whose vectors are compared: to read 100,000 would take half a gigabyte


def nearest_photos(library: Library, gallery: Gallery, file: int, count: int) -> list[tuple[int, float]]:
    """The `count` other photos most like a file: (file id, cosine of the vectors), the most alike first.

    Candidates are the photos next to it in the codes of the clustering, or on the map where there are none.
    Its duplicates are left out; nothing is found where the photo is not clustered yet.
    """
    row, clustering = gallery.row_of.get(file), gallery.clustering
    dimension = None if clustering is None else _dimension(clustering.backbone)
    if row is None or clustering is None or dimension is None:
        return []
    digest = gallery.content(row).digest
    ids = [
        i
        for i, _ in neighbours_in_codes(gallery, clustering, file)
        if gallery.content(gallery.row_of[i]).digest != digest
    ]
    digests = [digest, *(gallery.content(gallery.row_of[i]).digest for i in ids)]
    locations = library.catalog.files.vector_locations(clustering.backbone, digests)
    known = [i for i, d in zip(ids, digests[1:], strict=True) if d in locations]
    if digest not in locations or not known:
        return []
    wanted = [locations[digest], *(locations[gallery.content(gallery.row_of[i]).digest] for i in known)]
    with closing(VectorStore(library.vectors_folder)) as store:
        if store.missing(dimension, wanted).any():
            return []  # lost bytes: the next run makes them again
        vectors = store.gather(dimension, wanted)
    cosines = _cosines(vectors[0], vectors[1:])
    best = np.argsort(-cosines, kind="stable")[:count]
    return [(known[b], float(cosines[b])) for b in best.tolist()]


def neighbours_in_codes(gallery: Gallery, clustering: Clustering, file: int) -> list[tuple[int, float]]:
    """Other photos of the gallery next to a file in codes or on the map: (id, squared distance), the nearest first."""
    space, ids = (gallery.xy, gallery.ids) if clustering.codes is None else (clustering.codes, clustering.ids)
    own = np.flatnonzero(ids == file)
    if not len(own) or not np.isfinite(space[own[0]]).all():
        return []
    squared = np.square(space - space[own[0]]).sum(axis=1)
    squared[own[0]] = np.inf
    nearest: Ints = np.argpartition(squared, min(_CANDIDATES, len(squared) - 1))[:_CANDIDATES]
    nearest = nearest[np.isfinite(squared[nearest])]
    nearest = nearest[np.argsort(squared[nearest], kind="stable")]
    return [
        (i, f) for i, f in zip(ids[nearest].tolist(), squared[nearest].tolist(), strict=True) if i in gallery.row_of
    ]


def _cosines(one: Floats, others: Floats) -> Floats:
    lengths = np.linalg.norm(others, axis=1) * np.linalg.norm(one)
    return np.asarray(others @ one / np.maximum(lengths, 1e-12), np.float32)


def _dimension(key: str) -> int | None:
    """Length of the vectors that a registered backbone makes, by its key; None for one of timm's."""
    name = next((name for name in backbones.names() if key.startswith(f"{name}-")), None)
    return None if name is None else int(backbones.get(name).dimension)
