"""Where a file system has no hard links an empty file of ours holds a name: it goes again, and nobody else's does."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.job import Job
from engine.filing import journal
from engine.filing.acting.act import act
from engine.filing.acting.recover import recover
from engine.filing.acting.undo import undo
from engine.filing.journal import Journal
from engine.filing.operations import Action
from engine.library.library import Library
from tests.engine.filing.files import ids_of, opened, planned, tree, write


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    write(tmp_path / "photos" / "a.jpg")
    write(tmp_path / "photos" / "b.jpg")
    return tmp_path / "photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "library") as library:
        yield library


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)


def moved(library: Library, photos: Path, there: Path, action: Action = "move") -> int:
    return planned(library, action, [(photos / name, there / name) for name in ("a.jpg", "b.jpg")])


@pytest.mark.parametrize("empty", ["a.jpg", "b.jpg"])
def test_an_empty_file_of_somebody_in_the_old_place_stays(
    empty: str, library: Library, photos: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    act(library, moved(library, photos, there), Job())
    write(photos / empty).write_bytes(b"")
    record = undo(library, 1, None, Job())
    assert [str(o.why) for o in record.plan.operations if o.why] == [f"there is another {empty} in its place now"]
    assert (photos / empty).read_bytes() == b""
    assert (there / empty).read_bytes() == empty.encode()


@pytest.mark.parametrize("action", ["move", "copy"])
@pytest.mark.usefixtures("no_links")
def test_without_hard_links_it_is_done_and_taken_back(
    action: Action, library: Library, photos: Path, tmp_path: Path
) -> None:
    before, there = tree(photos), tmp_path / "there"
    act(library, moved(library, photos, there, action), Job())
    assert (there / "b.jpg").read_bytes() == b"b.jpg"
    assert journal.read(library.folder, 1).intended[1]["held"] == str(there / "b.jpg")
    undo(library, 1, None, Job())
    assert tree(photos) == before
    assert not there.exists()


@pytest.mark.parametrize("action", ["move", "copy"])
def test_a_name_that_was_held_when_it_was_cut_is_free_again(
    action: Action, library: Library, photos: Path, tmp_path: Path
) -> None:
    before, there = tree(photos), tmp_path / "there"
    id_ = moved(library, photos, there, action)
    with Journal(library.folder, id_) as written:
        written.enter("begun")
        written.intend(0, {"held": str(there / "a.jpg")})
    there.mkdir()
    (there / "a.jpg").touch()
    assert recover(library, Job()) == [id_]
    assert tree(photos) == before
    assert not there.exists()


def test_an_undo_that_was_cut_while_it_held_the_name_is_gone_on_with(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    before, there = tree(photos), tmp_path / "there"
    id_ = moved(library, photos, there)
    act(library, id_, Job())
    with Journal(library.folder, id_) as written:
        written.enter("undoing")
        written.intend(1, {"held": str(photos / "b.jpg")})
    (photos / "b.jpg").touch()
    recover(library, Job())
    assert tree(photos) == before
    assert sorted(ids_of(library)) == ["a.jpg", "b.jpg"]
