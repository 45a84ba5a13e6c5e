"""Lines: edits and actions on files as the history lists them, and what one of them was about."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from engine.core.errors import Sentence
from engine.filing import history, journal
from engine.filing.operations import Operation
from engine.library.library import Library

Kind = Literal["edit", "file"]


@dataclass(frozen=True)
class Line:
    """One thing that was done. Edits are a stack: `takes` are those that are undone, or redone, with this one."""

    id: int
    when: datetime
    label: Sentence
    kind: Kind
    undoable: bool
    why: Sentence | None
    takes: int = 1

    @property
    def redoable(self) -> bool:
        """Whether it is an edit that was undone; an action on files is planned again."""
        return self.kind == "edit" and not self.undoable


@dataclass(frozen=True)
class Pile:
    """What an action did with the photos of one cluster (its id; "" for none), companions not counted."""

    group: str
    done: int


@dataclass(frozen=True)
class Details:
    """What a line was about: photos by file id and digest, those that are not in the library any more too.

    The rest is of an action: operations done, taken back and left, why with how many of each, and its piles.
    """

    line: int
    photos: tuple[tuple[int, str], ...] = ()
    done: int = 0
    undone: int = 0
    left: int = 0
    reasons: tuple[tuple[Sentence, int], ...] = ()
    piles: tuple[Pile, ...] = ()


def read_lines(library: Library) -> list[Line]:
    """Everything that was done, newest first; on a thread that may wait for the disk."""
    entries = history.entries(library)
    undone = sum(entry.kind == "edit" and not entry.undoable for entry in entries)
    done, lines = 0, []
    for entry in entries:
        takes = 1
        if entry.kind == "edit" and entry.undoable:
            takes = done = done + 1
        elif entry.kind == "edit":  # the oldest of the undone ones is redone first
            takes, undone = undone, undone - 1
        lines.append(Line(entry.id, entry.when, entry.label, entry.kind, entry.undoable, entry.why, takes))
    return lines


def read_details(line: Line, library: Library) -> Details:
    """What a line was about."""
    digests = _digests(library)
    if line.kind == "file":
        return _of_action(line, library, digests)
    edit = next((edit for edit in library.catalog.edits.all() if edit.id == line.id), None)
    if edit is None:
        return Details(line.id)
    ways = json.loads(edit.forward), json.loads(edit.inverse)
    files = _files_of(ways[0]) or _files_of(ways[1]) or _files_with_faces(ways, digests)
    return Details(line.id, _shown(files, digests))


def _of_action(line: Line, library: Library, digests: dict[int, str]) -> Details:
    operations = journal.read(library.folder, line.id).plan.operations
    photos = [o for o in operations if o.companion_of is None]
    counts = Counter(o.status for o in photos)
    piles = Counter(o.group for o in photos if o.status == "done")
    groups = dict.fromkeys(o.group for o in photos)
    return Details(
        line.id,
        _shown([o.file for o in photos if o.status != "left"], digests),
        counts["done"],
        counts["undone"],
        counts["left"],
        _reasons(operations),
        tuple(Pile(group, piles[group]) for group in groups),
    )


def _reasons(operations: Iterable[Operation]) -> tuple[tuple[Sentence, int], ...]:
    """By the reason's own words, the most frequent first: what differs in a name alone is one kind."""
    counts: Counter[str] = Counter()
    first: dict[str, Sentence] = {}
    for operation in operations:
        if operation.why is not None:
            first.setdefault(operation.why.template, operation.why)
            counts[operation.why.template] += 1
    return tuple((first[template], count) for template, count in counts.most_common())


def _digests(library: Library) -> dict[int, str]:
    """The content of every file that was read, of those that are gone, too."""
    files = library.catalog.files
    known = files.all() + [file for root, _ in files.roots() for file in files.gone(root)]
    return {file.id: file.digest for file in known if file.digest is not None}


def _shown(files: Iterable[int | None], digests: dict[int, str]) -> tuple[tuple[int, str], ...]:
    return tuple((file, digests[file]) for file in dict.fromkeys(files) if file is not None and file in digests)


def _files_with_faces(ways: Iterable[dict[str, Any]], digests: dict[int, str]) -> list[int]:
    """The files that an edit of people is about: what puts it back names the contents (engine/edits/people.py)."""
    contents = {digest for way in ways for digest in way.get("whose") or ()}
    return [file for file, digest in digests.items() if digest in contents]


def _files_of(edit: dict[str, Any]) -> list[int]:
    """The files an edit names; of those that name clusters alone the inverse has the rows."""
    if "a" in edit and "b" in edit:
        return [edit["a"], edit["b"]]
    return [row["file"] if isinstance(row, dict) else row for row in edit.get("files") or ()]
