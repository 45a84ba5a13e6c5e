"""Entries of the palette for what is done with one of the clusters, each by its name: go there, move, merge, split."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.edits import Move
from gallery_app.models.entries import Entry
from gallery_app.shell.people.targets import person_entries

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace


def all_entries(workspace: Workspace) -> list[Entry]:
    """All of them, in this order."""
    entries = (cluster_entries, move_entries, merge_entries, split_entries, person_entries)
    return [entry for made in entries for entry in made(workspace)]


def cluster_entries(workspace: Workspace) -> list[Entry]:
    """Go to a cluster."""
    session, where = workspace.session, _tr("Go to cluster")
    return [
        Entry(cluster.name, where, partial(session.focus_cluster, cluster.id, workspace), icon="cluster")
        for cluster in session.gallery.clusters
    ]


def move_entries(workspace: Workspace) -> list[Entry]:
    """Move the selected photos to a cluster."""
    session, on = workspace.session, workspace.actions["move"].isEnabled()
    already = workspace.shelf.selected_clusters
    return [
        Entry(
            _tr("Move to {0}").format(cluster.name),
            _tr("Edit › Move to"),
            partial(_move, workspace, cluster.id),
            icon="move-to",
            enabled=on and already != {cluster.id},
        )
        for cluster in session.gallery.clusters
        if not cluster.unsure
    ]


def merge_entries(workspace: Workspace) -> list[Entry]:
    """Merge the chosen cluster into another."""
    target, on = workspace.shelf.target(), workspace.actions["merge"].isEnabled()
    return [
        Entry(
            _tr("Merge into {0}").format(cluster.name),
            _tr("Cluster › Merge into"),
            partial(workspace.shelf.merge, "" if target is None else target.id, cluster.id),
            icon="merge",
            enabled=on,
        )
        for cluster in workspace.session.gallery.clusters
        if not cluster.unsure and cluster != target
    ]


def split_entries(workspace: Workspace) -> list[Entry]:
    """Split the chosen cluster."""
    from gallery_app.views.shelf.cluster_menu import split_choices

    target = workspace.shelf.target()
    if target is None or not workspace.actions["split"].isEnabled():
        return []
    where, says = _tr("Cluster › Split into"), _tr("Split into: {0}")
    split = workspace.session.split
    return [
        Entry(says.format(words), where, partial(split, target.id, parts), icon="split")
        for parts, words in split_choices(target)
    ]


def _move(workspace: Workspace, cluster: str) -> None:
    session = workspace.session
    if session.selection:
        session.edit(Move(sorted(session.selection), cluster), workspace)


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
