"""Worker processes that decode, and what happens to the ones that hang, swell or die."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import Progress
from engine.library.decoding import decode_process
from engine.library.decoding.pool import Decoded, DecodePool, Failed, Request
from engine.library.scan import digest, walk
from engine.library.thumbnails import ThumbnailCache
from tests.paths import GALLERIES, ROOT

EDGE_GALLERY = GALLERIES / "edge"
fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a FIFO to hang a worker")


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    yield
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before


@pytest.fixture
def cache(tmp_path: Path) -> ThumbnailCache:
    return ThumbnailCache(tmp_path / "thumbnails")


def picture(path: Path, shade: int = 200, side: int = 40) -> Path:
    Image.new("RGB", (side, side), (shade, 0, 0)).save(path)
    return path


def requests(cache: ThumbnailCache, *paths: Path) -> list[Request]:
    return [Request(path, f"{i:04x}", cache.path(f"{i:04x}")) for i, path in enumerate(paths)]


def workers() -> list[psutil.Process]:
    return psutil.Process().children()


def test_each_request_is_answered_once(tmp_path: Path, cache: ThumbnailCache) -> None:
    (tmp_path / "text.jpg").write_text("no picture")
    paths = [picture(tmp_path / f"{i}.jpg", shade=i) for i in range(40)]
    asked = requests(cache, *paths, tmp_path / "text.jpg", tmp_path / "missing.jpg")
    heard: list[Progress] = []
    with DecodePool(2) as pool:
        results = list(pool.run(iter(asked), Job(on_progress=heard.append), total=len(asked)))
        again = list(pool.run(asked[:3], Job()))
    assert sorted(result.request.digest for result in results) == [request.digest for request in asked]
    decoded = [result for result in results if isinstance(result, Decoded)]
    assert {result.request.path for result in decoded} == set(paths)
    assert all(cache.has(result.request.digest) for result in decoded)
    assert all((r.content.digest, r.content.width) == (r.request.digest, 40) for r in decoded)
    assert len(again) == 3
    assert heard[0] == Progress("thumbnails", 0, 42)
    assert heard[-1] == Progress("thumbnails", 42, 42)


def test_no_requests_need_no_workers() -> None:
    with DecodePool(2) as pool:
        assert list(pool.run([], Job())) == []
        assert workers() == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are not UTF-8")
def test_names_that_are_not_utf8_reach_the_worker(tmp_path: Path, cache: ThumbnailCache) -> None:
    path = picture(tmp_path / "a.jpg").rename(tmp_path / os.fsdecode(b"caf\xe9\n.jpg"))
    with DecodePool(1) as pool:
        (result,) = pool.run(requests(cache, path), Job())
    assert isinstance(result, Decoded)
    assert result.request.path == path


@fifo
def test_a_file_that_takes_too_long_fails_and_the_next_ones_do_not(tmp_path: Path, cache: ThumbnailCache) -> None:
    os.mkfifo(tmp_path / "hangs.jpg")
    paths = [tmp_path / "hangs.jpg", picture(tmp_path / "a.jpg"), picture(tmp_path / "b.jpg")]
    with DecodePool(1, seconds=0.5) as pool:
        hung, *rest = pool.run(requests(cache, *paths), Job())
    assert hung == Failed(hung.request, "took longer than 0.5 seconds to decode")
    assert [type(result) for result in rest] == [Decoded, Decoded]


@fifo
@pytest.mark.parametrize("how", ["kill", "terminate"])
def test_a_file_that_kills_its_worker_fails_and_the_next_ones_do_not(
    tmp_path: Path, cache: ThumbnailCache, how: str
) -> None:
    os.mkfifo(tmp_path / "hangs.jpg")
    paths = [tmp_path / "hangs.jpg", picture(tmp_path / "a.jpg")]

    def kill(_: Progress) -> None:
        # Opening a FIFO to write without waiting succeeds only when the worker has it open: it hangs there now.
        try:
            writer = os.open(paths[0], os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            return
        for worker in workers():
            getattr(worker, how)()
        os.close(writer)

    with DecodePool(1) as pool:
        dead, alive = pool.run(requests(cache, *paths), Job(on_progress=kill))
    assert isinstance(dead, Failed)
    assert "its decoder was ended from outside (SIG" in dead.reason
    assert isinstance(alive, Decoded)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is looked at and not limited")
def test_a_file_that_needs_too_much_memory_fails(tmp_path: Path, cache: ThumbnailCache) -> None:
    paths = [picture(tmp_path / "large.png", side=6000), picture(tmp_path / "small.png")]
    with DecodePool(1, memory=64 << 20) as pool:
        large, small = pool.run(requests(cache, *paths), Job())
    assert large == Failed(large.request, "needs more than 0.062 GiB of memory to decode")
    assert isinstance(small, Decoded)


@fifo
def test_memory_is_watched_where_the_system_sets_no_limit(
    tmp_path: Path, cache: ThumbnailCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "swells.jpg")
    start = iter([100, 100 + (1 << 20)])
    # reason: another system, where the memory of a child is looked at
    monkeypatch.setattr(decode_process, "_resident", lambda pid: next(start, 1 << 40))
    with DecodePool(1) as pool:
        (result,) = pool.run(requests(cache, tmp_path / "swells.jpg"), Job())
    assert result == Failed(result.request, "needs more than 1 GiB of memory to decode")


@fifo
def test_a_cancel_ends_a_run_that_hangs(tmp_path: Path, cache: ThumbnailCache) -> None:
    os.mkfifo(tmp_path / "hangs.jpg")
    job = Job(on_progress=lambda _: job.cancel() if workers() else None)
    with DecodePool(2) as pool:
        with pytest.raises(Cancelled):
            list(pool.run(requests(cache, tmp_path / "hangs.jpg"), job))
        assert workers() == []


@fifo
def test_a_run_that_is_left_early_ends_its_workers(tmp_path: Path, cache: ThumbnailCache) -> None:
    os.mkfifo(tmp_path / "hangs.jpg")
    pool = DecodePool(2)
    run = pool.run(requests(cache, tmp_path / "hangs.jpg", picture(tmp_path / "a.jpg")), Job())
    next(run)
    assert len(workers()) == 2
    run.close()
    assert workers() == []
    with pytest.raises(RuntimeError, match="closed"):
        list(pool.run(requests(cache, tmp_path / "a.jpg"), Job()))


def test_a_thumbnail_that_cannot_be_written_stops_the_run_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "thumbnails").write_text("a file where the folder belongs")
    cache = ThumbnailCache(tmp_path / "thumbnails")
    with DecodePool(1) as pool, pytest.raises(UserError, match="thumbnails"):
        list(pool.run(requests(cache, picture(tmp_path / "a.jpg")), Job()))


def test_a_worker_that_does_not_start_is_our_own_bug(
    tmp_path: Path, cache: ThumbnailCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decode_process, "worker_command", lambda: [sys.executable, "-c", "raise SystemExit(3)"])
    with DecodePool(1) as pool, pytest.raises(RuntimeError, match=r"did not start.*exit status 3"):
        list(pool.run(requests(cache, picture(tmp_path / "a.jpg")), Job()))


def test_a_worker_ends_when_its_input_closes_and_keeps_its_output_clean(tmp_path: Path) -> None:
    command = [*decode_process.worker_command(), "20", str(1 << 30)]
    done = subprocess.run(command, input=b"", capture_output=True, cwd=ROOT, check=True)
    assert (done.stdout, done.stderr) == (b"ready\n", b"")


@fifo
def test_a_worker_that_hangs_ends_when_its_input_closes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "hangs.jpg")
    command = [*decode_process.worker_command(), "20", str(1 << 30)]
    asked = json.dumps({"path": str(tmp_path / "hangs.jpg"), "digest": "a", "thumbnail": str(tmp_path / "a.jpg")})
    done = subprocess.run(command, input=asked.encode() + b"\n", capture_output=True, cwd=ROOT, timeout=10)
    assert (done.returncode, done.stdout) == (0, b"ready\n")


def test_a_worker_knows_neither_torch_nor_the_catalog(tmp_path: Path) -> None:
    code = (
        "import sys, engine.library.decoding.decode_worker as _\n"
        "print([m for m in ('torch', 'PySide6', 'sqlite3', 'rawpy', 'pillow_heif', 'psutil') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.skipif(not EDGE_GALLERY.is_dir(), reason="shared/galleries/edge is not here")
def test_the_edge_gallery_is_accounted_for_and_upright(cache: ThumbnailCache) -> None:
    found = [file.path for file in walk(EDGE_GALLERY, Job())]
    assert len(found) == 49
    hashes = {path: digest(EDGE_GALLERY / path) for path in found}
    asked = [Request(EDGE_GALLERY / path, hash_, cache.path(hash_)) for path, hash_ in hashes.items()]
    with DecodePool(2) as pool:
        results = list(pool.run(asked, Job()))
    assert sorted(result.request.path.name for result in results) == sorted(found)
    failed = {r.request.path.name: r.reason for r in results if isinstance(r, Failed)}
    assert all("crash-" in name or "damaged" in reason for name, reason in failed.items()), failed
    for kind, size in (("landscape", (60, 45)), ("portrait", (45, 60))):
        first, *others = (grey(cache.path(hashes[f"{kind}_{i}.jpg"]), size) for i in range(1, 9))
        assert min(np.corrcoef(first, other)[0, 1] for other in others) > 0.97


def grey(path: Path, size: tuple[int, int]) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("L").resize(size, Image.Resampling.BOX), dtype=float).ravel()
