"""The strip says what every edit has done, whoever makes it, with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.core.records import Changes
from engine.edits import Edit, KeepCopies, Lock, Merge, Move, Pair, Rename, ReviewCopies, Split
from engine.edits.history import History
from engine.edits.take_over import take_over
from engine.edits.turns import Turn
from engine.library.library import Library
from engine.service.protocol import DuplicatesFound
from engine.versions.library_cut import activate_cut
from gallery_app.app import Parts
from gallery_app.views.bars.outcome_line import OutcomeLine
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import first_of, settle

LEFT = Qt.MouseButton.LeftButton


def id_of(parts: Parts, name: str) -> str:
    return next(c.id for c in parts.session.gallery.clusters if c.name == name)


def line(parts: Parts) -> OutcomeLine:
    return parts.workspace.strip.outcome


def by_engine(parts: Parts, work: Callable[[Library], object]) -> None:
    """As the engine process writes it: the window only reads the catalog again."""

    def write(library: Library) -> Changes:
        work(library)
        return Changes.EVERYTHING

    parts.session.write(write, parts.session)


def split_night(library: Library) -> None:
    catalog = library.catalog
    night = next(c for c in catalog.clusters.all() if c.name == "Night")
    files, made = catalog.clusters.members(night.id), catalog.clusters.fresh_ids(1)[0]
    halves = ((night.id, "Night", files[:2]), (made, "Stars", files[2:]))
    rows = [{"id": i, "name": n, "files": f, "confidences": [0.9] * 2, "pins": []} for i, n, f in halves]
    History(catalog).do(Split(night.id, rows))


def take_rome_over(file: int, library: Library) -> Changes:
    return History(library.catalog).do(take_over(library.catalog, [("Rome", [file])]))


def go_back(library: Library) -> None:
    from engine.edits.activation import activate, back_to

    catalog = library.catalog
    kept = catalog.clusterings.kept()[0]
    activate(catalog, kept.id, back_to(kept.made_at))


def refuse_one(library: Library) -> None:
    from engine.edits.activation import refuse

    catalog = library.catalog
    night = next(c for c in catalog.clusters.all() if c.name == "Night")
    beach = next(c for c in catalog.clusters.all() if c.name == "Beach")
    refuse(catalog, {(catalog.clusters.members(night.id)[0], beach.id)})


# By the tag of each edit that is logged: what makes it, what is said, and what is said once it is undone.
EDITS: dict[str, tuple[Callable[[Parts], object], str, str]] = {
    "move": (
        lambda p: p.session.edit(Move([first_of(p.session, "Night")], id_of(p, "Beach")), None),
        "1 photo moved to Beach",
        "Undone: move 1 photo to Beach",
    ),
    "new cluster": (
        lambda p: p.session.new_cluster([first_of(p.session, "Night"), first_of(p.session, "Beach")], None, "Dusk"),
        "Dusk is a new cluster: 2 photos",
        "Undone: make Dusk of 2 photos",
    ),
    "take over": (
        lambda p: p.session.write(
            lambda lib: History(lib.catalog).do(take_over(lib.catalog, [("Rome", [first_of(p.session, "Night")])])),
            None,
        ),
        "Rome is taken over: 1 photo",
        "Undone: take over Rome with 1 photo",
    ),
    "not": (
        lambda p: p.session.reject([first_of(p.session, "Night")], None),
        "1 photo kept out of Night: it is in Beach now",
        "Undone: keep 1 photo out of Night",
    ),
    "pair": (
        lambda p: p.session.edit(Pair(first_of(p.session, "Night"), first_of(p.session, "Beach"), "apart"), None),
        "2 photos stay apart from the next retrain on",
        "Undone: keep 2 photos apart",
    ),
    "rename": (
        lambda p: p.session.edit(Rename(id_of(p, "Night"), "Stars"), None),
        "Night is called Stars now",
        "Undone: rename Night to Stars",
    ),
    "merge": (
        lambda p: p.session.merge(id_of(p, "Night"), id_of(p, "Beach"), None),
        "Beach and Night are one cluster now: 8 photos",
        "Undone: merge Night into Beach",
    ),
    "split": (
        lambda p: by_engine(p, split_night),
        "Night is 2 clusters now: Night, Stars",
        "Undone: split Night into 2",
    ),
    "lock": (
        lambda p: p.session.edit(Lock(id_of(p, "Night"), True), None),
        "Night is locked: it keeps its photos and its name",
        "Undone: lock Night",
    ),
    "adopt": (lambda p: by_engine(p, go_back), "The clusters of ", "Undone: go back to the clusters of "),
    "refuse": (
        lambda p: by_engine(p, refuse_one),
        "What was refused stays where it is: it teaches the next retrain",
        "Undone: keep 1 photo where it is",
    ),
    "keep copies": (
        lambda p: p.session.edit(KeepCopies([first_of(p.session, "Night"), first_of(p.session, "Beach")]), None),
        "All are kept: 2 photos that look the same",
        "Undone: keep 2 photos that look the same",
    ),
    "review copies": (
        lambda p: p.session.edit(ReviewCopies([first_of(p.session, "Night")]), None),
        "Shown again: 1 photo that looks the same",
        "Undone: show 1 photo that look the same again",
    ),
    "turn": (
        lambda p: p.session.edit(Turn([p.session.gallery.files[0].digest or ""], 1), None),
        "1 photo turned to the right",
        "Undone: turn 1 photo to the right",
    ),
}

OTHERWISE: dict[str, tuple[Callable[[Parts], object], str, str]] = {
    "move to where it is": (
        lambda p: p.session.edit(Move([first_of(p.session, "Night")], id_of(p, "Night")), None),
        "1 photo stays in Night",
        "Undone: keep 1 photo in Night",
    ),
}


def test_every_kind_of_edit_is_among_them() -> None:
    """Those of people have a test of their own: views/people/test_people_outcomes.py."""
    known = {edit.do for edit in Edit.__subclasses__() if hasattr(edit, "do")}
    assert EDITS.keys() == known - {"restore"}  # which is only ever an inverse


@pytest.mark.parametrize("kind", [*EDITS, *OTHERWISE])
def test_an_edit_is_said_undone_by_the_button_and_made_again(parts: Parts, qtbot: QtBot, kind: str) -> None:
    make, done, undone = (EDITS | OTHERWISE)[kind]
    session, strip = parts.session, line(parts)
    with qtbot.waitSignal(session.changed):
        make(parts)
    assert strip.isVisible()
    assert strip.text().startswith(done)
    assert strip.way.text() == "Undo"
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(strip.way, LEFT)
    assert strip.text().startswith(undone)
    assert strip.way.text() == "Redo"
    assert not session.can_undo
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(strip.way, LEFT)
    assert strip.text().startswith(done)
    assert session.can_undo
    settle(parts, qtbot)


def test_the_button_takes_back_only_what_it_stands_beside(parts: Parts, qtbot: QtBot) -> None:
    """Of two edits in a row it was the second that went, pressed as the first was said."""
    session, strip = parts.session, line(parts)
    night, beach = id_of(parts, "Night"), id_of(parts, "Beach")
    pressed: list[str] = []

    def press_at_once() -> None:
        if not pressed:
            pressed.append(strip.text())
            strip.way.click()

    parts.workspace.outcomes.changed.connect(press_at_once)
    session.edit(Rename(night, "Stars"), None)
    session.edit(Rename(beach, "Sea"), None)
    settle(parts, qtbot)
    assert pressed == ["Night is called Stars now"]
    assert {cluster.name for cluster in session.gallery.clusters} == {"Forest", "Stars", "Sea"}


def test_a_cut_at_another_k_is_said(clustered: Parts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clustered.session.changed):
        clustered.session.write(lambda library: activate_cut(library.catalog, 3), None)
    assert line(clustered).text() == "The photos are in 3 clusters now"
    settle(clustered, qtbot)


def answer(parts: Parts, qtbot: QtBot) -> None:
    parts.window.actions_["ask"].trigger()
    qtbot.waitUntil(lambda: parts.workspace.ask.round.question is not None)
    QTest.keyClick(parts.workspace.ask, Qt.Key.Key_1)


def reject_by_key(parts: Parts, qtbot: QtBot) -> None:
    parts.session.select([first_of(parts.session, "Night")], None)
    parts.window.actions_["not-this"].trigger()


def merge_by_menu(parts: Parts, qtbot: QtBot) -> None:
    menu = QMenu(parts.window)
    parts.workspace.shelf.fill_menu(menu, id_of(parts, "Night"))
    into = next(a for a in menu.actions() if a.objectName() == "merge").menu()
    next(a for a in into.actions() if a.text() == "Beach").trigger()


def move_by_palette(parts: Parts, qtbot: QtBot) -> None:
    parts.session.select([first_of(parts.session, "Night")], None)
    parts.window.actions_["palette"].trigger()
    palette = parts.workspace.palette
    QTest.keyClicks(palette.field, "move to bea")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


WAYS: dict[str, tuple[Callable[[Parts, QtBot], None], str]] = {
    "Ask me": (answer, "1 photo stays in "),  # the likeliest answer is where it is
    "a key": (reject_by_key, "1 photo kept out of Night"),
    "the menu of a card": (merge_by_menu, "Beach and Night are one cluster now"),
    "the palette": (move_by_palette, "1 photo moved to Beach"),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_said_below_the_page_on_which_it_is_done(parts: Parts, qtbot: QtBot, way: str) -> None:
    do, words = WAYS[way]
    with qtbot.waitSignal(parts.session.changed):
        do(parts, qtbot)
    assert line(parts).text().startswith(words)
    assert line(parts).isVisible()
    settle(parts, qtbot)


def test_what_is_kept_in_the_review_of_copies_is_said(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    scripted.window.actions_["copies"].trigger()
    group = (first_of(scripted.session, "Night"), first_of(scripted.session, "Beach"))
    engine.done(DuplicatesFound((group,), {}))
    settle(scripted, qtbot)
    with qtbot.waitSignal(scripted.session.changed):
        scripted.workspace.duplicates.duplicates.keep_group()
    assert line(scripted).text() == "All are kept: 2 photos that look the same"
    assert line(scripted).isVisible()
    settle(scripted, qtbot)


def test_the_keys_reach_the_way_back(parts: Parts, qtbot: QtBot) -> None:
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    with qtbot.waitSignal(parts.session.changed):
        EDITS["rename"][0](parts)
    line(parts).way.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is line(parts).way
    assert line(parts).way.accessibleName() == "Undo: rename Night to Stars"
    assert "&" not in line(parts).way.text()
    with qtbot.waitSignal(parts.session.changed):
        QTest.keyClick(line(parts).way, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is line(parts).way  # for a second thought
    assert line(parts).way.accessibleName() == "Redo: rename Night to Stars"
    with qtbot.waitSignal(parts.session.changed):
        QTest.keyClick(line(parts).way, Qt.Key.Key_Space)
    assert id_of(parts, "Stars")


def test_it_stays_for_a_while_and_longer_under_the_eyes(parts: Parts, qtbot: QtBot) -> None:
    strip = line(parts)
    with qtbot.waitSignal(parts.session.changed):
        EDITS["rename"][0](parts)
    assert strip.reading.isActive()
    assert strip.reading.interval() == 8000
    at = QPointF(3, 3)
    QApplication.sendEvent(strip, QEnterEvent(at, at, strip.mapToGlobal(at)))
    assert not strip.reading.isActive()
    strip.reading.start(1)  # the pointer has left
    qtbot.waitUntil(strip.isHidden)
    assert parts.session.can_undo


def test_what_was_said_before_is_not_undone_in_place_of_what_comes(parts: Parts, qtbot: QtBot) -> None:
    session, strip = parts.session, line(parts)
    with qtbot.waitSignal(session.changed):
        EDITS["rename"][0](parts)
    session.edit(Lock(id_of(parts, "Beach"), True), None)
    strip.way.click()  # the words are those of the name still
    qtbot.waitUntil(lambda: strip.text().startswith("Beach is locked"))
    settle(parts, qtbot)
    assert [c.locked for c in session.gallery.clusters if c.name == "Beach"] == [True]
    assert session.undo_label == "lock Beach"


def test_what_an_earlier_visit_did_is_not_said(parts: Parts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.session.changed):
        EDITS["rename"][0](parts)
    folder, library = parts.session.folder, parts.session.library.folder
    with qtbot.waitSignal(parts.session.opened):
        parts.session.close()
    assert line(parts).isHidden()
    with qtbot.waitSignal(parts.session.changed):
        parts.session.open(folder, library)
    assert parts.session.can_undo
    assert line(parts).isHidden()


def look_again(parts: Parts, asked: bool) -> None:
    if asked:
        parts.window.actions_["rescan"].trigger()
    else:
        parts.session.organise()


@pytest.mark.parametrize("asked", [True, False])
def test_a_scan_says_what_it_has_found(scripted: Parts, engine: FakeEngine, qtbot: QtBot, asked: bool) -> None:
    library = scripted.session.library
    look_again(scripted, asked)
    files = library.catalog.files
    (root,) = (id_ for id_, _ in files.roots())
    known = files.all()
    files.add(root, [("new_1.jpg", 5, 5), ("new_2.jpg", 5, 5)])
    files.mark_gone([known[0].id])
    engine.done()
    settle(scripted, qtbot)
    assert line(scripted).text() == "Scanned: 2 new, 1 gone"
    assert line(scripted).way.isHidden()


@pytest.mark.parametrize(("asked", "words"), [(True, "Scanned: nothing has changed"), (False, "")])
def test_a_scan_that_finds_nothing_says_so_to_who_has_asked(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot, asked: bool, words: str
) -> None:
    look_again(scripted, asked)
    engine.done()
    settle(scripted, qtbot)
    assert line(scripted).text() == words


def test_a_label_that_nobody_knows_is_said_as_it_is(parts: Parts) -> None:
    from gallery_app.i18n.edit_outcomes import outcome_of

    log = parts.session.log
    assert log.last is None
    from engine.library.catalog.edit_table import LoggedEdit

    edit = LoggedEdit(1, "", Sentence("do what a later version does"), "{}", "{}", False)
    assert outcome_of(edit, parts.session.gallery) == "Done: do what a later version does"
    old = replace(edit, label=Sentence("{text}", text="move 2 photos to Night"))
    assert outcome_of(old, parts.session.gallery) == "2 photos moved to Night"


def test_the_words_are_cut_before_the_way_back_is(parts: Parts, qtbot: QtBot) -> None:
    parts.window.resize(800, 600)
    with qtbot.waitSignal(parts.session.changed):
        parts.session.edit(Merge(id_of(parts, "Night"), id_of(parts, "Beach")), None)
    with qtbot.waitSignal(parts.session.changed):
        parts.session.edit(Rename(id_of(parts, "Beach"), "A very long name of a cluster " * 4), None)
    strip = parts.workspace.strip
    right = line(parts).way.mapTo(strip, QPoint(line(parts).way.width(), 0)).x()
    assert right < strip.width() - 40
    assert line(parts).way.width() >= line(parts).way.sizeHint().width()
