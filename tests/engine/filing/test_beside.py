"""Bytes of what travels with a photo."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from engine.core.job import Job
from engine.filing.beside import bytes_beside
from engine.library.library import open_library
from engine.pipeline.options import Outcome
from engine.pipeline.scan import scan


def test_companions_count_once_and_photos_of_the_library_for_themselves(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    (folder / "trip").mkdir(parents=True)
    for name in ("live.jpg", "plain.jpg", "trip/raw.jpg"):
        Image.new("RGB", (8, 8)).save(folder / name)
    for name, size in (("live.mov", 500), ("live.jpg.xmp", 20), ("trip/raw.nef", 3000), ("trip/raw.xmp", 40)):
        (folder / name).write_bytes(b"x" * size)
    (folder / "notes.txt").write_bytes(b"x" * 999)
    opened, root = open_library(folder, tmp_path / "library", "test")
    with opened:
        scan(opened, root, Outcome(), Job())
        files = opened.catalog.files.all()
        opened.catalog.files.set_read([(file.id, str(file.id)) for file in files])
        sizes = bytes_beside(opened, Job())
        found = {file.path: sizes[file.id] for file in files if file.id in sizes}
        assert found == {"live.jpg": 520, "trip/raw.nef": 40}
        folder.rename(tmp_path / "away")
        assert bytes_beside(opened, Job()) == {}
