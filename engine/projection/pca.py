"""PCA: the two directions in which the photos differ most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.core.job import Job
from engine.core.records import Device, Floats
from engine.projection.projector import projectors
from engine.projection.shape import align, normalise, principal_scores, publish_layout


@projectors.register()
@dataclass(frozen=True, slots=True)
class PCA:
    """Principal component analysis; exact and the same for every seed."""

    name: ClassVar[str] = "pca"
    label: ClassVar[str] = "PCA"
    help: ClassVar[str] = "The two directions in which the photos differ most: quick, faithful to large distances."

    def project(self, vectors: Floats, *, seed: int, device: Device, job: Job, start: Floats | None = None) -> Floats:
        """The first two principal components, turned and mirrored towards `start` (see Projector.project)."""
        xy = align(normalise(principal_scores(vectors, 2, job)[:, :2]), start)
        publish_layout(job, xy)
        return xy
