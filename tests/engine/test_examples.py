"""A cluster that the user has spoken of stays what it is, however little was said, when all is clustered again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from engine.edits import Edit, Move, NewCluster, Rename
from engine.library.cluster_table import Assignments
from engine.pipeline.examples import with_examples
from engine.pipeline.words import Words
from engine.records import UNSURE, Cluster, Corrections
from tests.engine.phone import Phone

WORDS = Words(k=8, method="kmeans", map="pca", backbone="efficientnet_lite0")


def standing(*places: tuple[int, str, float]) -> Assignments:
    ids, clusters, confidences = zip(*places, strict=True)
    return Assignments(np.array(ids, np.int64), list(clusters), np.array(confidences, np.float32))


def test_the_surest_photos_of_what_was_named_are_examples_of_it() -> None:
    said = Corrections(pins={1: "c2"}, rejections={8: frozenset({"c3"})}, anchors=("c1", "c2"))
    places = [(file, "c1", file / 10) for file in range(2, 10)] + [(1, "c2", 1.0), (20, "c3", 1.0), (21, "c2", 1.0)]
    heard = with_examples(said, standing(*places), {"c1"})
    assert heard.pins == {1: "c2"} | dict.fromkeys((9, 7, 6, 5, 4), "c1")  # 21 is none: pins say what c2 is
    assert heard.anchors == said.anchors


def test_a_large_cluster_has_a_quarter_of_its_photos_for_examples() -> None:
    photos = standing(*((file, "c1", file / 40) for file in range(40)))
    assert sorted(with_examples(Corrections(anchors=("c1",)), photos, {"c1"}).pins) == list(range(30, 40))
    one_moved = Corrections(pins={0: "c1"}, anchors=("c1",))
    assert sorted(with_examples(one_moved, photos, {"c1"}).pins) == [0, *range(30, 40)]


def test_locked_clusters_and_the_unsure_need_no_examples() -> None:
    said = Corrections(pins={1: "c1"}, anchors=(UNSURE, "c1"), locked=("c1",))
    assert with_examples(said, standing((1, "c1", 1.0), (2, "c1", 0.9), (3, UNSURE, 0.5)), {"c1"}).pins == {1: "c1"}


@pytest.fixture
def phone(demo: Path, tmp_path: Path) -> Phone:
    phone = Phone.filled(demo, tmp_path)
    for paths in phone.kinds.values():
        phone.add(paths[3:6])
    phone.organise(WORDS)
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
    phone.organise(WORDS, force=True)
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
    phone.organise(WORDS, force=True)
    homes = phone.homes()
    assert homes[odd] == target
    stayed = sum(homes[path] == target for path, home in before.items() if home == target)
    assert stayed == size if named else stayed >= size / 2
