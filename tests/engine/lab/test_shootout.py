"""Methods side by side: who judges them, and what the page says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.clustering.methods.method import Constraints, Fit
from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import Corrections, Floats, Progress
from engine.lab.shootout.agreement import FOLDS, with_corrections
from engine.lab.shootout.compare import Answer, Question, between, compare
from engine.lab.shootout.matching import matched, numbered_as
from engine.lab.shootout.page import write_comparison

METHODS = [("kmeans", {"starts": 2}), ("ward", {}), ("lloyd", {"starts": 2})]


def question(kinds, n: int = 90, **changes) -> Question:
    vectors, truth = kinds(n, 3)
    given = {"folders": truth} | changes
    return Question(np.arange(n) + 1, vectors, 3, (0, 1), "cpu", Corrections(), **given)


def test_methods_are_asked_the_same_and_judged_by_folders(kinds) -> None:
    answers = list(compare(question(kinds), METHODS, Job()))
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
    assert next(compare(question(kinds, folders=None), METHODS[1:2], Job())).agreement is None


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
        list(compare(question(kinds), METHODS, job))


def test_each_answer_is_there_as_soon_as_it_is_found(kinds) -> None:
    """A shoot-out that is stopped keeps what is there."""
    found = compare(question(kinds), METHODS, job := Job())
    assert next(found).method == "kmeans"
    job.cancel()
    with pytest.raises(Cancelled):
        next(found)


def numbers_of(answers: list[Answer], **changes) -> dict[str, Any]:
    given = {"folder": "/photos/<b>ours</b>", "k": 3, "seeds": [0, 1], "judge": "folders", "between": between(answers)}
    return given | {"methods": [{"method": answer.method} for answer in answers]} | changes


@pytest.fixture
def asked(kinds) -> Question:
    return question(kinds)


@pytest.fixture
def answers(asked: Question) -> list[Answer]:
    return list(compare(asked, METHODS, Job()))


@pytest.fixture
def xy() -> Floats:
    return np.random.default_rng(0).uniform(-1, 1, (90, 2)).astype(np.float32)


def test_the_page_begins_with_the_answer_and_escapes_what_it_is_given(
    asked: Question, answers: list[Answer], xy: Floats, tmp_path: Path
) -> None:
    out = tmp_path / "report"
    page = " ".join(write_comparison(numbers_of(answers), answers, xy, out, asked.folders).read_text("utf-8").split())
    assert "<b>ours</b>" not in page
    assert "On these 90 pictures <b>k-means, Ward and k-means by hand</b> sort most like your folders: 100 %" in page
    worse = [answers[0], replace(answers[1], agreement=0.5), replace(answers[2], agreement=0.25)]
    text = write_comparison(numbers_of(worse), worse, xy, out, asked.folders).read_text("utf-8")  # an earlier one goes
    page = " ".join(text.split())
    assert "<b>k-means</b> sorts most like your folders: 100 % of them land with their folder." in page
    assert page.index(">k-means<") < page.index(">Ward<") < page.index(">k-means by hand<")
    assert {p.name for p in out.glob("*.png")} >= {"ward.png", "ward-dark.png", "folders.png", "kmeans.png"}


def test_nobody_who_judges_is_said_too(answers: list[Answer], xy: Floats, tmp_path: Path) -> None:
    unjudged = [replace(answer, agreement=None) for answer in answers]
    page = write_comparison(numbers_of(unjudged, judge=None), unjudged, xy, tmp_path / "report").read_text("utf-8")
    assert "stand apart most clearly" in page
    assert "Nobody has corrected enough pictures yet" in page
    assert "Sorts like" not in page


def test_the_same_clusters_have_the_same_colours_on_every_map() -> None:
    first = np.array([0, 0, 0, 1, 1, 2])
    np.testing.assert_array_equal(numbered_as(np.array([2, 2, 2, 0, 0, 1]), first), first)
    np.testing.assert_array_equal(numbered_as(np.array([0, 0, 1, 2, 2, 3]), first), [0, 0, 3, 1, 1, 2])
    assert matched(np.array([0, 1, 1]), [-1, 4, 4]) == [-1, 4]
    assert matched(np.array([0, 1]), [-1, -1]) == [-1, -1]
