"""A file is read once it has rested: what is still being written waits for the next run, what changed is read again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import File, Progress
from engine.edits import Move, apply_edit
from engine.library import reasons
from engine.library.changes.resting import restless
from engine.library.decoding.pool import Decoded, DecodePool, Failed, Request
from engine.library.library import Library, open_library
from engine.library.scan import FoundFile, walk
from engine.pipeline import read as reading
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.read import read
from engine.pipeline.scan import scan

QUICK = OrganiseOptions(k=2, method="kmeans", map="pca")
# A process that writes `argv[1]` to `argv[2]` in so many pieces, one after each line that it is sent.
WRITER = """
import sys
data = open(sys.argv[1], "rb").read()
pieces = int(sys.argv[3])
with open(sys.argv[2], "r+b" if sys.argv[4:] else "wb") as file:
    for piece in range(pieces):
        file.write(data[len(data) * piece // pieces : len(data) * (piece + 1) // pieces])
        file.flush()
        print(piece, flush=True)
        sys.stdin.readline()
"""


class Writer:
    """A real writer that writes a file piece by piece."""

    def __init__(self, source: Path, target: Path, pieces: int, *, in_place: bool = False) -> None:
        command = [sys.executable, "-c", WRITER, str(source), str(target), str(pieces), *["x"] * in_place]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._await()

    def _await(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline()

    def go_on(self) -> None:
        """Write the next piece."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self._await()

    def finish(self) -> None:
        self._process.communicate("\n" * 100)


def picture(seed: int, path: Path) -> Path:
    """A JPEG of noise, large enough to be cut off."""
    pixels = np.random.default_rng(seed).integers(0, 255, (240, 320, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pictures, written an hour ago."""
    folder = tmp_path / "Camera"
    folder.mkdir()
    for number in range(3):
        path = picture(number, folder / f"{number}.jpg")
        os.utime(path, (time.time() - 3600,) * 2)
    return folder


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[tuple[Library, int]]:
    opened, root = open_library(folder, tmp_path / "library", "a test")
    with opened:
        yield opened, root


@pytest.fixture
def resting(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets how long a file has to rest, in seconds."""
    return lambda seconds: monkeypatch.setenv("PHOTOLOOM_REST", str(seconds))


def take_in(library: tuple[Library, int], job: Job | None = None) -> Outcome:
    """Scan and read, as the first stages of a run."""
    outcome, job = Outcome(), job or Job()
    scan(library[0], library[1], outcome, job)
    read(library[0], 1, outcome, job, root=library[1])
    return outcome


def files(library: tuple[Library, int]) -> dict[str, File]:
    return {file.path: file for file in library[0].catalog.files.all()}


def once_waited(act: Callable[[], object]) -> Job:
    """A job that acts once while the scan waits for what has not rested: the first report that follows the walk's."""
    done: list[bool] = []

    def heard(progress: Progress) -> None:
        if progress.stage == "scan" and progress.done == progress.total == 0 and len(done) < 2:
            done.append(True)  # the walk reports its one folder first
            if len(done) == 2:
                act()

    return Job(heard)


def test_a_picture_that_is_being_written_waits_and_is_then_read_whole(
    library: tuple[Library, int], folder: Path, tmp_path: Path, resting: Callable[[float], None]
) -> None:
    resting(0.2)
    source = picture(9, tmp_path / "source.jpg")
    writer = Writer(source, folder / "new.jpg", 5)
    for _ in range(3):
        writer.go_on()
    outcome = take_in(library, once_waited(writer.go_on))
    assert (outcome.growing, outcome.decoded) == (1, 3)
    assert files(library)["new.jpg"].problem == reasons.GROWING
    writer.finish()
    outcome = take_in(library)
    assert (outcome.growing, outcome.decoded) == (0, 1)
    assert files(library)["new.jpg"].problem is None
    other, root = open_library(folder, tmp_path / "other", "a test")
    with other:
        take_in((other, root))
        assert files((other, root))["new.jpg"].digest == files(library)["new.jpg"].digest


def test_a_known_picture_that_is_being_edited_in_place_stays_as_it_was_until_it_rests(
    library: tuple[Library, int], folder: Path, tmp_path: Path, resting: Callable[[float], None]
) -> None:
    take_in(library)
    before = {path: file.digest for path, file in files(library).items()}
    resting(0.2)
    writer = Writer(picture(9, tmp_path / "source.jpg"), folder / "1.jpg", 4, in_place=True)
    outcome = take_in(library, once_waited(writer.go_on))
    assert (outcome.growing, outcome.decoded) == (1, 0)
    assert {path: file.digest for path, file in files(library).items()} == before
    assert files(library)["1.jpg"].problem is None
    writer.finish()
    outcome = take_in(library)
    assert (outcome.growing, outcome.decoded) == (0, 1)
    assert files(library)["1.jpg"].digest != before["1.jpg"]


def test_a_copy_that_keeps_its_old_date_is_seen_to_grow(
    library: tuple[Library, int], folder: Path, tmp_path: Path, resting: Callable[[float], None]
) -> None:
    resting(0.2)
    writer = Writer(picture(9, tmp_path / "source.jpg"), folder / "new.jpg", 5)
    hour_ago = (time.time() - 3600,) * 2

    def go_on() -> None:
        writer.go_on()
        os.utime(folder / "new.jpg", hour_ago)

    go_on()
    assert take_in(library, once_waited(go_on)).growing == 1
    writer.finish()
    os.utime(folder / "new.jpg", hour_ago)
    assert take_in(library).decoded == 1
    assert files(library)["new.jpg"].problem is None


@pytest.mark.parametrize("ahead", [30, 10**9])
def test_a_clock_that_runs_ahead_keeps_no_file_waiting(
    library: tuple[Library, int], folder: Path, resting: Callable[[float], None], ahead: int
) -> None:
    resting(0.1)
    os.utime(folder / "1.jpg", (time.time() + ahead,) * 2)
    started = time.monotonic()
    outcome = take_in(library)
    assert (outcome.growing, outcome.decoded) == (0, 3)
    assert time.monotonic() - started < 20  # not `ahead`
    assert take_in(library).unchanged == 3


def test_only_what_was_written_just_now_is_waited_for(folder: Path, resting: Callable[[float], None]) -> None:
    resting(3600.0)
    rested = [file._replace(touched_ns=file.mtime_ns) for file in walk(folder, Job())]
    resting(3000.0)
    assert restless(folder, rested, Job()) == (set(), set())
    in_cloud = [FoundFile("there.jpg", 5, time.time_ns(), in_cloud=True)]
    assert restless(folder, in_cloud, Job()) == (set(), set())


def test_a_file_that_goes_while_it_is_waited_for_is_not_listed(
    library: tuple[Library, int], folder: Path, resting: Callable[[float], None]
) -> None:
    resting(0.1)
    picture(9, folder / "new.jpg")
    outcome = take_in(library, once_waited((folder / "new.jpg").unlink))
    assert (outcome.growing, outcome.decoded) == (0, 3)
    assert "new.jpg" not in files(library)


def test_a_file_that_is_deleted_before_it_is_read_is_not_listed(library: tuple[Library, int], folder: Path) -> None:
    scan(library[0], library[1], Outcome(), Job())
    (folder / "1.jpg").unlink()
    read(library[0], 1, Outcome(), Job(), root=library[1])
    assert set(files(library)) == {"0.jpg", "2.jpg"}
    assert {file.problem for file in files(library).values()} == {None}


def test_what_changes_between_the_scan_and_the_reading_is_left_for_the_next_run(
    library: tuple[Library, int], folder: Path
) -> None:
    scan(library[0], library[1], Outcome(), Job())
    picture(9, folder / "1.jpg")
    outcome = Outcome()
    read(library[0], 1, outcome, Job(), root=library[1])
    assert outcome.growing == 1
    assert files(library)["1.jpg"].problem == reasons.GROWING
    assert take_in(library).decoded == 1
    assert files(library)["1.jpg"].problem is None


def test_what_changes_while_it_is_decoded_leaves_no_thumbnail_of_other_content(
    library: tuple[Library, int], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(library[0], library[1], Outcome(), Job())

    class Slow(DecodePool):
        def run(
            self, requests: Iterable[Request], job: Job, stage: str = "thumbnails", total: int = 0
        ) -> Iterator[Decoded | Failed]:
            for result in super().run(requests, job, stage, total):
                if result.request.path.name == "1.jpg":
                    picture(9, result.request.path)
                yield result

    with monkeypatch.context() as patch:
        patch.setattr(reading, "DecodePool", Slow)
        read(library[0], 1, Outcome(), Job(), root=library[1])
    assert files(library)["1.jpg"].digest is None
    assert len(library[0].thumbnails.digests()) == 2
    take_in(library)
    assert library[0].thumbnails.digests() == {file.digest for file in files(library).values()}


def test_one_replaced_by_a_rename_or_touched_is_read_again_and_keeps_its_corrections(
    library: tuple[Library, int], folder: Path, tmp_path: Path
) -> None:
    organise(*library, QUICK, Job())
    before = files(library)
    cluster = library[0].catalog.clusters.visible()[0].id
    apply_edit(Move([before["1.jpg"].id], cluster), library[0].catalog)
    picture(9, tmp_path / "edited.jpg").replace(folder / "1.jpg")
    (folder / "2.jpg").touch()
    outcome = organise(*library, QUICK, Job(), RetrainPolicy(keep=True))
    after = files(library)
    assert {path: file.id for path, file in after.items()} == {path: file.id for path, file in before.items()}
    assert after["1.jpg"].digest != before["1.jpg"].digest
    assert after["2.jpg"].digest == before["2.jpg"].digest  # its date is another, its content is not
    assert (outcome.decoded, outcome.embedded) == (1, 1)
    assert library[0].catalog.corrections.pin_of(after["1.jpg"].id) == cluster
    assert library[0].catalog.clusters.assignments_of([after["1.jpg"].id])[after["1.jpg"].id][0] == cluster


def test_the_wait_hears_a_cancel(library: tuple[Library, int], folder: Path, resting: Callable[[float], None]) -> None:
    resting(3600.0)
    job: Job = once_waited(lambda: job.cancel())
    with pytest.raises(Cancelled):
        take_in(library, job)


@pytest.mark.slow
def test_a_picture_written_over_eight_seconds_is_whole_in_the_end(
    library: tuple[Library, int], folder: Path, tmp_path: Path, resting: Callable[[float], None]
) -> None:
    resting(2.0)
    size = picture(9, tmp_path / "source.jpg").stat().st_size
    writing = (
        "import sys, time\n"
        "data = open(sys.argv[1], 'rb').read()\n"
        "with open(sys.argv[2], 'wb') as file:\n"
        "    for piece in range(16):\n"
        "        file.write(data[len(data) * piece // 16 : len(data) * (piece + 1) // 16])\n"
        "        file.flush()\n"
        "        time.sleep(0.5)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", writing, str(tmp_path / "source.jpg"), str(folder / "new.jpg")])
    try:
        while not (folder / "new.jpg").exists():
            assert writer.poll() is None
        seen = [take_in(library).growing]
        while writer.poll() is None:
            seen.append(take_in(library).growing)
        assert seen[:2] == [1, 1]
    finally:
        writer.wait()
    take_in(library)
    assert files(library)["new.jpg"].problem is None
    assert files(library)["new.jpg"].size == size
    shutil.copy2(folder / "new.jpg", folder / "copy.jpg")
    take_in(library)
    assert files(library)["new.jpg"].digest == files(library)["copy.jpg"].digest
