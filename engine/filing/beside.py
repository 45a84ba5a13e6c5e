"""What travels with photos when they are filed: how many bytes that is, before anything is planned."""

from __future__ import annotations

from engine.core.job import Job
from engine.filing.planning.companions import FolderCompanions
from engine.filing.planning.folders import Folders
from engine.library.library import Library


def bytes_beside(library: Library, job: Job) -> dict[int, int]:
    """Bytes of the companions of each photo that has some, by file id; photos of the library are nobody's companion.

    Of a folder that is away nothing is told.
    """
    with library.catalog.reading():
        files = library.catalog.files.readable()
        roots = dict(library.catalog.files.roots())
    names: dict[str, dict[str, int]] = {}  # ids by name, by folder
    for file in files:
        folder, _, name = f"{roots[file.root]}/{file.path}".rpartition("/")
        names.setdefault(folder, {})[name] = file.id
    found: dict[int, int] = {}
    for folder, photos in job.track("plan-file", names.items(), len(names)):
        found |= _of_folder(folder, photos)
    return found


def _of_folder(folder: str, photos: dict[str, int]) -> dict[int, int]:
    listing, found, claimed = Folders().listing(folder), dict[int, int](), set(photos)
    companions = FolderCompanions(listing.entries.keys())
    if companions.none:
        return found
    for name, id_ in photos.items():
        pair = [one for one in companions.pair(name) if one not in photos]
        others = {*companions.of(name), *pair, *(one for other in pair for one in companions.of(other))}
        files = [one for one in others - claimed if listing.entries[one].is_file(follow_symlinks=False)]
        claimed.update(files)
        if files:
            found[id_] = sum(map(listing.size, files))
    return found
