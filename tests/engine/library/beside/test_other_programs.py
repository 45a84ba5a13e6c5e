"""Folders of other programs are left out of a scan, and said; the user's word brings one back."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.job import Job
from engine.library.beside.other_programs import LeftOut
from engine.library.scan import Looking, walk


def make(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"x")


def scan(root: Path) -> tuple[list[str], list[LeftOut]]:
    looking = Looking()
    return [found.path for found in walk(root, Job(), looking=looking)], looking.left_out


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("2020/@eaDir/IMG_0.jpg/SYNOPHOTO_THUMB_XL.jpg", "2020/@eaDir"),
        ("#recycle/old.jpg", "#recycle"),
        ("@Recycle/old.jpg", "@Recycle"),
        ("#snapshot/GMT-2020/IMG_0.jpg", "#snapshot"),
        ("$RECYCLE.BIN/S-1-5-21/$RABC123.jpg", "$RECYCLE.BIN"),
        ("$Recycle.Bin/S-1-5-21/$RABC123.jpg", "$Recycle.Bin"),
        ("System Volume Information/a.jpg", "System Volume Information"),
        ("Lightroom/Smart Previews.lrdata/A/AB.jpg", "Lightroom/Smart Previews.lrdata"),
        ("Lightroom/Main Previews.LRDATA/A/AB.jpg", "Lightroom/Main Previews.LRDATA"),
        ("Mine.photoslibrary/resources/derivatives/F/F88_1_105_c.jpeg", "Mine.photoslibrary/resources"),
        ("Mine.photoslibrary/scopes/cloudsharing/a.jpeg", "Mine.photoslibrary/scopes"),
        ("Old.photolibrary/Thumbnails/2009/a.jpg", "Old.photolibrary/Thumbnails"),
        ("Vault.aplibrary/Previews/a.jpg", "Vault.aplibrary/Previews"),
        ("Photos/iPod Photo Cache/F00/a.jpg", "Photos/iPod Photo Cache"),
        ("Shoot/CaptureOne/Cache/Proxies/a.jpg", "Shoot/CaptureOne/Cache"),
        ("PRIVATE/M4ROOT/THMBNL/C0001T01.JPG", "PRIVATE/M4ROOT/THMBNL"),
        ("cloud/appdata_oc1abc2def3g/preview/1.jpg", "cloud/appdata_oc1abc2def3g"),
        ("cloud/ann/files_trashbin/files/a.jpg.d17", "cloud/ann/files_trashbin"),
    ],
)
def test_thumbnails_bins_and_previews_of_other_programs_are_left_out(tmp_path: Path, path: str, folder: str) -> None:
    make(tmp_path, "mine.jpg", path)
    found, left_out = scan(tmp_path)
    assert found == ["mine.jpg"]
    assert [(f.path, bool(f.what and f.why)) for f in left_out] == [(folder, True)]


@pytest.mark.parametrize(
    "path",
    [
        "Mine.photoslibrary/originals/F/F88.jpeg",
        "Mine.photoslibrary/Masters/2017/a.jpg",
        "Old.photolibrary/Modified/2009/a.jpg",  # edited by hand
        "Vault.aplibrary/2008.approject/2008-01.apimportgroup/a/a.jpg",
        "thumbs/a.jpg",
        "Cache/a.jpg",
        "resources/a.jpg",
        "recycle/a.jpg",
        "previews/a.jpg",
        "eaDir/a.jpg",
        "Recycler Center/a.jpg",
        "appdata_holiday/a.jpg",
    ],
)
def test_originals_and_folders_that_only_sound_alike_stay(tmp_path: Path, path: str) -> None:
    make(tmp_path, path)
    assert scan(tmp_path) == ([path], [])


def test_a_bare_iphoto_library_is_known_by_its_list(tmp_path: Path) -> None:
    made = ["iPhoto Library/Data/2005/a.jpg", "iPhoto Library/Thumbnails/a.jpg"]
    make(tmp_path, "iPhoto Library/AlbumData.xml", "iPhoto Library/Originals/2005/a.jpg", *made)
    found, left_out = scan(tmp_path)
    assert found == ["iPhoto Library/Originals/2005/a.jpg"]
    assert [f.path for f in left_out] == ["iPhoto Library/Data", "iPhoto Library/Thumbnails"]


@pytest.mark.parametrize("marker", [".nomedia", ".noimage", ".ppstorage"])
def test_a_marked_folder_is_left_out_with_all_below(tmp_path: Path, marker: str) -> None:
    make(tmp_path, "a.jpg", f"Private/{marker}", "Private/b.jpg", "Private/deeper/c.jpg", "Public/d.jpg")
    found, left_out = scan(tmp_path)
    assert found == ["a.jpg", "Public/d.jpg"]
    assert [f.path for f in left_out] == ["Private"]
    assert marker in left_out[0].why


def test_thumbnails_of_immich_are_known_by_its_mark(tmp_path: Path) -> None:
    make(tmp_path, "thumbs/.immich", "thumbs/a/b.webp", "upload/.immich", "upload/a.jpg")
    found, left_out = scan(tmp_path)
    assert (found, [f.path for f in left_out]) == (["upload/a.jpg"], ["thumbs"])


def test_the_folder_that_somebody_has_chosen_is_looked_through_whatever_it_is(tmp_path: Path) -> None:
    marked, library = tmp_path / "Sent", tmp_path / "My.photoslibrary"
    make(marked, ".nomedia", "a.jpg")
    make(library, "originals/a.jpg", "resources/derivatives/b.jpg")
    make(tmp_path, "@eaDir/c.jpg")
    assert scan(marked) == (["a.jpg"], [])
    assert scan(tmp_path / "@eaDir") == (["c.jpg"], [])
    assert scan(library)[0] == ["originals/a.jpg"]


def test_a_pattern_brings_a_folder_back_and_the_deepest_file_decides(tmp_path: Path) -> None:
    make(tmp_path, "a/#recycle/b.jpg", "a/Private/.nomedia", "a/Private/c.jpg", "d/#recycle/e.jpg", "d/f.jpg")
    (tmp_path / ".photoloomignore").write_text("!#recycle/\n!Private/\n", "utf-8")
    (tmp_path / "d" / ".photoloomignore").write_text("[#]recycle/\n", "utf-8")
    assert scan(tmp_path)[0] == ["a/#recycle/b.jpg", "a/Private/c.jpg", "d/f.jpg"]


def test_what_is_hidden_or_ignored_anyway_is_not_said(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "out/@eaDir/b.jpg", "#recycle/c.jpg", ".stversions/@eaDir/d.jpg")
    (tmp_path / ".photoloomignore").write_text("/out/\n[#]recycle/\n", "utf-8")
    assert scan(tmp_path) == (["a.jpg"], [])
