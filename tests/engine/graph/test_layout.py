from __future__ import annotations

import numpy as np
import pytest

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.graph import layout
from engine.graph.neighbours import fit_ab, fuzzy_graph, nearest


@pytest.fixture
def heaps():
    """Vectors (300, 8) in three heaps, and the heap of each."""
    random = np.random.default_rng(0)
    kinds = np.arange(300) % 3
    return (5 * np.eye(8)[kinds] + random.normal(size=(300, 8))).astype(np.float32), kinds


def layout_of(vectors, steps):
    graph = fuzzy_graph(*nearest(vectors, 10, Job()))
    descent = layout.Descent(steps, rate=1.0, gravity=0.001)
    return layout.lay_out(graph, vectors[:, :2].copy(), fit_ab(0.0), descent, FitContext(0, "cpu", Job()))


def test_neighbours_come_to_lie_together(heaps):
    vectors, kinds = heaps
    positions = layout_of(vectors, 100)
    square = np.square(positions[:, None] - positions).sum(axis=2)
    np.fill_diagonal(square, np.inf)
    assert (kinds[np.argsort(square, axis=1)[:, :10]] == kinds[:, None]).mean() > 0.98


@pytest.mark.parametrize("height", [1, 64, 299])
def test_blocks_do_not_show(heaps, monkeypatch, height):
    whole = layout_of(heaps[0], 3)
    monkeypatch.setattr(layout, "_BLOCK", height)  # reason: so many rows would take long
    np.testing.assert_allclose(layout_of(heaps[0], 3), whole, rtol=1e-3, atol=1e-3)
