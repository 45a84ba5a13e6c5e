"""What a fit has learned, as bytes and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
import pytest

from engine.clustering.features import Directions, Preparation
from engine.clustering.methods.method import create
from engine.clustering.methods.parts.dec_prediction import EncoderPredictor
from engine.clustering.methods.predictor import CentroidPredictor, ConstantPredictor
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.packing import pack, registered, unpack
from engine.core.registry import Registry

shapes = Registry("engine.measure", "shape")  # no room of shapes: those of this file are all


@dataclass(frozen=True)
class Part:
    mean: np.ndarray
    count: int


@dataclass(frozen=True)
class Whole:
    part: Part
    layers: tuple[tuple[np.ndarray, Part], ...]
    missing: Part | None = None
    there: Part | None = None
    share: float = 0.5
    name: str = "x"


def test_everything_comes_back():
    part = Part(np.arange(3, dtype=np.int64), 7)
    value = Whole(part, ((np.ones((2, 2), np.float32), part),) * 11, there=part, share=0.25, name="é")
    back = unpack(Whole, pack(value))
    assert (back.part.count, back.share, back.name, back.missing) == (7, 0.25, "é", None)
    assert back.there is not None
    assert len(back.layers) == 11  # more than one digit
    np.testing.assert_array_equal(back.layers[10][1].mean, part.mean)


def test_large_matrices_take_half_the_room_and_come_back_as_floats():
    matrix = np.random.default_rng(0).normal(size=(300, 300)).astype(np.float32)
    packed = pack(Part(matrix, 1))
    assert len(packed) < 0.55 * matrix.nbytes
    back = unpack(Part, packed).mean
    assert back.dtype == np.float32
    np.testing.assert_allclose(back, matrix, rtol=1e-3, atol=1e-6)


def test_a_large_matrix_that_half_precision_cannot_hold_comes_back_as_it_is():
    matrix = np.linspace(-1e6, 1e6, 2**15, dtype=np.float32)
    np.testing.assert_array_equal(unpack(Part, pack(Part(matrix, 1))).mean, matrix)


@pytest.mark.parametrize(("method", "kind"), [("dec", EncoderPredictor), ("kmeans", CentroidPredictor)])
def test_a_fit_places_photos_as_before_when_it_comes_back(method, kind):
    random = np.random.default_rng(0)
    vectors = (random.normal(size=(6, 300)) * 3)[np.arange(300) % 6] + random.normal(size=(300, 300))
    vectors = vectors.astype(np.float32)
    learned = create(method).fit(vectors, 6, seed=0, device="cpu", job=Job()).predict
    back = unpack(kind, pack(learned))
    others = vectors + random.normal(size=vectors.shape).astype(np.float32) / 3
    before, after = learned(others), back(others)
    np.testing.assert_array_equal(before.argmax(axis=1), after.argmax(axis=1))
    np.testing.assert_allclose(before, after, atol=0.02)


@dataclass(frozen=True)
class Drawn:
    shapes: tuple[Part, ...]
    shape: Any = field(metadata=registered(shapes))


@shapes.register()
@dataclass(frozen=True)
class Square:
    name: ClassVar[str] = "square"

    part: Part


@shapes.register()
@dataclass(frozen=True)
class Nothing:
    name: ClassVar[str] = "nothing"


def test_what_a_registry_knows_comes_back_as_what_it_was():
    part = Part(np.arange(3, dtype=np.int64), 7)
    square = unpack(Drawn, pack(Drawn((part,), Square(part)))).shape
    assert isinstance(square, Square)
    assert square.part.count == 7
    assert unpack(Drawn, pack(Drawn((), Nothing()))) == Drawn((), Nothing())


def test_what_a_registry_does_not_know_is_named():
    @dataclass(frozen=True)
    class Gone:
        name: ClassVar[str] = "gone"

    with pytest.raises(UserError, match="no shape 'gone'"):
        unpack(Drawn, pack(Drawn((), Gone())))


def test_what_an_earlier_version_has_packed_is_upgraded():
    packed = pack(Part(np.arange(3), 7))
    back = unpack(Part, packed, lambda arrays: {**arrays, "_.count": arrays["_.count"] + 1})
    assert back.count == 8


def test_what_has_nothing_to_keep():
    assert unpack(ConstantPredictor, pack(ConstantPredictor()))(np.zeros((2, 3), np.float32)).tolist() == [[1], [1]]
    with pytest.raises(UserError, match="Row 0"):
        ConstantPredictor()(np.full((1, 3), np.nan, np.float32))


def test_new_photos_are_seen_from_the_mean_of_the_old_ones():
    random = np.random.default_rng(0)
    old, classifier = random.normal(size=(50, 8)).astype(np.float32) + 1, (np.eye(4, 8, dtype=np.float32), np.ones(4))
    fitted, seen = Preparation.fit(old, classifier)
    back = unpack(Preparation, pack(fitted))
    np.testing.assert_allclose(back.transform(old[7:9], classifier), seen[7:9], atol=1e-6)
    assert seen.shape == (50, 12)
    alone, _ = Preparation.fit(old)
    np.testing.assert_allclose(
        unpack(Preparation, pack(alone)).transform(old), Directions.fit(old).transform(old), atol=1e-6
    )
