"""The other commands of the headless program: arrays, benchmarks, progress for machines."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from tests.paths import ROOT

Engine = Callable[..., "subprocess.CompletedProcess[str]"]


def kinds(path: Path, n: int = 60) -> np.ndarray:
    """n vectors of three kinds that stand apart, saved; the kinds."""
    random = np.random.default_rng(0)
    truth = np.arange(n) % 3
    vectors = random.normal(size=(n, 16)) + 12 * np.eye(16)[truth]
    np.save(path, vectors.astype(np.float32))
    return truth


def test_the_words_are_read_before_numpy_so_that_threads_can_be_limited() -> None:
    asking = "import sys, engine.__main__, engine.commands.parser; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asking]).returncode == 0


def test_an_array_is_clustered_by_the_same_methods(engine: Engine, tmp_path: Path) -> None:
    truth = kinds(tmp_path / "v.npy")
    for method in ("kmeans", "dec"):
        out = tmp_path / f"{method}.npy"
        done = engine("cluster", tmp_path / "v.npy", "--k", 3, "--method", method, "--out", out)
        assert done.returncode == 0, done.stderr
        labels = np.load(out)
        assert len({(t, label) for t, label in zip(truth.tolist(), labels.tolist(), strict=True)}) == 3


def test_only_clusters_that_have_rows_are_counted_and_no_label_is_left_out(engine: Engine, tmp_path: Path) -> None:
    vectors = np.repeat(np.array([[0, 9], [9, 0]], np.float32), 3, axis=0)  # copies: k-means leaves clusters empty
    np.save(tmp_path / "v.npy", vectors)
    done = engine("cluster", tmp_path / "v.npy", "--k", 5, "--method", "kmeans", "--out", tmp_path / "l.npy")
    assert done.returncode == 0, done.stderr
    labels = np.load(tmp_path / "l.npy")
    count = len(np.unique(labels))
    assert count < 5
    assert labels.max() == count - 1
    assert f"6 rows in {count} clusters" in done.stdout


def test_a_value_that_is_no_number_is_named(engine: Engine, tmp_path: Path) -> None:
    kinds(tmp_path / "v.npy")
    vectors = np.load(tmp_path / "v.npy")
    vectors[7, 3] = np.nan
    np.save(tmp_path / "v.npy", vectors)
    done = engine("cluster", tmp_path / "v.npy", "--k", 3)
    assert done.returncode == 1
    assert "7" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_labelled_folder_is_scored(engine: Engine, demo: Path, tmp_path: Path) -> None:
    labels = json.loads((demo / "labels.json").read_text("utf-8"))
    for path, kind in labels.items():
        if kind in ("code", "receipts", "tools"):
            (tmp_path / "data" / kind).mkdir(parents=True, exist_ok=True)
            shutil.copy2(demo / path, tmp_path / "data" / kind)
    arguments = ("benchmark", "folders", "--data", tmp_path / "data", "--protocol", "folders", "--seeds", "0,1")
    done = engine(
        *arguments, "--method", "kmeans", "--library", tmp_path / "library", "--out", tmp_path / "n.json", "-q"
    )
    assert done.returncode == 0, done.stderr
    numbers = json.loads((tmp_path / "n.json").read_text("utf-8"))
    assert [run["seed"] for run in numbers["runs"]] == [0, 1]
    assert all(run["k"] == 3 for run in numbers["runs"])
    assert numbers["mean"]["nmi"] > 0.9
    assert numbers["spread"]["acc"] == max(r["acc"] for r in numbers["runs"]) - min(r["acc"] for r in numbers["runs"])


@pytest.mark.slow
def test_corrections_of_a_labelled_folder_are_measured(engine: Engine, demo: Path, tmp_path: Path) -> None:
    labels = json.loads((demo / "labels.json").read_text("utf-8"))
    for path, kind in labels.items():
        if kind in ("code", "tools"):
            (tmp_path / "data" / kind).mkdir(parents=True, exist_ok=True)
            shutil.copy2(demo / path, tmp_path / "data" / kind)
    asked = ("benchmark", "folders", "--data", tmp_path / "data", "--protocol", "corrections", "--method", "kmeans")
    few = ("--cases", "any,rename", "--sizes", "6", "--library", tmp_path / "library")
    done = engine(*asked, *few, "--out", tmp_path / "n.json")
    assert done.returncode == 0, done.stderr
    assert "| any 6 | 2 |" in done.stdout
    assert "| moved after a rename | ≤ 0 |" in done.stdout
    [only] = json.loads((tmp_path / "n.json").read_text("utf-8"))["runs"]
    assert [(case["kind"], case["n"]) for case in only["cases"]] == [("any", 6), ("any", 6), ("rename", 0)]
    done = engine(*asked, "--cases", "odd")
    assert (done.returncode, done.stderr.splitlines()[-1][:28]) == (2, "There are no cases 'odd'; th")


def test_progress_for_machines_is_one_object_a_line(engine: Engine, tmp_path: Path) -> None:
    kinds(tmp_path / "v.npy")
    done = engine("cluster", tmp_path / "v.npy", "--method", "dec", "--k", 3, "--json-progress")
    reports = [json.loads(line) for line in done.stderr.splitlines()]
    assert any("stage" in line for line in reports)
    assert all(set(line["update"]) >= {"loss", "moved", "nmi"} for line in reports if "update" in line)
    assert any("update" in line for line in reports)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", ["methods", "cluster v.npy --k 3 --method kmeans"])
def test_where_nobody_reads_on_a_command_ends_in_silence(tmp_path: Path, arguments: str, unbuffered: str) -> None:
    kinds(tmp_path / "v.npy")
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    with nobody() as pipe:
        done = alone(arguments, tmp_path, environment, stdout=pipe, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == b""


def test_where_nobody_reads_the_progress_a_command_ends_in_silence(tmp_path: Path) -> None:
    kinds(tmp_path / "v.npy")
    with nobody() as pipe:
        arguments = "cluster v.npy --k 3 --method kmeans --json-progress"
        done = alone(arguments, tmp_path, dict(os.environ), stdout=subprocess.PIPE, stderr=pipe)
    assert done.returncode == 1
    assert done.stdout == b""


@contextmanager
def nobody() -> Iterator[int]:
    """The end to write to of a pipe that nobody reads from."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


def alone(
    arguments: str, folder: Path, environment: dict[str, str], **streams: int
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "engine", *arguments.split()]
    environment["PYTHONPATH"] = str(ROOT)
    return subprocess.run(command, cwd=folder, env=environment, timeout=300, check=False, **streams)
