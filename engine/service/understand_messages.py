"""What the window asks for in the background once clusters stand; `protocol.py` has the rest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Understand:
    """Find out what each picture shows: its kind, and as is wanted its text and its faces.

    What is known stays; stages "classes", "kind", "faces" and "text". Where another job takes its place, the next one
    goes on from there.
    """

    text: bool = True
    people: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """How many pictures each stage has looked at; `renamed` clusters have a better name now."""

    looked_at: dict[str, int]
    renamed: int = 0
