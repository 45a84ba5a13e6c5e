from __future__ import annotations

import numpy as np
import pytest

from engine.clustering.graph_clustering import islands
from engine.clustering.methods.method import create
from engine.clustering.methods.parts import island_encoder
from engine.clustering.quality import nmi
from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.graph.neighbours import fuzzy_graph, nearest


@pytest.fixture
def stripes():
    """Two long stripes close together and a round heap: 900 places, their kinds and their graph."""
    random = np.random.default_rng(0)
    long = np.column_stack([random.uniform(-10, 10, 800), random.normal(0, 0.1, 800)])
    long[400:, 1] += 2
    heap = random.normal((0, -5), 0.3, (100, 2))
    places = np.concatenate([long, heap]).astype(np.float32)
    return places, np.repeat([0, 1, 2], [400, 400, 100]), fuzzy_graph(*nearest(places, 10, Job()))


def test_islands_of_any_shape(stripes):
    places, truth, graph = stripes
    found = islands(places, graph, 3, seed=0, job=Job(), stage="")
    assert nmi(truth, found) == pytest.approx(1)
    assert set(found.tolist()) == {0, 1, 2}


@pytest.mark.parametrize("k", [1, 5, 900])
def test_as_many_islands_as_asked_for(stripes, k):
    places, _, graph = stripes
    assert len(set(islands(places, graph, k, seed=0, job=Job(), stage="").tolist())) == k


def test_fewer_where_places_are_the_same():
    places = np.repeat(np.eye(3, dtype=np.float32), 20, axis=0)
    graph = fuzzy_graph(*nearest(places, 5, Job()))
    found = islands(places, graph, 8, seed=0, job=Job(), stage="")
    assert all(len(set(copies)) == 1 for copies in found.reshape(3, 20).tolist())


def test_many_photos_are_clustered_by_islands(kinds, monkeypatch):
    monkeypatch.setattr(island_encoder, "MIN_PHOTOS", 400)
    vectors, truth = kinds(700, 6, sizes=[300, 200, 100, 50, 30, 20])
    found = create("dec", {"updates": 3}).fit(vectors, 6, seed=0, device="cpu", job=Job())
    again = create("dec", {"updates": 3}).fit(vectors, 6, seed=0, device="cpu", job=Job())
    assert nmi(truth, found.labels) > 0.95
    assert found.predict is not None
    assert (found.predict(vectors).argmax(axis=1) == found.labels).mean() > 0.99
    np.testing.assert_array_equal(found.labels, again.labels)


@pytest.mark.parametrize("at", [0, 40, 105, 115])
def test_a_cancel_is_heard_among_many(kinds, monkeypatch, at):
    monkeypatch.setattr(island_encoder, "MIN_PHOTOS", 400)
    reports = []

    def cancel(progress):
        reports.append(progress)
        if len([p for p in reports if p.stage == "learning"]) > at:
            job.cancel()

    job = Job(on_progress=cancel)
    with pytest.raises(Cancelled):
        create("dec").fit(kinds(500, 4)[0], 4, seed=0, device="cpu", job=job)
