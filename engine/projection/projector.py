"""The Projector protocol: positions on the map, from vectors alone."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from engine.core.job import Job
from engine.core.records import Device, Floats
from engine.core.registry import Registry

projectors = Registry("engine.projection", "map")


class Projector(Protocol):
    """A dataclass whose fields are its parameters; one file a projection, registered."""

    name: ClassVar[str]
    label: ClassVar[str]
    help: ClassVar[str]  # one sentence

    def project(self, vectors: Floats, *, seed: int, device: Device, job: Job, start: Floats | None = None) -> Floats:
        """Lay `vectors` (n, d) out as float32 (n, 2), centred, the farthest coordinate at 1.

        `start` (n, 2) are former positions: where given, photos stay near them (warm start); rows of NaN
        are photos that had none. Deterministic in `seed`; publishes "map" partials and raises Cancelled in `job`.
        """
        ...


def create(name: str, values: dict[str, Any] | None = None) -> Projector:
    """The projector called `name` with these parameters; unknown or invalid ones are a UserError(usage)."""
    from engine.core.parameters import build

    projector: Projector = build(projectors.get(name), values or {})
    return projector
