"""Journal: what an action is about to do and has done, a file of JSON lines each, which survives whatever happens.

A plan is written down as a whole and synced before anything is done; what comes of each operation is appended. So after
a crash every operation either has its mark, or the disk says how far it came (see `FileAction.settle`).
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from engine.core.disk.durable import sync_folder
from engine.core.errors import Sentence, UserError
from engine.filing.actions.action import Facts
from engine.filing.collector import no_collector
from engine.filing.operations import Drive, FilingOptions, Operation, Plan, Status, Totals

VERSION = 1
FOLDER = "actions"  # in the library
MARKS, SECONDS = 100, 0.05  # what is written together at most: a mark and the time since the last
State = Literal["planned", "begun", "ended", "undoing", "undone"]
_NAME = re.compile(r"(\d{6,})\.jsonl")


@dataclass
class Record:
    """A journal as it was read: the plan, its state, and by operation what came of it and what undo needs."""

    id: int
    made_at: datetime
    plan: Plan
    state: State = "planned"
    undoing: tuple[str, ...] | None = None  # the groups that the latest undo was asked for; None: all
    intended: dict[int, Facts] = field(default_factory=dict)
    facts: dict[int, Facts] = field(default_factory=dict)

    def known(self, number: int) -> Facts:
        """What was intended for an operation and what came of it."""
        return self.intended.get(number, {}) | self.facts.get(number, {})

    @property
    def open(self) -> bool:
        """Whether it was cut in the middle."""
        return self.state in ("begun", "undoing")


class Journal:
    """Appends to the file of one action; `close` it."""

    def __init__(self, library: Path, id_: int) -> None:
        self.id, self.path = id_, _path(library, id_)
        self._file = open_private(self.path, os.O_APPEND)
        self._waiting, self._since = 0, time.monotonic()
        if _torn(self.path):  # by a crash in the middle of a line: what follows begins a line of its own
            self._file.write(b"\n")

    @classmethod
    def create(cls, library: Path, id_: int, plan: Plan) -> Journal:
        """Write a plan down, durably; its action has not begun."""
        path = _path(library, id_)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        part = path.with_suffix(".part")
        with open_private(part, os.O_TRUNC) as file:
            for line in _lines_of(id_, plan):
                file.write(_line(line))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
        return cls(library, id_)

    def enter(self, state: State, groups: tuple[str, ...] | None = None) -> None:
        """The action or its undo begins or ends; `groups` are those that are undone, None all."""
        self._append({"state": state, "at": _now(), "groups": groups}, sync=True)

    def intend(self, number: int, facts: Facts) -> None:
        """Write down durably what is about to be done to an operation, beyond what the plan says."""
        self._append({"n": number, "intend": facts}, sync=True)

    def mark(
        self,
        number: int,
        status: Status,
        *,
        target: str | None = None,
        why: Sentence | None = None,
        facts: Facts | None = None,
    ) -> None:
        """What came of an operation. It need not be synced, and marks are written together: the disk says the same."""
        line: dict[str, Any] = {"n": number, "status": status}
        if target is not None:
            line["target"] = target
        if why is not None:
            line["why"] = why.to_json()
        if facts:
            line["facts"] = facts
        self._append(line, sync=False)

    def flush(self) -> None:
        """Hand over the marks that wait to be written together: before what may take long."""
        self._file.flush()
        self._waiting, self._since = 0, time.monotonic()

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _append(self, line: dict[str, Any], *, sync: bool) -> None:
        self._file.write(_line(line))
        self._waiting += 1
        if sync or self._waiting >= MARKS or time.monotonic() - self._since > SECONDS:
            self.flush()
        if sync:
            os.fsync(self._file.fileno())


def read(library: Path, id_: int) -> Record:
    """The plan of an action, and what came of it; a UserError where there is none."""
    path = _path(library, id_)
    if not path.exists():
        raise UserError("There is no action {id} in this library: see `undo --list`.", id=id_)
    lines = _read_lines(path)
    head = next(lines, None)
    if head is None or head.get("version") != VERSION:
        raise UserError("{path} is damaged or of a newer version of Photoloom.", path=path)
    operations: list[Operation] = []
    record = Record(id_, datetime.fromisoformat(head["made_at"]), _plan(head, ()))
    try:
        with no_collector():
            for line in lines:
                _take(record, operations, line)
    except (KeyError, IndexError, TypeError) as error:
        raise UserError("{path} is damaged or of a newer version of Photoloom.", path=path) from error
    record.plan = record.plan.with_operations(operations)
    return record


def ids(library: Path) -> list[int]:
    """The actions that were planned or done, the oldest first."""
    folder = library / FOLDER
    if not folder.is_dir():
        return []
    return sorted(int(found[1]) for path in folder.iterdir() if (found := _NAME.fullmatch(path.name)))


def unfinished(library: Path) -> list[int]:
    """The actions whose journal does not end with an end: planned ones, and those that were cut in the middle."""
    return [id_ for id_ in ids(library) if not _ends(_path(library, id_))]


@dataclass(frozen=True, slots=True)
class Head:
    """What a list shows of an action, found without taking its journal apart; `done`: something of it was."""

    id: int
    made_at: datetime
    label: Sentence
    state: State
    done: bool


def head(library: Path, id_: int) -> Head | None:
    """What is known of an action at a glance; None where its journal is damaged."""
    data = _path(library, id_).read_bytes()
    data = data[: data.rfind(b"\n") + 1]  # a line that a crash has cut says nothing
    try:
        first = json.loads(data[: data.index(b"\n")])
        made_at, label = datetime.fromisoformat(first["made_at"]), Sentence.from_json(first["label"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    last = data.rfind(b'\n{"state":"')
    state: State = "planned" if last < 0 else json.loads(data[last + 1 : data.find(b"\n", last + 1)])["state"]
    return Head(id_, made_at, label, state, b',"status":"done"' in data)


def discard(library: Path, id_: int) -> None:
    """Forget a plan that was not begun."""
    _path(library, id_).unlink(missing_ok=True)


def open_private(path: Path, flags: int = 0) -> Any:
    """A file of the user's alone, to write bytes to; a link in its place is refused."""
    nofollow = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | nofollow | flags, 0o600), "ab" if flags & os.O_APPEND else "wb"
    )


def _path(library: Path, id_: int) -> Path:
    return library / FOLDER / f"{id_:06}.jsonl"


def _lines_of(id_: int, plan: Plan) -> Iterator[dict[str, Any]]:
    options = plan.options
    yield {
        "version": VERSION,
        "id": id_,
        "made_at": _now(),
        "label": plan.label.to_json(),
        "options": {name: getattr(options, name) for name in options.__dataclass_fields__},
        "totals": [plan.totals.files, plan.totals.bytes, plan.totals.clashes, plan.totals.free],
        "drives": [[d.path, d.needed, d.free, d.trash] for d in plan.drives],
        "folders": plan.folders,
    }
    for o in plan.operations:
        line: dict[str, Any] = {"op": o.number, "from": o.source, "to": o.target, "bytes": o.bytes, "file": o.file}
        line |= {"of": o.companion_of, "group": o.group, "status": o.status, "values": o.values}
        yield line | ({"why": o.why.to_json()} if o.why else {})


def _plan(head: dict[str, Any], operations: tuple[Operation, ...]) -> Plan:
    options: dict[str, Any] = head["options"]
    options["clusters"] = tuple(options["clusters"])
    options["files"] = None if options["files"] is None else tuple(options["files"])
    options["keepers"] = tuple((thrown, kept) for thrown, kept in options.get("keepers", ()))
    drives = tuple(Drive(*drive) for drive in head["drives"])
    label = Sentence.from_json(head["label"])
    return Plan(FilingOptions(**options), label, operations, Totals(*head["totals"]), drives, tuple(head["folders"]))


def _take(record: Record, operations: list[Operation], line: dict[str, Any]) -> None:
    """Add a line to what was read."""
    why = Sentence.from_json(line["why"]) if "why" in line else None
    if "op" in line:
        of, group, status, values = line["of"], line["group"], line["status"], line["values"]
        source = line["op"], line["from"], line["to"], line["bytes"], line["file"]
        operations.append(Operation(*source, of, group, status, why, values))
    elif "state" in line:
        record.state, groups = line["state"], line["groups"]
        record.undoing = None if groups is None else tuple(groups)
    elif "intend" in line:
        record.intended.setdefault(line["n"], {}).update(line["intend"])
    elif "status" in line:
        number = line["n"]
        operations[number] = operations[number].now(line["status"], line.get("target"), why)
        if "facts" in line:
            record.facts.setdefault(number, {}).update(line["facts"])


def _read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The lines; one that a crash has cut is left out."""
    with path.open("rb") as file:
        for line in file:
            try:
                yield json.loads(line.decode("utf-8", "surrogatepass"))  # of bytes it would guess the encoding first
            except ValueError:
                continue


def _ends(path: Path) -> bool:
    """Whether the last line says that the action or its undo has ended."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - 500))
        last = file.read().rpartition(b"\n")[0].rpartition(b"\n")[2]
    return last.startswith((b'{"state":"ended"', b'{"state":"undone"'))


def _torn(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _line(value: dict[str, Any]) -> bytes:
    # ASCII alone: a name that is not UTF-8 is kept as its surrogates.
    return json.dumps(value, separators=(",", ":")).encode("ascii") + b"\n"


def _now() -> str:
    return datetime.now().isoformat(timespec="milliseconds")
