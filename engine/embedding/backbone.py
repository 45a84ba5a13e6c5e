"""The Backbone protocol: what a photo shows, as a vector, from pixels alone."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.disk.home import data_folder
from engine.core.errors import UserError
from engine.core.records import Floats
from engine.core.registry import Registry
from engine.embedding.packs.backbone import is_pack, open_pack
from engine.embedding.shipped import shipped
from engine.embedding.timm_backbone import TimmBackbone

Pixels = NDArray[np.uint8]  # (n, side, side, 3)

backbones = Registry("engine.embedding", "backbone")


class Backbone(Protocol):
    """A pretrained network without its classifier; one file a family, registered.

    `key` names the vectors it makes: name, version, preprocessing and hash of the weights, in characters that
    any file system takes. Two backbones with one key make the same vectors.
    """

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def help(self) -> str:
        """One sentence."""
        ...

    @property
    def key(self) -> str: ...

    @property
    def timm_name(self) -> str:
        """What timm calls the network: NAME@FILE opens it with other weights."""
        ...

    @property
    def side(self) -> int:
        """Side of the square input in pixels."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a pooled feature vector."""
        ...

    def picture(self, thumbnail: Image.Image) -> NDArray[np.uint8]:
        """An RGB thumbnail as the network's input, uint8 (side, side, 3)."""
        ...

    def module(self) -> Any:
        """The torch module, uint8 NHWC (n, side, side, 3) in, pooled float32 (n, dimension) out; eval mode."""
        ...

    def classifier(self) -> tuple[Floats, Floats] | None:
        """Weights (classes, d) and bias (classes,) that turn pooled features into ImageNet logits, if known."""
        ...


def available() -> list[str]:
    """Names of the registered backbones that can run here: in a bundle, those that it brings."""
    brought = [name for name in backbones.names() if shipped(f"{name}-*.onnx")]
    return brought or backbones.names()


def open_backbone(name: str) -> Backbone:
    """The registered backbone `name`, the model pack of pack:NAME, or else the timm model of that name.

    A name that nobody knows, or weights that can't be had, are a UserError.
    """
    if name in backbones.names():
        backbone: Backbone = backbones.get(name)()
        return backbone
    if is_pack(name):
        return open_pack(name, data_folder())
    if not TimmBackbone.knows(name):
        ours = ", ".join(backbones.names())
        raise UserError(
            "There is no backbone {name!r}; there are: {ours}, and every model name of timm.",
            name=name.removeprefix("timm:").partition("@")[0],
            ours=ours,
            usage=True,
        )
    return TimmBackbone(name)
