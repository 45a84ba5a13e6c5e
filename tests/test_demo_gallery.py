"""The demo gallery is what the window, the README and the tests build on."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

GPS, DATE = 0x8825, 0x9003


def _pictures(demo: Path) -> dict[str, Path]:
    paths = (p for p in demo.rglob("*") if p.suffix in {".jpg", ".png", ".webp"})
    return {path.relative_to(demo).as_posix(): path for path in paths}


@pytest.fixture(scope="module")
def labels(demo: Path) -> dict[str, str]:
    return dict(json.loads((demo / "labels.json").read_text(encoding="utf-8")))


def test_every_picture_has_one_label(demo: Path, labels: dict[str, str]) -> None:
    assert set(labels) == set(_pictures(demo))


def test_it_is_a_small_gallery_of_ten_even_kinds(demo: Path, labels: dict[str, str]) -> None:
    sizes = Counter(labels.values())
    assert len(sizes) == 10
    assert min(sizes.values()) >= 12
    assert sum(path.stat().st_size for path in _pictures(demo).values()) < 8_000_000


def test_folders_do_not_give_the_kinds_away(labels: dict[str, str]) -> None:
    camera = {kind for path, kind in labels.items() if path.startswith("DCIM/Camera/")}
    chat = {kind for path, kind in labels.items() if path.startswith("WhatsApp Images/")}
    assert len(camera) >= 3
    assert len(chat) >= 3


def test_every_picture_can_be_read_and_is_large_enough_to_look_at(demo: Path) -> None:
    for name, path in _pictures(demo).items():
        with Image.open(path) as picture:
            picture.load()
            assert max(picture.size) >= 320, name


def test_camera_pictures_say_when_and_some_say_where(demo: Path, labels: dict[str, str]) -> None:
    places = set()
    for name in (name for name in labels if name.startswith("DCIM/Camera/")):
        with Image.open(demo / name) as picture:
            exif = picture.getexif()
        assert exif.get_ifd(0x8769)[DATE].startswith(("2025", "2026")), name
        if exif.get_ifd(GPS):
            places.add(tuple(map(float, exif.get_ifd(GPS)[2])))
    assert len(places) >= 10


def test_every_borrowed_photograph_has_its_source_and_a_free_licence(demo: Path, labels: dict[str, str]) -> None:
    table = (demo / "SOURCES.md").read_text(encoding="utf-8").split("| --- |")[-1].splitlines()
    rows = [line.split(" | ") for line in table if line.startswith("| ") and "http" in line]
    borrowed = sum(kind in {"animals", "places", "tools"} for kind in labels.values())
    assert len(rows) == borrowed
    assert {row[2] for row in rows} <= {"Public Domain", "CC0-1.0"}
