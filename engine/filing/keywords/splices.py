"""A file rewritten in some places: what is new, and what puts the old back, byte for byte."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

CHUNK = 4 << 20  # bytes


class Splice(NamedTuple):
    """The bytes from `start` to `stop` are replaced by `new`."""

    start: int
    stop: int
    new: bytes


def inverse(file: BinaryIO, splices: Sequence[Splice]) -> list[Splice]:
    """The splices that take `splices` of this file back; they are in order and do not overlap."""
    back, shift = [], 0
    for start, stop, new in splices:
        file.seek(start)
        back.append(Splice(start + shift, start + shift + len(new), file.read(stop - start)))
        shift += len(new) - (stop - start)
    return back


def spliced(file: BinaryIO, splices: Sequence[Splice]) -> Iterator[bytes]:
    """The bytes of a file with the splices made."""
    at = 0
    for start, stop, new in splices:
        yield from _between(file, at, start)
        yield new
        at = stop
    yield from _between(file, at, None)


def digest_with(path: Path, splices: Sequence[Splice]) -> str:
    """The content hash of a file with the splices made."""
    hash_ = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        for chunk in spliced(file, splices):
            hash_.update(chunk)
    return hash_.hexdigest()


def write_spliced(path: Path, splices: Sequence[Splice], part: Path) -> str:
    """Write the file with the splices made to `part`, synced; its digest."""
    hash_ = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file, part.open("xb") as out:
        for chunk in spliced(file, splices):
            hash_.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return hash_.hexdigest()


def _between(file: BinaryIO, start: int, stop: int | None) -> Iterator[bytes]:
    file.seek(start)
    while stop is None or start < stop:
        chunk = file.read(CHUNK if stop is None else min(CHUNK, stop - start))
        if not chunk:
            return
        start += len(chunk)
        yield chunk
