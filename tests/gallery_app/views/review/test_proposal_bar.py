"""The bar of a retrain that waits lies over the foot of the photos: nothing moves, and all can be reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.edits.flows import Flow, Preview
from gallery_app.app import Parts
from gallery_app.shell.work_page import WorkPage
from gallery_app.state.proposals import Proposal

SIZES = [(1280, 800), (800, 560)]


@pytest.fixture
def arrive(parts: Parts, qtbot: QtBot) -> Callable[[int], None]:
    """A retrain is ready that would move so many photos."""
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    ids = {c.name: c.id for c in parts.session.gallery.clusters}

    def one(moved: int) -> None:
        flows = Flow(ids["Beach"], ids["Night"], moved), Flow(ids["Forest"], "c9", 4)
        found = Preview(1, flows, {id_: name for name, id_ in ids.items()} | {"c9": "Stars"})
        parts.workspace.proposals.show(Proposal(found, Sentence("retrain")))

    return one


def place(part: QWidget) -> QRect:
    """Where it lies on the screen."""
    return QRect(part.mapToGlobal(QPoint(0, 0)), part.size())


def scrolled(page: WorkPage) -> list[QWidget]:
    """What has to end above the bar; in a narrow window the inspector is folded."""
    areas = [area for area in (page.grid, page.inspector) if area.isVisible()]
    return [
        page.shelf,
        page.map.controls,
        *(part for area in areas for part in (area.viewport(), area.verticalScrollBar())),
    ]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_it_comes_and_goes(
    parts: Parts, arrive: Callable[[int], None], qtbot: QtBot, size: tuple[int, int]
) -> None:
    page, bar = parts.workspace.work, parts.workspace.proposal_bar
    parts.window.resize(*size)
    qtbot.waitUntil(lambda: parts.window.size().toTuple() == size)
    page.grid.verticalScrollBar().setValue(40)
    top, camera, tall = page.grid.offset, page.map.camera, page.grid.viewport().height()
    still = [page.map, page.strip, page.tool_bar, page.grid, page.inspector, page.side]
    before = [place(part) for part in still]
    arrive(2)
    qtbot.waitUntil(lambda: bar.isVisible() and page.grid.viewport().height() == tall - bar.height())
    assert [place(part) for part in still] == before
    assert (page.grid.offset, page.map.camera) == (top, camera)
    foot = place(bar)
    assert foot.bottom() + 1 == place(page.strip).top()
    assert (foot.left(), foot.width()) == (place(page).left(), page.width())
    qtbot.waitUntil(lambda: all(place(part).bottom() < foot.top() for part in scrolled(page)))
    for button in (bar.see, bar.accept, bar.dismiss):
        assert foot.contains(place(button))
        assert button.width() >= button.sizeHint().width()
    bar.dismiss.click()
    qtbot.waitUntil(lambda: page.grid.viewport().height() == tall)
    assert [place(part) for part in still] == before
    assert page.map.camera == camera


def test_it_stays_at_the_foot_of_the_photos(parts: Parts, arrive: Callable[[int], None], qtbot: QtBot) -> None:
    page, bar = parts.workspace.work, parts.workspace.proposal_bar
    arrive(2)
    parts.window.actions_["training"].trigger()
    qtbot.waitUntil(lambda: page.training.isVisible() and place(bar).bottom() < place(page.training).top())
    assert place(bar).bottom() == place(page.map).bottom()
    parts.window.resize(900, 700)
    qtbot.waitUntil(lambda: bar.width() == page.width() and place(bar).bottom() == place(page.map).bottom())


def test_a_sentence_that_grows_has_its_room(parts: Parts, arrive: Callable[[int], None], qtbot: QtBot) -> None:
    page, bar = parts.workspace.work, parts.workspace.proposal_bar
    parts.window.resize(800, 560)
    arrive(2)
    bar.sentence.setText("1")
    qtbot.waitUntil(lambda: bar.isVisible() and bar.height() == bar.heightForWidth(page.width()))
    low = bar.height()
    bar.sentence.setText("One sentence that is too long for a line. " * 4)
    qtbot.waitUntil(lambda: bar.height() > low)
    qtbot.waitUntil(lambda: all(place(part).bottom() < place(bar).top() for part in scrolled(page)))
    assert place(bar).bottom() + 1 == place(page.strip).top()
