"""Bursts: frames that one camera took within moments of one another, of one view and exposed alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

from engine.core.job import Job
from engine.core.records import Content, File
from engine.duplicates.find import hashes_of
from engine.duplicates.groups import Hashes
from engine.duplicates.registration import register
from engine.duplicates.shots import moment_of, shot_of
from engine.library.library import Library

_GAP = timedelta(seconds=1)  # between frames: cameras tell whole seconds
_FRAMES = 3  # at least: two presses are no burst
_MAX_HAMMING = 20  # bits of 128: frames moved by 2 % keep closer, 24 of 25 that are moved by 10 % do not
_MOVED = 0.03  # of a side, from the first frame: a hand moves less, a sweep more
_STAGE = "duplicates"


class _Frame(NamedTuple):
    """A photo that may be one of a burst."""

    camera: tuple[str, int, int]  # and the size of its pictures
    at: datetime
    file: File


Run = list[_Frame]


def bursts(library: Library, job: Job, *, threads: int = 2) -> list[list[int]]:
    """Groups of file ids in the order they were taken; a picture that lies there more than once stands for its copies.

    Brackets are exposed differently, the frames of a panorama move on: neither is a burst, nor is a part of one. What
    moves before a camera that does not is one.
    """
    with library.catalog.reading():
        files, contents = library.catalog.files.readable(), library.catalog.files.contents()
        roots = {root: Path(folder) for root, folder in library.catalog.files.roots()}
    runs = list(_close_in_time(files, contents))
    hashes = hashes_of(library, [str(frame.file.digest) for run in runs for frame in run], threads, job)

    def alike(a: _Frame, b: _Frame) -> bool:
        one, other = hashes.get(str(a.file.digest)), hashes.get(str(b.file.digest))
        return one is not None and other is not None and _apart(one, other) <= _MAX_HAMMING

    runs = [part for run in runs for part in _split(run, alike)]
    found: list[list[int]] = []
    with ThreadPoolExecutor(threads) as pool:
        parts = pool.map(lambda run: _standing_still(library, _exposed_alike(run, roots), alike), runs)
        for part in job.track(_STAGE, parts, len(runs)):
            found += [[frame.file.id for frame in run] for run in part]
    return found


def _close_in_time(files: Iterable[File], contents: dict[str, Content]) -> Iterator[Run]:
    """Runs of frames of one camera, each taken a moment after the other."""
    frames: dict[str, _Frame] = {}
    for file in files:
        content = contents.get(file.digest or "")
        at = None if content is None else moment_of(content)
        if content is not None and at is not None and content.camera:
            frame = _Frame((content.camera, content.width, content.height), at, file)
            frames.setdefault(content.digest, frame)
    ordered = sorted(frames.values(), key=lambda f: (f.camera, f.at, f.file.root, f.file.path))
    yield from _split(ordered, lambda a, b: a.camera == b.camera and b.at - a.at <= _GAP)


def _split(run: Run, belongs: Callable[[_Frame, _Frame], bool]) -> list[Run]:
    """What is left of a run that is cut wherever a frame does not belong to the one before it."""
    parts: list[Run] = []
    for before, frame in zip([None, *run], run, strict=False):
        if before is not None and belongs(before, frame):
            parts[-1].append(frame)
        else:
            parts.append([frame])
    return [part for part in parts if len(part) >= _FRAMES]


def _exposed_alike(run: Run, roots: dict[int, Path]) -> list[Run]:
    shots = {frame.file.id: shot_of(roots[frame.file.root] / frame.file.path) for frame in run}
    return _split(run, lambda a, b: not shots[a.file.id].taken_otherwise(shots[b.file.id]))


def _standing_still(library: Library, runs: list[Run], alike: Callable[[_Frame, _Frame], bool]) -> list[Run]:
    """Those whose every frame shows the view of the first: frames of a slow sweep are alike only one by one."""
    still = []
    for first, *others in runs:
        view = _grey(library, first)
        if all(alike(first, frame) and not _has_moved(view, _grey(library, frame)) for frame in others):
            still.append([first, *others])
    return still


def _has_moved(view: Image.Image | None, other: Image.Image | None) -> bool:
    """Where it cannot be told, since something else has moved, they are as alike as their hashes say."""
    how = None if view is None or other is None else register(view, other)
    return how is not None and float(np.abs(how.shift + (how.scale - 1) / 2).max()) > _MOVED


def _grey(library: Library, frame: _Frame) -> Image.Image | None:
    pixels = library.thumbnails.picture(str(frame.file.digest))
    return None if pixels is None else Image.fromarray(pixels).convert("L")


def _apart(one: Hashes, other: Hashes) -> int:
    return int(np.bitwise_count(one ^ other).sum())
