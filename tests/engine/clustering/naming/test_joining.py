"""Clusters of one word that nothing tells apart are joined, where each is nearest to the other."""

from __future__ import annotations

import numpy as np
import pytest

from engine.clustering.assignment.out_of_sample import OutOfSampleModel, PcaTransform
from engine.clustering.features import Directions, Preparation
from engine.clustering.methods.method import Fit
from engine.clustering.methods.predictor import CentroidPredictor
from engine.clustering.naming.appearance import BRIGHT, LENGTH, SHADED
from engine.clustering.naming.distinctive import Looks
from engine.clustering.naming.joining import joined
from engine.clustering.naming.kinds import CLASSES
from engine.core.job import Job

WEB_SITE, HAMMER, BEAGLE, PUG, TABBY = 916, 587, 162, 254, 281
PLACES = np.array([[0, 0], [0, 3], [20, 0], [0, 30]], np.float32)
N = 40


def fit_of(places: np.ndarray = PLACES) -> tuple[Fit, np.ndarray]:
    """Ten photos at each place, a cluster each, and where they lie."""
    labels = np.arange(N) % len(places)
    codes = places[labels] + np.random.default_rng(0).normal(0, 0.2, (N, 2)).astype(np.float32)
    predict = CentroidPredictor.fit(Directions.fit(codes), Directions.fit(codes).transform(places), codes, labels)
    chances = np.full((N, len(places)), 0.1, np.float32)
    chances[np.arange(N), labels] = 0.7
    return Fit(labels, chances, codes=codes, predict=predict), codes


def seen(*shares: dict[int, float]) -> np.ndarray:
    classes = np.full((len(shares), CLASSES), 1e-5)
    for row, share in zip(classes, shares, strict=True):
        for class_, value in share.items():
            row[class_] = value
    return classes


def looks(*brightness: float, shaded: float = 0.2) -> np.ndarray:
    rows = np.zeros((len(brightness), LENGTH), np.float32)
    rows[:, SHADED], rows[:, BRIGHT] = shaded, brightness
    return rows


plain = Looks.of  # nobody knows of which kind they are


def test_screens_beside_screens_are_one_cluster_also_for_photos_to_come() -> None:
    fit, codes = fit_of()
    made = joined(
        fit, codes, seen({WEB_SITE: 0.9}, {WEB_SITE: 0.8}, {HAMMER: 0.9}, {BEAGLE: 0.9}), plain(looks(*[0.6] * 4))
    )
    assert made.probabilities.shape == (N, 3)
    np.testing.assert_allclose(made.probabilities.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(made.labels, np.array([0, 0, 1, 2])[fit.labels])
    assert made.predict is not None
    assert fit.predict is not None
    before = fit.predict(codes)
    np.testing.assert_allclose(made.predict(codes), np.column_stack([before[:, 0] + before[:, 1], before[:, 2:]]))
    preparation, vectors = Preparation.fit(codes)
    reduction = PcaTransform.fit(vectors, seed=0, job=Job())
    model = OutOfSampleModel.fit(made, preparation, reduction, reduction.transform(vectors), seed=0, job=Job())
    kept = OutOfSampleModel.unpack(model.packed())
    np.testing.assert_allclose(kept.predictor(codes), made.predict(codes), atol=1e-3)


@pytest.mark.parametrize(
    ("classes", "appearances", "why"),
    [
        ([{WEB_SITE: 0.9}, {HAMMER: 0.9}, {WEB_SITE: 0.9}, {BEAGLE: 0.9}], looks(*[0.6] * 4), "not near each other"),
        ([{WEB_SITE: 0.9}, {WEB_SITE: 0.9}, {HAMMER: 0.9}, {BEAGLE: 0.9}], looks(0.9, 0.1, 0.6, 0.6), "one is dark"),
        ([{}, {}, {HAMMER: 0.9}, {BEAGLE: 0.9}], looks(*[0.6] * 4), "drawings of anything"),
        ([{TABBY: 0.9}, {PUG: 0.9}, {HAMMER: 0.9}, {BEAGLE: 0.9}], looks(*[0.6] * 4, shaded=0.6), "other words"),
    ],
)
def test_what_a_person_would_tell_apart_stays_apart(
    classes: list[dict[int, float]], appearances: np.ndarray, why: str
) -> None:
    fit, codes = fit_of()
    assert joined(fit, codes, seen(*classes), plain(appearances)) is fit, why


def test_mammals_that_are_mostly_dogs_join_the_dogs() -> None:
    fit, codes = fit_of()
    mostly = {BEAGLE: 0.2, PUG: 0.15, TABBY: 0.1, 340: 0.1, 386: 0.08}
    made = joined(
        fit,
        codes,
        seen({BEAGLE: 0.5, PUG: 0.4}, mostly, {HAMMER: 0.9}, {850: 0.9}),
        plain(looks(*[0.6] * 4, shaded=0.6)),
    )
    assert made.probabilities.shape == (N, 3)


def test_a_fit_without_photos_in_some_cluster_is_joined_all_the_same() -> None:
    fit, codes = fit_of(PLACES[:2])
    wider = Fit(fit.labels, np.pad(fit.probabilities, ((0, 0), (0, 1))), codes=codes)
    appearances = np.vstack([looks(0.6, 0.6), np.full((1, LENGTH), np.nan, np.float32)])
    made = joined(wider, codes, seen({WEB_SITE: 0.9}, {WEB_SITE: 0.9}, {}), plain(appearances))
    assert len(np.unique(made.labels)) == 1
