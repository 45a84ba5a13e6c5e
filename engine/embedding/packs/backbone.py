"""PackBackbone: the visual half of a pack as a backbone of the embedding room; and what runs it."""

from __future__ import annotations

import functools
import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import Floats
from engine.embedding.packs.network import VisualHalf, verified
from engine.embedding.packs.preprocessing import Preprocessing, read_preprocessing
from engine.embedding.packs.shelf import PREFIX, Pack, require
from engine.embedding.place import Place

CHUNK = 2  # pictures a run, as in onnx_runtime.py


def is_pack(name: str) -> bool:
    """Whether a backbone's name is that of a pack."""
    return name.startswith(PREFIX)


def open_pack(name: str, home: Path) -> PackBackbone:
    """The backbone `pack:NAME`; a UserError where it is not installed."""
    return PackBackbone(require(home, name.removeprefix(PREFIX)))


class PackBackbone:
    """What a pack's network makes of photos: unit vectors, the same on every machine. No ImageNet classes."""

    help = "A model pack that you have added."

    def __init__(self, pack: Pack) -> None:
        self.pack, self.name, self.label = pack, pack.backbone, pack.name

    @functools.cached_property
    def key(self) -> str:
        """By the hashes of all that makes the vectors: graph, weights, preprocessing."""
        layout = self.pack.layout
        used = {layout.visual, layout.visual + ".data", layout.visual + "_data", layout.preprocessing}
        hashes = sorted(part.path + part.sha256 for part in self.pack.manifest.parts if part.path in used)
        short = hashlib.sha256("\n".join(hashes).encode()).hexdigest()[:8]
        return f"pack_{self.pack.name}-1-{self.preprocessing.mode}{self.side}-{short}"

    @functools.cached_property
    def preprocessing(self) -> Preprocessing:
        path = self.pack.layout.preprocessing
        return read_preprocessing((self.pack.folder / path).read_bytes(), path)

    @property
    def timm_name(self) -> str:
        raise self._fixed()

    @property
    def side(self) -> int:
        return self.preprocessing.side

    @property
    def dimension(self) -> int:
        return self.pack.trial.dimension

    def picture(self, thumbnail: Image.Image) -> NDArray[np.uint8]:
        return self.preprocessing.picture(thumbnail)

    def module(self) -> Any:
        raise self._fixed()

    def classifier(self) -> None:
        return None

    def _fixed(self) -> UserError:
        return UserError(
            "The network of the model pack {name} cannot be trained further: take one that comes with Photoloom.",
            name=self.pack.name,
        )


class PackRuntime:
    """Runs a pack's visual half on the processor: each thread takes a few pictures, as OnnxRuntime does."""

    def __init__(self, backbone: PackBackbone, *, threads: int, job: Job) -> None:
        graph = verified(backbone.pack, backbone.pack.layout.visual)
        self._half, self._job = VisualHalf(graph, backbone.preprocessing), job
        self._dimension = backbone.dimension
        self._pool = ThreadPoolExecutor(max(1, threads), thread_name_prefix="embed")

    def embed(self, pixels: NDArray[np.uint8]) -> Floats:
        size = self._half.batch or CHUNK
        chunks = [pixels[i : i + size] for i in range(0, len(pixels), size)]
        found = list(self._pool.map(self._run, chunks))
        return np.concatenate(found) if found else np.empty((0, self._dimension), np.float32)

    @property
    def place(self) -> Place:
        return Place("onnxruntime", "cpu", self._half.providers)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _run(self, pixels: NDArray[np.uint8]) -> Floats:
        if self._job.cancelled:
            raise Cancelled("embed")
        return self._half.run(pixels)
