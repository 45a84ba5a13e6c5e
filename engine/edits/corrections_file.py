"""corrections.json: corrections from a file, as edits that can be undone."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from engine.core.errors import UserError, why
from engine.core.job import Job
from engine.edits import Edit, Lock, Merge, Move, Pair, Reject, Rename, new_cluster
from engine.edits.history import History
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.catalog.catalog import Catalog
from engine.library.library import Library

VERSION = 1
_LARGEST = 256 << 20  # bytes
Entry = dict[str, Any]


def read_corrections(path: Path) -> list[Entry]:
    """The entries of a corrections.json, version 1 (docs/formats.md); a file that is none is a UserError."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UserError("{path} is not a file.", path=path)
        if status.st_size > _LARGEST:
            raise UserError("{path} is far too large for a list of corrections.", path=path)
        loaded = json.loads(path.read_text("utf-8-sig"), object_pairs_hook=partial(_object, path))
    except OSError as error:
        raise UserError("{path} cannot be read ({reason}).", path=path, reason=why(error)) from error
    except RecursionError as error:
        raise UserError("{path} is nested far too deep for a list of corrections.", path=path) from error
    except ValueError as error:
        raise UserError("{path} is no JSON: {error}.", path=path, error=error) from error
    version = loaded.get("version") if isinstance(loaded, dict) else None
    known = type(version) is int and version == VERSION  # in Python true is 1
    if not known or not isinstance(loaded.get("edits"), list):
        raise UserError(
            '{path} is no list of corrections: it takes {{"version": {version}, "edits": […]}}.',
            path=path,
            version=VERSION,
        )
    return list(loaded["edits"])


def _object(path: Path, pairs: list[tuple[str, Any]]) -> Entry:
    """An object of the file; one that says a thing twice is a UserError: nobody can tell which was meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise UserError("{path} says {key!r} twice in one place: remove one of them.", path=path, key=twice)
    return found


def correct(library: Library, root: int, entries: list[Entry], job: Job) -> int:
    """Apply all entries to the photos below `root`, or none; returns how many edits that were, each undone alone."""
    catalog = library.catalog
    count = 0
    with catalog.transaction():
        for number, entry in enumerate(job.track("correct", entries, len(entries)), start=1):
            try:
                # Made one after the other: an entry may name a cluster that one before it renamed.
                for edit in _EntryReader(library, root).edits(entry):
                    History(catalog).do(edit)
                    count += 1
            except UserError as error:
                raise UserError(
                    "Correction {number} of {count}: {error} Nothing was changed.",
                    number=number,
                    count=len(entries),
                    error=error.sentence,
                ) from error
    return count


def rejection(catalog: Catalog, gallery: Gallery, files: Iterable[int], cluster: str) -> Reject:
    """ "Not this cluster", with each file's likeliest other one that the user has not ruled out and that is open."""
    ids = list(files)
    others: list[tuple[str, float]] = []
    for file in ids:
        ruled_out = {cluster, *catalog.corrections.rejections_of(file)}
        likely = gallery.likeliest(gallery.row_of[file], len(gallery.clusters))
        others.append(next(((c.id, p) for c, p in likely if c.id not in ruled_out and not c.locked), (cluster, 0.0)))
    return Reject(ids, cluster, others)


class _EntryReader:
    """Turns an entry's paths and names into files and clusters."""

    def __init__(self, library: Library, root: int) -> None:
        self._catalog = library.catalog
        self._root = root

    def edits(self, entry: Any) -> list[Edit]:
        makers: dict[str, Callable[[Entry], list[Edit]]] = {
            "move": self._move,
            "not": self._not,
            "together": self._pair,
            "apart": self._pair,
            "rename": lambda e: [Rename(self._cluster(e["cluster"]), _text(e["name"]))],
            "merge": self._merge,
            "lock": lambda e: [Lock(self._cluster(e["cluster"]), True)],
            "unlock": lambda e: [Lock(self._cluster(e["cluster"]), False)],
        }
        do = entry.get("do") if isinstance(entry, dict) else None
        if not isinstance(do, str) or do not in makers:
            raise UserError("it says do: {do!r}; there are {names}.", do=do, names=", ".join(makers))
        try:
            return makers[do](entry)
        except KeyError as error:
            raise UserError("{do} lacks {error}.", do=do, error=error) from error

    def _move(self, entry: Entry) -> list[Edit]:
        files = self._files(entry["photos"])
        if entry["to"] is None:
            return [new_cluster(self._catalog, files)]
        return [Move(files, self._cluster(entry["to"]))]

    def _not(self, entry: Entry) -> list[Edit]:
        cluster = self._cluster(entry["cluster"])
        [file] = self._files([entry["photo"]])
        return [rejection(self._catalog, load_gallery(self._catalog, ""), [file], cluster)]

    def _pair(self, entry: Entry) -> list[Edit]:
        files = self._files(entry["photos"])
        if len(files) != 2:
            raise UserError("{do} takes 2 photos, not {count}.", do=entry["do"], count=len(files))
        return [Pair(files[0], files[1], entry["do"])]

    def _merge(self, entry: Entry) -> list[Edit]:
        clusters = [self._cluster(c) for c in _non_empty(entry["clusters"])]
        if len(clusters) < 2:
            raise UserError("merge takes 2 clusters or more.")
        return [Merge(other, clusters[0]) for other in clusters[1:]]

    def _cluster(self, word: Any) -> str:
        """The id of the cluster with this name or, failing that, this id."""
        clusters = self._catalog.clusters.visible()
        for key in ("name", "id"):
            for cluster in clusters:
                if getattr(cluster, key) == word:
                    return cluster.id
        raise UserError(
            "there is no cluster {word!r}; there are {names}.", word=word, names=", ".join(c.name for c in clusters)
        )

    def _files(self, paths: Any) -> list[int]:
        known = {f.path: f.id for f in self._catalog.files.readable() if f.root == self._root}
        for path in _non_empty(paths):
            if not isinstance(path, str) or path not in known:
                raise UserError("there is no photo {path!r} in that folder's library.", path=path)
        return [known[path] for path in paths]


def _text(value: Any) -> str:
    """A name as the catalog can keep it: text, and no half of a character."""
    if not isinstance(value, str):
        raise UserError("a name is text, not {value!r}.", value=value)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UserError("the name {value!r} holds half a character.", value=value) from error
    return value


def _non_empty(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise UserError("it takes a list with at least one entry, not {value!r}.", value=value)
    return value
