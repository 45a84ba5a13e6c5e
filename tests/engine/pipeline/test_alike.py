"""On first sight no two clusters are alike where k was automatic; a k that was asked for is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Content
from engine.edits import Rename
from engine.edits.history import History
from engine.embedding.backbone import Backbone
from engine.embedding.store import VectorStore
from engine.library.library import Library
from engine.pipeline.assign_new import assign_new
from engine.pipeline.cluster import cluster
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy

KEY = "with-a-classifier"  # its last layer is kept by this key, beside those of other tests
N, DIMENSION = 160, 8
WEB_SITE, HAMMER, TENCH = 916, 587, 0
MIDDLES = np.array(
    [[1, 0, 0, 0], [1, 0.4, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], np.float32
)  # two of screens, side by side


def classifier() -> tuple[np.ndarray, np.ndarray]:
    weights, bias = np.zeros((1000, DIMENSION), np.float32), np.full(1000, -9, np.float32)
    weights[WEB_SITE, 0], weights[HAMMER, 2], weights[TENCH, 3] = 20, 20, 20
    return weights, bias


BACKBONE = cast(Backbone, SimpleNamespace(key=KEY, dimension=DIMENSION, classifier=classifier))


def enter(library: Library, first: int, count: int) -> list[int]:
    """Read and embed so many photos more, of the four in turn; their ids."""
    files = library.catalog.files
    root = files.add_root("/photos", 1, 1) if first == 0 else 1
    files.add(root, [(f"{i:03d}.jpg", 1, 1) for i in range(first, first + count)])
    ids = [f.id for f in files.all()][first:]
    digests = [f"{i:064x}" for i in ids]
    files.add_contents([Content(d, 40, 30) for d in digests])
    files.set_read(list(zip(ids, digests, strict=True)))
    vectors = np.zeros((count, DIMENSION), np.float32)
    vectors[:, :4] = MIDDLES[np.arange(count) % 4]
    vectors += np.random.default_rng(first).normal(0, 0.04, vectors.shape).astype(np.float32)
    with closing(VectorStore(library.vectors_folder)) as store:
        shard, row = store.append(KEY, vectors)
    files.add_vectors(KEY, digests, shard, row)
    return ids


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", "a test") as library:
        enter(library, 0, N)
        yield library


def train(library: Library, k: int | None, method: str = "dec") -> None:
    options = OrganiseOptions(k=k, method=method, device="cpu")
    cluster(library, BACKBONE, options, Outcome(), RetrainPolicy(force=True), FitContext(0, "cpu", Job()))


def kinds(library: Library) -> dict[str, set[int]]:
    """Which of the four are in each cluster, by its name."""
    clusters = library.catalog.clusters
    return {c.name: {(f - 1) % 4 for f in clusters.members(c.id)} for c in clusters.visible()}


@pytest.mark.parametrize("method", ["dec", "kmeans"])
def test_two_piles_of_screens_are_one_where_k_was_automatic(library: Library, method: str) -> None:
    train(library, None, method)
    assert kinds(library) == {"Screens": {0, 1}, "Hammers": {2}, "Tenches": {3}}
    new = enter(library, N, 4)
    current = library.catalog.clusterings.current()
    assert current is not None
    assert assign_new(library, BACKBONE, current[0], Outcome(), Job())
    assert {f: name for name, found in kinds(library).items() for f in found} == dict.fromkeys((0, 1), "Screens") | {
        2: "Hammers",
        3: "Tenches",
    }
    assert {f.id for f in library.catalog.files.readable()} >= set(new)


def test_a_k_that_was_asked_for_is_kept(library: Library) -> None:
    train(library, 4)
    assert sorted(map(sorted, kinds(library).values())) == [[0], [1], [2], [3]]


def test_what_the_user_has_sorted_is_not_joined(library: Library) -> None:
    train(library, 4)
    one = next(c for c in library.catalog.clusters.visible() if c.name.startswith("Web sites") or "Screens" in c.name)
    History(library.catalog).do(Rename(one.id, "Mine"))
    train(library, None)
    assert sorted(map(sorted, kinds(library).values())) == [[0], [1], [2], [3]]
