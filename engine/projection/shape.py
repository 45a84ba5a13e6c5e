"""Steps that projections share: principal components, normalised layouts, alignment with former positions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.partials import LayoutFrame
from engine.core.records import Floats, Ints

_MAX_PUBLISHED = 5_000  # photos up to which intermediate layouts are published: beyond, that costs too much
_BLOCK = 4096


def unit_rows(vectors: Floats) -> Floats:
    """Rows of `vectors` (n, d) at length 1, so that Euclidean neighbours are those by cosine; zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)


def principal_scores(vectors: Floats, dimension: int, job: Job, stage: str = "map") -> Floats:
    """Scores of `vectors` (n, d) on their first principal components, float32 (n, at least 2).

    From the smaller Gram matrix, in blocks. The largest score of a component is positive, so the same vectors
    always give the same scores. Components beyond the rank are zero.
    """
    n, d = vectors.shape
    mean = vectors.mean(axis=0, dtype=np.float64).astype(np.float32)
    wanted = min(dimension, n, d)
    scores = np.zeros((n, max(2, wanted)), np.float32)
    if n < d:
        centred = vectors - mean
        values, left = _leading_eigenvectors(centred @ centred.T, wanted, job, stage)
        scores[:, :wanted] = left * np.sqrt(values)
    else:
        scatter = np.zeros((d, d), np.float32)
        for top in range(0, n, _BLOCK):
            job.report(stage, 0, 0)
            block = vectors[top : top + _BLOCK] - mean
            scatter += block.T @ block
        _, axes = _leading_eigenvectors(scatter, wanted, job, stage)
        for top in range(0, n, _BLOCK):
            job.report(stage, 0, 0)
            scores[top : top + _BLOCK, :wanted] = (vectors[top : top + _BLOCK] - mean) @ axes
    largest = scores[np.abs(scores).argmax(axis=0), np.arange(scores.shape[1])]
    return scores * np.where(largest < 0, np.float32(-1), np.float32(1))


def _leading_eigenvectors(gram: Floats, count: int, job: Job, stage: str) -> tuple[Floats, Floats]:
    """The `count` largest eigenvalues (count,) and eigenvectors (m, count) of a symmetric (m, m) matrix.

    By orthogonal iteration with ten vectors to spare (Halko, Martinsson & Tropp 2011): a full decomposition is
    slower and cannot be cancelled. The start is fixed, so the result is too.
    """
    m = len(gram)
    basis = np.random.default_rng(0).standard_normal((m, min(count + 10, m))).astype(np.float32)
    for _ in range(20):
        job.report(stage, 0, 0)
        basis = np.linalg.qr(gram @ basis)[0]
    values, turn = np.linalg.eigh(basis.T @ gram @ basis)
    return np.maximum(values[::-1][:count], 0), (basis @ turn)[:, ::-1][:, :count]


def normalise(xy: NDArray[np.floating]) -> Floats:
    """`xy` (n, 2) centred on the mean, the farthest coordinate at 1, float32.

    A lone outlier would shrink everybody else to a dot: beyond 1.5 times the radius of 95 % of the points the
    radius is bent towards a limit, which keeps direction and order. Points that all coincide become a
    sunflower, so that each can be seen.
    """
    n = len(xy)
    middle = np.median(xy, axis=0)
    centred = np.asarray(xy - middle, np.float64)
    radius = np.linalg.norm(centred, axis=1)
    if n > 1 and radius.max() < 1e-9:
        turns = np.arange(n) * 2.39996  # the golden angle
        centred = np.sqrt(np.arange(n))[:, None] * np.column_stack([np.cos(turns), np.sin(turns)])
    elif (limit := 1.5 * np.quantile(radius, 0.95)) > 0:
        bent = limit * (1 + 0.25 * (1 - np.exp(1 - np.maximum(radius, limit) / limit)))
        centred *= np.where(radius > limit, bent / np.maximum(radius, 1e-12), 1.0)[:, None]
    centred -= centred.mean(axis=0)
    return np.asarray(centred / max(np.abs(centred).max(), 1e-12), np.float32)


def align(xy: Floats, start: Floats | None) -> Floats:
    """`xy` (n, 2) rotated and reflected to lie as near as possible to `start`, normalised again.

    Orthogonal Procrustes (Schönemann 1966) over the rows that have a former position.
    """
    if start is None:
        return xy
    known = np.isfinite(start).all(axis=1)
    if not known.any():
        return xy
    ours, theirs = xy[known], start[known]
    u, _, vt = np.linalg.svd((ours - ours.mean(axis=0)).T @ (theirs - theirs.mean(axis=0)))
    turned = xy @ (u @ vt)
    return np.asarray(turned / max(np.abs(turned).max(), 1e-12), np.float32)


def initial_positions(start: Floats | None, indices: Ints) -> Floats | None:
    """`start` (n, 2) with rows of NaN at the mean of their nearest neighbours that have a position, else at 0.

    `indices` (n, k) are nearest neighbours. None where no row has a former position.
    """
    if start is None or not np.isfinite(start).all(axis=1).any():
        return None
    positions = np.array(start, np.float32)
    for _ in range(10):  # neighbours of neighbours: a whole new pile has no neighbour with a position at first
        unknown = np.flatnonzero(~np.isfinite(positions).all(axis=1))
        near = positions[indices[unknown]]
        placed = np.isfinite(near[..., 0])
        count = placed.sum(axis=1)
        if not count.any():
            break
        total = np.where(placed[..., None], near, 0).sum(axis=1)
        positions[unknown[count > 0]] = (total / np.maximum(count, 1)[:, None])[count > 0]
    return np.nan_to_num(positions, nan=0.0)


def publish_layout(job: Job, xy: NDArray[np.floating]) -> None:
    """Publish an intermediate layout `xy` (n, 2), normalised like the final one."""
    if len(xy) <= _MAX_PUBLISHED:
        job.publish(LayoutFrame(normalise(xy)))
