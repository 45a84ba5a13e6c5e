"""What computes here: a session and a kernel are made, for lists of what is available lie."""

from __future__ import annotations

import platform
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from engine.core import devices
from engine.core.errors import Sentence, UserError
from engine.core.job import Job
from engine.core.partials import Notice, Partial
from engine.core.records import Device
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.agreement import probe
from engine.embedding.backbone import open_backbone
from engine.embedding.place import Place
from engine.embedding.runtimes import open_runtime
from engine.gpu_pack.kernel import time_kernel
from engine.gpu_pack.places import FOLDER
from engine.gpu_pack.report import DeviceReport, PackStatus
from engine.gpu_pack.status import status, torch_has_gpu

STAGE = "inspect-device"
_STEPS = 3


def inspect_device(home: Path, wanted: str, job: Job) -> DeviceReport:
    """Make what embeds and what trains with the device `wanted`, use them once, and say why it is these."""
    job.report(STAGE, 0, _STEPS)
    pack = status(home)
    job.report(STAGE, 1, _STEPS)
    device, problem = _resolved(wanted)
    place, failed = _embedding_place(device, home, job)
    job.report(STAGE, 2, _STEPS)
    milliseconds, wrong = _kernel(device)
    job.report(STAGE, _STEPS, _STEPS)
    from_pack = (home / FOLDER).resolve() in Path(sys.prefix).resolve().parents
    return DeviceReport(
        embeds=place.device,
        trains=device,
        name=_name(device),
        runtime=place.runtime,
        providers=place.providers,
        milliseconds=milliseconds,
        reason=problem or failed or wrong or _why(device, wanted, pack, from_pack),
        torch=version("torch"),
        onnxruntime=version("onnxruntime"),
        from_pack=from_pack,
        pack=pack,
    )


def _resolved(wanted: str) -> tuple[Device, Sentence | None]:
    try:
        return devices.resolve(wanted), None
    except UserError as error:
        return "cpu", error.sentence


def _embedding_place(device: Device, home: Path, job: Job) -> tuple[Place, Sentence | None]:
    """Where the default network was really run, and what was said where that is another place than `device`."""
    said: list[Sentence] = []

    def listen(partial: Partial) -> None:
        if isinstance(partial, Notice):
            said.append(partial.sentence)

    backbone = open_backbone(DEFAULT_BACKBONE)
    listening = Job(lambda progress: job.report(STAGE, 1, _STEPS, progress.message), listen)
    opened = open_runtime(backbone, device, threads=devices.cores(), cache=home / "models", job=listening)
    with closing(opened) as runtime:
        runtime.embed(probe(backbone.side)[:2])
        return runtime.place, said[-1] if said else None


def _kernel(device: Device) -> tuple[float | None, Sentence | None]:
    try:
        return time_kernel(device), None
    except RuntimeError as error:  # torch has no narrower class for a device that fails
        reason = str(error).strip().partition("\n")[0]
        return None, Sentence(
            "The {device} device fails at a product of two matrices ({reason}).", device=device, reason=reason
        )


def _why(device: Device, wanted: str, pack: PackStatus, from_pack: bool) -> Sentence:
    if device == "cuda":
        return (
            Sentence("The GPU pack is installed.")
            if from_pack
            else Sentence("This installation's torch finds the GPU.")
        )
    if device == "mps":
        return Sentence("This installation's torch finds the Mac's GPU.")
    if wanted == "cpu":
        return Sentence("The processor was chosen in the settings.")
    if pack.state == "offered":
        return Sentence("There is an NVIDIA GPU, and this installation's torch is the small build for processors.")
    if from_pack:
        return Sentence("The GPU pack is installed, and its torch finds no GPU now: has the driver changed?")
    if torch_has_gpu():
        return Sentence("There is no NVIDIA GPU here that a driver answers for.")
    return pack.reason or Sentence("The GPU pack is installed, but not what runs now.")


def _name(device: Device) -> str:
    if device == "cuda":
        import torch

        return torch.cuda.get_device_name(0)
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
