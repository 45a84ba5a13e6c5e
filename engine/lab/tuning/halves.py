"""A backbone cut in two: what stays as it is, and the last block, which learns."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.core.errors import UserError
from engine.core.records import Device, Floats
from engine.embedding.backbone import Backbone, Pixels
from engine.embedding.network import require_timm
from engine.library.outputs.whole import write_whole

if TYPE_CHECKING:
    from torch import Tensor, nn

CHUNK = 8  # pictures a run, so that a cancel acts within a second


@dataclass(frozen=True, slots=True)
class Halves:
    """`network` in eval mode: its normalisation keeps the statistics of a million photos, for a library has few."""

    pooled: Any  # the module of the backbone, see network.pooled_module
    network: Any
    names: tuple[str, ...]  # of its tensors, as timm calls them
    device: Device

    @classmethod
    def of(cls, backbone: Backbone, device: Device) -> Halves:
        """A UserError without timm, and for a network that is not of the EfficientNet family, whose parts these are."""
        timm = require_timm(backbone.label)
        pooled = backbone.module()
        network = pooled.network
        if not all(hasattr(network, part) for part in ("conv_stem", "blocks", "conv_head")):
            raise UserError(
                "{network} has no last block that could learn from photos; take efficientnet_lite0, which has.",
                network=backbone.label,
            )
        names = tuple(timm.create_model(backbone.timm_name, pretrained=False).state_dict())
        for parameter in network.parameters():
            parameter.requires_grad_(False)
        halves = cls(pooled.to(device), network, names, device)
        for parameter in halves.learning():
            parameter.requires_grad_(True)
        return halves

    def learning(self) -> list[nn.Parameter]:
        """The parameters of the last block and of the layer behind it."""
        return [
            p for part in (self.network.blocks[-1], self.network.conv_head, self.network.bn2) for p in part.parameters()
        ]

    def seen(self, pixels: Pixels) -> Tensor:
        """What the first half makes of pictures uint8 (n, side, side, 3), half precision (n, c, h, w)."""
        import torch

        with torch.no_grad():
            planes = torch.from_numpy(np.array(pixels)).to(self.device).permute(0, 3, 1, 2).float()
            x = (planes - self.pooled.mean) / self.pooled.std
            x = self.network.blocks[:-1](self.network.bn1(self.network.conv_stem(x)))
            found: Tensor = x.to("cpu", torch.float16)
        return found

    def features(self, maps: Tensor) -> Tensor:
        """What the last block makes of that, pooled, float32 (n, d), as the backbone's vectors are."""
        x = self.network.blocks[-1](maps.to(self.device).float())
        found: Tensor = self.network.forward_head(self.network.bn2(self.network.conv_head(x)), pre_logits=True)
        return found

    def all_features(self, maps: Tensor) -> Iterator[Floats]:
        """The same without gradients, in chunks."""
        import torch

        for block in torch.split(maps, CHUNK):
            with torch.no_grad():
                yield self.features(block).cpu().numpy()

    def save(self, path: Path) -> None:
        """Write all tensors, or no file, under timm's names: the order is the same, the fixed padding renamed some."""
        import torch

        tensors, written = (one.detach().cpu() for one in self.network.state_dict().values()), io.BytesIO()
        torch.save(dict(zip(self.names, tensors, strict=True)), written)
        write_whole(path, [written.getvalue()])
