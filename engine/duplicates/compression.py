"""How much a JPEG was compressed, from its quantisation tables: a few bytes of its head, and no decoder."""

from __future__ import annotations

from pathlib import Path

from engine.library.cloud import in_cloud

_HEAD = 1 << 18  # bytes: EXIF with its preview takes up to 64 KB, and colour profiles as much again
_TABLES, _SCAN, _START = 0xDB, 0xDA, 0xD8
_LOSSLESS = frozenset(("png", "bmp", "gif", "tif", "tiff"))


def coarseness(path: Path) -> float | None:
    """The mean step, 1…255, to which brightness is rounded; 0 where nothing is; None where it is not known."""
    if path.suffix[1:].lower() in _LOSSLESS:
        return 0.0
    try:
        if in_cloud(path.stat()):
            return None
        with path.open("rb") as file:
            return _of_jpeg(file.read(_HEAD))
    except OSError:  # a drive that is away
        return None


def _of_jpeg(head: bytes) -> float | None:
    """Of the first table, which is that of brightness (ITU T.81, B.2.4.1); None where there is none."""
    at = 2 if head[:2] == bytes((0xFF, _START)) else len(head)
    while at + 4 <= len(head) and head[at] == 0xFF and head[at + 1] != _SCAN:
        length = int.from_bytes(head[at + 2 : at + 4])
        if head[at + 1] == _TABLES:
            bytes_each = 2 if at + 4 < len(head) and head[at + 4] >> 4 else 1
            table = head[at + 5 : at + 5 + 64 * bytes_each]
            steps = [int.from_bytes(table[i : i + bytes_each]) for i in range(0, len(table), bytes_each)]
            return sum(steps) / len(steps) if steps else None
        at += 2 + length
    return None
