"""Engines: how the window starts its engines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from engine.gpu_pack.choice import EngineChoice
from gallery_app.engine_client.engine_jobs import StartEngine
from gallery_app.engine_client.engine_process import EngineProcess, start_own


@dataclass(frozen=True)
class Engines:
    """`at_work` may start the GPU pack's; `own` never does: it installs and removes the pack."""

    at_work: StartEngine
    own: StartEngine

    @classmethod
    def real(cls) -> Engines:
        """A pack that does not start is given up for all of them, until the program is started anew."""
        return cls(partial(EngineProcess, choice=EngineChoice()), start_own)
