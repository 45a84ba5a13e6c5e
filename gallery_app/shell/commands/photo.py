"""Commands on photos and their files: file them away, delete, open, find the file. The end of the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from gallery_app.base import desktop
from gallery_app.shell.commands.command import Command, Menu

if TYPE_CHECKING:
    from engine.filing.operations import Action
    from gallery_app.shell.commands.context import Context
    from gallery_app.shell.workspace import Workspace


def _open(workspace: Workspace) -> None:
    if workspace.session.current is not None:
        workspace.pages.show_photo(workspace.session.current)


def _reveal(workspace: Workspace) -> None:
    session = workspace.session
    if (row := session.gallery.row_of.get(session.current or -1)) is not None:
        desktop.reveal(session.photo_path(row))


def _copy_paths(workspace: Workspace) -> None:
    """Of the selected photos, in the order of the gallery; else of the current one."""
    session, row_of = workspace.session, workspace.session.gallery.row_of
    ids = session.selection or {session.current}
    rows = sorted(row_of[id_] for id_ in ids if id_ is not None and id_ in row_of)
    QGuiApplication.clipboard().setText("\n".join(str(session.photo_path(row)) for row in rows))


PHOTO_COMMANDS = (
    Command(
        id="open-photo",
        text="Open",
        help="Show the photo in full.",
        icon="expand",
        enabled_when=lambda c: c.current and c.at_work,
        needs="Select a photo first.",
        run=_open,
    ),
    Command(
        id="reveal",
        text="Reveal in file manager",
        help="Show the file of the photo in its folder.",
        icon="reveal",
        enabled_when=lambda c: c.current and c.free,
        needs="Select a photo first.",
        run=_reveal,
    ),
    Command(
        id="copy-path",
        text="Copy path",
        help="Copy where the files of the selected photos lie.",
        shortcut="Ctrl+Shift+C",
        icon="copy",
        enabled_when=lambda c: (c.current or c.selection) and c.free,
        needs="Select a photo first.",
        run=_copy_paths,
    ),
)


def _enabled(context: Context) -> bool:
    chosen = context.selection or context.current or context.cluster is not None
    return context.folder_present and context.free and chosen


def _start(workspace: Workspace, action: Action) -> None:
    workspace.filing.start_with(action, files_to_act_on(workspace))


def _throw_away(workspace: Workspace) -> None:
    workspace.filing.start_with("trash", files_to_act_on(workspace, one=True))


def files_to_act_on(workspace: Workspace, *, one: bool = False) -> list[int]:
    """The photo of the viewer; those of a card with the focus; the selected; those of the current cluster.

    With `one` the current photo comes before its cluster, where no card has the focus.
    """
    session, shelf = workspace.session, workspace.shelf
    current = [] if session.current not in session.gallery.row_of else [session.current]
    if workspace.pages.in_viewer:
        return current
    if shelf.card_with_focus() is None:
        if session.selection:
            return sorted(session.selection)
        if one and current:
            return current
    target = shelf.target()
    return current if target is None else session.filters.files_of(target.id)


FILE_AWAY = Command(
    id="file-away",
    text="File away…",
    help="Copy, move or link them into folders by a pattern, and see the plan first.",
    shortcut="Ctrl+Shift+E",
    icon="folder",
    enabled_when=_enabled,
    needs="Select photos or a cluster first; their folder has to be there.",
    writes=True,
    run=lambda workspace: _start(workspace, "copy"),
)
FILING = Menu(
    "File awa&y",
    (
        Command(
            id="file-move",
            text="Move to folder…",
            help="Move the files; the library follows them.",
            icon="move-to",
            enabled_when=_enabled,
            needs="Select photos or a cluster first; their folder has to be there.",
            writes=True,
            run=lambda workspace: _start(workspace, "move"),
        ),
        Command(
            id="file-copy",
            text="Copy to folder…",
            help="Copy the files; the originals stay.",
            icon="copy",
            enabled_when=_enabled,
            needs="Select photos or a cluster first; their folder has to be there.",
            writes=True,
            run=lambda workspace: _start(workspace, "copy"),
        ),
        Command(
            id="file-keywords",
            text="Write keywords…",
            help="Write the clusters' names where every photo program reads them.",
            shortcut="Ctrl+K",
            icon="name",
            enabled_when=_enabled,
            needs="Select photos or a cluster first; their folder has to be there.",
            writes=True,
            run=lambda workspace: _start(workspace, "keywords"),
        ),
        Command(
            id="file-album",
            text="Make album…",
            help="List them in a file for other programs.",
            icon="report",
            enabled_when=_enabled,
            needs="Select photos or a cluster first; their folder has to be there.",
            writes=True,
            run=lambda workspace: _start(workspace, "csv"),
        ),
    ),
)
DELETE = Command(
    id="delete",
    text="Delete…",
    help="Move them to the trash, once you have seen them counted; Undo brings them back.",
    shortcut="Del",
    icon="trash",
    enabled_when=_enabled,
    needs="Select photos or a cluster first; their folder has to be there.",
    writes=True,
    run=_throw_away,
)
