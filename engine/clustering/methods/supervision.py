"""What the user has said, in training: deep constrained clustering (Zhang, Basu & Davidson, ECML PKDD 2019).

Pins start k-means (Basu, Banerjee & Mooney 2002); pins, rejections and pairs are losses on the soft assignment q.
In the end they spread to the photos around them (spreading.py), for people's clusters are of any shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.clustering.methods.method import Constraints
from engine.clustering.methods.soft_assignment import soft_assignment
from engine.core.records import Floats, Ints

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_DRAWN = 64  # of each kind of constraint, at each step
_FLOOR = 1e-3  # of a likelihood: what the user says against all appearance must not drown the rest


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
        """Cross-entropy of q at some pins, and at some rejections and pairs that q should keep.

        Two rows share a cluster with probability q_i·q_j (Zhang et al., equations 5 and 6).
        """
        import torch

        together, apart = _some(self._together, generator), _some(self._apart, generator)
        rejected = _some(self._rejected, generator)
        pins, cluster = self._pins(generator)
        parts = [pins, together.flatten(), apart.flatten(), rejected[0]]
        q = soft_assignment(encoder(data[torch.cat(parts)]), centres)
        at_pins, at_together, at_apart, at_rejected = torch.split(q, [len(part) for part in parts])
        likelihoods = [
            at_pins.gather(1, cluster[:, None]),
            _shared(at_together),
            1 - _shared(at_apart),
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

    def _pins(self, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        """Some pinned rows and their clusters, drawn cluster by cluster: thousands of locked photos drown no pin."""
        import torch

        if not self._pinned:
            return self._rows, self._cluster
        cluster = torch.randint(self._pinned, (_DRAWN,), generator=generator).to(self._rows.device)
        share = torch.rand(_DRAWN, generator=generator).to(cluster.device)
        size = self._sizes[cluster]
        return self._rows[self._tops[cluster] + (share * size).long().clamp_(max=size - 1)], cluster


def pinned(constraints: Constraints) -> tuple[Ints, Ints, Ints]:
    """The anchors that have a pin, the pinned rows by anchor, and the place of each row's anchor among those."""
    rows = np.flatnonzero(constraints.pins >= 0)
    rows = rows[np.argsort(constraints.pins[rows], kind="stable")]
    anchors, cluster = np.unique(constraints.pins[rows], return_inverse=True)
    return anchors, rows, cluster.astype(np.int64)


def seeds(constraints: Constraints | None, data: Floats) -> Floats | None:
    """The mean of each pinned anchor's rows of `data` (n, d), to start k-means from; None where nothing is pinned."""
    if constraints is None or not (constraints.pins >= 0).any():
        return None
    _, rows, cluster = pinned(constraints)
    sums = np.zeros((cluster.max() + 1, data.shape[1]))
    np.add.at(sums, cluster, data[rows])
    return np.asarray(sums / np.bincount(cluster)[:, None], np.float32)


def _shared(q: Tensor) -> Tensor:
    """The probability of each pair to share a cluster, (m,): q (2m, k) holds the first rows, then the second."""
    return (q[: len(q) // 2] * q[len(q) // 2 :]).sum(1)


def _some(pairs: Tensor, generator: torch.Generator) -> Tensor:
    import torch

    if pairs.shape[1] <= _DRAWN:
        return pairs
    drawn = torch.randint(pairs.shape[1], (_DRAWN,), generator=generator)
    return pairs[:, drawn.to(pairs.device)]
