"""The files of a plan where they lie: what keeps one from being filed, and what travels with it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from engine.core.errors import Sentence, why
from engine.filing.operations import ALBUMS, FilingOptions
from engine.filing.planning.chosen import Photo
from engine.filing.planning.companions import FolderCompanions
from engine.filing.planning.folders import Folders, Listing
from engine.filing.planning.refusals import Refusals
from engine.library.library import Library

_ALONE = ("keywords", *ALBUMS)  # of these a photo goes without its companions
_CHANGING = ("move", "trash", "keywords")  # of these the place itself or its files are not as before


class Member(NamedTuple):
    """A file to be filed: a photo, or with `companion` what belongs to it."""

    photo: Photo
    name: str
    bytes: int
    file: int | None
    companion: bool = False

    @property
    def path(self) -> str:
        return f"{self.photo.folder}{os.sep}{self.name}"


class _Place(NamedTuple):
    """A folder: why nothing of it is filed, what lies there, and companions, where there may be some."""

    why: Sentence | None
    listing: Listing
    companions: FolderCompanions | None


class Sources:
    """`photos` are those that were chosen: each is filed by itself, whatever pair it is one of."""

    def __init__(
        self, library: Library, options: FilingOptions, photos: Iterable[Photo], folders: Folders, refusals: Refusals
    ) -> None:
        self._library, self._options, self._folders, self._refusals = library, options, folders, refusals
        self._places: dict[str, _Place] = {}
        self._filed = {(photo.folder, photo.name) for photo in photos}
        self._ids: dict[tuple[int, str], int] | None = None
        kept = {kept for _, kept in options.keepers}
        if kept:  # what is kept is kept whole
            for (root, path), id_ in self._library_ids().items():
                if id_ in kept:
                    self._keep(dict(library.catalog.files.roots())[root], path)

    def why_left(self, photo: Photo) -> Sentence | None:
        """Why a photo is left as it is, or None."""
        place = self._place(photo)
        if place.why is not None:
            return place.why
        entry = place.listing.entries.get(photo.name)
        if entry is None:
            return Sentence("{name} is not there any more", name=photo.name)
        if entry.is_symlink():
            return self._why_link(photo, photo.path)
        return None if entry.is_file() else Sentence("{name} is no file any more", name=photo.name)

    def members(self, photo: Photo) -> list[Member]:
        """The photo, then its companions; each file is a member once."""
        members = [Member(photo, photo.name, photo.file.size, photo.file.id)]
        _, listing, found = self._place(photo)
        if found is None:
            return members
        pairs = [name for name in found.pair(photo.name) if (photo.folder, name) not in self._filed]
        names = [*found.of(photo.name), *(one for pair in pairs for one in (pair, *found.of(pair)))]
        for name in names:
            if (photo.folder, name) not in self._filed and _is_file(listing, name):
                self._filed.add((photo.folder, name))
                id_ = self._id_of(photo, name) if name in pairs else None
                members.append(Member(photo, name, listing.size(name), id_, companion=True))
        return members

    def _place(self, photo: Photo) -> _Place:
        place = self._places.get(photo.folder)
        if place is None:
            listing, alone = self._folders.listing(photo.folder), self._options.action in _ALONE
            companions = None if alone else FolderCompanions(listing.entries.keys())
            if companions is not None and companions.none:
                companions = None
            place = self._places[photo.folder] = _Place(self._why_folder(photo), listing, companions)
        return place

    def _why_folder(self, photo: Photo) -> Sentence | None:
        root, listing = self._folders.listing(photo.root), self._folders.listing(photo.folder)
        if not root.exists or not root.entries:
            return Sentence("{folder} cannot be seen now: its drive may be away", folder=photo.root)
        if listing.problem is not None:
            return Sentence("{folder} cannot be read ({reason})", folder=photo.folder, reason=why(listing.problem))
        if self._folders.behind_link(photo.folder, photo.root):
            return self._why_link(photo, photo.folder)
        above = None if self._options.action in _CHANGING else photo.root
        what = self._refusals.of(photo.folder, catalogs=self._options.action != "keywords", up_to=above)
        if what is not None:
            return Sentence("{folder} is {what}, and left alone", folder=photo.folder, what=what)
        return None

    def _why_link(self, photo: Photo, path: str) -> Sentence | None:
        """A link is no place to take a file away from; nor is what it shows one of the folder's, if that is outside."""
        if self._options.action not in ("copy", "symlink"):
            return Sentence("{path} is a link: what it leads to is filed from where it lies", path=path)
        inside = os.path.realpath(path).startswith(os.path.join(os.path.realpath(photo.root), ""))
        return None if inside else Sentence("{path} is a link that leads out of the folder", path=path)

    def _keep(self, root: str, path: str) -> None:
        folder, name = os.path.split(os.path.normpath(os.path.join(root, path)))
        companions = FolderCompanions(self._folders.listing(folder).entries.keys())
        self._filed.update((folder, one) for one in (name, *companions.of(name)))

    def _id_of(self, photo: Photo, name: str) -> int | None:
        path = photo.file.path.rpartition("/")[0]
        return self._library_ids().get((photo.file.root, f"{path}/{name}" if path else name))

    def _library_ids(self) -> dict[tuple[int, str], int]:
        if self._ids is None:
            self._ids = {(file.root, file.path): file.id for file in self._library.catalog.files.all()}
        return self._ids


def _is_file(listing: Listing, name: str) -> bool:
    entry = listing.entries.get(name)
    return entry is not None and entry.is_file(follow_symlinks=False)
