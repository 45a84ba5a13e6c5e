"""Opening a network in ONNX Runtime."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import Any

from engine.core.assets import resource
from engine.core.errors import UserError


def open_session(model: bytes | str, *, any_size: bool = False) -> Any:
    """An ONNX Runtime session that computes in the thread that calls it; of a file by its path, or of its bytes.

    With `any_size` pictures differ in theirs: no room for the largest is kept.
    """
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # Windows has another telemetry, which knows no variable
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = not any_size
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def open_network(name: str) -> Any:
    """A session of a network of resources/models, for pictures of any size; a UserError where it is not there."""
    return open_session(str(_path(name)), any_size=True)


@functools.cache
def network_key(names: tuple[str, ...], version: int) -> str:
    """What is found by these networks of resources/models is kept under this, and made anew under another.

    `version` is that of how they are asked: raised where everything is worth being asked again.
    """
    hashes = [hashlib.sha256(_path(name).read_bytes()).hexdigest()[:8] for name in names]
    return "-".join([*hashes, str(version)])


def _path(name: str) -> Path:
    try:
        return resource(f"models/{name}")
    except FileNotFoundError as error:
        raise UserError(
            "The network {name} is missing from this installation: install Photoloom anew, or in a checkout run "
            "packaging/models/take.py.",
            name=name,
        ) from error
