"""`compare` and `lab` as commands."""

from __future__ import annotations

import gzip
import json
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.commands.measuring.fine_tune import fine_tune
from engine.commands.parser import parse
from engine.core.errors import UserError
from engine.core.job import Job


def _idx(path: Path, array: np.ndarray) -> None:
    header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    path.write_bytes(gzip.compress(header + array.astype(np.uint8).tobytes()))


@pytest.fixture
def tiny_digits(tmp_path: Path) -> Path:
    """A data set of bright squares at ten places."""
    folder = tmp_path / "data"
    folder.mkdir()
    for part, n in (("train", 200), ("t10k", 40)):
        labels = np.arange(n) % 10
        images = np.zeros((n, 28, 28))
        for image, label in zip(images, labels, strict=True):
            image[2 * label : 2 * label + 8, 4:20] = 255
        _idx(folder / f"{part}-images-idx3-ubyte.gz", images)
        _idx(folder / f"{part}-labels-idx1-ubyte.gz", labels)
    return folder


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Two folders of six pictures: red ones, and grey ones with stripes."""
    random = np.random.default_rng(0)
    for name in ("red", "stripes"):
        (tmp_path / "photos" / name).mkdir(parents=True)
        for number in range(6):
            pixels = random.integers(0, 30, (64, 64, 3))
            if name == "red":
                pixels[..., 0] += 200
            else:
                pixels[:: 4 + number % 2] += 200
            Image.fromarray(pixels.astype(np.uint8)).save(tmp_path / "photos" / name / f"{number}.png")
    return tmp_path / "photos"


def test_the_lab_squeezes_digits(engine, tiny_digits: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = engine("lab", "mnist", "--data", tiny_digits, "--model", "pca", "--set", "code=10", "--out", out)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["model"] == "pca"
    numbers = json.loads((out / "numbers.json").read_text())
    assert numbers["squared_error"] < 1e-4
    assert numbers["compression"] == pytest.approx(784 * 8 / (10 * 32))
    assert numbers["pictures"] == {"learned": 200, "unseen": 40}
    assert {"squeeze.png", "dream.png", "see.png"} <= {*numbers["files"]}
    for name in numbers["files"]:
        with Image.open(out / name) as picture:
            assert min(picture.size) > 50


def test_the_lab_wants_to_know_where_digits_lie_and_replaces_nothing(engine, tiny_digits: Path, tmp_path: Path) -> None:
    lost = engine("lab", "mnist", "--model", "pca", "--out", tmp_path / "out")
    assert lost.returncode == 2
    assert "--data" in lost.stderr
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    refused = engine("lab", "mnist", "--data", tiny_digits, "--model", "pca", "--out", tmp_path / "mine")
    assert refused.returncode == 1
    assert "another folder" in refused.stderr
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    unknown = engine("lab", "mnist", "--data", tiny_digits, "--model", "boltzmann", "--out", tmp_path / "out")
    assert unknown.returncode == 2
    assert "autoencoder" in unknown.stderr


def test_methods_are_compared_on_a_folder(engine, folders: Path, tmp_path: Path) -> None:
    words = ("--methods", "kmeans,ward", "--k", 2, "--seeds", "0,1", "--folders-are-labels")
    out, report, library = tmp_path / "compare.json", tmp_path / "report", tmp_path / "library"
    done = engine("compare", folders, *words, "--out", out, "--report", report, "--library", library)
    assert done.returncode == 0, done.stderr
    numbers = json.loads(out.read_text())
    assert numbers["version"] == 1
    assert numbers["judge"] == "folders"
    assert [m["method"] for m in numbers["methods"]] == ["kmeans", "ward"]
    assert all(m["agreement"] == 1.0 for m in numbers["methods"])
    assert {"parameters", "silhouette", "stability", "seconds", "peak_mb"} <= numbers["methods"][0].keys()
    assert np.array(numbers["between"]).shape == (2, 2)
    assert "k-means" in (report / "index.html").read_text("utf-8")
    assert "ward" in done.stdout
    unknown = engine("compare", folders, "--methods", "kmeans,magic", "--library", library)
    assert unknown.returncode == 2
    assert "magic" in unknown.stderr


def test_a_backbone_learns_from_a_folder_and_can_be_taken(folders: Path, tmp_path: Path, capsys) -> None:
    import timm
    import torch

    torch.manual_seed(0)
    torch.save(timm.create_model("test_efficientnet").state_dict(), tmp_path / "tiny.pt")
    words = ["fine-tune", folders, "--backbone", f"test_efficientnet@{tmp_path / 'tiny.pt'}", "--out", tmp_path / "out"]
    words += ["--library", tmp_path / "library", "--set", "epochs=2", "--set", "views=1"]
    arguments = parse([str(word) for word in words])
    with pytest.raises(UserError, match="12 photos"):
        fine_tune(arguments, Job())
    assert not (tmp_path / "out").exists()
    for file in list(folders.rglob("*.png")):
        with Image.open(file) as picture:
            picture.rotate(90).save(file.with_stem(f"{file.stem} turned"))
    fine_tune(arguments, Job())
    numbers = json.loads((tmp_path / "out" / "numbers.json").read_text())
    assert [update["iteration"] for update in numbers["history"]] == [0, 1]
    assert numbers["backbone"] in capsys.readouterr().out
    assert torch.load(numbers["backbone"].partition("@")[2]).keys() == torch.load(tmp_path / "tiny.pt").keys()
