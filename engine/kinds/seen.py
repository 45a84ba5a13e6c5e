"""Kinds from what a network sees: multinomial logistic regression over its pooled features."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from engine.core.assets import resource
from engine.core.records import KINDS, Floats, PictureKind

WRITTEN: tuple[PictureKind, ...] = (
    "screenshot", "document", "receipt", "whiteboard", "code", "meme", "greeting", "quote",
)  # fmt: skip
_BLOCK = 8192  # vectors at a time, so that memory stays small


@dataclass(frozen=True)
class _Table:
    """`mean` (d,) of vectors of length 1, `weights` (len(KINDS), d), `bias` (len(KINDS),)."""

    mean: Floats
    weights: Floats
    bias: Floats


def probabilities(vectors: Floats, network: str) -> Floats | None:
    """How likely each of KINDS is for each of `vectors` (n, d), (n, len(KINDS)); None of a network without a table.

    `network` is the key of the backbone that has made the vectors.
    """
    table = _table(network)
    if table is None:
        return None
    result = np.empty((len(vectors), len(KINDS)), np.float32)
    for start in range(0, len(vectors), _BLOCK):
        some = np.asarray(vectors[start : start + _BLOCK], np.float32)
        lengths = np.sqrt(np.einsum("ij,ij->i", some, some))[:, None]
        logits = (some / np.maximum(lengths, 1e-12) - table.mean) @ table.weights.T + table.bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        result[start : start + _BLOCK] = powers / powers.sum(axis=1, keepdims=True)
    return result


def knows(network: str) -> bool:
    """Whether there is a table for the vectors of this backbone (key)."""
    return _table(network) is not None


def text_likelihood(vectors: Floats, network: str) -> Floats | None:
    """How likely something is written in the picture of each of `vectors` (n, d), (n,): the gate of reading it.

    None of a network without a table.
    """
    found = probabilities(vectors, network)
    if found is None:
        return None
    return np.asarray(found[:, [KINDS.index(kind) for kind in WRITTEN]].sum(axis=1), np.float32)


@functools.cache
def _table(network: str) -> _Table | None:
    try:
        path = resource(f"kinds/{network}.npz")
    except FileNotFoundError:
        return None
    with np.load(path, allow_pickle=False) as found:
        return _Table(*(found[name].astype(np.float32) for name in ("mean", "weights", "bias")))
