"""XMP in a TIFF: tag 700 of the first directory. What is new is appended, so that no strip and no offset moves."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from typing import BinaryIO

from engine.filing.actions.action import Left
from engine.filing.keywords.splices import Splice

_XMP, _BYTE = 700, 1
_DNG = 50706  # its version
_MOST = 4096  # entries: more is no directory; nor are there more pages


def find_in_tiff(file: BinaryIO) -> tuple[bytes | None, Callable[[bytes], list[Splice]]]:
    """The XMP of a classic TIFF, and the splices that replace it (TIFF 6.0, 2; XMP specification part 3, 1.1.4)."""
    end = file.seek(0, os.SEEK_END)
    file.seek(0)
    order = "<" if file.read(4)[:2] == b"II" else ">"
    (ifd,) = struct.unpack(order + "I", file.read(4))
    entries, following = _directory(file, order, ifd)
    tags = [_number(entry, order) for entry in entries]
    if tags != sorted(set(tags)) or any(not 1 <= struct.unpack(order + "H", e[2:4])[0] <= 13 for e in entries):
        raise struct.error("its directory is damaged")
    xmp = None
    if _XMP in tags:
        _, kind, length, offset = struct.unpack(order + "HHII", entries[tags.index(_XMP)])
        if kind not in (_BYTE, 7) or length <= 4 or offset + length > end:
            raise struct.error("its XMP cannot be read")
        file.seek(offset)
        xmp = file.read(length)

    def replace(new: bytes) -> list[Splice]:
        _refuse_loops(file, order, ifd)
        if _DNG in tags:
            raise Left("keywords are not written into RAW files: use a sidecar")
        pad = b"\0" * (end % 2)
        at = end + len(pad)
        if at + len(new) + 16 + 12 * len(tags) >= 1 << 32:
            raise Left("there is no room for it in a TIFF: use a sidecar")
        entry = struct.pack(order + "HHII", _XMP, _BYTE, len(new), at)
        if _XMP in tags:
            there = ifd + 2 + 12 * tags.index(_XMP)
            return [Splice(there, there + 12, entry), Splice(end, end, pad + new)]
        directory = sorted([*entries, entry], key=lambda e: _number(e, order))
        new += b"\0" * (len(new) % 2)
        packed = struct.pack(order + "H", len(directory)) + b"".join(directory) + following
        head = Splice(4, 8, struct.pack(order + "I", at + len(new)))
        return [head, Splice(end, end, pad + new + packed)]

    return xmp, replace


def _directory(file: BinaryIO, order: str, at: int) -> tuple[list[bytes], bytes]:
    """The entries of a directory, and where the next one is."""
    file.seek(at)
    (count,) = struct.unpack(order + "H", file.read(2))
    if not 0 < count <= _MOST:
        raise struct.error("its directory cannot be read")
    entries, following = [file.read(12) for _ in range(count)], file.read(4)
    if len(following) < 4:
        raise struct.error("its directory is cut off")
    return entries, following


def _refuse_loops(file: BinaryIO, order: str, first: int) -> None:
    """The first directory is written anew: a later one that leads back to it would make a page of what it was."""
    at, seen = first, {first}
    while len(seen) <= _MOST:
        (at,) = struct.unpack(order + "I", _directory(file, order, at)[1])
        if at == 0:
            return
        if at in seen:
            break
        seen.add(at)
    raise Left("its pages lead back to one another: use a sidecar")


def _number(entry: bytes, order: str) -> int:
    return int(struct.unpack(order + "H", entry[:2])[0])
