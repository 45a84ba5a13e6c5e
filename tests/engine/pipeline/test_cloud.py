"""A file that only stands for one in a cloud is listed and left alone until the user asks for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import Progress
from engine.edits import Move
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.library import cloud, reasons
from engine.library.cloud import in_cloud
from engine.library.library import Library, open_library
from engine.library.scan import digest
from engine.pipeline import read as reading
from engine.pipeline import scan as scanning
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.scan import scan

QUICK = OrganiseOptions(k=4, method="kmeans", map="pca")


class Cloud:
    """Files by inode that are in the cloud, and which of them were opened all the same."""

    def __init__(self) -> None:
        self._inodes: set[int] = set()
        self.opened: list[str] = []

    def take(self, *photos: Path) -> None:
        self._inodes |= {photo.stat().st_ino for photo in photos}

    def give_back(self, *photos: Path) -> None:
        self._inodes -= {photo.stat().st_ino for photo in photos}

    def attributes(self, status: os.stat_result) -> tuple[int, int]:
        return (0x00400000 if status.st_ino in self._inodes else 0), 0

    def digest(self, path: Path) -> str:
        if path.stat().st_ino in self._inodes:
            self.opened.append(path.name)
        return digest(path)


@pytest.fixture
def sky(monkeypatch: pytest.MonkeyPatch) -> Cloud:
    sky = Cloud()
    monkeypatch.setattr(cloud, "attributes", sky.attributes)
    for module in (reading, scanning):
        monkeypatch.setattr(module, "digest", sky.digest)
    return sky


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[tuple[Library, int]]:
    opened, root = open_library(photos, tmp_path / "library", "a test")
    with opened:
        yield opened, root


def skipped(library: Library) -> dict[str, str]:
    return {f.path: f.problem or "" for f in load_gallery(library.catalog, "pca").skipped}


@pytest.mark.parametrize(
    ("said", "away"),
    [
        ({}, False),
        ({"st_file_attributes": 0x20}, False),
        ({"st_file_attributes": 0x1000}, True),
        ({"st_file_attributes": 0x00040020}, True),
        ({"st_file_attributes": 0x00400020}, True),
        ({"st_flags": 0}, False),
        ({"st_flags": 0x40000000}, True),
    ],
)
def test_the_attributes_of_windows_and_macos_tell(said: dict[str, int], away: bool) -> None:
    assert in_cloud(cast(os.stat_result, SimpleNamespace(**said))) is away


def test_new_photos_in_the_cloud_are_listed_and_read_once_the_user_asks(
    library: tuple[Library, int], photos: Path, sky: Cloud
) -> None:
    away = sorted((photos / "DCIM").rglob("*.jpg"))[:3]
    sky.take(*away)
    names = {photo.relative_to(photos).as_posix() for photo in away}
    for _ in range(2):
        outcome = organise(*library, QUICK, Job())
        assert skipped(library[0]) == dict.fromkeys(names, reasons.IN_CLOUD)
    assert (outcome.decoded, sky.opened) == (0, [])
    assert len(library[0].catalog.files.readable()) == 37
    organise(*library, QUICK, Job(), RetrainPolicy(keep=True), download=True)
    assert (skipped(library[0]), len(sky.opened)) == ({}, 3)


def test_a_photo_that_comes_down_by_itself_is_read(library: tuple[Library, int], photos: Path, sky: Cloud) -> None:
    photo = min((photos / "DCIM").rglob("*.jpg"))
    sky.take(photo)
    organise(*library, QUICK, Job())
    sky.give_back(photo)
    organise(*library, QUICK, Job(), RetrainPolicy(keep=True))
    assert (skipped(library[0]), sky.opened) == ({}, [])


def test_known_photos_that_go_to_the_cloud_keep_their_clusters(
    library: tuple[Library, int], photos: Path, sky: Cloud
) -> None:
    organise(*library, QUICK, Job())
    catalog = library[0].catalog
    before = catalog.clusters.assignments()
    changed, moved = sorted((photos / "DCIM").rglob("*.jpg"))[:2]
    id_ = next(f.id for f in catalog.files.all() if f.path == moved.relative_to(photos).as_posix())
    other = next(c.id for c in catalog.clusters.visible() if c.id != catalog.clusters.assignments_of([id_])[id_][0])
    History(catalog).do(Move([id_], other))
    sky.take(*photos.rglob("*.*"))
    os.utime(changed, (1, 1))
    moved.rename(photos / "elsewhere.jpg")
    outcome = organise(*library, QUICK, Job())
    assert (outcome.decoded, outcome.moved, sky.opened, skipped(library[0])) == (0, 1, [], {})
    after = catalog.clusters.assignments()
    assert after.ids.tolist() == before.ids.tolist()
    assert catalog.corrections.pin_of(id_) == other
    assert {f.path for f in catalog.files.all() if f.id == id_} == {"elsewhere.jpg"}


def test_a_lost_thumbnail_downloads_nothing(library: tuple[Library, int], photos: Path, sky: Cloud) -> None:
    organise(*library, QUICK, Job())
    sky.take(*photos.rglob("*.*"))
    for thumbnail in (library[0].folder / "thumbnails").rglob("*.jpg"):
        thumbnail.unlink()
    organise(*library, QUICK, Job())
    assert (sky.opened, len(library[0].catalog.files.readable())) == ([], 40)


def test_a_scan_opens_nothing_to_look_for_moves(library: tuple[Library, int], photos: Path, sky: Cloud) -> None:
    organise(*library, QUICK, Job())
    photo = min((photos / "DCIM").rglob("*.jpg"))
    copy = photo.rename(photos / "elsewhere.jpg")
    os.utime(copy, (1, 1))
    sky.take(copy)
    scan(*library, Outcome(), Job())
    assert sky.opened == []


def test_many_photos_in_the_cloud_are_soon_listed_and_can_be_cancelled(
    library: tuple[Library, int], photos: Path, sky: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    sky.take(*photos.rglob("*.*"))
    listed: list[Path] = []
    monkeypatch.setattr(reading, "is_away", lambda folder: bool(listed.append(folder)))
    scan(*library, Outcome(), Job())
    heard: list[int] = []

    def stop_at_ten(progress: Progress) -> None:
        heard.append(progress.done)
        if progress.done == 10:
            job.cancel()

    job = Job(stop_at_ten)
    with pytest.raises(Cancelled):
        reading.read(library[0], 1, Outcome(), job)
    assert (heard[-1], heard) == (10, sorted(heard))
    reading.read(library[0], 1, Outcome(), Job())
    assert set(skipped(library[0]).values()) == {reasons.IN_CLOUD}
    assert len(listed) == 2  # once a run
