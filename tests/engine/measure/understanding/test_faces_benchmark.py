"""Protocol "faces": scores are those of what is marked, and what is made of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from PIL import Image

from engine.measure.understanding.faces import Seen, grouping_of
from tests.engine.faces import ANN, BOB, drawn_face

FRAME = [0.27, 0.25, 0.46, 0.58]


def test_pairs_are_told_apart_and_together() -> None:
    faces = [Seen(True, p, n) for p, n in ((1, "Ann"), (1, "Ann"), (1, "Bob"), (None, "Ann"), (2, ""), (3, None))]
    assert grouping_of(faces) == {
        "faces": 4,
        "people": 2,
        "persons": 1,
        "in no person": 1,
        "pairwise precision": 0.3333,
        "pairwise recall": 0.3333,
    }
    assert grouping_of([Seen(True, 1, "")]) is None


@pytest.mark.slow  # it embeds, and puts the last layer of the network aside
def test_a_folder_is_looked_through(tmp_path: Path, engine: Callable[..., CompletedProcess[str]]) -> None:
    truth = {}
    for group, person in (("Ann", ANN), ("Bob", BOB)):
        (tmp_path / "data" / group).mkdir(parents=True)
        for photo in range(2):
            Image.fromarray(drawn_face(person, photo)).save(tmp_path / "data" / group / f"{photo}.png")
            truth[f"{group}/{photo}.png"] = [[*FRAME, group]]
    truth["Ann/0.png"].append([0, 0, 0.1, 0.1, None])  # one that nobody can find
    (tmp_path / "data" / "plain").mkdir()
    Image.new("RGB", (200, 150), (80, 120, 200)).save(tmp_path / "data" / "plain" / "sky.png")
    (tmp_path / "data" / "faces.json").write_text(json.dumps(truth), "utf-8")
    words = ("benchmark", "folders", "--data", tmp_path / "data", "--method", "kmeans", "--protocol", "faces")
    done = engine(*words, "--backbone", "efficientnet_lite0", "--library", tmp_path / "library", "-q")
    assert done.returncode == 0, done.stderr
    numbers = json.loads(done.stdout)
    assert numbers["all with faces"]["faces"] == 5
    assert numbers["all with faces"]["recall"] == pytest.approx(0.8)
    assert numbers["all with faces"]["precision"] == 1.0
    assert numbers["groups"]["plain"]["false"] == 0
    assert {name: told["people"] for name, told in numbers["grouping"].items()} == {"Ann": 1, "Bob": 1}


def test_a_folder_without_truth_is_refused(tmp_path: Path, engine: Callable[..., CompletedProcess[str]]) -> None:
    (tmp_path / "faces.json").write_text('{"a.png": 3}', "utf-8")
    words = ("benchmark", "folders", "--data", tmp_path, "--method", "kmeans", "--protocol", "faces")
    done = engine(*words, "--library", tmp_path.with_name("library"), "-q")
    assert done.returncode == 1
    assert "faces.json" in done.stderr
