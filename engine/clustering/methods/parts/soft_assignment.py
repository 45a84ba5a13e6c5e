"""DEC's equations (Xie, Girshick & Farhadi, ICML 2016, section 3.1), on torch tensors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor


def soft_assignment(codes: Tensor, centres: Tensor, alpha: float = 1.0) -> Tensor:
    """q of equation 1: Student's t similarity of codes (n, c) to centres (k, c), rows sum to 1, (n, k)."""
    # From the differences, not the expanded square: that one loses small distances, and its sqrt their gradient.
    square = (codes[:, None] - centres).square().sum(2)
    kernel = (1 + square / alpha) ** (-(alpha + 1) / 2)
    return kernel / kernel.sum(1, keepdim=True)


def target_distribution(q: Tensor) -> Tensor:
    """p of equation 3: q² over the cluster's frequency, rows sum to 1. q must be of the whole data, not a batch."""
    weight = q.square() / q.sum(0).clamp_min(1e-12)
    return weight / weight.sum(1, keepdim=True)


def divergence(p: Tensor, q: Tensor) -> Tensor:
    """KL(P ‖ Q) of equation 2, the mean over the rows of (n, k)."""
    import torch

    return (torch.xlogy(p, p) - p * q.clamp_min(1e-12).log()).sum(1).mean()
