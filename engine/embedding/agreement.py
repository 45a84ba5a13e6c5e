"""Whether two runtimes make the same vectors."""

from __future__ import annotations

import numpy as np

from engine.core.records import Floats
from engine.embedding.backbone import Pixels

LEAST = 0.999  # cosine of a picture's vector in one runtime to its vector in the other


def agree(a: Floats, b: Floats) -> bool:
    """Whether each row of `a` (n, d) points where the same row of `b` does; infinities and NaN do not."""
    with np.errstate(over="ignore", invalid="ignore"):
        return bool(np.all(cosines(a, b) >= LEAST))


def cosines(a: Floats, b: Floats) -> Floats:
    """Cosine of each row of `a` (n, d) to the same row of `b`, float32 (n,)."""
    norms = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return np.asarray((a * b).sum(axis=1) / np.maximum(norms, np.finfo(np.float32).tiny), np.float32)


def probe(side: int) -> Pixels:
    """Eight pictures to try a precision on: smooth waves under noise, always the same."""
    rng = np.random.default_rng(0)
    down, across = np.mgrid[0:side, 0:side] / side
    waves = rng.uniform(1, 12, (8, 3, 2)) * np.pi
    smooth = np.sin(waves[..., 0, None, None] * down + waves[..., 1, None, None] * across)
    noisy = 127.5 + 100 * smooth + rng.normal(0, 20, smooth.shape)
    return np.ascontiguousarray(noisy.clip(0, 255).astype(np.uint8).transpose(0, 2, 3, 1))
