"""What fails while files are filed: disk, drive, rights, the file itself. Nothing is lost, and it is said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import Progress
from engine.filing import journal
from engine.filing.acting.act import act
from engine.filing.acting.recover import recover
from engine.filing.acting.undo import undo
from engine.filing.actions import renaming
from engine.filing.actions.copying import part_of
from engine.filing.journal import Journal, Record
from engine.filing.operations import Action
from engine.library.library import Library, open_library
from tests.engine.filing.files import opened, planned, tree, write

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
ACT = """
import sys
from pathlib import Path
from engine.core.job import Job
from engine.filing.acting import waiting
from engine.filing.acting.act import act
from engine.library.library import open_library
waiting.PAUSE = 0.1
library, _ = open_library(Path(sys.argv[1]), Path(sys.argv[2]), "test")
with library:
    act(library, 1, Job(), 10.0)
"""


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        write(tmp_path / "photos" / name, os.fsencode(name) * 1000)
    return tmp_path / "photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "library") as library:
        yield library


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of 64 kB."""
    place = tmp_path / "drive"
    place.mkdir()
    mounted = AS_ROOT and sys.platform == "linux" and shutil.which("mount")
    if not mounted or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], check=False).returncode:
        pytest.skip("needs root to mount a small tmpfs")
    yield place
    subprocess.run(["umount", "-l", place], check=False, capture_output=True)


def plan(library: Library, photos: Path, there: Path, action: Action) -> int:
    wanted = [(path, there / "pile" / path.name) for path in sorted(photos.iterdir())]
    return planned(library, action, wanted, there=there)


def reasons(record: Record) -> list[str]:
    return [str(o.why) for o in record.plan.operations if o.status == "left"]


@pytest.mark.parametrize("action", ["copy", "move"])
def test_a_full_disk_is_waited_for_and_then_all_is_accounted_for(
    action: Action, library: Library, photos: Path, drive: Path
) -> None:
    write(photos / "b.jpg", b"b" * 100_000)
    before = tree(photos)
    heard: list[str] = []
    record = act(library, plan(library, photos, drive, action), Job(lambda p: heard.append(p.message)), 0.5)
    assert "waiting for room" in heard
    assert [o.status for o in record.plan.operations] == ["done", "left", "left"]
    assert set(reasons(record)) == {"there was no room on the disk"}
    assert [path.name for path in drive.rglob("*") if path.is_file()] == ["a.jpg"]
    undo(library, 1, None, Job())
    assert tree(photos) == before


def test_an_action_goes_on_once_there_is_room(library: Library, photos: Path, drive: Path) -> None:
    filler = write(drive / "filler", b"f" * 61_000)

    def make_room(progress: Progress) -> None:
        if progress.message == "waiting for room":
            filler.unlink(missing_ok=True)

    record = act(library, plan(library, photos, drive, "move"), Job(make_room))
    assert {o.status for o in record.plan.operations} == {"done"}


def test_a_drive_that_is_unplugged_in_the_middle_is_waited_for(library: Library, photos: Path, drive: Path) -> None:
    before = tree(photos)
    heard: list[str] = []

    def unplug(progress: Progress) -> None:
        heard.append(progress.message)
        if progress.done == 1 and progress.message == "b.jpg":
            subprocess.run(["umount", "-l", drive], check=False, capture_output=True)

    record = act(library, plan(library, photos, drive, "copy"), Job(unplug), 0.5)
    assert "waiting for the drive" in heard
    assert set(reasons(record)) == {"its drive was away"}
    assert tree(photos) == before
    assert not list(drive.iterdir())  # nothing was made below its empty mount point


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """On another drive, where there is one: a move there is a copy."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("needs another drive")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder, "there")


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("action", ["copy", "move"])
@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("read:error=EIO", "Input/output error"),
        ("write:error=EIO", "Input/output error"),
        ("fsync:error=EIO", "Input/output error"),
        ("openat:error=EACCES", "Permission denied"),
        ("unlink,unlinkat:error=EACCES", "Permission denied"),
    ],
)
def test_whatever_call_of_the_system_fails_no_photo_is_lost(
    fault: str, reason: str, action: Action, library: Library, photos: Path, elsewhere: Path, tmp_path: Path
) -> None:
    before = tree(photos)
    id_ = plan(library, photos, elsewhere, action)
    library.close()
    photo = photos / "b.jpg"
    part = part_of(photo, elsewhere / "pile" / "b.jpg")
    watched = [word for path in (photo, part) for word in ("-P", str(path))]  # only calls about these fail
    ran = subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", *watched, "-e", f"inject={fault}:when=1+",
         sys.executable, "-c", ACT, photos, tmp_path / "library"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if "ptrace" in ran.stderr.lower():
        pytest.skip("strace is not allowed here")
    assert ran.returncode == 0, ran.stderr
    record = journal.read(tmp_path / "library", id_)
    assert record.state == "ended"
    left = [o for o in record.plan.operations if o.status == "left"]
    assert [Path(o.source).name for o in left] == ["b.jpg"]
    assert reason in str(left[0].why)
    assert photo.read_bytes() == before["b.jpg"][0]
    assert not (elsewhere / "pile" / "b.jpg").exists()
    with open_library(photos, tmp_path / "library", "test")[0] as again:
        undo(again, id_, None, Job())
    assert tree(photos) == before


def test_a_folder_that_lets_nothing_go_keeps_its_photo_alone(
    library: Library, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only folder lets a second name be made elsewhere, and the first not be removed."""
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.parent == photos:
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok)

    before = tree(photos)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        record = act(library, plan(library, photos, tmp_path / "there", "move"), Job())
    assert reasons(record) == ["the system says: Permission denied"] * 3
    assert tree(photos) == before
    assert not (tmp_path / "there").exists()


def test_a_name_of_which_only_the_case_changes_is_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system that ignores case both names lead to one file, which has only one."""
    photo, other = write(tmp_path / "a.JPG"), tmp_path / "a.jpg"
    os.link(photo, other)
    monkeypatch.setattr(os, "listdir", lambda _folder: ["a.JPG"])
    renaming.finish_rename(photo, other, {})
    assert photo.exists()


def test_a_file_that_grows_while_it_is_copied_is_left(
    library: Library, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.filing.actions import copying

    monkeypatch.setattr(copying, "CHUNK", 1000)

    def grow(progress: Progress) -> None:
        if progress.message.startswith("b.jpg ") and progress.message != "b.jpg 100%":
            with (photos / "b.jpg").open("ab") as file:
                file.write(b"more")

    record = act(library, plan(library, photos, tmp_path / "there", "copy"), Job(grow))
    assert reasons(record) == ["b.jpg is being changed"]
    assert sorted(path.name for path in (tmp_path / "there" / "pile").iterdir()) == ["a.jpg", "c.jpg"]


def test_a_file_that_vanishes_is_left_and_the_rest_goes_on(library: Library, photos: Path, tmp_path: Path) -> None:
    id_ = plan(library, photos, tmp_path / "there", "move")
    (photos / "b.jpg").unlink()
    record = act(library, id_, Job())
    assert reasons(record) == ["b.jpg is not there any more"]
    assert sum(o.status == "done" for o in record.plan.operations) == 2


def test_the_middle_of_a_large_copy_can_be_stopped(
    library: Library, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.filing.actions import copying

    monkeypatch.setattr(copying, "CHUNK", 1000)
    job = Job(lambda p: job.cancel() if p.message == "b.jpg 40%" else None)
    with pytest.raises(Cancelled):
        act(library, plan(library, photos, tmp_path / "there", "copy"), job)
    record = journal.read(library.folder, 1)
    assert [o.status for o in record.plan.operations] == ["done", "left", "left"]
    assert [path.name for path in (tmp_path / "there" / "pile").iterdir()] == ["a.jpg"]


def test_a_folder_that_was_made_goes_though_a_crash_came_after_the_last_file(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    id_ = plan(library, photos, tmp_path / "there", "hardlink")
    act(library, id_, Job())
    with Journal(library.folder, id_) as written:
        written.enter("undoing", None)
        for number, path in enumerate(sorted((tmp_path / "there" / "pile").iterdir())):
            path.unlink()
            written.mark(number, "undone")
    assert recover(library, Job()) == [id_]
    assert journal.read(library.folder, id_).state == "undone"
    assert not (tmp_path / "there").exists()


def test_no_link_leads_out_of_the_folder_that_photos_go_to(library: Library, photos: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    id_ = plan(library, photos, there, "move")
    (tmp_path / "private").mkdir()
    there.mkdir()
    (there / "pile").symlink_to(tmp_path / "private")
    record = act(library, id_, Job())
    assert reasons(record) == [f"{there / 'pile'} is a link that leads out of {there}"] * 3
    assert not list((tmp_path / "private").iterdir())
