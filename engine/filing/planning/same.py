"""Whether a file is at its target already, so that an action that is repeated does not make everything twice."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from engine.filing.operations import Action
from engine.filing.planning.sources import Member
from engine.library.scan import digest

_CLOCK = 2_000_000_000  # ns: FAT keeps times to two seconds


def is_same(action: Action, member: Member, path: str) -> bool:
    """Whether what lies at `path` is what the action would put there.

    A copy is one by size and time, as rsync has it, for it keeps both; or, of another time, by its content.
    """
    source = member.path
    if path == source:
        return True
    try:
        if action == "symlink":
            return os.path.islink(path) and os.path.realpath(path) == os.path.realpath(source)
        there = os.stat(path, follow_symlinks=False)
        here = os.stat(source)
        if action == "hardlink":
            return os.path.samestat(there, here)
        if not stat.S_ISREG(there.st_mode) or there.st_size != here.st_size or os.path.samestat(there, here):
            return False
        if abs(there.st_mtime_ns - here.st_mtime_ns) <= _CLOCK:
            return True
        return digest(Path(path)) == digest(Path(source))
    except OSError:
        return False  # what cannot be read is another's: ours gets another name
