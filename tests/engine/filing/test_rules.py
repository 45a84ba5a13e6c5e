"""Rules propose on their day what has landed since, and never act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from engine.core.errors import UserError
from engine.edits import Rename
from engine.edits.history import History
from engine.filing import journal
from engine.filing.rules import Rule, drop_rule, due, rules, set_rule, shown
from engine.library.library import Library
from tests.engine.filing.files import ids_of, opened, tree, write

SUNDAY = 6
FRIDAY_NOON = datetime(2026, 3, 6, 12)


def day(number: int) -> datetime:
    return FRIDAY_NOON + timedelta(days=number)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        write(tmp_path / "Photos" / name)
    return tmp_path / "Photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "lib") as library:
        library.catalog.clusters.add({"c1": "Greetings", "c2": "Trip"})
        library.catalog.clusters.assign([(ids_of(library)["a.jpg"], "c1", 1.0)])
        yield library


def test_what_landed_since_is_proposed_on_the_day_and_only_once(library: Library, photos: Path) -> None:
    before, ids = tree(photos), ids_of(library)
    set_rule(library, Rule("c1", "trash", SUNDAY), day(0))
    assert due(library, day(2)) == []  # a.jpg was there before
    library.catalog.clusters.assign([(ids["b.jpg"], "c1", 1.0), (ids["c.jpg"], "c2", 1.0)])
    History(library.catalog).do(Rename("c1", "Good mornings"))
    assert due(library, day(1)) == []  # Saturday
    (options,) = due(library, day(2))
    assert (options.action, options.files, options.clusters) == ("trash", (ids["b.jpg"],), ("c1",))
    assert due(library, day(4)) == [options]  # on Tuesday, after a Sunday away
    shown(library, "c1", day(4))
    assert due(library, day(9)) == []
    assert (tree(photos), journal.ids(library.folder)) == (before, [])  # nothing was done or planned


def test_a_rule_can_be_changed_and_dropped(library: Library, tmp_path: Path) -> None:
    set_rule(library, Rule("c2", "trash", SUNDAY), day(0))
    set_rule(library, Rule("c1", "move", 0, target=str(tmp_path / "out")), day(0))
    set_rule(library, Rule("c2", "keywords", 1), day(0))
    assert [(rule.cluster, rule.action, rule.weekday) for rule in rules(library)] == [
        ("c1", "move", 0),
        ("c2", "keywords", 1),
    ]
    drop_rule(library, "c1")
    assert [rule.cluster for rule in rules(library)] == ["c2"]


@pytest.mark.parametrize("rule", [Rule("c1", "move", 0), Rule("c1", "csv", 0), Rule("c1", "trash", 7)])
def test_a_rule_that_says_too_little_is_refused(library: Library, rule: Rule) -> None:
    with pytest.raises(UserError, match="A rule needs"):
        set_rule(library, rule, day(0))
    assert rules(library) == []
