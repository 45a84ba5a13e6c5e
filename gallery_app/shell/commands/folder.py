"""The Folder menu."""

from __future__ import annotations

from gallery_app.shell.commands.command import RECENT, SEPARATOR, Command, Menu
from gallery_app.shell.safety.commands import FORGET
from gallery_app.shell.understanding.commands import BACKGROUND

FOLDER = Menu(
    "&Folder",
    (
        Command(
            id="open",
            text="Open folder…",
            help="Organise the pictures in a folder.",
            shortcut="Ctrl+O",
            icon="open-folder",
            run=lambda workspace: workspace.folders.choose(),
        ),
        RECENT,
        Command(
            id="demo",
            text="Demo gallery",
            help="Look at the gallery that comes with Photoloom.",
            icon="photos",
            run=lambda workspace: workspace.folders.open_demo(),
        ),
        SEPARATOR,
        Command(
            id="add-folder",
            text="Add a folder…",
            help="Sort another folder's photos together with these.",
            icon="new-folder",
            enabled_when=lambda c: c.folder_present,
            writes=True,
            run=lambda workspace: workspace.folders.add(),
        ),
        Command(
            id="rescan",
            text="Look for new photos",
            help="Take in what changed in the folder.",
            shortcut="F5",
            icon="search",
            enabled_when=lambda c: c.folder_present,
            writes=True,
            run=lambda workspace: workspace.folders.rescan(),
        ),
        Command(
            id="watch",
            text="Watch for new photos",
            help="New photos are sorted in as they appear.",
            checkable=True,
            run=lambda workspace: workspace.watcher.toggle(),
        ),
        BACKGROUND,
        FORGET,
        Command(
            id="close",
            text="Close folder",
            help="Go back to the start page.",
            shortcut="Ctrl+W",
            icon="home",
            enabled_when=lambda c: c.folder,
            run=lambda workspace: workspace.folders.close(),
        ),
        SEPARATOR,
        Command(
            id="preferences",
            text="Preferences…",
            help="Appearance, language, and how Photoloom works.",
            shortcut="Ctrl+,",
            icon="settings",
            run=lambda workspace: workspace.program.preferences(),
        ),
        Command(
            id="quit",
            text="Quit",
            help="Close the window; everything is kept.",
            shortcut="Ctrl+Q",
            icon="quit",
            run=lambda workspace: workspace.window.close(),
        ),
    ),
)
