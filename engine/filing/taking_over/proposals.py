"""What could be taken over: the tags of digiKam, Lightroom and others, or the folders that somebody has named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.core.job import Job
from engine.core.records import File
from engine.filing.keywords.reading import read_keywords
from engine.filing.taking_over.folder_names import naming_folder
from engine.filing.taking_over.groups import By, Group
from engine.library.library import Library

_INTERNAL = ("_Digikam_Internal_Tags_", "_Digikam_root_tag_", "darktable")  # what programs write of themselves


def proposal(library: Library, by: By, job: Job) -> list[Group]:
    """The groups there are, the largest first; nothing is changed. Works before photos were read or clustered, too.

    Reading tags opens each file, about a millisecond each; it reports as the stage "tags".
    """
    roots = dict(library.catalog.files.roots())
    files = [file for file in library.catalog.files.all() if file.problem is None]
    found: dict[tuple[str, ...], list[int]] = {}
    pairs = _by_folder(files) if by == "folders" else _by_tag(files, roots, job)
    for path, file in pairs:
        found.setdefault(path, []).append(file)
    names = _names(found)
    groups = [Group(names[path], path, tuple(ids)) for path, ids in found.items()]
    return sorted(groups, key=lambda group: (-len(group.files), group.path))


def _by_folder(files: Iterable[File]) -> Iterator[tuple[tuple[str, ...], int]]:
    for file in files:
        path = naming_folder(file.path)
        if path is not None:
            yield path, file.id


def _by_tag(files: Sequence[File], roots: dict[int, str], job: Job) -> Iterator[tuple[tuple[str, ...], int]]:
    for number, (file, tags) in enumerate(zip(files, _tags(Path(roots[f.root], f.path) for f in files), strict=True)):
        job.report("tags", number, len(files))
        for tag in tags:
            yield tag, file.id


def some_have_tags(photos: Iterable[Path]) -> bool:
    """Whether any of these has a tag."""
    return any(_tags(photos))


def _tags(photos: Iterable[Path]) -> Iterator[list[tuple[str, ...]]]:
    """The tags of each; those of one folder had better follow one another, for each is listed then."""
    listed: dict[Path, list[str]] = {}
    for photo in photos:
        if photo.parent not in listed:
            listed = {photo.parent: _names_in(photo.parent)}
        yield [tag for tag in read_keywords(photo, listed[photo.parent]) if tag[0] not in _INTERNAL]


def _names_in(folder: Path) -> list[str]:
    """What may be a sidecar there, or a RAW that has one."""
    try:
        return os.listdir(folder)  # noqa: PTH208
    except OSError:
        return []  # its drive is away


def _names(paths: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """The last part of each path; where that is in two, with what tells them apart."""
    names: dict[tuple[str, ...], str] = {}
    by_last: dict[str, list[tuple[str, ...]]] = {}
    for path in paths:
        by_last.setdefault(path[-1].casefold(), []).append(path)
    for same in by_last.values():
        for path in same:
            names[path] = path[-1] if len(same) == 1 or len(path) == 1 else f"{path[-1]} ({', '.join(path[:-1])})"
    return names
