"""A library of small files that were never decoded: filing is about files, not about what they show."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from engine.core.errors import Sentence
from engine.core.job import Job
from engine.core.records import Content
from engine.filing.journal import Journal
from engine.filing.operations import Action, FilingOptions, Operation, Plan, Totals
from engine.library.library import Library, open_library
from engine.library.scan import digest
from engine.pipeline.options import Outcome
from engine.pipeline.scan import scan

Tree = dict[str, tuple[bytes, int, int]]


def write(path: Path, data: bytes = b"", *, at: int = 1_500_000_000) -> Path:
    """A file with these bytes, by default its own name, that was changed in 2017."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data or os.fsencode(path.name))
    os.utime(path, (at, at))
    return path


def opened(photos: Path, library: Path) -> Library:
    """The library of a folder, with every picture in it known and read."""
    opened_, root = open_library(photos, library, "test")
    scan(opened_, root, Outcome(), Job())
    files = opened_.catalog.files
    read = [(file.id, digest(photos / file.path)) for file in files.all(root)]
    files.add_contents(Content(digest_, 8, 8) for _, digest_ in read)
    files.set_read(read)
    return opened_


def ids_of(library: Library) -> dict[str, int]:
    return {file.path: file.id for file in library.catalog.files.all()}


def tree(folder: Path) -> Tree:
    """Every file below a folder: its bytes, its time, its permissions."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def planned(
    library: Library,
    action: Action,
    pairs: Sequence[tuple[Path, Path | None]],
    *,
    id_: int = 1,
    group: str = "c1",
    there: Path | None = None,
) -> int:
    """Write down a plan that takes each source to its target."""
    ids = {
        Path(folder, f.path): f.id for f in library.catalog.files.all() for _, folder in library.catalog.files.roots()
    }
    operations = tuple(
        Operation(n, str(a), None if b is None else str(b), a.stat().st_size, ids.get(a), group=group)
        for n, (a, b) in enumerate(pairs)
    )
    missing = {p for _, b in pairs if b is not None for p in b.parents if not p.exists()}
    folders = tuple(str(p) for p in sorted(missing, key=lambda p: len(p.parts)))
    options = FilingOptions(action, target=None if there is None else str(there))
    plan = Plan(options, Sentence("file"), operations, Totals(len(operations)), folders=folders)
    Journal.create(library.folder, id_, plan).close()
    return id_
