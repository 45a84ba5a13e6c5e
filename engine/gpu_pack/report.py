"""What there is to say of the pack, and of what computes here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.core.errors import Sentence

State = Literal["unneeded", "offered", "partial", "installed", "broken", "outdated"]


@dataclass(frozen=True, slots=True)
class PackStatus:
    """`gpu` is what the driver calls the first one, or ""; `reason` says why the state is what it is.

    "unneeded": no NVIDIA GPU that answers, or torch needs no pack; "partial": begun, and goes on where it stopped;
    "outdated": an earlier version's, which waits to be replaced. `download` and `disk` are bytes that an installation
    needs at most; `disk` is what it takes where it is installed.
    """

    state: State
    gpu: str = ""
    download: int = 0
    disk: int = 0
    reason: Sentence | None = None


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """What the engine process that was asked computes with.

    `embeds` and `trains` are "cpu", "cuda" or "mps"; `runtime` is "onnxruntime" or "torch", and `providers` those of
    the session that was created ("CPUExecutionProvider"), none for torch. `name` is the processor's or GPU's.
    `milliseconds` a product of two matrices of 1024 × 1024 took on the device that trains, None where it failed.
    `reason` is one sentence that says why it is this device.
    """

    embeds: str
    trains: str
    name: str
    runtime: str
    providers: tuple[str, ...]
    milliseconds: float | None
    reason: Sentence
    torch: str
    onnxruntime: str
    from_pack: bool
    pack: PackStatus
