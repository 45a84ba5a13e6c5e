"""The Gaussian of some codes, from which new ones are drawn; and codes seen in two dimensions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.core.records import Floats

FLOAT_BITS = 32  # of one number of a code


@dataclass(frozen=True, slots=True)
class Gaussian:
    """Mean (c,) and a square root (c, c) of the covariance of codes; `plane` (c, 2) holds its two widest axes."""

    mean: Floats
    root: Floats
    plane: Floats

    @classmethod
    def fit(cls, codes: Floats) -> Gaussian:
        """The maximum-likelihood Gaussian of `codes` (n, c); a single row has no spread."""
        centred = codes.astype(np.float64) - codes.mean(axis=0, dtype=np.float64)
        values, vectors = np.linalg.eigh(centred.T @ centred / len(codes))
        root = vectors * np.sqrt(np.maximum(values, 0))
        plane = np.zeros((codes.shape[1], 2))
        plane[:, : min(2, codes.shape[1])] = vectors[:, ::-1][:, :2]
        signs = np.sign(plane[np.abs(plane).argmax(axis=0), [0, 1]])
        mean = codes.mean(axis=0, dtype=np.float64)
        return cls(*(np.asarray(part, np.float32) for part in (mean, root, plane * np.where(signs < 0, -1, 1))))

    def sample(self, n: int, seed: int, noise: float = 1.0) -> Floats:
        """`n` codes (n, c), their deviations from the mean scaled by `noise`."""
        drawn = np.random.default_rng(seed).standard_normal((n, len(self.mean)), dtype=np.float32)
        return np.asarray(self.mean + noise * (drawn @ self.root.T), np.float32)

    def lifted(self, places: Floats) -> Floats:
        """The codes (n, c) at `places` (n, 2) on the plane."""
        return places if len(self.mean) == 2 else np.asarray(self.mean + places @ self.plane.T, np.float32)

    def flattened(self, codes: Floats) -> Floats:
        """`codes` (n, c) on the plane, (n, 2); codes of two numbers as they are."""
        return codes if codes.shape[1] == 2 else np.asarray((codes - self.mean) @ self.plane, np.float32)
