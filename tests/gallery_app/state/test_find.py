"""Finding and grouping on the real window: by keys and mouse, in all views at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from engine.core.records import Content
from gallery_app.app import Parts
from gallery_app.views.bars.find_field import FilterChip
from gallery_app.widgets.labels import IconButton

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(parts: Parts, qtbot: QtBot) -> Parts:
    """The window in front, the keys on the grid, nothing at work."""
    parts.window.resize(1280, 800)
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    parts.workspace.grid.setFocus()
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    return parts


@pytest.fixture
def dated(window: Parts, qtbot: QtBot) -> Parts:
    """The same, with dates and places: the beach in Paris in March 2021, the forest in Munich in 2019."""
    files = list(window.session.gallery.files)

    def give(_lib: object = None) -> None:
        catalog = window.session.library.catalog  # type: ignore[union-attr]
        march, june = datetime(2021, 3, 14, 10), datetime(2019, 6, 2, 9)
        for file in files:
            old = window.session.gallery.contents[file.digest or ""]
            word = file.path.split("_")[0]
            known = {"forest": (june, 48.137, 11.575), "night": (None, None, None)}
            taken, latitude, longitude = known.get(word, (march, 48.857, 2.352))
            new = Content(old.digest, old.width, old.height, 1, taken, latitude, longitude, "Pixel 7")
            catalog.files.add_contents([new])

    window.jobs.serial(give)
    with qtbot.waitSignal(window.session.changed):
        window.session.reload()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return window


def search(parts: Parts, query: str, qtbot: QtBot) -> None:
    """Ctrl-F, the words, and the answer."""
    QTest.keyClick(parts.workspace.grid, Qt.Key.Key_F, CTRL)
    field = parts.workspace.tool_bar.finder.field
    assert field.hasFocus()
    QTest.keyClicks(field, query)
    qtbot.waitUntil(lambda: not parts.jobs.busy and parts.session.filters.shown.options.query == query)


def shown_names(parts: Parts) -> set[str]:
    photos = parts.workspace.grid.photos
    return {photos.gallery.files[row].path for row in photos.rows}


def press(parts: Parts, part: QToolButton) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def segment(parts: Parts, name: str) -> QToolButton:
    """A segment of the tool bar or the bar over the photos, by its accessible name."""
    bars = (parts.workspace.tool_bar, parts.workspace.view_bar)
    found = [b for bar in bars for b in bar.findChildren(QToolButton) if b.accessibleName() == name]
    return found[0]


def test_words_filter_grid_map_shelf_and_selection(window: Parts, qtbot: QtBot) -> None:
    session, workspace = window.session, window.workspace
    workspace.view_options.show_view("both")
    session.select(session.gallery.ids.tolist(), None)
    search(window, "forest", qtbot)
    assert len(workspace.grid.photos) == 4
    assert all(name.startswith("forest") for name in shown_names(window))
    assert workspace.view_bar.text() == "4 of 12 photos"
    assert len(session.selection) == 4
    assert [workspace.shelf.card(c.id).found for c in session.gallery.clusters] == [0, 4, 0]
    session.select((), None)
    assert workspace.inspector.title.text() == "4 photos found"
    assert int(workspace.map.scene.matching.sum()) == 4
    assert set(workspace.map.shown_thumbnails()) <= set(session.filters.ids.tolist())
    QTest.keyClick(workspace.tool_bar.finder.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert len(workspace.grid.photos) == 12
    assert workspace.view_bar.text() == ""
    assert workspace.tool_bar.finder.field.text() == ""


def test_a_second_escape_and_enter_lead_back_to_the_photos(window: Parts, qtbot: QtBot) -> None:
    search(window, "night", qtbot)
    field = window.workspace.tool_bar.finder.field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.workspace.grid.hasFocus()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.workspace.grid.hasFocus()


def test_select_all_takes_what_is_found_only(window: Parts, qtbot: QtBot) -> None:
    search(window, "beach", qtbot)
    window.workspace.grid.setFocus()
    QTest.keyClick(window.workspace.grid, Qt.Key.Key_A, CTRL)
    assert len(window.session.selection) == 4  # a name from right to left is in the cluster Beach, too


def test_nothing_found_is_said_and_an_edit_keeps_the_filter(window: Parts, qtbot: QtBot) -> None:
    search(window, "cluster:forest", qtbot)
    session = window.session
    moved = int(session.filters.ids[0])
    with qtbot.waitSignal(session.changed):
        session.new_cluster([moved], None, "Elsewhere")
    assert len(window.workspace.grid.photos) == 3
    assert moved not in session.filters.ids.tolist()
    field = window.workspace.tool_bar.finder.field
    field.selectAll()
    QTest.keyClicks(field, "no such thing")
    qtbot.waitUntil(lambda: not window.jobs.busy and len(window.workspace.grid.photos) == 0)
    assert window.workspace.view_bar.text() == "0 of 12 photos"
    window.workspace.grid.grab()


def test_the_last_of_many_keys_counts(window: Parts, qtbot: QtBot) -> None:
    heard: list[str] = []
    window.session.filters.changed.connect(lambda _o: heard.append(window.session.filters.shown.options.query))
    for query in ("f", "fo", "for", "night"):
        window.session.filters.find(query, None)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert heard[-1] == "night"
    assert len(window.workspace.grid.photos) == 4


def test_a_search_is_kept_used_and_forgotten(window: Parts, qtbot: QtBot) -> None:
    finder = window.workspace.tool_bar.finder
    kept = finder.findChild(IconButton).menu()
    assert not window.window.actions_["keep-search"].isEnabled()
    search(window, "forest", qtbot)
    QTest.keyClick(finder.field, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    texts = [a.text() for a in kept.actions()]
    assert "forest" in texts
    window.window.actions_["show-all"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy and len(window.workspace.grid.photos) == 12)
    kept.actions()[texts.index("forest")].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy and len(window.workspace.grid.photos) == 4)
    assert finder.field.text() == "forest"
    kept.actions()[-1].menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "forest" not in [a.text() for a in kept.actions()]


def test_time_groups_grid_and_shelf_and_says_what_the_file_says(dated: Parts, qtbot: QtBot) -> None:
    workspace, session = dated.workspace, dated.session
    QTest.keyClick(workspace.grid, Qt.Key.Key_2, ALT)
    qtbot.waitUntil(lambda: not dated.jobs.busy)
    sections = workspace.grid.photos.sections
    today = datetime.fromtimestamp(Path(session.folder.with_name("elsewhere") / "night_0.jpg").stat().st_mtime)  # type: ignore[union-attr]
    assert [s.name for s in sections] == [f"{today:%B %Y}", "March 2021", "June 2019"]
    assert [s.by_file for s in sections] == [4, 0, 0]
    assert workspace.side.currentWidget() is workspace.groups
    assert workspace.groups.names() == [s.name for s in sections]
    press(dated, segment(dated, "Years"))
    qtbot.waitUntil(lambda: not dated.jobs.busy)
    assert [s.name for s in workspace.grid.photos.sections] == [f"{today:%Y}", "2021", "2019"]
    line = workspace.groups.list.visualRect(workspace.groups.list.model().index(1, 0)).center()
    QTest.mouseClick(workspace.groups.list.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert not session.selection  # it is shown
    QTest.mouseClick(workspace.groups.list.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert len(session.selection) == 4
    assert {session.gallery.content(session.gallery.row_of[i]).taken_at.year for i in session.selection} == {2021}  # type: ignore[union-attr]
    assert dated.settings.unit == "year"
    press(dated, segment(dated, "Content"))
    qtbot.waitUntil(lambda: not dated.jobs.busy)
    assert workspace.side.currentWidget() is workspace.shelf


def test_a_file_without_any_date_has_a_section_of_its_own(window: Parts, qtbot: QtBot) -> None:
    session = window.session
    file = session.gallery.files[0]
    window.jobs.serial(lambda: session.library.catalog.files.revise([(file.id, file.path, file.size, 0)]))  # type: ignore[union-attr]
    with qtbot.waitSignal(session.changed):
        session.reload()
    window.window.actions_["group-time"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    last = window.workspace.grid.photos.sections[-1]
    assert (last.name, len(last)) == ("No date", 1)


def test_places_group_the_grid_and_draw_a_map_of_points(dated: Parts, qtbot: QtBot) -> None:
    workspace = dated.workspace
    workspace.view_options.show_view("both")
    press(dated, segment(dated, "Place"))
    qtbot.waitUntil(lambda: not dated.jobs.busy, timeout=20_000)
    assert [s.name for s in workspace.grid.photos.sections] == ["Paris, France", "Munich, Germany", "No place"]
    scene = workspace.map.scene
    assert len(scene) == 8  # the night has no place
    assert [name for name in scene.names if name] == ["Paris", "Munich"]
    paris, munich = (scene.xy[scene.islands == i].mean(axis=0) for i in (0, 1))
    assert paris[0] < munich[0]
    search(dated, "place:germany", qtbot)
    assert [s.name for s in workspace.grid.photos.sections] == ["Munich, Germany"]
    assert int(scene.matching.sum()) == 8
    assert int(workspace.map.scene.matching.sum()) == 4


def test_grouping_comes_back_after_a_restart(window: Parts, make, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    window.window.actions_["unit-day"].trigger()
    window.window.close()
    again = make()
    assert again.session.filters.options.group == "time"
    assert again.window.actions_["group-time"].isChecked()
    assert again.window.actions_["unit-day"].isChecked()


def test_similar_photos_come_in_order_and_the_chip_takes_it_back(
    window: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, workspace = window.session, window.workspace
    ids = session.gallery.ids.tolist()
    near = [(ids[5], 0.9), (ids[2], 0.8), (ids[9], 0.4)]
    monkeypatch.setattr("gallery_app.state.similar.nearest_photos", lambda *_: near)
    session.select([ids[0]], None)
    window.window.actions_["find-like"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy and len(workspace.grid.photos) == 4)
    assert workspace.grid.photos.ids.tolist() == [ids[0], ids[5], ids[2], ids[9]]
    assert workspace.grid.photos.sections[0].name.startswith("Most like ")
    chip = workspace.tool_bar.finder.findChild(FilterChip)
    assert chip.isVisible()
    press(window, chip)
    qtbot.waitUntil(lambda: not window.jobs.busy and len(workspace.grid.photos) == 12)
    assert chip.isHidden()


@pytest.mark.parametrize("width", [800, 1280, 1900])
def test_the_chip_leaves_room_to_the_field(
    window: Parts, qtbot: QtBot, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, finder = window.session, window.workspace.tool_bar.finder
    file = session.gallery.ids.tolist()[0]
    monkeypatch.setattr("gallery_app.state.similar.nearest_photos", lambda *_: [])
    window.window.resize(width, 700)
    session.select([file], None)
    window.window.actions_["find-like"].trigger()
    chip, field, star = finder.findChild(FilterChip), finder.field, finder.findChild(IconButton)
    qtbot.waitUntil(lambda: chip.isVisible() and window.window.width() == width)
    chip.show_name("Like {0}", "IMG_2025-05-03_10-00-0000.jpg")
    qtbot.waitUntil(lambda: chip.geometry().right() < field.x() and field.geometry().right() < star.x())
    assert chip.accessibleName() == "Like IMG_2025-05-03_10-00-0000.jpg"
    if width > 800:
        qtbot.waitUntil(lambda: chip.text().startswith("Like IM") and chip.text().endswith("g"))
    assert star.geometry().right() < finder.width()
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_the_viewer_walks_through_what_is_found(window: Parts, qtbot: QtBot) -> None:
    search(window, "_1 cluster:night", qtbot)
    (only,) = window.session.filters.ids.tolist()
    window.workspace.grid.setFocus()
    QTest.mouseClick(
        window.workspace.grid.viewport(),
        Qt.MouseButton.LeftButton,
        pos=window.workspace.grid.box_of(0).center(),
    )
    QTest.keyClick(window.workspace.grid, Qt.Key.Key_Return)
    assert window.workspace.viewer.file == only
    window.workspace.viewer.step(1)
    assert window.workspace.viewer.file == only
    window.workspace.viewer.closed.emit()
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_what_is_not_found_is_not_hit_on_the_map(window: Parts, qtbot: QtBot) -> None:
    window.workspace.view_options.show_view("map")
    search_field = window.workspace.tool_bar.finder.field
    search_field.setFocus()
    QTest.keyClicks(search_field, "forest_2")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    view = window.workspace.map
    view.grab()
    view.select_in(
        [p.toPointF() for p in (QPoint(-9, -9), QPoint(4000, -9), QPoint(4000, 4000), QPoint(-9, 4000))], add=False
    )
    assert len(window.session.selection) == 1


def test_only_what_is_seen_is_selected(window: Parts, qtbot: QtBot) -> None:
    session = window.session
    search(window, "forest_1", qtbot)
    (seen,) = session.filters.ids.tolist()
    forest = next(c for c in session.gallery.clusters if c.name == "Forest")
    window.workspace.shelf.select_photos(forest.id)
    assert session.selection == {seen}
    hidden = next(i for i in session.gallery.ids.tolist() if i != seen)
    session.select([hidden], None)  # as a click on one of the most alike does
    qtbot.waitUntil(lambda: not window.jobs.busy and session.filters.shown.everything)
    assert session.selection == {hidden}


def test_a_map_that_was_zoomed_shows_all_places_and_then_all_photos(dated: Parts, qtbot: QtBot) -> None:
    view, actions = dated.workspace.map, dated.window.actions_

    def seen() -> int:
        points = view.camera.to_view(view.scene.xy)
        return int(((points >= 0) & (points <= [view.width(), view.height()])).all(axis=1).sum())

    for group in ("group-place", "group-content"):
        view.setFocus()
        for _ in range(12):
            QTest.keyClick(view, Qt.Key.Key_Plus)
        assert seen() < len(view.scene)
        actions[group].trigger()
        qtbot.waitUntil(lambda: not dated.jobs.busy)
        qtbot.waitUntil(lambda: len(view.scene) > 0 and seen() == len(view.scene))


def test_similar_photos_asked_for_in_the_viewer_are_seen(
    window: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    file = int(session.gallery.ids[3])
    near = [(int(i), 0.9) for i in session.gallery.ids[4:6]]
    monkeypatch.setattr("gallery_app.state.similar.nearest_photos", lambda *_how: near)
    window.workspace.grid.opened.emit(file)
    session.select([file], None)
    assert window.window.pages.currentWidget() is window.workspace.viewer
    window.window.actions_["find-like"].trigger()
    qtbot.waitUntil(lambda: len(session.filters.rows) == 3)
    assert window.window.pages.currentWidget() is window.workspace.work
    assert window.workspace.grid.hasFocus()
