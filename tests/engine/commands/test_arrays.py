from __future__ import annotations

import numpy as np
import pytest

from engine.commands.arrays import load_vectors, save_labels
from engine.core.errors import UserError


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64", ">f8"])
def test_every_float_becomes_float32(tmp_path, dtype):
    np.save(tmp_path / "v.npy", np.array([[1.5, 2], [3, 4]], dtype))
    vectors = load_vectors(tmp_path / "v.npy")
    assert vectors.dtype == np.float32
    assert vectors.tolist() == [[1.5, 2], [3, 4]]


@pytest.mark.parametrize("value", [np.nan, -np.inf, 1e300])
def test_the_first_bad_row_is_named(tmp_path, value):
    vectors = np.zeros((9, 3))
    vectors[4, 1] = vectors[7, 0] = value
    np.save(tmp_path / "v.npy", vectors)
    with pytest.raises(UserError, match=r"Row 4 of .*v\.npy"):
        load_vectors(tmp_path / "v.npy")


@pytest.mark.parametrize(
    "array", [np.zeros(3), np.zeros((2, 3, 4)), np.zeros((2, 3), int), np.zeros((0, 3)), np.array([["a"]])]
)
def test_an_array_of_another_shape_or_type(tmp_path, array):
    np.save(tmp_path / "v.npy", array)
    with pytest.raises(UserError, match=r"v\.npy holds .*; it takes one row of floating-point numbers a photo"):
        load_vectors(tmp_path / "v.npy")


def test_objects_are_not_unpickled(tmp_path):
    np.save(tmp_path / "v.npy", np.array([{}], object), allow_pickle=True)
    with pytest.raises(UserError, match=r"cannot be read as a \.npy array"):
        load_vectors(tmp_path / "v.npy")


def test_what_is_no_array(tmp_path):
    np.savez(tmp_path / "several.npz", a=np.zeros(2))
    (tmp_path / "text.npy").write_text("no array")
    (tmp_path / "empty.npy").write_bytes(b"")
    for name, sentence in (
        ("several.npz", "several arrays"),
        ("text.npy", "cannot be read"),
        ("empty.npy", "cannot be read"),
        ("missing.npy", "There is no file"),
        (".", "cannot be read"),
    ):
        with pytest.raises(UserError, match=sentence):
            load_vectors(tmp_path / name)


def test_labels_are_written_under_exactly_that_name(tmp_path):
    save_labels(tmp_path / "labels.out", np.array([2, 0, 1]))
    assert np.load(tmp_path / "labels.out").tolist() == [2, 0, 1]
    with pytest.raises(UserError, match="could not be written"):
        save_labels(tmp_path / "no such folder" / "labels.npy", np.array([0]))
