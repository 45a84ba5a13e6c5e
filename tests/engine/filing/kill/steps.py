"""What is done while the program is killed: each step is one function, of a process of its own (see starter.py)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import Sentence
from engine.core.job import Job
from engine.edits import Move
from engine.edits.history import History
from engine.filing.acting.act import act
from engine.filing.acting.recover import recover
from engine.filing.acting.undo import undo
from engine.filing.journal import Journal
from engine.filing.operations import Action, FilingOptions, Operation, Plan, Totals
from engine.library.library import Library, open_library
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan


@dataclass
class World:
    """Photos, the library that knows them, and a folder that they are filed into."""

    library: Path
    photos: Path
    there: Path
    id: int


Step = Callable[[Library, World], None]


def file_as(action: Action, *, embed: bool = False) -> Step:
    """Write a plan down that files every photo, and do it."""

    def step(library: Library, world: World) -> None:
        Journal.create(library.folder, world.id, _plan(library, world, action, embed=embed)).close()
        act(library, world.id, Job(), 0.0)

    return step


def take_back(library: Library, world: World) -> None:
    undo(library, world.id, None, Job(), 0.0)


def start_again(library: Library, _world: World) -> None:
    recover(library, Job())


def opened(world: World) -> Library:
    return open_library(world.photos, world.library, "test")[0]


def correct(library: Library, _world: World) -> None:
    """Move photos to another cluster, one edit each, and say so once it is acknowledged."""
    for file in library.catalog.files.all()[::3]:
        History(library.catalog).do(Move([file.id], "c2"))
        print(file.id, flush=True)


def organise(library: Library, _world: World) -> None:
    """Look at every photo as if it were new: scan, hash, decode, thumbnails."""
    files = library.catalog.files
    files.forget_digest([file.id for file in files.all() if file.id % 2])
    scan(library, files.roots()[0][0], Outcome(), Job())
    read(library, 1, Outcome(), Job())


STEPS: dict[str, Step] = {
    "copy": file_as("copy"),
    "move": file_as("move"),
    "hardlink": file_as("hardlink"),
    "symlink": file_as("symlink"),
    "trash": file_as("trash"),
    "sidecar": file_as("keywords"),
    "embed": file_as("keywords", embed=True),
    "undo": take_back,
    "recover": start_again,
    "correct": correct,
    "organise": organise,
}


def _plan(library: Library, world: World, action: Action, *, embed: bool) -> Plan:
    operations = tuple(
        Operation(
            number,
            str(world.photos / file.path),
            _target(world, file.path, action, embed=embed),
            file.size,
            file.id,
            values={"keywords": [["Trip"]]} if action == "keywords" else {},
        )
        for number, file in enumerate(library.catalog.files.all())
    )
    folders = () if action in ("trash", "keywords") else (str(world.there), str(world.there / "pile"))
    return Plan(FilingOptions(action), Sentence("file"), operations, Totals(len(operations)), folders=folders)


def _target(world: World, path: str, action: Action, *, embed: bool) -> str | None:
    if action == "keywords":
        return str(world.photos / path) if embed else f"{world.photos / path}.xmp"
    return None if action == "trash" else str(world.there / "pile" / path.replace("/", "-"))
