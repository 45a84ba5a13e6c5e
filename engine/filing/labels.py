"""What an action is called in the history and above its plan."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import Sentence
from engine.edits.photos import photos
from engine.filing.operations import FilingOptions


def label_of(options: FilingOptions, count: int) -> Sentence:
    """ "move 12 photos to Holidays" """
    many, folder = photos(count), Path(options.target or "").name or options.target or ""
    match options.action:
        case "copy":
            return Sentence("copy {photos} to {folder}", photos=many, folder=folder)
        case "move":
            return Sentence("move {photos} to {folder}", photos=many, folder=folder)
        case "hardlink":
            return Sentence("hard-link {photos} into {folder}", photos=many, folder=folder)
        case "symlink":
            return Sentence("link {photos} into {folder}", photos=many, folder=folder)
        case "trash":
            return Sentence("throw {photos} away", photos=many)
        case "keywords":
            return Sentence("write keywords for {photos}", photos=many)
        case _:
            return Sentence("list {photos} in {file}", photos=many, file=folder)
