"""A photo that is moved from one folder of a library to another stays the same photo."""

from __future__ import annotations

import os
import shutil
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
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.scan import scan, scan_others

QUICK = OrganiseOptions(k=4, method="kmeans", map="pca")


class Home:
    """A library of two folders, Phone and Camera, and a photo of Phone's."""

    def __init__(self, library: Library, phone: Path, camera: Path) -> None:
        self.library, self.phone, self.camera = library, phone, camera
        self.roots = {folder: library.root(folder) for folder in (phone, camera)}
        self.photo = min((phone / "DCIM").rglob("*.jpg"))

    def scan(self, *folders: Path) -> None:
        for folder in folders:
            scan(self.library, self.roots[folder], Outcome(), Job())

    def ids(self, folder: Path) -> dict[str, int]:
        return {f.path: f.id for f in self.library.catalog.files.all(self.roots[folder])}

    def cluster(self, file: int) -> str | None:
        return self.library.catalog.clusters.assignments_of([file])[file][0]

    def id(self) -> int:
        return self.ids(self.phone)[self.photo.relative_to(self.phone).as_posix()]


@pytest.fixture
def home(photos: Path, tmp_path: Path) -> Iterator[Home]:
    camera = tmp_path / "Camera"
    camera.mkdir()
    (photos / "Download").rename(camera / "Download")
    library, root = open_library(photos, tmp_path / "library", "a test")
    with library:
        found = Home(library, photos, camera)
        scan_others(library, root, Job())
        organise(library, root, QUICK, Job())
        yield found


@pytest.mark.parametrize("order", ["from first", "to first", "to alone"])
def test_a_moved_photo_keeps_its_id_its_pin_and_its_undo(home: Home, order: str) -> None:
    catalog, file = home.library.catalog, home.id()
    before = home.cluster(file)
    other = next(c.id for c in catalog.clusters.visible() if c.id != before and not c.unsure)
    History(catalog).do(Move([file], other))
    home.photo.rename(home.camera / "moved.jpg")
    home.scan(
        *{"from first": (home.phone, home.camera), "to first": (home.camera, home.phone)}.get(order, (home.camera,))
    )
    assert home.ids(home.camera)["moved.jpg"] == file
    assert catalog.corrections.pin_of(file) == other
    assert file not in home.ids(home.phone).values()
    organise(home.library, home.roots[home.camera], QUICK, Job())
    assert home.cluster(file) == other
    History(catalog).undo()
    assert (home.cluster(file), catalog.corrections.pin_of(file)) == (before, None)


def test_a_copy_is_a_photo_of_its_own(home: Home) -> None:
    file = home.id()
    shutil.copy2(home.photo, home.camera / "copy.jpg")
    home.scan(home.camera, home.phone)
    assert home.id() == file
    assert home.ids(home.camera)["copy.jpg"] != file


def test_a_whole_folder_that_moves_into_another_keeps_its_ids(home: Home) -> None:
    ids = home.ids(home.phone)
    home.phone.rename(home.camera / "Phone")
    home.scan(home.camera)
    found = home.ids(home.camera)
    assert {f"Phone/{path}": id_ for path, id_ in ids.items()}.items() <= found.items()


def test_a_photo_on_a_drive_that_is_away_is_not_taken_for_moved(home: Home, tmp_path: Path) -> None:
    file = home.id()
    shutil.copy2(home.photo, home.camera / "copy.jpg")
    with home.library.catalog.transaction() as connection:  # as if Phone lay on a drive of its own
        connection.execute("UPDATE roots SET device = device + 1 WHERE id = ?", (home.roots[home.phone],))
    home.phone.rename(tmp_path / "away")
    home.scan(home.camera)
    assert home.ids(home.camera)["copy.jpg"] != file
    (tmp_path / "away").rename(home.phone)
    home.scan(home.phone)
    assert home.id() == file


def test_of_two_that_are_gone_the_one_of_the_same_folder_has_moved(home: Home) -> None:
    twin = home.camera / "twin.jpg"
    shutil.copy2(home.photo, twin)
    home.scan(home.camera)
    organise(home.library, home.roots[home.camera], QUICK, Job(), RetrainPolicy(keep=True))
    ids = home.id(), home.ids(home.camera)["twin.jpg"]
    home.photo.unlink()
    twin.replace(home.camera / home.photo.name)
    home.scan(home.camera, home.phone)
    assert home.ids(home.camera)[home.photo.name] == ids[1]
    assert ids[0] not in home.ids(home.phone).values()


def test_two_drives_that_get_the_same_number_in_turn_are_not_mixed_up(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, stat = home.id(), Path.stat

    def numbered(path: Path, **how: bool) -> os.stat_result:
        status = stat(path, **how)
        if home.phone not in (path, *path.parents) and home.camera not in (path, *path.parents):
            return status
        named = {name: getattr(status, name) for name in dir(status) if name.startswith("st_")}
        return cast(os.stat_result, SimpleNamespace(**named | {"st_dev": 77}))

    monkeypatch.setattr(Path, "stat", numbered)
    home.library.root(home.phone)
    shutil.copy2(home.photo, home.camera / "copy.jpg")
    home.phone.rename(tmp_path / "away")
    home.scan(home.camera)
    assert home.ids(home.camera)["copy.jpg"] != file


def test_looking_for_moves_in_other_folders_can_be_cancelled(home: Home) -> None:
    for photo in home.phone.rglob("*.jpg"):
        shutil.copy2(photo, home.camera / photo.name)

    def stop(progress: Progress) -> None:
        if progress.stage == "scan" and progress.total and progress.done == 2:
            job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        scan(home.library, home.roots[home.camera], Outcome(), job)
