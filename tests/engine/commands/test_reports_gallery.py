"""Small files made after public bug reports, each with the right value beside it: what `organise --out` says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.paths import GALLERIES

REPORTS = GALLERIES / "reports"
EXPECTED: dict[str, dict[str, Any]] = {}
if REPORTS.is_dir():
    EXPECTED = {k: v for k, v in json.loads((REPORTS / "expected.json").read_text("utf-8")).items() if k != "about"}
NEAR = 0.0005  # degrees
LIKE = 6  # of 255, the mean difference of 64 × 64 RGB

# What no program can get right, and why.
BEYOND = {
    ("png-exif-with-tail/gimp.png", "like"): "the two files hold different drawings; both are turned",
    ("town-across-border/immich25390-Neuhaus-am-Inn-DE.jpg", "town"): (
        "Neuburg is nearer (2.3 km against 3.2) and larger: only the borders of municipalities tell"
    ),
}

pytestmark = pytest.mark.skipif(not EXPECTED, reason="needs the gallery shared/galleries/reports beside the checkout")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports") / "library"


@pytest.fixture(scope="module")
def result(engine: Callable[..., Any], library: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """As said of a copy, whose folder nothing else has ever looked into."""
    folder = tmp_path_factory.mktemp("copy") / "reports"
    shutil.copytree(REPORTS, folder)
    out = library.parent / "out.json"
    run = engine(
        "organise", folder, "--library", library, "--k", "4", "--method", "kmeans", "--map", "pca", "--out", out
    )
    assert run.returncode == 0, run.stderr
    said: dict[str, Any] = json.loads(out.read_text("utf-8"))
    said["by_path"] = {photo["path"]: photo for photo in said["photos"]}
    said["reasons"] = {file["path"]: file["reason"] for file in said["skipped"]}
    return said


@pytest.mark.parametrize("path", [p for p, right in EXPECTED.items() if not right.get("absent")])
def test_it_is_read_right(path: str, result: dict[str, Any], library: Path) -> None:
    right = {field: value for field, value in EXPECTED[path].items() if (path, field) not in BEYOND}
    if path not in result["by_path"] and "or_reason_without" in right:
        assert right["or_reason_without"] not in result["reasons"][path]
        return
    photo = result["by_path"][path]
    if "taken" in right:
        assert photo["taken"] == right["taken"]
    if "taken_day" in right:
        assert photo["taken"].startswith(right["taken_day"])
    if "from" in right:
        assert photo["taken_from"] == right["from"]
    if "location" in right:
        assert photo["location"] == pytest.approx(right["location"], abs=NEAR)
    for field in ("town", "country"):
        if field in right:
            assert photo[field] == right[field]
    if "like" in right:
        other = result["by_path"][right["like"]]
        assert _difference(library / photo["thumbnail"], library / other["thumbnail"]) <= right.get("within", LIKE)


@pytest.mark.parametrize("path", [p for p, right in EXPECTED.items() if right.get("absent")])
def test_other_programs_folders_are_left_out(path: str, result: dict[str, Any]) -> None:
    assert path not in result["by_path"]
    assert path not in result["reasons"]


def _difference(a: Path, b: Path) -> float:
    return float(np.abs(_pixels(a) - _pixels(b)).mean())


def _pixels(path: Path) -> np.ndarray[Any, np.dtype[np.float64]]:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB").resize((64, 64), Image.Resampling.BOX), np.float64)
