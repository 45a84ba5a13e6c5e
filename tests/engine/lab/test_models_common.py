"""Every model of the Lab through the same checks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.core.errors import Cancelled, UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import describe
from engine.core.records import Floats, Progress
from engine.lab.models.model import Trained, create, models, squared_error

QUICK: dict[str, dict[str, Any]] = {
    "k-means": {"size": 12},
    "pca": {"code": 8},
    "som": {"rows": 4, "columns": 5, "passes": 6},
    "autoencoder": {"code": 6, "epochs": 1},
    "autoencoder, dense": {"code": 6, "epochs": 1, "layers": "dense"},
    "vae": {"code": 2, "epochs": 1},
    "vae, convolutional": {"code": 3, "epochs": 1, "layers": "convolutional"},
    "gan": {"code": 8, "channels": 4, "steps": 20},
}


@pytest.fixture(params=sorted({*models.names(), *QUICK}))
def fit(request: pytest.FixtureRequest):
    """Fits the model in question, quick words where it has them."""
    model = create(request.param.split(",")[0], QUICK[request.param])

    def run(images: Floats, seed: int = 0, job: Job | None = None) -> Trained:
        return model.fit(images, FitContext(seed, "cpu", job or Job()))

    return run


def bars(n: int, channels: int = 1, side: int = 16) -> Floats:
    """Pictures of a bright bar, across or down, somewhere."""
    random = np.random.default_rng(n)
    images = np.full((n, side, side, channels), 0.1, np.float32)
    for number, image in enumerate(images):
        at = random.integers(1, side - 2)
        (image if number % 2 else image.transpose(1, 0, 2))[at : at + 2] = random.uniform(0.6, 1.0, channels)
    return images


def test_shapes(fit) -> None:
    images = bars(60, channels=3)
    trained = fit(images)
    codes = trained.encode(images[:7])
    assert codes.shape[0] == 7
    assert codes.dtype == np.float32
    assert trained.decode(codes).shape == (7, 16, 16, 3)
    assert trained.codes_2d(images[:7]).shape == (7, 2)
    made = trained.generate(5, seed=1)
    assert made.shape == (5, 16, 16, 3)
    assert made.dtype == np.float32
    assert made.min() >= 0
    assert made.max() <= 1
    assert trained.code_bits > 0
    assert all(np.isfinite(values).all() for values in trained.curve.values.values())


def test_the_same_seed_gives_the_same_pictures(fit) -> None:
    images = bars(40)
    first, again = fit(images, seed=3), fit(images, seed=3)
    np.testing.assert_array_equal(first.generate(4, seed=9), again.generate(4, seed=9))
    np.testing.assert_array_equal(first.encode(images), again.encode(images))
    assert not np.array_equal(first.generate(4, seed=9), first.generate(4, seed=10))


def test_no_noise_is_less_noise(fit) -> None:
    trained = fit(bars(60))
    usual, odd = (trained.generate(30, seed=2, noise=noise).std(axis=0).mean() for noise in (0.0, 1.0))
    assert usual <= odd


def test_one_picture(fit) -> None:
    image = bars(1)
    trained = fit(image)
    assert trained.decode(trained.encode(image)).shape == image.shape
    assert np.isfinite(trained.generate(3, seed=0)).all()
    assert np.isfinite(trained.codes_2d(image)).all()


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_constant_pictures(fit, value: float) -> None:
    images = np.full((12, 16, 16, 1), value, np.float32)
    trained = fit(images)
    assert np.isfinite(trained.decode(trained.encode(images))).all()
    assert np.isfinite(trained.generate(3, seed=0)).all()


def test_progress_is_told_and_a_cancel_is_heard(fit) -> None:
    reports: list[Progress] = []
    fit(bars(40), job=Job(on_progress=reports.append))
    assert len(reports) > 1
    for stop_at in (1, len(reports) // 2):
        with pytest.raises(Cancelled):
            fit(bars(40), job=cancelled_at(stop_at))


def cancelled_at(report: int) -> Job:
    """A job that is cancelled at its report of this number."""
    reports = 0

    def count(_progress: Progress) -> None:
        nonlocal reports
        reports += 1
        if reports == report:
            job.cancel()

    job = Job(on_progress=count)
    return job


def test_pictures_are_left_as_they_are(fit) -> None:
    images = bars(20)
    before = images.copy()
    images.flags.writeable = False
    fit(images)
    np.testing.assert_array_equal(images, before)


def test_parameters_say_what_they_are() -> None:
    for name in models.names():
        owner = models.get(name)
        assert owner.label
        assert owner.help.endswith(".")
        assert all(p.label and p.help.endswith(".") for p in describe(owner))


@pytest.mark.parametrize(
    ("name", "parameters", "best"),
    [
        ("autoencoder", {"code": 8, "epochs": 25}, 0.02),
        ("vae", {"code": 8, "epochs": 25, "beta": 0.1}, 0.04),
        ("som", {"rows": 8, "columns": 8}, 0.03),
        ("k-means", {"size": 64}, 0.03),
    ],
)
def test_pictures_are_drawn_again(name: str, parameters: dict[str, Any], best: float) -> None:
    images = bars(400)
    trained = create(name, parameters).fit(images[:300], FitContext(0, "cpu", Job()))
    assert squared_error(images[300:], trained.decode(trained.encode(images[300:]))) < best


def test_odd_sides_are_refused_where_they_must_be_halved_twice() -> None:
    with pytest.raises(UserError, match="multiples of 4"):
        create("gan").fit(np.zeros((3, 15, 16, 1), np.float32), FitContext(0, "cpu", Job()))
