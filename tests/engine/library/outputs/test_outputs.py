"""What Photoloom writes never replaces a file of the user's, and is never taken for photos."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from engine.core.errors import UserError
from engine.core.job import Job
from engine.library.library import open_library
from engine.library.outputs.own import MARKER, check_output, mark_own
from engine.library.outputs.whole import write_whole
from engine.library.scan import walk

Engine = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(3):
        Image.effect_noise((40, 30), 10 + number).save(folder / f"{number}.jpg")
    return folder


@pytest.mark.parametrize("name", ["0.jpg", "new.png", "notes.txt", "other.json", "", "link.json"])
def test_out_never_replaces_a_file_of_the_users(engine: Engine, photos: Path, tmp_path: Path, name: str) -> None:
    (photos / "notes.txt").write_text("dear diary")
    (photos / "other.json").write_text("[1, 2]")
    (photos / "link.json").symlink_to(photos / "notes.txt")
    before = {path: path.read_bytes() for path in photos.iterdir()}
    run = engine("organise", photos, "--library", tmp_path / "library", "--out", photos / name)
    assert run.returncode == 1
    assert len(run.stderr.strip().splitlines()) == 1
    assert {path: path.read_bytes() for path in photos.iterdir()} == before
    assert not (tmp_path / "library").exists()


def test_a_result_of_ours_is_replaced(tmp_path: Path) -> None:
    for text in ('{"version": 1, "photoloom": "0.1.0"}', '{\n "version": 1}', ""):
        (tmp_path / "result.json").write_text(text)
        check_output(tmp_path / "result.json")


def test_an_earlier_file_stays_where_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("old")

    def parts():  # type: ignore[no-untyped-def]
        yield b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="No space left"):
        write_whole(tmp_path / "a.json", parts())
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.json", "old")]


def test_folders_of_ours_among_the_photos_are_not_taken_in(photos: Path) -> None:
    library, report = photos / "library", photos / "report"
    opened, _ = open_library(photos, library, "test")
    with opened:
        pass
    (library / "thumbnails").mkdir(exist_ok=True)
    Image.new("RGB", (9, 9)).save(library / "thumbnails" / "a.jpg")
    report.mkdir()
    mark_own(report, "a report")
    Image.new("RGB", (9, 9)).save(report / "b.jpg")
    old = photos / "old report"
    old.mkdir()
    for name in ("index.html", "photos.js", "style.css", "report.js"):
        (old / name).touch()
    Image.new("RGB", (9, 9)).save(old / "c.jpg")
    assert [found.path for found in walk(photos, Job())] == ["0.jpg", "1.jpg", "2.jpg"]
    for own in (library, report):
        with pytest.raises(UserError, match="Photoloom's own"):
            open_library(own, photos.parent / "elsewhere", "test")


def test_a_marker_says_what_it_is(tmp_path: Path) -> None:
    mark_own(tmp_path, "a report")
    assert "a report" in (tmp_path / MARKER).read_text()
    assert os.listdir(tmp_path) == [MARKER]  # noqa: PTH208
