"""Commands on the photo that is looked at: open it, find its file. They stand at the end of the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from gallery_app.base import desktop
from gallery_app.shell.commands.command import Command

if TYPE_CHECKING:
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
