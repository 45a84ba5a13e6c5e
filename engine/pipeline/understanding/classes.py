"""Part "classes": which of ImageNet's classes each photo most likely shows, by which words find it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import islice

import numpy as np

from engine.clustering.features import Classifier
from engine.core.job import Job
from engine.core.records import Floats
from engine.embedding.backbone import Backbone
from engine.embedding.store import VectorStore
from engine.library.catalog.understanding.class_table import TOP, Tops
from engine.library.library import Library
from engine.pipeline.embed import classifier_of

BLOCK = 2048  # photos at once: their logits take 8 MB


class Classes:
    """One matrix product on the vectors that are stored: a hundred thousand photos take seconds.

    A backbone without a classifier has no classes, and nothing is ever pending.
    """

    def __init__(self, backbone: Backbone) -> None:
        self.backbone = backbone
        self.name = "classes"
        self.key = backbone.key

    def pending(self, library: Library) -> list[str]:
        """Digests of readable photos that have a vector and no classes of this backbone."""
        with library.catalog.reading():
            known = library.catalog.classes.known(self.key)
            places = library.catalog.files.vector_locations(self.key)
            readable = dict.fromkeys(file.digest for file in library.catalog.files.readable())
        missing = [digest for digest in readable if digest in places and digest not in known]
        return missing if not missing or classifier_of(self.backbone) is not None else []

    def run(self, library: Library, digests: list[str], workers: int, job: Job) -> None:
        """Look at these contents, on one thread whatever `workers` says. Reports "classes"."""
        classifier = classifier_of(self.backbone)
        if classifier is None:
            return
        places = library.catalog.files.vector_locations(self.key)
        wanted = [digest for digest in digests if digest in places]
        job.report(self.name, 0, len(wanted))
        done = 0
        with closing(VectorStore(library.vectors_folder)) as store:
            for block in _blocks(wanted):
                found = [places[digest] for digest in block]
                lost = store.missing(self.backbone.dimension, found)  # the next run of `embed` makes them again
                block = [digest for digest, gone in zip(block, lost.tolist(), strict=True) if not gone]
                if block:
                    vectors = store.gather(self.backbone.dimension, [places[digest] for digest in block])
                    library.catalog.classes.save(self.key, tops_of(block, vectors, classifier))
                done += len(found)
                job.report(self.name, done, len(wanted))


def tops_of(digests: list[str], vectors: Floats, classifier: Classifier) -> Tops:
    """The likeliest classes of `vectors` (m, d), with their softmax."""
    weights, bias = classifier
    logits = vectors @ weights.T + bias
    logits -= logits.max(axis=1, keepdims=True)
    exponentials = np.exp(logits, out=logits)
    shares = exponentials / exponentials.sum(axis=1, keepdims=True)
    best = np.argpartition(-shares, TOP - 1, axis=1)[:, :TOP]
    order = np.argsort(-np.take_along_axis(shares, best, axis=1), axis=1, kind="stable")
    best = np.take_along_axis(best, order, axis=1)
    return Tops(digests, best.astype(np.uint16), np.take_along_axis(shares, best, axis=1).astype(np.float16))


def _blocks(digests: list[str]) -> Iterator[list[str]]:
    rest = iter(digests)
    while block := list(islice(rest, BLOCK)):
        yield block
