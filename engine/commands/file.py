"""`file`: plans an action on the files of a folder, shows it, and does it."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.commands.text import say, shown
from engine.core.errors import Cancelled, UserError
from engine.core.folding import fold
from engine.core.job import Job
from engine.filing import journal
from engine.filing.acting.act import PATIENCE, act
from engine.filing.acting.recover import recover
from engine.filing.operations import ALBUMS, FilingOptions, Operation, Plan
from engine.filing.planning.chosen import chosen
from engine.filing.planning.plan import plan, write_plan
from engine.filing.planning.room import check_room, readable_bytes
from engine.filing.receipt import write_receipt
from engine.library.library import Library, open_library
from engine.library.roots import library_for, real_folder

VERSION = 1
_SHOWN = 40  # operations that a plan shows on a terminal, and as many that are left


def file(arguments: argparse.Namespace, job: Job) -> None:
    library, root = open_organised(arguments.folder, arguments.library)
    with library:
        if not arguments.dry_run and not library.read_only:
            recover(library, job)
        made = plan(library, _options(arguments, library, root), job)
        folder = dict(library.catalog.files.roots())[root]
        if arguments.dry_run or not any(operation.status == "planned" for operation in made.operations):
            _show(made, folder, None, arguments)
            return
        check_room(made)
        id_ = write_plan(library, made)
        try:
            act(library, id_, job, PATIENCE)
        except Cancelled:
            _end(library, id_, folder, arguments)
            raise
        _end(library, id_, folder, arguments)


def open_organised(folder: Path, named: Path | None) -> tuple[Library, int]:
    """The library of a folder and its root there; a UserError where none has been made: nothing is known to file."""
    location = named or library_for(real_folder(folder))
    if not (location / "catalog.db").exists():
        raise UserError("{folder} is not organised yet: run `organise` on it first.", folder=folder)
    return open_library(folder, named, program="photoloom-engine")


def _options(arguments: argparse.Namespace, library: Library, root: int) -> FilingOptions:
    """The options, about the photos of this folder alone: its library may hold others."""
    target = None if arguments.to is None else os.path.abspath(arguments.to)  # noqa: PTH100 - links stay
    options = FilingOptions(
        arguments.action,
        clusters=_names(arguments.clusters or "", library),
        query=arguments.query,
        target=target,
        pattern=arguments.pattern,
        embed=arguments.embed,
        sidecar=arguments.sidecar,
    )
    files = tuple(photo.file.id for photo in chosen(library, options) if photo.file.root == root)
    return replace(options, files=files)


def _names(text: str, library: Library) -> tuple[str, ...]:
    """The names in a list with commas, of which a name may hold some: the longest that is known is meant."""
    known = {fold(cluster.name) for cluster in library.catalog.clusters.visible()}
    parts, names = text.split(","), []
    while parts:
        lengths = (n for n in range(len(parts), 0, -1) if fold(",".join(parts[:n]).strip()) in known)
        length = next(lengths, 1)
        names.append(",".join(parts[:length]).strip())
        parts = parts[length:]
    return tuple(name for name in names if name)


def _end(library: Library, id_: int, folder: str, arguments: argparse.Namespace) -> None:
    record = journal.read(library.folder, id_)
    _show(record.plan, folder, id_, arguments)
    write_receipt(record, library.folder / journal.FOLDER, library)
    if arguments.report is not None:
        page = write_receipt(record, arguments.report, library, "index.html")
        if not arguments.quiet and not arguments.json:
            say(f"The receipt is {shown(page)}")


def _show(made: Plan, folder: str, id_: int | None, arguments: argparse.Namespace) -> None:
    if arguments.json:
        print(json.dumps(_as_json(made, folder, id_), indent=1))
    elif not arguments.quiet:
        _print(made, folder, id_)


def _as_json(made: Plan, folder: str, id_: int | None) -> dict[str, Any]:
    totals = made.totals
    return {
        "version": VERSION,
        "action": made.options.action,
        "label": str(made.label),
        "operations": [
            {
                "from": _relative(operation.source, folder),
                "to": operation.target,
                "bytes": operation.bytes,
                "status": operation.status,
                "why": None if operation.why is None else str(operation.why),
            }
            for operation in made.operations
        ],
        "totals": {"files": totals.files, "bytes": totals.bytes, "clashes": totals.clashes, "free": totals.free},
        "drives": [{"path": d.path, "needed": d.needed, "free": d.free, "trash": d.trash} for d in made.drives],
        "id": id_,
    }


def _print(made: Plan, folder: str, id_: int | None) -> None:
    counts = Counter(operation.status for operation in made.operations)
    going = [o for o in made.operations if o.status != "left"]
    say(f"{'Done' if id_ else 'Plan' if going else 'Nothing to do'}: {shown(made.label)}")
    for operation in going[:_SHOWN]:
        say(f"  {_relative_shown(operation, folder)}  ->  {_place(operation, made)}")
    if len(going) > _SHOWN:
        say(f"  … and {len(going) - _SHOWN:,} more")
    totals = made.totals
    say(f"{len(going):8,}  {'file' if len(going) == 1 else 'files'}, {readable_bytes(sum(o.bytes for o in going))}")
    if totals.clashes:
        say(f"{totals.clashes:8,}  with a number, for their names are taken")
    for drive in made.drives:
        trash = "" if drive.trash or made.options.action != "trash" else "; no trash there: kept in a quarantine on it"
        needed, free = readable_bytes(drive.needed), readable_bytes(drive.free)
        say(f"{'':10}{shown(drive.path)}: {needed} needed, {free} free{trash}")
    left = [o for o in made.operations if o.status == "left"]
    if left:
        say(f"{counts['left']:8,}  left as they are:")
    for operation in left[:_SHOWN]:
        say(f"  {_relative_shown(operation, folder)}: {shown(operation.why)}")
    if len(left) > _SHOWN:
        say(f"  … and {len(left) - _SHOWN:,} more")
    if id_ is not None:
        say(f"To take it back: undo --id {id_}")


def _place(operation: Operation, made: Plan) -> str:
    if operation.target is None:
        return {"trash": "trash", "keywords": "keywords"}.get(made.options.action, "")
    target, root = operation.target, made.options.target
    if made.options.action in ALBUMS or not root:
        return shown(target)
    return shown(_relative(target, root))


def _relative_shown(operation: Operation, folder: str) -> str:
    return shown(_relative(operation.source, folder))


def _relative(path: str, folder: str) -> str:
    """Below the folder with forward slashes, elsewhere whole."""
    inside = Path(path).is_relative_to(folder)
    return Path(path).relative_to(folder).as_posix() if inside else path
