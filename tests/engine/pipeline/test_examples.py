"""A cluster that the user has spoken of stays what it is, however little was said, when all is clustered again."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from engine.core.records import UNSURE, Cluster, Corrections
from engine.edits import Edit, Move, NewCluster, Rename
from engine.library.catalog.cluster_table import Assignments
from engine.pipeline.clustering.examples import with_examples
from engine.pipeline.options import OrganiseOptions
from tests.engine.phone import Phone

OPTIONS = OrganiseOptions(k=8, method="kmeans", map="pca", backbone="efficientnet_lite0")


def assigned(*places: tuple[int, str, float]) -> Assignments:
    ids, clusters, confidences = zip(*places, strict=True)
    return Assignments(np.array(ids, np.int64), list(clusters), np.array(confidences, np.float32))


def forty(*clusters: str) -> Assignments:
    """Forty photos in each cluster, the later ones the surer."""
    return assigned(*((file, name, file / 999) for file, name in enumerate(np.repeat(clusters, 40).tolist())))


def examples(corrections: Corrections, assignments: Assignments, named: set[str], k: int = 9) -> dict[str, int]:
    """The number of examples of each cluster; checks that corrections are untouched."""
    found = with_examples(corrections, assignments, named, k)
    assert found.pins.items() >= corrections.pins.items()
    assert (found.rejections, found.locked) == (corrections.rejections, corrections.locked)
    return dict(Counter(name for file, name in found.pins.items() if file not in corrections.pins))


def test_the_surest_quarter_of_what_was_named_are_examples_of_it() -> None:
    found = with_examples(Corrections(anchors=("c1",)), forty("c1", "c2"), {"c1"}, 1)  # k: no room for others
    assert found.pins == dict.fromkeys(range(30, 40), "c1")
    assert found.anchors == ("c1",)


def test_of_small_ones_there_are_at_least_a_few() -> None:
    assignments = assigned(*((file, "c1", 1.0) for file in range(8)), *((file, "c2", 1.0) for file in range(10, 18)))
    assert examples(Corrections(anchors=("c1",)), assignments, {"c1"}) == {"c1": 5, "c2": 3}


def test_where_clusters_have_pins_those_speak() -> None:
    assignments = forty("c1", "c2", "c3", "c4")
    one = Corrections(pins={3: "c1"}, anchors=("c1",))
    assert examples(one, assignments, set()) == dict.fromkeys(("c1", "c2", "c3", "c4"), 2)  # 9/16 of four
    assert examples(one, assignments, {"c1"}) == {"c1": 10, "c2": 2, "c3": 2, "c4": 2}
    every = Corrections(pins={3: "c1", 43: "c2", 83: "c3", 123: "c4"}, anchors=("c1", "c2", "c3", "c4"))
    assert examples(every, assignments, set()) == {}
    assert examples(every, assignments, {"c2"}) == {"c2": 10}


def test_the_largest_have_examples_where_there_is_not_room_for_all() -> None:
    assignments = assigned(*((file, "c1" if file < 4 else "c2" if file < 40 else "c3", 1.0) for file in range(90)))
    one = Corrections(pins={3: "c1"}, anchors=("c1",))
    assert examples(one, assignments, set(), k=3).keys() == {"c1", "c2", "c3"}
    assert examples(one, assignments, set(), k=2).keys() == {"c1", "c3"}
    assert examples(one, assignments, set(), k=1).keys() == {"c1"}


def test_photos_that_were_spoken_of_are_no_examples() -> None:
    corrections = Corrections(rejections={39: frozenset({"c2"})}, together=((38, 37),), anchors=("c1",))
    assert with_examples(corrections, forty("c1"), {"c1"}, 3).pins.keys() == set(range(27, 37))


def test_nothing_said_nothing_shown() -> None:
    assert with_examples(Corrections(), forty("c1", "c2"), set(), 9) == Corrections()


def test_locked_clusters_and_the_unsure_need_no_examples() -> None:
    corrections = Corrections(pins={1: "c1"}, anchors=(UNSURE, "c1"), locked=("c1",))
    assignments = assigned((1, "c1", 1.0), (2, "c1", 0.9), (3, UNSURE, 0.5))
    assert with_examples(corrections, assignments, {"c1"}, 9).pins == {1: "c1"}


@pytest.fixture
def phone(demo: Path, tmp_path: Path) -> Phone:
    phone = Phone.filled(demo, tmp_path)
    for paths in phone.kinds.values():
        phone.add(paths[3:6])
    phone.organise(OPTIONS)
    return phone


def test_a_named_cluster_stays_though_photos_were_taken_out_of_it_into_one_of_their_own(phone: Phone) -> None:
    largest: list[str] = []

    def name(ids: dict[str, int], shown: list[Cluster]) -> list[Edit]:
        largest.append(shown[0].id)
        return [Rename(shown[0].id, "Mine")]

    phone.edit(name)
    members = sorted(path for path, home in phone.homes().items() if home == largest[0])
    taken, left = members[::4], [path for path in members if path not in members[::4]]
    phone.edit(lambda ids, shown: [NewCluster([ids[path] for path in taken], "c90", "Taken out")])
    phone.organise(OPTIONS, force=True)
    homes = phone.homes()
    assert {homes[path] for path in taken} == {"c90"}
    assert sum(homes[path] == largest[0] for path in left) > len(left) / 2


@pytest.mark.parametrize("named", [True, False])
def test_an_odd_photo_does_not_carry_off_the_cluster_that_it_is_dragged_into(phone: Phone, named: bool) -> None:
    before = phone.homes()
    sizes = Counter(before.values()).most_common()
    (target, size), (source, _) = sizes[0], sizes[-1]
    odd = next(path for path, home in before.items() if home == source)

    def drag(ids: dict[str, int], _shown: list[Cluster]) -> list[Edit]:
        return [*([Rename(target, "Mine")] if named else []), Move([ids[odd]], target)]

    phone.edit(drag)
    phone.organise(OPTIONS, force=True)
    homes = phone.homes()
    assert homes[odd] == target
    stayed = sum(homes[path] == target for path, home in before.items() if home == target)
    assert stayed == size if named else stayed > size * 0.75


def test_auto_joins_nothing_that_stands_once_the_user_has_spoken(phone: Phone) -> None:
    phone.organise(dataclasses.replace(OPTIONS, k=25), force=True)
    taken = list(phone.homes())[:3]
    phone.edit(lambda ids, shown: [NewCluster([ids[path] for path in taken], "c90", "Taken out")])
    phone.organise(dataclasses.replace(OPTIONS, k=None), force=True)
    assert len({*phone.homes().values()}) >= 20  # auto alone finds fewer
