"""The state of the window in which names of folders are taken over."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from gallery_app.app import Parts
from tour.state import State, waiting
from tour.window_styles import AND_CONTRAST


def taking_over_states(parts: Parts) -> Iterator[State]:
    """Begins and ends on the work page; nothing is taken over."""
    names = parts.workspace.taking_over

    def leave() -> None:
        if names.dialog is not None:
            names.dialog.reject()
        QApplication.processEvents()

    yield State("take-over", names.open, AND_CONTRAST)
    yield waiting(leave)
