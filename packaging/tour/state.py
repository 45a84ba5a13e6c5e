"""One state of the window in a tour, and how to say what leads there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tour.looks import ALL, Look


@dataclass(frozen=True)
class State:
    """Its picture's name, how to get there from the one before, and how it is looked at."""

    name: str
    reach: Callable[[], object]
    looks: tuple[Look, ...] = ALL


def waiting(reach: Callable[[], object]) -> State:
    """A state between two that are saved: the next begins when it has settled."""
    return State("", reach, ())


def then(*steps: Callable[[], object]) -> Callable[[], None]:
    """One step after the other."""

    def walk() -> None:
        for step in steps:
            step()

    return walk


def nothing() -> None:
    """The window is there already."""
