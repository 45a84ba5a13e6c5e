"""What can be asked of a trained model in a moment, and what is told while it still learns."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.partials import Partial, Sketch
from engine.core.records import Floats
from engine.lab.learned import Learned
from engine.lab.models import gan, sketching
from engine.lab.models.model import create, squared_error
from engine.lab.pictures import Cut, Pictures
from tests.engine.lab.test_models_common import QUICK, bars

SIDE = 16
FEW = 4  # steps by which the code of a GAN is found
PICTURES = Pictures(bars(80, side=SIDE), 64, files=tuple(range(100, 180)))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A GAN that finds codes badly, and tells of itself often."""
    monkeypatch.setattr(gan, "INVERSION_STEPS", FEW)
    monkeypatch.setattr(gan, "STEPS_A_REPORT", FEW)


def learn(name: str, **parameters: Any) -> Learned:
    model = create(name, QUICK[name] | parameters)
    trained = model.fit(PICTURES.learned, FitContext(0, "cpu", Job()))
    return Learned.of(trained, Cut(SIDE, False), PICTURES, Job())


def test_fewer_numbers_of_pca_are_what_a_smaller_pca_keeps() -> None:
    whole, half = learn("pca", code=8), learn("pca", code=4)
    errors = [whole.squeeze(code, 5).squared_error for code in (1, 4, 8)]
    assert errors == sorted(errors, reverse=True)
    assert errors[0] > errors[2]
    shown = whole.squeeze(4, 5)
    np.testing.assert_allclose(shown.restored, half.squeeze(4, 5).restored, atol=1e-3)
    np.testing.assert_array_equal(shown.originals, PICTURES.unseen[:5])
    assert shown.compression == pytest.approx(SIDE * SIDE * 8 / (4 * 32))
    assert whole.squeeze(8, 0).squared_error == pytest.approx(squared_error(whole.unseen, whole.restored))


@pytest.mark.parametrize("name", ["k-means", "pca", "som", "autoencoder", "vae", "gan"])
def test_every_model_answers_everything(name: str) -> None:
    learned = learn(name)
    assert sorted(learned.files.tolist()) == list(range(100, 180))
    assert learned.places.shape == (80, 2)
    assert learned.code > 1
    ends = PICTURES.images[:2]
    way = learned.blend(ends, 5)
    assert way.shape == (5, SIDE, SIDE, 1)
    drawn = learned.trained.decode(learned.trained.encode(ends))
    np.testing.assert_allclose(way[[0, -1]], drawn, atol=1e-4)  # it begins and ends with the two
    np.testing.assert_allclose(learned.typical(ends[[0, 0, 0]]), drawn[:1], atol=1e-4)
    assert learned.draw_at(*map(float, learned.places[0])).shape == (1, SIDE, SIDE, 1)


@pytest.mark.parametrize("name", ["k-means", "som", "vae"])
def test_one_who_walks_to_a_photo_sees_what_is_left_of_it(name: str) -> None:
    learned = learn(name)
    image = PICTURES.images[[int(learned.files[3]) - 100]]
    drawn = learned.draw_at(*map(float, learned.places[3]))
    np.testing.assert_allclose(drawn, learned.trained.decode(learned.trained.encode(image)), atol=1e-4)


def test_the_most_typical_photo_of_a_cell_comes_first() -> None:
    learned = learn("som")
    assert learned.grid == (4, 5)
    images = PICTURES.images[learned.files - 100]
    errors = np.square(images - learned.trained.decode(learned.places)).mean(axis=(1, 2, 3))
    assert (np.diff(errors) >= 0).all()


LONGER: dict[str, dict[str, int]] = {"autoencoder": {}, "vae": {}, "som": {}, "gan": {}}
Told = tuple[list[Sketch], Floats]


def watched(name: str, monkeypatch: pytest.MonkeyPatch, pause: float = 0.0, *, enough: bool = False) -> Told:
    """What a training publishes, and what it draws in the end."""
    monkeypatch.setattr(sketching, "PAUSE", pause)
    heard: list[Partial] = []
    job = Job(on_partial=heard.append)
    if enough:
        job.finish_early()
    trained = create(name, QUICK[name] | LONGER[name]).fit(PICTURES.learned, FitContext(0, "cpu", job))
    return [part for part in heard if isinstance(part, Sketch)], trained.generate(4, seed=1)


@pytest.mark.parametrize("name", sorted(LONGER))
def test_a_training_tells_its_curve_and_draws_as_it_goes_and_is_not_changed_by_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sketches, drawn = watched(name, monkeypatch)
    lengths = [len(next(iter(sketch.curve.values()))) for sketch in sketches]
    assert lengths == list(range(1, len(lengths) + 1))
    assert len(lengths) > 1
    assert all(s.pictures.shape == (16, SIDE, SIDE, 1) and s.pictures.dtype == np.uint8 for s in sketches)
    assert not np.array_equal(sketches[0].pictures, sketches[-1].pictures)
    seldom, same = watched(name, monkeypatch, pause=1e9)
    assert len(seldom) == 1
    np.testing.assert_array_equal(same, drawn)


@pytest.mark.parametrize("name", ["autoencoder", "gan"])
def test_enough_ends_a_training_and_keeps_what_was_learned(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sketches, drawn = watched(name, monkeypatch, enough=True)
    assert len(sketches) == 1
    assert np.isfinite(drawn).all()
