"""A clock that was set, back or ahead, between two things that were done."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from engine.core.job import Job
from engine.edits.clusters import Rename
from engine.edits.history import History
from engine.filing.acting.act import act
from engine.filing.acting.undo import undo
from engine.filing.actions import trash
from engine.filing.history import entries
from engine.filing.rules import Rule, due, set_rule, shown
from engine.library.library import Library
from engine.library.safety import backups
from tests.engine.faults.injected import engine
from tests.engine.filing.files import ids_of, opened, planned, tree, write
from tests.trash import own_trash

YEAR = timedelta(days=365)
needs_faketime = pytest.mark.skipif(shutil.which("faketime") is None, reason="needs faketime")


class Clock(datetime):
    """The clock of a module, `ahead` of the right one."""

    ahead = timedelta()

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime.now() + cls.ahead


@pytest.fixture
def clock() -> Iterator[type[Clock]]:
    yield Clock
    Clock.ahead = timedelta()


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for name in ("a.jpg", "b.jpg"):
        write(tmp_path / "Photos" / name)
    return tmp_path / "Photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "lib") as library:
        library.catalog.clusters.add({"c1": "Dogs"})
        yield library


@pytest.mark.skipif(os.name != "posix", reason="the trash of Linux")
@pytest.mark.parametrize("ahead", [YEAR, -YEAR])
def test_what_was_thrown_away_is_found_whatever_the_clock_did(
    ahead: timedelta,
    library: Library,
    photos: Path,
    tmp_path: Path,
    clock: type[Clock],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The clock is set between the note in the journal and that in the trash."""
    own_trash(tmp_path / "home", monkeypatch)
    before = tree(photos)
    monkeypatch.setattr(trash, "datetime", clock)
    clock.ahead = ahead
    act(library, planned(library, "trash", [(photos / "a.jpg", None)]), Job())
    assert set(tree(photos)) == {"b.jpg"}
    undo(library, 1, None, Job())
    assert tree(photos) == before


@needs_faketime
@pytest.mark.slow
@pytest.mark.parametrize("then", ["-1y", "+1y"])
def test_filed_at_one_time_and_undone_at_another(
    then: str, photos: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_trash(tmp_path / "home", monkeypatch)
    before = tree(photos)
    library.catalog.clusters.assign([(id_, "c1", 1.0) for id_ in ids_of(library).values()])
    library.close()
    words = ("file", photos, "--action", "trash", "--library", tmp_path / "lib")
    done = engine(words, "faketime", "-f", then)
    assert (done.returncode, tree(photos)) == (0, {}), done.stderr
    back = engine(("undo", photos, "--library", tmp_path / "lib"))
    assert (back.returncode, tree(photos)) == (0, before), back.stderr


def test_the_last_backup_is_the_newest_after_the_clock_was_set_back(
    library: Library, clock: type[Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It had the oldest name, was thrown away at once, and a damaged catalog came back as it was long before."""
    monkeypatch.setattr(backups, "datetime", clock)
    path, made = library.catalog.path, []
    for number in range(12):
        clock.ahead = number * YEAR if number < 9 else timedelta()
        History(library.catalog).do(Rename("c1", f"Dogs {number}"))
        made.append(backups.back_up(path))
    newest = backups.newest_good(path.parent)
    assert newest == made[-1]
    with sqlite3.connect(newest) as connection:
        assert connection.execute("SELECT name FROM clusters WHERE id = 'c1'").fetchall() == [("Dogs 11",)]
    connection.close()
    assert backups.backups(path.parent)[:3] == made[:-4:-1]


def test_the_history_is_in_the_order_in_which_things_were_done(
    library: Library, clock: type[Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.library.catalog import edit_table

    monkeypatch.setattr(edit_table, "datetime", clock)
    history = History(library.catalog)
    for number, ahead in enumerate((YEAR, timedelta(), -YEAR)):
        clock.ahead = ahead
        history.do(Rename("c1", f"Dogs {number}"))
    listed = entries(library)
    assert [entry.id for entry in listed] == sorted((entry.id for entry in listed), reverse=True)
    assert listed[0].when < listed[-1].when
    history.undo()
    assert {cluster.id: cluster.name for cluster in library.catalog.clusters.all()}["c1"] == "Dogs 1"


def test_a_rule_that_was_shown_by_a_clock_far_ahead_is_shown_again(library: Library) -> None:
    now = datetime(2026, 11, 30, 12)
    set_rule(library, Rule("c1", "trash", 6), now)
    shown(library, "c1", now + YEAR)
    library.catalog.clusters.assign([(ids_of(library)["a.jpg"], "c1", 1.0)])
    assert [options.clusters for options in due(library, now)] == [("c1",)]
