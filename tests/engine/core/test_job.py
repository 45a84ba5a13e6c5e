"""Jobs report, publish and are cancelled; a part of a job reports as the whole."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.partials import MapStored
from engine.core.records import Progress


def test_to_report_is_to_hear_a_cancel() -> None:
    reports: list[Progress] = []
    job = Job(reports.append)
    job.report("scan", 1, 3)
    job.cancel()
    with pytest.raises(Cancelled):
        job.report("scan", 2, 3)
    assert reports == [Progress("scan", 1, 3)]


def test_tracking_reports_after_each_item() -> None:
    reports: list[Progress] = []
    assert list(Job(reports.append).track("read", "ab", 2)) == ["a", "b"]
    assert [p.done for p in reports] == [0, 1, 2]


def test_a_part_reports_under_the_stage_of_the_whole_and_shares_its_cancel() -> None:
    reports: list[Progress] = []
    published: list[object] = []
    whole = Job(reports.append, published.append)
    part = whole.within("cluster")
    part.report("self-training", 2, 5)
    part.publish(MapStored())
    assert reports == [Progress("cluster", 2, 5, "self-training")]
    assert published == [MapStored()]
    whole.cancel()
    with pytest.raises(Cancelled):
        part.report("self-training", 3, 5)


def test_finish_early_ends_the_training_and_nothing_else() -> None:
    job = Job()
    part = job.within("cluster")
    job.finish_early()
    assert part.finish_requested()
    part.report("cluster", 1, 2)


def test_a_training_is_shown_to_its_observer_and_costs_nothing_without() -> None:
    seen: list[int] = []
    job = Job()
    job.observe(lambda: pytest.fail("nobody watches"))
    observed = job.observed(lambda codes, labels: seen.append(len(codes)))
    observed.within("cluster").observe(lambda: np.zeros((3, 2), np.float32))
    assert seen == [3]
    job.cancel()
    with pytest.raises(Cancelled):
        observed.report("cluster", 0, 1)
