"""Quarter turns in which photos are shown: kept in the library, the files stay as they are.

They are of contents: a file that another program has turned upright is another content, and shown as it is.
"""

from __future__ import annotations

import json

from engine.library.catalog.catalog import Catalog

_SETTING = "turns"


def kept_turns(catalog: Catalog) -> dict[str, int]:
    """Quarter turns clockwise (1 to 3) by digest; a content that is not turned is left out."""
    turns: dict[str, int] = json.loads(catalog.setting(_SETTING) or "{}")
    return turns


def keep_turn(catalog: Catalog, digest: str, turn: int) -> None:
    """Store how a content is turned."""
    turns = kept_turns(catalog) | {digest: turn % 4}
    catalog.set_setting(_SETTING, json.dumps({d: t for d, t in turns.items() if t}))
