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
from engine.clustering.naming.kinds import CLASSES
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import UNSURE, Clustering, Content, Learned
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


def test_a_cluster_that_was_split_keeps_its_name_in_its_largest_part(catalog: Catalog) -> None:
    activate_cut(catalog, K + 1)
    clusters = {c.id: c for c in catalog.clusters.visible()}
    (new,) = clusters.keys() - {f"c{i}" for i in range(1, K + 1)}
    old = clusters[new].name.rpartition(" ")[0]
    assert clusters[new].name == f"{old} 2"
    assert clusters[new].members <= next(c.members for c in clusters.values() if c.name == old)
    made = catalog.clusterings.active()
    assert made is not None
    np.testing.assert_allclose(made.probabilities.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(made.probabilities.argmax(axis=1), made.labels)


def test_new_clusters_are_called_by_what_they_show_as_far_as_the_fit_has_kept_it(catalog: Catalog) -> None:
    made, learned = catalog.clusterings.get(1), catalog.clusterings.learned(1)
    assert learned is not None
    assert learned.evidence is None  # as an earlier version has left it
    evidence = np.zeros((len(learned.parents), CLASSES + LENGTH), np.float32)
    evidence[:, HAMMER] = 0.9
    second = catalog.clusterings.add(made, "{}", dataclasses.replace(learned, evidence=evidence))
    activate(catalog, second, "again")
    kept = catalog.clusterings.learned(second)
    assert kept is not None
    np.testing.assert_allclose(np.asarray(kept.evidence), evidence, atol=1e-3)
    before = {c.name for c in catalog.clusters.visible()}
    activate_cut(catalog, K + 2)
    one, other = sorted({c.name for c in catalog.clusters.visible()} - before)
    assert "Hammers" in (one, other)  # the second of that word is numbered after its source
    assert other.startswith("Kind-")
    assert other.endswith(" 2")


def test_the_parts_of_clusters_that_are_numbered_are_numbered_on(catalog: Catalog) -> None:
    for number, cluster in enumerate(catalog.clusters.visible(), 1):
        catalog.clusters.put(dataclasses.replace(cluster, name=f"Text {number}" if number > 1 else "Text"))
    activate_cut(catalog, K + 3)
    names = {c.name for c in catalog.clusters.visible()}
    assert names == {"Text", *(f"Text {number}" for number in range(2, K + 4))}


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
    library_cut, gallery = load_library_cut(catalog), load_gallery(catalog, "")
    for k in (2, 9):
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
    assert len(names) == 7
    by_content = [name for name in names.values() if not name[-1].isdigit()]
    assert len(by_content) >= 3
