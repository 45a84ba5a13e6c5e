"""The chips of a search: what it was understood as, each taken out by mouse and keys; each hit says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.records import PictureText, TextLine
from engine.library.catalog.understanding.text_table import ReadText
from engine.library.library import Library
from gallery_app.app import Parts
from gallery_app.views.bars.understanding.found_chips import FoundChips
from gallery_app.views.parts.facts_form import FactsForm

CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 0.1), (0.0, 0.1))


@pytest.fixture
def window(parts: Parts, qtbot: QtBot) -> Parts:
    """The window, in a photo of which "TOTAL 12" is written, and in another "subtotal"."""
    parts.window.resize(1280, 800)
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    digest = {file.path: file.digest or "" for file in parts.session.gallery.files}

    def write(library: Library) -> None:
        for name, words in (("night_1.jpg", "TOTAL 12"), ("forest_2.jpg", "subtotal")):
            text = PictureText((TextLine(words, CORNERS, 0.9),))
            library.catalog.texts.save("test", [ReadText(digest[name], 0, text)])

    parts.jobs.serial(lambda: write(parts.session.library))  # type: ignore[arg-type]
    with qtbot.waitSignal(parts.session.changed):
        parts.session.reload()
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    return parts


def chips(parts: Parts) -> FoundChips:
    return parts.workspace.work.found


def search(parts: Parts, query: str, qtbot: QtBot) -> list[str]:
    """Type it, and say what the chips are called."""
    field = parts.workspace.tool_bar.finder.field
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, query)
    settled(parts, query, qtbot)
    return [chip.accessibleName() for chip in chips(parts).chips]


def settled(parts: Parts, query: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not parts.jobs.busy and parts.session.filters.shown.options.query == query)


def shown(parts: Parts) -> list[str]:
    photos = parts.workspace.grid.photos
    return [photos.gallery.files[row].path for row in photos.rows]


def test_the_search_is_shown_as_it_was_understood(window: Parts, qtbot: QtBot) -> None:
    assert not chips(window).isVisible()
    assert search(window, "total", qtbot) == ["text: total"]
    assert shown(window) == ["night_1.jpg", "forest_2.jpg"]  # the whole word before a part of one
    assert search(window, "text:total -night", qtbot) == ["text: total", "without night"]
    assert search(window, "forest total", qtbot) == ["name: forest", "text: total"]
    assert "text: total (2)" in chips(window).chips[1].accessibleDescription()


def test_a_chip_goes_by_mouse_and_by_key_and_the_words_with_it(window: Parts, qtbot: QtBot) -> None:
    field = window.workspace.tool_bar.finder.field
    search(window, "forest  total -night", qtbot)
    QTest.mouseClick(chips(window).chips[1], Qt.MouseButton.LeftButton)
    settled(window, "forest -night", qtbot)
    assert field.text() == "forest -night"
    chips(window).chips[1].setFocus()
    QTest.keyClick(chips(window).chips[1], Qt.Key.Key_Delete)
    settled(window, "forest", qtbot)
    assert len(shown(window)) == 4
    QTest.keyClick(chips(window).chips[0], Qt.Key.Key_Return)
    settled(window, "", qtbot)
    assert not chips(window).isVisible()
    assert len(shown(window)) == 12


def test_what_was_forgiven_is_said(window: Parts, qtbot: QtBot) -> None:
    search(window, "toatl", qtbot)
    assert chips(window).text() == "Showing results for total"
    assert shown(window) == ["night_1.jpg", "forest_2.jpg"]
    search(window, "total", qtbot)
    assert chips(window).text() == ""
    assert search(window, "zzzzzz", qtbot) == ["zzzzzz"]
    assert "finds nothing" in chips(window).chips[0].accessibleDescription()


def test_each_hit_says_why(window: Parts, qtbot: QtBot) -> None:
    search(window, "night total", qtbot)
    grid, session = window.workspace.grid, window.session
    assert grid.spoken.description(0).endswith("name: night · cluster: Night · text: total")
    session.select([int(grid.photos.ids[0])], None)
    facts = window.workspace.inspector.findChild(FactsForm).facts()
    assert facts["Found by"] == "name: night · cluster: Night · text: total"
    point = grid.box_of(0).center()
    assert "text: total" in grid.input.why_found_at(QPoint(point))
    QTest.keyClick(window.workspace.tool_bar.finder.field, Qt.Key.Key_Escape)
    settled(window, "", qtbot)
    assert "total" not in grid.spoken.description(0)


def test_a_cluster_that_is_chosen_keeps_only_its_photos_of_those_found(window: Parts, qtbot: QtBot) -> None:
    search(window, "total", qtbot)
    session = window.session
    by_name = {cluster.name: cluster.id for cluster in session.gallery.clusters}
    session.focus_cluster(by_name["Night"], None)
    qtbot.waitUntil(lambda: shown(window) == ["night_1.jpg"])
    session.filters.show_only(None, None)
    qtbot.waitUntil(lambda: len(shown(window)) == 2)
    session.focus_cluster(by_name["Beach"], None)  # of it nothing is found
    qtbot.waitUntil(lambda: len(shown(window)) == 12)


def test_the_best_first_is_one_list_and_a_sort_is_still_kept(window: Parts, qtbot: QtBot) -> None:
    search(window, "total", qtbot)
    grid, options = window.workspace.grid, window.workspace.view_options
    assert [section.name for section in grid.photos.sections] == ["Found, the best first"]
    options.sort_by("name")
    assert shown(window) == ["forest_2.jpg", "night_1.jpg"]
    options.sort_by("confidence")
    assert shown(window) == ["night_1.jpg", "forest_2.jpg"]
    QTest.keyClick(window.workspace.tool_bar.finder.field, Qt.Key.Key_Escape)
    settled(window, "", qtbot)
    assert len(grid.photos.sections) == 3
