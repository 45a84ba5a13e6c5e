"""The number of clusters follows what the user does to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from engine.edits import Move, Rename
from engine.service.protocol import Organise
from gallery_app.app import Parts
from gallery_app.state.session import Session
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import first_of, settle

Rows = Callable[[str], list[int]]


@contextmanager
def change(session: Session, qtbot: QtBot) -> Iterator[None]:
    with qtbot.waitSignal(session.changed):
        yield


def standing(parts: Parts) -> tuple[int | str, int | None, str]:
    """The number beside Retrain, that a retrain would have, and what the foot says of it."""
    tool_bar = parts.workspace.tool_bar
    said = next(part for part in parts.workspace.strip.text().split("  ·  ") if "cluster" in part)
    return tool_bar.k.value, tool_bar.options().k, said


def test_k_follows_a_new_cluster_a_merge_and_their_undo(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    assert standing(parts) == (3, 3, "3 clusters")
    with change(session, qtbot):
        session.new_cluster([first_of(session, "Beach"), first_of(session, "Night")], None)
    assert standing(parts) == (4, 4, "4 clusters now, 3 before; a retrain keeps as many")
    with change(session, qtbot):
        session.undo()
    assert standing(parts) == (3, 3, "3 clusters now, 4 before; a retrain keeps as many")
    first, second, _ = session.gallery.clusters
    with change(session, qtbot):
        session.merge(first.id, second.id, None)
    assert standing(parts) == (2, 2, "2 clusters now, 3 before; a retrain keeps as many")
    with change(session, qtbot):
        session.edit(Rename(second.id, "Outside"), None)  # the next thing
    assert standing(parts) == (2, 2, "2 clusters")
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def test_a_cluster_without_photos_does_not_count_but_keeps_its_room(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    first, second, third = session.gallery.clusters
    for cluster in (first, second, third):
        with change(session, qtbot):
            session.edit(Rename(cluster.id, f"My {cluster.name}"), None)
    with change(session, qtbot):
        session.edit(Move(session.gallery.ids[session.gallery.members(first.id)].tolist(), second.id), None)
    assert session.gallery.cluster_count == 2
    assert standing(parts)[1:] == (3, "2 clusters now, 3 before")  # fewer than are named is refused
    qtbot.waitUntil(lambda: not parts.jobs.busy)


@pytest.fixture
def number(scripted: Parts, qtbot: QtBot) -> QSpinBox:
    scripted.window.activateWindow()
    number = scripted.workspace.tool_bar.k.findChild(QSpinBox)
    number.setFocus()
    qtbot.waitUntil(number.hasFocus)
    number.selectAll()
    return number


WORK: dict[str, Callable[[Parts], object]] = {
    "a look for photos": lambda parts: parts.session.rescan(),
    "a training": lambda parts: parts.workspace.tool_bar.retrain(),
}


@pytest.mark.parametrize("work", WORK)
def test_k_follows_also_during(scripted: Parts, engine: FakeEngine, qtbot: QtBot, work: str) -> None:
    """While the engine was at work it was the number with which that began."""
    session, tool_bar = scripted.session, scripted.workspace.tool_bar
    WORK[work](scripted)
    assert session.busy
    with change(session, qtbot):
        session.new_cluster([first_of(session, "Beach")], None)
    assert (tool_bar.k.value, tool_bar.options().k) == (4, 4)
    engine.done()
    settle(scripted, qtbot)
    assert engine.kinds == [Organise]


def test_retrain_takes_what_is_typed(scripted: Parts, engine: FakeEngine, number: QSpinBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(number, "5")
    scripted.window.actions_["retrain"].trigger()
    if engine.stops:
        engine.cancelled()
    request = engine.requests[-1]
    assert isinstance(request, Organise)
    assert request.options.k == 5
    with change(scripted.session, qtbot):
        engine.done()
    settle(scripted, qtbot)
