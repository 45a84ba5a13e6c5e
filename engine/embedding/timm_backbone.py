"""Any timm model by name; its weights come from timm's hub when the user asks for the model."""

from __future__ import annotations

import functools
import hashlib
import os
import re
import socket
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.errors import UserError
from engine.core.records import Floats
from engine.embedding.network import final_layer, pooled_module, require_timm, squashed


class TimmBackbone:
    """`NAME`, `timm:NAME` (where one of ours has that name too) or `NAME@FILE` with weights from a file."""

    help = "A model of the timm collection."

    @staticmethod
    def knows(name: str) -> bool:
        """Whether timm has a model of this name; a UserError where there is no timm."""
        model = name.removeprefix("timm:").partition("@")[0]
        return bool(require_timm(model).is_model(model))

    def __init__(self, name: str) -> None:
        self.name = name
        self.label, _, self._file = name.removeprefix("timm:").partition("@")

    @functools.cached_property
    def key(self) -> str:
        config = self._config
        digest = hashlib.sha256(repr((config["mean"], config["std"])).encode())
        for name, tensor in self._network.state_dict().items():
            digest.update(name.encode())
            digest.update(_bytes_of(tensor))
        plain = re.sub(r"[^A-Za-z0-9_.]", "_", self.label)
        return f"timm_{plain}-1-squash{self.side}-{digest.hexdigest()[:8]}"

    @property
    def timm_name(self) -> str:
        return self.label

    @property
    def side(self) -> int:
        return int(self._config["input_size"][-1])

    @property
    def dimension(self) -> int:
        return int(self._network.head_hidden_size)

    def picture(self, thumbnail: Image.Image) -> NDArray[np.uint8]:
        return squashed(thumbnail, self.side)

    def module(self) -> Any:
        mean, std = ([255.0 * value for value in self._config[part]] for part in ("mean", "std"))
        return pooled_module(self._open(), mean, std, self.side)

    def classifier(self) -> tuple[Floats, Floats] | None:
        return final_layer(self._network)

    @functools.cached_property
    def _network(self) -> Any:
        return self._open()

    @functools.cached_property
    def _config(self) -> dict[str, Any]:
        from timm.data.config import resolve_model_data_config

        resolve: Any = resolve_model_data_config  # which is not typed
        return dict(resolve(self._network))

    def _open(self) -> Any:
        import timm

        if self._file:
            return _from_file(self.label, Path(self._file))
        overlay = _cached_weights(self.label)
        try:
            return timm.create_model(self.label, pretrained=True, pretrained_cfg_overlay=overlay)
        except OSError as error:
            raise _no_weights(self.label) from error


def _from_file(name: str, file: Path) -> Any:
    import timm

    if not file.is_file():
        raise UserError("There is no file {file} with weights of {name}.", file=file, name=name)
    config: Any = timm.get_pretrained_cfg(name)
    try:
        if config is not None and config.custom_load:  # from arrays, by the model's own reader
            overlay: dict[str, Any] = {"file": str(file)}
        else:  # said here, for not every version of timm asks for weights alone
            overlay = {"state_dict": timm.models.load_state_dict(str(file), device="cpu", weights_only=True)}
        return timm.create_model(name, pretrained=True, pretrained_cfg_overlay=overlay)
    except Exception as error:  # a file of just anything makes the unpickler raise just anything
        raise UserError("{file} holds no weights of timm's {name}.", file=file, name=name) from error


def _cached_weights(name: str) -> dict[str, str]:
    """Where the hub's cache holds the weights already, so that it is downloaded only once.

    Without a network the hub retries for most of a minute: this fails at once instead.
    """
    import timm
    from huggingface_hub import try_to_load_from_cache

    if not timm.is_model_pretrained(name):
        raise UserError("timm has no weights for {name}; give a file of them: {name}@FILE.", name=name, usage=True)
    config = timm.get_pretrained_cfg(name)
    if config is not None and config.hf_hub_id:
        for file in ("model.safetensors", "pytorch_model.bin"):
            found = try_to_load_from_cache(config.hf_hub_id, file)
            if isinstance(found, str):
                return {"file": found}
        if not _hub_is_there():
            raise _no_weights(name)
    return {}


def _hub_is_there() -> bool:
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in ("1", "ON", "YES", "TRUE"):
        return False
    if urllib.request.getproxies():
        return True  # the proxy knows names that this machine does not
    from huggingface_hub.constants import ENDPOINT

    try:
        socket.getaddrinfo(urllib.parse.urlsplit(ENDPOINT).hostname, 443)
    except OSError:
        return False
    return True


def _no_weights(name: str) -> UserError:
    return UserError(
        "The weights of {name} could not be fetched, is there a network? Take the default backbone, "
        "which needs none, or give a file of weights: --backbone {name}@FILE.",
        name=name,
    )


def _bytes_of(tensor: Any) -> Any:
    import torch

    return tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy()
