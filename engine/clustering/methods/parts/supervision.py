"""The user's corrections as losses: deep constrained clustering (Zhang, Basu & Davidson, ECML PKDD 2019).

Pins seed k-means (Basu, Banerjee & Mooney 2002); pins, rejections and pairs are losses on the soft assignment q.
After training pins spread to their neighbours (label_spreading.py), for people's clusters are of any shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.clustering.methods.method import Constraints
from engine.clustering.methods.parts.soft_assignment import soft_assignment
from engine.core.records import Floats, Ints

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_SAMPLED = 64  # of each kind of constraint, at each step
_FLOOR = 1e-3  # of a likelihood: one unlikely correction must not outweigh the rest


class Supervision:
    """The constraints of one fit on its device. Clusters 0…m-1 are the m anchors that have a pin, in order."""

    def __init__(self, constraints: Constraints, device: torch.device) -> None:
        import torch

        def on_device(array: Ints) -> Tensor:
            return torch.from_numpy(np.ascontiguousarray(array, np.int64)).to(device)

        anchors, rows, cluster = pinned(constraints)
        self._pinned = len(anchors)
        self._rows, self._cluster = on_device(rows), on_device(cluster)
        self._sizes = on_device(np.bincount(cluster, minlength=len(anchors)))
        self._tops = self._sizes.cumsum(0) - self._sizes
        self._together, self._apart = on_device(constraints.together.T), on_device(constraints.apart.T)
        rejected = constraints.rejections[np.isin(constraints.rejections[:, 1], anchors)]
        self._rejected = on_device(np.stack([rejected[:, 0], np.searchsorted(anchors, rejected[:, 1])]))

    def loss(self, encoder: nn.Sequential, data: Tensor, centres: Tensor, generator: torch.Generator) -> Tensor:
        """Negative log-likelihood of a sample of the pins, rejections and pairs under q, a scalar.

        Two rows share a cluster with probability q_i·q_j (Zhang et al., equations 5 and 6).
        """
        import torch

        together, apart = _sample_pairs(self._together, generator), _sample_pairs(self._apart, generator)
        rejected = _sample_pairs(self._rejected, generator)
        pins, cluster = self._sample_pins(generator)
        parts = [pins, together.flatten(), apart.flatten(), rejected[0]]
        q = soft_assignment(encoder(data[torch.cat(parts)]), centres)
        at_pins, at_together, at_apart, at_rejected = torch.split(q, [len(part) for part in parts])
        likelihoods = [
            at_pins.gather(1, cluster[:, None]),
            _same_cluster(at_together),
            1 - _same_cluster(at_apart),
            1 - at_rejected.gather(1, rejected[1][:, None]),
        ]
        losses = [-one.clamp_min(_FLOOR).log().sum() / max(len(one), 1) for one in likelihoods]
        return torch.stack(losses).sum()

    def clamp(self, p: Tensor) -> Tensor:
        """Assignments p (n, k), certain where a row is pinned."""
        import torch

        p = p.clone()
        p[self._rows] = torch.nn.functional.one_hot(self._cluster, p.shape[1]).to(p.dtype)
        return p

    def _sample_pins(self, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        """Sample pinned rows and their clusters, each cluster equally often, however many photos are locked in it."""
        import torch

        if not self._pinned:
            return self._rows, self._cluster
        cluster = torch.randint(self._pinned, (_SAMPLED,), generator=generator).to(self._rows.device)
        share = torch.rand(_SAMPLED, generator=generator).to(cluster.device)
        size = self._sizes[cluster]
        return self._rows[self._tops[cluster] + (share * size).long().clamp_(max=size - 1)], cluster


def pinned(constraints: Constraints) -> tuple[Ints, Ints, Ints]:
    """The anchors that have a pin, the pinned rows by anchor, and the index of each row's anchor among those."""
    rows = np.flatnonzero(constraints.pins >= 0)
    rows = rows[np.argsort(constraints.pins[rows], kind="stable")]
    anchors, cluster = np.unique(constraints.pins[rows], return_inverse=True)
    return anchors, rows, cluster.astype(np.int64)


def pinned_means(constraints: Constraints | None, data: Floats) -> Floats | None:
    """The mean of each pinned anchor's rows of `data` (n, d), initial centres of k-means; None where none is pinned."""
    if constraints is None or not (constraints.pins >= 0).any():
        return None
    _, rows, cluster = pinned(constraints)
    sums = np.zeros((cluster.max() + 1, data.shape[1]))
    np.add.at(sums, cluster, data[rows])
    return np.asarray(sums / np.bincount(cluster)[:, None], np.float32)


def _same_cluster(q: Tensor) -> Tensor:
    """The probability of each pair to share a cluster, (m,); q (2m, k) holds the first rows, then the second."""
    return (q[: len(q) // 2] * q[len(q) // 2 :]).sum(1)


def _sample_pairs(pairs: Tensor, generator: torch.Generator) -> Tensor:
    import torch

    if pairs.shape[1] <= _SAMPLED:
        return pairs
    sampled = torch.randint(pairs.shape[1], (_SAMPLED,), generator=generator)
    return pairs[:, sampled.to(pairs.device)]
