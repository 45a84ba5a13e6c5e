"""The bar at the foot of a page cuts no button off, however narrow the window and however long the words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.views.parts.action_bar import ActionBar
from gallery_app.widgets.labels import button

WORDS = ("Undo all", "Save the receipt as HTML…", "Show in the file manager", "Done")


@pytest.mark.parametrize("hint", ["", "What is done stays when you stop, and the receipt tells what is not done."])
@pytest.mark.parametrize("width", [340, 640, 1200])
def test_every_button_is_seen_whole_and_none_lies_on_another(qtbot: QtBot, width: int, hint: str) -> None:
    buttons = [button(words) for words in WORDS]
    page, bar = QWidget(), ActionBar(*buttons)
    bar.hint.setText(hint)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(bar)
    qtbot.addWidget(page)
    page.resize(width, 500)
    page.show()
    qtbot.waitExposed(page)
    parts = [*buttons, bar.hint] if hint else buttons
    for part in parts:
        assert bar.rect().contains(part.geometry()), part.text()
        assert part.height() >= part.heightForWidth(part.width())
    for one in buttons:
        assert one.width() >= one.sizeHint().width()
    boxes = [part.geometry() for part in parts]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert len({box.y() for box in boxes[:4]}) > 1 or width > 340


def test_a_hidden_button_takes_no_room(qtbot: QtBot) -> None:
    buttons = [button(words) for words in WORDS]
    bar = ActionBar(*buttons)
    qtbot.addWidget(bar)
    bar.show()
    whole = bar.heightForWidth(400)
    for hidden in buttons[:3]:
        hidden.hide()
    assert bar.heightForWidth(400) < whole
