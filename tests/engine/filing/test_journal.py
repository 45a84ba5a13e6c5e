"""The journal of an action: written before, read after whatever happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.errors import Sentence, UserError
from engine.filing import journal
from engine.filing.journal import Journal
from engine.filing.operations import Drive, FilingOptions, Operation, Plan, Totals

WHY = Sentence("{name} is there already", name="b.jpg")
PLAN = Plan(
    FilingOptions("move", files=(1, 2), clusters=("c1",), target="/there"),
    Sentence("move {photos} to {folder}", photos=Sentence("1 photo"), folder="/there"),
    (
        Operation(0, "/here/a\udcff.jpg", "/there/a\udcff.jpg", 5, file=1, group="c1"),
        Operation(1, "/here/a.xmp", "/there/a.xmp", 2, companion_of=0, group="c1"),
        Operation(2, "/here/b.jpg", None, 7, file=2, status="left", why=WHY),
    ),
    Totals(2, 7, 0, 100),
    (Drive("/", 7, 100, trash=False),),
    ("/there",),
)


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    with Journal.create(tmp_path, 3, PLAN):
        pass
    record = journal.read(tmp_path, 3)
    assert (record.plan.options, record.plan.totals, record.plan.drives) == (PLAN.options, PLAN.totals, PLAN.drives)
    assert [(o.source, o.target, o.file, o.companion_of) for o in record.plan.operations] == [
        (o.source, o.target, o.file, o.companion_of) for o in PLAN.operations
    ]
    assert str(record.plan.operations[2].why) == "b.jpg is there already"
    assert (record.state, record.open, journal.ids(tmp_path)) == ("planned", False, [3])
    assert (tmp_path / journal.FOLDER / "000003.jsonl").stat().st_mode & 0o077 == 0


def test_what_was_done_is_read_also_after_a_cut_in_the_middle_of_a_line(tmp_path: Path) -> None:
    with Journal.create(tmp_path, 3, PLAN) as written:
        written.enter("begun")
        written.intend(0, {"target": "/there/a (2).jpg"})
        written.mark(0, "done", target="/there/a (2).jpg", facts={"digest": "ab"})
    with written.path.open("ab") as file:
        file.write(b'{"n":1,"sta')
    with Journal(tmp_path, 3) as again:
        again.mark(1, "left", why=WHY)
    record = journal.read(tmp_path, 3)
    assert record.open
    assert [o.status for o in record.plan.operations] == ["done", "left", "left"]
    assert record.plan.operations[0].target == "/there/a (2).jpg"
    assert record.intended == {0: {"target": "/there/a (2).jpg"}}
    assert record.facts[0] == {"digest": "ab"}


def test_a_plan_that_was_not_begun_can_be_forgotten(tmp_path: Path) -> None:
    Journal.create(tmp_path, 3, PLAN).close()
    journal.discard(tmp_path, 3)
    assert journal.ids(tmp_path) == []
    with pytest.raises(UserError, match="There is no action 3"):
        journal.read(tmp_path, 3)


def test_a_link_in_its_place_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / journal.FOLDER).mkdir()
    (tmp_path / journal.FOLDER / "000003.part").symlink_to(victim)
    with pytest.raises(OSError, match=r"(?i)symbolic links"):
        Journal.create(tmp_path, 3, PLAN)
    assert victim.read_text() == "mine"
