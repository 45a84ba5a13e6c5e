"""Forgetting photos that are missing: only when the user says so."""

from __future__ import annotations

from pathlib import Path

from engine.library.library import Library
from engine.library.safety import volumes


def forget_missing(library: Library, root: int) -> int:
    """Forget the photos of a root that are not where they were; returns how many they are.

    What was said of them is kept: one that is found again is the same photo. The drive that is there now is the right
    one from here on.
    """
    folder = Path(dict(library.catalog.files.roots())[root])
    missing = [file.id for file in library.catalog.files.all(root) if not _is_there(folder / file.path)]
    before = volumes.remembered(library.catalog, root)
    away = volumes.replaced(folder, before)
    with library.catalog.transaction():
        library.catalog.files.mark_gone(missing)
        kept = {place: volume for place, volume in before.items() if place not in away}
        volumes.remember(library.catalog, root, kept)
    return len(missing)


def _is_there(path: Path) -> bool:
    """Whether it may be there: what cannot be looked at is not known to be missing."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
