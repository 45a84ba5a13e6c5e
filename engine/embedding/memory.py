"""When a device's memory runs out: smaller pieces, down to one picture, then another runtime."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.core.errors import Sentence
from engine.core.job import Job
from engine.core.partials import Notice
from engine.core.records import Floats
from engine.embedding.backbone import Pixels

if TYPE_CHECKING:
    from engine.embedding.runtimes import Runtime


class Shrinking:
    """A runtime that halves its pieces each time memory runs out, and never gives a picture up."""

    def __init__(self, runtime: Runtime, fallback: Callable[[], Runtime], job: Job, piece: int = 64) -> None:
        self._runtime, self._fallback, self._job = runtime, fallback, job
        self.piece = piece  # 0 once the fallback computes

    def embed(self, pixels: Pixels) -> Floats:
        done = 0
        parts: list[Floats] = []
        while done < len(pixels) or not parts:
            upto = done + self.piece if self.piece else len(pixels)
            part = self._try(pixels[done:upto])
            if part is not None:
                parts.append(part)
                done = upto
        return np.concatenate(parts)

    def close(self) -> None:
        self._runtime.close()

    def _try(self, pixels: Pixels) -> Floats | None:
        """The vectors, or None where memory ran out and the piece is smaller now."""
        try:
            return self._runtime.embed(pixels)
        except RuntimeError as error:
            if not self.piece or not is_out_of_memory(error):
                raise
        # Outside the except clause: until it ends, the traceback holds the tensors that filled the memory.
        self._shrink(len(pixels))
        return None

    def _shrink(self, tried: int) -> None:
        self.piece = min(self.piece, tried) // 2
        if self.piece:
            said = Sentence("The device ran out of memory; going on with {count} pictures at a time.", count=self.piece)
        else:
            said = Sentence("The device ran out of memory even for one picture; the processor takes its place.")
            self._runtime.close()
            self._runtime = self._fallback()
        self._job.publish(Notice(said))
        _release()


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether `error` is torch's OutOfMemoryError or one of the plain errors that mean the same.

    MPS and the libraries below CUDA (cuBLAS, cuDNN) say it only in words.
    """
    import torch

    words = str(error).lower()
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in words or "alloc_failed" in words


def _release() -> None:
    """Give what torch keeps for later back to the device."""
    import torch

    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()
