"""Another drive, or none, at the place of a folder is told apart from deleted photos."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.core.errors import FolderAway
from engine.core.job import Job
from engine.library import reasons
from engine.library.library import Library, open_library
from engine.library.safety import volumes
from engine.pipeline.forget import forget_missing
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan

Volumes = dict[Path, str]


@pytest.fixture
def drives(monkeypatch: pytest.MonkeyPatch) -> Volumes:
    """The drives that are mounted, by place; everything else lies on the disk."""
    mounted: Volumes = {}

    def identity(folder: Path) -> str:
        return next((mounted[place] for place in (folder, *folder.parents) if place in mounted), "disk")

    monkeypatch.setattr(volumes, "identity", identity)
    return mounted


@pytest.fixture
def card(tmp_path: Path, drives: Volumes) -> Iterator[tuple[Library, int, Path]]:
    folder = tmp_path / "card"
    _photos(folder, range(6))
    drives[folder] = "card 1"
    library, root = open_library(folder, tmp_path / "library", "a test")
    with library:
        scan(library, root, Outcome(), Job())
        read(library, 1, Outcome(), Job())
        yield library, root, folder


def _photos(folder: Path, numbers: range) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    for number in numbers:
        Image.fromarray(np.full((16, 16 + number, 3), 40 * number % 255, np.uint8)).save(folder / f"{number}.png")


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def test_another_card_at_the_same_place_forgets_nothing(card: tuple[Library, int, Path], drives: Volumes) -> None:
    library, root, folder = card
    _clear(folder)
    _photos(folder, range(10, 12))
    drives[folder] = "card 2"
    library.root(folder)
    for _ in range(2):
        with pytest.raises(FolderAway, match=r"Another drive .* of the 6 pictures .* 6 are missing"):
            scan(library, root, Outcome(), Job())
    assert len(library.catalog.files.all()) == 6
    assert forget_missing(library, root) == 6
    scan(library, root, Outcome(), Job())
    assert [file.path for file in library.catalog.files.all()] == ["10.png", "11.png"]


def test_what_is_deleted_on_the_same_card_is_gone(card: tuple[Library, int, Path]) -> None:
    library, root, folder = card
    _clear(folder)
    _photos(folder, range(10, 12))
    scan(library, root, Outcome(), Job())
    assert [file.path for file in library.catalog.files.all()] == ["10.png", "11.png"]


def test_the_same_photos_on_a_new_drive_are_the_same(card: tuple[Library, int, Path], drives: Volumes) -> None:
    library, root, folder = card
    ids = [file.id for file in library.catalog.files.all()]
    drives[folder] = "card 2"
    (folder / "0.png").unlink()
    scan(library, root, Outcome(), Job())
    assert [file.id for file in library.catalog.files.all()] == ids[1:]
    assert volumes.remembered(library.catalog, root) == {"": "card 2"}


def test_a_copy_is_no_move_while_the_original_is_on_another_card(
    card: tuple[Library, int, Path], drives: Volumes, tmp_path: Path
) -> None:
    library, root, folder = card
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy2(folder / "3.png", other / "copy.png")
    _clear(folder)
    _photos(folder, range(10, 12))
    drives[folder] = "card 2"
    scan(library, library.root(other), Outcome(), Job())
    assert len(library.catalog.files.all(root)) == 6


def _mount(place: Path) -> Callable[[], object]:
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "none", str(place)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("only root can mount a drive")
    return lambda: subprocess.run(["umount", str(place)], check=False, capture_output=True)


@pytest.mark.skipif(sys.platform != "linux", reason="drives are mounted on Linux alone")
@pytest.mark.parametrize("removed", [False, True])
def test_an_empty_mount_point_below_the_folder_keeps_its_photos(tmp_path: Path, removed: bool) -> None:
    folder, place = tmp_path / "photos", tmp_path / "photos" / "stick"
    _photos(folder, range(3))
    unmount = _mount(place)
    try:
        _photos(place / "2024", range(3, 6))
        (folder / "own").mkdir()
        _photos(folder / "own", range(6, 8))
        library, root = open_library(folder, tmp_path / "library", "a test")
        with library:
            scan(library, root, Outcome(), Job())
            assert set(volumes.remembered(library.catalog, root)) == {"", "stick"}
            unmount()
            if removed:
                place.rmdir()
            _clear(folder / "own")
            outcome = Outcome()
            scan(library, root, outcome, Job())
            assert [(p.path, p.reason) for p in outcome.problems] == [("stick", reasons.AWAY)]
            read(library, 1, Outcome(), Job())
            there = [file.path for file in library.catalog.files.all()]
            assert there == ["0.png", "1.png", "2.png", *(f"stick/2024/{n}.png" for n in range(3, 6))]
            assert forget_missing(library, root) == 3
            outcome = Outcome()
            scan(library, root, outcome, Job())
            assert outcome.problems == []
    finally:
        unmount()


@pytest.mark.skipif(sys.platform != "linux", reason="drives are mounted on Linux alone")
def test_two_drives_are_told_apart(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    unmounts = [_mount(first), _mount(second)]
    try:
        known = [volumes.identity(place) for place in (first, second, tmp_path)]
        (first / "below").mkdir()
        assert "" not in known
        assert len(set(known)) == 3
        assert volumes.identity(first / "below") == known[0]
    finally:
        for unmount in unmounts:
            unmount()
