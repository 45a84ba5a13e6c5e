"""Walking real folders."""

from __future__ import annotations

import hashlib
import os
import socket
import sys
from pathlib import Path

import pytest

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.library import reasons
from engine.library.scan import Looking, Problem, digest, walk

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file names or permissions")


def make(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(path.encode(errors="surrogateescape"))


def paths(root: Path, problems: list[Problem] | None = None) -> list[str]:
    return [found.path for found in walk(root, Job(), problems)]


def test_pictures_are_found_whatever_the_case_of_their_suffix(tmp_path: Path) -> None:
    make(tmp_path, "b.JPG", "a.jpeg", "raw/c.NeF", "raw/deep er/d.heic", "notes.txt", "jpg", "movie.mp4")
    assert paths(tmp_path) == ["a.jpeg", "b.JPG", "raw/c.NeF", "raw/deep er/d.heic"]


def test_size_and_time_are_those_of_stat(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    os.utime(tmp_path / "a.jpg", ns=(1, 1_234_567_800))
    (found,) = walk(tmp_path, Job())
    status = (tmp_path / "a.jpg").stat()
    assert (found.size, found.mtime_ns) == (5, status.st_mtime_ns)


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, ".a.jpg", ".cache/b.jpg", "c.jpg")
    assert paths(tmp_path) == ["c.jpg"]


def test_a_folder_named_like_a_picture_is_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "trip.jpg/a.jpg")
    assert paths(tmp_path) == ["trip.jpg/a.jpg"]


@posix
def test_linked_folders_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    root = tmp_path / "root"
    make(root, "z/real.jpg")
    make(tmp_path, "elsewhere/far.jpg")
    (root / "z/loop").symlink_to(root, target_is_directory=True)
    (root / "a_link").symlink_to(root / "z", target_is_directory=True)
    (root / "out").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (root / "broken.jpg").symlink_to(root / "nothing")
    assert sorted(paths(root)) == ["z/real.jpg"]


def test_ignore_files_add_up_and_the_deepest_decides(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "a.png", "sub/a.png", "sub/keep.png", "sub/out/b.jpg", "out/c.jpg", "sub/deep/x.jpg")
    (tmp_path / ".photoloomignore").write_text("# no PNG\n*.png\n/out/\n")
    (tmp_path / "sub/.photoloomignore").write_text("!keep.png\ndeep/x.*\n")
    assert paths(tmp_path) == ["a.jpg", "sub/keep.png", "sub/out/b.jpg"]


def test_a_line_that_is_no_pattern_names_the_ignore_file(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    (tmp_path / ".photoloomignore").write_text("!\n")
    with pytest.raises(UserError, match=r"\.photoloomignore"):
        paths(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are not UTF-8")
def test_names_that_are_not_utf8_survive(tmp_path: Path) -> None:
    make(tmp_path, "ümläut 日本.jpg", os.fsdecode(b"caf\xe9.jpg"))
    found = paths(tmp_path)
    assert sorted(found) == sorted(["caf\udce9.jpg", "ümläut 日本.jpg"])
    assert all((tmp_path / path).exists() for path in found)


@posix
def test_an_unreadable_folder_is_reported_and_stops_nothing(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "locked/b.jpg", "z.jpg")
    (tmp_path / "locked").chmod(0)
    try:
        if os.access(tmp_path / "locked", os.R_OK):
            pytest.skip("this user may read everything")
        problems: list[Problem] = []
        assert paths(tmp_path, problems) == ["a.jpg", "z.jpg"]
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert [problem.path for problem in problems] == ["locked"]
    assert "cannot be read" in problems[0].reason


def test_a_folder_that_cannot_be_listed_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.jpg", "bad/b.jpg", "z.jpg")
    listed = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "bad":
            raise OSError(5, "Input/output error")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    problems: list[Problem] = []
    assert paths(tmp_path, problems) == ["a.jpg", "z.jpg"]
    assert problems == [Problem("bad", "is a folder that cannot be read: input/output error")]


def test_a_missing_root_is_a_user_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere"):
        paths(tmp_path / "nowhere")


def test_a_cancel_is_heard_within_a_large_folder(tmp_path: Path) -> None:
    make(tmp_path, *(f"{i}.jpg" for i in range(500)))
    job = Job()
    found = walk(tmp_path, job)
    next(found)
    job.cancel()
    with pytest.raises(Cancelled):
        list(found)


def test_digest_is_of_the_bytes(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    (tmp_path / "b.jpg").write_bytes(b"a.jpg")
    expected = hashlib.blake2b(b"a.jpg", digest_size=16).hexdigest()
    assert digest(tmp_path / "a.jpg") == digest(tmp_path / "b.jpg") == expected


@posix
def test_pipes_sockets_devices_and_dangling_links_are_listed_and_never_opened(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "device.png").symlink_to("/dev/null")
    (tmp_path / "gone.jpg").symlink_to("nowhere.jpg")
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    (tmp_path / "pipe.txt").symlink_to("nowhere")
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(tmp_path)  # a socket's path has at most a hundred bytes
        try:
            bound.bind("socket.jpg")
        finally:
            os.chdir(here)
        problems: list[Problem] = []
        assert paths(tmp_path, problems) == ["a.jpg"]
    assert {problem.path: problem.reason for problem in problems} == {
        "pipe.jpg": reasons.NO_FILE,
        "socket.jpg": reasons.NO_FILE,
        "device.png": reasons.NO_FILE,
        "gone.jpg": reasons.NOWHERE,
        "loop.jpg": "cannot be read: too many levels of symbolic links",
    }


@posix
def test_links_that_leave_the_folder_are_followed_only_when_asked(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "photos", tmp_path / "photos of others"
    make(folder, "a.jpg", "sub/b.jpg")
    make(elsewhere, "c.jpg", "d/e.jpg")
    (folder / "c.jpg").symlink_to(elsewhere / "c.jpg")
    (folder / "others").symlink_to(elsewhere)
    (folder / "again").symlink_to(folder / "sub")
    (folder / "b.jpg").symlink_to("sub/b.jpg")
    problems: list[Problem] = []
    assert paths(folder, problems) == ["a.jpg", "b.jpg", "sub/b.jpg"]
    assert [(p.path, p.reason) for p in problems] == [("c.jpg", reasons.LEAVES), ("others", reasons.LEAVES)]
    found = [file.path for file in walk(folder, Job(), looking=Looking(follow_links=True))]
    assert found == ["a.jpg", "b.jpg", "c.jpg", "sub/b.jpg", "others/c.jpg", "others/d/e.jpg"]
    (tmp_path / "way in").symlink_to(folder)
    assert paths(tmp_path / "way in") == ["a.jpg", "b.jpg", "sub/b.jpg"]
