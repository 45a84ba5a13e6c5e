"""Every model of the Lab through the same checks."""

from __future__ import annotations

from collections.abc import Callable
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


Fit = Callable[..., Trained]


@pytest.fixture(scope="module", params=sorted({*models.names(), *QUICK}))
def fit(request: pytest.FixtureRequest) -> Fit:
    """Fits the model in question, quick words where it has them."""
    model = create(request.param.split(",")[0], QUICK[request.param])

    def run(images: Floats, job: Job | None = None) -> Trained:
        return model.fit(images, FitContext(0, "cpu", job or Job()))

    return run


@pytest.fixture(scope="module")
def learned(fit: Fit) -> Trained:
    """The model after it has seen PICTURES; every check that changes nothing shares it."""
    return fit(PICTURES)


def bars(n: int, channels: int = 1, side: int = 8) -> Floats:
    """Pictures of a bright bar, across or down, somewhere."""
    random = np.random.default_rng(n)
    images = np.full((n, side, side, channels), 0.1, np.float32)
    for number, image in enumerate(images):
        at = random.integers(1, side - 2)
        (image if number % 2 else image.transpose(1, 0, 2))[at : at + 2] = random.uniform(0.6, 1.0, channels)
    return images


PICTURES = bars(40, channels=3)


def test_shapes(learned: Trained) -> None:
    codes = learned.encode(PICTURES[:7])
    assert codes.shape[0] == 7
    assert codes.dtype == np.float32
    assert learned.decode(codes).shape == (7, 8, 8, 3)
    assert learned.codes_2d(PICTURES[:7]).shape == (7, 2)
    made = learned.generate(5, seed=1)
    assert made.shape == (5, 8, 8, 3)
    assert made.dtype == np.float32
    assert made.min() >= 0
    assert made.max() <= 1
    assert learned.code_bits > 0
    assert all(np.isfinite(values).all() for values in learned.curve.values.values())


def test_the_same_seed_gives_the_same_pictures(fit: Fit, learned: Trained) -> None:
    again = fit(PICTURES)
    np.testing.assert_array_equal(learned.generate(4, seed=9), again.generate(4, seed=9))
    np.testing.assert_array_equal(learned.encode(PICTURES[:5]), again.encode(PICTURES[:5]))
    assert not np.array_equal(learned.generate(4, seed=9), learned.generate(4, seed=10))


def test_no_noise_is_less_noise(learned: Trained) -> None:
    usual, odd = (learned.generate(30, seed=2, noise=noise).std(axis=0).mean() for noise in (0.0, 1.0))
    assert usual <= odd


def test_one_picture_that_cannot_be_written_to(fit: Fit) -> None:
    image = bars(1)
    before = image.copy()
    image.flags.writeable = False
    trained = fit(image)
    assert trained.decode(trained.encode(image)).shape == image.shape
    assert np.isfinite(trained.generate(3, seed=0)).all()
    assert np.isfinite(trained.codes_2d(image)).all()
    np.testing.assert_array_equal(image, before)


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_constant_pictures(fit: Fit, value: float) -> None:
    images = np.full((12, 8, 8, 1), value, np.float32)
    trained = fit(images)
    assert np.isfinite(trained.decode(trained.encode(images[:2]))).all()
    assert np.isfinite(trained.generate(3, seed=0)).all()


def test_progress_is_told_and_a_cancel_is_heard(fit: Fit) -> None:
    reports: list[Progress] = []
    fit(PICTURES, Job(on_progress=reports.append))
    assert len(reports) > 1
    for stop_at in (1, len(reports) // 2):
        with pytest.raises(Cancelled):
            fit(PICTURES, cancelled_at(stop_at))


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


def test_parameters_say_what_they_are() -> None:
    for name in models.names():
        owner = models.get(name)
        assert owner.label
        assert owner.help.endswith(".")
        assert all(p.label and p.help.endswith(".") for p in describe(owner))


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("autoencoder", {"code": 8, "epochs": 5}),
        ("vae", {"code": 8, "epochs": 5, "beta": 0.1}),
        ("som", {"rows": 6, "columns": 6}),
        ("k-means", {"size": 24}),
    ],
)
def test_pictures_are_drawn_again(name: str, parameters: dict[str, Any]) -> None:
    images = bars(160)
    trained = create(name, parameters).fit(images[:120], FitContext(0, "cpu", Job()))
    error = squared_error(images[120:], trained.decode(trained.encode(images[120:])))
    assert error < 0.2 * float(images.var(axis=0).mean())  # what the mean picture misses


def test_odd_sides_are_refused_where_they_must_be_halved_twice() -> None:
    with pytest.raises(UserError, match="multiples of 4"):
        create("gan").fit(np.zeros((3, 15, 16, 1), np.float32), FitContext(0, "cpu", Job()))
