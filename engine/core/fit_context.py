"""FitContext: what every fit takes beside its data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.core.job import Job
from engine.core.records import Device, Floats

Curves = Mapping[str, Sequence[float]]  # a value a step, by name
Watch = Callable[[Curves, Floats | None], None]


@dataclass(frozen=True, slots=True)
class FitContext:
    """Random `seed`, `device`, and the `job` with the `stage` under which progress is reported.

    `watch` is told the curve so far, and the centres (k, d) where there are some.
    """

    seed: int
    device: Device
    job: Job
    stage: str = ""
    watch: Watch | None = None

    def at(self, stage: str) -> FitContext:
        """The same for another stage."""
        return replace(self, stage=stage)

    def report(self, done: int, total: int) -> None:
        """Report progress; raises Cancelled when the user has asked to stop."""
        self.job.report(self.stage, done, total)

    def tell(self, curve: Curves, centres: Floats | None = None) -> None:
        """Tell whoever watches how far the training has come."""
        if self.watch is not None:
            self.watch(curve, centres)
