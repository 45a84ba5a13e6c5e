"""Whatever a menu has, the palette has; each line of a context menu is named by the command that does the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from engine.core.records import UNSURE
from gallery_app.app import Parts
from gallery_app.views.parts.photo_menu import photo_menu
from tests.gallery_app.windows import first_of

PILES = {"move": "Move to {0}", "merge": "Merge into {0}", "split": "Split into: {0}"}  # submenus, and their entries


def lines(menu: QMenu, inside: str = "") -> Iterator[tuple[str, QAction]]:
    """Each line, with the name of the submenu that it is in."""
    for action in menu.actions():
        if isinstance(below := action.menu(), QMenu):
            yield from lines(below, action.objectName())
        elif not action.isSeparator():
            yield inside, action


def texts_of(parts: Parts) -> set[str]:
    parts.window.actions_["palette"].trigger()
    found = set(parts.workspace.palette.texts())
    parts.workspace.palette.leave()
    return found


def test_every_line_of_the_menu_bar_is_in_the_palette(parts: Parts) -> None:
    texts, recent = texts_of(parts), set(parts.window.recent.actions())
    bar = [action.menu() for action in parts.window.menuBar().actions()]
    found = [action for menu in bar for _, action in lines(menu) if action not in recent]
    assert len(found) > 40
    assert [a.text() for a in found if a.text().replace("&&", "&") not in texts] == []


@pytest.mark.parametrize("what", ["photos", "a card", "Unsure", "the inspector", "the map's layouts"])
def test_every_line_of_a_context_menu_is_in_the_palette(scripted: Parts, qtbot: QtBot, what: str) -> None:
    parts = scripted
    session, shelf = parts.session, parts.workspace.shelf
    beach, menu = next(c for c in session.gallery.clusters if c.name == "Beach"), QMenu(parts.window)
    shelf.choose(beach.id)
    session.select([first_of(session, "Beach")], None)
    if what == "photos":
        menu = photo_menu(session, parts.workspace.grid, sorted(session.selection), lambda _file: None)
    elif what == "a card":
        shelf.fill_menu(menu, beach.id)
    elif what == "Unsure":
        shelf.card(beach.id).cluster = type(beach)(UNSURE, "Unsure", 2)
        shelf.fill_menu(menu, beach.id)
    elif what == "the inspector":
        menu = parts.workspace.inspector.move_button.menu()
        menu.aboutToShow.emit()
    else:
        menu = parts.workspace.view_bar.maps.menu()
    ids, texts = dict(parts.window.actions_.items()), texts_of(parts)
    found = list(lines(menu))
    assert found
    for inside, action in found:
        if action in ids.values():
            continue
        if inside in PILES or (what == "the inspector" and not action.objectName()):
            assert PILES[inside or "move"].format(action.text()) in texts or not action.isEnabled()
        else:
            assert action.objectName() in ids, action.text()


def test_piles_are_typed_to_move_to(parts: Parts) -> None:
    parts.session.select([first_of(parts.session, "Night")], None)
    parts.window.actions_["move"].trigger()
    assert parts.workspace.palette.texts() == ["Move to Beach", "Move to Forest", "Move to Night"]
    parts.workspace.palette.leave()
