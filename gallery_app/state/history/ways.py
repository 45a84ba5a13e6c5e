"""Ways back, on the serial lane: edits are a stack, so one is undone or redone with all that lie over it."""

from __future__ import annotations

from engine.core.records import Changes
from engine.edits.history import History
from engine.filing import journal
from engine.filing.journal import Head
from engine.library.catalog.edit_table import LoggedEdit
from engine.library.library import Library


def undo_back_to(id_: int, library: Library) -> Changes:
    """Undo an edit and all newer ones, all or none; nothing where it is undone already."""
    return _walk(library, [edit for edit in library.catalog.edits.all() if edit.id >= id_ and not edit.undone], "undo")


def redo_up_to(id_: int, library: Library) -> Changes:
    """Redo an edit with the undone ones before it, all or none; nothing where it is done."""
    edits = library.catalog.edits.all()
    if id_ not in [edit.id for edit in edits if edit.undone]:
        return Changes.NOTHING
    return _walk(library, [edit for edit in edits if edit.id <= id_ and edit.undone], "redo")


def newest_action(library: Library, last: LoggedEdit | None) -> Head | None:
    """The action on files that is newer than the last edit, and can be undone: plain Undo takes that back."""
    for id_ in reversed(journal.ids(library.folder)):
        if last is not None and id_ < last.id:
            return None  # edits and actions share their numbers
        head = journal.head(library.folder, id_)
        if head is not None and head.state == "ended" and head.done:
            return head
    return None


def _walk(library: Library, edits: list[LoggedEdit], way: str) -> Changes:
    changes, history = Changes.NOTHING, History(library.catalog)
    with library.catalog.transaction():
        for _ in edits:
            changes |= history.undo() if way == "undo" else history.redo()
    return changes
