"""Jobs report, hand out, and hear a cancel; a part of a job is heard as the whole."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.partials import MapStored
from engine.core.records import Progress


def test_to_report_is_to_hear_a_cancel() -> None:
    told: list[Progress] = []
    job = Job(told.append)
    job.report("scan", 1, 3)
    job.cancel()
    with pytest.raises(Cancelled):
        job.report("scan", 2, 3)
    assert told == [Progress("scan", 1, 3)]


def test_tracking_reports_after_each_item() -> None:
    told: list[Progress] = []
    assert list(Job(told.append).track("read", "ab", 2)) == ["a", "b"]
    assert [p.done for p in told] == [0, 1, 2]


def test_a_part_is_told_under_the_stage_of_the_whole_and_shares_its_cancel() -> None:
    told: list[Progress] = []
    handed: list[object] = []
    whole = Job(told.append, handed.append)
    part = whole.within("cluster")
    part.report("settling", 2, 5)
    part.publish(MapStored())
    assert told == [Progress("cluster", 2, 5, "settling")]
    assert handed == [MapStored()]
    whole.cancel()
    with pytest.raises(Cancelled):
        part.report("settling", 3, 5)


def test_enough_ends_learning_and_nothing_else() -> None:
    job = Job()
    part = job.within("cluster")
    job.finish_early()
    assert part.finish_requested()
    part.report("cluster", 1, 2)


def test_learning_is_shown_to_whoever_watches_and_costs_nothing_without() -> None:
    seen: list[int] = []
    job = Job()
    job.observe(lambda: pytest.fail("nobody watches"))
    observed = job.observed(lambda codes, labels: seen.append(len(codes)))
    observed.within("cluster").observe(lambda: np.zeros((3, 2), np.float32))
    assert seen == [3]
    job.cancel()
    with pytest.raises(Cancelled):
        observed.report("cluster", 0, 1)
