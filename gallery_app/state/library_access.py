"""Opening a library for the window, and turning its errors into sentences for the user."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from engine.core.job import Job
from engine.core.records import Changes
from engine.edits import Edit, new_cluster
from engine.edits.corrections_file import rejection
from engine.edits.history import History
from engine.filing.opening import open_recovered
from engine.gallery.snapshot import Gallery
from engine.library.explain import explain
from engine.library.library import Library
from engine.library.roots import real_folder
from engine.library.rotations import shown_thumbnail
from engine.pipeline.options import OrganiseOptions

PROGRAM = "the Photoloom window"
T = TypeVar("T")


def options_of(gallery: Gallery) -> OrganiseOptions:
    """The options to train a gallery again as it stands: with as many clusters as the user's edits have left of it.

    Clusters without photos do not count, but for those that are named or locked: no k is below the number of those.
    """
    made = gallery.clustering
    if made is None:
        return OrganiseOptions()
    k = None if made.curve else max(1, gallery.cluster_count, sum(c.anchor for c in gallery.clusters))
    return OrganiseOptions(k=k, method=made.method, parameters=made.parameters, seed=made.seed)


def do_edit(edit: Edit, library: Library) -> Changes:
    """Apply an edit, and log it."""
    return History(library.catalog).do(edit)


def make_cluster(files: list[int], name: str | None, asked: bool, library: Library) -> Changes:
    """Make a new cluster of these files, as an edit."""
    return do_edit(new_cluster(library.catalog, files, name, asked), library)


def reject_photos(gallery: Gallery, files: list[int], library: Library) -> Changes:
    """Keep these files out of the clusters they are in, as an edit for each cluster but Unsure."""
    by_cluster: dict[str, list[int]] = {}
    for file in files:
        cluster = gallery.cluster_of(gallery.row_of[file])
        if cluster is not None and not cluster.unsure:
            by_cluster.setdefault(cluster.id, []).append(file)
    changes = Changes.NOTHING
    with library.catalog.transaction():  # all or none
        for id_, members in by_cluster.items():
            changes |= do_edit(rejection(library.catalog, gallery, members, id_), library)
    return changes


def undo_last(only: int | None, library: Library) -> Changes:
    """Undo the last edit, if there is one: keys come faster than their commands are disabled.

    `only` the edit of this id: another may have been made since it was shown.
    """
    last = library.catalog.edits.last_done()
    return Changes.NOTHING if last is None or only not in (None, last.id) else History(library.catalog).undo()


def redo_next(only: int | None, library: Library) -> Changes:
    """Redo the next edit, if there is one; `only` the edit of this id."""
    undone = library.catalog.edits.first_undone()
    return Changes.NOTHING if undone is None or only not in (None, undone.id) else History(library.catalog).redo()


def open_for_window(folder: Path, place: Path | None, away: Path | None) -> Library:
    """The library of a folder, by default where it finds its own; `away` is its place while the folder is missing.

    What a crash has cut is told before the first photo is shown; only an undo, which may take long and can be stopped,
    is gone on with by the engine's first job. A damaged or missing catalog stays as it is (CatalogDamaged): its page
    offers the ways out.
    """
    if away is not None:
        return open_without_folder(away, folder)
    return open_recovered(folder, place, PROGRAM, Job(), undos=False, mend=False)[0]


def open_without_folder(place: Path, folder: Path) -> Library:
    """The library at `place` while its photo folder is missing; UserError if `folder` is not one of its roots."""
    library = Library(place, PROGRAM, mend=False)
    if str(folder) not in dict(library.catalog.files.roots()).values():
        library.close()
        real_folder(folder)
    return library


def thumbnail_of(library: Library, gallery: Gallery, row: int) -> Path:
    """Path of the thumbnail of a gallery row, turned as the user has turned it."""
    digest = gallery.files[row].digest
    assert digest is not None
    return shown_thumbnail(library, digest, gallery.turn(row))


def explain_errors(work: Callable[[], T]) -> T:
    """What `work` returns; a full disk or an unwritable catalog is raised as a UserError."""
    try:
        return work()
    except Exception as error:
        sentence = explain(error, None)  # without its path: a damaged catalog that is open stays where it is
        if sentence is None or sentence is error:
            raise
        raise sentence from error
