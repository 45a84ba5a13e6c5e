"""Opening a network in ONNX Runtime."""

from __future__ import annotations

from typing import Any


def open_session(model: bytes | str) -> Any:
    """An ONNX Runtime session that computes in the thread that calls it; of a file by its path, or of its bytes."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # Windows has another telemetry, which knows no variable
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
