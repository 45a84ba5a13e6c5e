"""`benchmark folders --protocol search` says how good what words find is, and names give nothing away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.core.errors import UserError
from engine.core.job import Job
from engine.measure.understanding.search import run_search
from engine.pipeline.options import OrganiseOptions
from tests.engine.conftest import Engine
from tests.engine.duplicates.drawn import landscape, receipt

OPTIONS = OrganiseOptions(backbone="efficientnet_lite0", threads=1)


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    for seed in range(3):
        for name, picture in (("hill", landscape(seed, (320, 240))), ("paper", receipt(0, seed))):
            (tmp_path / "photos" / name).mkdir(parents=True, exist_ok=True)
            picture.save(tmp_path / "photos" / name / f"{name} {seed}.jpg")
    return tmp_path / "photos"


def test_queries_are_scored_and_names_say_nothing(gallery: Path, tmp_path: Path) -> None:
    truth = tmp_path / "truth.json"
    truth.write_text(json.dumps({"landscape": ["hill/"], "paper 1": ["paper/"], "-zebra": ["hill/", "paper/"]}))
    found = run_search(gallery, truth, tmp_path / "library", OPTIONS, Job())
    assert found["photos"] == 6
    assert found["queries"]["paper 1"]["found"] == 0  # only the names say it
    assert found["queries"]["-zebra"] == {
        "right": 6, "found": 6, "precision_first": 1.0, "precision": 1.0, "recall": 1.0,
    }  # fmt: skip
    landscape_scores = found["queries"]["landscape"]
    assert landscape_scores["right"] == 3
    assert landscape_scores["recall"] == pytest.approx(
        landscape_scores["found"] * landscape_scores["precision"] / 3, abs=0.01
    )


def test_without_a_truth_it_says_what_is_missing(gallery: Path, tmp_path: Path, engine: Engine) -> None:
    words = ("benchmark", "folders", "--protocol", "search", "--data", gallery, "--library", tmp_path / "library")
    assert "--truth" in engine(*words).stderr
    with pytest.raises(UserError, match="no JSON"):
        run_search(gallery, tmp_path / "none.json", tmp_path / "library", OPTIONS, Job())
