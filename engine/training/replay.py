"""A training to look at again: what a Recorder kept of it, laid out on the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.graph.neighbours import nearest
from engine.library.library import Library
from engine.training.recorder import NOWHERE, training_path, write

_NEIGHBOURS = 3, 8  # whose places say where a photo is on its way to: the fewest, the most
_SHARE = 40  # so many of the photos are one such neighbour: the smallest islands must not close in on themselves
MAP = "neighbours"  # that trainings are laid out on


@dataclass(frozen=True, slots=True)
class Replay:
    """`ids` (m,) of the photos watched; at moment t they lay at `xy[t]`, float32 (t, m, 2), in clusters `labels[t]`.

    A label is a place in `clusters` (ids), or -1 before there were any. The last moment is where they came to lie.
    `at` (t,) says which update of the training a moment is, -1 before the first.
    """

    clusters: tuple[str, ...]
    ids: Ints
    xy: Floats
    labels: NDArray[np.int16]
    at: Ints

    def __len__(self) -> int:
        return len(self.xy)

    @property
    def updates(self) -> int:
        """How many updates there were; of many, not each is a moment."""
        return int(self.at[-1]) + 1


def watched(library: Library) -> bool:
    """Whether somebody watched the training of the clustering that stands."""
    return _standing(library)[0] is not None


def draw(library: Library, job: Job) -> int:
    """Lay the training of the clustering that stands out on its map, unless it is; how many moments there are.

    While codes are learned a photo is drawn to where those lie in the end that its code is near to: at first
    everywhere, so that all are in the middle, at last home. Where codes stay (k-means) it is home all the time.
    """
    path, projection = _standing(library)[0], library.catalog.clusterings.projection(MAP)
    if path is None or projection is None:
        return 0
    with np.load(path) as kept:
        found = dict(kept)
    if "xy" not in found:
        row_of = {int(id_): row for row, id_ in enumerate(projection[0].ids)}
        there = np.array([int(id_) in row_of for id_ in found["ids"]], np.bool_)
        home = projection[0].xy[[row_of[int(id_)] for id_ in found["ids"][there]]]
        moments = found["codes"][:-1, there].astype(np.float32)
        last = found["codes"][-1, there]
        drawn = [
            home if np.array_equal(codes, last) else towards(codes, home, job)
            for codes in job.track("replay", moments, len(moments))
        ]
        xy = np.stack([*drawn, home]).astype(np.float16)
        found = {"ids": found["ids"][there], "labels": found["labels"][:, there], "xy": xy, "updates": _updates(found)}
        write(path, found)
    return len(found["xy"])


def load_replay(library: Library) -> Replay | None:
    """The training of the clustering that stands; None where none was watched, or it is not laid out yet."""
    path, clusters = _standing(library)
    if path is None:
        return None
    with np.load(path) as kept:
        if "xy" not in kept:
            return None
        return Replay(clusters, kept["ids"], kept["xy"].astype(np.float32), kept["labels"], _updates(kept))


def map_positions(library: Library, ids: Ints) -> Floats:
    """Where the files `ids` (n,) lie on the map that trainings are laid out on, (n, 2); NaN where they do not."""
    projection = library.catalog.clusterings.projection(MAP)
    xy = np.full((len(ids), 2), np.nan, np.float32)
    if projection is not None:
        row_of = {int(id_): row for row, id_ in enumerate(projection[0].ids)}
        rows = np.array([row_of.get(int(id_), -1) for id_ in ids], np.int64)
        xy[rows >= 0] = projection[0].xy[rows[rows >= 0]]
    return xy


def towards(codes: Floats, home: Floats, job: Job) -> Floats:
    """Each row of `codes` (m, c) in the middle of where those lie at `home` (m, 2) that its code is near to."""
    count = min(max(len(codes) // _SHARE, _NEIGHBOURS[0]), _NEIGHBOURS[1])
    near, _ = nearest(codes, count, job.within("replay"))
    return np.asarray(home[near].mean(axis=1) if near.size else home, np.float32)


def _updates(kept: Mapping[str, NDArray[Any]]) -> Ints:
    """Which update each moment is; an earlier version kept them all, and did not number them."""
    if "updates" in kept:
        return kept["updates"]
    labelled = (kept["labels"] != NOWHERE).any(axis=1)
    return np.where(labelled, labelled.cumsum() - 1, NOWHERE)


def _standing(library: Library) -> tuple[Path | None, tuple[str, ...]]:
    """Where the training lies of what stands, or of what that was cut from, and its clusters."""
    clusterings = library.catalog.clusterings
    with library.catalog.reading():
        current = clusterings.current()
        if current is None:
            return None, ()
        made = clusterings.get(current[0])
        learned = current[0] if made.base is None else made.base
        path = training_path(library, learned)
        return (path, clusterings.get(learned).cluster_ids) if path.exists() else (None, ())
