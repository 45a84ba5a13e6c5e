"""FitContext: what everything that learns takes beside its data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.core.job import Job
from engine.core.records import Device


@dataclass(frozen=True, slots=True)
class FitContext:
    """The `seed` of what is drawn, the `device` that computes, and the `stage` of `job` that hears how far it is."""

    seed: int
    device: Device
    job: Job
    stage: str = ""

    def at(self, stage: str) -> FitContext:
        """The same at another stage."""
        return replace(self, stage=stage)

    def report(self, done: int, total: int) -> None:
        """Say how far it is; raises Cancelled when the user has asked to stop."""
        self.job.report(self.stage, done, total)
