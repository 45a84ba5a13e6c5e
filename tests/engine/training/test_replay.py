"""A training is kept as it was watched, laid out on the map, and ended early where somebody says enough."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.clustering.methods.dec import Dec
from engine.core.job import Job
from engine.core.records import Clustering, Floats, Ints, Projection, Update
from engine.library.library import Library
from engine.training.recorder import Recorder, training_path
from engine.training.replay import lay_out_replay, load_replay
from engine.training.sample_interpolator import nearest_watched

N, KINDS = 150, 3


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", "a test") as library:
        yield library


def kinds() -> tuple[Floats, Ints]:
    truth = np.arange(N) % KINDS
    centres = np.random.default_rng(1).normal(0, 0.75, (KINDS, 40))
    noise = np.random.default_rng(2).normal(0, 1, (N, 40))  # most of what is seen tells nothing
    return (centres[truth] + noise).astype(np.float32), truth


def learn(library: Library, job: Job) -> tuple[Recorder, int]:
    """Train on three kinds, keep the training, and put the photos on a map by kind."""
    vectors, truth = kinds()
    recorder = Recorder()
    fit = Dec(rounds=60, updates=4, tolerance=0.0).fit(vectors, KINDS, seed=0, device="cpu", job=job.observed(recorder))
    ids = np.arange(100, 100 + N)
    made = Clustering(ids, fit.labels, fit.probabilities, ("c1", "c2", "c3"), "dec", {}, 0, "test")
    id_ = library.catalog.clusterings.add(made, "by hand")
    library.catalog.set_setting("clustering", str(id_))
    recorder.save(library, id_, ids)
    angle = truth * 2.1
    xy = np.stack([np.cos(angle), np.sin(angle)], axis=1) + np.random.default_rng(3).normal(0, 0.05, (N, 2))
    library.catalog.clusterings.set_projection(Projection(ids, xy.astype(np.float32), "neighbours", {}), "by hand")
    return recorder, len(fit.history)


def test_from_the_middle_every_photo_comes_home(library: Library) -> None:
    recorder, updates = learn(library, Job())
    assert load_replay(library) is None  # not laid out yet
    assert lay_out_replay(library, Job()) == len(recorder.codes)
    replay = load_replay(library)
    assert replay is not None
    assert replay.updates == updates == 5
    assert len(replay) > updates  # what was learned before there were clusters is seen too
    assert (replay.labels[: -replay.updates] == -1).all()
    assert (replay.labels[-1] >= 0).all()
    spread = np.linalg.norm(replay.xy - replay.xy.mean(axis=1, keepdims=True), axis=2).mean(axis=1)
    assert spread[0] < 0.8 * spread[-1]
    away = np.linalg.norm(replay.xy - replay.xy[-1], axis=2).mean(axis=1)
    assert away[-1] == 0
    assert away[-2] < 0.3 * away[0]
    assert replay.codes is not None
    np.testing.assert_array_equal(replay.codes, np.stack(recorder.codes))  # who was near whom is still known


def test_it_is_laid_out_once(library: Library) -> None:
    learn(library, Job())
    moments = lay_out_replay(library, Job())
    told: list[object] = []
    assert lay_out_replay(library, Job(told.append)) == moments
    assert told == []


def test_the_others_move_with_the_nearest_that_was_watched(library: Library) -> None:
    learn(library, Job())
    lay_out_replay(library, Job())
    replay = load_replay(library)
    assert replay is not None
    beside = replay.xy[-1][[4, 7, 9]] + np.float32(1e-5)
    assert nearest_watched(replay.ids, replay.xy[-1], np.array([1, 2, 105]), beside).tolist() == [4, 7, 5]


def test_enough_keeps_what_was_learned_so_far(library: Library) -> None:
    vectors, _ = kinds()
    job = Job(on_partial=lambda part: job.finish_early() if isinstance(part, Update) and part.iteration == 1 else None)
    fit = Dec(rounds=60, updates=50, tolerance=0.0).fit(vectors, KINDS, seed=0, device="cpu", job=job)
    assert len(fit.history) == 2
    assert len(np.unique(fit.labels)) == KINDS


def test_watching_changes_nothing(library: Library) -> None:
    vectors, _ = kinds()
    method = Dec(rounds=60, updates=3)
    alone = method.fit(vectors, KINDS, seed=0, device="cpu", job=Job())
    observed = method.fit(vectors, KINDS, seed=0, device="cpu", job=Job().observed(Recorder()))
    assert np.array_equal(alone.probabilities, observed.probabilities)


def test_only_the_newest_trainings_are_kept(library: Library) -> None:
    recorder = Recorder()
    recorder(np.zeros((4, 2), np.float32), None)
    for clustering in range(1, 20):
        recorder.save(library, clustering, np.arange(4))
        os.utime(training_path(library, clustering), (clustering, clustering))  # a training takes its time
    kept = sorted(int(p.stem) for p in (library.folder / "trainings").glob("*.npz"))
    assert kept == list(range(8, 20))


def test_a_catalog_that_was_begun_anew_keeps_its_trainings_beside_older_ones(library: Library) -> None:
    recorder = Recorder()
    recorder(np.zeros((4, 2), np.float32), None)
    for clustering in range(90, 110):  # of a catalog that was damaged and put aside
        recorder.save(library, clustering, np.arange(4))
    (library.folder / "trainings" / "109 (copy).npz").write_bytes(b"")  # a folder that is synchronised has such
    recorder.save(library, 1, np.arange(4))
    assert training_path(library, 1).exists()
    assert len(list((library.folder / "trainings").iterdir())) == 12


def test_what_was_not_watched_has_no_replay(library: Library) -> None:
    Recorder().save(library, 1, np.arange(3))
    assert not (library.folder / "trainings").exists()
    assert lay_out_replay(library, Job()) == 0
    assert load_replay(library) is None


def test_of_a_long_training_a_bounded_number_is_kept(library: Library) -> None:
    recorder = Recorder()
    for look in range(2000):
        recorder(np.full((4, 2), look, np.float32), None if look < 3 else np.arange(4))
    assert len(recorder.codes) == len(recorder.labels) == 40
    assert recorder.updates[:5] == [-1, -1, -1, 0, 1]  # the start is kept whole
    assert recorder.updates[-1] == 1996
    assert recorder.updates == sorted(recorder.updates)
    assert 20 < recorder.updates[20] < recorder.updates[30] < 1000  # the rest evenly by the logarithm


def test_where_codes_stay_photos_stay_at_home(library: Library) -> None:
    recorder, _ = learn(library, Job())
    still = Recorder(rows=recorder.rows)
    for labels in recorder.labels[-3:]:
        still(np.asarray(recorder.codes[-1], np.float32), labels.astype(np.int64))
    still.save(library, 1, np.arange(100, 100 + N))
    lay_out_replay(library, Job())
    replay = load_replay(library)
    assert replay is not None
    assert len(replay) == replay.updates == 3
    assert (replay.xy == replay.xy[-1]).all()


def test_an_earlier_version_did_not_number_its_moments(library: Library) -> None:
    _, updates = learn(library, Job())
    path = next((library.folder / "trainings").glob("*.npz"))
    with np.load(path) as kept:
        old = {name: kept[name] for name in ("ids", "codes", "labels")}
    np.savez(path, **old)
    moments = lay_out_replay(library, Job())
    replay = load_replay(library)
    assert replay is not None
    assert replay.at.tolist() == [-1] * (moments - updates) + list(range(updates))
