"""A backbone's classifier as a file, cached by its key as its ONNX model is, to be read without torch."""

from __future__ import annotations

import hashlib
import io
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from engine.core.errors import UserError, why
from engine.core.records import Floats
from engine.embedding.backbone import Backbone
from engine.embedding.shipped import shipped


def cached_classifier(backbone: Backbone, cache: Path) -> tuple[Floats, Floats] | None:
    """`backbone.classifier()`, read from the folder `cache` after the first time.

    The file is called KEY.HASH.npz after the hash of what it holds, so that a damaged one is made again. What a bundle
    brings comes first. A cache that can't be written is a UserError.
    """
    for path in [*shipped(f"{backbone.key}.*.npz"), *sorted(cache.glob(f"{backbone.key}.*.npz"))]:
        packed = path.read_bytes()
        if path.name == _name(backbone.key, packed):
            with np.load(io.BytesIO(packed), allow_pickle=False) as found:
                return (found["weights"], found["bias"]) if "weights" in found else None
        if path.parent == cache:
            path.unlink(missing_ok=True)
    layer = backbone.classifier()
    try:
        _keep(layer, backbone.key, cache)
    except OSError as error:
        raise UserError(
            "The model's last layer can't be written to {cache}: {reason}. Make room there or choose "
            "another library folder.",
            cache=cache,
            reason=why(error),
        ) from error
    return layer


def _keep(layer: tuple[Floats, Floats] | None, key: str, cache: Path) -> None:
    buffer = io.BytesIO()
    arrays: dict[str, Any] = {} if layer is None else {"weights": layer[0], "bias": layer[1]}
    np.savez(buffer, **arrays)
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="classifier-", dir=cache) as folder:
        draft = Path(folder) / "layer.npz"
        draft.write_bytes(buffer.getvalue())
        draft.replace(cache / _name(key, buffer.getvalue()))


def _name(key: str, packed: bytes) -> str:
    return f"{key}.{hashlib.sha256(packed).hexdigest()[:16]}.npz"
