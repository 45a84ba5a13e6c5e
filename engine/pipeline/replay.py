"""A training to look at again: how the codes of some photos moved while they were learned, kept beside the catalog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.job import Job
from engine.library.library import Library
from engine.neighbours import nearest
from engine.records import Floats, Ints

_WATCHED = 3_000  # photos at most; the others move with the nearest of these
_NEIGHBOURS = 3, 8  # whose places say where a photo is on its way to: the fewest, the most
_SHARE = 40  # so many of the photos are one such neighbour: the smallest islands must not close in on themselves
_KEPT = 12  # trainings; older ones are dropped
_NOWHERE = -1
_MAP = "neighbours"


@dataclass
class Recorder:
    """Watches a job (see Job.look) and keeps what it saw of a seeded sample of the rows."""

    rows: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    codes: list[NDArray[np.float16]] = field(default_factory=list)
    labels: list[NDArray[np.int16]] = field(default_factory=list)

    def __call__(self, codes: Floats, labels: Ints | None) -> None:
        if not self.codes:
            self.rows = np.sort(np.random.default_rng(0).permutation(len(codes))[:_WATCHED])
        spread = max(float(np.abs(codes).max(initial=0)), 1e-12)  # only who is near whom counts
        self.codes.append((codes[self.rows] / spread).astype(np.float16))
        known = np.full(len(self.rows), _NOWHERE) if labels is None else labels[self.rows]
        self.labels.append(known.astype(np.int16))

    def keep(self, library: Library, clustering: int, ids: Ints) -> None:
        """Write it to the library, as what made this clustering of the files `ids`."""
        if not self.codes:
            return
        arrays: dict[str, NDArray[Any]] = {
            "ids": ids[self.rows],
            "codes": np.stack(self.codes),
            "labels": np.stack(self.labels),
        }
        _write(_path(library, clustering), arrays)


@dataclass(frozen=True, slots=True)
class Replay:
    """`ids` (m,) of the photos watched; at moment t they lay at `xy[t]`, float32 (t, m, 2), in clusters `labels[t]`.

    A label is a place in `clusters` (ids), or -1 before there were any. The last moment is where they came to lie.
    """

    clusters: tuple[str, ...]
    ids: Ints
    xy: Floats
    labels: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.xy)

    @property
    def updates(self) -> int:
        """How many of the moments, the last ones, are updates of the training."""
        return int((self.labels != _NOWHERE).any(axis=1).sum())


def draw(library: Library, job: Job) -> int:
    """Lay the training of the clustering that stands out on its map, unless it is; how many moments there are.

    While codes are learned a photo is drawn to where those lie in the end that its code is near to: at first
    everywhere, so that all are in the middle, at last home.
    """
    path, projection = _standing(library)[0], library.catalog.clusterings.projection(_MAP)
    if path is None or projection is None:
        return 0
    with np.load(path) as kept:
        found = dict(kept)
    if "xy" not in found:
        row_of = {int(id_): row for row, id_ in enumerate(projection[0].ids)}
        there = np.array([int(id_) in row_of for id_ in found["ids"]], np.bool_)
        home = projection[0].xy[[row_of[int(id_)] for id_ in found["ids"][there]]]
        moments = found["codes"][:-1, there].astype(np.float32)
        drawn = [_drawn(codes, home, job) for codes in job.track("replay", moments, len(moments))]
        xy = np.stack([*drawn, home]).astype(np.float16)
        found = {"ids": found["ids"][there], "labels": found["labels"][:, there], "xy": xy}
        _write(path, found)
    return len(found["xy"])


def load_replay(library: Library) -> Replay | None:
    """The training of the clustering that stands; None where none was watched, or it is not laid out yet."""
    path, clusters = _standing(library)
    if path is None:
        return None
    with np.load(path) as kept:
        if "xy" not in kept:
            return None
        return Replay(clusters, kept["ids"], kept["xy"].astype(np.float32), kept["labels"])


def leaders(replay: Replay, ids: Ints, xy: Floats) -> Ints:
    """For each of the files `ids` (n,) at `xy` (n, 2) the watched one with which it moves: itself, or the nearest."""
    from scipy.spatial import cKDTree

    nearest_one = np.asarray(cKDTree(replay.xy[-1]).query(xy)[1], np.int64)
    place = {int(id_): number for number, id_ in enumerate(replay.ids)}
    return np.array([place.get(int(id_), near) for id_, near in zip(ids, nearest_one, strict=True)], np.int64)


def _drawn(codes: Floats, home: Floats, job: Job) -> Floats:
    count = min(max(len(codes) // _SHARE, _NEIGHBOURS[0]), _NEIGHBOURS[1])
    near, _ = nearest(codes, count, job.within("replay"))
    return np.asarray(home[near].mean(axis=1) if near.size else home, np.float32)


def _write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """All or nothing, and only the newest trainings."""
    path.parent.mkdir(exist_ok=True)
    partial = path.with_suffix(".part")
    with partial.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]
    partial.replace(path)
    for old in sorted(path.parent.glob("*.npz"), key=lambda kept: int(kept.stem))[:-_KEPT]:
        old.unlink()


def _standing(library: Library) -> tuple[Path | None, tuple[str, ...]]:
    """Where the training lies of what stands, or of what that was cut from, and its clusters."""
    clusterings = library.catalog.clusterings
    current = clusterings.current()
    if current is None:
        return None, ()
    made = clusterings.get(current[0])
    learned = current[0] if made.base is None else made.base
    path = _path(library, learned)
    return (path, clusterings.get(learned).cluster_ids) if path.exists() else (None, ())


def _path(library: Library, clustering: int) -> Path:
    return library.folder / "trainings" / f"{clustering}.npz"
