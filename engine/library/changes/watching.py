"""What has changed in folders since they were last looked at, by size and time of every file, once it has rested.

Looking is a walk with a `stat` a file: it sees what is written into a file, which systems do not tell who watches its
folder, and what another computer writes to a network drive, which they tell nobody. It holds no handles.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import FolderAway
from engine.core.job import Job
from engine.core.records import File
from engine.library.changes.resting import rest
from engine.library.compare import at_or_below
from engine.library.scan import Problem, is_away, walk

PATIENCE = 30.0  # seconds that what has rested waits for the rest of a copy
_Key = tuple[int, str]  # root and path
_Stamp = tuple[int, int]  # size and mtime


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen: whether there is something to take in, files that have not rested yet, and folders that are away.

    `seconds` is how long it took.
    """

    due: bool
    restless: int
    away: frozenset[Path]
    seconds: float


class FolderWatch:
    """Compares each look with the one before, the first with what the catalog knows.

    A change is due once it has rested for `rest_time` seconds: together with all others, or after `patience` seconds
    at the most, while one more file grows. The files of a folder that is away, or suddenly empty, are not gone.
    """

    def __init__(
        self,
        known: Iterable[File],
        rest_time: float | None = None,
        patience: float = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stamps: dict[_Key, _Stamp] = {(f.root, f.path): (f.size, f.mtime_ns) for f in known}
        self._rest = rest() if rest_time is None else rest_time
        self._patience, self._clock = patience, clock
        self._changed: dict[_Key, float] = {}  # when each was first seen as it is now; taken in since
        self._away: frozenset[Path] = frozenset()
        self._back = False  # a folder has come back, and was not taken in since

    def look(self, roots: Mapping[int, Path], job: Job | None = None) -> Look:
        """Walk the folders; it takes a second for some 150,000 files on a local disk."""
        start, job = time.perf_counter(), job or Job()
        seen: dict[_Key, _Stamp] = {}
        away = set()
        for root, folder in roots.items():
            found = self._walk(root, folder, job)
            if found is None:
                away.add(folder)
                found = {key: stamp for key, stamp in self._stamps.items() if key[0] == root}
            seen |= found
        self._note(seen)
        self._back = self._back or bool(self._away - away)
        self._away = frozenset(away)
        return Look(self._is_due(), len(self._changed), self._away, time.perf_counter() - start)

    def taken_in(self) -> None:
        """What was due is being taken in: it is not due again until it changes once more."""
        now = self._clock()
        self._changed = {key: since for key, since in self._changed.items() if now - since < self._rest}
        self._back = False

    def _walk(self, root: int, folder: Path, job: Job) -> dict[_Key, _Stamp] | None:
        """What is in a folder, as it was where it cannot be seen; None if all of it is away."""
        problems: list[Problem] = []
        try:
            found = {(root, file.path): (file.size, file.mtime_ns) for file in walk(folder, job, problems)}
        except FolderAway:
            return None
        known = {key: stamp for key, stamp in self._stamps.items() if key[0] == root}
        if known and (problems or not found) and is_away(folder):
            return None
        unseen = {problem.path for problem in problems}
        if unseen:
            found = {key: stamp for key, stamp in known.items() if at_or_below(key[1], unseen)} | found
        return found

    def _note(self, seen: dict[_Key, _Stamp]) -> None:
        before, now = self._stamps, self._clock()
        for key in before.keys() | seen.keys() if before != seen else ():
            if before.get(key) != seen.get(key):
                self._changed[key] = now
        self._stamps = seen

    def _is_due(self) -> bool:
        now = self._clock()
        rested = [since for since in self._changed.values() if now - since >= self._rest]
        if not rested:
            return self._back
        return len(rested) == len(self._changed) or now - min(rested) >= self._patience
