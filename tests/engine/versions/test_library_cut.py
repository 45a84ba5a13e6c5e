"""Turning k: what stands is cut anew at once, ids and names follow their clusters, and what was said holds."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.clustering.assignment.hierarchy import split
from engine.clustering.naming.appearance import LENGTH
from engine.clustering.naming.kinds import CLASSES, kinds
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import UNSURE, Cluster, Clustering, Content, Learned
from engine.core.unique_names import without_number
from engine.edits import Lock, Merge, Move, Pair, Reject, Rename
from engine.edits.activation import activate
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.library.catalog.catalog import Catalog
from engine.pipeline.options import OrganiseOptions
from engine.versions.library_cut import activate_cut, load_library_cut
from tests.engine.phone import Phone

N, K = 240, 6
HAMMER = 587  # of ImageNet's classes


def enter(catalog: Catalog, n: int, k: int, *, codes: bool = True) -> None:
    """A library of n photos in k clusters, `clustering` of which is what a fit has left."""
    random = np.random.default_rng(0)
    root = catalog.files.add_root("/photos", 1, 2)
    with catalog.transaction():
        catalog.files.add(root, ((f"{i:05}.jpg", 1, 1) for i in range(n)))
        catalog.files.set_read([(i, f"{i:032x}") for i in range(1, n + 1)])
        catalog.files.add_contents(Content(f"{i:032x}", 4, 3) for i in range(1, n + 1))
    labels = np.arange(n) % k
    places = random.normal(size=(n, 10)).astype(np.float32) + (random.normal(size=(k, 10)) * 4)[labels]
    places = places.astype(np.float32)
    chances = np.full((n, k), 0.2 / k, np.float32)
    chances[np.arange(n), labels] += 0.8
    names = tuple(f"c{i}" for i in range(1, k + 1))
    ids = np.arange(1, n + 1)
    leaves, parents = split(places, labels, seed=0, job=Job())
    made = Clustering(ids, labels, chances, names, "dec", {}, 0, "test", codes=places if codes else None)
    learned = Learned(b"", ids, places, leaves, parents)
    catalog.clusters.add({name: f"Kind-{name[1:]}" for name in names})
    activate(catalog, catalog.clusterings.add(made, "{}", learned), "first")


@pytest.fixture(params=[True, False], ids=["codes", "sights"])
def catalog(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Catalog]:
    opened = Catalog(tmp_path / "catalog.db")
    enter(opened, N, K, codes=request.param)
    yield opened
    opened.close()


def homes(catalog: Catalog) -> dict[int, str]:
    standing = catalog.clusters.assignments()
    return dict(zip(standing.ids.tolist(), standing.clusters, strict=True))


def nested(fine: dict[int, str], coarse: dict[int, str]) -> bool:
    return len(set(zip(fine.values(), (coarse[f] for f in fine), strict=True))) == len(set(fine.values()))


def test_the_k_that_stands_changes_nothing_and_others_are_nested(catalog: Catalog) -> None:
    before = homes(catalog)
    cuts = {}
    for k in (3, K, 11):
        activate_cut(catalog, k)
        cuts[k] = homes(catalog)
        assert len(set(cuts[k].values())) == k
    assert cuts[K] == before
    assert nested(cuts[11], cuts[K])
    assert nested(cuts[K], cuts[3])
    assert str(History(catalog).undo_label) == "cut into 11 clusters"
    for _ in cuts:
        History(catalog).undo()
    assert homes(catalog) == before


def test_a_cluster_that_is_divided_keeps_its_name_in_what_is_most_of_it(catalog: Catalog) -> None:
    activate_cut(catalog, K + 1)
    clusters = {c.id: c for c in catalog.clusters.visible()}
    assert {clusters[f"c{i}"].name for i in range(1, K + 1)} == {f"Kind-{i}" for i in range(1, K + 1)}
    (new,) = clusters.keys() - {f"c{i}" for i in range(1, K + 1)}
    assert clusters[new].name == "Group 1"  # nothing is known of what it shows
    made = catalog.clusterings.active()
    assert made is not None
    np.testing.assert_allclose(made.probabilities.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(made.probabilities.argmax(axis=1), made.labels)


WORDS = {HAMMER: "Hammers", 0: "Tenches", 398: "Abacuses", 162: "Beagles", 850: "Teddy bears", 407: "Ambulances"}


def show(catalog: Catalog) -> list[str]:
    """Let cluster c1 … show one kind each, and be called by that; the words in turn."""
    made, learned = catalog.clusterings.get(1), catalog.clusterings.learned(1)
    assert learned is not None
    assert learned.evidence is None  # as an earlier version has left it
    evidence = np.zeros((len(learned.parents), CLASSES + LENGTH), np.float32)
    evidence[np.arange(len(learned.parents)), np.array(list(WORDS))[learned.parents]] = 0.9
    second = catalog.clusterings.add(made, "{}", dataclasses.replace(learned, evidence=evidence))
    activate(catalog, second, "again")
    kept = catalog.clusterings.learned(second)
    assert kept is not None
    np.testing.assert_allclose(np.asarray(kept.evidence), evidence, atol=1e-3)
    for number, word in enumerate(WORDS.values(), 1):
        catalog.clusters.put(Cluster(f"c{number}", word))
    return list(WORDS.values())


def test_turned_down_and_up_again_clusters_are_called_by_what_they_show(catalog: Catalog) -> None:
    words, table = show(catalog), kinds()
    for k in (2, 16, 3, 25):
        activate_cut(catalog, k)
        clusters = catalog.clusters.visible()
        assert len(clusters) == k
        for cluster in clusters:
            shown = [list(WORDS)[(file - 1) % K] for file in catalog.clusters.members(cluster.id)]
            word = without_number(cluster.name).partition(", ")[0]
            assert word == "Drawings" or table.members[shown, table.names.index(word)].any(), (cluster.name, shown)
        names = {c.name for c in clusters}
        for word, count in Counter(without_number(name) for name in names).items():  # with no number left out
            assert {word, *(f"{word} {number}" for number in range(2, count + 1))} <= names
    activate_cut(catalog, K)
    assert sorted(c.name for c in catalog.clusters.visible()) == sorted(words)
    assert {c.id for c in catalog.clusters.visible()} == {f"c{i}" for i in range(1, K + 1)}


def test_the_users_name_stays_whatever_k_is(catalog: Catalog) -> None:
    words = show(catalog)
    History(catalog).do(Rename("c1", "Mine"))
    for k in (2, 16, 3, 25, K):
        activate_cut(catalog, k)
        (mine,) = [c for c in catalog.clusters.visible() if c.name == "Mine"]
        assert mine.id == "c1"
        assert set(range(1, N, K)) <= set(catalog.clusters.members("c1"))
        assert words[0] not in {c.name for c in catalog.clusters.visible()}


def test_a_name_for_a_coarse_cut_stays_with_what_it_was_given_to(catalog: Catalog) -> None:
    activate_cut(catalog, 2)
    named = catalog.clusters.visible()[0].id
    members = catalog.clusters.members(named)
    History(catalog).do(Rename(named, "Mine"))
    for k in (9, K):
        activate_cut(catalog, k)
        assert catalog.clusters.members(named) == members
        assert len(catalog.clusters.visible()) == k


def test_a_cluster_whose_name_another_has_by_now_does_not_come_back_under_it(catalog: Catalog) -> None:
    activate_cut(catalog, 2)
    kept = {c.id: c.name for c in catalog.clusters.visible()}
    gone = next(c for c in catalog.clusters.all() if c.id not in kept and not c.unsure)
    History(catalog).do(Rename(min(kept), gone.name))
    activate_cut(catalog, K)
    names = [c.name for c in catalog.clusters.visible()]
    assert len(names) == len(set(names)) == K


def test_what_was_said_holds_on_every_level_and_k_below_the_anchors_is_refused(catalog: Catalog) -> None:
    history = History(catalog)
    for edit in (
        Rename("c1", "Mine"),
        Lock("c2", True),
        Move([3, 4, 5], "c1"),
        Merge("c6", "c5"),
        Reject([10], "c4", [("c3", 0.5)]),
        Pair(7, 8, "together"),
        Pair(1, 13, "apart"),
    ):
        history.do(edit)
    locked = set(catalog.clusters.members("c2"))
    merged = set(catalog.clusters.members("c5"))
    for k in (3, 4, 9, 30):
        activate_cut(catalog, k)
        now = homes(catalog)
        assert len(set(now.values())) in (k, k + 1, k - 1)  # a pair that keeps apart may need or empty a cluster
        assert {now[i] for i in (3, 4, 5)} == {"c1"}
        assert {now[i] for i in locked} == {"c2"}
        assert {now[i] for i in merged} == {"c5"}
        assert now[10] != "c4"
        assert now[7] == now[8]
        assert now[1] != now[13]
        assert next(c.name for c in catalog.clusters.visible() if c.id == "c1") == "Mine"
    with pytest.raises(UserError, match="k = 2 is less than the 3 clusters"):
        activate_cut(catalog, 2)
    assert load_library_cut(catalog).least == 3
    with pytest.raises(UserError, match="at most"):
        activate_cut(catalog, 10_000)


def test_the_unsure_wait_on(catalog: Catalog) -> None:
    catalog.clusters.assign([(i, UNSURE, 0.3) for i in (1, 2, 3)])
    for k in (3, 9):
        activate_cut(catalog, k)
        assert catalog.clusters.members(UNSURE) == [1, 2, 3]
        assert len(catalog.clusters.visible()) == k + 1


def test_what_is_shown_while_k_is_turned_is_what_is_adopted(catalog: Catalog) -> None:
    History(catalog).do(Move([1, 8], "c4"))
    catalog.clusters.assign([(20, UNSURE, 0.3)])
    for k in (2, 9):
        library_cut, gallery = load_library_cut(catalog), load_gallery(catalog, "")
        visible = library_cut.preview(gallery, k)
        before = homes(catalog)
        activate_cut(catalog, k)
        adopted = load_gallery(catalog, "")
        assert [(c.name, c.members) for c in visible.clusters] == [(c.name, c.members) for c in adopted.clusters]
        assert visible.clusters == adopted.clusters
        np.testing.assert_array_equal(visible.labels, adopted.labels)
        np.testing.assert_allclose(visible.confidences, adopted.confidences, atol=1e-5)
        assert Counter(c.unsure for c in visible.clusters)[True] == 1
        History(catalog).undo()
        assert homes(catalog) == before


def test_what_cannot_be_cut_is_said(tmp_path: Path) -> None:
    catalog = Catalog(tmp_path / "c.db")
    with pytest.raises(UserError, match="not organised yet"):
        load_library_cut(catalog)
    enter(catalog, 20, 2)
    made = catalog.clusterings.active()
    assert made is not None
    activate(catalog, catalog.clusterings.add(dataclasses.replace(made, base=None), "old"), "an older version's")
    with pytest.raises(UserError, match="retrain them once"):
        load_library_cut(catalog)
    catalog.close()


def test_the_parts_of_a_library_that_was_organised_have_words_at_once(demo: Path, tmp_path: Path) -> None:
    phone = Phone.filled(demo, tmp_path)
    phone.organise(OrganiseOptions(k=3, method="kmeans", map="pca", backbone="efficientnet_lite0"))
    library, _ = phone.open()
    with library:
        library_cut = load_library_cut(library.catalog)
        _, names = library_cut.cut(10)
    assert len(names) >= 7  # of the three that were there some have become something else
    by_content = [name for name in names.values() if not name[-1].isdigit()]
    assert len(by_content) >= 6
