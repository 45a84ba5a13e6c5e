"""The command of the Lab. It stands in the View menu."""

from __future__ import annotations

from gallery_app.shell.commands.command import Command

LAB = Command(
    id="lab",
    text="Lab…",
    help="What six classics of unsupervised learning know of your photos: see, squeeze and dream them.",
    icon="lab",
    enabled_when=lambda c: c.photos and c.free and c.folder_present,
    needs="The Lab learns from photos: open a folder that can be worked on.",
    run=lambda workspace: workspace.lab.show(),
)
