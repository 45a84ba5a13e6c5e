"""Names of folders and tags are taken over in the window: chosen, counted beforehand, one edit, one undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from engine.edits import Lock
from engine.filing.keywords.xmp import merge
from engine.filing.taking_over.groups import Group, Hint
from engine.service.protocol import NamesProposed, Organised, ProposeNames
from gallery_app.app import Parts
from gallery_app.views.filing.names_dialog import NamesDialog
from gallery_app.views.filing.names_tree import COUNT, NAME
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import MINUTE, settle

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def ids_of(parts: Parts, kind: str) -> tuple[int, ...]:
    return tuple(file.id for file in parts.session.gallery.files if file.path.startswith(kind))


def open_dialog(parts: Parts) -> NamesDialog:
    parts.workspace.actions["take-over"].trigger()
    dialog = parts.workspace.taking_over.dialog
    assert dialog is not None
    return dialog


def wait_until_counted(dialog: NamesDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.names.edit is not None or bool(dialog.names.problem), timeout=MINUTE)


def item(dialog: NamesDialog, *names: str) -> QTreeWidgetItem:
    found = dialog.tree.invisibleRootItem()
    for name in names:
        found = next(c for row in range(found.childCount()) if name in (c := found.child(row)).text(NAME))
    return found


def clusters(parts: Parts) -> dict[str, int]:
    return {c.name: c.members for c in parts.session.gallery.clusters if c.named_by_user}


@pytest.fixture
def in_folders(photo_folder: Path) -> None:
    """The photos lie in folders, most of which have a name, and some have tags."""
    for kind, place in (("forest", "Trips/Forest"), ("night", "Trips/Night"), ("beach", "DCIM/100APPLE")):
        (photo_folder / place).mkdir(parents=True)
        for photo in photo_folder.glob(f"{kind}_*.jpg"):
            photo.rename(photo_folder / place / photo.name)
    for photo in photo_folder.glob("DCIM/100APPLE/beach_[12].jpg"):
        photo.with_name(f"{photo.name}.xmp").write_bytes(merge(None, [("Trips", "Rome")]))


def test_names_are_hinted_at_chosen_taken_over_and_undone(
    in_folders: None, clustered: Parts, photo_folder: Path, qtbot: QtBot
) -> None:
    """With the engine, from the hint to the undo."""
    workspace, session = clustered.workspace, clustered.session
    bar = workspace.work.names_bar
    assert "keywords" in bar.sentence.text()
    before = {str(path): path.read_bytes() for path in photo_folder.rglob("*") if path.is_file()}
    bar.look.click()
    assert bar.isHidden()
    dialog = workspace.taking_over.dialog
    assert dialog is not None
    wait_until_counted(dialog, qtbot)
    assert dialog.choices["tags"].isChecked()
    assert item(dialog, "Trips", "Rome").text(COUNT) == "2"
    dialog.choices["folders"].click()
    wait_until_counted(dialog, qtbot)
    assert [group.path for group in dialog.names.groups] == [("Trips", "Forest"), ("Trips", "Night")]
    assert dialog.sentence.text() == "This names 2 clusters and pins 8 photos."
    item(dialog, "Trips", "Night").setCheckState(NAME, UNCHECKED)
    assert item(dialog, "Trips").checkState(NAME) is Qt.CheckState.PartiallyChecked
    qtbot.waitUntil(lambda: dialog.sentence.text() == "This names 1 cluster and pins 4 photos.")
    assert clusters(clustered) == {}
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: clusters(clustered) == {"Forest": 4})
    assert all(session.gallery.pinned[session.gallery.row_of[file]] for file in ids_of(clustered, "Trips/Forest"))
    assert "Forest is taken over: 4 photos" in workspace.strip.text()
    workspace.actions["undo"].trigger()
    qtbot.waitUntil(lambda: clusters(clustered) == {})
    assert {str(path): path.read_bytes() for path in photo_folder.rglob("*") if path.is_file()} == before
    session.rescan()
    settle(clustered, qtbot)
    assert bar.isHidden()  # once is enough


@pytest.fixture
def asked(scripted: Parts, engine: FakeEngine) -> NamesDialog:
    """The dialog, whose engine has not answered yet."""
    dialog = open_dialog(scripted)
    assert engine.requests == [ProposeNames("folders")]
    assert not dialog.ok.isEnabled()
    return dialog


def test_a_heading_ticks_what_is_below_and_single_photos_are_not_ticked_from_the_start(
    asked: NamesDialog, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    forest, night = ids_of(scripted, "forest"), ids_of(scripted, "night")
    groups = (Group("A", ("A",), forest), Group("B", ("A", "B"), night[:3]), Group("C", ("A", "C"), night[3:]))
    engine.done(NamesProposed(groups))
    wait_until_counted(asked, qtbot)
    assert [g.name for g in asked.names.chosen] == ["A", "B"]
    assert item(asked, "A").checkState(NAME) is Qt.CheckState.PartiallyChecked
    item(asked, "A").setCheckState(NAME, CHECKED)
    qtbot.waitUntil(lambda: asked.sentence.text() == "This names 3 clusters and pins 8 photos.")
    asked.none.click()
    qtbot.waitUntil(lambda: asked.sentence.text() == "Tick the names that you want.")
    assert not asked.ok.isEnabled()
    asked.all.click()
    wait_until_counted(asked, qtbot)
    assert [g.name for g in asked.names.chosen] == ["A", "B", "C"]
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert clusters(scripted) == {}


def test_photos_that_the_user_has_placed_stay_and_are_counted(
    asked: NamesDialog, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    forest = ids_of(scripted, "forest")
    scripted.session.new_cluster(forest[:3], None, "Mine")
    engine.done(NamesProposed((Group("Trees", ("Trees",), forest),)))
    qtbot.waitUntil(lambda: asked.sentence.text() == "This names 1 cluster and pins 1 photo.")
    assert asked.detail.text().startswith("3 photos have a place that you gave them, and stay there.")
    scripted.session.new_cluster(forest[3:], None, "Mine, too")
    qtbot.waitUntil(lambda: len(clusters(scripted)) == 2)
    asked.all.click()
    item(asked, "Trees").setCheckState(NAME, UNCHECKED)
    item(asked, "Trees").setCheckState(NAME, CHECKED)
    qtbot.waitUntil(lambda: "Nothing is left to take over" in asked.sentence.text())
    assert not asked.ok.isEnabled()


def test_a_locked_cluster_of_that_name_asks_first(
    asked: NamesDialog, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session = scripted.session
    night = next(c for c in session.gallery.clusters if c.name == "Night")
    with qtbot.waitSignal(session.changed):
        session.edit(Lock(night.id, True), None)
    engine.done(NamesProposed((Group("night", ("night",), ids_of(scripted, "forest")),)))
    wait_until_counted(asked, qtbot)
    asked.ok.click()
    box = next(box for box in scripted.window.findChildren(QMessageBox) if box.isVisible())
    assert box.text() == "Night is locked. Move 4 photos into it?"
    box.reject()
    settle(scripted, qtbot)
    assert night.members == next(c for c in session.gallery.clusters if c.id == night.id).members


def test_what_takes_the_engine_meanwhile_is_waited_for_and_leaving_stops(
    asked: NamesDialog, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    scripted.session.rescan()
    engine.cancelled()
    engine.done()
    qtbot.waitUntil(lambda: engine.requests[-1] == ProposeNames("folders") and len(engine.requests) == 3)
    asked.choices["tags"].click()
    engine.cancelled()
    assert engine.requests[-1] == ProposeNames("tags")
    engine.progress("tags", 3, 12)
    assert asked.waiting.text() == "Reading the keywords of 3 of 12 photos…"
    asked.reject()
    assert engine.stops
    engine.cancelled()
    assert not scripted.session.busy


@pytest.mark.parametrize(("by", "says"), [("folders", "No folder has a name"), ("tags", "No photo has keywords")])
def test_where_there_is_nothing_it_says_so(
    asked: NamesDialog, scripted: Parts, engine: FakeEngine, by: str, says: str
) -> None:
    if by == "tags":
        engine.done(NamesProposed(()))
        asked.choices["tags"].click()
    engine.done(NamesProposed(()))
    assert asked.waiting.text().startswith(says)
    assert not asked.ok.isEnabled()
    asked.reject()


def test_a_failure_is_said_in_the_dialog(asked: NamesDialog, engine: FakeEngine) -> None:
    engine.fail("The disk is full.")
    assert asked.waiting.text() == "The disk is full."
    asked.reject()


def test_the_hint_is_closed_and_is_kept_as_shown(
    scripted: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    bar, session = scripted.workspace.work.names_bar, scripted.session
    session.rescan()
    engine.done(Organised({}, {}, hint=Hint("folders", 3)))
    qtbot.waitUntil(bar.isVisible)
    assert bar.sentence.text() == "3 of your folders have names: they can name the clusters."
    kept: list[str | None] = []
    session.query(lambda library: library.catalog.setting("names hinted at"), kept.append)
    qtbot.waitUntil(lambda: kept == ["shown"])
    bar.later.click()
    assert bar.isHidden()
