from __future__ import annotations

import warnings

import numpy as np
import pytest
from PIL import Image

from engine.core.job import Job
from engine.embedding.backbone import open_backbone
from engine.embedding.runtimes import open_runtime


@pytest.fixture(scope="session")
def lite0():
    return open_backbone("efficientnet_lite0")


@pytest.fixture(scope="session")
def models(photoloom_home):
    """The folder of exported networks: each is exported once for all tests."""
    return photoloom_home / "models"


@pytest.fixture(scope="session")
def processor(lite0, models):
    """Lite0 on the processor, as the program runs it."""
    runtime = open_runtime(lite0, "cpu", threads=2, cache=models, job=Job())
    yield runtime
    runtime.close()


@pytest.fixture(scope="session")
def photos(desk):
    """One photo of each folder of the gallery, uint8 (12, 224, 224, 3), and the names of the folders."""
    folders = sorted(path for path in desk.iterdir() if path.is_dir())
    return np.stack([_squashed(sorted(f.iterdir())[0], 224) for f in folders]), [f.name for f in folders]


def _squashed(path, side):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks on what pictures are like
        return np.asarray(Image.open(path).convert("RGB").resize((side, side)))


@pytest.fixture
def notices():
    """A job and the texts of the notices it has published."""
    texts = []
    return Job(on_partial=lambda notice: texts.append(str(notice.sentence))), texts


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """The name of a tiny timm model with weights in a file."""
    import timm
    import torch

    file = tmp_path_factory.mktemp("weights") / "tiny.pt"
    torch.manual_seed(0)
    torch.save(timm.create_model("test_efficientnet", pretrained=False).state_dict(), file)
    return f"test_efficientnet@{file}"
