"""What reads several tables sees one moment, also where another process commits between two of its statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.clustering.assignment.hierarchy import split
from engine.core.job import Job
from engine.core.records import Clustering, Content, Learned
from engine.edits import Move, new_cluster
from engine.edits.activation import activate, preview
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.library.catalog.catalog import Catalog
from engine.versions.library_cut import load_library_cut

N, K = 12, 3


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The catalog of twelve photos in three clusters, one of them moved by hand."""
    path, ids = tmp_path / "catalog.db", np.arange(1, N + 1)
    catalog = Catalog(path)
    root = catalog.files.add_root("/photos", 1, 2)
    catalog.files.add(root, ((f"{i:02}.jpg", 1, 1) for i in ids))
    catalog.files.set_read([(int(i), f"{i:032x}") for i in ids])
    catalog.files.add_contents(Content(f"{i:032x}", 4, 3) for i in ids)
    labels = np.arange(N) % K
    chances = np.full((N, K), 0.1, np.float32)
    chances[np.arange(N), labels] = 0.8
    codes = np.random.default_rng(0).normal(size=(N, 2)).astype(np.float32) + 9 * labels[:, None].astype(np.float32)
    leaves, parents = split(codes, labels, seed=0, job=Job())
    made = Clustering(ids, labels, chances, ("c1", "c2", "c3"), "dec", {}, 0, "test", codes=codes)
    catalog.clusters.add({"c1": "Dogs", "c2": "Cats", "c3": "Memes"})
    activate(catalog, catalog.clusterings.add(made, "{}", Learned(b"", ids, codes, leaves, parents)), "first")
    History(catalog).do(Move([1], "c2"))
    catalog.close()
    return path


@pytest.fixture
def catalog(path: Path) -> Iterator[Catalog]:
    opened = Catalog(path)
    yield opened
    opened.close()


def shown(catalog: Catalog) -> Any:
    gallery = load_gallery(catalog, "neighbours")
    names = [gallery.clusters[label].name for label in gallery.labels]
    return names, gallery.pinned.tolist(), [(c.name, c.members, c.pins) for c in gallery.clusters]


def told(catalog: Catalog) -> Any:
    return preview(catalog, 1)


def cut(catalog: Catalog) -> Any:
    library_cut = load_library_cut(catalog)
    return (
        library_cut.names,
        library_cut.dendrogram.current_clusters,
        library_cut.dendrogram.corrections,
        library_cut.dendrogram.fresh,
    )


def said(catalog: Catalog) -> Any:
    return catalog.corrections.all()


@pytest.mark.parametrize("read", [shown, told, cut, said])
def test_a_commit_between_two_statements_is_seen_as_a_whole_or_not_at_all(
    catalog: Catalog, path: Path, read: Callable[[Catalog], Any]
) -> None:
    other = Catalog(path)
    history = History(other)
    statements = 0

    def edit() -> None:
        history.do(new_cluster(other, [2, 3, 4], "Mine"))

    def count(_statement: str) -> None:
        nonlocal statements
        statements += 1

    before = read(catalog)
    edit()
    after = read(catalog)
    assert after != before
    history.undo()
    catalog.connection.set_trace_callback(count)
    start = read(catalog)
    total = statements
    assert total > 3
    for place in range(1, total + 1):
        statements = 0

        def commit(_statement: str, place: int = place) -> None:
            nonlocal statements
            statements += 1
            if statements == place:
                history.redo()

        catalog.connection.set_trace_callback(commit)
        assert read(catalog) in (start, after)
        catalog.connection.set_trace_callback(None)
        assert read(catalog) == after
        history.undo()
    other.close()


def test_nothing_is_written_on_what_was_read(catalog: Catalog) -> None:
    with catalog.reading(), pytest.raises(AssertionError):
        catalog.set_setting("a", "b")
    catalog.set_setting("a", "b")  # it is over
    assert catalog.setting("a") == "b"


def test_a_failure_while_reading_ends_it(catalog: Catalog, path: Path) -> None:
    def fail() -> None:
        with catalog.reading():
            catalog.setting("a")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    other = Catalog(path)
    other.set_setting("a", "b")
    other.close()
    assert catalog.setting("a") == "b"


def test_reading_within_a_transaction_sees_what_it_has_written(catalog: Catalog) -> None:
    with catalog.transaction():
        catalog.set_setting("a", "b")
        with catalog.reading(), catalog.reading():
            assert catalog.setting("a") == "b"
        catalog.set_setting("a", "c")
    assert catalog.setting("a") == "c"
