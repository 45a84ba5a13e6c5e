"""Quick questions about likeness, answered by numpy on the vectors that lie on the disk."""

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
    Copies of the photo are left out; nothing is found where the photo was not clustered yet.
    """
    row, made = gallery.row_of.get(file), gallery.clustering
    dimension = None if made is None else _dimension(made.backbone)
    if row is None or made is None or dimension is None:
        return []
    digest = gallery.content(row).digest
    ids = [i for i, _ in next_to(gallery, made, file) if gallery.content(gallery.row_of[i]).digest != digest]
    digests = [digest, *(gallery.content(gallery.row_of[i]).digest for i in ids)]
    places = library.catalog.files.vector_locations(made.backbone, digests)
    known = [i for i, d in zip(ids, digests[1:], strict=True) if d in places]
    if digest not in places or not known:
        return []
    wanted = [places[digest], *(places[gallery.content(gallery.row_of[i]).digest] for i in known)]
    with closing(VectorStore(library.vectors_folder)) as store:
        if store.missing(dimension, wanted).any():
            return []  # lost bytes: the next run makes them again
        vectors = store.gather(dimension, wanted)
    cosines = _cosines(vectors[0], vectors[1:])
    best = np.argsort(-cosines, kind="stable")[:count]
    return [(known[b], float(cosines[b])) for b in best.tolist()]


def next_to(gallery: Gallery, made: Clustering, file: int) -> list[tuple[int, float]]:
    """Other photos of the gallery next to a file in codes or on the map: (id, squared distance), the nearest first."""
    space, ids = (gallery.xy, gallery.ids) if made.codes is None else (made.codes, made.ids)
    own = np.flatnonzero(ids == file)
    if not len(own) or not np.isfinite(space[own[0]]).all():
        return []
    far = np.square(space - space[own[0]]).sum(axis=1)
    far[own[0]] = np.inf
    nearest: Ints = np.argpartition(far, min(_CANDIDATES, len(far) - 1))[:_CANDIDATES]
    nearest = nearest[np.isfinite(far[nearest])]
    nearest = nearest[np.argsort(far[nearest], kind="stable")]
    return [(i, f) for i, f in zip(ids[nearest].tolist(), far[nearest].tolist(), strict=True) if i in gallery.row_of]


def _cosines(one: Floats, others: Floats) -> Floats:
    lengths = np.linalg.norm(others, axis=1) * np.linalg.norm(one)
    return np.asarray(others @ one / np.maximum(lengths, 1e-12), np.float32)


def _dimension(key: str) -> int | None:
    """Length of the vectors that a registered backbone makes, by its key; None for one of timm's."""
    name = next((name for name in backbones.names() if key.startswith(f"{name}-")), None)
    return None if name is None else int(backbones.get(name).dimension)
