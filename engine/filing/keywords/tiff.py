"""XMP in a TIFF: tag 700 of the first directory. What is new is appended, so that no strip and no offset moves."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from typing import BinaryIO

from engine.filing.actions.action import Left
from engine.filing.keywords.splices import Splice

_XMP, _BYTE = 700, 1
_MOST = 4096  # entries: more is no directory


def find_in_tiff(file: BinaryIO) -> tuple[bytes | None, Callable[[bytes], list[Splice]]]:
    """The XMP of a classic TIFF, and the splices that replace it (TIFF 6.0, 2; XMP specification part 3, 1.1.4)."""
    end = file.seek(0, os.SEEK_END)
    file.seek(0)
    order = "<" if file.read(4)[:2] == b"II" else ">"
    (ifd,) = struct.unpack(order + "I", file.read(4))
    file.seek(ifd)
    (count,) = struct.unpack(order + "H", file.read(2))
    if not 0 < count <= _MOST:
        raise struct.error("its directory cannot be read")
    entries = [file.read(12) for _ in range(count)]
    following = file.read(4)
    tags = [struct.unpack(order + "H", entry[:2])[0] for entry in entries]
    xmp = None
    if _XMP in tags:
        _, kind, length, offset = struct.unpack(order + "HHII", entries[tags.index(_XMP)])
        if kind not in (_BYTE, 7) or length <= 4 or offset + length > end:
            raise struct.error("its XMP cannot be read")
        file.seek(offset)
        xmp = file.read(length)

    def replace(new: bytes) -> list[Splice]:
        pad = b"\0" * (end % 2)
        at = end + len(pad)
        if at + len(new) + 16 + 12 * count >= 1 << 32:
            raise Left("there is no room for it in a TIFF: use a sidecar")
        entry = struct.pack(order + "HHII", _XMP, _BYTE, len(new), at)
        if _XMP in tags:
            there = ifd + 2 + 12 * tags.index(_XMP)
            return [Splice(there, there + 12, entry), Splice(end, end, pad + new)]
        directory = sorted([*entries, entry], key=lambda e: struct.unpack(order + "H", e[:2])[0])
        new += b"\0" * (len(new) % 2)
        packed = struct.pack(order + "H", count + 1) + b"".join(directory) + following
        head = Splice(4, 8, struct.pack(order + "I", at + len(new)))
        return [head, Splice(end, end, pad + new + packed)]

    return xmp, replace
