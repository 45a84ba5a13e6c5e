"""What the window asks about the device that computes, and the GPU pack; `protocol.py` has the rest.

`InspectDevice` is asked of the engine process that works. `InstallPack` and `RemovePack` are asked of one that was
started by `engine.gpu_pack.choice.own_command`, and a working one that may be the pack's is ended before the pack is
removed: a program cannot delete the Python it runs on everywhere.
None of them opens the library. The report of a job that changes the pack is of the process that did it.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.gpu_pack.report import DeviceReport


@dataclass(frozen=True, slots=True)
class InspectDevice:
    """Find out by doing it what embeds and what trains with `device` as it is set, and why."""

    device: str = "auto"


@dataclass(frozen=True, slots=True)
class InstallPack:
    """Fetch the pack, or what is missing of it, and try it; stages "gpu-pack" (bytes) and "gpu-pack-check"."""


@dataclass(frozen=True, slots=True)
class RemovePack:
    """Delete the packs of all versions; stage "gpu-pack-remove" (bytes)."""


PackRequest = InspectDevice | InstallPack | RemovePack
PackResult = DeviceReport
PACK_REQUESTS = (InspectDevice, InstallPack, RemovePack)
