"""A hint, once in a library's life, that its photos have names elsewhere which could be taken over."""

from __future__ import annotations

from pathlib import Path

from engine.core.job import Job
from engine.filing.taking_over.groups import Hint
from engine.filing.taking_over.proposals import proposal, some_have_tags
from engine.library.library import Library

_SETTING = "names hinted at"
_SAMPLE = 200  # photos that are looked into for tags
LEAST = 2  # photos of a group that tells something, and such folders


def hint(library: Library) -> Hint | None:
    """What there is to hint at; None where nothing is, where it was shown, or where somebody has named clusters."""
    if library.catalog.setting(_SETTING) or any(c.named_by_user for c in library.catalog.clusters.visible()):
        return None
    folders = sum(len(group.files) >= LEAST for group in proposal(library, "folders", Job()))
    roots, files = dict(library.catalog.files.roots()), library.catalog.files.readable()
    evenly = files[:: max(1, -(-len(files) // _SAMPLE))]
    if some_have_tags(Path(roots[file.root], file.path) for file in evenly):
        return Hint("tags", folders)
    return Hint("folders", folders) if folders >= LEAST else None


def hinted(library: Library) -> None:
    """It was shown: not again."""
    library.catalog.set_setting(_SETTING, "shown")
