"""Labelled data from a folder on disk: MNIST and Fashion-MNIST as IDX files, and one folder a label."""

from __future__ import annotations

import gzip
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.library.scan import walk

_IMAGES, _LABELS = 0x00000803, 0x00000801  # the magic numbers: unsigned bytes in three dimensions, and in one
_GZIP = b"\x1f\x8b"

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Digits:
    """Pictures as vectors: `images` float32 (n, pixels) in 0…1, `labels` (n,); the first `train` rows train."""

    images: Floats
    labels: Ints
    train: int


def digits(folder: Path) -> Digits:
    """MNIST or Fashion-MNIST from four IDX files, gzipped or not; what is missing or broken is a UserError."""
    train, train_labels = _part(folder, "train")
    test, test_labels = _part(folder, "t10k")
    if train.shape[1] != test.shape[1]:
        raise UserError(
            "The training and test images in {folder} differ in size; get the data set anew.", folder=folder
        )
    images = np.empty((len(train) + len(test), train.shape[1]), np.float32)  # one array: train and test are views
    np.divide(train, 255, out=images[: len(train)], casting="unsafe")
    np.divide(test, 255, out=images[len(train) :], casting="unsafe")
    return Digits(images, np.concatenate([train_labels, test_labels]).astype(np.int64), len(train))


def folders(folder: Path, job: Job) -> tuple[list[Path], list[str]]:
    """The pictures below `folder` and their labels: the names of its subfolders. None at all is a UserError."""
    found = [(item.path, item.path.partition("/")[0]) for item in walk(folder, job) if "/" in item.path]
    if not found:
        raise UserError("{folder} holds no folders of pictures; the benchmark wants one folder a label.", folder=folder)
    return [folder / path for path, _ in found], [label for _, label in found]


def _part(folder: Path, part: str) -> tuple[Bytes, Bytes]:
    """Images (n, pixels) and labels (n,) of the training or the test part."""
    images, labels = _idx(folder, f"{part}-images", _IMAGES), _idx(folder, f"{part}-labels", _LABELS)
    if len(images) != len(labels):
        raise UserError(
            "{folder} has {images:,} {part} images but {labels:,} labels; get it anew.",
            folder=folder,
            images=len(images),
            part=part,
            labels=len(labels),
        )
    return images.reshape(len(images), -1), labels


def _idx(folder: Path, stem: str, magic: int) -> Bytes:
    """The array in an IDX file, http://yann.lecun.com/exdb/mnist: a big-endian header, then bytes."""
    path = _find(folder, f"{stem}-idx{magic & 0xFF}-ubyte")
    data = _read(path)
    dimensions = magic & 0xFF
    header = 4 + 4 * dimensions
    if len(data) < header or struct.unpack_from(">I", data)[0] != magic:
        raise UserError(
            "{path} is no IDX file of {kind}: its first bytes are not {magic:#010x}.",
            path=path,
            kind=stem.partition("-")[2],
            magic=magic,
        )
    shape = struct.unpack_from(f">{dimensions}I", data, 4)
    if len(data) - header != np.prod(shape, dtype=np.int64):
        raise UserError(
            "{path} is cut off or too long for the {count:,} entries it announces; get it anew.",
            path=path,
            count=shape[0],
        )
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape)


def _find(folder: Path, name: str) -> Path:
    """The file under one of its usual names: with a dash or a dot before idx, gzipped or not."""
    for usual in (name, name.replace("-idx", ".idx")):
        for path in (folder / usual, folder / f"{usual}.gz"):
            if path.is_file():
                return path
    raise UserError(
        "{folder} lacks {name} (or {name}.gz): put the data set's four IDX files there.", folder=folder, name=name
    )


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if data.startswith(_GZIP) else data
    except (OSError, EOFError, zlib.error) as error:
        raise UserError("{path} cannot be read: {error}.", path=path, error=error) from error
