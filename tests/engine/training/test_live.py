"""What is learned is published while it is learned, at times that cost little, as a map that does not flip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.job import Job
from engine.core.partials import Partial, TrainingFrame
from engine.core.records import Floats, Projection
from engine.library.library import Library
from engine.training.live import LiveTraining

N = 90
IDS = np.arange(100, 100 + N)
ROWS = np.arange(N)
NONE = np.full(N, -1)


class Clock:
    """Goes on by itself at each look at it, by `pace`."""

    def __init__(self) -> None:
        self.now, self.pace = 0.0, 0.0

    def __call__(self) -> float:
        self.now += self.pace
        return self.now


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", "a test") as library:
        yield library


@pytest.fixture
def told() -> list[TrainingFrame]:
    return []


@pytest.fixture
def clock() -> Clock:
    return Clock()


def live(library: Library, told: list[TrainingFrame], clock: Clock, home: Projection | None = None) -> LiveTraining:
    def heard(partial: Partial) -> None:
        assert isinstance(partial, TrainingFrame)
        told.append(partial)

    return LiveTraining(library, IDS, home, (), Job(on_partial=heard), clock)


def codes(turned: float = 0.0) -> Floats:
    """Ten numbers each, of which two matter, turned by an angle."""
    made = np.random.default_rng(0).normal(0, 0.01, (N, 10))
    made[:, :2] = np.random.default_rng(1).normal(0, 1, (N, 2)) * (2, 1)
    cos, sin = np.cos(turned), np.sin(turned)
    made[:, :2] = made[:, :2] @ np.array([[cos, -sin], [sin, cos]])
    return made.astype(np.float32)


def test_the_first_map_does_not_turn_or_flip(library: Library, told: list[TrainingFrame], clock: Clock) -> None:
    show = live(library, told, clock)
    for angle in (0.0, 1.0, 2.0, 3.0):
        show(ROWS, codes(angle) * (1, -1, *[1] * 8), NONE)
        clock.now += 1
    places = [moment.xy for moment in told]
    assert len(places) == 4
    assert told[0].files.tolist() == IDS.tolist()
    assert np.abs(places[0]).max() == pytest.approx(1, abs=0.01)
    for other in places[1:]:
        assert np.allclose(other, places[0], atol=0.05)


def test_where_a_map_stands_photos_are_drawn_home(library: Library, told: list[TrainingFrame], clock: Clock) -> None:
    kinds = np.arange(N) % 3
    home = np.stack([np.cos(kinds * 2.1), np.sin(kinds * 2.1)], axis=1).astype(np.float32)
    show = live(library, told, clock, Projection(IDS[10:], home[10:], "neighbours", {}))
    apart = np.eye(3, dtype=np.float32)[kinds]
    show(ROWS, apart + np.random.default_rng(0).normal(0, 0.01, (N, 3)).astype(np.float32), NONE)
    assert told[0].files.tolist() == IDS[10:].tolist()  # who has no place yet is led by the others
    assert np.allclose(told[0].xy, home[10:], atol=0.05)


def test_a_map_of_other_photos_alone_leads_nobody_home(
    library: Library, told: list[TrainingFrame], clock: Clock
) -> None:
    gone = Projection(IDS + N, np.zeros((N, 2), np.float32), "neighbours", {})  # each photo of the folder was replaced
    show = live(library, told, clock, gone)
    show(ROWS, codes(), NONE)
    assert told[0].files.tolist() == IDS.tolist()
    assert np.abs(told[0].xy).max() == pytest.approx(1, abs=0.01)


def test_moments_leave_time_to_learn(library: Library, told: list[TrainingFrame], clock: Clock) -> None:
    show = live(library, told, clock)
    for _ in range(10):
        show(ROWS, codes(), NONE)
        clock.now += 0.1
    assert len(told) == 2
    clock.now, clock.pace = 100, 1.0  # a slow machine: a moment takes a second
    for _ in range(120):
        show(ROWS, codes(), NONE)
    assert len(told) == 4


def test_clusters_keep_their_names_on_the_way(library: Library, told: list[TrainingFrame], clock: Clock) -> None:
    catalog = library.catalog
    root = catalog.files.add_root("/photos", 0, 0)
    catalog.files.add(root, [(f"{i}.jpg", 1, 1) for i in range(1, IDS[-1] + 1)])
    catalog.clusters.add({"c1": "Cats", "c2": "Dogs"})
    catalog.clusters.assign((int(id_), "c2" if row % 3 == 0 else "c1", 0.9) for row, id_ in enumerate(IDS))
    show = live(library, told, clock)
    show(ROWS, codes(), NONE)
    assert told[-1].clusters == ()
    clock.now = 10
    show(ROWS, codes(), ROWS % 3)
    assert told[-1].clusters[0] == "c2"
    assert sorted(told[-1].clusters[1:]) == ["c1", "c3"]
    clock.now, former = 20, told[-1].clusters
    show(ROWS, codes(), np.roll(ROWS % 3, 1))
    assert told[-1].clusters == former
