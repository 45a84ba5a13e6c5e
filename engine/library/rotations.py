"""Quarter turns in which photos are shown: kept in the library, the files stay as they are.

They are of contents: a file that another program has turned upright is another content, and shown as it is. So a turn
stays through moves, rescans and retrains, and copies share it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PIL import Image

from engine.core.errors import UserError
from engine.library.catalog.catalog import Catalog
from engine.library.library import Library
from engine.library.thumbnails import write_thumbnail

_SETTING = "turns"
_FOLDER = "turned"  # beside the thumbnails, of which the backbones see what the camera saw
_TRANSPOSE = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}


def kept_turns(catalog: Catalog) -> dict[str, int]:
    """Quarter turns clockwise (1 to 3) by digest; a content that is not turned is left out."""
    turns: dict[str, int] = json.loads(catalog.setting(_SETTING) or "{}")
    return turns


def keep_turns(catalog: Catalog, turns: Mapping[str, int]) -> None:
    """Store how contents are turned; the others stay as they are."""
    kept = kept_turns(catalog) | {digest: turn % 4 for digest, turn in turns.items()}
    catalog.set_setting(_SETTING, json.dumps({d: t for d, t in kept.items() if t}))


def shown_thumbnail(library: Library, digest: str, turn: int) -> Path:
    """Where the thumbnail of a content lies as it is shown; the plain one's place while a turned one is not made."""
    turned = _turned(library, digest, turn)
    return turned if turn and turned.exists() else library.thumbnails.path(digest)


def make_turned(library: Library, turns: Mapping[str, int]) -> None:
    """Make the turned thumbnails that are missing; those that cannot be made now are made another time."""
    for digest, turn in turns.items():
        path = _turned(library, digest, turn)
        if turn and not path.exists():
            with suppress(OSError, UserError):  # a full disk: the library is worth more than a photo's turn
                pixels = library.thumbnails.picture(digest)
                if pixels is not None:
                    write_thumbnail(Image.fromarray(pixels).transpose(_TRANSPOSE[turn]), path)


def _turned(library: Library, digest: str, turn: int) -> Path:
    return library.folder / _FOLDER / f"{digest}.{turn}.jpg"
