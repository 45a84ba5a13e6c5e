"""History: edits and actions on files as one list, and the way back from each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from engine.core.errors import Sentence, UserError
from engine.core.job import Job
from engine.edits.history import History
from engine.filing import journal
from engine.filing.acting.undo import undo
from engine.filing.journal import Head
from engine.library.library import Library

_ONE = Sentence("the newer edit is undone with it")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history. `why` says what keeps it from being undone, or what is undone with it.

    An edit that was undone stays in the list, not undoable, until the next edit drops it: till then it can be redone.
    """

    id: int
    when: datetime
    label: Sentence
    kind: Literal["edit", "file"]
    undoable: bool
    why: Sentence | None = None


def entries(library: Library) -> list[Entry]:
    """Everything that was done, newest first; edits and actions have ids of one sequence."""
    heads = (journal.head(library.folder, id_) for id_ in journal.ids(library.folder))
    actions = [_of_action(head) for head in heads if head is not None and head.state != "planned"]
    return sorted((*_of_edits(library), *actions), key=lambda entry: entry.id, reverse=True)


def undo_entry(library: Library, id_: int, job: Job, patience: float | None = None) -> None:
    """Take back an action on files, or an edit and with it every newer one. UserError where that cannot be."""
    edits = library.catalog.edits.all()
    if id_ in journal.ids(library.folder):
        undo(library, id_, None, job, patience)
        return
    newer = [edit for edit in edits if edit.id >= id_ and not edit.undone]
    if id_ not in [edit.id for edit in edits]:
        raise UserError("There is no edit or action {id} in this library: see `undo --list`.", id=id_)
    if id_ not in [edit.id for edit in newer]:
        raise UserError("Edit {id} is undone already.", id=id_)
    with library.catalog.transaction():
        for _ in newer:
            History(library.catalog).undo()


def newest(library: Library) -> Entry | None:
    """What plain Undo takes back."""
    return next((entry for entry in entries(library) if entry.undoable), None)


def _of_edits(library: Library) -> list[Entry]:
    listed, newer = [], 0
    for edit in reversed(library.catalog.edits.all()):
        why = None
        if edit.undone:
            why = Sentence("it is undone, and can be redone until the next edit")
        elif newer:
            why = _ONE if newer == 1 else Sentence("the {count:,} newer edits are undone with it", count=newer)
        listed.append(Entry(edit.id, datetime.fromisoformat(edit.made_at), edit.label, "edit", not edit.undone, why))
        newer += not edit.undone
    return listed


def _of_action(head: Head) -> Entry:
    why = None
    if head.state == "undone":
        why = Sentence("it is undone")
    elif head.state in ("begun", "undoing"):
        why = Sentence("it was cut in the middle, and is finished at the next start")
    elif not head.done:
        why = Sentence("nothing of it was done")
    return Entry(head.id, head.made_at, head.label, "file", why is None, why)
