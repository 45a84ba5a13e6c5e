"""FitContext: what every fit takes beside its data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.core.job import Job
from engine.core.records import Device


@dataclass(frozen=True, slots=True)
class FitContext:
    """Random `seed`, `device`, and the `job` with the `stage` under which progress is reported."""

    seed: int
    device: Device
    job: Job
    stage: str = ""

    def at(self, stage: str) -> FitContext:
        """The same for another stage."""
        return replace(self, stage=stage)

    def report(self, done: int, total: int) -> None:
        """Report progress; raises Cancelled when the user has asked to stop."""
        self.job.report(self.stage, done, total)
