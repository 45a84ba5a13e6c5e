"""What a fit keeps for photos to come: read again from earlier versions, and made of neighbours where it is missing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.clustering.assignment.out_of_sample import OutOfSampleModel, PcaTransform
from engine.clustering.features import Preparation
from engine.clustering.methods.method import Fit
from engine.core.errors import UserError
from engine.core.job import Job

OLD = Path(__file__).parent / "models_0_1_0"  # each packed by Photoloom 0.1.0, beside what that saw in new vectors


@pytest.mark.parametrize("name", ["dec", "kmeans", "dec-single"])
def test_models_of_version_0_1_0_place_photos_as_they_did(name: str) -> None:
    model = OutOfSampleModel.unpack((OLD / f"{name}.npz").read_bytes())
    model = OutOfSampleModel.unpack(model.packed())  # and as today's too
    with np.load(OLD / f"{name}-seen.npz") as before:
        found = model.predict(before["new"], None, Job())
        np.testing.assert_allclose(found.probabilities, before["probabilities"], atol=1e-5)
        np.testing.assert_allclose(found.reduced, before["sights"], atol=1e-5)
        assert (found.codes is None) == ("codes" not in before)
        if found.codes is not None:
            np.testing.assert_allclose(found.codes, before["codes"], atol=1e-4)


def without_predictor(vectors, truth, codes=None) -> OutOfSampleModel:
    preparation, seen = Preparation.fit(vectors)
    reduction = PcaTransform.fit(seen, seed=0, job=Job())
    fit = Fit(truth, np.eye(truth.max() + 1, dtype=np.float32)[truth], codes=codes)
    model = OutOfSampleModel.fit(fit, preparation, reduction, reduction.transform(seen), seed=0, job=Job())
    return OutOfSampleModel.unpack(model.packed())


def test_a_fit_without_a_predictor_asks_the_nearest_photos_and_is_not_sure_of_everything(kinds) -> None:
    vectors, truth = kinds(300, 5)
    model = without_predictor(vectors[:240], truth[:240])
    found = model.predict(vectors[240:], None, Job())
    assert (found.probabilities.argmax(axis=1) == truth[240:]).mean() > 0.95
    np.testing.assert_allclose(found.probabilities.sum(axis=1), 1, atol=1e-5)
    assert found.codes is None
    between = (vectors[truth == 0][:20] + vectors[truth == 1][:20]) / 2
    assert model.predict(between, None, Job()).probabilities.max(axis=1).min() < 0.9
    with pytest.raises(UserError, match="Row 0"):
        model.predictor(np.full((1, 24), np.nan, np.float32))


def test_without_a_predictor_new_photos_lie_among_the_codes_of_those_they_look_like(kinds) -> None:
    vectors, truth = kinds(300, 5)
    codes = 10 * np.eye(5, dtype=np.float32)[truth]
    found = without_predictor(vectors[:240], truth[:240], codes[:240]).predict(vectors[240:], None, Job())
    assert found.codes is not None
    assert (np.linalg.norm(found.codes - codes[240:], axis=1) < 5).mean() > 0.95


@pytest.mark.parametrize("n", [1, 2, 3])
def test_a_few_photos_without_a_predictor(kinds, n) -> None:
    vectors, _ = kinds(9, 3)
    model = without_predictor(vectors[:n], np.arange(n))
    assert model.predict(vectors[n:], None, Job()).probabilities.shape == (9 - n, n)
