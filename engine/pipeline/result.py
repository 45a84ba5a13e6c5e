"""The result of one run as organise's JSON, version 1 (docs/formats.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from engine import __version__
from engine.gallery.people import names_on
from engine.gallery.places import Town
from engine.gallery.snapshot import Gallery, load_gallery
from engine.gallery.taken import taken
from engine.library.library import Library
from engine.library.rotations import kept_turns, make_turned, shown_thumbnail
from engine.pipeline.options import OrganiseOptions, Outcome

VERSION = 1


def result_of(
    library: Library, root: int, options: OrganiseOptions, outcome: Outcome, *, places: bool = True
) -> dict[str, Any]:
    """The run's result for the folder `root`; every file of the table there is in photos or skipped, once.

    Without `places` towns and countries are not looked up: to load them takes longer than a run that finds nothing new.
    """
    gallery = load_gallery(library.catalog, options.map)
    made = gallery.clustering
    assert made is not None  # organise has clustered
    rows = [row for row, file in enumerate(gallery.files) if file.root == root]
    written, kinds = dict(library.catalog.texts.all().written()), library.catalog.kinds.likeliest()
    make_turned(library, gallery.turns)
    return {
        "version": VERSION,
        "photoloom": __version__,
        "folder": gallery.roots[root],
        "method": made.method,
        "parameters": made.parameters,
        "backbone": made.backbone,
        "map": options.map,
        "device": made.device,
        "threads": options.threads,
        "seed": made.seed,
        "k": sum(c.members > 0 and not c.unsure for c in gallery.clusters),
        "photos": [
            _photo(gallery, row, library, gallery.towns[row] if places else None)
            | {
                "kind": kinds.get(gallery.content(row).digest),
                "text": written.get(gallery.content(row).digest),
                "people": names_on(gallery, row),
            }
            for row in rows
        ],
        "clusters": [{"id": c.id, "name": c.name, "size": c.members, "anchor": c.anchor} for c in gallery.clusters],
        "skipped": [{"path": f.path, "reason": f.problem} for f in gallery.skipped if f.root == root],
        "unknown": dict(outcome.beside.unknown.most_common()),
        "left_out": [{"path": folder.path, "why": folder.why} for folder in outcome.left_out],
        "counters": outcome.counters(),
        "seconds": outcome.seconds,
    }


def thumbnails_of(library: Library, root: int) -> dict[str, Path]:
    """The cached thumbnail of every readable photo under `root`, turned as it is shown, by its path."""
    files = [f for f in library.catalog.files.readable() if f.root == root]
    turns = kept_turns(library.catalog)
    make_turned(library, turns)
    return {f.path: shown_thumbnail(library, f.digest, turns.get(f.digest, 0)) for f in files if f.digest is not None}


def _photo(gallery: Gallery, row: int, library: Library, town: Town | None) -> dict[str, Any]:
    cluster, file, content = gallery.cluster_of(row), gallery.files[row], gallery.content(row)
    x, y = (None if np.isnan(v) else round(float(v), 5) for v in gallery.xy[row])
    when = taken(file, content)
    return {
        "path": file.path,
        "cluster": None if cluster is None else cluster.id,
        "confidence": round(float(gallery.confidences[row]), 4),
        "x": x,
        "y": y,
        "taken": None if when is None else when.isoformat(),
        "taken_from": None if when is None else when.source,
        "location": None if content.latitude is None else [content.latitude, content.longitude],
        "town": None if town is None else town.name or None,
        "country": None if town is None else town.country,
        "camera": content.camera,
        "thumbnail": shown_thumbnail(library, content.digest, gallery.turn(row)).relative_to(library.folder).as_posix(),
    }
