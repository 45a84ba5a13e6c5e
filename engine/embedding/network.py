"""A timm network as a module from bytes to pooled features, so that every runtime gets the same bytes."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.errors import UserError
from engine.core.records import Floats


def squashed(thumbnail: Image.Image, side: int) -> NDArray[np.uint8]:
    """An RGB image as a square, uint8 (side, side, 3)."""
    return np.asarray(thumbnail.resize((side, side), Image.Resampling.BILINEAR), dtype=np.uint8)


def has_timm() -> bool:
    """Whether networks can be made at all: a bundle is without timm, and runs what was exported as it was built."""
    return importlib.util.find_spec("timm") is not None


def require_timm(network: str) -> Any:
    """The package timm; a UserError that names `network` where it is missing."""
    if not has_timm():
        raise UserError(
            "{network} needs the package timm here, which this installation of Photoloom is without: "
            "install Photoloom with pip, or take the network that comes with it.",
            network=network,
        )
    import timm

    return timm


def pooled_module(network: Any, mean: Sequence[float], std: Sequence[float], side: int) -> Any:
    """Wrap a timm `network`: uint8 (n, side, side, 3) in, float32 (n, d) out; eval mode.

    `mean` and `std` are of pixels 0…255, by channel. The network is changed in place (padding is fixed).
    """
    import torch

    class Pooled(torch.nn.Module):
        mean: torch.Tensor
        std: torch.Tensor

        def __init__(self) -> None:
            super().__init__()
            self.network = network
            self.register_buffer("mean", torch.tensor(mean).view(1, 3, 1, 1))
            self.register_buffer("std", torch.tensor(std).view(1, 3, 1, 1))

        def forward(self, pixels: torch.Tensor) -> torch.Tensor:
            x = (pixels.permute(0, 3, 1, 2).float() - self.mean) / self.std
            features: torch.Tensor = self.network.forward_head(self.network.forward_features(x), pre_logits=True)
            return features.float()

    network.eval()
    _fix_padding(network, side)
    return Pooled().eval()


def final_layer(network: Any) -> tuple[Floats, Floats] | None:
    """Weights (1000, d) and bias (1000,) of an ImageNet classifier; None where the network has no such layer."""
    import torch

    layer = network.get_classifier()
    if not isinstance(layer, torch.nn.Linear) or layer.out_features != 1000 or layer.bias is None:
        return None
    return layer.weight.detach().float().numpy(), layer.bias.detach().float().numpy()


def _fix_padding(network: Any, side: int) -> None:
    """Replace convolutions that work TensorFlow's "same" padding out of each input by ones that know it.

    The size is always `side`, and a padding known beforehand is fused into the convolution by ONNX Runtime;
    computed in the graph it costs a quarter of the whole run.
    """
    import torch
    from timm.layers.conv2d_same import Conv2dSame
    from timm.layers.padding import get_same_padding

    sizes: dict[Any, tuple[int, int]] = {}

    def note(layer: Any, inputs: Any) -> None:
        sizes[layer] = inputs[0].shape[-2:]

    hooks = [m.register_forward_pre_hook(note) for m in network.modules() if isinstance(m, Conv2dSame)]
    if not hooks:
        return
    with torch.inference_mode():
        network.forward_features(torch.zeros(1, 3, side, side))
    for hook in hooks:
        hook.remove()
    for parent in list(network.modules()):
        for name, layer in list(parent.named_children()):
            if layer in sizes:
                geometry = zip(sizes[layer], layer.kernel_size, layer.stride, layer.dilation, strict=True)
                height, width = (get_same_padding(*axis) for axis in geometry)
                before_after = (width // 2, width - width // 2, height // 2, height - height // 2)
                setattr(parent, name, torch.nn.Sequential(torch.nn.ZeroPad2d(before_after), _unpadded(layer)))


def _unpadded(layer: Any) -> Any:
    import torch

    plain = torch.nn.Conv2d(
        layer.in_channels,
        layer.out_channels,
        layer.kernel_size,
        layer.stride,
        dilation=layer.dilation,
        groups=layer.groups,
        bias=layer.bias is not None,
    )
    plain.weight, plain.bias = layer.weight, layer.bias
    return plain
