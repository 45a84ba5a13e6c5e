"""The menu bar, from left to right."""

from __future__ import annotations

from gallery_app.shell.commands.cluster import CLUSTER
from gallery_app.shell.commands.edit import EDIT
from gallery_app.shell.commands.folder import FOLDER
from gallery_app.shell.commands.help import HELP
from gallery_app.shell.commands.view import VIEW
from gallery_app.shell.people.commands import PEOPLE

MENUS = (FOLDER, EDIT, CLUSTER, PEOPLE, VIEW, HELP)
