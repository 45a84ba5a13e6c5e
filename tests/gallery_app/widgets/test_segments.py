"""A segmented control."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gallery_app.base.icons import icon
from gallery_app.widgets.segments import Segments


def test_text_stands_beside_its_icon_and_not_against_it(qtbot: QtBot) -> None:
    """A style sheet leaves no room between both, so that the text begins with a space."""
    actions = [QAction(icon("photos"), "Pictures"), QAction(icon("merge"), "Diagram")]
    segments = Segments(actions, "Show as")
    qtbot.addWidget(segments)
    assert [part.text() for part in segments.findChildren(QToolButton)] == [" Pictures", " Diagram"]
