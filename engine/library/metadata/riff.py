"""The chunks of a WebP (RIFF)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

_MOST = 10_000  # chunks


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """The name of each, in four bytes; what they hold is not read."""
    file.seek(12)  # RIFF, its length, WEBP
    for _ in range(_MOST):
        head = file.read(8)
        if len(head) < 8:
            return
        yield head[:4]
        size = int.from_bytes(head[4:], "little")
        file.seek(size + size % 2, 1)
