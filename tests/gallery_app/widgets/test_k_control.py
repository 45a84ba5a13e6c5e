"""How many clusters: the number, the slider and Auto are one; anchors are a floor that says why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider, QSpinBox, QToolTip
from pytestqt.qtbot import QtBot

from engine.core.records import CurvePoint
from engine.edits import Rename
from gallery_app.app import Parts
from gallery_app.views.bars.k_curve import KCurve
from gallery_app.widgets.k_control import KControl

TOGETHER = ((2, 0.3), (3, 0.5), (4, 0.62), (5, 0.61), (6, 0.5))  # as earlier versions have kept it
CURVE = tuple(
    CurvePoint(*point, *more)
    for point, more in zip(TOGETHER, ((0.6, 0.4), (0.2, 0.5), (0.15, 0.3), (0.12, 0.3), (0.1, 0.2)), strict=True)
)


@pytest.fixture
def control(qtbot: QtBot) -> Iterator[KControl]:
    control = KControl()
    control.show_state(5, True, 100, least=3)
    control.show()
    yield control
    control.rest.stop()
    control.close()
    control.deleteLater()


def test_each_turn_is_told_at_once_and_the_rest_chooses(control: KControl, qtbot: QtBot) -> None:
    turned: list[int] = []
    control.turned.connect(turned.append)
    number = control.findChild(QSpinBox)
    with qtbot.assertNotEmitted(control.chosen):
        qtbot.keyClick(number, Qt.Key.Key_Up)
        qtbot.keyClick(number, Qt.Key.Key_Up)
    assert turned == [6, 7]
    assert control.findChild(QSlider).value() == 7
    assert control.value == 7  # not Auto any more
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert chosen.args == [7]


def test_the_hand_rests_after_a_second(control: KControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(control.chosen, timeout=5000) as chosen:
        qtbot.keyClick(control.findChild(QSlider), Qt.Key.Key_Left)
    assert chosen.args == [4]


def test_a_press_beside_the_handle_turns_by_one(control: KControl, qtbot: QtBot) -> None:
    slider = control.findChild(QSlider)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 4, slider.height() // 2))
    assert control.value == 6


def test_who_turns_to_something_else_has_chosen(control: KControl, qtbot: QtBot) -> None:
    qtbot.keyClick(control.findChild(QSpinBox), Qt.Key.Key_Up)
    with qtbot.waitSignal(control.chosen) as chosen:
        control.hide()
    assert chosen.args == [6]
    assert not control.rest.isActive()
    control.show()
    with qtbot.assertNotEmitted(control.chosen):
        control.hide()


def test_below_the_anchors_it_stays_and_says_why(control: KControl, qtbot: QtBot) -> None:
    turned: list[int] = []
    control.turned.connect(turned.append)
    number = control.findChild(QSpinBox)
    for _ in range(4):
        qtbot.keyClick(number, Qt.Key.Key_Down)
    assert control.value == 3
    assert turned[-1] == 3
    assert "At least 3" in QToolTip.text()
    QToolTip.hideText()


def test_auto_is_asked_for_at_once(control: KControl, qtbot: QtBot) -> None:
    control.show_state(5, False, 100)
    with qtbot.waitSignal(control.chosen) as chosen:
        control.choose("auto")
    assert chosen.args == ["auto"]


@pytest.fixture
def curve(qtbot: QtBot) -> Iterator[KCurve]:
    curve = KCurve()
    curve.resize(600, 310)
    curve.show_curve(CURVE, 4)
    curve.show()
    yield curve
    curve.close()
    curve.deleteLater()


def test_a_click_chooses_the_nearest_point(curve: KCurve, qtbot: QtBot) -> None:
    with qtbot.waitSignal(curve.chosen) as chosen:
        qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=curve.point(5).toPoint() + QPoint(9, 60))
    assert chosen.args == [5]


def test_keys_walk_the_curve(curve: KCurve, qtbot: QtBot) -> None:
    qtbot.keyClick(curve, Qt.Key.Key_Right)
    assert curve.numbers.text() == "5 clusters: neighbours 0.61, spread within 12%, silhouette 0.30"
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    with qtbot.waitSignal(curve.chosen) as chosen:
        qtbot.keyClick(curve, Qt.Key.Key_Return)
    assert chosen.args == [3]


def test_each_line_says_its_best_and_the_pointer_tells_all_three(curve: KCurve, qtbot: QtBot) -> None:
    texts = [sentence.text() for sentence in curve.sentences]
    assert ["5 clusters" in texts[0], "3 clusters" in texts[1], "3 clusters" in texts[2]] == [True] * 3
    assert curve.numbers.text().startswith("4 clusters: neighbours 0.62")  # what there is
    last = curve.lines[2]
    there = last.mapTo(curve, last.points()[4]).toPoint()
    qtbot.mouseMove(curve, there)
    qtbot.waitUntil(lambda: curve.numbers.text() == "6 clusters: neighbours 0.50, spread within 10%, silhouette 0.20")
    with qtbot.waitSignal(curve.chosen) as chosen:
        qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=there)
    assert chosen.args == [6]
    qtbot.mouseMove(curve, QPoint(20, 40))
    qtbot.waitUntil(lambda: curve.numbers.text().startswith("4 clusters"))
    with qtbot.assertNotEmitted(curve.chosen):
        qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))  # a sentence is no number


def test_a_curve_of_an_earlier_version_shows_what_it_has(curve: KCurve) -> None:
    curve.show_curve([CurvePoint(*point) for point in TOGETHER], 4)
    assert [line.isVisible() for line in curve.lines] == [True, False, False]
    assert curve.numbers.text() == "4 clusters: neighbours 0.62"
    curve.show_curve(CURVE, 4)
    assert all(line.isVisible() for line in curve.lines)


def test_it_is_painted_also_while_nothing_is_counted(curve: KCurve) -> None:
    full = curve.grab().toImage()
    curve.show_curve((), 4)
    assert curve.grab().toImage() != full


def test_enter_gives_the_keys_back_to_the_photos(parts: Parts, qtbot: QtBot) -> None:
    window, workspace, session = parts.window, parts.workspace, parts.session
    before = session.gallery.clusters[0].name
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    workspace.tool_bar.k.setEnabled(True)  # the drive is away in this test
    number = workspace.tool_bar.k.findChild(QSpinBox)
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, str(session.gallery.cluster_count))
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert workspace.grid.hasFocus()
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: session.gallery.clusters[0].name == before)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
