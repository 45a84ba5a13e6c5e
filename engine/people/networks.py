"""The two networks of faces: opened from resources/models, one thread each, and what they are known by."""

from __future__ import annotations

import functools
import hashlib
from typing import Any

from engine.core.assets import resource

DETECTION, CODES = "models/face_detection.onnx", "models/face_codes.onnx"
VERSION = 1  # of how they are asked; raised where faces are worth being looked for again


def open_network(name: str) -> Any:
    """An ONNX Runtime session on one thread of the processor, which rests when it is not asked."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3  # it warns of weights that CenterFace does not use
    options.enable_cpu_mem_arena = False  # pictures differ in size: an arena would keep room for the largest
    return onnxruntime.InferenceSession(str(resource(name)), options, providers=["CPUExecutionProvider"])


@functools.cache
def model_key() -> str:
    """What faces that were found are kept under: where it is another, they are looked for again."""
    hashes = [hashlib.sha256(resource(name).read_bytes()).hexdigest()[:8] for name in (DETECTION, CODES)]
    return "-".join([*hashes, str(VERSION)])
