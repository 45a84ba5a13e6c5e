"""What was read of a picture, as it travels from a decoder and waits in its thumbnail.

A thumbnail that was finished just before a kill holds it as its comment: so nothing of it is read again.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from engine.core.records import Content, MadeBy


def to_plain(content: Content) -> dict[str, Any]:
    """As values that JSON has."""
    taken = content.taken_at
    return content._asdict() | {"taken_at": taken.isoformat() if taken else None}


def from_plain(values: dict[str, Any]) -> Content:
    taken, maker = values["taken_at"], values.get("made_by")
    return Content(
        **values
        | {"taken_at": datetime.fromisoformat(taken) if taken else None, "made_by": MadeBy(*maker) if maker else None}
    )


def as_comment(content: Content) -> bytes:
    return json.dumps(to_plain(content)).encode("ascii")


def of_comment(comment: bytes | None, digest: str, version: int) -> Content | None:
    """What a thumbnail says of its content; None where it says nothing, or what an earlier reader found."""
    try:
        content = from_plain(json.loads(comment or b""))
    except (ValueError, TypeError, KeyError):
        return None
    return content if (content.digest, content.metadata_version) == (digest, version) else None
