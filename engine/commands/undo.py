"""`undo`: the history of edits and actions on files, and the way back."""

from __future__ import annotations

import argparse
import json

from engine.commands.file import open_organised
from engine.commands.text import say, shown
from engine.core.errors import UserError
from engine.core.job import Job
from engine.filing import journal
from engine.filing.acting.act import PATIENCE
from engine.filing.acting.recover import recover
from engine.filing.history import Entry, entries, newest, undo_entry
from engine.library.library import Library


def undo(arguments: argparse.Namespace, job: Job) -> None:
    library, _ = open_organised(arguments.folder, arguments.library)
    with library:
        if not library.read_only:
            recover(library, job)
        if arguments.list:
            _list(entries(library), as_json=arguments.json)
            return
        entry = _entry(library, arguments.id)
        undo_entry(library, entry.id, job, PATIENCE)
        _say(library, entry, arguments)


def _entry(library: Library, id_: int | None) -> Entry:
    if id_ is None:
        latest = newest(library)
        if latest is None:
            raise UserError("There is nothing to undo.")
        return latest
    found = next((entry for entry in entries(library) if entry.id == id_), None)
    if found is None:
        raise UserError("There is no edit or action {id} in this library: see `undo --list`.", id=id_)
    return found


def _say(library: Library, entry: Entry, arguments: argparse.Namespace) -> None:
    if not arguments.quiet:
        say(f"Undone: {shown(entry.label)}")
    if entry.kind == "edit":
        if entry.why is not None and not arguments.quiet:
            say(f"  {shown(entry.why)}")
        return
    kept = [o for o in journal.read(library.folder, entry.id).plan.operations if o.status == "done" and o.why]
    for operation in kept:
        say(f"  left: {shown(operation.target or operation.source)}: {shown(operation.why)}")
    if kept:
        count = f"{len(kept):,} {'file' if len(kept) == 1 else 'files'}"
        raise UserError("{count} could not be put back; the reasons are above.", count=count)


def _list(listed: list[Entry], *, as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "id": entry.id,
                "when": entry.when.isoformat(timespec="seconds"),
                "label": str(entry.label),
                "kind": entry.kind,
                "undoable": entry.undoable,
                "why": None if entry.why is None else str(entry.why),
            }
            for entry in listed
        ]
        print(json.dumps({"version": 1, "entries": rows}, indent=1))
        return
    for entry in listed:
        mark = " " if entry.undoable else "-"
        why = f"  ({shown(entry.why)})" if entry.why is not None else ""
        say(f"{entry.id:6} {mark} {entry.when:%Y-%m-%d %H:%M}  {entry.kind:4}  {shown(entry.label)}{why}")
    if not listed:
        say("Nothing was done yet.")
