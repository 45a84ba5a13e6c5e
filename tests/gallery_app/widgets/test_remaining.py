"""How long a stage will still take."""

from __future__ import annotations

from engine.core.records import Progress
from gallery_app.widgets.time_left import Remaining


def test_it_follows_the_speed_of_each_stage() -> None:
    now = [0.0]
    remaining = Remaining(lambda: now[0])
    assert remaining.seconds(Progress("embed", 0, 100)) is None
    now[0] = 1.0
    assert remaining.seconds(Progress("embed", 10, 100)) is None  # too early to be sure
    now[0] = 4.0
    assert remaining.seconds(Progress("embed", 20, 100)) == 16.0
    assert remaining.seconds(Progress("cluster", 50, 100, "learning")) is None
    now[0] = 8.0
    assert remaining.seconds(Progress("cluster", 75, 100, "learning")) == 4.0
    assert remaining.seconds(Progress("cluster", 80, 100, "settling")) is None


def test_nobody_knows_without_a_total() -> None:
    now = [0.0]
    remaining = Remaining(lambda: now[0])
    remaining.seconds(Progress("scan", 0, 0))
    now[0] = 60.0
    assert remaining.seconds(Progress("scan", 5000, 0)) is None
