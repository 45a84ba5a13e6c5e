"""The line drawings of resources/icons/ui: SVG sources whose stroke is currentColor."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from engine.core.assets import resource


@cache
def source(name: str) -> str:
    """The SVG text of the drawing `name`."""
    return resource(f"icons/ui/{name}.svg").read_text(encoding="utf-8")


def drawn_file(name: str, colour: str) -> str:
    """A file with the drawing in a colour, for style sheets: there currentColor is always black."""
    path = Path(_folder().path(), f"{name}-{colour.lstrip('#')}.svg")
    if not path.exists():
        path.write_text(source(name).replace("currentColor", colour), encoding="utf-8")
    return path.as_posix()


@cache
def _folder() -> QTemporaryDir:
    return QTemporaryDir()  # removed when the program ends
