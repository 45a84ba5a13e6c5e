"""Presses of the shutter within one second are no copies: brackets, sweeps and bursts; a copy of one still is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from PIL.ExifTags import IFD, Base
from PIL.TiffImagePlugin import IFDRational

from engine.core.job import Job
from engine.core.records import Content
from engine.duplicates.find import near_duplicates
from engine.duplicates.same_picture import GLANCE, compare
from engine.duplicates.shots import UNTOLD, is_another_view, shot_of
from engine.library.library import open_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from tests.engine.duplicates.drawn import landscape

OPTIONS = OrganiseOptions(k=2, method="kmeans", map="pca", backbone="efficientnet_lite0")


def save(picture: Image.Image, path: Path, *, quality: int = 92, **details: object) -> Path:
    """With the EXIF of a camera that took it at one second."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = "Canon", "EOS R6"
    exif.get_ifd(IFD.Exif).update(
        {Base.DateTimeOriginal: "2024:05:01 12:00:00"} | {Base[k]: v for k, v in details.items()}
    )
    picture.save(path, quality=quality, exif=exif)
    return path


def xmp_focus(photo: Path, said: str) -> Path:
    """With the distance as Lightroom writes it into what it has developed."""
    with Image.open(photo) as image:
        exif = image.getexif()
        packet = (
            f'<rdf:Description xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:ApproximateFocusDistance="{said}"/>'
        )
        image.save(photo, exif=exif, xmp=packet.encode())
    return photo


def found(folder: Path, library: Path) -> list[set[str]]:
    opened, root = open_library(folder, library, "test")
    with opened:
        organise(opened, root, OPTIONS, Job())
        path_of = {f.id: f.path for f in opened.catalog.files.all()}
        return [{path_of[i] for i in group} for group in near_duplicates(opened, Job())]


def test_what_the_camera_wrote_tells_shots_apart(tmp_path: Path) -> None:
    picture = landscape(1)
    one = shot_of(save(picture, tmp_path / "1.jpg", ExposureTime=IFDRational(1, 100), SubsecTimeOriginal="12"))
    same = shot_of(save(picture, tmp_path / "2.jpg", ExposureTime=IFDRational(1, 100), SubsecTimeOriginal="120"))
    longer = shot_of(save(picture, tmp_path / "3.jpg", ExposureTime=IFDRational(1, 80)))
    later = shot_of(save(picture, tmp_path / "4.jpg", SubsecTimeOriginal="48"))
    biased = shot_of(save(picture, tmp_path / "5.jpg", ExposureBiasValue=IFDRational(-1, 3)))
    unbiased = shot_of(save(picture, tmp_path / "6.jpg", ExposureBiasValue=IFDRational(0, 1)))
    assert not one.differs(same)
    assert one.differs(longer)
    assert one.differs(later)
    assert biased.differs(unbiased)
    assert not one.differs(UNTOLD)
    near = shot_of(save(picture, tmp_path / "7.jpg", SubjectDistance=IFDRational(3000, 10_000)))
    next_ = shot_of(save(picture, tmp_path / "8.jpg", SubjectDistance=IFDRational(3010, 10_000)))
    copied = shot_of(save(picture, tmp_path / "9.jpg", quality=60, SubjectDistance=IFDRational(3, 10)))
    far = shot_of(save(picture, tmp_path / "10.jpg", SubjectDistance=IFDRational(0xFFFFFFFF, 1)))
    assert near.differs(next_)
    assert not near.differs(copied)
    assert far.focus is None
    developed = [xmp_focus(save(picture, tmp_path / f"{n}.jpg"), said) for n, said in ((11, "31/100"), (12, "32/100"))]
    assert shot_of(developed[0]).focus == 0.31
    assert shot_of(developed[0]).differs(shot_of(developed[1]))
    assert shot_of(xmp_focus(developed[1], "4294967295/1")).focus is None


@pytest.mark.parametrize(
    "broken", [b"", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*" + b"\xff" * 99]
)
def test_broken_exif_tells_nothing(broken: bytes, tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe1" + broken)
    assert shot_of(tmp_path / "broken.jpg") == UNTOLD
    assert shot_of(tmp_path / "missing.jpg") == UNTOLD


def test_a_bracket_of_a_third_of_a_stop_is_none_of_copies_and_a_copy_of_one_is(tmp_path: Path) -> None:
    """A third of a stop changes less than many a filter does: by their pixels they are the same."""
    folder = tmp_path / "photos"
    folder.mkdir()
    picture = landscape(3)
    for number, (exposure, gain) in enumerate([(100, 1.0), (80, 1.05), (125, 0.95)]):
        bright = picture.point([min(255, round(v * gain)) for v in range(256)] * 3)
        save(bright, folder / f"bracket_{number}.jpg", ExposureTime=IFDRational(1, exposure))
    save(picture.resize((320, 240)), folder / "small.jpg", quality=70, ExposureTime=IFDRational(1, 100))
    save(landscape(4), folder / "other.jpg")
    assert found(folder, tmp_path / "library") == [{"bracket_0.jpg", "small.jpg"}]


def test_a_focus_stack_is_none_of_copies_and_a_copy_of_one_is(tmp_path: Path) -> None:
    """Frames of one second and one exposure that differ in what is sharp alone."""
    folder = tmp_path / "photos"
    folder.mkdir()
    picture = landscape(7)
    for number in range(3):
        frame = picture.filter(ImageFilter.GaussianBlur(0.2 * number))
        save(frame, folder / f"stack_{number}.jpg", SubjectDistance=IFDRational(300 + number, 1000))
    save(picture.resize((320, 240)), folder / "small.jpg", quality=70, SubjectDistance=IFDRational(300, 1000))
    save(landscape(8), folder / "other.jpg")
    assert found(folder, tmp_path / "library") == [{"stack_0.jpg", "small.jpg"}]


def test_frames_of_a_sweep_are_no_crops_of_one_another(tmp_path: Path) -> None:
    wide = landscape(5, (800, 480))
    left, right = wide.crop((0, 0, 640, 480)), wide.crop((16, 0, 656, 480))
    content = Content("a", 640, 480, camera="Canon EOS R6")
    moved = compare(left, right, GLANCE)
    assert moved is not None
    assert is_another_view(content, content, moved)
    still = compare(left, left.resize((320, 240)).resize((640, 480)), GLANCE)
    assert still is not None
    assert not is_another_view(content, content, still)
    folder = tmp_path / "photos"
    folder.mkdir()
    save(left, folder / "sweep_1.jpg")
    save(right, folder / "sweep_2.jpg")
    save(left.crop((0, 0, 620, 470)), folder / "crop.jpg")
    save(landscape(6), folder / "other.jpg")
    groups = found(folder, tmp_path / "library")
    assert not any({"sweep_1.jpg", "sweep_2.jpg"} <= group for group in groups)
    assert any({"sweep_1.jpg", "crop.jpg"} <= group for group in groups)
