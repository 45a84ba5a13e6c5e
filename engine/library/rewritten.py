"""Photos whose metadata were rewritten: other bytes, the same picture, so that nothing is decoded or embedded again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from typing import NamedTuple

from engine.core.records import content_number
from engine.library.library import Library
from engine.library.rotations import keep_turns, kept_turns


class Rewritten(NamedTuple):
    """A file (id) whose digest went from `old` to `new`, with its size and time now."""

    file: int
    old: str
    new: str
    size: int
    mtime_ns: int


def keep_pictures(library: Library, rewritten: Sequence[Rewritten]) -> None:
    """Let what is known of the old contents hold for the new: thumbnails first, then, at once, the catalog."""
    for one in rewritten:
        _keep_thumbnail(library, one.old, one.new)
    turns = kept_turns(library.catalog)
    with library.catalog.transaction():
        files = library.catalog.files
        files.copy_content([(one.old, one.new) for one in rewritten])
        library.catalog.faces.copy_content([(one.old, one.new) for one in rewritten])
        files.restamp([(one.file, one.new, one.size, one.mtime_ns) for one in rewritten])
        library.catalog.clusterings.change_contents({one.file: content_number(one.new) for one in rewritten})
        turned = {one.new: turns[one.old] for one in rewritten if one.old in turns}
        if turned:
            keep_turns(library.catalog, turned)


def _keep_thumbnail(library: Library, old: str, new: str) -> None:
    known, wanted = library.thumbnails.path(old), library.thumbnails.path(new)
    if known.exists() and not wanted.exists():
        wanted.parent.mkdir(parents=True, exist_ok=True)
        part = wanted.with_name(f"{wanted.name}.{os.getpid()}.part")
        shutil.copyfile(known, part)
        part.replace(wanted)
