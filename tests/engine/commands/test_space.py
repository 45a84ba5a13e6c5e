"""`check --space`: what each cluster takes and could free, as words and as JSON."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine.commands.parser import parse
from engine.commands.run import COMMANDS
from engine.core.job import Job
from engine.library.library import open_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from tests.engine.duplicates.drawn import landscape

OPTIONS = OrganiseOptions(k=2, method="kmeans", map="pca", backbone="efficientnet_lite0")


def test_copies_and_rejected_photos_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photos, library = tmp_path / "photos", tmp_path / "library"
    photos.mkdir()
    for seed in range(3):
        landscape(seed, (320, 240)).save(photos / f"{seed}.jpg")
    shutil.copy(photos / "0.jpg", photos / "0 again.jpg")
    sizes = {path.name: path.stat().st_size for path in photos.iterdir()}
    with open_library(photos, library, "test")[0] as opened:
        organise(opened, 1, OPTIONS, Job())
        (rejected,) = (file.id for file in opened.catalog.files.all() if file.path == "2.jpg")
        opened.catalog.flags.set({rejected: "reject"})
    command = ["check", str(photos), "--library", str(library), "--space"]
    COMMANDS["check"](parse([*command, "--json"]), Job())
    said = json.loads(capsys.readouterr().out)
    assert said["total"] == {
        "photos": 4,
        "bytes": sum(sizes.values()),
        "free": {
            "rejected": {"photos": 1, "bytes": sizes["2.jpg"]},
            "copies": {"photos": 1, "bytes": sizes["0.jpg"]},
            "bursts": {"photos": 0, "bytes": 0},
        },
    }
    assert sum(pile["bytes"] for pile in said["piles"]) == sum(sizes.values())
    assert [pile["bytes"] for pile in said["piles"]] == sorted((pile["bytes"] for pile in said["piles"]), reverse=True)
    COMMANDS["check"](parse(command), Job())
    assert capsys.readouterr().out.startswith("All photos: 4 photos, ")
    assert sorted(path.name for path in photos.iterdir()) == sorted(sizes)
