"""The catalog does not grow with what nobody can see any more: models of old fits, used snapshots, duplicate codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.clustering.assignment.hierarchy import split
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Clustering, Content, Learned
from engine.edits.activation import activate, preview
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.clustering_table import KEPT
from engine.versions.library_cut import activate_cut, load_library_cut

N, K = 2_000, 5
MODEL = 400_000  # bytes


def enter(catalog: Catalog) -> None:
    root = catalog.files.add_root("/photos", 1, 2)
    with catalog.transaction():
        catalog.files.add(root, ((f"{i:05}.jpg", 1, 1) for i in range(N)))
        catalog.files.set_read([(i, f"{i:032x}") for i in range(1, N + 1)])
        catalog.files.add_contents(Content(f"{i:032x}", 4, 3) for i in range(1, N + 1))
        catalog.clusters.add({f"c{i}": f"Kind-{i}" for i in range(1, K + 1)})


def fit(catalog: Catalog, seed: int) -> int:
    """Keep what a training makes, as pipeline/cluster.py does; its id."""
    random = np.random.default_rng(seed)
    labels = random.integers(K, size=N)
    codes = (random.normal(size=(N, 4)) + 9 * labels[:, None]).astype(np.float32)
    chances = np.full((N, K), 0.05, np.float32)
    chances[np.arange(N), labels] = 0.8
    ids = np.arange(1, N + 1)
    leaves, parents = split(codes, labels, seed=0, job=Job())
    names = tuple(f"c{i}" for i in range(1, K + 1))
    made = Clustering(ids, labels, chances, names, "dec", {}, seed, "test", codes=codes)
    with catalog.transaction():
        id_ = catalog.clusterings.add(made, "{}", Learned(random.bytes(MODEL), ids, codes, leaves, parents))
        catalog.clusterings.forget_unused()
    catalog.shrink()
    return id_


def retrain(catalog: Catalog, seed: int) -> int:
    id_ = fit(catalog, seed)
    activate(catalog, id_, "retrain")
    return id_


def active_state(catalog: Catalog) -> Any:
    now, current = catalog.clusters.assignments(), catalog.clusterings.current()
    return now.ids.tolist(), now.clusters, now.confidences.tolist(), current and current[0]


def size(catalog: Catalog) -> int:
    """Bytes of the file, with what was written last."""
    catalog.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return catalog.path.stat().st_size


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog(tmp_path / "catalog.db")
    enter(opened)
    yield opened
    opened.close()


def test_retrains_leave_the_clusters_and_not_the_models(catalog: Catalog) -> None:
    states = []
    for seed in range(KEPT + 6):
        retrain(catalog, seed)
        states.append(active_state(catalog))
    with_model = [k.id for k in catalog.clusterings.kept() if catalog.clusterings.learned(k.id) is not None]
    assert with_model == [k.id for k in catalog.clusterings.kept()][: len(with_model)]
    assert len(with_model) == KEPT
    full = size(catalog)
    for seed in range(20, 23):
        retrain(catalog, seed)
    assert (size(catalog) - full) / 3 < MODEL / 2
    for _ in range(3):
        History(catalog).undo()
    for state in reversed(states[:-1]):  # the first is made without an edit: none was active before
        History(catalog).undo()
        assert active_state(catalog) == state
        assert catalog.clusterings.active() is not None
    assert not History(catalog).undo_label


def test_an_old_clustering_is_activated_and_needs_a_training_before_it_is_cut(catalog: Catalog) -> None:
    first = retrain(catalog, 0)
    state_before = active_state(catalog)
    for seed in range(1, KEPT + 3):
        retrain(catalog, seed)
    assert preview(catalog, first).moved
    activate(catalog, first, "back")
    assert active_state(catalog) == state_before
    with pytest.raises(UserError, match="retrain them once"):
        load_library_cut(catalog)


def test_the_active_clustering_keeps_its_model_whatever_is_proposed(catalog: Catalog) -> None:
    retrain(catalog, 0)
    activate_cut(catalog, K + 1)
    for seed in range(1, 2 * KEPT):
        fit(catalog, seed)
    assert load_library_cut(catalog).most > K
    assert len(catalog.clusterings.kept()) == KEPT + 2


def test_undo_and_redo_leave_nothing_behind(catalog: Catalog) -> None:
    retrain(catalog, 0)
    retrain(catalog, 1)
    history = History(catalog)
    history.undo()
    history.redo()
    before, state_before = size(catalog), active_state(catalog)
    for _ in range(30):
        history.undo()
        history.redo()
    assert active_state(catalog) == state_before
    assert size(catalog) == before
    assert snapshots(catalog) == 1


def test_an_edit_after_an_undo_drops_what_could_be_done_again(catalog: Catalog) -> None:
    retrain(catalog, 0)
    for seed in range(1, 5):
        retrain(catalog, seed)
    for _ in range(3):
        History(catalog).undo()
    retrain(catalog, 5)
    assert snapshots(catalog) == 2


def snapshots(catalog: Catalog) -> int:
    return int(catalog.connection.execute("SELECT COUNT(*) FROM snapshots").fetchone()[0])


def test_a_cut_has_the_codes_of_its_fit_and_stores_none(catalog: Catalog) -> None:
    made = catalog.clusterings.get(retrain(catalog, 0))
    assert made.codes is not None
    for k in (K + 1, K + 2, K - 1):
        activate_cut(catalog, k)
        cut = catalog.clusterings.active()
        assert cut is not None
        assert cut.base is not None
        assert np.array_equal(cut.codes, made.codes)  # type: ignore[arg-type]
    stored = catalog.connection.execute("SELECT COUNT(*) FROM clusterings WHERE codes IS NOT NULL").fetchone()
    assert stored == (1,)


def test_a_cut_that_did_not_stand_when_photos_came_has_the_codes_of_its_own(catalog: Catalog) -> None:
    id_ = retrain(catalog, 0)
    activate_cut(catalog, K + 1)
    cut = catalog.clusterings.active()
    made, learned = catalog.clusterings.get(id_), catalog.clusterings.learned(id_)
    assert cut is not None
    assert learned is not None
    assert made.codes is not None
    History(catalog).undo()
    grown = Clustering(
        np.append(made.ids, N + 1), np.append(made.labels, 0), np.vstack([made.probabilities, made.probabilities[:1]]),
        made.cluster_ids, "dec", {}, 0, "test", codes=np.vstack([made.codes, made.codes[:1]]), placed=1,
    )  # fmt: skip
    catalog.clusterings.extend(id_, grown)
    History(catalog).redo()
    again = catalog.clusterings.active()
    assert again is not None
    assert np.array_equal(again.ids, cut.ids)
    assert np.array_equal(again.codes, made.codes)  # type: ignore[arg-type]


def test_the_file_of_an_earlier_version_shrinks_with_the_first_retrain(tmp_path: Path, catalog: Catalog) -> None:
    retrain(catalog, 0)
    with catalog.transaction() as connection:
        for _ in range(2 * KEPT):  # as an earlier version has left them
            connection.execute("INSERT INTO snapshots SELECT NULL, 1, ids, '[]', labels, labels FROM clusterings")
            connection.execute("UPDATE snapshots SET files = zeroblob(?)", (MODEL,))
    path = tmp_path / "old.db"
    catalog.close()
    with sqlite3.connect(catalog.path) as old:
        old.execute("PRAGMA journal_mode = DELETE")
        old.execute("PRAGMA auto_vacuum = NONE")
        old.execute("VACUUM INTO ?", (str(path),))
    old.close()
    opened = Catalog(path)
    before, state_before = size(opened), active_state(opened)
    assert before > KEPT * MODEL
    fit(opened, 1)
    assert size(opened) < before / 2
    assert active_state(opened) == state_before
    for seed in range(2, 3 * KEPT):
        fit(opened, seed)
    assert opened.connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert opened.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    opened.close()
