"""Parts of a split hold together by the hierarchy: k turned down merges the most alike, turned up it divides on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.clustering.assignment.hierarchy import split
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Clustering, Content, Learned
from engine.edits import Lock, Merge, Move, Rename, Split
from engine.edits.activation import activate
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog
from engine.versions.library_cut import activate_cut, load_library_cut

N, K = 120, 4
PLACES = [(0, 0), (0, 2), (9, 0), (0, 14), (16, 16), (0, 16.5)]  # of c1 are the first two, the last is a part of c3
KIND = np.arange(N) % len(PLACES)
CLUSTER = np.array([0, 0, 1, 2, 3, 2])[KIND]


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(entered(tmp_path / "catalog.db")) as opened:
        yield opened


def entered(path: Path) -> Catalog:
    """120 photos at six places in four clusters."""
    opened = Catalog(path)
    ids = np.arange(1, N + 1)
    root = opened.files.add_root("/photos", 1, 2)
    with opened.transaction():
        opened.files.add(root, ((f"{i:03}.jpg", 1, 1) for i in range(N)))
        opened.files.set_read([(i, f"{i:032x}") for i in ids.tolist()])
        opened.files.add_contents(Content(f"{i:032x}", 4, 3) for i in ids.tolist())
    codes = np.array(PLACES)[KIND] + np.random.default_rng(0).normal(0, 0.3, (N, 2))
    codes = codes.astype(np.float32)
    leaves, parents = split(codes, CLUSTER, seed=0, job=Job())
    names = tuple(f"c{i}" for i in range(1, K + 1))
    chances = np.full((N, K), 0.05, np.float32)
    chances[np.arange(N), CLUSTER] += 0.8
    made = Clustering(ids, CLUSTER, chances, names, "dec", {}, 0, "test", codes=codes)
    opened.clusters.add({name: f"Kind-{name}" for name in names})
    activate(opened, opened.clusterings.add(made, "{}", Learned(b"", ids, codes, leaves, parents)), "first")
    return opened


def files(*kinds: int) -> list[int]:
    return [i for i in range(1, N + 1) if KIND[i - 1] in kinds]


def split_c1(catalog: Catalog, *kinds: tuple[int, ...], pins: int = 0, cluster: str = "c1") -> None:
    """Split a cluster into parts of these kinds; an earlier version has pinned some photos of each."""
    split_into(catalog, cluster, *(files(*part) for part in kinds), pins=pins)


def split_into(catalog: Catalog, cluster: str, *photos: list[int], pins: int = 0) -> None:
    ids = [cluster, *catalog.clusters.fresh_ids(len(photos) - 1)]
    parts: list[dict[str, Any]] = [
        {"id": id_, "name": f"Part-{id_}", "files": some, "confidences": [0.9] * len(some), "pins": some[:pins]}
        for id_, some in zip(ids, photos, strict=True)
    ]
    History(catalog).do(Split(cluster, parts))


def piles(catalog: Catalog) -> set[tuple[int, ...]]:
    return {tuple(catalog.clusters.members(c.id)) for c in catalog.clusters.visible()}


def of(*kinds: tuple[int, ...]) -> set[tuple[int, ...]]:
    return {tuple(files(*some)) for some in kinds}


PARTED = of((0,), (1,), (2,), (3, 5), (4,))


def test_what_stands_after_a_split_is_a_cut_and_k_counts_its_parts(catalog: Catalog) -> None:
    split_c1(catalog, (0,), (1,))
    assert piles(catalog) == PARTED
    assert load_library_cut(catalog).least == 1
    activate_cut(catalog, K + 1)
    assert piles(catalog) == PARTED


def test_k_down_after_a_split_merges_the_most_alike_and_empties_no_other_pile(catalog: Catalog) -> None:
    split_c1(catalog, (0,), (1,))
    activate_cut(catalog, K)
    assert piles(catalog) == of((0, 1), (2,), (3, 5), (4,))
    activate_cut(catalog, 2)
    assert len(piles(catalog)) == 2


def test_k_up_after_a_split_divides_on_within_what_stands(catalog: Catalog) -> None:
    split_c1(catalog, (0,), (1,))
    activate_cut(catalog, K + 2)
    assert piles(catalog) == of((0,), (1,), (2,), (3,), (4,), (5,))


def test_a_split_is_there_again_when_k_was_turned_down_and_up(catalog: Catalog) -> None:
    split_c1(catalog, (0,), (1,))
    for k in (2, 1, K + 1):
        activate_cut(catalog, k)
    assert piles(catalog) == PARTED


def test_a_split_that_was_undone_is_no_level_and_done_again_it_is(catalog: Catalog) -> None:
    history = History(catalog)
    split_c1(catalog, (0,), (1,))
    history.undo()
    activate_cut(catalog, K + 1)
    assert piles(catalog) == of((0, 1), (2,), (3,), (4,), (5,))
    history.undo()
    split_c1(catalog, (0,), (1,))
    history.undo()
    history.redo()
    for k in (2, K + 1):
        activate_cut(catalog, k)
    assert piles(catalog) == PARTED


def test_parts_that_were_split_again_are_parts_of_parts(catalog: Catalog) -> None:
    activate_cut(catalog, 1)
    (everything,) = catalog.clusters.visible()
    split_c1(catalog, (0, 1), (2, 3, 4, 5), cluster=everything.id)
    assert piles(catalog) == of((0, 1), (2, 3, 4, 5))
    split_c1(catalog, (0,), (1,), cluster=everything.id)
    for k in (3, 1, 2, K + 1):
        activate_cut(catalog, k)
    assert piles(catalog) == PARTED


def test_what_the_user_names_or_merges_after_a_split_is_whole_at_every_k(catalog: Catalog) -> None:
    history = History(catalog)
    split_c1(catalog, (0,), (1,))
    part = next(c.id for c in catalog.clusters.visible() if c.id not in {f"c{i}" for i in range(1, K + 1)})
    history.do(Rename(part, "Mine"))
    for k in (1, 2, 9):
        activate_cut(catalog, k)
        assert set(catalog.clusters.members(part)) >= set(files(1))
    assert catalog.clusters.members(part) == files(1)
    activate_cut(catalog, K + 1)
    assert piles(catalog) == PARTED
    other = next(c.id for c in catalog.clusters.visible() if catalog.clusters.members(c.id) == files(0))
    history.do(Merge(other, part))
    for k in (K, 9):
        activate_cut(catalog, k)
        assert catalog.clusters.members(part) == files(0, 1)


def test_a_split_that_an_earlier_version_has_pinned_is_undone_and_done_again(catalog: Catalog) -> None:
    history, before = History(catalog), piles(catalog)
    split_c1(catalog, (0,), (1,), pins=5)
    pins = catalog.corrections.all().pins
    assert len(pins) == 10
    history.undo()
    assert (piles(catalog), catalog.corrections.all().pins) == (before, {})
    history.redo()
    assert (piles(catalog), catalog.corrections.all().pins) == (PARTED, pins)
    activate_cut(catalog, K + 1)
    assert piles(catalog) == PARTED
    activate_cut(catalog, 2)
    assert len(piles(catalog)) == load_library_cut(catalog).least == 2


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("nlmpsk"), st.integers(0, 99), st.integers(0, 99)), max_size=7))
def test_what_stands_is_a_cut_whatever_was_done(tmp_path: Path, acts: list[tuple[str, int, int]]) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    with closing(entered(folder / "catalog.db")) as catalog:
        for number, (act, one, other) in enumerate(acts):
            do(catalog, act, one, other, number)
            k = len(catalog.clusters.visible())
            before = piles(catalog)
            cuts = load_library_cut(catalog)
            assert cuts.least <= k <= cuts.most
            for tried in (k, cuts.least, cuts.most):
                activate_cut(catalog, tried)
                assert len(catalog.clusters.visible()) == tried
                assert tried != k or piles(catalog) == before
                History(catalog).undo()
                assert piles(catalog) == before
            if cuts.least > 1:
                with pytest.raises(UserError, match=f"choose {cuts.least}"):
                    activate_cut(catalog, cuts.least - 1)


def do(catalog: Catalog, act: str, one: int, other: int, number: int) -> None:
    """Name, lock, merge, put a photo into, split a cluster, or turn k; what cannot be done is not."""
    history, clusters = History(catalog), [c for c in catalog.clusters.visible() if c.members]
    first, second = clusters[one % len(clusters)], clusters[other % len(clusters)]
    members = catalog.clusters.members(first.id)
    if act == "n":
        history.do(Rename(first.id, f"Mine {number}"))
    elif act == "l":
        history.do(Lock(first.id, True))
    elif act == "m" and first.id != second.id:
        history.do(Merge(first.id, second.id))
    elif act == "p":
        history.do(Move([members[other % len(members)]], second.id))
    elif act == "s" and len(members) > 1:
        cut = 1 + other % (len(members) - 1)
        split_into(catalog, first.id, members[:cut], members[cut:])
    elif act == "k":
        cuts = load_library_cut(catalog)
        activate_cut(catalog, cuts.least + one % (cuts.most - cuts.least + 1))
