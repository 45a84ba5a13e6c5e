"""How many clusters: the number, the slider and Auto are one; anchors are a floor that says why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider, QSpinBox, QStyle, QStyleOptionSlider, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from engine.core.records import CurvePoint
from engine.edits import Rename
from gallery_app.app import Parts
from gallery_app.views.bars.k_curve import KCurve
from gallery_app.widgets.k_control import KControl
from tests.gallery_app.windows import wheel

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
    qtbot.waitUntil(lambda: "At least 3" in QToolTip.text())
    QToolTip.hideText()


@pytest.fixture
def number(control: KControl, qtbot: QtBot) -> QSpinBox:
    """The field, its text marked: what is typed takes its place."""
    number = control.findChild(QSpinBox)
    control.activateWindow()
    number.setFocus()
    qtbot.waitUntil(number.hasFocus)
    number.selectAll()
    return number


def test_a_number_is_typed_digit_by_digit_and_counts_with_enter(
    control: KControl, number: QSpinBox, qtbot: QtBot
) -> None:
    """The 2 of 25 was taken for a number below the least one, and put right; a pause after it was the choice."""
    told: list[object] = []
    control.turned.connect(told.append)
    control.show_state(12, True, 100, least=9)
    number.selectAll()
    qtbot.keyClicks(number, "2")
    control.show_state(12, True, 100, least=9)  # photos are still read in: what is typed stays
    assert (number.text(), told, control.choosing) == ("2", [], False)
    qtbot.keyClicks(number, "5")
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert (chosen.args, told) == ([25], [25])
    assert control.findChild(QSlider).value() == 25


def test_what_is_typed_counts_when_the_field_is_left(control: KControl, number: QSpinBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(number, "8")
    with qtbot.waitSignal(control.chosen) as chosen:
        control.findChild(QSlider).setFocus()
    assert chosen.args == [8]


def test_escape_gives_up_what_is_typed(control: KControl, number: QSpinBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(number, "8")
    control.show_state(6, True, 100, least=3)  # another cluster meanwhile
    with qtbot.assertNotEmitted(control.chosen), qtbot.waitSignal(control.left):
        qtbot.keyClick(number, Qt.Key.Key_Escape)
    control.findChild(QSlider).setFocus()
    assert (number.text(), control.value) == ("6", "auto")


@pytest.mark.parametrize(("typed", "k", "why"), [("2", 3, "At least 3"), ("70", 12, "At most 12")])
def test_a_number_that_cannot_be_is_the_nearest_that_can_and_says_why(
    control: KControl, number: QSpinBox, qtbot: QtBot, typed: str, k: int, why: str
) -> None:
    """Of 70 the field took the 7, for more than 12 could not be typed."""
    control.show_state(5, True, 12, least=3)
    control.left.connect(control.findChild(QSlider).setFocus)  # as the window does, to the photos
    number.selectAll()
    qtbot.keyClicks(number, typed)
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert chosen.args == [k]
    qtbot.waitUntil(lambda: why in QToolTip.text())
    QToolTip.hideText()


@pytest.mark.parametrize("part", [QSpinBox, QSlider])
def test_a_notch_of_the_wheel_is_one_cluster(control: KControl, part: type[QWidget]) -> None:
    widget = control.findChild(part)
    wheel(widget, widget.rect().center(), 120)
    assert control.value == 6
    wheel(widget, widget.rect().center(), -120)
    wheel(widget, widget.rect().center(), -120)
    assert control.value == 4


def test_what_is_held_stays_where_the_pointer_is(control: KControl, qtbot: QtBot) -> None:
    """A hand that rested with the button down had chosen: what came of that moved the handle below the pointer."""
    slider, number = control.findChild(QSlider), control.findChild(QSpinBox)
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    style, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
    handle = slider.style().subControlRect(style, option, part, slider).center()
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=handle)
    qtbot.mouseMove(slider, handle + QPoint(20, 0))
    shown = number.value()
    assert shown > 10
    with qtbot.assertNotEmitted(control.chosen):
        control.rest.timeout.emit()  # a second is over
        control.show_state(5, False, 100, least=3)  # photos are still read in
    assert (slider.value(), number.value()) == (shown, shown)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=handle + QPoint(20, 0))
    with qtbot.waitSignal(control.chosen) as chosen:
        control.rest.timeout.emit()
    assert chosen.args == [shown]


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
