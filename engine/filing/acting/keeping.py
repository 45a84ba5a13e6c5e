"""What the user said of a copy that is thrown away goes over to the one that is kept: its pin, and its keywords.

Where the kept one has a pin of its own, that holds. What is changed is noted in the catalog before, or with it, so that
undo takes it back, where nobody has said otherwise since, and so that it can be repeated after a crash.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from engine.core.job import Job
from engine.core.records import File
from engine.filing.actions.action import Facts, Left
from engine.filing.actions.keywords import Keywords
from engine.filing.journal import Record
from engine.filing.keywords.containers import find
from engine.filing.keywords.sidecars import sidecar_of
from engine.filing.keywords.xmp import NotXmp, read
from engine.filing.operations import Operation
from engine.library.library import Library

_SETTING = "taken over by action "
_LARGEST = 16 << 20  # bytes of a sidecar


class Keeping:
    """Of one action, as its record says; for photos that have no keeper nothing is done."""

    def __init__(self, library: Library, record: Record) -> None:
        self._library, self._options = library, record.plan.options
        self._operations = record.plan.operations
        self._keeper = dict(self._options.keepers)
        self._key = f"{_SETTING}{record.id}"
        self._roots = dict(library.catalog.files.roots()) if self._keeper else {}
        self._files: dict[int, File] = {f.id: f for f in library.catalog.files.all()} if self._keeper else {}

    def done(self, operation: Operation, place: str | None) -> None:
        """A photo was thrown away, to `place` if that is known. Can be repeated."""
        kept = self._files.get(self._keeper.get(operation.file or 0, 0))
        if kept is None or operation.file is None:
            return
        self._pin(operation.file, kept)
        found = [keyword for sidecar in self._sidecars(operation) for keyword in _in_sidecar(sidecar)]
        found += _in_photo(place)
        if found:
            self._write(operation.file, kept, [list(parts) for parts in dict.fromkeys(found)])

    def take_back(self, operations: Iterable[Operation]) -> None:
        """The kept ones are as before, for each of the operations that is undone."""
        for operation in operations:
            if operation.status == "undone":
                self._undone(operation)

    def _undone(self, operation: Operation) -> None:
        notes = self._notes() if operation.file in self._keeper else {}
        note = notes.pop(str(operation.file), None)
        if note is None:
            return
        if "written" in note:
            with suppress(Left):  # somebody has changed it since: it stays
                Keywords().undo(Operation(0, note["photo"], note["target"]), note["written"], _nothing, Job())
        with self._library.catalog.transaction():
            corrections = self._library.catalog.corrections
            if "pin" in note and corrections.pin_of(note["kept"]) == note["pin"]:
                corrections.unpin([note["kept"]])
                if note["cluster"] is not None:
                    self._library.catalog.clusters.assign([(note["kept"], note["cluster"], note["confidence"])])
            self._library.catalog.set_setting(self._key, json.dumps(notes))

    def _pin(self, thrown: int, kept: File) -> None:
        catalog = self._library.catalog
        with catalog.transaction():
            pin = catalog.corrections.pin_of(thrown)
            if pin is None or catalog.corrections.pin_of(kept.id) is not None:
                return
            cluster, confidence = catalog.clusters.assignments_of([kept.id])[kept.id]
            catalog.corrections.pin([(kept.id, pin)])
            catalog.clusters.assign([(kept.id, pin, 1.0)])
            self._note(thrown, {"kept": kept.id, "pin": pin, "cluster": cluster, "confidence": confidence})

    def _sidecars(self, operation: Operation) -> list[Path]:
        """Where its sidecars are: beside it still, or thrown away after it."""
        source = Path(operation.source)
        beside = [path.name for path in source.parent.glob("*.[xX][mM][pP]")]
        thrown = [
            Path(other.target)
            for other in self._operations
            if other.companion_of == operation.number and other.target and other.source.lower().endswith(".xmp")
        ]
        return [sidecar_of(source, beside, "a.jpg.xmp"), *thrown]

    def _write(self, thrown: int, kept: File, keywords: list[list[str]]) -> None:
        photo = Path(self._roots[kept.root], kept.path)
        written: Facts = self._notes().get(str(thrown), {}).get("written", {})

        def intend(facts: Facts) -> None:
            written.update(facts)
            self._note(thrown, {"photo": str(photo), "target": str(target), "written": written})

        # What it has already, or what cannot be written: what was thrown away still has it.
        with suppress(Left, OSError):
            near = [path.name for path in photo.parent.iterdir() if path.stem.startswith(photo.stem)]
            target = sidecar_of(photo, near, self._options.sidecar)
            operation = Operation(0, str(photo), str(target), values={"keywords": keywords})
            Keywords().settle(operation, written)
            Keywords().do(operation, intend, Job())

    def _note(self, thrown: int, note: Facts) -> None:
        notes = self._notes()
        notes[str(thrown)] = notes.get(str(thrown), {}) | note
        self._library.catalog.set_setting(self._key, json.dumps(notes))

    def _notes(self) -> dict[str, Any]:
        notes: dict[str, Any] = json.loads(self._library.catalog.setting(self._key) or "{}")
        return notes


def _nothing(_facts: Facts) -> None:
    """What is taken back is noted already."""


def _in_sidecar(path: Path) -> list[tuple[str, ...]]:
    try:
        return [tuple(k) for k in read(path.read_bytes())] if 0 < path.stat().st_size <= _LARGEST else []
    except (OSError, NotXmp):
        return []


def _in_photo(place: str | None) -> list[tuple[str, ...]]:
    if place is None:
        return []
    try:
        with Path(place).open("rb") as file:
            found = find(file)
        return [] if found is None or found.xmp is None else [tuple(k) for k in read(found.xmp)]
    except (OSError, NotXmp, Left):
        return []
