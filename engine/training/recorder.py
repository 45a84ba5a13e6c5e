"""A training as it is watched: how the codes of some photos move while they are learned, kept beside the catalog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from engine.library.library import Library

_WATCHED = 3_000  # photos at most; the others move with the nearest of these
_MOMENTS = 40  # of a training at most
_KEPT = 12  # trainings; older ones are dropped
NOWHERE = -1

Show = Callable[[Ints, Floats, Ints], None]  # rows, their codes, their labels or -1


@dataclass
class Recorder:
    """Watches a job (see Job.look) and keeps what it saw of a seeded sample of the rows; `show` is handed it, too.

    Of a long training it keeps fewer and fewer moments: as many of the first ten looks as of the hundred after.
    """

    show: Show | None = None
    rows: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    codes: list[NDArray[np.float16]] = field(default_factory=list)
    labels: list[NDArray[np.int16]] = field(default_factory=list)
    updates: list[int] = field(default_factory=list)  # which look with labels a moment is, -1 before there are any
    _at: list[int] = field(default_factory=list)  # which look it is
    _looks: int = 0
    _updates: int = 0

    def __call__(self, codes: Floats, labels: Ints | None) -> None:
        if not self.codes:
            self.rows = np.sort(np.random.default_rng(0).permutation(len(codes))[:_WATCHED])
        seen = codes[self.rows]
        known = np.full(len(self.rows), NOWHERE) if labels is None else labels[self.rows]
        spread = max(float(np.abs(codes).max(initial=0)), 1e-12)  # only who is near whom counts
        self.codes.append((seen / spread).astype(np.float16))
        self.labels.append(known.astype(np.int16))
        self._looks += 1
        self._updates += labels is not None
        self._at.append(self._looks)
        self.updates.append(NOWHERE if labels is None else self._updates - 1)
        if len(self.codes) > _MOMENTS:
            self._thin()
        if self.show is not None:
            self.show(self.rows, seen, known)

    def _thin(self) -> None:
        """Drop the moment between the two that are nearest to each other, by the logarithm of how long it took."""
        at = np.log(self._at)
        least = 1 + int((at[2:] - at[:-2]).argmin())
        for kept in (self.codes, self.labels, self.updates, self._at):
            del kept[least]

    def keep(self, library: Library, clustering: int, ids: Ints) -> None:
        """Write it to the library, as what made this clustering of the files `ids`."""
        if not self.codes:
            return
        arrays: dict[str, NDArray[Any]] = {
            "ids": ids[self.rows],
            "codes": np.stack(self.codes),
            "labels": np.stack(self.labels),
            "updates": np.array(self.updates),
        }
        write(training_path(library, clustering), arrays)


def write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """All or nothing, and only the newest trainings."""
    path.parent.mkdir(exist_ok=True)
    partial = path.with_suffix(".part")
    with partial.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]
    partial.replace(path)
    others = [kept for kept in path.parent.glob("*.npz") if kept != path]  # a new catalog counts from 1 again
    for old in sorted(others, key=lambda kept: kept.stat().st_mtime_ns, reverse=True)[_KEPT - 1 :]:
        old.unlink()


def training_path(library: Library, clustering: int) -> Path:
    """The file that holds the training of a clustering, if it was watched."""
    return library.folder / "trainings" / f"{clustering}.npz"
