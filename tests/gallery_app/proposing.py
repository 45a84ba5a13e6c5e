"""What tests of a proposed retrain share."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from gallery_app.app import Parts

Propose = Callable[..., None]

MOVES = {"forest_1": "Beach", "forest_2": "Beach", "night_0": "Stars", "night_1": "Stars"}
MOVES |= {"night_2": "Stars", "night_3": "Stars"}


def wait_until_idle(parts: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def assignments(parts: Parts) -> dict[str, str]:
    gallery = parts.session.gallery
    return {f.path.split(".")[0]: gallery.cluster_of(row).name for row, f in enumerate(gallery.files)}
