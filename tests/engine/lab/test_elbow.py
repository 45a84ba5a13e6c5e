"""The elbow: k-means by hand and scikit-learn's, for each k."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.cluster import KMeans

from engine.core.errors import Cancelled
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Progress
from engine.lab.elbow import BY_HAND, KS, SCIKIT_LEARN, ElbowCurves

KINDS, N = 4, 240


def pictures(n: int = N):
    """Four kinds of pictures, far apart, and what kind each is of."""
    truth = np.arange(n) % KINDS
    random = np.random.default_rng(0)
    images = random.uniform(0, 1, (KINDS, 8, 8, 1))[truth] + random.normal(0, 0.02, (n, 8, 8, 1))
    return images.astype(np.float32), truth


def test_both_find_the_same_and_the_curve_bends_at_the_kinds_there_are() -> None:
    images, truth = pictures()
    curves = ElbowCurves.of(images, truth, FitContext(0, "cpu", Job()))
    assert curves.ks == list(KS)
    assert curves.bend == KINDS
    np.testing.assert_allclose(curves.variance[BY_HAND][:KINDS], curves.variance[SCIKIT_LEARN][:KINDS], rtol=1e-4)
    rows = images.reshape(N, -1)
    assert curves.variance[SCIKIT_LEARN][KINDS - 1] == pytest.approx(
        KMeans(KINDS, n_init=10, random_state=0).fit(rows).inertia_ / N, rel=1e-4
    )
    assert curves.variance[BY_HAND][0] == pytest.approx(np.square(rows - rows.mean(axis=0)).sum() / N, rel=1e-4)
    assert curves.agreement is not None
    assert curves.agreement[BY_HAND][KINDS - 1] == pytest.approx(1)
    assert curves.agreement[BY_HAND][0] == 0
    drawn = curves.drawn()
    assert drawn.height == 2 * ElbowCurves(N, curves.ks, curves.variance, None).drawn().height


def test_fewer_pictures_than_clusters_have_a_shorter_curve() -> None:
    curves = ElbowCurves.of(pictures(5)[0], None, FitContext(0, "cpu", Job()))
    assert curves.ks == [1, 2, 3, 4, 5]
    assert curves.numbers()["nmi"] is None
    curves = ElbowCurves.of(pictures(1)[0], None, FitContext(0, "cpu", Job()))
    assert curves.numbers()["bend"] == 1
    assert curves.drawn().width > 100


def test_a_cancel_is_heard() -> None:
    def stop(progress: Progress) -> None:
        if progress.done == 3:
            job.cancel()

    job = Job(on_progress=stop)
    with pytest.raises(Cancelled):
        ElbowCurves.of(*pictures(), FitContext(0, "cpu", job))
