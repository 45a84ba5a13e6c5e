"""The window around filing: options, plan, how far it is, what it waits for, the receipt, and what takes room.

What is thrown away is shown by photos outside of this checkout: those of a Git project are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.core.records import Progress
from engine.filing.operations import FilingOptions
from gallery_app.app import Parts
from tour.state import State, then, waiting
from tour.window_styles import AND_CONTRAST, SMALL

HALF, WHOLE = 61, 128  # files done, and all, of a run that is shown while it stands still


def filing_states(parts: Parts, scratch: Path) -> Iterator[State]:
    """The states; begins and ends on the work page, and what was filed is taken back."""
    session, filing = parts.session, parts.workspace.filing
    page, state = filing.page, filing.filing

    def start() -> None:
        files = tuple(session.gallery.ids.tolist())
        filing.start(
            FilingOptions("copy", files=files, target=str(scratch / "Filed"), pattern="{year}/{cluster}/{name}")
        )

    def stand_still(message: str) -> None:
        """As it is in the middle of a run: a real one is over before it could be saved."""
        state.step, state.undoing, state.progress = "running", False, Progress("file", HALF, WHOLE, message)
        state.count = WHOLE if state.view is None else state.view.photos
        state.upto = () if state.view is None else state.view.upto
        state.changed.emit()

    def go_back() -> None:
        state.step, state.progress = "plan", None
        state.changed.emit()

    yield State("file-what", start, SMALL)
    yield State("file-plan", page.go_on, AND_CONTRAST)
    yield State("file-running", lambda: stand_still("IMG_20250814_170100.jpg"))
    yield State("file-paused", lambda: stand_still("waiting for room"))
    yield State("file-receipt", then(go_back, page.go_on), AND_CONTRAST)
    yield waiting(page.undo_all.click)
    yield waiting(page.leave)


def trash_states(parts: Parts) -> Iterator[State]:
    """What is about to be thrown away; nothing is."""
    session, filing = parts.session, parts.workspace.filing

    def throw_away() -> None:
        filing.start(FilingOptions("trash", files=tuple(session.gallery.ids.tolist())))

    yield State("file-trash", throw_away, AND_CONTRAST)
    yield waiting(filing.sheet.leave)
    yield State("space", parts.window.actions_["space"].trigger, AND_CONTRAST)
    yield waiting(parts.workspace.culling.space.leave)
