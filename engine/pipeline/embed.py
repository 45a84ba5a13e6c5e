"""Stage 3: embed every content that has no vector of this backbone yet."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from itertools import compress

import numpy as np

from engine.clustering.features import Classifier, check_finite
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Device, EmbeddingSet, File, Floats
from engine.embedding.backbone import Backbone
from engine.embedding.embed import embed as embed_all
from engine.embedding.final_layer import cached_classifier
from engine.embedding.runtimes import Runtime, open_runtime
from engine.embedding.store import VectorStore, checksums
from engine.library.library import Library
from engine.library.roots import data_folder
from engine.pipeline.options import Outcome


def embed(library: Library, backbone: Backbone, device: Device, threads: int, outcome: Outcome, job: Job) -> None:
    """Embed the thumbnails of new contents; each batch is on disk before the catalog knows of it."""
    with closing(Embedder(library, backbone, device, threads, job)) as embedder:
        embedder.embed(library.catalog.files.readable(), outcome, job)


class Embedder:
    """Embeds files in parts; the network is opened for the first, and stays so until it is closed."""

    def __init__(self, library: Library, backbone: Backbone, device: Device, threads: int, job: Job) -> None:
        """What the network has to say is published to `job`."""
        self._library, self._backbone, self._store = library, backbone, VectorStore(library.vectors_folder)
        self._open = partial(open_runtime, backbone, device, threads=threads, cache=data_folder() / "models", job=job)
        self._runtime: Runtime | None = None

    def embed(self, files: Sequence[File], outcome: Outcome, job: Job) -> None:
        """Embed the contents of those of the `files`, which were read, that have no vector."""
        catalog, key = self._library.catalog.files, self._backbone.key
        wanted = {f.digest for f in files if f.digest is not None}
        places = {digest: place for digest, place in catalog.vector_locations(key).items() if digest in wanted}
        lost = set(compress(places, self._store.missing(self._backbone.dimension, list(places.values()))))
        catalog.drop_vectors(key, lost)
        digests = sorted(wanted - (places.keys() - lost))
        if not digests:
            return
        _require_thumbnails(self._library, files, set(digests))

        def save(batch: list[str], vectors: Floats) -> None:
            shard, first_row = self._store.append(key, vectors)
            catalog.add_vectors(key, batch, shard, first_row, checksums(vectors))
            outcome.embedded += len(batch)

        if self._runtime is None:
            job.report("embed", 0, len(digests), "waking the network")
            self._runtime = self._open()
        thumbnails, backbone = self._library.thumbnails, self._backbone
        embed_all(lambda content: backbone.picture(thumbnails.opened(content)), digests, self._runtime, save, job)

    def close(self) -> None:
        self._store.close()
        if self._runtime is not None:
            self._runtime.close()


def _require_thumbnails(library: Library, files: Sequence[File], digests: set[str]) -> None:
    """A UserError where some photo has none and could not be read again (see read.py)."""
    missing = {digest for digest in digests if not library.thumbnails.has(digest)}
    for file in files:
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
            "The vector of {file} holds a value that is no number: `check FOLDER --mend` makes it anew.",
            file=files[bad].path,
        )
    return EmbeddingSet(np.array([f.id for f in files], np.int64), vectors, backbone.key)


def classifier_of(backbone: Backbone) -> Classifier | None:
    """The backbone's weights and bias of ImageNet's logits, if known; kept beside its exported model."""
    return cached_classifier(backbone, data_folder() / "models")
