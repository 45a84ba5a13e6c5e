"""Of near-identical photos the largest comes first, then the one with its data, the least compressed, the sharpest."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageFilter

from engine.core.job import Job
from engine.core.records import Content
from engine.duplicates.best_copy import rank_groups, sharpness
from engine.duplicates.compression import coarseness
from engine.duplicates.verification import Verification
from engine.library.library import Library
from engine.library.thumbnails import ThumbnailCache, write_thumbnail

Made = tuple[str, int, int, int]  # name, width, height, bytes


@pytest.fixture(scope="module")
def picture(demo: Path) -> Image.Image:
    """A photo with detail."""
    first = min(p for p in (demo / "DCIM").rglob("*.jpg"))
    with Image.open(first) as image:
        return image.convert("RGB").resize((320, 240))


def test_a_blurred_picture_is_less_sharp(picture: Image.Image) -> None:
    values = [sharpness(np.asarray(picture.filter(ImageFilter.GaussianBlur(r)))) for r in (0, 1, 3)]
    assert values == sorted(values, reverse=True)
    assert values[0] > 4 * values[2] > 0
    assert sharpness(np.zeros((8, 8, 3), np.uint8)) == 0


def test_a_compressed_picture_is_not_sharper(picture: Image.Image) -> None:
    """The edges of its blocks are no detail."""
    for quality in (10, 25, 50):
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality)
        assert sharpness(np.asarray(Image.open(buffer))) < sharpness(np.asarray(picture)) / 0.9


Facts = dict[str, Any]
WHOLE = (1600, 1200)


def best_first(folder: Path, made: dict[str, tuple[tuple[int, int], Image.Image | None, int, Facts]]) -> list[str]:
    """The order of some copies, each by its name: size, what it shows, JPEG quality, and what the camera wrote."""
    (folder / "photos").mkdir()
    with Library(folder / "library", "a test") as library:
        files = library.catalog.files
        root = files.add_root(str(folder / "photos"), 1, 1)
        for name, (_, image, quality, _) in made.items():
            (image or Image.new("RGB", (8, 8))).save(folder / "photos" / name, quality=quality)
        files.add(root, [(name, (folder / "photos" / name).stat().st_size, 1) for name in made])
        for file in files.all():
            (width, height), image, _, facts = made[file.path]
            digest = f"{file.id:064x}"
            files.add_contents([Content(digest, width, height, **facts)])
            files.set_read([(file.id, digest)])
            if image is not None:
                write_thumbnail(image, library.thumbnails.path(digest))
        names = {f.id: f.path for f in files.all()}
        groups, sharp = rank_groups(library, [list(names), [min(names), 999]], Job())
        assert len(groups) == 1
        assert all(sharp[id_] == 0 for id_, name in names.items() if made[name][1] is None)
        return [names[id_] for id_ in groups[0]]


def test_the_most_pixels_come_first_however_compressed(picture: Image.Image, tmp_path: Path) -> None:
    made = {
        "cropped.jpg": ((1560, 1170), picture, 98, {}),
        "lost.jpg": ((640, 480), None, 90, {}),  # its thumbnail is gone
        "small.jpg": ((800, 600), picture, 98, {}),
        "whole.jpg": (WHOLE, picture, 60, {}),
    }
    assert best_first(tmp_path, made) == ["whole.jpg", "cropped.jpg", "small.jpg", "lost.jpg"]


def test_of_as_many_pixels_what_the_camera_wrote_comes_first(picture: Image.Image, tmp_path: Path) -> None:
    made = {
        "bare.jpg": (WHOLE, picture, 95, {}),
        "by the camera.jpg": (WHOLE, picture, 80, {"taken_at": datetime(2025, 5, 1), "camera": "A1"}),
        "dated.jpg": (WHOLE, picture, 90, {"taken_at": datetime(2025, 5, 1)}),
        "edited.jpg": (WHOLE, picture, 85, {"taken_at": datetime(2025, 6, 1), "changed": True}),
    }
    assert best_first(tmp_path, made) == ["by the camera.jpg", "dated.jpg", "bare.jpg", "edited.jpg"]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"taken_at": datetime(2025, 5, 1, 12, 0, 1)}, False),
        ({"taken_at": datetime(2025, 6, 1), "changed": True}, True),
        ({"taken_at": datetime(2025, 5, 1), "taken_precision": "day"}, True),
        ({"taken_at": datetime(2025, 5, 1, 10), "taken_from": "gps"}, True),
        ({}, True),
    ],
)
def test_only_shots_at_other_times_are_other_pictures(
    picture: Image.Image, tmp_path: Path, other: Facts, same: bool
) -> None:
    """When a copy was edited says nothing of when it was shot."""
    thumbnails = ThumbnailCache(tmp_path)
    contents = [Content("aa", 320, 240, taken_at=datetime(2025, 5, 1, 12)), Content("bb", 320, 240, **other)]
    for content in contents:
        write_thumbnail(picture, thumbnails.path(content.digest))
    assert Verification(thumbnails, contents, [[], []], 1).same(0, 1) is same


def test_the_least_compressed_comes_before_what_looks_sharper(picture: Image.Image, tmp_path: Path) -> None:
    """A copy at quality 15 was the best, for its blocks have sharp edges."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=15)
    blocky = Image.open(buffer).convert("RGB")
    made = {"again.jpg": (WHOLE, blocky, 15, {}), "first.jpg": (WHOLE, picture, 92, {})}
    assert best_first(tmp_path, made) == ["first.jpg", "again.jpg"]


def test_of_as_little_compressed_ones_the_sharper_comes_first(picture: Image.Image, tmp_path: Path) -> None:
    blurred = picture.filter(ImageFilter.GaussianBlur(3))
    made = {"blurred.jpg": (WHOLE, blurred, 90, {}), "sharp.jpg": (WHOLE, picture, 90, {})}
    assert best_first(tmp_path, made) == ["sharp.jpg", "blurred.jpg"]


def test_coarseness_is_that_of_the_quantisation_tables(picture: Image.Image, tmp_path: Path) -> None:
    found = []
    for quality in (30, 60, 90):
        picture.save(tmp_path / "a.jpg", quality=quality)
        with Image.open(tmp_path / "a.jpg") as image:
            table = image.quantization[0]  # type: ignore[attr-defined]
        found.append(coarseness(tmp_path / "a.jpg"))
        assert found[-1] == pytest.approx(sum(table) / 64)
    picture.save(tmp_path / "a.png")
    picture.save(tmp_path / "a.webp")
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xdb\x00")
    assert [coarseness(tmp_path / name) for name in ("a.png", "a.webp", "broken.jpg", "away.jpg")] == [
        0,
        None,
        None,
        None,
    ]


def test_of_exact_copies_the_one_with_the_shorter_name_comes_first(picture: Image.Image, tmp_path: Path) -> None:
    with Library(tmp_path / "library", "a test") as library:
        files = library.catalog.files
        root = files.add_root("/photos", 1, 1)
        files.add(root, [("A copy of IMG_1.jpg", 50, 7), ("IMG_1.jpg", 50, 7)])
        digest = "0" * 64
        files.add_contents([Content(digest, 800, 600)])
        write_thumbnail(picture, library.thumbnails.path(digest))
        files.set_read([(f.id, digest) for f in files.all()])
        names = {f.id: f.path for f in files.all()}
        groups, _ = rank_groups(library, [list(names)], Job())
    assert [names[i] for i in groups[0]] == ["IMG_1.jpg", "A copy of IMG_1.jpg"]
