"""What filing is about: the user's options, and a plan of operations with its totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from engine.core.errors import Sentence

Action = Literal["copy", "move", "hardlink", "symlink", "trash", "csv", "json", "list", "keywords"]
Status = Literal["planned", "done", "left", "undone"]
SidecarName = Literal["a.jpg.xmp", "a.xmp"]

TRANSFERS: tuple[Action, ...] = ("copy", "move", "hardlink", "symlink")
ALBUMS: tuple[Action, ...] = ("csv", "json", "list")
NO_VALUES: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class FilingOptions:
    """What the user wants done with which photos.

    `files` are catalog ids; without them all photos of `clusters` (names or ids) that `query` finds, of which an empty
    one holds everything. `target` is an absolute folder, or the file of an album; `pattern` says where in it (see
    planning/pattern.py). Keywords go to sidecars, named as `sidecar` where there is none yet, or with `embed` into the
    files themselves where their format allows it. `keepers` are pairs (thrown away, kept) of near-duplicates: what the
    user said of the one goes over to the other.
    """

    action: Action
    files: tuple[int, ...] | None = None
    clusters: tuple[str, ...] = ()
    query: str = ""
    target: str | None = None
    pattern: str = "{cluster}/{name}"
    embed: bool = False
    sidecar: SidecarName = "a.jpg.xmp"
    keepers: tuple[tuple[int, int], ...] = ()


class Operation(NamedTuple):
    """One file of a plan; `number` is its position there.

    A tuple, for a plan has one for every photo: a frozen dataclass costs four times as much.

    `source` is absolute; `target` too, None where there is none or it is only known once it is done (a trash). `file`
    is the catalog's id, None for a companion, which belongs to the operation `companion_of`: it travels with its photo,
    or is the sidecar of one whose keywords go into the file itself. `group` is the cluster's
    id ("" for none): an action is undone as a whole or group by group. One that is `left` says `why`: from the start
    where a rule keeps it away. `values` are the action's own: the keywords of a photo, the columns of an album's row.
    """

    number: int
    source: str
    target: str | None = None
    bytes: int = 0
    file: int | None = None
    companion_of: int | None = None
    group: str = ""
    status: Status = "planned"
    why: Sentence | None = None
    values: Mapping[str, Any] = NO_VALUES

    def now(self, status: Status, target: str | None = None, why: Sentence | None = None) -> Operation:
        """What came of it, at another target if one is given."""
        return self._replace(status=status, target=self.target if target is None else target, why=why)


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive that a plan writes to, by its mount point: bytes needed and free, and whether it has a trash."""

    path: str
    needed: int
    free: int
    trash: bool = True


@dataclass(frozen=True, slots=True)
class Totals:
    """Of what is planned: files, bytes, how many get another name than wanted; `free` is that of the fullest drive."""

    files: int = 0
    bytes: int = 0
    clashes: int = 0
    free: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an action will do, and what it keeps away from, before anything happens."""

    options: FilingOptions
    label: Sentence
    operations: tuple[Operation, ...]
    totals: Totals
    drives: tuple[Drive, ...] = ()
    folders: tuple[str, ...] = ()  # to be made, parents first

    def with_operations(self, operations: Sequence[Operation]) -> Plan:
        return replace(self, operations=tuple(operations))
