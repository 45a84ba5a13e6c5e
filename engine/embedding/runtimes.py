"""What runs a backbone: ONNX Runtime on a CPU, torch on CUDA and MPS; the same vectors from both."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from engine.core.errors import Sentence
from engine.core.job import Job
from engine.core.partials import Notice
from engine.core.records import Device, Floats
from engine.embedding.backbone import Backbone, Pixels
from engine.embedding.network import has_timm
from engine.embedding.packs.backbone import PackBackbone, PackRuntime
from engine.embedding.place import Place


class Runtime(Protocol):
    """Something that embeds; use it from one thread."""

    def embed(self, pixels: Pixels) -> Floats:
        """Pictures uint8 (n, side, side, 3), n ≥ 0, to pooled features float32 (n, d); may raise Cancelled."""
        ...

    @property
    def place(self) -> Place:
        """Where it computes now: another place than it was opened for, where that one could not."""
        ...

    def close(self) -> None: ...


def open_runtime(backbone: Backbone, device: Device, *, threads: int, cache: Path, job: Job) -> Runtime:
    """The quickest runtime for `backbone` on `device`; `cache` is the folder that keeps exported models.

    What the user should know (memory ran out, the graphics card can't) is published as a Notice.
    Errors: UserError where the cache can't be written or the weights can't be had.
    """
    if isinstance(backbone, PackBackbone):  # which is a graph of ONNX, and no module of torch
        return PackRuntime(backbone, threads=threads, job=job)
    if device == "cpu" or not has_timm():  # an exported model alone is quickest on the processor
        return _cpu(backbone, threads, cache, job)
    from engine.embedding.torch_runtime import on_accelerator

    return on_accelerator(backbone, device, job, fallback=lambda: _cpu(backbone, threads, cache, job))


def _cpu(backbone: Backbone, threads: int, cache: Path, job: Job) -> Runtime:
    from engine.embedding.export import NotExportable
    from engine.embedding.onnx_runtime import OnnxRuntime

    try:
        return OnnxRuntime(backbone, threads=threads, cache=cache, job=job)
    except NotExportable:
        from engine.embedding.torch_runtime import TorchRuntime

        message = Sentence(
            "{network} can't run in ONNX Runtime; torch takes its place, slower.", network=backbone.label
        )
        job.publish(Notice(message))
        return TorchRuntime(backbone.module(), "cpu", job, threads=threads)
