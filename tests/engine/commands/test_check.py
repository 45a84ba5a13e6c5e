"""`check`: what it finds, and what it mends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PIL import Image

from engine.commands.parser import parse
from engine.commands.run import COMMANDS
from engine.core.errors import UserError
from engine.core.job import Job
from engine.library.library import open_library
from engine.library.safety import volumes
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


def test_what_is_away_is_named_and_only_forgotten_when_asked_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    photos, library = tmp_path / "photos", tmp_path / "library"
    photos.mkdir()
    opened, root = open_library(photos, library, "a test")
    with opened:
        opened.catalog.files.add(root, [("a.jpg", 1, 1), ("b.jpg", 1, 1)])
        opened.catalog.files.set_read([(1, "a"), (2, "b")])
        volumes.remember(opened.catalog, root, {"": "another drive"})
    (photos / "new.txt").touch()
    command = ["check", str(photos), "--library", str(library), "--mend"]
    for _ in range(2):
        with pytest.raises(UserError, match="1 findings are left"):
            COMMANDS["check"](parse(command), Job())
        assert "photos is not there: is its drive plugged in?" in capsys.readouterr().out
    photos.rename(tmp_path / "away")
    with pytest.raises(UserError, match="1 findings are left"):
        COMMANDS["check"](parse([*command, "--forget-missing"]), Job())
    assert "2 photos were forgotten" in capsys.readouterr().out
    (tmp_path / "away").rename(photos)
    COMMANDS["check"](parse(command), Job())
    assert "All is well" in capsys.readouterr().out
