"""The two networks that read, PP-OCRv6 small, and what they are known by."""

from __future__ import annotations

from engine.core.networks.session import network_key

DETECTION, RECOGNITION = "text_detection.onnx", "text_recognition.onnx"
VERSION = 1  # of how their answers are read; raised where texts are worth being read again


def model_key() -> str:
    """What texts that were read are kept under: what is under another key is read again."""
    return network_key((DETECTION, RECOGNITION), VERSION)
