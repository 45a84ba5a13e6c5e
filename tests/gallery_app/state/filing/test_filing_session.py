"""The plan follows the options, and a run is stopped without losing what was done; a fake engine speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.filing.journal import Journal
from engine.filing.operations import FilingOptions, Operation, Plan, Totals
from engine.service.protocol import FilingPlanned, Organise, PlanFiling, RunFiling
from gallery_app.app import Parts
from gallery_app.i18n.stage_names import WAITING
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import settle

OPTIONS = FilingOptions("trash", files=(1, 2))


def answer_plan(parts: Parts, engine: FakeEngine, id_: int, qtbot: QtBot) -> None:
    """Write a plan down as the engine does, and say so."""
    library = parts.session.library
    assert library is not None
    operations = tuple(Operation(n, f"/photos/{n}.jpg", bytes=10, file=n + 1) for n in range(2))
    totals = Totals(files=2, bytes=20)
    Journal.create(library.folder, id_, Plan(OPTIONS, Sentence("throw away"), operations, totals)).close()
    engine.done(FilingPlanned(id_, totals, (), 0))
    settle(parts, qtbot)


def test_of_options_that_change_quickly_the_last_are_planned(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    state = scripted.workspace.filing.filing
    state.start(OPTIONS)
    assert engine.requests == [PlanFiling(OPTIONS)]
    answer_plan(scripted, engine, 7, qtbot)
    assert state.ready
    state.set_options(replace(OPTIONS, files=(1,)))
    assert not state.ready
    state.set_options(replace(OPTIONS, files=(2,)))
    qtbot.waitUntil(lambda: len(engine.requests) > 1)
    assert engine.requests[1:] == [PlanFiling(replace(OPTIONS, files=(2,)), replaces=7)]
    answer_plan(scripted, engine, 8, qtbot)
    assert state.ready
    state.leave()
    settle(scripted, qtbot)


def test_a_stop_ends_in_a_receipt(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    session, filing = scripted.session, scripted.workspace.filing
    state = filing.filing
    assert session.library is not None
    state.start(OPTIONS)
    answer_plan(scripted, engine, 7, qtbot)
    filing.page.show()
    state.run()
    assert engine.requests[-1] == RunFiling(7)
    session.organise()  # as the watcher does
    assert engine.stops == []
    with Journal(session.library.folder, 7) as journal:
        journal.enter("begun")
        journal.mark(0, "done")
        engine.progress("file", 1, 2)
        state.stop()
        assert engine.stops == [engine.job]
        journal.mark(1, "left", why=Sentence("it was stopped before its turn"))
        journal.enter("ended")
    engine.cancelled()
    qtbot.waitUntil(lambda: state.view is not None)
    assert isinstance(engine.requests[-1], Organise)  # the rescan, which has waited
    engine.done()
    settle(scripted, qtbot)
    assert state.view is not None
    assert [operation.status for operation in state.view.operations] == ["done", "left"]
    assert "1 photo moved to the trash, 1 left as it is" in scripted.workspace.strip.text()


@pytest.mark.parametrize("message", WAITING)
def test_what_is_waited_for_is_said_with_what_to_do(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot, message: str
) -> None:
    filing = scripted.workspace.filing
    filing.filing.start(OPTIONS)
    answer_plan(scripted, engine, 7, qtbot)
    filing.filing.run()
    step, job = filing.page.running, engine.job
    for says, paused in (("a.jpg", False), (message, True), ("b.jpg", False)):
        engine.received.emit(_progress(job, says))
        assert step.paused is paused
    engine.received.emit(_progress(job, message))
    assert step.heading.text().lower() == message
    assert "goes on by itself" in step.advice.text()


def _progress(job: int, message: str) -> object:
    from engine.core.records import Progress
    from engine.service.protocol import JobProgress

    return JobProgress(job, Progress("file", 1, 2, message))
