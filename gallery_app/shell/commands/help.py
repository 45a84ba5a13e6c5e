"""The Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

import engine
from gallery_app.base import desktop
from gallery_app.shell import crash_log
from gallery_app.shell.commands.command import SEPARATOR, Command, Menu

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace


def _show_palette(workspace: Workspace) -> None:
    """The palette: every command, recent folders, and what is done with one of the clusters."""
    from gallery_app.shell.commands.targets import all_entries  # the first frame does not wait for it

    entries = [*workspace.commands.entries(), *workspace.folders.entries(), *all_entries(workspace)]
    workspace.palette.open_with(entries)


def _about(workspace: Workspace) -> None:
    library = workspace.session.library
    words = _tr(
        "Photoloom {0}\n\nNothing leaves this computer.\nThis library lies in\n{1}\n\n"
        "Names of towns: GeoNames (geonames.org, CC BY 4.0). Borders: country-coder (ISC)."
    )
    place = library.folder if library else _tr("(no folder is open)")
    QMessageBox.about(workspace.window, _tr("About Photoloom"), words.format(engine.__version__, place))


def _show_log(workspace: Workspace) -> None:
    """Show the log in the file manager; there is none until something goes wrong."""
    log = crash_log.path()
    if log.exists():
        desktop.reveal(log)
    else:
        workspace.strip.show_note(_tr("There is no log: nothing has gone wrong so far."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)


HELP = Menu(
    "&Help",
    (
        Command(
            id="palette",
            text="Find a command…",
            help="Every command, by its name.",
            shortcut="Ctrl+Shift+P",
            icon="command-palette",
            run=_show_palette,
        ),
        Command(
            id="shortcuts",
            text="Shortcuts",
            help="Every shortcut on one page.",
            shortcut="?; F1",
            icon="keyboard",
            run=lambda workspace: workspace.sheet.open(),
        ),
        SEPARATOR,
        Command(
            id="show-log",
            text="Show the log",
            help="Where what went wrong in Photoloom itself is kept.",
            icon="error",
            run=_show_log,
        ),
        Command(
            id="about",
            text="About Photoloom",
            help="Which version this is, and where your data lies.",
            icon="info",
            run=_about,
        ),
    ),
)
