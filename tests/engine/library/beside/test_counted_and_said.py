"""What lies beside the pictures is counted and said: kinds that are not read, and folders of other programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from engine.core.errors import FolderAway
from engine.core.job import Job
from engine.library.beside.seen import Beside, beside_pictures
from engine.library.library import open_library
from engine.library.suffixes import SUFFIXES, UNREAD_SUFFIXES, VIDEO_SUFFIXES
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures, three of other kinds, one in a bin."""
    folder = tmp_path / "Pictures"
    for path in ("a.png", "deep/b.png", "#recycle/c.png"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (8, 8), (len(path) * 9, 0, 0)).save(folder / path)
    for path in ("x.PSD", "deep/y.psd", "z.svg", ".hidden.psd", "#recycle/v.psd", "notes.txt"):
        (folder / path).write_bytes(b"x")
    return folder


def test_kinds_that_are_not_read_and_folders_of_other_programs_are_counted(folder: Path, tmp_path: Path) -> None:
    library, root = open_library(folder, tmp_path / "library", "a test")
    with library:
        outcome = Outcome()
        scan(library, root, outcome, Job())
        assert outcome.seen == 2
        assert outcome.beside == beside_pictures(library.catalog) == Beside(0, {"psd": 2, "svg": 1}, {"#recycle": 1})  # type: ignore[arg-type]
        assert outcome.beside.kinds() == ["psd", "svg"]
        assert [f.path for f in outcome.left_out] == ["#recycle"]
        assert sorted(f.path for f in library.catalog.files.all()) == ["a.png", "deep/b.png"]
        (folder / "z.svg").unlink()
        scan(library, root, Outcome(), Job())
        assert beside_pictures(library.catalog).unknown == {"psd": 2}


def test_a_folder_that_holds_nothing_else_says_what_it_holds(folder: Path, tmp_path: Path) -> None:
    for path in ("a.png", "deep/b.png"):
        (folder / path).unlink()
    library, root = open_library(folder, tmp_path / "library", "a test")
    with library:
        with pytest.raises(FolderAway, match=r"There are no pictures in .* that can be read; .* there are 3: psd, svg"):
            scan(library, root, Outcome(), Job())
        for path in ("x.PSD", "deep/y.psd", "z.svg"):
            (folder / path).unlink()
        with pytest.raises(FolderAway, match=r"but in folders of other programs \(#recycle\), which are left out"):
            scan(library, root, Outcome(), Job())


def test_photos_that_are_left_out_now_come_back_as_they_were(folder: Path, tmp_path: Path) -> None:
    """An older version took them in: what the user has said of them hangs on the file, which stays known."""
    (folder / ".photoloomignore").write_text("![#]recycle/\n", "utf-8")
    library, root = open_library(folder, tmp_path / "library", "a test")
    with library:
        scan(library, root, Outcome(), Job())
        read(library, 1, Outcome(), Job())
        before = {f.path: f.id for f in library.catalog.files.all()}
        assert "#recycle/c.png" in before
        (folder / ".photoloomignore").unlink()
        scan(library, root, Outcome(), Job())
        assert "#recycle/c.png" not in {f.path for f in library.catalog.files.all()}
        (folder / ".photoloomignore").write_text("![#]recycle/\n", "utf-8")
        scan(library, root, Outcome(), Job())
        assert {f.path: f.id for f in library.catalog.files.all()} == before


def test_a_library_all_of_whose_photos_are_left_out_forgets_none(folder: Path, tmp_path: Path) -> None:
    library, root = open_library(folder, tmp_path / "library", "a test")
    with library:
        scan(library, root, Outcome(), Job())
        inner = folder / "@eaDir"
        inner.mkdir()
        (folder / "a.png").rename(inner / "a.png")
        (folder / "deep").rename(inner / "deep")
        with pytest.raises(FolderAway, match=r"lie in folders of other programs now .*Nothing was forgotten"):
            scan(library, root, Outcome(), Job())
        assert len(library.catalog.files.all()) == 2


def test_no_suffix_is_of_two_kinds() -> None:
    kinds = (SUFFIXES, VIDEO_SUFFIXES, UNREAD_SUFFIXES)
    assert sum(map(len, kinds)) == len(frozenset().union(*kinds))
    assert all(suffix == suffix.lower().strip(".") for kind in kinds for suffix in kind)
