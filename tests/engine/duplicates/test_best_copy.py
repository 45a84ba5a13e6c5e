"""Of near-identical photos the largest, sharpest and least compressed comes first."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from engine.core.job import Job
from engine.core.records import Content
from engine.duplicates.best_copy import rank_groups, sharpness
from engine.library.library import Library
from engine.library.thumbnails import write_thumbnail

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


def test_size_counts_before_sharpness_and_sharpness_before_bytes(picture: Image.Image, tmp_path: Path) -> None:
    blurred = picture.filter(ImageFilter.GaussianBlur(2))
    made = [
        ("small.jpg", 800, 600, 900, picture),
        ("blurred.jpg", 1600, 1200, 5000, blurred),
        ("compressed.jpg", 1600, 1200, 100, picture),
        ("best.jpg", 1580, 1190, 4000, picture),  # hardly smaller
        ("lost.jpg", 640, 480, 100, None),  # its thumbnail is gone
    ]
    with Library(tmp_path / "library", "a test") as library:
        files = library.catalog.files
        root = files.add_root("/photos", 1, 1)
        files.add(root, [(name, size, 1) for name, _, _, size, _ in made])
        for file, (_, width, height, _, image) in zip(sorted(files.all(), key=lambda f: f.id), made, strict=True):
            digest = f"{file.id:064x}"
            files.add_contents([Content(digest, width, height)])
            files.set_read([(file.id, digest)])
            if image is not None:
                write_thumbnail(image, library.thumbnails.path(digest))
        ids = {f.path: f.id for f in files.all()}
        names = {id_: name for name, id_ in ids.items()}
        groups, sharp = rank_groups(library, [list(ids.values()), [ids["small.jpg"], 999]], Job())
    assert [[names[i] for i in group] for group in groups] == [
        ["best.jpg", "compressed.jpg", "blurred.jpg", "small.jpg", "lost.jpg"]
    ]
    assert sharp[ids["lost.jpg"]] == 0
    assert sharp[ids["best.jpg"]] > sharp[ids["blurred.jpg"]]


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
