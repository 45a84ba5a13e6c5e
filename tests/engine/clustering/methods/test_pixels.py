from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.clustering.augmentation import randomly_moved
from engine.clustering.methods.method import create
from engine.clustering.methods.parts import island_encoder
from engine.clustering.methods.parts.dec_prediction import EncoderPredictor
from engine.clustering.pixels import edge_histograms, picture_side
from engine.clustering.quality import nmi
from engine.core.errors import Cancelled, UserError
from engine.core.job import Job

SIDE = 16


@pytest.fixture
def strokes():
    """Pictures (240, 256) of one short stroke each, level, upright or slanting, anywhere; and which of the three."""
    random = np.random.default_rng(0)
    kinds = np.arange(240) % 3
    rows, columns = np.mgrid[:SIDE, :SIDE]
    pictures = []
    for kind in kinds:
        y, x = random.uniform(5, SIDE - 6, 2)
        across = [rows - y, columns - x, (rows - y - columns + x) / 2**0.5][kind]
        near = np.square(rows - y) + np.square(columns - x)
        pictures.append(np.exp(-(across**2) / 2 - near / 40).ravel())
    return np.asarray(pictures, np.float32), kinds


def test_pictures_are_told_from_features_and_series(strokes):
    random = np.random.default_rng(1)
    steps = random.normal(size=(200, 256)).astype(np.float32)
    waves = np.sin(random.uniform(0.01, 0.3, (200, 1)) * np.arange(256) + random.uniform(0, 6, (200, 1)))
    assert picture_side(strokes[0]) == SIDE
    assert picture_side(steps) is None
    assert picture_side(steps.cumsum(axis=1)) is None
    assert picture_side(waves.astype(np.float32)) is None
    assert picture_side(np.ones((5, 256), np.float32)) is None
    assert picture_side(strokes[0][:, :250]) is None


def test_edges_know_a_stroke_wherever_it_lies(strokes):
    pictures, kinds = strokes

    def neighbours_agree(rows):
        square = np.square(rows[:, None] - rows).sum(axis=2)
        np.fill_diagonal(square, np.inf)
        return (kinds[np.argsort(square, axis=1)[:, :40]] == kinds[:, None]).mean()

    seen = edge_histograms(pictures, SIDE, Job(), "")
    assert seen.shape == (240, 392)
    assert seen.dtype == np.float32
    assert neighbours_agree(seen) > neighbours_agree(pictures) + 0.1


def test_a_turned_picture_has_turned_edges(strokes):
    level, upright = strokes[0][0].reshape(SIDE, SIDE), strokes[0][0].reshape(SIDE, SIDE).T
    both = edge_histograms(np.stack([level.ravel(), upright.ravel()]), SIDE, Job(), "").reshape(2, 8, 7, 7)
    mirrored = both[0][[2, 1, 0, 7, 6, 5, 4, 3]].transpose(0, 2, 1)  # swapping x and y takes an angle a to 90° - a
    np.testing.assert_allclose(both[1], mirrored, atol=1e-3)


@pytest.mark.parametrize(("values", "by_edges"), [({}, True), ({"pixels": "plain"}, False)])
def test_dec_clusters_bare_pixels_by_their_edges(strokes, values, by_edges):
    pictures, kinds = strokes
    fit = create("dec", {"rounds": 200, **values}).fit(pictures, 3, seed=0, device="cpu", job=Job())
    assert nmi(kinds, fit.labels) > 0.9
    assert isinstance(fit.predict, EncoderPredictor)
    assert fit.predict.side == (SIDE if by_edges else None)
    assert (fit.predict(pictures).argmax(axis=1) == fit.labels).mean() > 0.98
    with pytest.raises(UserError, match="Row 1 "):
        fit.predict(np.array([pictures[0], pictures[1] * np.nan]))


def test_a_cancel_is_heard_among_edges(strokes):
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        edge_histograms(strokes[0], SIDE, job, "")


def test_many_pictures_too(strokes, monkeypatch):
    monkeypatch.setattr(island_encoder, "MIN_PHOTOS", 200)
    pictures, kinds = strokes
    fit = create("dec", {"updates": 2}).fit(pictures, 3, seed=0, device="cpu", job=Job())
    assert nmi(kinds, fit.labels) > 0.9


def test_jiggled_pictures_move_and_turn_a_little():
    pictures = torch.zeros(200, SIDE, SIDE)
    pictures[:, 7:9, 4:12] = 1  # a level bar in the middle
    shown = randomly_moved(pictures.flatten(1), SIDE, 0.1, torch.Generator().manual_seed(0)).view(-1, SIDE, SIDE)
    places = torch.arange(SIDE) - (SIDE - 1) / 2
    down = (shown.sum(2) @ places) / shown.sum((1, 2))
    tilt = torch.einsum("nyx,y,x->n", shown, places, places) - shown.sum((1, 2)) * down * (
        (shown.sum(1) @ places) / shown.sum((1, 2))
    )
    assert 1 < down.abs().max() < 0.1 * SIDE + 0.5
    assert (tilt > 0.5).any()
    assert (tilt < -0.5).any()
    still = randomly_moved(pictures.flatten(1), SIDE, 0.0, torch.Generator().manual_seed(0)).view(-1, SIDE, SIDE)
    torch.testing.assert_close(still, pictures, atol=1e-4, rtol=0)


@pytest.mark.parametrize("pixels", ["edges", pytest.param("plain", marks=pytest.mark.slow)])
def test_the_autoencoder_learns_from_jiggled_pictures(strokes, pixels):
    pictures, kinds = strokes
    words = {"pretraining": "autoencoder", "pixels": pixels, "augmentation": 0.1, "epochs": 30, "updates": 3}
    fit = create("dec", words).fit(pictures, 3, seed=0, device="cpu", job=Job())
    again = create("dec", words).fit(pictures, 3, seed=0, device="cpu", job=Job())
    still = create("dec", words | {"augmentation": 0}).fit(pictures, 3, seed=0, device="cpu", job=Job())
    np.testing.assert_array_equal(fit.probabilities, again.probabilities)
    assert not np.array_equal(fit.probabilities, still.probabilities)
    assert nmi(kinds, fit.labels) > (0.8 if pixels == "edges" else 0.2)
