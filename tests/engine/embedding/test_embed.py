from __future__ import annotations

import threading

import numpy as np
import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.embedding.embed import embed
from engine.embedding.store import VectorStore


class Means:
    """A runtime whose vector of a picture is its mean, twice."""

    def embed(self, pixels):
        return np.repeat(pixels.reshape(len(pixels), -1).mean(1, dtype=np.float32)[:, None], 2, axis=1)

    def close(self):
        pass


def picture(digest):
    return np.full((4, 4, 3), int(digest), np.uint8)


@pytest.fixture
def store(tmp_path):
    opened = VectorStore(tmp_path)
    yield opened
    opened.close()


def test_every_picture_gets_its_own_vector(store):
    digests = [str(i) for i in range(75)]
    locations = {}

    def save(names, vectors):
        shard, first = store.append("net-1", vectors)
        locations.update((name, (shard, first + i)) for i, name in enumerate(names))

    reports = []
    job = Job(lambda progress: reports.append((progress.stage, progress.done, progress.total)))
    embed(picture, digests, Means(), save, job)
    assert list(locations) == digests
    np.testing.assert_array_equal(store.gather(2, list(locations.values()))[:, 0], np.arange(75))
    done = [at for stage, at, total in reports if (stage, total) == ("embed", 75)]
    assert sorted(set(done)) == [0, 32, 64, 75]


def test_no_pictures():
    embed(picture, [], Means(), lambda *_: pytest.fail("saved"), Job())


def test_a_cancel_keeps_what_was_saved(store):
    job, kept = Job(), []

    def save(names, vectors):
        shard, first = store.append("n", vectors)
        kept.extend((shard, first + i) for i in range(len(names)))
        job.cancel()

    with pytest.raises(Cancelled):
        embed(picture, [str(i) for i in range(40)], Means(), save, job, batch=8)
    assert len(kept) == 8
    np.testing.assert_array_equal(store.gather(2, kept)[:, 0], np.arange(8))


def test_a_cancel_acts_while_a_picture_is_still_being_loaded():
    job, loading, loaded = Job(), threading.Event(), threading.Event()

    def stuck(digest):
        loading.set()
        loaded.wait(30)
        return picture(digest)

    def stop():
        loading.wait(30)
        job.cancel()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(Cancelled):
        embed(stuck, ["1", "2"], Means(), lambda *_: None, job)
    assert not loaded.is_set()
    loaded.set()
    stopper.join()


def test_an_error_of_loading_reaches_the_caller():
    def broken(digest):
        raise ValueError(digest)

    with pytest.raises(ValueError, match="7"):
        embed(broken, ["7"], Means(), lambda *_: None, Job())


def test_a_stored_vector_is_on_the_disk_at_once(store, tmp_path):
    def save(names, vectors):
        shard, first = store.append("n", vectors)
        found = VectorStore(tmp_path).gather(2, [(shard, first + i) for i in range(len(names))])
        assert found[:, 0].tolist() == [float(name) for name in names]

    embed(picture, ["3", "1", "2"], Means(), save, Job(), batch=2)
