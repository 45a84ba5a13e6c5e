"""What the background finds out of each picture once the clusters stand: kind, text, faces; a file a part."""

from __future__ import annotations

from typing import Literal, get_args

Wanted = Literal["kind", "text", "people"]
WANTED: tuple[Wanted, ...] = get_args(Wanted)
