"""`--record`: what is asked of it is refused before anything runs, or is there afterwards."""

from __future__ import annotations

import gzip
import json
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.commands.measuring.benchmark import benchmark
from engine.commands.organise import organise
from engine.commands.parser import parse
from engine.core.errors import UserError
from engine.core.job import Job

QUICK = ("--set", "updates=2", "--set", "tolerance=0", "--quiet", "--threads", "1")


@pytest.fixture
def digits(tmp_path: Path) -> Path:
    """A data set of bright squares at ten places."""
    folder = tmp_path / "data"
    folder.mkdir()
    for part, n in (("train", 150), ("t10k", 40)):
        labels = np.arange(n) % 10
        images = np.zeros((n, 28, 28), np.uint8)
        for image, label in zip(images, labels, strict=True):
            image[2 * label : 2 * label + 8, 4:20] = 255
        for noun, array in (("images-idx3", images), ("labels-idx1", labels)):
            header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
            (folder / f"{part}-{noun}-ubyte.gz").write_bytes(gzip.compress(header + array.astype(np.uint8).tobytes()))
    return folder


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    random = np.random.default_rng(0)
    (tmp_path / "photos").mkdir()
    for number in range(12):
        pixels = random.integers(0, 40, (64, 64, 3)) + (200 * np.eye(3, dtype=np.int64))[number % 3]
        Image.fromarray(pixels.astype(np.uint8)).save(tmp_path / "photos" / f"{number}.png")
    return tmp_path / "photos"


def words(*given: object) -> list[str]:
    return [str(word) for word in (*given, *QUICK)]


def test_a_benchmark_is_put_on_record(digits: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, numbers = tmp_path / "record", tmp_path / "numbers.json"
    asked = ("--data", digits, "--protocol", "train-test", "--set", "rounds=20", "--record", out, "--out", numbers)
    benchmark(parse(words("benchmark", "mnist", *asked)), Job())
    told = json.loads((out / "record.json").read_text("utf-8"))
    assert [update["update"] for update in told["updates"]] == [0, 1, 2]
    assert told["tests"] == 40  # all there are: none of them is fitted
    assert told["updates"][-1]["nmi"] == pytest.approx(
        json.loads(numbers.read_text())["runs"][0]["test"]["nmi"], abs=0.1
    )
    assert told["about"]["k"] == 10
    assert "a decoder was lent to it" in (out / "index.html").read_text("utf-8")
    assert not capsys.readouterr().out


@pytest.mark.slow  # a network is exported and run: several seconds
def test_organising_is_put_on_record_once(photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "record"
    asked = words(
        "organise", photos, "--k", 3, "--record", out, "--library", tmp_path / "library", "--set", "rounds=20"
    )
    organise(parse(asked), Job())
    told = json.loads((out / "record.json").read_text("utf-8"))
    assert told["about"]["title"] == "photos"
    assert told["tests"] == 4
    assert told["updates"][0]["nmi"] is None
    with Image.open(out / "reconstructions-000.png") as sheet:
        colours = np.asarray(sheet.convert("RGB")).reshape(-1, 3)
    assert (np.ptp(colours, axis=1) > 150).mean() > 0.3  # red, green and blue photos
    with pytest.raises(UserError, match="no training of DEC"):
        organise(parse(asked), Job())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--protocol", "train-test", "--method", "kmeans"), "--record is of DEC"),
        (("--protocol", "folders"), "not 'folders'"),
    ],
)
def test_what_cannot_be_recorded_is_refused_first(
    digits: Path, tmp_path: Path, given: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "record"
    arguments = parse([str(w) for w in ("benchmark", "mnist", "--data", digits, *given, "--record", out, "-q")])
    with pytest.raises(UserError, match=said):
        benchmark(arguments, Job())
    assert not out.exists()


def test_a_record_among_other_things_is_refused_first(photos: Path, tmp_path: Path) -> None:
    asked = words("organise", photos, "--record", photos, "--library", tmp_path / "library")
    with pytest.raises(UserError, match="not empty"):
        organise(parse(asked), Job())
    assert not (tmp_path / "library").exists()


def test_folders_are_recorded_by_organise(photos: Path, tmp_path: Path) -> None:
    given = ("benchmark", "folders", "--data", photos, "--protocol", "folders", "--record", tmp_path / "record")
    with pytest.raises(UserError, match="of a folder `organise"):
        benchmark(parse(words(*given)), Job())
