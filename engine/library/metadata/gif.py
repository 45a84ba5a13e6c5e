"""The XMP of a GIF: an application extension, written as plain bytes with a trailer that ends it for other readers."""

from __future__ import annotations

from typing import BinaryIO

_NAME = b"XMP DataXMP"
_TRAILER = b"\x01\xff\xfe\xfd"  # and so on down to 0: wherever a reader of blocks comes in, it is led to the end
_MOST_BLOCKS = 200_000
_LONGEST = 1 << 23  # bytes


def xmp_of(file: BinaryIO) -> bytes:
    """The packet, b"" for none."""
    file.seek(10)
    _skip_palette(file, file.read(3)[:1])
    for _ in range(_MOST_BLOCKS):
        kind = file.read(1)
        if kind == b"!":
            label, name = file.read(1), file.read(_byte(file))
            if (label, name) == (b"\xff", _NAME):
                return _packet(file)
            if name:
                _blocks(file, keep=False)
        elif kind == b",":
            _skip_palette(file, file.read(9)[8:])
            file.seek(1, 1)
            _blocks(file, keep=False)
        else:
            break
    return b""


def _packet(file: BinaryIO) -> bytes:
    begin = file.tell()
    packet = file.read(_LONGEST)
    end = packet.find(_TRAILER)
    if packet[:1].isascii() and not packet[:1].isalnum() and end >= 0:
        return packet[:end]
    file.seek(begin)
    return _blocks(file, keep=True)  # by who did not know


def _skip_palette(file: BinaryIO, flags: bytes) -> None:
    if flags and flags[0] & 0x80:
        file.seek(3 << (flags[0] & 7) + 1, 1)


def _blocks(file: BinaryIO, *, keep: bool) -> bytes:
    """Goes on to the end of a chain of blocks; their content if it is to be kept."""
    kept = []
    for _ in range(_MOST_BLOCKS):
        size = _byte(file)
        if not size:
            break
        if keep:
            kept.append(file.read(size))
        else:
            file.seek(size, 1)
    return b"".join(kept)


def _byte(file: BinaryIO) -> int:
    return int.from_bytes(file.read(1), "big")
