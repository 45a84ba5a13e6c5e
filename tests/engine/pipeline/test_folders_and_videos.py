"""A library may hold several folders; videos in them are counted and left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import open_backbone
from engine.gallery.snapshot import load_gallery
from engine.library.beside.seen import Beside, beside_pictures
from engine.library.library import open_library
from engine.pipeline.embed import embed
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan, scan_others


def test_videos_are_counted_and_never_entered(photos: Path, tmp_path: Path) -> None:
    (photos / "trip.MP4").write_bytes(b"a film")
    (photos / "DCIM").mkdir(exist_ok=True)
    (photos / "DCIM" / "clip.mov").write_bytes(b"a film")
    library, root = open_library(photos, tmp_path / "library", "a test")
    with library:
        outcome = Outcome()
        scan(library, root, outcome, Job())
        assert outcome.seen == 40
        assert beside_pictures(library.catalog) == load_gallery(library.catalog, "pca").beside == Beside(2)
        assert not [f for f in library.catalog.files.all() if f.path.lower().endswith((".mp4", ".mov"))]
        (photos / "trip.MP4").unlink()
        scan(library, root, Outcome(), Job())
        assert beside_pictures(library.catalog).videos == 1


def test_a_folder_of_videos_holds_no_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "Films"
    folder.mkdir()
    (folder / "one.mkv").write_bytes(b"a film")
    library, root = open_library(folder, tmp_path / "library", "a test")
    with library, pytest.raises(UserError, match="There are no pictures in"):
        scan(library, root, Outcome(), Job())


def test_the_other_folders_of_a_library_are_scanned_too_and_an_absent_one_is_kept(photos: Path, tmp_path: Path) -> None:
    other, gone = (Path(shutil.copytree(photos / "DCIM", tmp_path / name)) for name in ("Camera", "Stick"))
    (other / "more.mp4").write_bytes(b"a film")
    library, root = open_library(photos, tmp_path / "library", "a test")
    with library:
        roots = [library.root(folder.resolve()) for folder in (other, gone)]
        scan_others(library, root, Job())
        counts = [len(library.catalog.files.all(r)) for r in roots]
        assert counts[0] == counts[1] > 0
        assert library.catalog.files.all(root) == []
        shutil.rmtree(gone)
        shutil.rmtree(other)
        other.mkdir()
        scan_others(library, root, Job())
        assert [len(library.catalog.files.all(r)) for r in roots] == counts
        assert beside_pictures(library.catalog).videos == 1


def test_a_drive_that_is_away_takes_no_video_with_it(photos: Path, tmp_path: Path) -> None:
    (photos / "trip.mp4").write_bytes(b"a film")
    library, root = open_library(photos, tmp_path / "library", "a test")
    with library:
        scan(library, root, Outcome(), Job())
        shutil.rmtree(photos)
        photos.mkdir()
        with pytest.raises(UserError, match="is its drive plugged in"):
            scan(library, root, Outcome(), Job())
        assert beside_pictures(library.catalog).videos == 1


def test_what_the_user_can_mend_in_another_folder_is_said(photos: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(photos / "DCIM", tmp_path / "Camera"))
    (other / ".photoloomignore").write_text("!\n", "utf-8")
    library, root = open_library(photos, tmp_path / "library", "a test")
    with library:
        library.root(other.resolve())
        with pytest.raises(UserError, match=r"Camera.*photoloomignore holds a line that is not a pattern"):
            scan_others(library, root, Job())


def test_a_lost_thumbnail_and_a_drive_that_is_away_forget_no_photo(photos: Path, tmp_path: Path) -> None:
    stick, away = Path(shutil.copytree(photos / "DCIM", tmp_path / "Stick")), tmp_path / "away"
    for place, photo in enumerate(sorted(path for path in stick.rglob("*") if path.is_file())):
        with photo.open("ab") as file:
            file.write(bytes([place]))  # pictures of its own, not copies
    library, root = open_library(photos, tmp_path / "library", "a test")
    with library:
        library.root(stick.resolve())

        def look() -> int:
            scan(library, root, Outcome(), Job())
            scan_others(library, root, Job())
            read(library, 2, Outcome(), Job())
            return len(library.catalog.files.readable())

        everything = look()
        shutil.rmtree(tmp_path / "library" / "thumbnails")
        stick.rename(away)
        assert look() == everything
        lost = [f for f in library.catalog.files.readable() if not library.thumbnails.has(str(f.digest))]
        assert lost
        assert all(f.root != root for f in lost)
        with pytest.raises(UserError, match=r"thumbnail of .* is missing"):
            embed(library, open_backbone(DEFAULT_BACKBONE), "cpu", 1, Outcome(), Job())
        away.rename(stick)
        assert look() == everything
        assert all(library.thumbnails.has(str(f.digest)) for f in library.catalog.files.readable())
