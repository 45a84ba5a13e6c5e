"""Bursts: frames of one view, a moment apart; never of a bracket, of a panorama, or of what only looks alike."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PIL.ExifTags import IFD, Base
from PIL.TiffImagePlugin import IFDRational

from engine.core.job import Job
from engine.duplicates.bursts import bursts
from engine.library.library import open_library
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan
from tests.engine.duplicates.drawn import landscape, moment_later


def save(picture: Image.Image, path: Path, second: int, exposure: int = 100, camera: str = "EOS R6") -> None:
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = "Canon", camera
    when = f"2024:05:01 12:{second // 60:02}:{second % 60:02}"
    exif.get_ifd(IFD.Exif).update({Base.DateTimeOriginal: when, Base.ExposureTime: IFDRational(1, exposure)})
    picture.save(path, quality=90, exif=exif)


def names_of(folder: Path, library: Path) -> list[list[str]]:
    opened, root = open_library(folder, library, "test")
    with opened:
        scan(opened, root, Outcome(), Job())
        read(opened, 1, Outcome(), Job())
        path_of = {f.id: f.path for f in opened.catalog.files.all()}
        return [[path_of[i] for i in group] for group in bursts(opened, Job())]


def test_frames_a_second_apart_are_a_burst_and_brackets_and_sweeps_are_none(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    view, other = (landscape(seed, (320, 240)) for seed in (1, 2))
    for number in range(4):
        save(moment_later(view, number, 0.01), folder / f"burst_{number}.jpg", number // 2)
    save(view, folder / "long_after.jpg", 9)
    save(view, folder / "of_another.jpg", 1, camera="EOS R5")
    for number, exposure in enumerate((100, 50, 200)):
        save(other, folder / f"bracket_{number}.jpg", 60, exposure)
    wide = landscape(3, (480, 240))
    for number in range(6):
        left = 8 * number  # a fortieth of the width: each frame is like the one before it
        save(wide.crop((left, 0, left + 320, 240)), folder / f"sweep_{number}.jpg", 120 + number)
    for number in range(3):
        save((view, other, landscape(3, (320, 240)))[number], folder / f"moments_{number}.jpg", 180)
    for number in range(2):
        save(moment_later(other, number, 0.01), folder / f"pair_{number}.jpg", 240)
    assert names_of(folder, tmp_path / "library") == [[f"burst_{number}.jpg" for number in range(4)]]


def test_a_copy_of_a_frame_stands_for_it_once(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    view = landscape(4, (320, 240))
    for number in range(3):
        save(moment_later(view, number, 0.01), folder / f"{number}.jpg", number)
    (folder / "a copy.jpg").write_bytes((folder / "1.jpg").read_bytes())
    (group,) = names_of(folder, tmp_path / "library")
    assert len(group) == 3
