"""When a device's memory runs out: smaller batches, down to one picture, then another runtime."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.core.errors import Sentence
from engine.core.job import Job
from engine.core.partials import Notice
from engine.core.records import Floats
from engine.embedding.backbone import Pixels
from engine.embedding.place import Place

if TYPE_CHECKING:
    from engine.embedding.runtimes import Runtime


class ShrinkingRuntime:
    """A runtime that halves its batches each time memory runs out, and never skips a picture."""

    def __init__(self, runtime: Runtime, fallback: Callable[[], Runtime], job: Job, batch_size: int = 64) -> None:
        self._runtime, self._fallback, self._job = runtime, fallback, job
        self.batch_size = batch_size  # 0 once the fallback computes

    def embed(self, pixels: Pixels) -> Floats:
        done = 0
        parts: list[Floats] = []
        while done < len(pixels) or not parts:
            stop = done + self.batch_size if self.batch_size else len(pixels)
            part = self._try(pixels[done:stop])
            if part is not None:
                parts.append(part)
                done = stop
        return np.concatenate(parts)

    @property
    def place(self) -> Place:
        return self._runtime.place

    def close(self) -> None:
        self._runtime.close()

    def _try(self, pixels: Pixels) -> Floats | None:
        """The vectors, or None where memory ran out and the batch is smaller now."""
        try:
            return self._runtime.embed(pixels)
        except RuntimeError as error:
            if not self.batch_size or not is_out_of_memory(error):
                raise
        # Outside the except clause: until it ends, the traceback holds the tensors that filled the memory.
        self._shrink(len(pixels))
        return None

    def _shrink(self, tried: int) -> None:
        self.batch_size = min(self.batch_size, tried) // 2
        if self.batch_size:
            message = Sentence(
                "The device ran out of memory; going on with {count} pictures at a time.", count=self.batch_size
            )
        else:
            message = Sentence("The device ran out of memory even for one picture; the processor takes its place.")
            self._runtime.close()
            self._runtime = self._fallback()
        self._job.publish(Notice(message))
        _release()


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether `error` is torch's OutOfMemoryError or one of the plain errors that mean the same.

    MPS and the libraries below CUDA (cuBLAS, cuDNN) say it only in the message.
    """
    import torch

    text = str(error).lower()
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in text or "alloc_failed" in text


def _release() -> None:
    """Free the memory that torch has cached on the device."""
    import torch

    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()
