"""The number of clusters stays as chosen while a retrain may get there, and no longer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.service.protocol import FindDuplicates, Organised
from gallery_app.app import Parts
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.proposing import MOVES, Propose
from tests.gallery_app.windows import first_of, settle


def shown(parts: Parts) -> tuple[int | str, int | None]:
    """The number beside Retrain, and that the next retrain would train for."""
    return parts.workspace.tool_bar.k.value, parts.workspace.tool_bar.options().k


def test_it_stays_while_a_retrain_is_proposed(scripted: Parts, propose: Propose, qtbot: QtBot) -> None:
    """It fell back to what stood once the retrain was there as a proposal, where no cut is so fine."""
    session = scripted.session
    propose(MOVES, k=7)
    settle(scripted, qtbot)
    assert shown(scripted) == (7, 7)
    with qtbot.waitSignal(session.changed):
        session.new_cluster([first_of(session, "Beach")], None)
    assert shown(scripted) == (4, 4)  # of what stands now
    settle(scripted, qtbot)


def test_so_does_auto(scripted: Parts, propose: Propose, qtbot: QtBot) -> None:
    propose(MOVES)
    settle(scripted, qtbot)
    assert shown(scripted) == ("auto", None)


def test_a_proposal_that_is_left_takes_it_along(scripted: Parts, propose: Propose, qtbot: QtBot) -> None:
    propose(MOVES, k=7)
    scripted.workspace.proposal_bar.dismiss.click()
    assert shown(scripted) == (3, 3)
    settle(scripted, qtbot)
    assert shown(scripted) == (3, 3)


ENDS: dict[str, Callable[[Parts, FakeEngine], object]] = {
    "stopped": lambda _parts, engine: engine.cancelled(),
    "failed": lambda _parts, engine: engine.fail(),
    "nothing better": lambda _parts, engine: engine.done(Organised({}, {}, in_doubt=2)),
    "something else": lambda parts, _engine: parts.session.jobs.run(FindDuplicates()),
}


@pytest.mark.parametrize("end", ENDS)
def test_so_does_a_training_without_a_proposal(scripted: Parts, engine: FakeEngine, qtbot: QtBot, end: str) -> None:
    """The next retrain trained for a number that nobody saw as chosen any more."""
    scripted.workspace.proposals.retrain(replace(scripted.session.options, k=7))
    with qtbot.waitSignal(scripted.session.changed):
        scripted.session.reload()
    assert shown(scripted) == (7, 7)
    ENDS[end](scripted, engine)
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert shown(scripted) == (3, 3)
