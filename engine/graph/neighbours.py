"""The nearest-neighbour graph of vectors: exact, in blocks, approximate for very many; and fuzzy as UMAP makes it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from engine.core.job import Job
from engine.core.records import Device, Floats, Ints

_CELLS = 2**24  # similarities held at once: 64 MiB of float32
_FLOPS = 5e9  # of one matrix product between two reports, so that a slow core still sees a cancel in time
_GROUP = 32
MANY = 100_000  # rows beyond which a CPU finds neighbours approximately: exact ones cost the square
_CHUNK = 1024  # at once, between two reports


def nearest(
    vectors: Floats, k: int, job: Job, stage: str = "neighbours", device: Device = "cpu"
) -> tuple[Ints, Floats]:
    """The k nearest other rows of each row of `vectors` (n, d) by Euclidean distance, nearest first.

    Exact up to MANY rows or on a GPU, in O(n·k) memory beyond one block; more by HNSW (Malkov & Yashunin 2018),
    whose recall lies above 0.95. The same rows give the same neighbours. Returns indices int64 (n, k) and distances
    float32 (n, k); k is clamped to n - 1. For cosine neighbours pass L2-normalised rows. Reports rows done to `job`.
    """
    import torch

    n, d = vectors.shape
    k = max(0, min(k, n - 1))
    indices, distances = np.empty((n, k), np.int64), np.empty((n, k), np.float32)
    if k < 1:
        return indices, distances
    # torch warns about read-only arrays, and vectors may be a read-only memory map.
    data = torch.from_numpy(np.require(vectors, np.float32, ["C", "W"])).to(device)
    if n > MANY and device == "cpu":
        return _approximate(data, k, job, stage)
    height = max(16, min(512 if device == "cpu" else 4096, _CELLS // n))
    width = max(1024, int(_FLOPS / (2 * d * height))) if device == "cpu" else n
    penalty = -0.5 * (data * data).sum(1)  # a·b - |b|²/2 ranks like -|a - b|²
    buffer = torch.empty(min(height, n), n, device=device)  # once: fresh pages cost as much as the product
    for top in range(0, n, height):
        block = data[top : top + height]
        scores = buffer[: len(block)]
        for left in range(0, n, width):
            job.report(stage, top, n)
            part = slice(left, left + width)
            torch.addmm(penalty[part], block, data[part].T, out=scores[:, part])
        own = torch.arange(len(block), device=device)
        scores[own, own + top] = -torch.inf
        rows = slice(top, top + height)
        indices[rows], distances[rows] = _by_distance(data, block, _largest(scores, k))
    job.report(stage, n, n)
    return indices, distances


def _by_distance(data: Any, block: Any, found: Any) -> tuple[Ints, Floats]:
    """What was found for each row of the block, nearest first, and how far it is.

    Distances anew from the differences: the expanded square loses small ones, and duplicates are at 0.
    """
    import torch

    exact, order = torch.linalg.vector_norm(data[found] - block[:, None], dim=2).sort(dim=1, stable=True)
    return found.gather(1, order).cpu().numpy(), exact.cpu().numpy()


def _approximate(data: Any, k: int, job: Job, stage: str) -> tuple[Ints, Floats]:
    """`nearest` by a graph of small worlds; it is built by one thread, so that it is the same each time."""
    import torch
    from usearch.index import Index

    n, d = data.shape
    index = Index(ndim=d, metric="l2sq", dtype="f32", connectivity=16, expansion_add=96, expansion_search=96)
    for top in range(0, n, _CHUNK):
        job.report(stage, top, 2 * n)
        block = data[top : top + _CHUNK].numpy()
        index.add(np.arange(top, top + len(block), dtype=np.uint64), block, threads=1)
    indices, distances = np.empty((n, k), np.int64), np.empty((n, k), np.float32)
    for top in range(0, n, _CHUNK):
        job.report(stage, n + top, 2 * n)
        block = data[top : top + _CHUNK]
        keys = index.search(block.numpy(), k + 1, threads=torch.get_num_threads()).keys.astype(np.int64)
        own = keys == np.arange(top, top + len(block))[:, None]
        own[~own.any(axis=1), -1] = True  # among many duplicates it did not find itself: the farthest goes
        found = torch.from_numpy(keys[~own].reshape(len(block), k))
        rows = slice(top, top + _CHUNK)
        indices[rows], distances[rows] = _by_distance(data, block, found)
    job.report(stage, 2 * n, 2 * n)
    return indices, distances


def _largest(scores: Any, k: int) -> Any:
    """Columns of the k largest of each row: they lie in the k groups of columns with the largest maxima.

    Looking for those groups first is many times faster than `topk` over whole rows.
    """
    import torch

    n = scores.shape[1]
    groups = n // _GROUP
    if groups < 4 * k:
        return scores.topk(k).indices
    whole = groups * _GROUP
    best = scores[:, :whole].unflatten(1, (groups, _GROUP)).amax(2).topk(k).indices
    columns = (best[:, :, None] * _GROUP + torch.arange(_GROUP, device=scores.device)).flatten(1)
    rest = torch.arange(whole, n, device=scores.device).expand(len(scores), -1)
    candidates = torch.cat([columns, rest], dim=1)
    return candidates.gather(1, scores.gather(1, candidates).topk(k).indices)


def fuzzy_graph(indices: Ints, distances: Floats) -> tuple[Ints, Ints, Floats]:
    """UMAP's fuzzy simplicial set (McInnes, Healy & Melville 2018, algorithms 2 and 3) of k neighbours.

    The weight of an edge is exp(-(distance - rho) / sigma), rho the distance to the nearest distinct row and
    sigma such that the weights of a row sum to log2(k + 1); the two directions a, b join to a + b - ab.
    Returns rows, cols int64 (m,) and weights float32 (m,), each edge in both directions, by row, then column.
    """
    from scipy.sparse import csr_array

    n, k = indices.shape
    directed = csr_array((memberships(distances).ravel(), indices.ravel(), np.arange(n + 1) * k), shape=(n, n))
    back = directed.T.tocsr()
    graph = (directed + back - directed * back).tocsr()
    graph.sort_indices()
    rows = np.repeat(np.arange(n), np.diff(graph.indptr))
    return rows, graph.indices.astype(np.int64), graph.data.astype(np.float32)


def memberships(distances: Floats) -> Floats:
    """How much each of a row's neighbours belongs to it, 0…1, by their `distances` (n, k): an edge's one direction."""
    rho = np.where(distances > 0, distances, np.inf).min(axis=1, initial=np.inf)
    beyond = np.maximum(distances - np.where(np.isfinite(rho), rho, 0)[:, None], 0).astype(np.float32)
    return np.asarray(np.exp(-beyond / _smooth(beyond, distances)[:, None]), np.float32)


def _smooth(beyond: Floats, distances: Floats) -> Floats:
    """Sigma of each row, (n,), by bisection over all rows at once."""
    n, k = beyond.shape
    target = math.log2(k + 1)
    scale = max(float(distances.mean()), 1e-12) if k else 1.0
    low, high = np.zeros(n, np.float32), np.full(n, 1e3 * scale, np.float32)
    for _ in range(40):
        middle = (low + high) / 2
        above = np.exp(-beyond / np.maximum(middle, 1e-30)[:, None]).sum(axis=1) > target
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    return np.maximum(low, 1e-3 * scale)


def fit_ab(min_dist: float = 0.1, spread: float = 1.0) -> tuple[float, float]:
    """a and b of the low-dimensional similarity 1 / (1 + a·d^(2b)) that come nearest to UMAP's

    1 below `min_dist` and exp(-(d - min_dist) / spread) beyond, by least squares on 0…3·spread.
    """
    from scipy.optimize import curve_fit

    d = np.linspace(0, 3 * spread, 300)[1:]
    wanted = np.where(d < min_dist, 1.0, np.exp(-(d - min_dist) / spread))
    (a, b), _ = curve_fit(lambda x, a, b: 1 / (1 + a * x ** (2 * b)), d, wanted, p0=(1.5, 0.9))
    return float(a), float(b)
