"""A backbone's classifier, kept as a file."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.errors import UserError
from engine.embedding.final_layer import cached_classifier


class Network:
    """A backbone of a test's own that counts the calls of its classifier."""

    key = "network-1"

    def __init__(self, layer):
        self.layer, self.calls = layer, 0

    def classifier(self):
        self.calls += 1
        return self.layer


LAYER = (np.arange(6, dtype=np.float32).reshape(2, 3), np.ones(2, np.float32))


def test_it_is_asked_for_once(tmp_path):
    network = Network(LAYER)
    for _ in range(3):
        weights, bias = cached_classifier(network, tmp_path / "models")
        np.testing.assert_array_equal(weights, LAYER[0])
        np.testing.assert_array_equal(bias, LAYER[1])
    assert network.calls == 1


def test_that_there_is_none_is_kept_too(tmp_path):
    network = Network(None)
    assert cached_classifier(network, tmp_path) is None
    assert cached_classifier(network, tmp_path) is None
    assert network.calls == 1


@pytest.mark.parametrize("damage", [b"", b"rubbish"])
def test_a_damaged_file_is_made_again(tmp_path, damage):
    network = Network(LAYER)
    cached_classifier(network, tmp_path)
    (path,) = tmp_path.glob("*.npz")
    path.write_bytes(damage)
    found = cached_classifier(network, tmp_path)
    assert found is not None
    np.testing.assert_array_equal(found[0], LAYER[0])
    assert network.calls == 2
    assert [p.read_bytes() for p in tmp_path.glob("*.npz")] != [damage]


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="can't be written to"):
        cached_classifier(Network(LAYER), tmp_path / "file")
