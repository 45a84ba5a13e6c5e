"""Folders that are a project, another program's store, ours or the system's: nothing is filed from or to them."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path

from engine.core.errors import Sentence, UserError
from engine.filing.planning.folders import Folders
from engine.library.beside.other_programs import folder_kind

# Entries that say of the folder they lie in, and of all below, what it is.
PROJECTS = {
    ".git": Sentence("a Git project"),
    ".hg": Sentence("a Mercurial project"),
    ".svn": Sentence("a Subversion project"),
    ".bzr": Sentence("a Bazaar project"),
    ".immich": Sentence("Immich's"),
    ".ppstorage": Sentence("PhotoPrism's"),
}
# Entries by suffix that say it of the folder they lie in alone: a catalog, whose photos may lie beside it.
CATALOGS = {
    ".lrcat": Sentence("the folder of a Lightroom catalog"),
    ".cocatalogdb": Sentence("a Capture One catalog"),
    ".cosessiondb": Sentence("a Capture One session"),
}
_CATALOG_SUFFIXES = tuple(CATALOGS)
DIGIKAM = frozenset(("digikam4.db", "recognition.db", "thumbnails-digikam.db"))
# Names of folders, of which all below is the program's.
NAMES = {
    ".dtrash": Sentence("digiKam's trash"),
    "node_modules": Sentence("part of a JavaScript project"),
    ".git": PROJECTS[".git"],
    ".hg": PROJECTS[".hg"],
    ".svn": PROJECTS[".svn"],
}
SUFFIXES = {
    ".photoslibrary": Sentence("a library of Apple Photos"),
    ".photolibrary": Sentence("an iPhoto library"),
    ".migratedphotolibrary": Sentence("an iPhoto library"),
    ".aplibrary": Sentence("an Aperture library"),
    ".migratedaplibrary": Sentence("an Aperture library"),
    ".lrdata": Sentence("Lightroom's previews"),
    ".lrcat-data": Sentence("part of a Lightroom catalog"),
    ".lrlibrary": Sentence("a Lightroom library"),
    ".cocatalog": Sentence("a Capture One catalog"),
    ".fcpbundle": Sentence("a Final Cut library"),
}
OURS = Sentence("Photoloom's own library")
SYSTEM = Sentence("the system's")
_OWN = frozenset(("catalog.db", "thumbnails", "vectors"))
_POSIX = "/bin /boot /dev /etc /lib /lib32 /lib64 /proc /run/lock /run/systemd /sbin /sys /usr /System /Library"
_POSIX_ROOTS = (*_POSIX.split(), "/Applications", "/private/etc", "/var/lib", "/var/log", "/var/cache")
_WINDOWS = ("SystemRoot", "ProgramFiles", "ProgramFiles(x86)", "ProgramData")


class Refusals:
    """What folders are, looked up once each; `library` is our own folder, which nothing is filed from or to."""

    def __init__(self, folders: Folders, library: Path) -> None:
        self._folders = folders
        self._library = os.path.realpath(library)
        self._home = os.path.realpath(Path.home())
        self._known: dict[tuple[str, str | None], Sentence | None] = {}

    def of(self, path: str, *, catalogs: bool = True, up_to: str | None = None) -> Sentence | None:
        """What the folder `path` is that keeps us away: by its own name and entries, or those of a folder above.

        Nothing is looked at above the home folder or `up_to`, nor what the home folder holds: people keep its settings
        in Git. Without `catalogs` a folder that only holds another program's catalog is like any other.
        """
        if catalogs and (catalog := _catalog(self._entries(path))):
            return catalog
        key = path, up_to
        if key not in self._known:
            self._known[key] = self._looked_up(path, up_to)
        return self._known[key]

    def check_target(self, path: str) -> None:
        """A UserError where nothing may be filed to `path`, a folder that may be there or not."""
        real = os.path.realpath(path)
        what = SYSTEM if _is_system(real) else self.of(real)
        if what is not None:
            raise UserError(
                "Nothing is filed into {folder}: it is {what}. Choose another folder.", folder=path, what=what
            )

    def _looked_up(self, path: str, up_to: str | None) -> Sentence | None:
        above, name = os.path.split(path)
        entries: Collection[str] = () if path == self._home else self._entries(path)
        own = _by_name(name) or _by_entries(entries)
        if path == self._library or _OWN.issubset(entries):
            return OURS
        if own is not None or path in (above, up_to, self._home):
            return own
        kind = folder_kind(os.path.basename(above), (), name)
        if kind is not None:
            return Sentence("a folder of another program ({name})", name=kind.what)
        return self.of(above, catalogs=False, up_to=up_to)

    def _entries(self, path: str) -> Collection[str]:
        return self._folders.listing(path).entries.keys()


def _by_name(name: str) -> Sentence | None:
    lower = name.lower()
    return NAMES.get(lower) or SUFFIXES.get(os.path.splitext(lower)[1])


def _by_entries(entries: Collection[str]) -> Sentence | None:
    return next((what for marker, what in PROJECTS.items() if marker in entries), None)


def _catalog(entries: Collection[str]) -> Sentence | None:
    if not DIGIKAM.isdisjoint(entries):
        return Sentence("where digiKam keeps its database")
    lower = next((lower for name in entries if (lower := name.lower()).endswith(_CATALOG_SUFFIXES)), None)
    return None if lower is None else next(what for suffix, what in CATALOGS.items() if lower.endswith(suffix))


def _is_system(path: str) -> bool:
    if os.path.dirname(path) == path:
        return True
    if sys.platform == "win32":
        roots = [os.environ[name] for name in _WINDOWS if name in os.environ]
    else:
        roots = list(_POSIX_ROOTS)
    return any(path == root or path.startswith(root + os.sep) for root in roots)
