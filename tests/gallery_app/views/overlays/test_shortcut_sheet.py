"""The sheet of shortcuts: by menu, whatever can be done just now, and as wide as the window allows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from tests.gallery_app.windows import settle

MENUS = ["Folder", "Edit", "Cluster", "People", "View", "Help"]


def test_groups_are_the_menus_also_of_what_cannot_be_done_now(parts: Parts, qtbot: QtBot) -> None:
    """What is missing stood where the menu does: "There is nothing to redo" was a group of its own."""
    settle(parts, qtbot)
    titles = [title for title, _ in parts.workspace.sheet.groups()]
    assert titles == [*MENUS, "Photos", "Clusters", "Viewer", "Review", "Map"]
    keys = dict(parts.workspace.sheet.groups())
    assert ("Redo", "Ctrl+Shift+Z") in keys["Edit"]
    assert ("Only this cluster", "F4") in keys["Cluster"]


@pytest.mark.parametrize("width", [720, 800, 1280])
def test_nothing_of_it_is_beyond_its_edge(parts: Parts, qtbot: QtBot, width: int) -> None:
    parts.window.resize(width, 600)
    settle(parts, qtbot)
    parts.window.actions_["shortcuts"].trigger()
    (area,) = parts.workspace.sheet.findChildren(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    parts.window.resize(800, 600)  # while it is there
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
