"""The tree that a plan makes, with what each folder gets: shown while its pattern is typed, and once it is done."""

from __future__ import annotations

import os
from dataclasses import dataclass

from engine.filing.operations import TRANSFERS, Plan


@dataclass(frozen=True, slots=True)
class Branch:
    """A folder: how many files it and those below it get, and their bytes."""

    name: str
    files: int
    bytes: int
    folders: tuple[Branch, ...]


def preview(plan: Plan) -> Branch | None:
    """The target, by its path, and the folders below it that get files; None where none are put into folders."""
    target = plan.options.target
    if target is None or plan.options.action not in TRANSFERS:
        return None
    counts: dict[tuple[str, ...], list[int]] = {(): [0, 0]}
    known: dict[str, tuple[str, ...]] = {}
    for operation in plan.operations:
        if operation.status != "left" and operation.target is not None:
            folder = os.path.dirname(operation.target)
            levels = known.get(folder)
            if levels is None:
                path = os.path.relpath(folder, target)
                levels = known[folder] = () if path == os.curdir else tuple(path.split(os.sep))
            count = counts.setdefault(levels, [0, 0])
            count[0] += 1
            count[1] += operation.bytes
    below: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for levels in counts:
        for depth in range(len(levels)):
            below.setdefault(levels[:depth], set()).add(levels[: depth + 1])
    return _branch(target, (), counts, below)


def _branch(
    name: str,
    levels: tuple[str, ...],
    counts: dict[tuple[str, ...], list[int]],
    below: dict[tuple[str, ...], set[tuple[str, ...]]],
) -> Branch:
    folders = tuple(_branch(one[-1], one, counts, below) for one in sorted(below.get(levels, ())))
    files, size = counts.get(levels, (0, 0))
    return Branch(name, files + sum(f.files for f in folders), size + sum(f.bytes for f in folders), folders)
