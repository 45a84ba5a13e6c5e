"""The states of the window in which methods are compared: what can be chosen, and the answers side by side."""

from __future__ import annotations

from collections.abc import Iterator

from gallery_app.app import Parts
from tour.state import State, waiting
from tour.window_styles import AND_CONTRAST, SMALL

QUICK = ("gaussian-mixture", "hdbscan", "kmeans", "spectral", "ward")


def shootout_states(parts: Parts) -> Iterator[State]:
    """The states; begins and ends on the work page."""
    page = parts.workspace.pages.shootout

    def compare() -> None:
        for name, box in page.choices.methods.items():
            box.setChecked(name in QUICK)
        page.choices.by_folders.setChecked(True)
        page.choices.go.click()

    yield State("compare-methods", parts.window.actions_["compare-methods"].trigger, SMALL)
    yield State("methods-compared", compare, AND_CONTRAST)
    yield waiting(page.leave)
