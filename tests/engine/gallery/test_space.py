"""What each pile takes, and what its rejected photos, near-duplicates and bursts would free."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from engine.core.records import Cluster, File
from engine.gallery.snapshot import Gallery
from engine.gallery.space import LIBRARY, Amount, Found, Space, Word, space_of


def gallery_of(labels: Sequence[int], sizes: Sequence[int]) -> Gallery:
    """Photos 1, 2, 3 … of these sizes; of two clusters, a and b."""
    files = tuple(File(id_, 1, f"{id_}.jpg", size, 0, str(id_)) for id_, size in enumerate(sizes, 1))
    at = np.array(labels, np.int64)
    names = [Cluster(name, name.upper(), members=int((at == index).sum())) for index, name in enumerate("ab")]
    return Gallery(files=files, clusters=tuple(names), labels=at, confidences=np.ones(len(files), np.float32))


GALLERY = gallery_of([0, 0, 0, 0, 1, 1, 1, -1], [10, 20, 30, 40, 100, 200, 300, 7])
FOUND = Found(copies=[[1, 5]], bursts=[[3, 2, 4], [6, 7]])


def freed(space: Space, cluster: str | None) -> dict[str, int]:
    pile = space.pile(cluster)
    assert pile is not None
    return {reason: amount.bytes for reason, amount in pile.freed.items() if amount.bytes}


def test_piles_come_biggest_first_and_add_up_to_the_library() -> None:
    space = space_of(GALLERY, FOUND, Word())
    assert [(pile.cluster, pile.whole) for pile in space.piles] == [
        ("b", Amount(3, 600)),
        ("a", Amount(4, 100)),
        (None, Amount(1, 7)),
    ]
    assert space.total.whole == Amount(8, 707)
    assert freed(space, "a") == {"bursts": 60}
    assert freed(space, "b") == {"copies": 100, "bursts": 300}
    assert space.total.free == Amount(4, 460)
    assert space.files("bursts", LIBRARY) == [7, 4, 2]
    assert space.groups("copies", "b") == [[1, 5]]
    assert space.groups("copies", "a") == []


def test_a_photo_goes_for_one_reason_and_of_a_group_one_always_stays() -> None:
    space = space_of(GALLERY, Found(copies=[[3, 4]], bursts=[[3, 4, 2], [5, 6]]), Word(rejected=[5, 8]))
    assert freed(space, LIBRARY) == {"rejected": 107, "copies": 40, "bursts": 20}
    assert space.files("bursts", "b") == []  # the other of its burst is rejected already: it stays


def test_what_the_user_keeps_stays() -> None:
    marked = space_of(GALLERY, FOUND, Word(kept=[2, 4]))
    assert freed(marked, "a") == {"bursts": 30}  # the marked ones stay in the place of the best
    whole = space_of(GALLERY, FOUND, Word(kept_copies=frozenset((1, 5))))
    assert freed(whole, "b") == {"bursts": 300}


def test_what_travels_with_a_photo_counts_and_what_has_gone_does_not() -> None:
    space = space_of(GALLERY, Found(copies=[[1, 2], [99, 3]], beside={2: 1000, 99: 5}), Word(rejected=[98]))
    assert space.total.whole == Amount(8, 1707)
    assert freed(space, "a") == {"copies": 1020}


def test_nothing_is_no_space() -> None:
    assert space_of(Gallery(), Found(), Word()).total.whole == Amount()


def test_a_hundred_thousand_photos_take_well_under_a_second() -> None:
    count = 100_000
    gallery = gallery_of([row % 2 for row in range(count)], [1 + row % 999 for row in range(count)])
    gallery.prepare()
    copies = [[id_, id_ + 1] for id_ in range(1, 40_001, 2)]
    bursts = [list(range(id_, id_ + 10)) for id_ in range(50_001, 90_001, 10)]
    before = time.process_time()
    space = space_of(gallery, Found(copies, bursts, dict.fromkeys(range(1, count, 3), 9)), Word(rejected=range(1, 999)))
    assert time.process_time() - before < 1.0
    assert space.total.freed["bursts"].photos == 36_000
