"""Methods side by side: who judges them, and what the page says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.clustering.methods.method import Constraints, Fit
from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import Corrections, Progress
from engine.lab.shootout.agreement import FOLDS, with_corrections
from engine.lab.shootout.compare import Question, between, compare
from engine.lab.shootout.page import write_comparison

METHODS = [("kmeans", {"starts": 2}), ("ward", {}), ("lloyd", {"starts": 2})]


def question(kinds, n: int = 90, **changes) -> Question:
    vectors, truth = kinds(n, 3)
    given = {"folders": np.array([f"folder {kind}" for kind in truth])} | changes
    return Question(np.arange(n) + 1, vectors, 3, (0, 1), "cpu", Corrections(), **given)


def test_methods_are_asked_the_same_and_judged_by_folders(kinds) -> None:
    answers = compare(question(kinds), METHODS, Job())
    assert [a.method for a in answers] == ["kmeans", "ward", "lloyd"]
    for answer in answers:
        assert answer.agreement == pytest.approx(1.0)
        assert answer.stability == pytest.approx(1.0)
        assert 0 < answer.silhouette <= 1
        assert len(answer.labels) == 2
        assert answer.seconds > 0
        assert answer.peak_mb > 10
    np.testing.assert_allclose(between(answers), np.ones((3, 3)))


def test_without_folders_or_corrections_nobody_judges(kinds) -> None:
    assert compare(question(kinds, folders=None), METHODS[1:2], Job())[0].agreement is None


def test_corrections_that_were_told_do_not_count(kinds) -> None:
    """A method that only repeats its pins files nothing like its owner; one that has understood files all."""
    _, truth = kinds(60, 3)
    pins = {int(i) + 1: f"c{truth[i]}" for i in range(30)}
    corrections = Corrections(pins=pins, anchors=("c0", "c1", "c2"))

    def repeats(told: Constraints) -> Fit:
        labels = np.where(told.pins >= 0, told.pins, 3)
        return Fit(labels, np.eye(4, dtype=np.float32)[labels])

    def understands(told: Constraints) -> Fit:
        return Fit(truth, np.eye(3, dtype=np.float32)[truth])

    ids = np.arange(60) + 1
    assert with_corrections(corrections, ids, 0, repeats) == 0
    assert with_corrections(corrections, ids, 0, understands) == 1
    few = Corrections(pins=dict(list(pins.items())[: FOLDS - 1]), anchors=("c0", "c1", "c2"))
    assert with_corrections(few, ids, 0, understands) is None


def test_a_shoot_out_is_cancelled(kinds) -> None:
    def on_progress(progress: Progress) -> None:
        if progress.message == "ward":
            job.cancel()

    job = Job(on_progress=on_progress)
    with pytest.raises(Cancelled):
        compare(question(kinds), METHODS, job)


def test_the_page_names_the_best_and_escapes_what_it_is_given(kinds, tmp_path: Path) -> None:
    asked = question(kinds)
    answers = compare(asked, METHODS, Job())
    numbers = {
        "folder": "/photos/<b>ours</b>",
        "k": 3,
        "seeds": [0, 1],
        "judge": "folders",
        "between": between(answers),
    }
    xy = np.random.default_rng(0).uniform(-1, 1, (90, 2)).astype(np.float32)
    page = write_comparison(numbers, answers, xy, tmp_path / "report").read_text("utf-8")
    assert "&lt;b&gt;ours" not in page  # the last part of the folder is "b>"
    assert "<b>ours</b>" not in page
    assert page.count('class="best"') == 3  # all are as good
    assert "Files like your folders" in page
    assert (tmp_path / "report" / "ward.png").stat().st_size > 500
    write_comparison(numbers, answers, xy, tmp_path / "report")  # an earlier one is replaced
