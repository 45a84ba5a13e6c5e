"""The two networks of faces, and what they are known by."""

from __future__ import annotations

from engine.core.networks.session import network_key

DETECTION, CODES = "face_detection.onnx", "face_codes.onnx"
VERSION = 1  # of how they are asked; raised where faces are worth being looked for again


def model_key() -> str:
    """What faces that were found are kept under: where it is another, they are looked for again."""
    return network_key((DETECTION, CODES), VERSION)
