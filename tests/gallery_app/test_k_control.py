"""How many clusters: the number, the slider and Auto are one; anchors are a floor that says why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider, QSpinBox, QToolTip
from pytestqt.qtbot import QtBot

from gallery_app.views.k_curve import KCurve
from gallery_app.widgets.k_control import KControl

CURVE = ((2, 0.3), (3, 0.5), (4, 0.62), (5, 0.61), (6, 0.5))


@pytest.fixture
def control(qtbot: QtBot) -> Iterator[KControl]:
    control = KControl()
    control.show_state(5, True, 100, least=3)
    control.show()
    yield control
    control._rest.stop()
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


def test_who_turns_to_something_else_has_chosen(control: KControl, qtbot: QtBot) -> None:
    qtbot.keyClick(control.findChild(QSpinBox), Qt.Key.Key_Up)
    with qtbot.waitSignal(control.chosen) as chosen:
        control.hide()
    assert chosen.args == [6]
    assert not control._rest.isActive()
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
    curve.resize(400, 210)
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
    assert curve.toolTip() == "5 clusters: 0.610"
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    with qtbot.waitSignal(curve.chosen) as chosen:
        qtbot.keyClick(curve, Qt.Key.Key_Return)
    assert chosen.args == [3]


def test_it_is_painted_also_while_nothing_is_counted(curve: KCurve) -> None:
    full = curve.grab().toImage()
    curve.show_curve((), 4)
    assert curve.grab().toImage() != full
