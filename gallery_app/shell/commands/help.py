"""The Help menu."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gallery_app.shell.commands.command import SEPARATOR, Command, Menu

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace


def _show_palette(workspace: Workspace) -> None:
    """The palette: every command, recent folders, and what is done with one of the clusters."""
    from gallery_app.shell.commands.targets import all_entries  # the first frame does not wait for it

    entries = [*workspace.commands.entries(), *workspace.folders.entries(), *all_entries(workspace)]
    workspace.palette.open_with(entries)


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
            id="updates",
            text="Check for updates…",
            help="Whether there is a newer version; what is asked for that, and of whom, is said first.",
            icon="search",
            run=lambda workspace: workspace.program.check_for_updates(),
            enabled_when=lambda _context: "FLATPAK_ID" not in os.environ,
            needs="Flatpak itself looks for newer versions: in this sandbox there is no network.",
        ),
        Command(
            id="report",
            text="Save a report…",
            help="What a developer needs to mend a fault, as a file on this computer; nothing is sent.",
            icon="report",
            run=lambda workspace: workspace.program.reports.save_report(),
        ),
        Command(
            id="show-log",
            text="Show the log",
            help="Where what went wrong in Photoloom itself is kept.",
            icon="error",
            run=lambda workspace: workspace.program.reports.show_log(),
        ),
        SEPARATOR,
        Command(
            id="about",
            text="About Photoloom",
            help="Which version this is, and where your data lies.",
            icon="info",
            run=lambda workspace: workspace.program.about(),
        ),
    ),
)
