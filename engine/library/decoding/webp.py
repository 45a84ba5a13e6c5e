"""The memory that a WebP needs: its decoder only says that it could not begin."""

from __future__ import annotations

from typing import BinaryIO

import numpy as np

_CANVASES = 2  # that libwebp's decoder of animations keeps, also of a picture that is none
_BYTES = 4  # a pixel


def require_memory(file: BinaryIO) -> None:
    """MemoryError where there is no room for a picture of the size that the file states."""
    width, height = _size(file)
    np.empty(_CANVASES * _BYTES * width * height, np.uint8)


def _size(file: BinaryIO) -> tuple[int, int]:
    """Of the canvas, or of the one picture; (0, 0) where none is stated. RFC 9649, sections 2.5 to 2.7."""
    file.seek(12)
    head = file.read(18).ljust(18, b"\0")
    kind, data = head[:4], head[8:]
    if kind == b"VP8X":
        return int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return int.from_bytes(data[6:8], "little") & 0x3FFF, int.from_bytes(data[8:10], "little") & 0x3FFF
    return 0, 0
