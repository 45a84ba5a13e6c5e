from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import UserError
from engine.embedding.store import VectorStore
from tests.paths import ROOT


def rows(first, n, d=4):
    return np.arange(first * d, (first + n) * d, dtype=np.float32).reshape(n, d)


@pytest.fixture
def store(tmp_path):
    opened = VectorStore(tmp_path / "vectors")
    yield opened
    opened.close()


def test_what_was_appended_is_gathered_in_any_order(store):
    shard, first = store.append("net-1", rows(0, 3))
    again, second = store.append("net-1", rows(3, 2))
    assert (again, first, second) == (shard, 0, 3)
    locations = [(shard, row) for row in (4, 0, 2, 0)]
    np.testing.assert_array_equal(store.gather(4, locations), rows(0, 5)[[4, 0, 2, 0]])


def test_rows_of_several_shards_and_keys_come_back_in_the_order_asked_for(tmp_path):
    first, second = VectorStore(tmp_path), VectorStore(tmp_path)
    a, _ = first.append("net-1", rows(0, 3))
    b, _ = second.append("net-1", rows(3, 3))
    assert a != b
    found = VectorStore(tmp_path).gather(4, [(b, 2), (a, 1), (b, 0), (a, 2)])
    np.testing.assert_array_equal(found, rows(0, 6)[[5, 1, 3, 2]])
    first.close()
    second.close()


def test_consecutive_rows_are_a_view_that_can_be_written_without_harm(store):
    shard, _ = store.append("net-1", rows(0, 5))
    view = store.gather(4, [(shard, 1), (shard, 2), (shard, 3)])
    assert view.base is not None
    view[:] = -1
    np.testing.assert_array_equal(store.gather(4, [(shard, 1), (shard, 4)]), rows(0, 5)[[1, 4]])


def test_a_map_outlives_what_is_appended_after_it(store):
    shard, _ = store.append("net-1", rows(0, 2))
    view = store.gather(4, [(shard, 0), (shard, 1)])
    store.append("net-1", rows(2, 1000))
    np.testing.assert_array_equal(view, rows(0, 2))


def test_nothing_at_all(store):
    assert store.gather(7, []).shape == (0, 7)
    assert store.missing(7, []).shape == (0,)


def test_a_full_shard_is_followed_by_a_new_one(tmp_path):
    store = VectorStore(tmp_path, cap=100)
    locations = [store.append("net-1", rows(i, 3)) for i in range(0, 9, 3)]
    assert [first for _, first in locations] == [0, 3, 0]
    assert len({shard for shard, _ in locations}) == 2
    np.testing.assert_array_equal(store.gather(4, [locations[2], locations[0]]), rows(0, 9)[[6, 0]])
    store.close()


def test_rows_lost_in_a_crash_are_missing_and_never_rubbish(store, tmp_path):
    shard, _ = store.append("net-1", rows(0, 4))
    store.close()
    path = tmp_path / "vectors" / shard
    path.write_bytes(path.read_bytes()[: 2 * 16 + 5])
    locations = [(shard, 0), (shard, 1), (shard, 2), (shard, 3), ("net-1/gone.f32", 0)]
    assert store.missing(4, locations).tolist() == [False, False, True, True, True]
    with pytest.raises(IndexError):
        store.gather(4, [(shard, 1), (shard, 2)])
    with pytest.raises(IndexError):
        store.gather(4, [(shard, 3), (shard, 0)])


@pytest.mark.skipif(sys.platform == "win32", reason="limits no files")
def test_a_disk_without_room_is_said_and_its_half_batch_never_counted(store, tmp_path):
    import resource

    shard, _ = store.append("net-1", rows(0, 2))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (32 + 20, before[1]))  # room for a row and a quarter
    try:
        with pytest.raises(UserError, match="File too large") as caught:
            store.append("net-1", rows(2, 2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (tmp_path / "vectors" / shard).stat().st_size == 32 + 20
    assert str(tmp_path / "vectors") in str(caught.value)
    after, first = store.append("net-1", rows(2, 2))
    assert (after != shard, first) == (True, 0)
    np.testing.assert_array_equal(store.gather(4, [(shard, 1), (after, 0)]), rows(1, 2))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_disk_that_is_really_full(store):
    shard, _ = store.append("net-1", rows(0, 1))
    # reason: no disk can be filled for a test, and a shard is always a new file
    store._open["net-1"].file.close()
    # reason: as above
    store._open["net-1"].file = open("/dev/full", "wb", buffering=0)  # noqa: SIM115 - the store closes it
    with pytest.raises(UserError, match="No space left"):
        store.append("net-1", rows(1, 1))
    assert store.append("net-1", rows(1, 1))[0] != shard


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="file"):
        VectorStore(tmp_path / "file" / "vectors").append("net-1", rows(0, 1))


def test_threads_append_without_mixing_rows(store):
    locations = {}

    def work(i):
        for j in range(20):
            locations[i, j] = store.append("net-1", rows(100 * i + j, 1))

    threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    order = sorted(locations)
    expected = np.concatenate([rows(100 * i + j, 1) for i, j in order])
    np.testing.assert_array_equal(store.gather(4, [locations[at] for at in order]), expected)


def test_vectors_survive_a_kill_right_after_append(tmp_path):
    program = (
        "import os, sys, signal, numpy as np\n"
        "from pathlib import Path\n"
        "from engine.embedding.store import VectorStore\n"
        "place = VectorStore(Path(sys.argv[1])).append('net-1', np.full((3, 4), 7, np.float32))\n"
        "print(place[0], flush=True)\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )
    root = ROOT
    run = subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=root, capture_output=True, text=True)
    shard = run.stdout.strip()
    assert run.returncode != 0
    assert shard, run.stderr
    np.testing.assert_array_equal(VectorStore(tmp_path).gather(4, [(shard, 2)]), np.full((1, 4), 7))
