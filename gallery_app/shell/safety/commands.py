"""The command that forgets missing photos. It stands in the Folder menu."""

from __future__ import annotations

from gallery_app.shell.commands.command import Command

FORGET = Command(
    id="forget-missing",
    text="Forget missing photos…",
    help="Count the photos that are not where they were, and take them out of the library, if you say so.",
    icon="drive-away",
    enabled_when=lambda c: c.library and not c.busy,
    needs="Open a folder first, and let what is being done come to its end.",
    writes=True,
    run=lambda workspace: workspace.safety.ask_about_missing(),
)
