"""Compares a scan with the catalog: new, changed, moved and gone files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.core.records import File
from engine.library.scan import FoundFile, Problem

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """Every found and every known file, in exactly one of the lists.

    `unchanged` includes files with a problem (not retried) and files never read so far (neither digest nor
    problem). `unseen` are known files at or below a Problem: they are not known to be gone.
    """

    new: list[FoundFile]
    changed: list[tuple[File, FoundFile]]
    unchanged: list[File]
    gone: list[File]
    unseen: list[File]


def compare(found: Iterable[FoundFile], known: Iterable[File], problems: Sequence[Problem] = ()) -> Scan:
    """Sort files by what happened to them; unchanged is the same path, size and mtime.

    A file that was read once and is in the cloud now counts as unchanged until it is downloaded again.

    `problems` is read after `found` is used up, so it can be the list that `walk` is still filling.
    """
    unmatched = {file.path: file for file in known}
    new: list[FoundFile] = []
    changed: list[tuple[File, FoundFile]] = []
    unchanged: list[File] = []
    for here in found:
        file = unmatched.pop(here.path, None)
        if file is None:
            new.append(here)
        elif (file.mtime_ns == here.mtime_ns and file.size == here.size) or (here.in_cloud and file.digest is not None):
            unchanged.append(file)
        else:
            changed.append((file, here))
    unreadable = {problem.path for problem in problems}
    gone: list[File] = []
    unseen: list[File] = []
    for file in unmatched.values():
        (unseen if unreadable and at_or_below(file.path, unreadable) else gone).append(file)
    return Scan(new, changed, unchanged, gone, unseen)


def match_moves(gone: Sequence[File], new: Sequence[tuple[FoundFile, str]]) -> list[tuple[File, FoundFile]]:
    """Pair files that are gone with new ones of the same content; `new` holds each with its digest.

    Of several candidates the nearest path wins: the same name first, then the most leading folders in
    common, then the order of the paths. Each file is used once.
    """
    digests = {digest for _, digest in new}
    left = sorted((file for file in gone if file.digest in digests), key=lambda file: (file.path, file.id))
    arrived = sorted(new, key=lambda pair: pair[0].path)
    deepest = max((file.path.count("/") for file in left), default=0)
    pairs: list[tuple[File, FoundFile]] = []
    # From the nearest kind of match to the farthest, each in one pass: weighing every pair would be
    # quadratic for a folder of a thousand duplicates.
    for same_name in (True, False):
        for depth in range(deepest, -1, -1):
            if not left or not arrived:
                return pairs
            left, arrived = _match(left, arrived, same_name, depth, pairs)
    return pairs


def _match(
    left: list[File],
    arrived: list[tuple[FoundFile, str]],
    same_name: bool,
    depth: int,
    pairs: list[tuple[File, FoundFile]],
) -> tuple[list[File], list[tuple[FoundFile, str]]]:
    """Add to `pairs` all that agree at this nearness; return what is left of both."""
    by_key: dict[_Key, list[File]] = {}
    for file in reversed(left):
        by_key.setdefault(_key(file.path, str(file.digest), same_name, depth), []).append(file)
    by_key.pop((), None)
    remaining = []
    used = set()
    for here, digest in arrived:
        candidates = by_key.get(_key(here.path, digest, same_name, depth))
        if candidates:
            file = candidates.pop()
            used.add(file.id)
            pairs.append((file, here))
        else:
            remaining.append((here, digest))
    return [file for file in left if file.id not in used], remaining


def _key(path: str, digest: str, same_name: bool, depth: int) -> _Key:
    """What two matching paths share: content, `depth` leading folders and maybe the name; () if not so deep."""
    *folders, name = path.split("/")
    return (digest, name if same_name else "", *folders[:depth]) if len(folders) >= depth else ()


def at_or_below(path: str, places: set[str]) -> bool:
    """Whether a path is one of the `places`, or below one."""
    while path:
        if path in places:
            return True
        path = path.rpartition("/")[0]
    return False
