"""Photos that come after the map was made get a place among those they are most like."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from engine.core.job import Job
from engine.core.records import Clustering, EmbeddingSet
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.project import project

OPTIONS = OrganiseOptions(k=1, method="kmeans", map="pca", backbone="efficientnet_lite0")


@pytest.mark.parametrize("has_codes", [True, False])
def test_new_photos_lie_between_the_three_most_like_them_and_nothing_else_moves(
    has_codes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.pipeline.project._BLOCK", 7)  # reason: so many rows would take long
    random = np.random.default_rng(0)
    codes = random.normal(size=(70, 5)).astype(np.float32)
    codes /= np.linalg.norm(codes, axis=1, keepdims=True)
    codes[69] = codes[3]  # a copy
    ids = random.permutation(70) + 1

    def made(n: int) -> Clustering:
        sure = np.ones((n, 1), np.float32)
        one = Clustering(ids[:n], np.zeros(n, np.int64), sure, ("c1",), "kmeans", {}, 0, "test")
        return dataclasses.replace(one, codes=codes[:n] if has_codes else None)

    with Library(tmp_path / "library", "a test") as library:
        clusterings = library.catalog.clusterings
        kept = clusterings.add(made(40), "by hand")
        library.catalog.set_setting("clustering", str(kept))
        project(library, lambda: EmbeddingSet(ids[:40], codes[:40], "test"), OPTIONS, "cpu", Job())
        before = clusterings.projection("pca")
        clusterings.extend(kept, made(70))
        project(library, lambda: EmbeddingSet(ids, codes, "test"), OPTIONS, "cpu", Job())
        after = clusterings.projection("pca")
    assert before is not None
    assert after is not None
    xy = before[0].xy
    np.testing.assert_array_equal(after[0].ids, ids)
    np.testing.assert_array_equal(after[0].xy[:40], xy)
    for row in range(40, 70):
        square = ((codes[row] - codes[:40]) ** 2).sum(axis=1)
        three = np.argsort(square)[:3]
        expected = np.average(xy[three], axis=0, weights=1 / (square[three] + 1e-6))
        np.testing.assert_allclose(after[0].xy[row], expected, atol=1e-3)
    np.testing.assert_allclose(after[0].xy[69], xy[3], atol=1e-3)


def test_where_no_photo_is_left_that_had_a_place_the_map_is_laid_out_anew(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    vectors, ids = random.normal(size=(9, 5)).astype(np.float32), np.arange(1, 10)

    def made(rows: slice) -> Clustering:
        count = len(ids[rows])
        sure = np.ones((count, 1), np.float32)
        return Clustering(ids[rows], np.zeros(count, np.int64), sure, ("c1",), "kmeans", {}, 0, "test")

    with Library(tmp_path / "library", "a test") as library:
        clusterings = library.catalog.clusterings
        kept = clusterings.add(made(slice(0, 6)), "by hand")
        library.catalog.set_setting("clustering", str(kept))
        project(library, lambda: EmbeddingSet(ids[:6], vectors[:6], "test"), OPTIONS, "cpu", Job())
        clusterings.extend(kept, made(slice(0, 9)))
        project(library, lambda: EmbeddingSet(ids[6:], vectors[6:], "test"), OPTIONS, "cpu", Job())
        after = clusterings.projection("pca")
    assert after is not None
    assert after[0].ids.tolist() == [7, 8, 9]
    assert np.isfinite(after[0].xy).all()
    assert len(np.unique(after[0].xy, axis=0)) == 3
