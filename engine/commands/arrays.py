"""Arrays from and to .npy files, for `cluster VECTORS.npy`."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np

from engine.core.errors import UserError
from engine.core.records import Floats, Ints
from engine.library.outputs.whole import write_whole


def load_vectors(path: Path) -> Floats:
    """Vectors (n, d), n and d at least 1, as float32; what is no such array of finite floats is a UserError."""
    try:
        vectors = np.load(path, allow_pickle=False)
    except FileNotFoundError:
        raise UserError("There is no file {path}.", path=path) from None
    except (OSError, ValueError, EOFError) as error:
        raise UserError("{path} cannot be read as a .npy array: {error}", path=path, error=error) from error
    if not isinstance(vectors, np.ndarray):
        raise UserError("{path} holds several arrays; save the one to cluster as a .npy file.", path=path)
    if vectors.ndim != 2 or vectors.dtype.kind != "f" or vectors.size == 0:
        what = f"{vectors.dtype} of shape {vectors.shape}"
        raise UserError(
            "{path} holds {what}; it takes one row of floating-point numbers a photo, (n, d).", path=path, what=what
        )
    with np.errstate(over="ignore"):  # a number too large for float32 becomes inf, and is named below
        vectors = vectors.astype(np.float32)
    bad = np.flatnonzero(~np.isfinite(vectors).all(axis=1))
    if len(bad):
        raise UserError(
            "Row {row} of {path} (counting from 0) holds NaN or infinity; mend or remove it.",
            row=int(bad[0]),
            path=path,
        )
    return vectors


def save_labels(path: Path, labels: Ints) -> None:
    """Write labels int64 (n,) to exactly `path`; a place that cannot be written is a UserError."""
    buffer = io.BytesIO()
    np.save(buffer, labels)
    write_whole(path, [buffer.getvalue()])
