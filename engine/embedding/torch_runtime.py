"""Embedding in torch: CUDA and MPS, in half precision where that gives the same vectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.core.errors import Cancelled, Sentence
from engine.core.job import Job
from engine.core.partials import Notice
from engine.core.records import Device, Floats
from engine.embedding.agreement import agree, probe
from engine.embedding.backbone import Backbone, Pixels
from engine.embedding.memory import ShrinkingRuntime
from engine.embedding.place import Place

if TYPE_CHECKING:
    from engine.embedding.runtimes import Runtime

CHUNK = 8  # pictures a run on a CPU, so that a cancel acts within a second


class TorchRuntime:
    """Runs a backbone's module on `device`; `precision` is the name of a torch dtype, "float32" for full."""

    def __init__(
        self, module: Any, device: Device, job: Job, *, threads: int | None = None, precision: str = "float32"
    ) -> None:
        import torch

        if threads is not None:
            torch.set_num_threads(threads)
        self.precision = precision
        self._module = module.to(device, memory_format=torch.channels_last)
        self._device: Device = device
        self._job = job

    def embed(self, pixels: Pixels) -> Floats:
        step = CHUNK if self._device == "cpu" else max(1, len(pixels))
        chunks = [self._run(pixels[i : i + step]) for i in range(0, len(pixels), step)]
        return np.concatenate(chunks) if chunks else self._run(pixels)

    @property
    def place(self) -> Place:
        return Place("torch", self._device)

    def close(self) -> None:
        """Give the module's memory on the device back."""
        self._module = None

    def _run(self, pixels: Pixels) -> Floats:
        import torch

        if self._job.cancelled:
            raise Cancelled("embed")
        half = self.precision != "float32"
        dtype = getattr(torch, self.precision) if half else None
        with torch.inference_mode(), torch.autocast(self._device, dtype=dtype, enabled=half):
            batch = torch.from_numpy(np.array(pixels)).to(self._device)
            found: Floats = self._module(batch).cpu().numpy()
        return found


def on_accelerator(backbone: Backbone, device: Device, job: Job, *, fallback: Callable[[], Runtime]) -> Runtime:
    """`backbone` on a graphics card, in smaller batches and at last by `fallback` where its memory runs out.

    A card that can't run the network at all (too old for this torch, taken by another program) is noticed
    here, on a probe, and reported; the fallback takes its place.
    """
    try:
        runtime = TorchRuntime(backbone.module(), device, job)
        runtime.precision = agreeing_precision(runtime, probe(backbone.side))
    except RuntimeError as error:  # torch has no narrower class for a device that fails
        reason = str(error).strip().partition("\n")[0]
        message = Sentence(
            "The {device} device can't be used ({reason}); the processor takes its place.",
            device=device,
            reason=reason,
        )
        job.publish(Notice(message))
        return fallback()
    return ShrinkingRuntime(runtime, fallback, job)


def agreeing_precision(runtime: TorchRuntime, pixels: Pixels) -> str:
    """The first of float16 and bfloat16 whose vectors of `pixels` agree with float32's, else float32."""
    runtime.precision = "float32"
    exact = runtime.embed(pixels)
    for precision in ("float16", "bfloat16"):
        runtime.precision = precision
        if agree(runtime.embed(pixels), exact):
            return precision
    return "float32"
