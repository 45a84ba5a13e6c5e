"""The context menu of a person on the shelf. Each line is named by the command that does the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from engine.edits import people as edits
from engine.gallery.people import PersonCard
from gallery_app.base.icons import icon
from gallery_app.views.parts.photo_menu import menu_text

if TYPE_CHECKING:
    from gallery_app.views.people.people_shelf import PeopleShelf

MOST = 24  # persons to merge into that a menu lists; the palette has all
WRITES = frozenset({"name-person", "merge-person", "split-person", "hide-person", "strangers", "no-faces"})


def fill_person_menu(menu: QMenu, shelf: PeopleShelf, card: PersonCard) -> None:
    """Show the photos, select them; name, merge, split, hide; say that they are strangers', or no faces."""
    people, id_ = shelf.session.people, card.id
    chosen = people.chosen == id_
    words = _tr("Show all photos") if chosen else _tr("Only this person")
    _add(menu, "only-person", "filter", words, lambda: people.show(None if chosen else id_, shelf))
    _add(menu, "select-person", "select-all", _tr("Select the photos"), lambda: shelf.select_photos(id_))
    menu.addSeparator()
    _add(menu, "name-person", "rename", _tr("Rename") if card.name else _tr("Name…"), lambda: shelf.rename(id_))
    into = menu.addMenu(icon("merge"), _tr("Merge into"))
    into.menuAction().setObjectName("merge-person")
    for other in [one for one in people.cards if one.name and one.id != id_ and not one.hidden][:MOST]:
        action = into.addAction(menu_text(other.name))
        action.triggered.connect(lambda _on=False, to=other.id: people.merge(id_, to, shelf))
    into.setEnabled(not into.isEmpty())
    _add(menu, "split-person", "split", _tr("Split"), lambda: shelf.split(id_)).setEnabled(card.faces > 1)
    hide, drawing = (_tr("Show again"), "show") if card.hidden else (_tr("Hide"), "hide")
    _add(menu, "hide-person", drawing, hide, lambda: people.hide(id_, not card.hidden, shelf))
    menu.addSeparator()
    _add(menu, "strangers", "stranger", _tr("A stranger"), lambda: people.whole(id_, edits.stranger, shelf))
    _add(menu, "no-faces", "not-this", _tr("Not a face"), lambda: people.whole(id_, edits.not_a_face, shelf))
    if shelf.session.read_only:
        for action in menu.actions():
            if action.objectName() in WRITES:
                action.setEnabled(False)


def _add(menu: QMenu, command: str, drawing: str, words: str, run: Callable[[], object]) -> QAction:
    action = menu.addAction(icon(drawing), words, run)
    action.setObjectName(command)
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("person_menu", text)
