"""What the window says at the foot of the photos: it moves nothing, and a refusal goes with the next thing done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.edits import Rename
from engine.edits.flows import Flow, Preview
from gallery_app.app import Parts
from gallery_app.shell import notices
from gallery_app.state.proposals import Proposal

SIZES = [(1280, 800), (800, 560)]


@pytest.fixture
def refuse(parts: Parts, qtbot: QtBot) -> Callable[[], str]:
    """A cluster is to be called nothing; what is said then. What was said when the folder was opened is closed."""
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    session, banner = parts.session, parts.workspace.banner
    QTest.mouseClick(next(iter(banner.findChildren(QToolButton))), Qt.MouseButton.LeftButton)

    def one() -> str:
        with qtbot.waitSignals([session.failed, session.changed]):
            session.edit(Rename(session.gallery.clusters[0].id, "  "), None)
        return banner.text()

    return one


def place(part: QWidget) -> QRect:
    """Where it lies on the screen."""
    return QRect(part.mapToGlobal(QPoint(0, 0)), part.size())


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_a_refusal_comes_and_goes(
    parts: Parts, refuse: Callable[[], str], qtbot: QtBot, size: tuple[int, int]
) -> None:
    work, banner = parts.workspace.work, parts.workspace.banner
    parts.window.resize(*size)
    qtbot.waitUntil(lambda: parts.window.size().toTuple() == size)
    still = [work.map, work.strip, work.tool_bar, work.view_bar, work.grid, work.inspector, work.side]
    before, camera, tall = [place(part) for part in still], work.map.camera, work.grid.viewport().height()
    assert refuse()
    qtbot.waitUntil(lambda: banner.isVisible() and work.grid.viewport().height() == tall - banner.height())
    assert [place(part) for part in still] == before
    assert place(banner).bottom() + 1 == place(work.strip).top()
    assert all(place(banner).contains(place(part)) for part in [banner.sentence, *banner.findChildren(QToolButton)])
    bar = work.inspector.verticalScrollBar()  # of a panel that a small window does not show it is where it was
    assert not bar.isVisible() or place(bar).bottom() < place(banner).top()
    banner.hide()
    qtbot.waitUntil(lambda: work.grid.viewport().height() == tall)
    assert ([place(part) for part in still], work.map.camera) == (before, camera)


@pytest.mark.parametrize("size", SIZES)
def test_it_lies_above_a_retrain_that_waits(
    parts: Parts, refuse: Callable[[], str], qtbot: QtBot, size: tuple[int, int]
) -> None:
    work, banner, bar = parts.workspace.work, parts.workspace.banner, parts.workspace.proposal_bar
    parts.window.resize(*size)
    first, second, _ = parts.session.gallery.clusters
    names = {first.id: first.name, second.id: second.name}
    parts.workspace.proposals.show(Proposal(Preview(1, (Flow(first.id, second.id, 2),), names), Sentence("retrain")))
    assert refuse()
    qtbot.waitUntil(lambda: place(bar).bottom() + 1 == place(work.strip).top())
    qtbot.waitUntil(lambda: place(banner).bottom() + 1 == place(bar).top())
    qtbot.waitUntil(lambda: place(work.grid.viewport()).bottom() < place(banner).top())
    bar.dismiss.click()
    qtbot.waitUntil(lambda: place(banner).bottom() + 1 == place(work.strip).top())


NEXT: dict[str, Callable[[Parts], object]] = {
    "a photo": lambda parts: parts.session.select([int(parts.session.gallery.ids[5])], parts.workspace.grid),
    "a cluster": lambda parts: parts.workspace.shelf.choose(parts.session.gallery.clusters[1].id),
    "going to a cluster": lambda parts: parts.session.focus_cluster(parts.session.gallery.clusters[1].id, None),
    "another group": lambda parts: parts.workspace.view_options.group_by("time"),
    "a search": lambda parts: parts.session.filters.find("forest", None),
    "another view": lambda parts: parts.window.actions_["view-map"].trigger(),
    "another command": lambda parts: parts.window.actions_["larger"].trigger(),
}


@pytest.mark.parametrize("what", NEXT)
def test_a_refusal_goes_with_the_next_thing_done(
    parts: Parts, refuse: Callable[[], str], qtbot: QtBot, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "READING_TIME", 0.0)
    assert refuse()
    NEXT[what](parts)
    qtbot.waitUntil(lambda: not parts.workspace.banner.isVisible())
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def test_the_click_that_was_refused_does_not_end_it(parts: Parts, refuse: Callable[[], str], qtbot: QtBot) -> None:
    said = refuse()
    NEXT["a cluster"](parts)  # as a click beside the name does that is being edited
    assert parts.workspace.banner.text() == said


def test_a_refusal_that_nobody_has_seen_waits(
    parts: Parts, refuse: Callable[[], str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "READING_TIME", 0.0)
    workspace, ids = parts.workspace, parts.session.gallery.ids.tolist()
    workspace.pages.show_photo(ids[0])
    said = refuse()
    workspace.viewer.show_photo(ids[1])
    parts.session.select([ids[2]], workspace.viewer)
    workspace.viewer.closed.emit()
    assert workspace.banner.isVisible()
    assert workspace.banner.text() == said
    qtbot.waitUntil(lambda: not parts.jobs.busy)
