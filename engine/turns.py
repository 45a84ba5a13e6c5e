"""Quarter turns that somebody gave photos to look at them: kept in the library, the files stay as they are."""

from __future__ import annotations

import json

from engine.library.catalog import Catalog

_SETTING = "turns"


def kept_turns(catalog: Catalog) -> dict[int, int]:
    """Quarter turns clockwise (1 to 3) by file id; a file that is not turned is left out."""
    return {int(file): turn for file, turn in json.loads(catalog.setting(_SETTING) or "{}").items()}


def keep_turn(catalog: Catalog, file: int, turn: int) -> None:
    """Remember how a file is turned."""
    turns = kept_turns(catalog)
    turns[file] = turn % 4
    catalog.set_setting(_SETTING, json.dumps({str(f): t for f, t in turns.items() if t}))
