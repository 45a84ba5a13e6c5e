"""Opening a library for the window, and putting into words what goes wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from engine.core.records import Changes, Clustering
from engine.edits.history import History
from engine.library.explain import explain
from engine.library.library import Library
from engine.library.roots import real_folder
from engine.pipeline.options import OrganiseOptions

PROGRAM = "the Photoloom window"
T = TypeVar("T")


def options_of(made: Clustering | None) -> OrganiseOptions:
    """The words that made a clustering: as long as it stands, asking for them leaves it as it is."""
    if made is None:
        return OrganiseOptions()
    k = None if made.curve else len(made.cluster_ids)
    return OrganiseOptions(k=k, method=made.method, parameters=made.parameters, seed=made.seed)


def undone(library: Library) -> Changes:
    """Take the last change back, if there is one: keys come faster than their commands are switched off."""
    history = History(library.catalog)
    return Changes.NOTHING if history.undo_label is None else history.undo()


def redone(library: Library) -> Changes:
    history = History(library.catalog)
    return Changes.NOTHING if history.redo_label is None else history.redo()


def known_library(place: Path, folder: Path) -> Library:
    """The library at `place`, to look at without its folder; the missing folder's UserError if it is not its."""
    library = Library(place, PROGRAM)
    if str(folder) not in dict(library.catalog.files.roots()).values():
        library.close()
        real_folder(folder)
    return library


def explained(work: Callable[[], T]) -> T:
    """What `work` returns; a full disk, or a catalog that cannot be written, is said in a sentence."""
    try:
        return work()
    except Exception as error:
        sentence = explain(error, None)  # without its place: a damaged catalog that is open stays where it is
        if sentence is None or sentence is error:
            raise
        raise sentence from error
