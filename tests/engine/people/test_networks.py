"""The networks find a face where there is one, and tell two people apart."""

from __future__ import annotations

import numpy as np
import pytest

from engine.people.codes import FaceCoder, upright
from engine.people.detection import FaceDetector
from engine.people.features import features_in
from engine.people.grouping import LIMIT
from tests.engine.faces import ANN, BOB, SIZE, drawn_face


@pytest.fixture(scope="module")
def detector() -> FaceDetector:
    return FaceDetector()


def test_a_face_is_found_where_it_is(detector: FaceDetector) -> None:
    picture = np.full((700, 900, 3), 128, np.uint8)
    picture[300:500, 500:700] = drawn_face(ANN)
    found = detector.find(picture)
    assert len(found.scores) == 1
    middle = found.boxes[0, :2] + found.boxes[0, 2:] / 2
    assert np.abs(middle - (600, 400)).max() < 20
    left, right, nose, one, other = found.points[0]
    assert left[0] < nose[0] < right[0]
    assert max(left[1], right[1]) < nose[1] < min(one[1], other[1])


def test_nothing_is_found_where_nobody_is(detector: FaceDetector) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (240, 320, 3), np.uint8)
    assert not len(detector.find(noise).scores)


def test_one_pixel_is_a_picture_too(detector: FaceDetector) -> None:
    assert not len(detector.find(np.zeros((1, 1, 3), np.uint8)).scores)


def test_codes_tell_people_apart(detector: FaceDetector) -> None:
    coder = FaceCoder()
    codes = []
    for person in (ANN, BOB):
        for photo in range(2):
            picture = drawn_face(person, photo)
            codes.append(coder.codes(picture, detector.find(picture).points)[0])
    ann, other_ann, bob, other_bob = codes
    assert np.linalg.norm(ann - other_ann) < LIMIT / 2
    assert np.linalg.norm(bob - other_bob) < LIMIT / 2
    assert np.linalg.norm(ann - bob) > LIMIT


def test_a_large_picture_gives_the_same_code_as_a_small_one(detector: FaceDetector) -> None:
    small, coder = drawn_face(ANN), FaceCoder()
    large = small.repeat(12, 0).repeat(12, 1)  # its face is reduced before it is turned
    points = detector.find(small).points
    assert upright(large, points[0] * 12).shape == (150, 150, 3)
    apart = coder.codes(small, points) - coder.codes(large, points * 12)
    assert np.linalg.norm(apart) < LIMIT / 4


def test_features_of_a_face_that_was_drawn(detector: FaceDetector) -> None:
    picture = drawn_face(ANN)
    found = detector.find(picture)
    box = found.boxes[0] + np.array([-8, 6, 10, -12], np.float32)  # drawn by hand: not quite
    assert np.abs(features_in(detector, picture, box) - found.points[0]).max() < SIZE / 20
    nothing = np.full((100, 100, 3), 90, np.uint8)
    guessed = features_in(detector, nothing, np.array([20, 20, 40, 50], np.float32))
    assert ((guessed > 20) & (guessed < 70)).all()
