"""The self-organising grid: a cell a photo, among photos that look alike, about where it was before."""

import numpy as np
import pytest

from engine.core.job import Job
from engine.core.partials import LayoutFrame
from engine.projection.projector import create

KINDS = 12


def piles(n, seed=0):
    """n vectors in KINDS piles, and the pile of each."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, KINDS, n)
    vectors = random.normal(size=(KINDS, 24))[labels] * 2 + random.normal(size=(n, 24))
    return vectors.astype(np.float32), labels


def project(vectors, seed=0, start=None, job=None):
    return create("grid").project(vectors, seed=seed, device="cpu", job=job or Job(), start=start)


def cells(xy):
    """Column and row of each photo, whole numbers from 0 on, (n, 2)."""
    return np.column_stack([np.unique(along.round(4), return_inverse=True)[1] for along in xy.T])


def alike(xy, labels):
    """The share of pairs side by side, or one above the other, that are of one pile."""
    held = {tuple(cell): label for cell, label in zip(cells(xy).tolist(), labels.tolist(), strict=True)}
    pairs = [(held[x, y], held[near]) for x, y in held for near in ((x + 1, y), (x, y + 1)) if near in held]
    return np.mean([a == b for a, b in pairs])


@pytest.mark.parametrize("n", [2, 3, 5, 40, 543])
def test_every_photo_has_a_cell_and_only_the_last_row_has_free_ones(n):
    found = cells(project(piles(n)[0]))
    columns, rows = found.max(axis=0) + 1
    assert sorted((row * columns + column) for column, row in found.tolist()) == list(range(n))
    assert columns >= rows


def test_cells_are_square():
    xy = project(piles(60)[0])
    across, down = (np.diff(np.unique(along.round(4))) for along in xy.T)
    assert across == pytest.approx(down[0], abs=1e-3)
    assert down == pytest.approx(down[0], abs=1e-3)


def test_photos_that_look_alike_are_neighbours():
    vectors, labels = piles(400)
    assert alike(project(vectors), labels) > 0.75 > 0.65 > alike(create_plain(vectors), labels)


def create_plain(vectors):
    """Two principal components, cut into rows and each row sorted: a grid without any learning."""
    across, up = create("pca").project(vectors, seed=0, device="cpu", job=Job()).T
    rows = up.argsort().argsort() // 20
    xy = np.empty((len(vectors), 2))
    xy[np.lexsort((across, rows))] = np.column_stack(np.divmod(np.arange(len(vectors)), 20)[::-1])
    return xy


def test_another_seed_is_as_good():
    vectors, labels = piles(400)
    one, other = project(vectors, seed=1), project(vectors, seed=2)
    assert (one != other).any()
    assert abs(alike(one, labels) - alike(other, labels)) < 0.08


def test_a_sorted_grid_hardly_moves_when_it_is_sorted_again():
    vectors, _ = piles(400)
    former = project(vectors)
    moved = np.abs(cells(project(vectors, start=former)) - cells(former)).max(axis=1)
    assert np.quantile(moved, 0.9) <= 1


def test_photos_that_came_since_go_among_those_they_look_like():
    vectors, labels = piles(400)
    former = np.full((400, 2), np.nan, np.float32)
    former[:380] = project(vectors[:380])
    xy = project(vectors, start=former)
    near = np.linalg.norm(xy[380:, None] - xy[None], axis=2).argsort(axis=1)[:, 1:6]
    assert (labels[near] == labels[380:, None]).mean() > 0.6
    assert np.median(np.linalg.norm((xy - former)[:380], axis=1)) < 0.2


def test_a_grid_under_way_can_be_seen():
    shown = []
    project(piles(100)[0], job=Job(on_partial=lambda frame: shown.append((type(frame), frame.xy.shape))))
    assert shown
    assert set(shown) == {(LayoutFrame, (100, 2))}


def test_progress_goes_on_from_its_start_to_its_end():
    reports = []
    project(piles(200)[0], job=Job(on_progress=lambda progress: reports.append((progress.total, progress.done))))
    sorting = reports[reports.index(next(one for one in reports if one[0])) :]  # before it nobody knows how long
    assert sorting == sorted(sorting)
    assert len({total for total, _ in sorting}) == 1
    assert sorting[-1][0] == sorting[-1][1]
