"""Vectors whose kinds are known."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from engine.core.records import Floats, Ints

Kinds = Callable[..., tuple[Floats, Ints]]


@pytest.fixture
def kinds() -> Kinds:
    """Makes n vectors (n, 24) of k kinds, `apart` noise widths from the origin, and the kind of each."""

    def make(n: int, k: int, *, apart: float = 8.0, sizes: list[int] | None = None) -> tuple[Floats, Ints]:
        random = np.random.default_rng(n + k)
        middles = random.normal(size=(k, 24))
        middles *= apart / np.linalg.norm(middles, axis=1, keepdims=True)
        truth = np.arange(n) % k if sizes is None else np.repeat(np.arange(k), sizes)
        return (middles[truth] + random.normal(size=(n, 24))).astype(np.float32), truth.astype(np.int64)

    return make
