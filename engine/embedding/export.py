"""A backbone as an ONNX file, exported once and kept by its key: afterwards embedding needs no torch."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from engine.core.errors import UserError, why
from engine.core.networks.session import open_session
from engine.embedding.agreement import agree, probe
from engine.embedding.backbone import Backbone
from engine.embedding.shipped import shipped

_OLD = 3600  # seconds: an export takes a few


class NotExportable(Exception):  # noqa: N818 - a finding, not a failure: torch runs such a network
    """ONNX can't express the network, or expresses another one."""


def exported(backbone: Backbone, cache: Path) -> bytes:
    """The ONNX model of `backbone`: input `pixels` uint8 (n, side, side, 3), output `features` float32 (n, d).

    The file is called KEY.HASH.onnx after the hash of what it holds: a truncated or damaged one is noticed
    and exported again, and two processes that export at once do each other no harm. What a bundle brings comes
    first. A cache that can't be written is a UserError; a network whose ONNX model is none or differs is NotExportable.
    """
    for path in [*shipped(f"{backbone.key}.*.onnx"), *sorted(cache.glob(f"{backbone.key}.*.onnx"))]:
        model = path.read_bytes()
        if path.name == _name(backbone.key, model):
            return model
        if path.parent == cache:
            path.unlink(missing_ok=True)
    module = backbone.module()
    try:
        return _keep(module, backbone, cache)
    except OSError as error:
        raise UserError(
            "The model can't be written to {cache}: {reason}. Make room there or choose another library folder.",
            cache=cache,
            reason=why(error),
        ) from error


def _keep(module: Any, backbone: Backbone, cache: Path) -> bytes:
    cache.mkdir(parents=True, exist_ok=True)
    for left in cache.glob("export-*"):
        if time.time() - left.stat().st_mtime > _OLD:  # of a process that was killed
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="export-", dir=cache) as folder:
        draft = Path(folder) / "model.onnx"
        _export(module, backbone.side, draft)
        model = draft.read_bytes()
        _compare(model, module, backbone)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        final = cache / _name(backbone.key, model)
        if not final.exists():  # another process may have been quicker
            draft.replace(final)
    return model


def _name(key: str, model: bytes) -> str:
    return f"{key}.{hashlib.sha256(model).hexdigest()[:16]}.onnx"


def _export(module: Any, side: int, path: Path) -> None:
    """By torch's TorchScript exporter: 1 s for EfficientNet-Lite0, where the newer one takes 11 s."""
    import torch

    pixels = torch.from_numpy(np.zeros((2, side, side, 3), np.uint8))
    # Where an operator is unknown the whole graph is printed: not on standard output, which may be a pipe.
    torch._C._jit_set_onnx_log_output_stream("stderr")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of its own age and of every shape it traces
        try:
            torch.onnx.export(
                module,
                (pixels,),
                str(path),
                dynamo=False,
                opset_version=17,
                input_names=["pixels"],
                output_names=["features"],
                dynamic_axes={"pixels": {0: "n"}, "features": {0: "n"}},
            )
        except torch.onnx.errors.OnnxExporterError as error:
            raise NotExportable(str(error)) from error


def _compare(model: bytes, module: Any, backbone: Backbone) -> None:
    """Raise NotExportable unless ONNX Runtime makes torch's vectors, of another number of pictures, too."""
    import torch
    from onnxruntime.capi import onnxruntime_pybind11_state as errors

    pixels = probe(backbone.side)[:3]
    with torch.inference_mode():
        expected = module(torch.from_numpy(pixels)).numpy()
    try:
        found = open_session(model).run(None, {"pixels": pixels})[0]
    except (errors.Fail, errors.InvalidArgument, errors.InvalidGraph, errors.NotImplemented) as error:
        raise NotExportable(str(error)) from error
    if found.shape != expected.shape or not agree(found, expected):
        raise NotExportable(f"{backbone.label} makes other vectors in ONNX Runtime than in torch")
