"""Names are cut only where they have no room, and a tool tip tells the whole of one that is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QFont, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.core.records import Changes
from engine.edits.flows import Flow, Preview
from gallery_app.app import Parts
from gallery_app.state.proposals import Proposal
from gallery_app.views.grid.painter import heading_texts
from gallery_app.views.review.flow_card import TIGHT, FlowCard

LONG = "Screens with many small black and white words, and a few in red"


@pytest.mark.parametrize("width", [200, 400, 700, 1000])
def test_a_heading_gives_up_its_notes_before_its_name(qapp: QApplication, width: int) -> None:
    counts = ("1,204  ·  12 by file date", "1,204")
    name, count = heading_texts(QFont(), LONG, counts, width)
    assert count == counts[1] or name == LONG
    assert (name == LONG) == (width >= 700)


def test_a_heading_that_is_cut_tells_its_name(parts: Parts, qtbot: QtBot) -> None:
    session, grid = parts.session, parts.workspace.grid
    clusters = tuple(replace(c, name=LONG) for c in session.gallery.clusters)
    session.gallery = replace(session.gallery, clusters=clusters)
    session.filters.set_result(session.filters.evaluate(session.gallery))
    session.changed.emit(Changes.EVERYTHING, session)
    at = QPoint(60, 20)

    def tip() -> str:
        help_event = QHelpEvent(QEvent.Type.ToolTip, at, grid.viewport().mapToGlobal(at))
        QApplication.sendEvent(grid.viewport(), help_event)
        return str(QToolTip.text())

    parts.window.resize(800, 600)
    QApplication.processEvents()
    assert tip() == LONG
    parts.window.actions_["view-photos"].trigger()
    parts.window.resize(1900, 700)
    QApplication.processEvents()
    tip()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1000, 600), (1280, 800)])
def test_nothing_in_the_tool_bar_is_cut(parts: Parts, width: int, height: int, qtbot: QtBot) -> None:
    parts.window.resize(width, height)
    QApplication.processEvents()
    bar, session = parts.workspace.tool_bar, parts.session
    with qtbot.waitSignal(session.filters.changed):
        session.filters.similar_to(int(session.gallery.ids[0]), [], None)
    QApplication.processEvents()
    for tool in bar.findChildren(QToolButton):
        chip, inside = tool.property("role") == "chip", tool.parentWidget() is bar.finder.field
        if tool.isVisible() and not chip and not inside:
            assert tool.width() >= min(tool.sizeHint().width(), tool.maximumWidth()), tool.accessibleName()
    words = bar.finder.field.placeholderText()
    assert bar.finder.field.fontMetrics().horizontalAdvance(words) < bar.finder.field.width() - 40


def test_in_a_narrow_preview_the_names_have_the_room_of_the_buttons(parts: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    gallery, workspace = parts.session.gallery, parts.workspace
    ids = {c.name: c.id for c in gallery.clusters}
    photos = tuple(int(i) for i in gallery.ids[gallery.members(ids["Beach"])])
    names = {ids["Beach"]: "Text, colourful", ids["Night"]: "Drawings, colourful"}
    flow = Flow(ids["Beach"], ids["Night"], len(photos), photos, (0.9,) * len(photos))
    parts.window.resize(800, 600)
    workspace.proposals.show(Proposal(Preview(1, (flow,), names), Sentence("retrain")))
    workspace.pages.show_proposal()
    qtbot.waitUntil(lambda: workspace.preview.isVisible() and bool(workspace.preview.pictures.cards))
    QApplication.processEvents()
    card: FlowCard = workspace.preview.pictures.cards[0]
    qtbot.waitUntil(lambda: card.width() < TIGHT)
    assert card.refuse.text() == ""
    assert "Refuse all" in card.refuse.toolTip()
    assert "Refuse all" in card.refuse.accessibleName()
    fitted = card.title.texts()
    assert fitted == ("Text, colourful", "Drawings, colourful")
    parts.window.resize(1280, 800)
    qtbot.waitUntil(lambda: "Refuse all" in card.refuse.text())


def test_a_sentence_at_the_foot_of_the_duplicates_is_whole(parts: Parts, qtbot: QtBot) -> None:
    hint = parts.workspace.duplicates.hint
    assert isinstance(hint, QLabel)
    assert hint.wordWrap()
