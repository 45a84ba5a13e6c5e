"""What is done to a file, by the name of the action."""

from __future__ import annotations

from engine.filing.actions.action import FileAction
from engine.filing.actions.albums import Album, as_csv, as_json, as_list
from engine.filing.actions.keywords import Keywords
from engine.filing.actions.links import Hardlink, Symlink
from engine.filing.actions.transfer import Copy, Move
from engine.filing.actions.trash import Trash
from engine.filing.operations import Action

ACTIONS: dict[Action, FileAction] = {
    "copy": Copy(),
    "move": Move(),
    "hardlink": Hardlink(),
    "symlink": Symlink(),
    "trash": Trash(),
    "csv": Album(as_csv),
    "json": Album(as_json),
    "list": Album(as_list),
    "keywords": Keywords(),
}
