from __future__ import annotations

import gzip
import struct

import numpy as np
import pytest


def idx(array):
    """An IDX file's bytes: magic number 0x0000 08 and the dimensions, sizes, then the values."""
    array = np.asarray(array, np.uint8)
    return struct.pack(f">I{array.ndim}I", 0x0800 + array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def write_digits(tmp_path):
    """Writes a data set of tiny pictures of ten kinds, as four IDX files, and says where."""

    def write(train=40, test=20, *, dot=False, zipped=False):
        for part, count in (("train", train), ("t10k", test)):
            labels = np.arange(count) % 10
            images = np.zeros((count, 2, 5), np.uint8)
            images.reshape(count, 10)[np.arange(count), labels] = 255
            for noun, array in (("images", images), ("labels", labels)):
                name = f"{part}-{noun}{'.' if dot else '-'}idx{array.ndim}-ubyte"
                if zipped:
                    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(idx(array), 1))
                else:
                    (tmp_path / name).write_bytes(idx(array))
        return tmp_path

    return write
