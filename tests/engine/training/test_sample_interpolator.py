"""Photos that were not watched move with the nearest that were; see also test_replay.py."""

from __future__ import annotations

import numpy as np

from engine.gallery.snapshot import Gallery
from engine.training.sample_interpolator import SampleInterpolator
from tests.engine.galleries import gallery_of


def test_in_a_gallery_without_photos_nothing_moves() -> None:
    empty, files = Gallery(), np.array([1, 2])
    interpolator = SampleInterpolator.of(empty, np.empty((0, 2), np.float32), files)
    then = interpolator.at(np.ones((2, 2), np.float32), np.array([0, -1]), ("c1",))
    assert len(then) == 0


def test_a_photo_that_is_gone_moves_nobody() -> None:
    gallery = gallery_of([{"path": "a.jpg"}, {"path": "b.jpg"}])
    xy = np.array([[0, 0], [1, 1]], np.float32)
    interpolator = SampleInterpolator.of(gallery, xy, np.array([1, 99]))
    then = interpolator.at(np.array([[0.5, 0], [7, 7]], np.float32), np.array([0, 0]), ("c9",))
    assert np.allclose(then.xy, [[0.5, 0], [1.5, 1]])
    assert [then.clusters[label].id for label in then.labels if label >= 0] == ["c9"]
