"""Stage 5: the position of each photo on the map."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine.core.job import Job
from engine.core.parameters import describe
from engine.core.partials import MapStored
from engine.core.records import Clustering, Device, EmbeddingSet, Floats, Ints, Projection
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions
from engine.projection.projector import create, projectors
from engine.projection.shape import principal_scores, unit_rows

_VARIANCE_OF_CODES = 0.9  # of the variance that the map is made from; the rest is the vectors'
_FEATURE_DIMENSIONS = 64
_NEIGHBOURS = 3  # photos between which a new one is put
_BLOCK = 256  # rows


def project(
    library: Library, embedding: Callable[[], EmbeddingSet], options: OrganiseOptions, device: Device, job: Job
) -> None:
    """Lay the active clustering's photos out, starting from their former positions, unless the map is up to date.

    All cuts of one fit share its map, and photos that came since are added to it.
    """
    clusterings = library.catalog.clusterings
    with library.catalog.reading():
        current = clusterings.current()
        assert current is not None  # clustering comes first
        made = clusterings.get(current[0])
        former = clusterings.projection(options.map)
    fingerprint = _fingerprint(current[0], made, options.map, options.seed)
    if former is not None and former[1] == fingerprint:
        grown = _with_new(former[0], made, embedding, job)
        if grown is not None:
            if grown is not former[0]:
                clusterings.set_projection(grown, fingerprint)
                job.publish(MapStored())
            return
    parameters: dict[str, str] = {}
    if made.codes is not None:  # in which distances count, not angles
        ids, vectors = _codes_and_features(made.ids, made.codes, embedding(), job)
        if "metric" in {p.name for p in describe(projectors.get(options.map))}:
            parameters["metric"] = "euclidean"
    else:
        whole = embedding()
        ids, vectors = whole.ids, whole.vectors
    start = None if former is None else _former_positions(former[0], ids)
    xy = create(options.map, parameters).project(
        vectors, seed=options.seed, device=device, job=job.within("map"), start=start
    )
    clusterings.set_projection(Projection(ids, xy, options.map, parameters), fingerprint)
    job.publish(MapStored())


def is_laid_out(library: Library, map_name: str) -> bool:
    """Whether the map is of the active clustering; photos that came since may have no position on it yet."""
    clusterings = library.catalog.clusterings
    with library.catalog.reading():
        current, kept = clusterings.current(), clusterings.projection(map_name)
        if current is None or kept is None:
            return False
        made = clusterings.get(current[0])
    return kept[1] == _fingerprint(current[0], made, map_name, made.seed)


def _fingerprint(current: int, made: Clustering, map_name: str, seed: int) -> str:
    """Identifies the map of a clustering, which is that of its fit if it is a cut."""
    fit = current if made.base is None else made.base
    return hashlib.sha256(json.dumps([fit, map_name, seed]).encode()).hexdigest()


def _with_new(
    former: Projection, made: Clustering, embedding: Callable[[], EmbeddingSet], job: Job
) -> Projection | None:
    """The map with the photos that came since, each among its nearest neighbours; nothing else moves.

    The same one where none came, None where no former photo is left.
    """
    row_of = {int(id_): row for row, id_ in enumerate(former.ids)}
    ids, space = made.ids, made.codes
    if all(int(id_) in row_of for id_ in ids):
        return former
    if space is None:
        whole = embedding()
        ids, space = whole.ids, unit_rows(whole.vectors)
    row_in_xy = np.array([row_of.get(int(id_), -1) for id_ in ids], np.int64)
    new = ids[row_in_xy < 0]
    if not new.size:
        return former
    if len(new) == len(ids):
        return None
    xy = _interpolated(space, row_in_xy, former.xy, job)
    return replace(former, ids=np.concatenate([former.ids, new]), xy=np.vstack([former.xy, xy]))


def _interpolated(space: Floats, row_in_xy: Ints, xy: Floats, job: Job) -> Floats:
    """Positions of the rows of `space` (n, c) that have none: means over the nearest that have, weighted by nearness.

    `row_in_xy` (n,) is the row of `xy` (m, 2) with the position of each row, -1 where it has none. In blocks.
    """
    old, new = row_in_xy >= 0, np.flatnonzero(row_in_xy < 0)
    lengths = np.where(old, np.einsum("nc,nc->n", space, space), np.float32(np.inf))
    neighbours = min(_NEIGHBOURS, int(old.sum()))
    positions = np.empty((len(new), 2), np.float32)
    for top in range(0, len(new), _BLOCK):
        job.report("map", top, len(new))
        block = space[new[top : top + _BLOCK]]
        square = lengths - 2 * block @ space.T  # but for a constant of each row
        nearest = np.argpartition(square, neighbours - 1, axis=1)[:, :neighbours]
        # Anew from the differences: the expanded square loses small ones, and a copy lies where its original does.
        weights = 1 / (np.square(space[nearest] - block[:, None]).sum(axis=2) + 1e-6)
        means = np.einsum("mb,mbx->mx", weights, xy[row_in_xy[nearest]])
        positions[top : top + _BLOCK] = means / weights.sum(axis=1, keepdims=True)
    return positions


def _codes_and_features(ids: Ints, codes: Floats, embedding: EmbeddingSet, job: Job) -> tuple[Ints, Floats]:
    """Codes and vectors side by side, each scaled to its share of the variance; for the photos that have a vector.

    Codes alone contract each cluster until its photos cannot be told apart; with some of the vectors the map is at
    least as trustworthy, and photos of a cluster lie among similar ones.
    """
    row_of = {int(id_): row for row, id_ in enumerate(embedding.ids)}
    there = np.flatnonzero([int(id_) in row_of for id_ in ids])
    if not there.size:
        return ids, codes  # a clustering of other photos than those that are there now
    vectors = embedding.vectors
    if not np.array_equal(ids, embedding.ids):
        vectors = vectors[[row_of[int(id_)] for id_ in ids[there]]]
    features = principal_scores(unit_rows(vectors), _FEATURE_DIMENSIONS, job)
    return ids[there], np.hstack([_scaled(codes[there], _VARIANCE_OF_CODES), _scaled(features, 1 - _VARIANCE_OF_CODES)])


def _scaled(vectors: Floats, variance: float) -> Floats:
    centred = vectors - vectors.mean(axis=0)
    mean_square = float(np.square(centred).sum(axis=1).mean())
    return np.asarray(centred * np.sqrt(variance / max(mean_square, 1e-12)), np.float32)


def _former_positions(former: Projection, ids: Ints) -> Floats | None:
    row_of = {int(id_): row for row, id_ in enumerate(former.ids)}
    rows = np.array([row_of.get(int(id_), -1) for id_ in ids], np.int64)
    if (rows < 0).all():
        return None
    start = np.full((len(ids), 2), np.nan, np.float32)
    start[rows >= 0] = former.xy[rows[rows >= 0]]
    return start
