"""What several tests ask of a window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.session import Session

MINUTE = 60_000  # in milliseconds, as Qt has them


def first_of(session: Session, name: str) -> int:
    """The file id of the surest photo of the cluster of this name."""
    cluster = next(c for c in session.gallery.clusters if c.name == name)
    return int(session.gallery.ids[session.gallery.members(cluster.id)[0]])


def settle(parts: Parts, qtbot: QtBot) -> None:
    """Wait until neither the engine nor the window has anything to do."""
    qtbot.waitUntil(lambda: not parts.session.busy and not parts.jobs.busy, timeout=2 * MINUTE)
