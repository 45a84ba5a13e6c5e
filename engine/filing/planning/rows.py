"""The rows of an album: what it says of each photo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.filing.planning.chosen import Photo
from engine.filing.planning.values import place_name, towns_of
from engine.gallery.taken import taken

Row = list[Any]
COLUMNS = ("path", "cluster", "taken", "place", "camera", "bytes")


def rows_of(photos: Sequence[Photo]) -> dict[int, Row]:
    """By file id: the values of COLUMNS; None where one is not known."""
    rows: dict[int, Row] = {}
    for photo, town in zip(photos, towns_of(photos), strict=True):
        when = taken(photo.file, photo.content)
        rows[photo.file.id] = [
            photo.path,
            None if photo.cluster is None else photo.cluster.name,
            None if when is None else when.isoformat(),
            None if town is None else place_name(town),
            None if photo.content is None else photo.content.camera,
            photo.file.size,
        ]
    return rows
