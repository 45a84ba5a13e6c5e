"""The states of the window around a library that is not well: its catalog is damaged, and what is done about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QDialog

from engine.edits import Move
from gallery_app.app import Parts
from tour.state import State, then, waiting
from tour.window_styles import AND_CONTRAST, SMALL

CORRECTED, LOST = 6, 2  # photos


def safety_states(parts: Parts, folder: Path) -> Iterator[State]:
    """The states, on a folder that is organised; they begin on any page and end on the photos."""
    session, safety = parts.session, parts.workspace.safety
    places: list[Path] = []

    def correct() -> None:
        library = session.library
        assert library is not None
        places.append(library.folder)
        gallery = session.gallery
        session.edit(Move(gallery.ids[:CORRECTED].tolist(), gallery.clusters[-1].id), None)

    def damage() -> None:
        """As a bad disk does it: what is there is not what was written."""
        with closing(sqlite3.connect(places[0] / "catalog.db", isolation_level=None)) as connection:
            connection.execute("DELETE FROM pins WHERE file IN (SELECT file FROM pins LIMIT 2)")
        session.open(folder)

    def lose() -> None:
        for photo in sorted(folder.iterdir())[:LOST]:
            photo.unlink()
        safety.ask_about_missing()

    yield waiting(lambda: session.open(folder))
    yield waiting(correct)
    yield waiting(session.close)
    yield State("damaged", damage, AND_CONTRAST)
    yield State("damaged-anew", safety.page.anew.take.click, SMALL)
    yield State("damaged-rescued", then(safety.page.keep.click, safety.page.rescue.take.click), SMALL)
    yield State("missing", lose, SMALL)
    yield waiting(lambda: [dialog.close() for dialog in parts.window.findChildren(QDialog)])
