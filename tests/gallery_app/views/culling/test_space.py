"""The space dial: sizes at once, what could be freed once the engine has looked, and the way to it and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.gallery.space import LIBRARY
from engine.service.protocol import DuplicatesFound, FindDuplicates, MeasureSpace, SpaceMeasured
from gallery_app.app import Parts
from gallery_app.views.culling.space_page import SpacePage
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import settle


def names(page: SpacePage) -> list[str]:
    return [page.list.name_of(pile) for pile in page.list.piles]


def files_of(parts: Parts, name: str) -> list[int]:
    gallery = parts.session.gallery
    cluster = next(c.id for c in gallery.clusters if c.name == name)
    return sorted(int(gallery.ids[row]) for row in gallery.members(cluster))


def choose(page: SpacePage, name: str) -> None:
    page.list.setCurrentIndex(page.list.model().index(names(page).index(name), 0))


@pytest.fixture
def page(scripted: Parts, qtbot: QtBot) -> SpacePage:
    """As it is opened: the engine has been asked, and has not answered yet."""
    scripted.window.actions_["space"].trigger()
    page = scripted.workspace.culling.space
    qtbot.waitUntil(lambda: page.dial.space is not None)
    assert scripted.window.pages.currentWidget() is page
    return page


@pytest.fixture
def found(page: SpacePage, scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> SpacePage:
    """Two near-identical photos and a burst of three in Beach, and two near-identical ones in Forest."""
    beach, forest = files_of(scripted, "Beach"), files_of(scripted, "Forest")
    engine.done(SpaceMeasured((tuple(beach[:3]),), {beach[3]: 1 << 30}))
    engine.done(DuplicatesFound(((beach[0], beach[3]), (forest[1], forest[0])), {beach[0]: 5.0}))
    settle(scripted, qtbot)
    return page


def test_sizes_are_there_at_once_and_the_rest_once_it_was_looked_for(
    page: SpacePage, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    gallery = scripted.session.gallery
    assert sorted(names(page)[1:]) == ["Beach", "Forest", "Night"]
    assert page.list.piles[0].whole.bytes == int(gallery.sizes.sum())
    sizes = [pile.whole.bytes for pile in page.list.piles[1:]]
    assert sizes == sorted(sizes, reverse=True)
    assert engine.requests == [MeasureSpace()]
    engine.done(SpaceMeasured((), {}))
    assert engine.requests == [MeasureSpace(), FindDuplicates()]
    engine.progress("duplicates", 4, 12)
    assert "4 of 12" in page.state.text()
    engine.done(DuplicatesFound((), {}))
    settle(scripted, qtbot)
    assert page.state.text() == "Nothing is deleted here."
    assert not page.again.isVisible()
    assert "Nothing of it" in page.details.nothing.text()
    page.grab()


def test_what_could_be_freed_is_counted_and_said(found: SpacePage, scripted: Parts) -> None:
    assert names(found)[:2] == ["All photos", "Beach"]  # what travels with a photo counts
    choose(found, "Beach")
    shown = {reason: part.open.accessibleName() for reason, part in found.details.parts.items() if part.isVisible()}
    assert shown.keys() == {"copies", "bursts"}
    assert shown["copies"].startswith("Near-identical photos, 1 photo beside a better one, 1.1 GB")
    assert "2 frames beside the best of their bursts" in shown["bursts"]
    said = found.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Beach, 4 photos, 1.1 GB, 1.1 GB could be freed, Near-identical photos 1.1 GB, Bursts")
    choose(found, "Night")
    assert "Nothing of it" in found.details.nothing.text()


def test_near_identical_photos_of_a_cluster_are_reviewed_and_lead_back(
    found: SpacePage, scripted: Parts, qtbot: QtBot
) -> None:
    choose(found, "Forest")
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    duplicates = scripted.workspace.duplicates
    assert scripted.window.pages.currentWidget() is duplicates
    settle(scripted, qtbot)
    forest = files_of(scripted, "Forest")
    assert duplicates.duplicates.groups == [[forest[1], forest[0]]]
    QTest.keyClick(duplicates, Qt.Key.Key_Escape)
    assert scripted.window.pages.currentWidget() is found
    assert found.list.currentIndex().row() == names(found).index("Forest")
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    settle(scripted, qtbot)
    duplicates.select.click()
    assert scripted.workspace.pages.at_work
    assert scripted.session.selection == {forest[0]}


def test_bursts_are_reviewed_frame_by_frame_and_what_is_rejected_counts(
    found: SpacePage, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    choose(found, "Beach")
    found.details.parts["bursts"].open.click()
    review = scripted.workspace.culling.page
    assert scripted.window.pages.currentWidget() is review
    assert review.review.files == files_of(scripted, "Beach")[:3]
    QTest.keyClick(review, Qt.Key.Key_X)
    QTest.keyClick(review, Qt.Key.Key_Escape)
    settle(scripted, qtbot)
    assert scripted.window.pages.currentWidget() is found
    space = found.dial.space
    assert space is not None
    assert space.files("rejected", LIBRARY) == files_of(scripted, "Beach")[:1]
    assert engine.requests == [MeasureSpace(), FindDuplicates()]  # nothing is looked for twice
    found.details.open_most()
    assert scripted.window.pages.currentWidget() is not found


def test_a_stop_keeps_what_is_known_and_the_photos_are_one_key_away(
    page: SpacePage, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    page.again.click()
    assert len(engine.stops) == 1
    engine.cancelled()
    settle(scripted, qtbot)
    assert page.again.text() == "Look again"
    assert page.state.text() == "Not all photos were looked at."
    page.again.click()
    assert engine.requests == [MeasureSpace(), MeasureSpace()]
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert len(engine.stops) == 2
    engine.cancelled()
    assert scripted.workspace.pages.at_work


def test_a_failure_is_said_there(page: SpacePage, scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.fail()
    settle(scripted, qtbot)
    assert page.state.text() == "The disk is full."
    assert page.list.piles


def test_it_waits_for_a_folder_that_is_away(parts: Parts, qtbot: QtBot) -> None:
    parts.window.actions_["space"].trigger()
    page = parts.workspace.culling.space
    qtbot.waitUntil(lambda: len(page.list.piles) == 4)
    assert "once the folder is there again" in page.state.text()
    assert not page.again.isVisible()
