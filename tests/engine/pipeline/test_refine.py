"""A retrain after corrections refines what stands, in a real library: what it proposes, stores and leaves alone."""

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
from engine.core.records import UNSURE, Content, Progress
from engine.edits import Lock, Merge, Move, Reject, Rename, Split, new_cluster
from engine.edits.activation import activate, preview
from engine.edits.flows import Preview
from engine.edits.history import History
from engine.embedding.backbone import Backbone
from engine.embedding.store import VectorStore
from engine.library.library import Library
from engine.pipeline.cluster import cluster
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.versions.library_cut import activate_cut

KINDS, EACH, DIMENSION = 6, 40, 16
CATS = range(1, EACH + 1)  # file ids; kinds 0 and 1, cats and dogs, are near each other
DOGS = range(EACH + 1, 2 * EACH + 1)
BACKBONE = cast(Backbone, SimpleNamespace(key="refined", dimension=DIMENSION, classifier=lambda: None))
LIKE_THE_WINDOW = RetrainPolicy(force=True, propose=True)


@pytest.fixture(params=["kmeans", pytest.param("dec", marks=pytest.mark.slow)])
def method(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def library(tmp_path: Path, method: str) -> Iterator[Library]:
    """Six kinds of forty photos in five clusters: cats and dogs share one."""
    with Library(tmp_path / "library", "a test") as library:
        files = library.catalog.files
        root = files.add_root("/photos", 1, 1)
        files.add(root, [(f"{i:03d}.jpg", 1, 1) for i in range(KINDS * EACH)])
        ids = [f.id for f in files.all()]
        digests = [f"{i:064x}" for i in ids]
        files.add_contents([Content(d, 40, 30) for d in digests])
        files.set_read(list(zip(ids, digests, strict=True)))
        centres = np.eye(KINDS, DIMENSION)
        centres[0] = centres[1] + 0.4 * np.eye(KINDS, DIMENSION)[0]
        vectors = np.repeat(centres, EACH, axis=0)
        vectors += np.random.default_rng(0).normal(0, 0.06, vectors.shape)
        with closing(VectorStore(library.vectors_folder)) as store:
            shard, row = store.append("refined", vectors.astype(np.float32))
        files.add_vectors("refined", digests, shard, row)
        run(library, method, RetrainPolicy())
        assert cluster_of(library, CATS[0]) == cluster_of(library, DOGS[0])
        yield library


def run(library: Library, method: str, policy: RetrainPolicy = LIKE_THE_WINDOW, k: int | None = 5) -> Outcome:
    outcome = Outcome()
    options = OrganiseOptions(k=k, method=method, device="cpu")
    cluster(library, BACKBONE, options, outcome, policy, FitContext(0, "cpu", Job()))
    return outcome


def cluster_of(library: Library, file: int) -> str:
    return where(library)[file]


def where(library: Library) -> dict[int, str]:
    now = library.catalog.clusters.assignments()
    return dict(zip(now.ids.tolist(), now.clusters, strict=True))


def make_cats(library: Library, files: list[int] | None = None) -> str:
    edit = new_cluster(library.catalog, files or [1, 6, 12, 19, 27, 33, 38], "Cats")
    History(library.catalog).do(edit)
    return edit.cluster


def accept(library: Library, outcome: Outcome) -> Preview:
    assert outcome.proposed is not None
    found = preview(library.catalog, outcome.proposed)
    activate(library.catalog, outcome.proposed, "retrain")
    return found


@pytest.mark.parametrize("k", [5, 6, None])
def test_a_pile_that_was_made_grows_by_its_kind_and_nothing_else_moves(library: Library, method: str, k: int) -> None:
    before, cats = where(library), make_cats(library)
    found = accept(library, run(library, method, k=k))
    after = where(library)
    taken = {file for file, cluster in after.items() if cluster == cats}
    assert taken <= set(CATS)
    assert len(taken) > 0.6 * EACH
    assert {f: c for f, c in after.items() if f not in taken} == {f: c for f, c in before.items() if f not in taken}
    assert found.moved == len(taken) - 7
    assert found.new == found.gone == frozenset()


def test_after_a_retrain_there_is_nothing_more_to_train(library: Library, method: str) -> None:
    make_cats(library)
    accept(library, run(library, method))
    assert run(library, method, RetrainPolicy()).trained == 0
    assert run(library, method, RetrainPolicy(keep=True)).trained == 0


def test_one_undo_takes_it_back(library: Library, method: str) -> None:
    make_cats(library)
    before = where(library)
    accept(library, run(library, method))
    assert where(library) != before
    History(library.catalog).undo()
    assert where(library) == before


def test_where_nothing_gets_better_nothing_is_proposed(library: Library, method: str) -> None:
    edits = [Rename(cluster_of(library, 100), "A name of my own"), Lock(cluster_of(library, 200), True)]
    for edit in edits:
        History(library.catalog).do(edit)
        before = where(library)
        outcome = run(library, method)
        assert (outcome.proposed, where(library)) == (None, before)
        assert outcome.in_doubt is not None
        assert run(library, method, RetrainPolicy(force=True)).proposed is None  # nor without a preview
        assert where(library) == before


def test_merged_piles_stay_merged_and_one_less(library: Library, method: str) -> None:
    History(library.catalog).do(Merge(cluster_of(library, 100), cluster_of(library, 200)))
    before = where(library)
    outcome = run(library, method, k=4)
    if outcome.proposed is not None:
        accept(library, outcome)
    assert {where(library)[f] for f in before if before[f] == before[200]} == {before[200]}
    assert len({*where(library).values()}) == 4


def test_what_was_refused_stays_and_teaches(library: Library, method: str) -> None:
    cats = make_cats(library)
    History(library.catalog).do(Reject([2, 3], cats, [(cluster_of(library, 2), 0.9)] * 2))
    accept(library, run(library, method))
    assert {where(library)[2], where(library)[3]} == {where(library)[DOGS[0]]}


def test_the_unsure_stay_unsure_but_for_what_is_taken_in(library: Library, method: str) -> None:
    unsure = [5, 8, 15, 22, 31, 230]  # cats, and one of another kind
    library.catalog.clusters.assign((file, UNSURE, 0.5) for file in unsure)
    cats = make_cats(library)
    accept(library, run(library, method))
    after = where(library)
    assert {after[file] for file in unsure} == {cats, UNSURE}
    assert after[230] == UNSURE
    assert run(library, method, RetrainPolicy()).placed in (None, 0)  # nor are they new photos then
    assert where(library) == after


def test_k_can_be_turned_after_a_retrain_and_the_pile_holds(library: Library, method: str) -> None:
    cats = make_cats(library)
    accept(library, run(library, method))
    grown = [file for file, cluster in where(library).items() if cluster == cats]
    for k in (2, 12, 6):
        activate_cut(library.catalog, k)
        assert {where(library)[f] for f in (1, 6, 12, 19, 27, 33, 38)} == {cats}
    assert len({*where(library).values()}) == 6
    assert [where(library)[f] for f in grown].count(cats) > 0.8 * len(grown)


def test_a_new_fit_leaves_a_pile_to_its_pins_as_well(library: Library, method: str) -> None:
    cats = make_cats(library)
    accept(library, run(library, method, k=9))
    taken = {file for file, cluster in where(library).items() if cluster == cats}
    assert {1, 6, 12, 19, 27, 33, 38} <= taken <= set(CATS)
    assert len({*where(library).values()}) > 5


def test_a_split_is_a_correction_as_well(library: Library, method: str) -> None:
    cluster_id = cluster_of(library, 100)
    here = library.catalog.clusters.members(cluster_id)
    parts = [
        {"id": cluster_id, "name": "One", "files": here[:20], "confidences": [0.9] * 20, "pins": []},
        {"id": "c77", "name": "Other", "files": here[20:], "confidences": [0.9] * (len(here) - 20), "pins": []},
    ]
    History(library.catalog).do(Split(cluster_id, parts))
    before = where(library)
    assert run(library, method).proposed is None
    cats = make_cats(library)
    accept(library, run(library, method))
    after = where(library)
    assert {f: c for f, c in after.items() if c != cats} == {f: c for f, c in before.items() if after[f] != cats}
    now = library.catalog.clusters.assignments()
    sure = dict(zip(now.ids.tolist(), now.confidences.tolist(), strict=True))
    assert sure[here[30]] == pytest.approx(0.9, abs=0.02)  # as before


@pytest.mark.parametrize("corrected", [True, False], ids=["refined", "fitted anew"])
def test_a_split_that_is_made_while_a_retrain_runs_holds(library: Library, method: str, corrected: bool) -> None:
    if corrected:
        make_cats(library)
    cluster_id = cluster_of(library, 100)
    here = library.catalog.clusters.members(cluster_id)
    parts = [
        {"id": cluster_id, "name": "One", "files": here[:20], "confidences": [0.9] * 20, "pins": []},
        {"id": "c77", "name": "Other", "files": here[20:], "confidences": [0.9] * (len(here) - 20), "pins": []},
    ]
    waiting = [Split(cluster_id, parts)]

    def split_once(progress: Progress) -> None:
        if waiting and progress.stage == "cluster" and progress.message not in ("", "reading the vectors"):
            History(library.catalog).do(waiting.pop())

    options = OrganiseOptions(k=5, method=method, device="cpu")
    context = FitContext(0, "cpu", Job(split_once))
    cluster(library, BACKBONE, options, Outcome(), RetrainPolicy(force=True), context)
    assert not waiting
    assert {where(library)[file] for file in here[20:]} == {"c77"}


def test_photos_that_are_gone_or_broken_do_not_hinder_a_retrain(library: Library, method: str) -> None:
    library.catalog.files.mark_gone([3])
    library.catalog.files.set_problems([(9, "It is cut off.")])
    cats = make_cats(library)
    accept(library, run(library, method))
    assert cluster_of(library, CATS[1]) == cats
    run(library, method)  # again


def test_after_a_cut_a_retrain_makes_no_pile_that_holds_for_ever(library: Library, method: str) -> None:
    mine = make_cats(library)
    activate_cut(library.catalog, 3)
    other = new_cluster(library.catalog, [201, 205, 211, 217, 223], "Others")
    History(library.catalog).do(other)
    outcome = run(library, method, k=4)
    if outcome.proposed is not None:
        accept(library, outcome)
    activate_cut(library.catalog, 20)
    assert set(library.catalog.clusters.members(mine)) <= set(CATS)


def test_strays_dragged_home_pin_only_themselves(library: Library, method: str) -> None:
    home = cluster_of(library, 100)
    before = where(library)
    History(library.catalog).do(Move([230, 231, 232, 233], home))
    outcome = run(library, method)
    if outcome.proposed is not None:
        accept(library, outcome)
    after = where(library)
    assert all(after[f] == before[f] for f in range(81, 200))  # home and the others lose nothing
