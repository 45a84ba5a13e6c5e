"""Photos that are missing: counted, and forgotten only when the user says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import UserError
from engine.core.job import Job
from engine.library.library import Library
from engine.library.safety import volumes
from engine.library.scan import is_away


@dataclass(frozen=True, slots=True)
class Missing:
    """Of the `known` photos of a folder `count` are not where they were; `away`: its drive may be, too."""

    root: int
    folder: str
    known: int
    count: int
    away: bool


def count_missing(library: Library, root: int, job: Job) -> Missing:
    """Look for every photo of a root. Reports "missing"."""
    folder = Path(dict(library.catalog.files.roots())[root])
    missing, known = _missing(library, root, job)
    away = is_away(folder) or bool(volumes.replaced(folder, volumes.remembered(library.catalog, root)))
    return Missing(root, str(folder), known, len(missing), away)


def forget_missing(library: Library, root: int, job: Job | None = None, *, most: int | None = None) -> int:
    """Forget the photos of a root that are not where they were; returns how many they are. Reports "missing".

    What was said of them is kept: one that is found again is the same photo. The drive that is there now is the right
    one from here on. A UserError where more are missing than the user has seen counted, `most`.
    """
    folder = Path(dict(library.catalog.files.roots())[root])
    missing, _ = _missing(library, root, job or Job())
    if most is not None and len(missing) > most:
        raise UserError(
            "{count:,} photos of {folder} are missing by now, and {most:,} were when they were counted: nothing was "
            "forgotten. Count them again.",
            count=len(missing), folder=folder, most=most,
        )  # fmt: skip
    before = volumes.remembered(library.catalog, root)
    away = volumes.replaced(folder, before)
    with library.catalog.transaction():
        library.catalog.files.mark_gone(missing)
        kept = {place: volume for place, volume in before.items() if place not in away}
        volumes.remember(library.catalog, root, kept)
    return len(missing)


def _missing(library: Library, root: int, job: Job) -> tuple[list[int], int]:
    """The ids of the missing ones, and how many are known."""
    folder = Path(dict(library.catalog.files.roots())[root])
    known = library.catalog.files.all(root)
    looked = job.track("missing", known, len(known))
    return [file.id for file in looked if not _is_there(folder / file.path)], len(known)


def _is_there(path: Path) -> bool:
    """Whether it may be there: what cannot be looked at is not known to be missing."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
