"""The disk of the library is full: what was acknowledged stays, what was not says so, and with room it goes on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from engine.core.errors import UserError
from engine.edits import Move
from engine.edits.history import History
from engine.library.explain import explain
from engine.library.library import Library
from engine.library.thumbnails import write_thumbnail
from tests.engine.filing.files import opened, write

PHOTOS = 30


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for number in range(PHOTOS):
        write(tmp_path / "photos" / f"{number:02}.jpg")
    return tmp_path / "photos"


@pytest.fixture
def library(photos: Path, small_disk: Path) -> Iterator[Library]:
    with opened(photos, small_disk / "lib") as made:
        made.catalog.clusters.add({"c1": "Dogs", "c2": "Cats"})
        yield made


def fill(disk: Path, but: int = 0) -> Path:
    """Take all the room that there is, but these bytes."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            os.ftruncate(file.fileno(), max(file.tell() - but, 0))
    return filler


def until_full(library: Library, do: Callable[[int], object]) -> int:
    """How many were acknowledged before one was refused with the sentence of a full disk."""
    for number in range(10_000):
        try:
            do(number)
        except Exception as error:
            if "The disk is full" not in str(explain(error, library.folder)):
                raise
            return number
    raise AssertionError("it was never full")


def test_corrections_that_were_acknowledged_stay(library: Library, photos: Path, small_disk: Path) -> None:
    history = History(library.catalog)
    filler = fill(small_disk, but=100_000)
    count = until_full(library, lambda n: history.do(Move([1 + n % PHOTOS], f"c{1 + n // PHOTOS % 2}")))
    assert count > 0
    pinned = dict(library.catalog.corrections.all().pins)
    assert not library.catalog.connection.in_transaction
    filler.unlink()
    history.do(Move([PHOTOS], "c2"))  # the same connection goes on
    library.close()
    with Library(small_disk / "lib", "test") as again:
        assert dict(again.catalog.corrections.all().pins) == pinned | {PHOTOS: "c2"}
        assert len(again.catalog.edits.all()) == count + 1


def test_marks_of_a_review_that_were_acknowledged_stay(library: Library, small_disk: Path) -> None:
    fill(small_disk, but=60_000)
    flags = ("keep", "reject")
    until_full(library, lambda n: library.catalog.flags.set({1 + n % PHOTOS: flags[n // PHOTOS % 2]}))
    marked = library.catalog.flags.all()
    library.close()
    (small_disk / "filler").unlink()
    with Library(small_disk / "lib", "test") as again:
        assert again.catalog.flags.all() == marked != {}


def test_a_large_write_that_finds_no_room_is_taken_back_as_a_whole(library: Library, small_disk: Path) -> None:
    """SQLite takes it back itself, in the middle: that it has no more to take back hid that the disk was full."""
    fill(small_disk, but=100_000)
    before = library.catalog.files.all()
    with pytest.raises(Exception, match="full") as raised, library.catalog.transaction():
        library.catalog.files.add(1, ((f"{'new' * 20}{n}.jpg", 1, 1) for n in range(60_000)))
    assert "The disk is full" in str(explain(raised.value, library.folder))
    assert not library.catalog.connection.in_transaction
    assert library.catalog.files.all() == before


def test_a_thumbnail_is_whole_or_not_there(small_disk: Path) -> None:
    picture = Image.effect_noise((320, 320), 90).convert("RGB")
    write_thumbnail(picture, small_disk / "aa" / "old.jpg")
    before = (small_disk / "aa" / "old.jpg").read_bytes()
    fill(small_disk, but=5000)
    for name in ("old.jpg", "new.jpg"):
        with pytest.raises(UserError, match="No space left"):
            write_thumbnail(picture, small_disk / "aa" / name)
    assert {path.name: path.read_bytes() for path in (small_disk / "aa").iterdir()} == {"old.jpg": before}


def test_a_library_opens_and_closes_where_there_is_no_room_for_a_backup(library: Library, small_disk: Path) -> None:
    History(library.catalog).do(Move([1], "c1"))
    fill(small_disk)
    library.close()
    (small_disk / "filler").unlink()
    kept = shutil.copytree(small_disk / "lib", small_disk / "copy")
    with Library(Path(kept), "test") as again:
        assert dict(again.catalog.corrections.all().pins) == {1: "c1"}
