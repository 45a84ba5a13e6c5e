"""Kinds from vectors: of the networks that come with the program, and of no other."""

from __future__ import annotations

import numpy as np

from engine.core.records import KINDS
from engine.kinds.seen import WRITTEN, probabilities, text_likelihood

LITE2 = "efficientnet_lite2-1-squash260-9656183e"


def test_probabilities_sum_to_one_and_do_not_depend_on_length_or_company() -> None:
    vectors = np.random.default_rng(0).normal(size=(20_000, 1280)).astype(np.float32)
    found = probabilities(vectors, LITE2)
    assert found is not None
    assert found.shape == (20_000, len(KINDS))
    np.testing.assert_allclose(found.sum(axis=1), 1, rtol=1e-4)
    alone = probabilities(3 * vectors[9_999:10_000], LITE2)
    assert alone is not None
    np.testing.assert_allclose(alone[0], found[9_999], atol=1e-5)


def test_text_is_as_likely_as_all_kinds_that_have_some() -> None:
    vectors = np.random.default_rng(1).normal(size=(5, 1280)).astype(np.float32)
    found, likely = probabilities(vectors, LITE2), text_likelihood(vectors, LITE2)
    assert found is not None
    assert likely is not None
    np.testing.assert_allclose(likely, sum(found[:, KINDS.index(kind)] for kind in WRITTEN), rtol=1e-5)


def test_nothing_is_told_from_vectors_of_another_network() -> None:
    assert probabilities(np.ones((2, 384), np.float32), "dinov2_small-1-abc") is None
    assert text_likelihood(np.ones((2, 384), np.float32), "dinov2_small-1-abc") is None
