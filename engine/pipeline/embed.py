"""Stage 3: embed every content that has no vector of this backbone yet."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from itertools import compress

import numpy as np

from engine.clustering.features import Classifier, check_finite
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Device, EmbeddingSet, File, Floats
from engine.embedding.backbone import Backbone
from engine.embedding.embed import embed as embed_all
from engine.embedding.final_layer import cached_classifier
from engine.embedding.runtimes import open_runtime
from engine.embedding.store import VectorStore
from engine.library.library import Library
from engine.library.roots import data_folder
from engine.pipeline.options import Outcome


def embed(library: Library, backbone: Backbone, device: Device, threads: int, outcome: Outcome, job: Job) -> None:
    """Embed the thumbnails of new contents; each batch is on disk before the catalog knows of it."""
    files = library.catalog.files
    with closing(VectorStore(library.vectors_folder)) as store:
        places = files.vector_locations(backbone.key)
        lost = set(compress(places, store.missing(backbone.dimension, list(places.values()))))
        files.drop_vectors(backbone.key, lost)
        wanted = {f.digest for f in files.readable() if f.digest is not None}
        digests = sorted(wanted - (places.keys() - lost))
        if not digests:
            return
        _require_thumbnails(library, set(digests))
        job.report("embed", 0, len(digests), "waking the network")

        def save(batch: list[str], vectors: Floats) -> None:
            shard, first_row = store.append(backbone.key, vectors)
            files.add_vectors(backbone.key, batch, shard, first_row)
            outcome.embedded += len(batch)

        with closing(
            open_runtime(backbone, device, threads=threads, cache=data_folder() / "models", job=job)
        ) as runtime:
            embed_all(lambda content: library.thumbnails.pixels(content, backbone.side), digests, runtime, save, job)


def _require_thumbnails(library: Library, digests: set[str]) -> None:
    """A UserError where some photo has none and could not be read again (see read.py)."""
    missing = digests - library.thumbnails.digests()
    for file in library.catalog.files.readable():
        if file.digest in missing:
            path = library.path_of(file.root, file.path)
            raise UserError(
                "The thumbnail of {path} is missing, and the photo cannot be read: plug its drive in.", path=path
            )


def embedding_of(library: Library, backbone: Backbone, files: Sequence[File] | None = None) -> EmbeddingSet:
    """The vectors of `files`, each of which has one, or of every readable file that has, in order of root and path.

    Copies of a file share a vector. Photos that were read and not embedded yet, as after a stop, are left out: the
    next run of `embed` embeds them. A vector that is not finite is a UserError that names its photo.
    """
    with library.catalog.reading():
        places = library.catalog.files.vector_locations(backbone.key)
        if files is None:
            files = [f for f in library.catalog.files.readable() if f.digest in places]
    with closing(VectorStore(library.vectors_folder)) as store:
        vectors = store.gather(backbone.dimension, [places[f.digest] for f in files if f.digest is not None])
    bad = check_finite(vectors)
    if bad is not None:
        raise UserError(
            "The vector of {file} holds a value that is no number; remove its thumbnail to redo it.",
            file=files[bad].path,
        )
    return EmbeddingSet(np.array([f.id for f in files], np.int64), vectors, backbone.key)


def classifier_of(backbone: Backbone) -> Classifier | None:
    """The backbone's weights and bias of ImageNet's logits, if known; kept beside its exported model."""
    return cached_classifier(backbone, data_folder() / "models")
