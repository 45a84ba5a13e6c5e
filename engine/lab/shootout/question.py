"""What the methods are asked: the vectors of a library, and who judges what they make of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.clustering.features import Preparation
from engine.clustering.number.choose_k import MOST_CLUSTERS, choose_k
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Device, Floats
from engine.embedding.backbone import Backbone
from engine.lab.shootout.compare import Question
from engine.library.library import Library
from engine.pipeline.embed import classifier_of, embedding_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants compared: `k` clusters (None: as many as the program would choose), by folders or not."""

    k: int | None
    seeds: tuple[int, ...]
    by_folders: bool = False


def question_of(library: Library, backbone: Backbone, asked: Asked, device: Device, job: Job) -> Question:
    """All photos of a library that are embedded, their vectors as `organise` clusters them."""
    embedding = embedding_of(library, backbone)
    if not len(embedding.ids):
        raise UserError("None of the pictures there could be read.")
    with library.catalog.reading():
        corrections = library.catalog.corrections.all()
        folder_of = {f.id: (f.root, f.path.rpartition("/")[0]) for f in library.catalog.files.readable()}
    _, vectors = Preparation.fit(embedding.vectors, classifier_of(backbone))
    k = _chosen_k(vectors, asked, job) if asked.k is None else asked.k
    if k > len(vectors):
        raise UserError("k = {k} is more than the {count:,} photos that could be read.", k=k, count=len(vectors))
    folders = None
    if asked.by_folders:
        numbers = {folder: number for number, folder in enumerate(sorted(set(folder_of.values())))}
        folders = np.array([numbers[folder_of[id_]] for id_ in embedding.ids.tolist()])
    return Question(embedding.ids, vectors, k, asked.seeds, device, corrections, folders)


def _chosen_k(vectors: Floats, asked: Asked, job: Job) -> int:
    n = len(vectors)
    return choose_k(vectors, 2, min(MOST_CLUSTERS, n - 1), seed=asked.seeds[0], job=job)[0] if n > 3 else 1
