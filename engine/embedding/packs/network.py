"""The halves of a pack in ONNX Runtime: pictures, or the tokens of a sentence, to unit vectors."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import UserError
from engine.core.networks.session import open_session
from engine.core.records import Floats
from engine.embedding.packs.graph import check_weights
from engine.embedding.packs.preprocessing import Preprocessing
from engine.embedding.packs.shelf import Pack

_NUMBERS = {
    "tensor(uint8)": np.uint8, "tensor(float)": np.float32, "tensor(float16)": np.float16,
    "tensor(int32)": np.int32, "tensor(int64)": np.int64,
}  # fmt: skip
# Outputs that are a picture's or a sentence's vector, where there are several; else the first.
_VECTORS = ("image_embedding", "text_embedding", "image_embeds", "text_embeds", "pooler_output", "last_hidden_state")


def verified(pack: Pack, graph: str) -> Path:
    """The path of a graph of the pack, once it and its weights are what was installed; else a UserError."""
    for path in (graph, graph + ".data", graph + "_data"):
        part = next((part for part in pack.manifest.parts if part.path == path), None)
        if part is not None and sha256_of(pack.folder / path) != part.sha256:
            raise UserError(
                "{file} of the model pack {name} is damaged: remove the pack and add it again.",
                file=path,
                name=pack.name,
            )
    check_weights(pack.folder, graph, set(pack.manifest.paths))
    return pack.folder / graph


def sha256_of(path: Path) -> str:
    """Of a file's bytes; "" where it is missing."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


class VisualHalf:
    """Pictures uint8 (n, side, side, 3) to unit vectors (n, d); may be run from several threads."""

    def __init__(self, graph: Path, preprocessing: Preprocessing) -> None:
        self._session, self._preprocessing = opened(graph), preprocessing
        self.providers: tuple[str, ...] = tuple(self._session.get_providers())
        inputs = self._session.get_inputs()
        if len(inputs) != 1 or inputs[0].type not in ("tensor(uint8)", "tensor(float)", "tensor(float16)"):
            raise UserError("{file} is no network that looks at pictures.", file=graph.name)
        self._input = inputs[0]
        self._output = _vector_output(self._session)
        self.batch = inputs[0].shape[0] if isinstance(inputs[0].shape[0], int) else None  # None: any number

    def run(self, pixels: NDArray[np.uint8]) -> Floats:
        parts = np.split(pixels, range(self.batch, len(pixels), self.batch)) if self.batch else [pixels]
        return np.concatenate([self._run(part) for part in parts])

    def _run(self, pixels: NDArray[np.uint8]) -> Floats:
        n = len(pixels)
        if self.batch and n < self.batch:
            pixels = np.concatenate([pixels, np.repeat(pixels[-1:], self.batch - n, axis=0)])
        is_raw = self._input.type == "tensor(uint8)"  # it normalises by itself
        data: NDArray[Any] = pixels if is_raw else self._preprocessing.normalised(pixels)
        if self._input.shape[-1] != 3:
            data = data.transpose(0, 3, 1, 2)
        data = np.ascontiguousarray(data, _NUMBERS[self._input.type])
        return unit(self._session.run([self._output], {self._input.name: data})[0])[:n]


class TextualHalf:
    """Tokens of sentences to unit vectors (n, d)."""

    def __init__(self, graph: Path) -> None:
        self._session = opened(graph)
        self._output = _vector_output(self._session)

    def run(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Floats:
        """`ids` (n, length), and `mask` of the same shape: 1 where there is a token, 0 where there is padding."""
        feed: Mapping[str, Any] = {
            one.name: np.asarray(mask if "mask" in one.name else ids, _NUMBERS.get(one.type, np.int64))
            for one in self._session.get_inputs()
        }
        return unit(self._session.run([self._output], feed)[0])


def opened(graph: Path) -> Any:
    """An ONNX Runtime session; a UserError where the file is none that it can run."""
    from onnxruntime.capi import onnxruntime_pybind11_state as errors

    wrong = (errors.Fail, errors.InvalidArgument, errors.InvalidGraph, errors.InvalidProtobuf, errors.NotImplemented)
    try:
        return open_session(str(graph))
    except (*wrong, errors.RuntimeException, errors.NoSuchFile) as error:
        reason = str(error).strip().partition("\n")[0][:300]
        raise UserError("{file} cannot be opened ({reason}).", file=graph.name, reason=reason) from error


def unit(vectors: NDArray[Any]) -> Floats:
    """Rows of length 1; of a transformer's tokens (n, tokens, d) the first, which stands for the whole."""
    pooled = np.asarray(vectors[:, 0] if vectors.ndim == 3 else vectors, np.float32)
    return np.asarray(pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-12), np.float32)


def _vector_output(session: Any) -> str:
    names = [output.name for output in session.get_outputs()]
    return next((name for name in _VECTORS if name in names), str(names[0]))
