"""What the surroundings do to a run, a drive that goes or a worker that is killed, is no property of a photo."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from engine.core.errors import FolderAway
from engine.core.job import Job
from engine.core.records import File, Progress
from engine.library import reasons
from engine.library.decoding import decode_process as decode_child
from engine.library.decoding.decode import decode
from engine.library.decoding.formats import Unreadable
from engine.library.decoding.pool import Failed, Request
from engine.library.library import Library, open_library
from engine.library.safety.in_flight import try_again
from engine.pipeline import read as reading
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.read import read
from engine.pipeline.scan import scan

QUICK = OrganiseOptions(k=4, method="kmeans", map="pca")
AT_FIRST = 5  # photos read before something happens


@pytest.fixture(scope="session")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """200 different pictures that take a few milliseconds each."""
    folder, random = tmp_path_factory.mktemp("noise"), np.random.default_rng(0)
    pixels = random.integers(0, 255, (300, 400, 3), np.uint8)
    for number in range(200):
        pixels[number, :, :] = number
        Image.fromarray(pixels).save(folder / f"{number:03}.jpg")
    return folder


@pytest.fixture
def many(noise: Path, tmp_path: Path) -> Path:
    """The 200 pictures in a folder of one's own; nobody writes to them."""
    folder = tmp_path / "Stick"
    folder.mkdir()
    for photo in noise.iterdir():
        os.link(photo, folder / photo.name)
    return folder


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[tuple[Library, int]]:
    opened, root = open_library(photos, tmp_path / "library", "a test")
    with opened:
        scan(opened, root, Outcome(), Job())
        yield opened, root


def at(count: int, act: Callable[[], object]) -> Job:
    """A job that does something once so many photos were read."""
    left = [act]

    def on_progress(progress: Progress) -> None:
        if progress.stage == "thumbnails" and progress.done >= count and left:
            left.pop()()

    return Job(on_progress=on_progress)


def unreadable(library: Library) -> list[File]:
    return [f for f in library.catalog.files.all() if f.problem is not None]


def test_a_folder_that_goes_while_it_is_read_costs_nothing(many: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    opened, root = open_library(many, tmp_path / "library", "a test")
    with opened:
        with pytest.raises(FolderAway, match=r"Stick has gone while its photos were read.*Nothing was forgotten"):
            organise(opened, root, QUICK, at(AT_FIRST, lambda: many.rename(away)))
        assert unreadable(opened) == []
        assert len(opened.catalog.files.all()) == 200
        assert AT_FIRST <= len(opened.catalog.files.readable()) < 200
        away.rename(many)
        scan(opened, root, Outcome(), Job())
        read(opened, 2, Outcome(), Job())
        assert unreadable(opened) == []
        assert len(opened.catalog.files.readable()) == 200


def test_a_folder_that_goes_leaves_everything_known_as_it_was(many: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    later.mkdir()
    for number, photo in enumerate(sorted(many.iterdir())):
        if number >= 50:
            photo.unlink()
        elif number >= 20:
            photo.rename(later / photo.name)
    opened, root = open_library(many, tmp_path / "library", "a test")
    with opened:
        organise(opened, root, QUICK, Job())
        before = opened.catalog.clusters.assignments()
        for photo in later.iterdir():
            photo.rename(many / photo.name)
        with pytest.raises(FolderAway):
            organise(opened, root, QUICK, at(AT_FIRST, lambda: many.rename(tmp_path / "away")))
        after = opened.catalog.clusters.assignments()
        assert (after.ids.tolist(), after.clusters) == (before.ids.tolist(), before.clusters)
        (tmp_path / "away").rename(many)
        organise(opened, root, QUICK, Job(), RetrainPolicy(keep=True))
        assert unreadable(opened) == []
        assert len(opened.catalog.files.readable()) == 50


def test_the_headless_program_says_it_in_a_sentence_and_exits_1(many: Path, tmp_path: Path) -> None:
    options = ("organise", many, "--library", tmp_path / "library", "--threads", 1, "--json-progress")
    command = [sys.executable, "-m", "engine", *map(str, options)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        for line in run.stderr:
            if json.loads(line)["stage"] == "thumbnails":
                many.rename(tmp_path / "away")
                break
        *_, last = run.stderr
    assert run.returncode == 1
    assert last.startswith(f"{many} has gone while its photos were read")


def test_a_folder_that_goes_while_it_is_looked_through(photos: Path, tmp_path: Path) -> None:
    opened, root = open_library(photos, tmp_path / "library", "a test")
    with opened:
        scan(opened, root, Outcome(), Job())
        known = opened.catalog.files.all()
        steps = iter([None, None, None])
        job = Job(on_progress=lambda _: next(steps, True) and photos.exists() and photos.rename(tmp_path / "away"))
        with pytest.raises(FolderAway, match=r"Phone has gone while it was looked through"):
            scan(opened, root, Outcome(), job)
        assert opened.catalog.files.all() == known


def test_another_folder_that_is_away_waits_without_a_word(many: Path, photos: Path, tmp_path: Path) -> None:
    opened, root = open_library(photos, tmp_path / "library", "a test")
    with opened:
        scan(opened, opened.root(many), Outcome(), Job())
        scan(opened, root, Outcome(), Job())
        many.rename(tmp_path / "away")
        read(opened, 2, Outcome(), Job())
        assert unreadable(opened) == []
        assert {f.root for f in opened.catalog.files.readable()} == {root}


def test_another_folder_that_goes_while_it_is_read_stops_nothing(many: Path, photos: Path, tmp_path: Path) -> None:
    opened, root = open_library(photos, tmp_path / "library", "a test")
    with opened:
        other = opened.root(many)
        scan(opened, other, Outcome(), Job())
        organise(opened, root, QUICK, at(40 + AT_FIRST, lambda: many.rename(tmp_path / "away")))
        assert unreadable(opened) == []
        assert opened.catalog.clusterings.current() is not None
        assert 40 + AT_FIRST <= len(opened.catalog.files.readable()) < 240
        (tmp_path / "away").rename(many)
        read(opened, 2, Outcome(), Job())
        assert len(opened.catalog.files.readable()) == 240


def test_a_killed_worker_costs_its_photo_one_run(library: tuple[Library, int]) -> None:
    def kill() -> None:
        for worker in psutil.Process().children():
            worker.kill()

    read(library[0], 1, Outcome(), at(AT_FIRST, kill))
    said = [f.problem for f in unreadable(library[0])]
    assert said in ([], [reasons.KILLED.format(error="SIGKILL")])  # or it was between two photos
    read(library[0], 1, Outcome(), Job())
    assert unreadable(library[0]) == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "denied"), reasons.DENIED),
        (FileNotFoundError(2, "gone"), reasons.GONE),
        (OSError(5, "failed"), "could not be opened (Input/output error)"),
    ],
)
def test_what_the_system_refuses_is_asked_again(
    library: tuple[Library, int], monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def refused(path: Path) -> str:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(reading, "digest", refused)
        for _ in range(5):
            read(library[0], 1, Outcome(), Job())
    assert {f.problem for f in unreadable(library[0])} == {said}
    read(library[0], 1, Outcome(), Job())
    assert len(library[0].catalog.files.readable()) == 40


def test_what_an_earlier_version_kept_of_a_bad_day_is_forgotten(library: tuple[Library, int]) -> None:
    files = library[0].catalog.files
    said = (
        "is no longer there",
        "may not be read: permission denied",
        "could not be opened (No such file or directory)",
        "made its decoder crash (SIGKILL), so it is probably damaged",
        "took longer than 20 seconds to decode",
        "needs more than 1 GiB of memory to decode",
        "is damaged and cannot be read ([Errno 5] Input/output error)",
    )
    poisoned = files.all()[: len(said)]
    files.set_problems([(file.id, reason) for file, reason in zip(poisoned, said, strict=True)])
    read(library[0], 1, Outcome(), Job())
    assert unreadable(library[0]) == []


def test_a_broken_picture_is_read_once_until_it_changes(photos: Path, tmp_path: Path) -> None:
    broken = photos / "broken.jpg"
    broken.write_bytes(b"no picture")
    opened, root = open_library(photos, tmp_path / "library", "a test")
    with opened:
        for _ in range(2):
            scan(opened, root, Outcome(), Job())
            read(opened, 1, Outcome(), Job())
        assert [f.problem for f in unreadable(opened)] == [reasons.NO_PICTURE]
        assert opened.catalog.files.unread() == []
        broken.write_bytes(next((photos / "DCIM").rglob("*.jpg")).read_bytes())
        scan(opened, root, Outcome(), Job())
        read(opened, 1, Outcome(), Job())
        assert unreadable(opened) == []


def test_a_picture_that_ends_its_decoder_each_time_is_tried_less_and_less(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashing = (
        "import os, sys, signal, engine.library.decoding.decode_worker as worker\n"
        "read = worker.read\n"
        "def crash(path, *more):\n"
        "    if path.name == 'bomb.jpg': os.kill(os.getpid(), signal.SIGSEGV)\n"
        "    return read(path, *more)\n"
        "worker.read = crash\n"
        "worker.main(float(sys.argv[1]), int(sys.argv[2]))\n"
    )
    monkeypatch.setattr(decode_child, "worker_command", lambda: [sys.executable, "-c", crashing])
    (photos / "bomb.jpg").write_bytes(b"a picture that crashes decoders")
    now = [1_000_000.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    opened, root = open_library(photos, tmp_path / "library", "a test")
    with opened:
        scan(opened, root, Outcome(), Job())

        def tried() -> bool:
            due = bool(opened.catalog.files.unread())
            read(opened, 1, Outcome(), Job())
            return due

        assert [tried() for _ in range(4)] == [True, True, False, False]
        assert [f.problem for f in unreadable(opened)] == [reasons.CRASHED.format(error="SIGSEGV")]
        now[0] += 86_401
        assert [tried(), tried()] == [True, False]
        now[0] += 86_401
        assert not tried()
        now[0] += 86_401
        assert tried()
        os.utime(photos / "bomb.jpg", (1, 1))
        scan(opened, root, Outcome(), Job())
        assert [tried(), tried(), tried()] == [True, True, False]
        try_again(opened.catalog, [f.id for f in unreadable(opened)])
        assert [tried(), tried(), tried()] == [True, True, False]


def test_a_photo_at_which_the_whole_program_dies_twice_waits_and_the_others_are_read(
    photos: Path, tmp_path: Path
) -> None:
    """As where the system is short of memory, and ends the program and not the decoder."""
    deadly = (
        "import os, signal, sys, pathlib, engine.library.decoding.decode_process as process\n"
        "from engine.core.job import Job\n"
        "from engine.library.library import open_library\n"
        "from engine.pipeline.options import Outcome\n"
        "from engine.pipeline.read import read\n"
        "from engine.pipeline.scan import scan\n"
        "decode = process.WorkerProcess.decode\n"
        "def die(self, request):\n"
        "    if request.path.name == 'bomb.jpg':\n"
        "        self.close()\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return decode(self, request)\n"
        "process.WorkerProcess.decode = die\n"
        "library, root = open_library(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), 'a test')\n"
        "with library:\n"
        "    scan(library, root, Outcome(), Job())\n"
        "    read(library, 2, Outcome(), Job())\n"
    )
    shutil.copy(next((photos / "DCIM").rglob("*.jpg")), photos / "bomb.jpg")
    (photos / "bomb.jpg").write_bytes((photos / "bomb.jpg").read_bytes() + b"more")
    command = [sys.executable, "-c", deadly, str(photos), str(tmp_path / "library")]
    ends = [subprocess.run(command, check=False).returncode for _ in range(3)]
    assert ends == [-signal.SIGKILL, -signal.SIGKILL, 0]
    opened, _ = open_library(photos, tmp_path / "library", "a test")
    with opened:
        assert [(Path(f.path).name, f.problem) for f in unreadable(opened)] == [("bomb.jpg", reasons.ENDED)]
        assert len(opened.catalog.files.readable()) == len(opened.catalog.files.all()) - 1
        try_again(opened.catalog, [unreadable(opened)[0].id])
        read(opened, 1, Outcome(), Job())
        assert unreadable(opened) == []


def test_a_lost_thumbnail_that_cannot_be_made_again_is_tried_less_and_less(
    library: tuple[Library, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, _ = library
    read(opened, 1, Outcome(), Job())
    asked: list[Request] = []

    class Hanging:
        """Decoders that take too long for every picture."""

        def __init__(self, workers: int, *, ahead: int) -> None: ...

        def __enter__(self) -> Hanging:
            return self

        def __exit__(self, *error: object) -> None: ...

        def run(self, requests: Iterable[Request], job: Job, **more: object) -> Iterator[Failed]:
            for request in requests:
                asked.append(request)
                yield Failed(request, reasons.TOO_SLOW.format(count="20"))

    monkeypatch.setattr(reading, "DecodePool", Hanging)
    now = [1_000_000.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    photo = opened.catalog.files.readable()[0]
    opened.thumbnails.path(photo.digest or "").unlink()

    def tried() -> bool:
        asked.clear()
        read(opened, 1, Outcome(), Job())
        return bool(asked)

    assert [tried() for _ in range(4)] == [True, True, False, False]
    assert photo.id in {f.id for f in opened.catalog.files.readable()}
    now[0] += 86_401
    assert [tried(), tried()] == [True, False]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a file that always fails to be read")
def test_a_drive_that_fails_is_not_a_damaged_picture(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.symlink_to("/proc/self/mem")
    with pytest.raises(Unreadable, match=r"could not be opened \(Input/output error\)"):
        decode(photo)
