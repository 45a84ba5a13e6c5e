"""Library: one folder with the catalog, the thumbnails, the vectors and the lock of a person's photos."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from types import TracebackType

from engine.core.errors import UserError, why
from engine.core.logs import LOGGER
from engine.library.catalog.catalog import Catalog
from engine.library.lock import LibraryLock
from engine.library.outputs.own import check_folder
from engine.library.roots import data_folder, library_for, moved_root, real_folder
from engine.library.safety.backups import back_up
from engine.library.safety.permissions import make_folder_private, sweep
from engine.library.telemetry_cleanup import remove_leftovers
from engine.library.thumbnails import ThumbnailCache


class Library:
    """An open library; `close` it, or use it in a with statement.

    `program` names who holds the lock; None works under the lock of the program that started this process. Without
    `mend` a damaged or missing catalog stays as it is: a CatalogDamaged says so.
    """

    def __init__(self, folder: Path, program: str | None, *, mend: bool = True) -> None:
        self.folder = folder
        self.read_only = is_read_only(folder)
        self.drive_is_read_only = self.read_only and _is_on_read_only_drive(folder)
        if self.read_only:
            program = None  # nobody can write to it: there is nothing to lock
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                "The library {folder} cannot be written ({reason}): name another with --library.",
                folder=folder,
                reason=why(error),
            ) from error
        self._lock = LibraryLock(folder, program) if program else None
        if self._lock:
            self._lock.take()
        try:
            if self._lock:
                make_folder_private(folder)
                sweep(folder)
            owner = self._lock is not None
            self.catalog = Catalog(folder / "catalog.db", owner=owner, read_only=self.read_only, mend=mend)
            if self._lock:
                self.catalog.edits.keep_above(_newest_action(folder))
                self._back_up()
        except BaseException:
            self._unlock()
            raise
        self.thumbnails = ThumbnailCache(folder / "thumbnails")
        self.vectors_folder = folder / "vectors"

    def root(self, folder: Path) -> int:
        """The root for `folder` (a real path): entered if new, found again if it was moved as a whole."""
        if self.read_only:
            return self._known_root(folder)
        status = folder.stat()
        moved = moved_root(self.folder, folder)
        if moved is not None:
            self.catalog.files.move_root(moved, str(folder))
        return self.catalog.files.add_root(str(folder), status.st_dev, status.st_ino)

    def _known_root(self, folder: Path) -> int:
        known = {path: root for root, path in self.catalog.files.roots()}
        if str(folder) not in known:
            raise UserError(
                "The library {library} cannot be written, and does not know {folder}.",
                library=self.folder,
                folder=folder,
            )
        return known[str(folder)]

    def path_of(self, root: int, relative: str) -> Path:
        """Where a file is on disk; it may be missing."""
        return Path(dict(self.catalog.files.roots())[root], relative)

    def close(self) -> None:
        """Close it, with a backup where anything has changed, which a full disk does not keep from closing."""
        try:
            if self._lock:
                self._back_up()
        finally:
            self.catalog.close()
            self._unlock()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _back_up(self) -> None:
        try:
            back_up(self.catalog.path)
        except (OSError, sqlite3.Error):
            LOGGER.warning("The catalog %s could not be backed up", self.catalog.path, exc_info=True)

    def _unlock(self) -> None:
        if self._lock:
            self._lock.release()


def is_read_only(folder: Path) -> bool:
    """Whether a library is there that can only be looked at."""
    catalog = folder / "catalog.db"
    if not catalog.is_file() or not os.access(catalog, os.R_OK):
        return False
    return not (os.access(folder, os.W_OK) and os.access(catalog, os.W_OK))


def _is_on_read_only_drive(folder: Path) -> bool:
    """Rather than one whose folder somebody else alone may write to."""
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _newest_action(folder: Path) -> int:
    """The highest id of the actions on files, whose journals a catalog that was brought back may not know."""
    return max((int(path.stem) for path in folder.glob("actions/*.jsonl") if path.stem.isdigit()), default=0)


def open_library(folder: Path, library: Path | None, program: str | None, *, mend: bool = True) -> tuple[Library, int]:
    """Open the library of a photo folder (found by it, or `library` where that is named), and its root in it."""
    real = real_folder(folder)
    check_folder(real)
    location = library.absolute() if library else library_for(real)
    remove_leftovers(data_folder())
    opened = Library(location, program, mend=mend)
    try:
        return opened, opened.root(real)
    except BaseException:
        opened.close()
        raise
