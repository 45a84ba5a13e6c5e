"""A state of the window in the tour, and helpers to declare one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tour.window_styles import ALL, WindowStyle


@dataclass(frozen=True)
class State:
    """The screenshot's name, the action that leads there from the state before, and the styles to save."""

    name: str
    reach: Callable[[], object]
    styles: tuple[WindowStyle, ...] = ALL


def waiting(reach: Callable[[], object]) -> State:
    """A state that is not saved, only waited for."""
    return State("", reach, ())


def then(*steps: Callable[[], object]) -> Callable[[], None]:
    """One callable that runs the steps in order."""

    def walk() -> None:
        for step in steps:
            step()

    return walk


def nothing() -> None:
    """No action: the window is in this state already."""
