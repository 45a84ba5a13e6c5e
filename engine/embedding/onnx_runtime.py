"""Embedding on a CPU: ONNX Runtime, one session shared by as many threads as there are cores."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.networks.session import open_session
from engine.core.records import Floats
from engine.embedding.backbone import Backbone, Pixels
from engine.embedding.export import exported
from engine.embedding.place import Place

CHUNK = 2  # pictures a run: their activations stay in the cache of the core that works on them


class OnnxRuntime:
    """Runs the exported model; each thread takes a few pictures at a time and waits for no other.

    That is quicker than one run of 32 pictures on all threads, which meet after each of 49 convolutions and
    push every activation through memory; and a cancel acts between two chunks.
    """

    def __init__(self, backbone: Backbone, *, threads: int, cache: Path, job: Job) -> None:
        self._session = open_session(exported(backbone, cache))
        self._dimension = backbone.dimension
        self._job = job
        self._pool = ThreadPoolExecutor(max(1, threads), thread_name_prefix="embed")

    def embed(self, pixels: Pixels) -> Floats:
        vectors = np.empty((len(pixels), self._dimension), np.float32)
        chunks = [slice(i, i + CHUNK) for i in range(0, len(pixels), CHUNK)]
        for chunk, found in zip(chunks, self._pool.map(self._run, (pixels[p] for p in chunks)), strict=True):
            vectors[chunk] = found
        return vectors

    @property
    def place(self) -> Place:
        return Place("onnxruntime", "cpu", tuple(self._session.get_providers()))

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _run(self, pixels: Pixels) -> Floats:
        if self._job.cancelled:
            raise Cancelled("embed")
        found: Floats = self._session.run(None, {"pixels": pixels})[0]
        return found
