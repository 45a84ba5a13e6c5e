"""The menu bar, from left to right."""

from __future__ import annotations

from gallery_app.shell.commands.cluster import CLUSTER
from gallery_app.shell.commands.edit import EDIT
from gallery_app.shell.commands.folder import FOLDER
from gallery_app.shell.commands.help import HELP
from gallery_app.shell.commands.view import VIEW

MENUS = (FOLDER, EDIT, CLUSTER, VIEW, HELP)
