"""Watching sees what changes in files, waits until it rests, and takes a folder that is away for no change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.core.errors import UserError
from engine.core.records import File
from engine.library.beside.ignore import IGNORE_FILE
from engine.library.changes.watching import FolderWatch, Look

REST, PATIENCE = 2.0, 30.0


class Watched:
    """A folder with three files, known to the catalog, and a clock that the test turns on."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, 100.0
        folder.mkdir()
        for number in range(3):
            (folder / f"{number}.jpg").write_bytes(b"photo")
        statuses = {path.name: path.stat() for path in folder.iterdir()}
        known = [File(i, 1, name, s.st_size, s.st_mtime_ns) for i, (name, s) in enumerate(statuses.items())]
        self.watch = FolderWatch(known, REST, PATIENCE, lambda: self.now)

    def look(self, after: float = 0.0) -> Look:
        self.now += after
        return self.watch.look({1: self.folder})

    def due(self, after: float = 0.0) -> bool:
        """Look, and take in what is due."""
        look = self.look(after)
        if look.due:
            self.watch.taken_in()
        return look.due


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path / "Photos")


def test_nothing_is_due_where_nothing_changes(watched: Watched) -> None:
    assert [watched.due(10.0) for _ in range(3)] == [False] * 3
    assert watched.look().restless == 0


@pytest.mark.parametrize("act", ["edit", "same size", "touch", "replace", "new", "delete", "rename"])
def test_each_change_is_due_once_it_has_rested_and_then_never_again(watched: Watched, act: str) -> None:
    watched.look()
    one = watched.folder / "1.jpg"
    if act == "edit":
        with one.open("ab") as file:
            file.write(b"more")
    elif act == "same size":
        one.write_bytes(b"PHOTO")
        os.utime(one, (5e8, 5e8))
    elif act == "touch":
        os.utime(one, (5e8, 5e8))
    elif act == "replace":
        (watched.folder / ".part").write_bytes(b"another photo")
        (watched.folder / ".part").replace(one)
    elif act == "new":
        (watched.folder / "3.jpg").write_bytes(b"photo")
    elif act == "delete":
        one.unlink()
    else:
        one.rename(watched.folder / "renamed.jpg")
    assert watched.look(5.0).restless > 0
    assert not watched.due(REST / 2)
    assert watched.due(REST / 2)
    assert [watched.due(10.0) for _ in range(3)] == [False] * 3


def test_what_grows_is_not_due_and_keeps_the_rest_waiting_only_for_a_while(watched: Watched) -> None:
    watched.look()
    (watched.folder / "3.jpg").write_bytes(b"photo")
    growing = watched.folder / "4.jpg"
    due = []
    for second in range(40):
        with growing.open("ab") as file:
            file.write(b"x" * 9)
        due.append(watched.due(1.0))
        assert due[-1] is (second == PATIENCE)
    assert not watched.due(REST / 2)
    assert watched.due(REST / 2)


def test_five_hundred_files_copied_in_at_once_are_due_once(watched: Watched) -> None:
    watched.look()
    due = []
    for number in range(500):
        (watched.folder / f"new{number}.jpg").write_bytes(b"photo")
        if number % 25 == 0:
            due.append(watched.due(1.0))
    due += [watched.due(1.0) for _ in range(5)]
    assert sum(due) == 1


def test_a_folder_that_goes_or_is_empty_is_away_and_due_once_when_it_is_back(watched: Watched, tmp_path: Path) -> None:
    watched.look()
    watched.folder.rename(tmp_path / "elsewhere")
    looks = [watched.look(10.0) for _ in range(2)]
    watched.folder.mkdir()  # the mount point of a drive
    looks.append(watched.look(10.0))
    assert [(look.due, look.restless, look.away) for look in looks] == [(False, 0, {watched.folder})] * 3
    watched.folder.rmdir()
    (tmp_path / "elsewhere").rename(watched.folder)
    assert [watched.due(10.0) for _ in range(3)] == [True, False, False]
    assert watched.look().away == set()


def test_an_empty_folder_that_holds_nothing_known_is_not_away(watched: Watched, tmp_path: Path) -> None:
    (tmp_path / "Camera").mkdir()
    look = watched.watch.look({1: watched.folder, 2: tmp_path / "Camera"})
    assert (look.due, look.away) == (False, set())


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read all")
def test_a_folder_that_may_not_be_read_is_no_change(watched: Watched) -> None:
    below = watched.folder / "below"
    below.mkdir()
    (below / "4.jpg").write_bytes(b"photo")
    watched.look()
    watched.due(REST)
    below.chmod(0)
    try:
        assert [watched.due(10.0) for _ in range(3)] == [False] * 3
    finally:
        below.chmod(0o700)
    assert not watched.due(10.0)


def test_a_folder_below_that_cannot_be_listed_is_no_change(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    below = watched.folder / "below"
    below.mkdir()
    (below / "4.jpg").write_bytes(b"photo")
    watched.look()
    assert watched.due(REST)
    scandir = os.scandir

    def refused(path: Path) -> object:
        if Path(path).name == "below":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refused)
        assert [(watched.due(10.0), watched.look().away) for _ in range(3)] == [(False, set())] * 3
    assert not watched.due(10.0)


def test_a_line_that_is_no_pattern_is_a_sentence(watched: Watched) -> None:
    (watched.folder / IGNORE_FILE).write_text("!\n")
    with pytest.raises(UserError, match="not a pattern"):
        watched.look()
