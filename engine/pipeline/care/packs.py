"""Model packs that may not go: libraries are sorted by what they see."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import UserError
from engine.embedding.packs.shelf import PREFIX
from engine.library.roots import networks_in_use


def users_of(home: Path, name: str, other: Path | None = None) -> list[Path]:
    """The libraries in the data folder, and the `other`, that are sorted by what this pack sees."""
    return [library for library, used in networks_in_use(home, other).items() if used == PREFIX + name]


def require_unused(home: Path, name: str, other: Path | None = None) -> None:
    """A UserError where some library is sorted by what this pack sees."""
    users = users_of(home, name, other)
    if users:
        raise UserError(
            "The model pack {name} is in use by the library {folder}: retrain that with another network first.",
            name=name,
            folder=users[0],
        )
