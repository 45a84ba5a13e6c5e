"""History: unlimited undo and redo, kept in the catalog over restarts."""

from __future__ import annotations

from engine.core.errors import Sentence, UserError
from engine.core.records import Changes
from engine.edits.edit import Edit, apply_edit, from_json, to_json
from engine.library.catalog.catalog import Catalog


class History:
    """Each method is one transaction: the change and its entry in the log are stored together or not at all."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def do(self, edit: Edit, label: Sentence | None = None) -> Changes:
        """Apply an edit and log it, as `label` or its own; what was undone before can then no longer be redone."""
        with self._catalog.transaction():
            label = label or edit.label(self._catalog)
            changes, inverse = apply_edit(edit, self._catalog)
            self._catalog.edits.push(label, to_json(edit), to_json(inverse))
        return changes

    @property
    def undo_label(self) -> Sentence | None:
        """What Undo would take back, or None."""
        last = self._catalog.edits.last_done()
        return None if last is None else last.label

    @property
    def redo_label(self) -> Sentence | None:
        first = self._catalog.edits.first_undone()
        return None if first is None else first.label

    def undo(self) -> Changes:
        """Take the last edit back; a UserError where there is none."""
        with self._catalog.transaction():
            last = self._catalog.edits.last_done()
            if last is None:
                raise UserError("There is nothing to undo.")
            changes, forward = apply_edit(from_json(last.inverse), self._catalog)
            self._catalog.edits.set_undone(last.id, to_json(forward))
        return changes

    def redo(self) -> Changes:
        with self._catalog.transaction():
            first = self._catalog.edits.first_undone()
            if first is None:
                raise UserError("There is nothing to redo.")
            changes, inverse = apply_edit(from_json(first.forward), self._catalog)
            self._catalog.edits.set_done(first.id, to_json(inverse))
        return changes
