"""What is removed is the pack's own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.disk.trees import size_of
from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import Progress
from engine.gpu_pack.places import FOLDER, Marker, pack_folder, read_marker, write_marker
from engine.gpu_pack.remove import remove


@pytest.fixture
def pack(home: Path) -> Path:
    pack = pack_folder(home)
    (pack / "env" / "lib").mkdir(parents=True)
    (pack / "env" / "lib" / "big").write_bytes(b"x" * 1000)
    (pack / "env" / "again").hardlink_to(pack / "env" / "lib" / "big")
    write_marker(pack, Marker("", "1.0", 1))
    return pack


def test_all_of_it_goes_and_its_bytes_are_counted(home: Path, pack: Path) -> None:
    (home / FOLDER / "0.0.9").mkdir()
    takes = size_of(home / FOLDER)
    assert 1000 < takes < 2000  # two names of a file take its room once
    told: list[Progress] = []
    assert remove(home, Job(told.append)) == takes
    assert not (home / FOLDER).exists()
    assert (told[0].done, told[-1].done, told[-1].total) == (0, 1000, takes)  # its marker went first
    assert (home / "models").is_dir()
    assert remove(home, Job()) == 0


def test_what_a_link_leads_to_stays(home: Path, pack: Path, tmp_path: Path) -> None:
    photo = tmp_path / "photos" / "a.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"photo")
    (pack / "env" / "folder").symlink_to(photo.parent)
    (pack / "env" / "file").symlink_to(photo)
    remove(home, Job())
    assert photo.read_bytes() == b"photo"
    assert not (home / FOLDER).exists()


def test_a_link_in_its_place_is_refused(home: Path, tmp_path: Path) -> None:
    photos = tmp_path / "photos" / "1.0"
    photos.mkdir(parents=True)
    (photos / "pack.json").touch()
    (home / FOLDER).symlink_to(photos.parent)
    with pytest.raises(UserError, match="is a link"):
        remove(home, Job())
    assert (photos / "pack.json").exists()


def test_a_cancel_leaves_one_that_is_not_used_any_more(home: Path, pack: Path) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        remove(home, job)
    assert pack.exists()
    assert read_marker(pack) is None
