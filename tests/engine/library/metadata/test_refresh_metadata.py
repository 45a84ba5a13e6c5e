"""A library of an earlier version gets the right dates at its next scan, and costs nothing after that."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PIL.ExifTags import Base

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import Content, Progress
from engine.library.library import Library, open_library
from engine.library.metadata.metadata import VERSION
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.refresh_metadata import STAGE, refresh_metadata
from engine.pipeline.scan import scan
from tests.engine.library.metadata.written import app1, exif, jpeg, png, profile, xmp

OLD = datetime(2021, 4, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Photos"
    folder.mkdir()
    for year in (1989, 1990, 1991):
        (folder / f"{year}.jpg").write_bytes(jpeg(app1(xmp(f'exif:DateTimeOriginal="{year}-05-05T14:08:45"'))))
    (folder / "upright.png").write_bytes(png())
    return folder


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[Library]:
    """As an earlier version has left it: it took the change date, and no place."""
    opened, root = open_library(folder, tmp_path / "library", "a test")
    with opened:
        scan(opened, root, Outcome(), Job())
        read(opened, 1, Outcome(), Job())
        contents = opened.catalog.files.contents().values()
        opened.catalog.files.add_contents(c._replace(taken_at=OLD, metadata_version=0) for c in contents)
        yield opened


def contents(library: Library) -> dict[str, Content]:
    known = library.catalog.files.contents()
    return {file.path: known[str(file.digest)] for file in library.catalog.files.readable()}


def stages(library: Library) -> list[Progress]:
    heard: list[Progress] = []
    refresh_metadata(library, 1, Job(heard.append))
    return heard


def test_what_an_earlier_version_has_read_is_read_again_once(library: Library) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in (library.folder / "thumbnails").rglob("*.jpg")}
    heard = stages(library)
    assert (heard[-1].stage, heard[-1].done, heard[-1].total) == (STAGE, 4, 4)
    found = contents(library)
    assert str(found["1989.jpg"].taken_at) == "1989-05-05 14:08:45"
    assert (found["1989.jpg"].taken_from, found["1989.jpg"].metadata_version) == ("xmp", VERSION)
    assert found["upright.png"].taken_at is None
    after = {path.name: path.stat().st_mtime_ns for path in (library.folder / "thumbnails").rglob("*.jpg")}
    assert after == before
    assert stages(library) == []


def test_a_scan_of_today_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    opened, root = open_library(folder, tmp_path / "another", "a test")
    with opened:
        scan(opened, root, Outcome(), Job())
        read(opened, 1, Outcome(), Job())
        assert stages(opened) == []


def test_a_folder_that_is_away_stays_as_it_is_and_is_read_when_it_is_back(library: Library, folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    assert stages(library) == []
    assert {content.taken_at for content in contents(library).values()} == {OLD}
    folder.with_name("away").rename(folder)
    stages(library)
    assert contents(library)["1990.jpg"].taken_at == datetime(1990, 5, 5, 14, 8, 45)


def test_of_copies_one_that_can_be_opened_is_read(library: Library, folder: Path) -> None:
    shutil.copyfile(folder / "1989.jpg", folder / "a copy.jpg")
    (root,) = (root for root, _ in library.catalog.files.roots())
    scan(library, root, Outcome(), Job())
    read(library, 1, Outcome(), Job())
    (folder / "1989.jpg").unlink()
    stages(library)
    assert contents(library)["a copy.jpg"].taken_at == datetime(1989, 5, 5, 14, 8, 45)


def test_a_cancel_keeps_what_is_done_and_the_next_scan_goes_on(library: Library) -> None:
    def cancel(progress: Progress) -> None:
        if progress.done >= 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        refresh_metadata(library, 1, Job(cancel))
    stages(library)
    assert {content.metadata_version for content in contents(library).values()} == {VERSION}


def test_a_picture_that_turns_out_to_lie_on_its_side_is_read_anew(tmp_path: Path) -> None:
    folder = tmp_path / "Photos"
    folder.mkdir()
    lying = png(profile("exif", b"Exif\0\0" + exif({Base.Orientation: 6}), tail=b"\n0 rubbish"))
    (folder / "gimp.png").write_bytes(lying)
    opened, root = open_library(folder, tmp_path / "library", "a test")
    with opened:
        scan(opened, root, Outcome(), Job())
        read(opened, 1, Outcome(), Job())
        files = opened.catalog.files
        (content,) = files.contents().values()
        files.add_contents([content._replace(orientation=1, width=32, height=24, metadata_version=0)])
        files.add_vectors("a backbone", [content.digest], "shard", 0)
        stages(opened)
        assert files.vector_locations("a backbone") == {}
        assert not opened.thumbnails.has(content.digest)
        read(opened, 1, Outcome(), Job())
        assert files.contents() == {content.digest: content}
        assert opened.thumbnails.has(content.digest)


def test_a_file_that_no_longer_can_be_read_is_tried_once(library: Library, folder: Path) -> None:
    size = (folder / "1989.jpg").stat().st_size
    (folder / "1989.jpg").write_bytes(b"no picture".ljust(size, b"\0"))
    stages(library)
    assert (contents(library)["1989.jpg"].taken_at, contents(library)["1989.jpg"].metadata_version) == (OLD, VERSION)
    assert stages(library) == []
