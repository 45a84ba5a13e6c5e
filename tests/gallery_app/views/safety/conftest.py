"""A library with corrections, whose catalog can be broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.edits import Move
from engine.edits.history import History
from engine.library.library import Library


@pytest.fixture
def corrected(organised: Path) -> Path:
    """The library with four photos that were put into a cluster; its first backup knows two of them."""
    for files in ((1, 2), (5, 6)):
        with Library(organised, "a test") as library:
            night = next(c.id for c in library.catalog.clusters.all() if c.name == "Night")
            History(library.catalog).do(Move(list(files), night))
    return organised
