"""Every projection through the same checks: the frame, seeds, tiny inputs, former places, cancel."""

import numpy as np
import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.partials import LayoutFrame
from engine.projection.overlap_removal import remove_overlaps
from engine.projection.projector import create, projectors
from engine.projection.shape import normalise

NAMES = ["grid", "neighbours", "pca", "tsne"]
every = pytest.mark.parametrize("name", NAMES)
learned = pytest.mark.parametrize("name", ["grid", "neighbours", "tsne"])
free = pytest.mark.parametrize("name", ["neighbours", "tsne"])  # photos lie where they like: no grid


def blobs(n, kinds=4, seed=0):
    """n vectors in `kinds` well-separated piles, and the pile of each."""
    random = np.random.default_rng(seed)
    labels = np.arange(n) % kinds
    centres = random.normal(size=(kinds, 24)) * 2
    return (centres[labels] + random.normal(size=(n, 24)) * 0.4).astype(np.float32), labels


def project(name, vectors, seed=0, job=None, start=None, **values):
    projector = create(name, values)
    return projector.project(vectors, seed=seed, device="cpu", job=job or Job(), start=start)


def displacement(a, b):
    return float(np.median(np.linalg.norm(a - b, axis=1)))


def test_the_four_maps_are_registered():
    assert set(NAMES) <= set(projectors.names())


@every
@pytest.mark.parametrize("n", [1, 2, 3, 4, 7, 30])
def test_a_map_is_centred_and_its_farthest_coordinate_is_at_one(name, n):
    xy = project(name, blobs(n)[0])
    assert xy.shape == (n, 2)
    assert xy.dtype == np.float32
    assert np.allclose(xy.mean(axis=0), 0, atol=1e-4)
    assert np.abs(xy).max() == pytest.approx(1 if n > 1 else 0, abs=1e-5)


@every
@pytest.mark.parametrize("value", [0, 1])
def test_photos_that_are_all_the_same_can_each_be_seen(name, value):
    xy = project(name, np.full((12, 8), value, np.float32))
    assert np.isfinite(xy).all()
    assert len(np.unique(xy.round(4), axis=0)) == 12


@every
def test_a_seed_gives_the_same_map_and_leaves_the_vectors_alone(name):
    vectors = blobs(50)[0]
    before = vectors.copy()
    vectors.flags.writeable = False
    assert (project(name, vectors, seed=3) == project(name, vectors, seed=3)).all()
    assert (vectors == before).all()


@free
def test_piles_stand_apart_on_the_map(name):
    vectors, labels = blobs(160)
    xy = project(name, vectors)
    distances = np.linalg.norm(xy[:, None] - xy[None], axis=2)
    np.fill_diagonal(distances, np.inf)
    assert (labels[distances.argsort(axis=1)[:, :8]] == labels[:, None]).mean() > 0.97


@learned
def test_after_a_retrain_photos_lie_near_where_they_lay(name):
    vectors, _ = blobs(120)
    former = project(name, vectors)
    retrained = vectors @ np.diag(np.random.default_rng(5).uniform(0.3, 1.7, 24)).astype(np.float32)
    warm = project(name, retrained, seed=1, start=former)
    cold = project(name, retrained, seed=1)
    assert displacement(warm, former) < 0.5 * displacement(cold, former)
    assert displacement(warm, former) < 0.25


def test_pca_turns_and_mirrors_towards_the_former_places():
    vectors, _ = blobs(60)
    xy = project("pca", vectors)
    former = np.column_stack([-xy[:, 1], -xy[:, 0]])
    assert displacement(project("pca", vectors, start=former), former) < 1e-4


@free
def test_a_new_photo_starts_beside_its_neighbours(name):
    vectors, labels = blobs(100)
    former = project(name, vectors)
    start = former.copy()
    start[[10, 21]] = np.nan
    xy = project(name, vectors, start=start)
    for new in (10, 21):
        nearest = np.linalg.norm(xy - xy[new], axis=1).argsort()[1:6]
        assert (labels[nearest] == labels[new]).all()
    assert displacement(xy, former) < 0.25


@every
def test_former_places_that_nobody_had_are_no_former_places(name):
    vectors, _ = blobs(30)
    nowhere = np.full((30, 2), np.nan, np.float32)
    assert (project(name, vectors, start=nowhere) == project(name, vectors)).all()


@every
def test_a_whole_new_pile_finds_a_place(name):
    vectors, labels = blobs(60)
    start = project(name, vectors)
    start[labels == 2] = np.nan
    assert np.isfinite(project(name, vectors, start=start)).all()


class Recorder(Job):
    """Remembers reports and partials; cancels itself at the `stop_at`-th report."""

    def __init__(self, stop_at=None):
        super().__init__(self._reported, lambda partial: self.partials.append(partial))
        self.stop_at, self.reports, self.partials = stop_at, [], []

    def _reported(self, progress):
        self.reports.append(progress)
        if len(self.reports) == self.stop_at:
            self.cancel()


@every
@pytest.mark.parametrize("stop_at", [1, 20])
def test_a_cancel_is_heard_at_the_next_report(name, stop_at):
    job = Recorder(stop_at)
    with pytest.raises(Cancelled):
        project(name, blobs(80)[0], job=job)
    assert len(job.reports) == stop_at


@every
def test_a_map_can_be_watched_in_the_frame_that_it_ends_in(name):
    job = Recorder()
    project(name, blobs(40)[0], job=job)
    last = job.partials[-1]
    assert isinstance(last, LayoutFrame)
    assert last.xy.shape == (40, 2)
    assert np.abs(last.xy).max() <= 1


def test_an_outlier_does_not_shrink_the_rest_to_a_dot():
    points = np.random.default_rng(0).normal(size=(200, 2))
    points[0] = 1e6, 0
    xy = normalise(points)
    assert np.median(np.linalg.norm(xy, axis=1)) > 0.15
    assert xy[0, 0] == 1


def test_many_photos_are_pushed_apart_by_the_fast_fourier_transform(monkeypatch):
    monkeypatch.setattr("engine.projection.tsne._FFT_FROM", 200)  # reason: so many rows would take long
    vectors, labels = blobs(300, kinds=6)
    xy = project("tsne", vectors, iterations=50, perplexity=5)
    centres = np.array([xy[labels == kind].mean(axis=0) for kind in range(6)])
    nearest = np.linalg.norm(xy[:, None] - centres[None], axis=2).argmin(axis=1)
    assert (nearest == labels).mean() > 0.9


def nearest_distances(xy):
    """How far each photo lies from the next, in the larger of x and y."""
    apart = np.abs(xy[:, None] - xy[None]).max(axis=2)
    np.fill_diagonal(apart, np.inf)
    return apart.min(axis=1)


def test_photos_of_a_small_library_have_room_for_pictures():
    xy = project("neighbours", blobs(200, kinds=8)[0])
    assert np.quantile(nearest_distances(xy), 0.1) > 0.6 / np.sqrt(200)


def test_room_is_made_without_shuffling_the_islands():
    random = np.random.default_rng(0)
    labels = np.arange(120) % 6
    centres = np.array([(np.cos(a), np.sin(a)) for a in np.arange(6) * np.pi / 3])
    crowded = centres[labels] + random.normal(size=(120, 2)) * 0.01
    roomy = remove_overlaps(crowded, Job())
    assert nearest_distances(normalise(crowded)).max() < 0.05 < nearest_distances(roomy).min()
    found = np.array([roomy[labels == kind].mean(axis=0) for kind in range(6)])
    assert (np.linalg.norm(roomy[:, None] - found[None], axis=2).argmin(axis=1) == labels).all()
    assert np.abs(found / np.linalg.norm(found, axis=1, keepdims=True) - centres).max() < 0.2


def test_many_photos_stay_where_they_are():
    cloud = np.random.default_rng(0).normal(size=(5_001, 2))
    assert (remove_overlaps(cloud, Job()) == normalise(cloud)).all()
