"""`check`: what it finds, and what it mends."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PIL import Image

from engine.commands.parser import parse
from engine.commands.run import COMMANDS
from engine.core.job import Job
from engine.library.library import open_library
from engine.library.scan import digest


def test_other_bytes_at_the_same_size_and_date_are_found_and_read_again(tmp_path: Path, capsys: object) -> None:
    photos, library = tmp_path / "photos", tmp_path / "library"
    photos.mkdir()
    photo = photos / "a.bmp"
    Image.new("RGB", (8, 8), "red").save(photo)
    opened, root = open_library(photos, library, "a test")
    with opened:
        status = photo.stat()
        opened.catalog.files.add(root, [("a.bmp", status.st_size, status.st_mtime_ns)])
        opened.catalog.files.set_read([(1, digest(photo))])
    COMMANDS["check"](parse(["check", str(photos), "--library", str(library), "--deep"]), Job())
    Image.new("RGB", (8, 8), "blue").save(photo)
    os.utime(photo, ns=(status.st_atime_ns, status.st_mtime_ns))
    COMMANDS["check"](parse(["check", str(photos), "--library", str(library), "--deep", "--mend", "--json"]), Job())
    said = capsys.readouterr().out  # type: ignore[attr-defined]
    (finding,) = json.loads(said[said.index("{") :])["findings"]
    assert (finding["kind"], finding["mended"]) == ("changed", True)
    with open_library(photos, library, "a test")[0] as opened:
        assert [file.path for file in opened.catalog.files.unread()] == ["a.bmp"]
