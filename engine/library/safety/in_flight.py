"""InFlight: a note of which files are being decoded, so that one at which the whole program dies is found and left.

Of many in flight nobody knows which one it was: the next run reads them one by one, and dies, if at all, at the one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from engine.library.catalog.catalog import Catalog

_NAME = "in-flight"
_ALONE, _MANY = "one by one", "many"
_open: set[Path] = set()


class InFlight:
    """Notes the files (ids) that a run begins and ends to decode; `close` it where the run ends in any other way."""

    def __init__(self, library: Path) -> None:
        """`suspects` were in flight when the program died; `fatal` is the one that was read alone then."""
        self._path = library / _NAME
        self.suspects, alone = _read(self._path)
        self.fatal = next(iter(self.suspects)) if alone and len(self.suspects) == 1 else None
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        self._file = os.open(self._path, flags, 0o600)
        _open.add(self._path)

    def read_alone(self, alone: bool) -> None:
        self._write(_ALONE if alone else _MANY)

    def begin(self, file: int) -> None:
        self._write(f"+{file}")

    def end(self, file: int) -> None:
        self._write(f"-{file}")

    def close(self) -> None:
        os.close(self._file)
        _leave(self._path)

    def _write(self, line: str) -> None:
        os.write(self._file, f"{line}\n".encode())  # not synced: a power cut is no file's fault


def leave() -> None:
    """Take the notes of this process back: it is about to be ended, which is no file's fault."""
    for path in list(_open):
        _leave(path)


def try_again(catalog: Catalog, files: Sequence[int]) -> None:
    """Let the next run read these files (ids), whatever has become of them so far."""
    catalog.files.try_again(files)


def _leave(path: Path) -> None:
    _open.discard(path)
    path.unlink(missing_ok=True)


def _read(path: Path) -> tuple[set[int], bool]:
    """The files that were in flight, and whether they were read one by one."""
    flying: set[int] = set()
    alone = False
    try:
        lines = path.read_text("ascii", "replace").splitlines()
    except FileNotFoundError:
        return flying, alone
    for line in lines:
        if line in (_ALONE, _MANY):
            alone = line == _ALONE
        elif line[1:].isdigit():
            (flying.add if line[0] == "+" else flying.discard)(int(line[1:]))
    return flying, alone
