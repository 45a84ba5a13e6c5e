"""Light and dark: below the View menu."""

from __future__ import annotations

from gallery_app.shell.commands.command import Command, Menu

APPEARANCE = Menu(
    "Appearance",
    (
        Command(
            id="theme-system",
            text="Like the system",
            help="Light or dark like the desktop.",
            icon="system",
            group="theme",
            run=lambda workspace: workspace.window.set_theme("system"),
        ),
        Command(
            id="theme-light",
            text="Light",
            help="Always light.",
            icon="light",
            group="theme",
            run=lambda workspace: workspace.window.set_theme("light"),
        ),
        Command(
            id="theme-dark",
            text="Dark",
            help="Always dark.",
            icon="dark",
            group="theme",
            run=lambda workspace: workspace.window.set_theme("dark"),
        ),
        Command(
            id="theme-contrast",
            text="High contrast",
            help="Black, white and yellow, with clear edges.",
            icon="show",
            group="theme",
            run=lambda workspace: workspace.window.set_theme("contrast"),
        ),
    ),
)
