"""FilingView: a plan or a receipt as the window shows it, made off the GUI thread from an action's journal."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from engine.core.errors import Sentence
from engine.filing.journal import Record, State, read
from engine.filing.operations import Drive, FilingOptions, Operation, Totals
from engine.filing.planning.preview import Branch, preview
from engine.library.library import Library

_NUMBERED = re.compile(r" \(\d+\)(\.[^.]*)*$")  # "a (2).jpg", "a (2).jpg.xmp"


@dataclass
class Pile:
    """The operations of one cluster: photos alone are counted, bytes are of companions, too."""

    group: str  # the cluster's id, "" for none
    photos: int = 0
    bytes: int = 0
    left: int = 0  # of all operations
    done: int = 0
    rows: list[int] = field(default_factory=list)  # its operations, by their position


@dataclass(frozen=True)
class FilingView:
    """`upto[i]` are the bytes of the first i operations that are not left from the start: progress is told in files."""

    id: int
    state: State
    options: FilingOptions
    operations: tuple[Operation, ...]
    totals: Totals
    drives: tuple[Drive, ...]
    piles: tuple[Pile, ...]
    tree: Branch | None
    kept: tuple[tuple[Sentence, int], ...]  # why files are left, or not put back, and how many; the most first
    upto: tuple[int, ...]
    counts: dict[str, int]  # of files, by status
    photo_counts: dict[str, int]
    renamed: frozenset[int]  # positions of operations that get a number, as their name is taken

    @property
    def photos(self) -> int:
        """How many photos the action is about, without their companions and what is left."""
        return sum(pile.photos for pile in self.piles)

    def count_of(self, status: str) -> int:
        """How many files have this status."""
        return self.counts.get(status, 0)

    def photos_of(self, status: str) -> int:
        """How many photos have this status, without companions."""
        return self.photo_counts.get(status, 0)

    def quarantine_on(self, drive: str) -> str:
        """The folder that takes what is thrown away on a drive without a trash."""
        places = (o.target for o in self.operations if o.target is not None and o.target.startswith(drive))
        return next(places, drive).rpartition(os.sep)[0]

    def count_left(self) -> int:
        """How many files are left, or could not be put back."""
        return sum(count for _, count in self.kept)


def read_view(id_: int, library: Library) -> FilingView:
    """The plan and receipt of an action; on a thread that may wait for the disk."""
    return view_of(read(library.folder, id_))


def view_of(record: Record) -> FilingView:
    plan = record.plan
    operations = plan.operations
    active = [o.bytes for o in operations if o.status != "left" or o.number in record.facts]
    return FilingView(
        record.id,
        record.state,
        plan.options,
        operations,
        plan.totals,
        plan.drives,
        _piles(operations),
        preview(plan),
        _kept(operations),
        tuple(accumulate(active, initial=0)),
        Counter(operation.status for operation in operations),
        Counter(operation.status for operation in operations if operation.companion_of is None),
        frozenset(row for row, operation in enumerate(operations) if _renamed(operation)),
    )


def _piles(operations: Sequence[Operation]) -> tuple[Pile, ...]:
    piles: dict[str, Pile] = {}
    for row, operation in enumerate(operations):
        pile = piles.setdefault(operation.group, Pile(operation.group))
        pile.rows.append(row)
        if operation.status == "left":
            pile.left += 1
            continue
        pile.photos += operation.companion_of is None
        pile.bytes += operation.bytes
        pile.done += operation.status == "done" and operation.companion_of is None
    return tuple(piles.values())


def _renamed(operation: Operation) -> bool:
    if operation.target is None or operation.status == "left":
        return False
    name = operation.target.rpartition(os.sep)[2]
    return _NUMBERED.search(name) is not None and name != operation.source.rpartition(os.sep)[2]


def _kept(operations: Sequence[Operation]) -> tuple[tuple[Sentence, int], ...]:
    """By the reason's own words: what differs in a name or number alone is one kind."""
    found: dict[str, Sentence] = {}
    counts: Counter[str] = Counter()
    for operation in operations:
        if operation.why is not None and operation.status != "planned":
            found.setdefault(operation.why.template, operation.why)
            counts[operation.why.template] += 1
    return tuple((found[template], count) for template, count in counts.most_common())
