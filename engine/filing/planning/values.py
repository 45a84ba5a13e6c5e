"""What is known of photos for a pattern or an album; towns and dates are only looked up where they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

import numpy as np

from engine.filing.planning.chosen import Photo
from engine.filing.planning.pattern import DATES, date_values
from engine.gallery.places import Town, gazetteer
from engine.gallery.taken import taken

Row = list[Any]
COLUMNS = ("path", "cluster", "taken", "place", "camera", "bytes")  # of an album
_NOTHING: dict[str, str] = {}
_CELL = 0.001  # degrees, as in gallery/places.py: photos as near as this share a town


def values_of(photos: Sequence[Photo], fields: Set[str]) -> list[Mapping[str, str]]:
    """The values of a pattern's `fields` for each photo, but for its name; one that is unknown is missing or empty."""
    dated, placed = not DATES.isdisjoint(fields), "place" in fields
    towns: Sequence[Town | None] = towns_of(photos) if placed else [None] * len(photos)
    others = not fields <= DATES
    found: list[Mapping[str, str]] = []
    for photo, town in zip(photos, towns, strict=True):
        when = taken(photo.file, photo.content) if dated else None
        date = _NOTHING if when is None else date_values(when.at, when.precision)
        found.append(date | _others(photo, town) if others else date)
    return found


def _others(photo: Photo, town: Town | None) -> dict[str, str]:
    """What is known of a photo beside its date."""
    values: dict[str, str] = {}
    if photo.cluster is not None:
        values["cluster"] = photo.cluster.name
    if photo.content is not None and photo.content.camera:
        values["camera"] = photo.content.camera
    if town is not None:
        values["place"] = place_name(town)
    return values


def place_name(town: Town) -> str:
    """ "Lyon, France"; a country alone far from all its towns."""
    return f"{town.name}, {town.country}" if town.name else town.country


def towns_of(photos: Sequence[Photo]) -> list[Town | None]:
    """The town of each photo; None where it has no coordinates or was taken at sea."""
    cells = [
        None
        if photo.content is None or photo.content.latitude is None or photo.content.longitude is None
        else (round(photo.content.latitude / _CELL), round(photo.content.longitude / _CELL))
        for photo in photos
    ]
    known = sorted({cell for cell in cells if cell is not None})
    towns = dict(zip(known, gazetteer().towns(np.array(known) * _CELL), strict=True)) if known else {}
    return [None if cell is None else towns[cell] for cell in cells]


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
