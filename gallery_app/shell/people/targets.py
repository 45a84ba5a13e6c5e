"""Entries of the palette for what is done with one of the persons, each by its name: show them, merge into them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.gallery.people import PersonCard
from gallery_app.i18n.people.person_names import person_name
from gallery_app.models.entries import Entry

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace


def person_entries(workspace: Workspace) -> list[Entry]:
    """Show the photos of a person who has a name."""
    where = _tr("Go to person")
    return [
        Entry(card.name, where, partial(_go_to, workspace, card.id), icon="person")
        for card in workspace.people.people.cards
        if card.name and not card.hidden
    ]


def merge_entries(workspace: Workspace, source: PersonCard) -> list[Entry]:
    """Merge a person into another."""
    people = workspace.people.people
    return [
        Entry(
            _tr("Merge into {0}").format(person_name(card.name)),
            _tr("People › Merge into"),
            partial(people.merge, source.id, card.id, workspace),
            icon="merge",
        )
        for card in people.cards
        if card.id != source.id and not card.hidden
    ]


def _go_to(workspace: Workspace, person: int) -> None:
    workspace.view_options.group_by("people")
    workspace.people.people.show(person, workspace)


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
