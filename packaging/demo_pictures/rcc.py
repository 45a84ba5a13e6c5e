"""Reads pictures out of Qt's compiled resources (.rcc), as the Debian package gcompris-qt-data ships them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

_NODE, _COMPRESSED, _FOLDER = 22, 1, 2


def read_rcc(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every (name, content) of a resource file, format version 3 (Qt's tools/rcc/rcc.cpp)."""
    blob = path.read_bytes()
    _, tree, data, names = struct.unpack(">4I", blob[4:20])

    def walk(index: int, above: str) -> Iterator[tuple[str, bytes]]:
        at = tree + index * _NODE
        offset, flags = struct.unpack(">IH", blob[at : at + 6])
        length = struct.unpack(">H", blob[names + offset : names + offset + 2])[0]
        start = names + offset + 6
        name = f"{above}/{blob[start : start + 2 * length].decode('utf-16-be')}".lstrip("/") if index else ""
        if flags & _FOLDER:
            count, first = struct.unpack(">II", blob[at + 6 : at + 14])
            for child in range(first, first + count):
                yield from walk(child, name)
            return
        begin = data + struct.unpack(">I", blob[at + 10 : at + 14])[0]
        size = struct.unpack(">I", blob[begin : begin + 4])[0]
        content = blob[begin + 4 : begin + 4 + size]
        yield name, zlib.decompress(content[4:]) if flags & _COMPRESSED else content

    yield from walk(0, "")
