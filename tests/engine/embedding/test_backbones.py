from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding.backbone import backbones, open_backbone
from engine.embedding.runtimes import open_runtime
from tests.paths import ROOT


def without_torch(program):
    """What `program` prints in a process that can import neither torch nor timm."""
    blocked = "import sys; sys.modules.update(torch=None, timm=None)\n"
    run = subprocess.run([sys.executable, "-c", blocked + program], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


def test_names_and_keys_are_known_without_torch():
    program = (
        "from engine.embedding.backbone import backbones, open_backbone\n"
        "for name in backbones.names():\n"
        "    print(open_backbone(name).key, open_backbone(name).side, open_backbone(name).dimension)\n"
    )
    assert without_torch(program) == [
        *("efficientnet_lite0-1-squash224-57934424", "224", "1280"),
        *("efficientnet_lite2-1-squash260-9656183e", "260", "1280"),
    ]


def test_an_exported_backbone_embeds_without_torch(processor, lite0, models):
    program = (
        "import numpy as np\n"
        "from pathlib import Path\n"
        "from engine.embedding.backbone import open_backbone\n"
        "from engine.embedding.runtimes import open_runtime\n"
        "from engine.core.job import Job\n"
        f"backbone, cache = open_backbone({lite0.name!r}), Path({str(models)!r})\n"
        "runtime = open_runtime(backbone, 'cpu', threads=1, cache=cache, job=Job())\n"
        "print(*runtime.embed(np.zeros((3, 224, 224, 3), np.uint8)).shape)\n"
    )
    assert without_torch(program) == ["3", "1280"]


def test_each_has_what_a_list_shows():
    for name in backbones.names():
        backbone = open_backbone(name)
        assert backbone.name == name
        assert backbone.label
        assert backbone.help.endswith(".")


def class_names() -> list[str]:
    """The words for ImageNet's 1,000 classes in the order of the logits, from timm's data files."""
    data = Path(find_spec("timm").origin).parent / "data" / "_info"
    lines = (data / "imagenet_synset_to_lemma.txt").read_text(encoding="utf-8").splitlines()
    lemmas = dict(line.split("\t", 1) for line in lines)
    return [lemmas[synset].split(",")[0] for synset in (data / "imagenet_synsets.txt").read_text().split()]


def test_photos_are_recognised(processor, lite0, photos):
    """The classifier on pooled features names what is in the clearest of them."""
    pixels, folders = photos
    weights, bias = lite0.classifier()
    assert (weights.shape, bias.shape) == ((1000, 1280), (1000,))
    logits = processor.embed(pixels) @ weights.T + bias
    names = class_names()
    found = {folder: names[i] for folder, i in zip(folders, logits.argmax(1), strict=True)}
    clear = {"boats_planes": "aircraft carrier", "buildings": "barn", "mushrooms": "mushroom"}
    assert clear.items() <= found.items()


@pytest.mark.parametrize("name", ["resnet9000", "timm:nothing", "efficientnet_lite9"])
def test_a_name_nobody_knows(name):
    with pytest.raises(UserError, match=r"There is no backbone .* efficientnet_lite0") as caught:
        open_backbone(name)
    assert caught.value.usage


def test_no_network_is_one_sentence(monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(UserError, match="could not be fetched, is there a network"):
        _ = open_backbone("timm:vit_tiny_patch16_224").key


@pytest.mark.parametrize("content", [None, b"", b"not weights"])
def test_a_bad_file_of_weights_is_one_sentence(content, tmp_path):
    file = tmp_path / "weights.pt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UserError, match=r"weights\.pt"):
        _ = open_backbone(f"test_efficientnet@{file}").key


def test_a_timm_model_from_a_file(tiny, tmp_path):
    import torch

    backbone = open_backbone(tiny)
    runtime = open_runtime(backbone, "cpu", threads=1, cache=tmp_path, job=Job())
    pixels = np.random.default_rng(0).integers(0, 256, (5, backbone.side, backbone.side, 3), dtype=np.uint8)
    with torch.inference_mode():
        expected = backbone.module()(torch.from_numpy(pixels)).numpy()
    np.testing.assert_allclose(runtime.embed(pixels), expected, rtol=1e-3, atol=1e-4)
    assert expected.shape == (5, backbone.dimension)
    assert backbone.classifier()[0].shape == (1000, backbone.dimension)
    assert backbone.key.startswith(f"timm_test_efficientnet-1-squash{backbone.side}-")
    assert open_backbone(f"timm:{tiny}").key == backbone.key
    runtime.close()


def test_other_weights_have_another_key(tiny, tmp_path):
    import torch

    weights = torch.load(tiny.partition("@")[2], weights_only=True)
    next(iter(weights.values())).flatten()[0] += 1
    torch.save(weights, tmp_path / "other.pt")
    assert open_backbone(f"test_efficientnet@{tmp_path / 'other.pt'}").key != open_backbone(tiny).key
