"""A pack as a backbone, and a sentence among its pictures."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import Floats
from engine.embedding.backbone import open_backbone
from engine.embedding.packs.install import add
from engine.embedding.packs.shelf import Pack
from engine.embedding.packs.sources import offer, open_source
from engine.embedding.packs.text import TextEncoder, Tokens
from engine.embedding.runtimes import open_runtime
from tests.engine.embedding.packs.make_pack import COLOURS, make_pack, make_plain_pack, write_manifest


def embed(name: str, home: Path, images: list[Image.Image], threads: int = 2) -> Floats:
    backbone = open_backbone(name)
    runtime = open_runtime(backbone, "cuda", threads=threads, cache=home / "models", job=Job())
    try:
        return runtime.embed(np.stack([backbone.picture(image) for image in images]))
    finally:
        runtime.close()


def plain(colour: tuple[int, int, int]) -> Image.Image:
    return Image.new("RGB", (60, 40), colour)


def test_it_is_a_backbone_that_needs_no_torch_whatever_the_device(pack: Pack, home: Path) -> None:
    backbone = open_backbone("pack:colours")
    assert (backbone.side, backbone.dimension, backbone.classifier()) == (32, 24, None)
    images = [plain(colour) for colour in COLOURS.values()]
    vectors = embed("pack:colours", home, images)
    assert vectors.shape == (6, 24)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors, embed("pack:colours", home, images, threads=1), atol=1e-6)
    runtime = open_runtime(backbone, "cpu", threads=1, cache=home, job=Job())
    assert runtime.place == ("onnxruntime", "cpu", ("CPUExecutionProvider",))
    assert runtime.embed(np.empty((0, 32, 32, 3), np.uint8)).shape == (0, 24)
    runtime.close()


def test_a_stop_is_heard_between_two_runs(pack: Pack, home: Path) -> None:
    job = Job()
    runtime = open_runtime(open_backbone("pack:colours"), "cpu", threads=1, cache=home, job=job)
    job.cancel()
    with pytest.raises(Cancelled):
        runtime.embed(np.zeros((4, 32, 32, 3), np.uint8))
    runtime.close()


def test_a_sentence_is_nearest_to_what_it_says(pack: Pack, home: Path) -> None:
    vectors = embed("pack:colours", home, [plain(colour) for colour in COLOURS.values()])
    encoder = TextEncoder(pack)
    found = {
        colour: list(COLOURS)[int((vectors @ encoder.encode(f"A {colour} house!")).argmax())] for colour in COLOURS
    }
    assert found == {colour: colour for colour in COLOURS}


def test_tokens_are_as_many_as_the_network_takes(pack: Pack) -> None:
    tokens = Tokens(pack)
    ids, mask = tokens.of(["Red", " red. ", "a_red  PICTURE", "red " * 50])
    assert ids.shape == mask.shape == (4, 8)
    assert ids[0].tolist() == ids[1].tolist()
    assert (ids[0, 1], mask[0].tolist()) == (1, [1, 1, 0, 0, 0, 0, 0, 0])  # its end, then padding
    assert mask[3].all()
    assert ids[3, -1] == 1


def test_its_key_is_of_what_makes_the_vectors(pack: Pack, home: Path, tmp_path: Path) -> None:
    def key(folder: Path, name: str) -> str:
        write_manifest(folder, name)
        source = open_source(str(folder))
        add(home, source, offer(source), Job())
        return open_backbone(f"pack:{name}").key.replace(name, "colours")

    first = open_backbone("pack:colours").key
    same = Path(shutil.copytree(pack.folder, tmp_path / "same"))
    (same / "installed.json").unlink()
    (same / "README.md").write_text("other words", "utf-8")
    assert key(same, "same") == first
    other = make_pack(tmp_path / "other", seed=5)
    assert key(other, "other") != first
    told = json.loads((same / "visual" / "preprocess_cfg.json").read_bytes())
    (same / "visual" / "preprocess_cfg.json").write_text(json.dumps({**told, "mean": [0.4] * 3}), "utf-8")
    assert key(same, "meaner") != first


def test_of_a_transformer_the_first_token_stands_for_the_picture(home: Path, tmp_path: Path, pack: Pack) -> None:
    source = open_source(str(make_plain_pack(tmp_path / "plain")))
    add(home, source, offer(source), Job())
    images = [plain(colour) for colour in COLOURS.values()]
    assert np.allclose(embed("pack:plain", home, images), embed("pack:colours", home, images), atol=1e-5)


def test_a_file_that_was_damaged_since_is_noticed(pack: Pack, home: Path) -> None:
    for path, use in (
        ("visual/model.onnx", lambda: embed("pack:colours", home, [plain((0, 0, 0))])),
        ("textual/model.onnx", lambda: TextEncoder(pack)),
    ):
        whole = (pack.folder / path).read_bytes()
        (pack.folder / path).write_bytes(whole[:-8] + b"12345678")
        with pytest.raises(UserError, match=f"{path} of the model pack colours is damaged: remove"):
            use()
        (pack.folder / path).write_bytes(whole)


@pytest.mark.parametrize("name", ["pack:nothing", "pack:", "pack:../packs/colours", "pack:.begun"])
def test_one_that_is_not_there_is_said(pack: Pack, name: str) -> None:
    with pytest.raises(UserError, match="is not installed: add it again, or retrain with another network"):
        open_backbone(name)


def test_it_cannot_be_trained_further(pack: Pack) -> None:
    for use in (lambda: open_backbone("pack:colours").module(), lambda: open_backbone("pack:colours").timm_name):
        with pytest.raises(UserError, match="cannot be trained further"):
            use()
