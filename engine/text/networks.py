"""The two networks that read: opened from resources/models, one thread each, and what they are known by."""

from __future__ import annotations

import functools
import hashlib
from typing import Any

from engine.core.assets import resource

DETECTION, RECOGNITION = "models/text_detection.onnx", "models/text_recognition.onnx"  # PP-OCRv6 small
VERSION = 1  # of how their answers are read; raised where texts are worth being read again


def open_network(name: str) -> Any:
    """An ONNX Runtime session on one thread of the processor, which rests when it is not asked."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # Windows has a telemetry of its own, which knows no variable

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False  # every picture has another size: an arena would keep room for the largest
    return onnxruntime.InferenceSession(str(resource(name)), options, providers=["CPUExecutionProvider"])


@functools.cache
def model_key() -> str:
    """What texts that were read are kept under: what is under another key is read again."""
    hashes = [hashlib.sha256(resource(name).read_bytes()).hexdigest()[:8] for name in (DETECTION, RECOGNITION)]
    return "-".join([*hashes, str(VERSION)])
