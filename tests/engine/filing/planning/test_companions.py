"""What belongs to a photo, by name."""

from __future__ import annotations

import pytest

from engine.filing.planning.companions import FolderCompanions, renamed

LONG = "a" * 50


@pytest.mark.parametrize(
    ("photo", "companions", "others"),
    [
        ("a.jpg", ["a.jpg.xmp", "a.xmp"], ["b.xmp", "aa.xmp", "a.txt"]),
        ("A.JPG", ["a.jpg.XMP", "a.Xmp"], []),
        ("a.nef", ["a.xmp", "a.nef.xmp"], ["a.jpg", "a.jpg.xmp"]),  # Adobe's goes with the RAW
        ("a.jpg", ["a.jpg.xmp"], ["a.nef", "a.xmp", "a.nef.xmp"]),
        ("a.jpg", ["a.mov"], ["a.png", "a.txt"]),
        ("a.png", [], ["a.heic", "a.mov", "a.aae"]),  # it is the phone's own picture that lives
        ("IMG_1234.HEIC", ["IMG_1234.MOV", "IMG_1234.AAE", "IMG_E1234.AAE", "IMG_O1234.AAE"], ["IMG_1235.AAE"]),
        ("IMG_1234.HEIC", ["IMG_O1234.AAE"], ["IMG_E1234.HEIC", "IMG_E1234.AAE"]),
        ("MVIMG_20190101_120000.jpg", ["MVIMG_20190101_120000.mp4"], []),
        ("DSC1.jpg", ["DSC1.WAV", "DSC1.THM"], ["DSC2.WAV"]),
        ("a.cr2", ["a.cr2.xmp", "a_01.cr2.xmp"], ["a_01.cr2", "b_01.cr2.xmp"][1:]),
        ("a.cr2", ["a.cr2.pp3", "a.cr2.dop"], []),
        ("a.jpg", ["a.jpg.json"], ["labels.json"]),
        ("a.jpg", ["a.jpg.supplemental-metadata.json"], ["a.jpeg.supplemental-metadata.json"]),
        ("a(1).jpg", ["a.jpg(1).json"], ["a.jpg", "a.jpg.json"]),
        ("a(1).jpg", ["a.jpg.supplemental-metadata(1).json"], ["a.jpg.supplemental-metadata.json", "a.jpg"]),
        (f"{LONG}.jpg", [f"{LONG[:46]}.json"], []),
        (f"{LONG[:30]}.jpg", [f"{LONG[:30]}.jpg.supplement.json"], []),
        ("a.jpg", [], ["a.lrtemplate"]),
    ],
)
def test_what_belongs_to_a_photo(photo: str, companions: list[str], others: list[str]) -> None:
    found = FolderCompanions([photo, *companions, *others]).of(photo)
    assert sorted(found) == sorted(companions)


def test_a_pair_is_a_raw_and_what_the_camera_wrote_beside_it() -> None:
    folder = FolderCompanions(["a.NEF", "a.jpg", "a.png", "b.jpg", "c.nef"])
    assert (folder.pair("a.jpg"), folder.pair("a.NEF"), folder.pair("a.png")) == (["a.NEF"], ["a.jpg"], [])
    assert (folder.pair("b.jpg"), folder.pair("c.nef")) == ([], [])


@pytest.mark.parametrize(
    ("companion", "photo", "new", "name"),
    [
        ("a.jpg.xmp", "a.jpg", "a (2).jpg", "a (2).jpg.xmp"),
        ("a.XMP", "A.jpg", "2020_A.jpg", "2020_A.XMP"),
        ("IMG_E1234.AAE", "IMG_1234.HEIC", "IMG_1234 (2).HEIC", "IMG_E1234 (2).AAE"),
        ("a.jpg(1).json", "a(1).jpg", "a(1) (3).jpg", "a.jpg(1) (3).json"),
        ("a_01.cr2.xmp", "a.cr2", "b.cr2", "b_01.cr2.xmp"),
    ],
)
def test_a_companion_is_called_as_its_photo(companion: str, photo: str, new: str, name: str) -> None:
    assert renamed(companion, photo, new) == name
