"""Recordings of trainings: codes and labels of some photos, frame by frame, saved beside the catalog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from engine.library.library import Library

_MAX_PHOTOS = 3_000  # that are recorded; the others move with the nearest of these
_MAX_FRAMES = 40  # of a training
_MAX_TRAININGS = 12  # that are kept; older ones are deleted
NO_CLUSTER = -1

OnFrame = Callable[[Ints, Floats, Ints], None]  # rows, their codes, their labels or -1


@dataclass
class Recorder:
    """A job's watcher (see Job.observe): records a seeded sample of the rows, and passes each frame to `on_frame`.

    Of a long training it keeps fewer and fewer frames: as many of the first ten observations as of the hundred after.
    """

    on_frame: OnFrame | None = None
    rows: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    codes: list[NDArray[np.float16]] = field(default_factory=list)
    labels: list[NDArray[np.int16]] = field(default_factory=list)
    updates: list[int] = field(
        default_factory=list
    )  # number of each frame among those with labels, -1 before there are any
    _observed_at: list[int] = field(default_factory=list)  # number of each frame among all observations, from 1
    _observations: int = 0
    _labelled_observations: int = 0

    def __call__(self, codes: Floats, labels: Ints | None) -> None:
        if not self.codes:
            self.rows = np.sort(np.random.default_rng(0).permutation(len(codes))[:_MAX_PHOTOS])
        seen = codes[self.rows]
        known = np.full(len(self.rows), NO_CLUSTER) if labels is None else labels[self.rows]
        spread = max(float(np.abs(codes).max(initial=0)), 1e-12)  # only who is near whom counts
        self.codes.append((seen / spread).astype(np.float16))
        self.labels.append(known.astype(np.int16))
        self._observations += 1
        self._labelled_observations += labels is not None
        self._observed_at.append(self._observations)
        self.updates.append(NO_CLUSTER if labels is None else self._labelled_observations - 1)
        if len(self.codes) > _MAX_FRAMES:
            self._thin()
        if self.on_frame is not None:
            self.on_frame(self.rows, seen, known)

    def _thin(self) -> None:
        """Drop the frame between the two nearest to each other, by the logarithm of their numbers."""
        at = np.log(self._observed_at)
        least = 1 + int((at[2:] - at[:-2]).argmin())
        for kept in (self.codes, self.labels, self.updates, self._observed_at):
            del kept[least]

    def save(self, library: Library, clustering: int, ids: Ints) -> None:
        """Write the recording to the library, for the catalog id `clustering` of the files `ids` (n,)."""
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
    """Write a recording atomically, and delete all but the newest ones."""
    path.parent.mkdir(exist_ok=True)
    partial = path.with_suffix(".part")
    with partial.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]
    partial.replace(path)
    others = [kept for kept in path.parent.glob("*.npz") if kept != path]  # a new catalog counts from 1 again
    for old in sorted(others, key=lambda kept: kept.stat().st_mtime_ns, reverse=True)[_MAX_TRAININGS - 1 :]:
        old.unlink()


def training_path(library: Library, clustering: int) -> Path:
    """The file of a clustering's training; it exists if the training was recorded."""
    return library.folder / "trainings" / f"{clustering}.npz"
