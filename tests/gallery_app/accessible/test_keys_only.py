"""The whole loop with no mouse: pick a pile, select, move a photo, answer, retrain, undo; nothing keeps the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.views.shelf.cluster_card import ClusterCard
from tests.gallery_app.windows import MINUTE, settle

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


def press(parts: Parts, key: Qt.Key, held: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press a key as the keyboard does: whoever has the focus gets it, and shortcuts are heard."""
    QTest.keyClick(parts.window.windowHandle(), key, held)
    QApplication.processEvents()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_loop_by_keys_alone(clustered: Parts, qtbot: QtBot) -> None:
    parts, session, workspace = clustered, clustered.session, clustered.workspace
    workspace.grid.setFocus()
    press(parts, Key.Key_F6, SHIFT)  # to the clusters
    assert isinstance(focused(), ClusterCard)
    press(parts, Key.Key_Down)
    card = focused()
    assert isinstance(card, ClusterCard)
    press(parts, Key.Key_Return)
    assert session.focused_cluster == card.cluster.id
    press(parts, Key.Key_F6)
    assert focused() is workspace.grid
    press(parts, Key.Key_End)
    press(parts, Key.Key_Left, SHIFT)
    press(parts, Key.Key_Left, CTRL)
    press(parts, Key.Key_Space, CTRL)
    assert len(session.selection) == 3
    press(parts, Key.Key_Right)
    assert len(session.selection) == 1
    (file,) = session.selection
    before = session.gallery.cluster_of(session.gallery.row_of[file])
    _move_by_menu(parts, qtbot)
    after = session.gallery.cluster_of(session.gallery.row_of[file])
    assert before is not None
    assert after is not None
    assert after.id != before.id
    assert focused() is workspace.grid  # the keys are where they were

    press(parts, Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: workspace.ask.round.question is not None)
    press(parts, Key.Key_1)
    qtbot.waitUntil(lambda: len(workspace.ask.round.answers) == 1)
    settle(parts, qtbot)
    press(parts, Key.Key_Escape)
    assert focused() is workspace.grid

    press(parts, Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: session.busy, timeout=MINUTE)
    settle(parts, qtbot)
    for _ in range(3):  # whatever it has proposed, Escape decides later, and the keys are back
        press(parts, Key.Key_Escape)
    assert parts.window.pages.currentWidget() is workspace.work
    while session.can_undo:
        with qtbot.waitSignal(session.changed):
            press(parts, Key.Key_Z, CTRL)
    gallery = session.gallery
    restored = gallery.cluster_of(gallery.row_of[file])
    assert restored is not None
    assert restored.id == before.id
    assert not gallery.pinned.any()


def _move_by_menu(parts: Parts, qtbot: QtBot) -> None:
    """Shift+F10, then Move to, then the first cluster that the photo is not in."""
    press(parts, Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    move = next(action for action in menu.actions() if action.menu() is not None)
    while menu.activeAction() is not move:
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Right)
    targets = QApplication.activePopupWidget()
    assert isinstance(targets, QMenu)
    assert targets is not menu
    while targets.activeAction() is None or not targets.activeAction().isEnabled():
        QTest.keyClick(targets, Key.Key_Down)
    with qtbot.waitSignal(parts.session.changed):
        QTest.keyClick(targets, Key.Key_Return)
    QApplication.processEvents()


def test_shift_f10_opens_the_menu_of_whatever_has_the_keys(parts: Parts, qtbot: QtBot) -> None:
    window, workspace = parts.window, parts.workspace
    window.actions_["view-both"].trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    cluster = parts.session.gallery.clusters[0].id
    for widget in (workspace.grid, workspace.map, workspace.shelf.card(cluster), workspace.tool_bar.finder.field):
        widget.setFocus()
        press(parts, Key.Key_F10, SHIFT)
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClick(menu, Key.Key_Escape)
        assert QApplication.activePopupWidget() is None
        assert focused() is widget
        parts.session.select((), None)


def test_f6_goes_round_all_panes_and_back(parts: Parts, qtbot: QtBot) -> None:
    window, workspace = parts.window, parts.workspace
    window.actions_["view-both"].trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert workspace.banner.isVisible()  # the folder is away
    workspace.grid.setFocus()
    there = []
    for _ in range(6):
        press(parts, Key.Key_F6)
        there.append(focused())
    finder, cards = workspace.tool_bar.finder.field, workspace.shelf
    assert there[:4] == [workspace.map, workspace.inspector, workspace.banner.shut, finder]
    assert there[4] in cards.findChildren(ClusterCard)
    assert there[5] is workspace.grid
    press(parts, Key.Key_F6, SHIFT)
    assert focused() is there[4]


def test_tab_gets_everywhere_and_is_kept_nowhere(parts: Parts, qtbot: QtBot) -> None:
    window = parts.window
    window.actions_["view-both"].trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    parts.workspace.grid.setFocus()
    seen: list[QWidget] = []
    while not seen or focused() is not seen[0]:
        assert len(seen) < 200
        seen.append(focused())
        press(parts, Key.Key_Tab)
        assert focused() is not seen[-1], f"{seen[-1]} keeps the keys"
    assert parts.workspace.map in seen
    assert len(seen) > 15
