"""What clusters are named by: a network that knows ImageNet's classes, whichever has made the clusters."""

from __future__ import annotations

import numpy as np

from engine.clustering.features import Classifier
from engine.core.records import EmbeddingSet
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import Backbone, available, open_backbone
from engine.library.library import Library
from engine.pipeline.embed import classifier_of, embedding_of

_LEAST = 0.5  # of the photos have its vectors


def believed(library: Library, backbone: Backbone, embedding: EmbeddingSet) -> tuple[EmbeddingSet, Classifier | None]:
    """An embedding of the photos of `embedding`, row by row, and a classifier of its vectors.

    Those of its own `backbone`, or, where that knows no classes (a model pack), those that the default network has left
    in the library. Rows without one get the mean, which says nothing. None where most rows have none.
    """
    classifier = classifier_of(backbone)
    if classifier is not None or DEFAULT_BACKBONE not in available() or not len(embedding.ids):
        return embedding, classifier
    other = open_backbone(DEFAULT_BACKBONE)
    if other.key == backbone.key:
        return embedding, None
    with library.catalog.reading():
        places = library.catalog.files.vector_locations(other.key)
        files = {f.id: f for f in library.catalog.files.readable() if f.digest in places}
    there = np.isin(embedding.ids, np.fromiter(files, np.int64, len(files)))
    if there.mean() < _LEAST:
        return embedding, None
    vectors = embedding_of(library, other, [files[id_] for id_ in embedding.ids[there].tolist()]).vectors
    if not there.all():
        found, vectors = vectors, np.empty((len(there), vectors.shape[1]), np.float32)
        vectors[there], vectors[~there] = found, found.mean(axis=0)
    return EmbeddingSet(embedding.ids, vectors, other.key), classifier_of(other)
