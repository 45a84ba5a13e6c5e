"""A cluster is split by clustering it alone: undoable, and the parts hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from engine.core.errors import UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Cluster, Content, Progress
from engine.edits import Lock, Move, Reject, Rename, new_cluster
from engine.edits.history import History
from engine.embedding.backbone import Backbone
from engine.embedding.store import VectorStore
from engine.library.library import Library
from engine.pipeline.cluster import cluster as retrain
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.versions.split import split

DIMENSION = 8
BACKBONE = cast(Backbone, SimpleNamespace(key="test", dimension=DIMENSION, classifier=lambda: None))
KINDS = {1: range(1, 13), 2: range(13, 21), 3: range(21, 25)}  # file ids of three kinds in Pets; 25 to 28 are Memes


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", "a test") as library:
        files = library.catalog.files
        root = files.add_root("/photos", 1, 1)
        files.add(root, [(f"{i:02d}.jpg", 1, 1) for i in range(28)])
        ids = [f.id for f in files.all()]
        digests = [f"{i:064x}" for i in ids]
        files.add_contents([Content(d, 40, 30) for d in digests])
        files.set_read(list(zip(ids, digests, strict=True)))
        kind = np.array([next((k for k, some in KINDS.items() if i in some), 4) for i in ids])
        vectors = np.eye(DIMENSION, dtype=np.float32)[kind]
        vectors += np.random.default_rng(0).normal(0, 0.05, vectors.shape).astype(np.float32)
        with closing(VectorStore(library.vectors_folder)) as store:
            shard, first = store.append("test", vectors)
        files.add_vectors("test", digests, shard, first)
        library.catalog.clusters.add({"c1": "Pets", "c2": "Memes"})
        library.catalog.clusters.assign((i, "c1" if i < 25 else "c2", 0.9) for i in ids)
        yield library


def cut(library: Library, parts: int | None = 3, cluster: str = "c1", job: Job | None = None) -> int:
    return split(library, BACKBONE, cluster, parts, OrganiseOptions(method="kmeans", device="cpu"), job or Job())


def meanwhile(do: Callable[[], object]) -> Job:
    """A job during which somebody does this, once, while names are looked for."""
    left = [do]

    def on_progress(progress: Progress) -> None:
        if progress.message == "names" and left:
            left.pop()()

    return Job(on_progress)


def members(library: Library) -> dict[str, list[int]]:
    return {c.id: library.catalog.clusters.members(c.id) for c in library.catalog.clusters.visible()}


def test_the_kinds_come_apart_and_the_largest_keeps_id_and_name(library: Library) -> None:
    assert cut(library) == 3
    found = members(library)
    assert found.pop("c2") == [25, 26, 27, 28]
    assert sorted(found.values()) == [list(some) for some in KINDS.values()]
    assert found["c1"] == list(KINDS[1])
    assert library.catalog.clusters.get("c1").name == "Pets"
    assert len({c.name for c in library.catalog.clusters.visible()}) == 4


def test_undo_puts_all_back_and_redo_splits_again(library: Library) -> None:
    before = members(library)
    cut(library)
    after, history = members(library), History(library.catalog)
    assert str(history.undo_label) == "split Pets into 3"
    history.undo()
    assert members(library) == before
    assert library.catalog.corrections.all().pins == {}
    history.redo()
    assert members(library) == after


def test_nothing_is_pinned_by_a_split(library: Library) -> None:
    cut(library)
    assert library.catalog.corrections.all().pins == {}
    assert not any(c.anchor for c in library.catalog.clusters.visible())


def test_what_the_user_placed_moves_on_with_its_part(library: Library) -> None:
    History(library.catalog).do(Move([25, 21, 22, 23, 24], "c1"))  # a meme among the smallest kind of pets
    cut(library)
    homes, pins = members(library), library.catalog.corrections.all().pins
    assert set(homes["c1"]) >= set(KINDS[3])  # most of what was placed: it keeps the name
    assert {pins[f] for f in KINDS[3]} == {"c1"}
    assert pins[25] in homes
    assert 25 in homes[pins[25]]


def test_the_parts_of_a_locked_cluster_are_locked_until_it_is_undone(library: Library) -> None:
    history = History(library.catalog)
    history.do(Lock("c1", True))
    before = library.catalog.clusters.visible()
    cut(library, 2)
    after = library.catalog.clusters.visible()
    assert len([c for c in after if c.locked]) == 2
    assert set(library.catalog.corrections.all().pins) == set(range(1, 25))
    history.undo()
    assert library.catalog.clusters.visible() == before
    history.redo()
    assert library.catalog.clusters.visible() == after


def test_how_many_there_are_is_found_out(library: Library) -> None:
    assert cut(library, None) >= 2


@pytest.mark.parametrize(
    ("cluster", "parts", "sentence"),
    [("c2", 5, "Memes holds 4 photos"), ("c9", 2, "no cluster 'c9'")],
)
def test_what_cannot_be_split_is_said(library: Library, cluster: str, parts: int, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        cut(library, parts, cluster)


def test_the_parts_are_numbered_on_beside_clusters_that_are_numbered(library: Library) -> None:
    library.catalog.clusters.put(Cluster("c1", "Group 1"))
    library.catalog.clusters.put(Cluster("c2", "Group 2"))
    cut(library)
    assert {c.name for c in library.catalog.clusters.visible()} == {"Group 1", "Group 2", "Group 3", "Group 4"}


def test_copies_cannot_be_told_apart(library: Library) -> None:
    places: Any = library.catalog.files.vector_locations("test")
    digests = [f.digest for f in library.catalog.files.readable() if f.id >= 25]
    library.catalog.files.drop_vectors("test", digests)
    shard, row = places[digests[0]]
    for digest in digests:
        library.catalog.files.add_vectors("test", [digest], shard, row)
    with pytest.raises(UserError, match="too much alike"):
        cut(library, 2, "c2")
    assert not History(library.catalog).undo_label


def test_a_cluster_made_during_a_retrain_is_not_filled_with_what_the_retrain_has_found(library: Library) -> None:
    catalog = library.catalog
    job = meanwhile(lambda: History(catalog).do(new_cluster(catalog, [1], "Grandma")))
    options, context = OrganiseOptions(k=4, method="kmeans"), FitContext(0, "cpu", job)
    retrain(library, BACKBONE, options, Outcome(), RetrainPolicy(force=True), context)
    found = {c.name: catalog.clusters.members(c.id) for c in catalog.clusters.visible()}
    assert found.pop("Grandma") == [1]
    assert sum(map(len, found.values())) == 27
    assert len(found) == 4


def test_what_the_user_says_while_a_cluster_is_split_holds(library: Library) -> None:
    catalog, history = library.catalog, History(library.catalog)

    def say() -> None:
        history.do(Move([1], "c2"))
        history.do(Reject([2], "c1", [("c2", 0.5)]))
        history.do(Move([12], "c1"))
        history.do(new_cluster(catalog, [13], "Grandma"))
        history.do(Rename("c1", "Animals"))

    cut(library, job=meanwhile(say))
    homes = members(library)
    assert {1, 2} <= set(homes["c2"])
    assert catalog.corrections.all().pins[1] == "c2"
    assert homes["c1"] == list(KINDS[1])[2:]
    assert catalog.corrections.pin_of(12) == "c1"
    assert {c.name: homes[c.id] for c in catalog.clusters.visible()}["Grandma"] == [13]
    assert len(homes) == 5
    assert len({c.name for c in catalog.clusters.visible()}) == 5
    assert str(history.undo_label) == "split Animals into 3"
    history.undo()
    assert set(members(library)["c1"]) == set(range(3, 25)) - {13}


def test_a_cluster_that_was_emptied_while_it_was_split_is_left_alone(library: Library) -> None:
    job = meanwhile(lambda: History(library.catalog).do(Move(list(range(1, 21)), "c2")))
    with pytest.raises(UserError, match="Pets has changed"):
        cut(library, job=job)
    assert members(library)["c1"] == list(KINDS[3])
