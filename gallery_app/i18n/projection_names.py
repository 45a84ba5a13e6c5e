"""The projections that the map can show, in the order in which they are offered."""

from __future__ import annotations

from engine.projection.projector import projectors

FIRST = ("neighbours", "tsne", "pca", "grid")  # others follow by their names


def projection_names() -> list[str]:
    """Names of all that are registered, the default first."""
    found = projectors.names()
    return [*(name for name in FIRST if name in found), *(name for name in found if name not in FIRST)]
