"""Questions, copies and a proposed retrain as a screen reader hears them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from engine.service.protocol import DuplicatesFound
from gallery_app.app import Parts
from tests.gallery_app.accessible_tree import Role, Text, faults, tree
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.proposing import MOVES, Propose

Key = Qt.Key


def test_a_question_says_what_is_asked_and_what_can_be_answered(parts: Parts, qtbot: QtBot) -> None:
    page, window = parts.workspace.ask, parts.window
    window.actions_["ask"].trigger()
    qtbot.waitUntil(lambda: page.accessibleName().startswith("Question 1 of "))
    assert faults(tree(window)) == []
    gallery, question = parts.session.gallery, page.round.question
    assert question is not None
    assert gallery.files[gallery.row_of[question.file]].path in page.accessibleName()
    assert "; Skip (S)" in " ".join(page.accessibleDescription().split())
    assert all(target.accessibleName() in page.accessibleDescription() for target in page.targets[:3])
    qtbot.keyClick(page, Key.Key_1)
    qtbot.waitUntil(lambda: page.accessibleName().startswith("Question 2 of "))
    assert page.accessibleDescription().startswith("Put in ")
    while page.round.question is not None:
        page.round.skip()
    qtbot.waitUntil(lambda: page.accessibleName() == "1 photo placed")
    assert faults(tree(window)) == []


def test_copies_say_which_are_kept(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    page, ids = scripted.workspace.duplicates, scripted.session.gallery.ids.tolist()
    scripted.window.actions_["copies"].trigger()
    assert faults(tree(scripted.window)) == []
    engine.done(DuplicatesFound(((ids[2], ids[0]), (ids[4], ids[5])), {ids[2]: 80.0, ids[0]: 40.0}))
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert page.accessibleName() == "Near-identical 1 of 2"
    kept, other = page.accessibleDescription().split("; ")
    assert kept.endswith(", kept")
    assert other.endswith(", not kept")
    assert faults(tree(scripted.window)) == []


def test_a_retrain_says_what_would_move_photo_by_photo(scripted: Parts, propose: Propose, qtbot: QtBot) -> None:
    propose(MOVES)
    page = scripted.workspace.preview
    nodes = tree(scripted.window)
    assert faults(nodes) == []
    assert page.accessibleDescription().startswith("6 photos would move")
    strip = next(card.strip for card in page.pictures.cards if card.flow.count == 2)
    photos = QAccessible.queryAccessibleInterface(strip)
    assert (photos.role(), photos.childCount()) == (Role.List, 2)
    first = photos.child(0)
    assert first.text(Text.Name) == "forest_1.jpg, 70% sure"
    first.doAction(first.pressAction())
    assert first.text(Text.Name) == "forest_1.jpg, 70% sure: refused"
    page.as_diagram.trigger()
    assert faults(tree(scripted.window)) == []
