"""Replays of recorded trainings, laid out on the map."""

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
from engine.training.recorder import NO_CLUSTER, training_path, write

_NEIGHBOURS = 3, 8  # whose mean position a photo moves to: the fewest, the most
_SHARE = 40  # photos for each such neighbour: the smallest islands must not collapse onto themselves
MAP = "neighbours"  # the projection on which trainings are laid out


@dataclass(frozen=True, slots=True)
class Replay:
    """`ids` (m,) of the recorded photos; frame t has them at `xy[t]`, float32 (t, m, 2), in clusters `labels[t]`.

    A label is an index into `clusters` (ids), or -1 before there were any. The last frame is the final map. `at` (t,)
    is the number of the training's update at each frame, -1 before the first. `codes` (t, m, c) tell who is near whom;
    an earlier version did not keep them.
    """

    clusters: tuple[str, ...]
    ids: Ints
    xy: Floats
    labels: NDArray[np.int16]
    at: Ints
    codes: NDArray[np.float16] | None = None

    def __len__(self) -> int:
        return len(self.xy)

    @property
    def updates(self) -> int:
        """The number of updates; where there were many, not each has a frame."""
        return int(self.at[-1]) + 1


def is_recorded(library: Library) -> bool:
    """Whether the training of the active clustering was recorded."""
    return _current_training(library)[0] is not None


def lay_out_replay(library: Library, job: Job) -> int:
    """Lay the training of the active clustering out on its map, unless it is; returns the number of frames.

    In each frame a photo is at the mean final position of the photos with the nearest codes: at first all are in the
    middle, in the end each is at its own position. Where codes do not change (k-means) it is there all the time.
    """
    path, projection = _current_training(library)[0], library.catalog.clusterings.projection(MAP)
    if path is None or projection is None:
        return 0
    with np.load(path, allow_pickle=False) as kept:
        arrays = dict(kept)
    if "xy" not in arrays:
        row_of = {int(id_): row for row, id_ in enumerate(projection[0].ids)}
        on_map = np.array([int(id_) in row_of for id_ in arrays["ids"]], np.bool_)
        final_xy = projection[0].xy[[row_of[int(id_)] for id_ in arrays["ids"][on_map]]]
        frames = arrays["codes"][:-1, on_map].astype(np.float32)
        last = arrays["codes"][-1, on_map]
        layouts = [
            final_xy if np.array_equal(codes, last) else mean_of_neighbours(codes, final_xy, job)
            for codes in job.track("replay", frames, len(frames))
        ]
        xy = np.stack([*layouts, final_xy]).astype(np.float16)
        arrays = {
            "ids": arrays["ids"][on_map],
            "labels": arrays["labels"][:, on_map],
            "xy": xy,
            "codes": arrays["codes"][:, on_map],
            "updates": _update_numbers(arrays),
        }
        write(path, arrays)
    return len(arrays["xy"])


def load_replay(library: Library) -> Replay | None:
    """The replay of the active clustering; None where its training was not recorded or is not laid out yet."""
    path, clusters = _current_training(library)
    if path is None:
        return None
    with np.load(path, allow_pickle=False) as kept:
        if "xy" not in kept:
            return None
        codes = kept.get("codes")
        return Replay(
            clusters, kept["ids"], kept["xy"].astype(np.float32), kept["labels"], _update_numbers(kept), codes
        )


def map_positions(library: Library, ids: Ints) -> Floats:
    """Positions of the files `ids` (n,) on the map on which trainings are laid out, float32 (n, 2); NaN for none."""
    projection = library.catalog.clusterings.projection(MAP)
    xy = np.full((len(ids), 2), np.nan, np.float32)
    if projection is not None:
        row_of = {int(id_): row for row, id_ in enumerate(projection[0].ids)}
        rows = np.array([row_of.get(int(id_), -1) for id_ in ids], np.int64)
        xy[rows >= 0] = projection[0].xy[rows[rows >= 0]]
    return xy


def mean_of_neighbours(codes: Floats, final_xy: Floats, job: Job) -> Floats:
    """For each row of `codes` (m, c) the mean of `final_xy` (m, 2) over the rows with the nearest codes, (m, 2)."""
    count = min(max(len(codes) // _SHARE, _NEIGHBOURS[0]), _NEIGHBOURS[1])
    near, _ = nearest(codes, count, job.within("replay"))
    return np.asarray(final_xy[near].mean(axis=1) if near.size else final_xy, np.float32)


def _update_numbers(kept: Mapping[str, NDArray[Any]]) -> Ints:
    """The update of each frame (t,); earlier versions kept a frame for each update, and did not number them."""
    if "updates" in kept:
        return kept["updates"]
    labelled = (kept["labels"] != NO_CLUSTER).any(axis=1)
    return np.where(labelled, labelled.cumsum() - 1, NO_CLUSTER)


def _current_training(library: Library) -> tuple[Path | None, tuple[str, ...]]:
    """The recording of the active clustering, or of the fit that it is a cut of, and its cluster ids."""
    clusterings = library.catalog.clusterings
    with library.catalog.reading():
        current = clusterings.current()
        if current is None:
            return None, ()
        made = clusterings.get(current[0])
        learned = current[0] if made.base is None else made.base
        path = training_path(library, learned)
        return (path, clusterings.get(learned).cluster_ids) if path.exists() else (None, ())
