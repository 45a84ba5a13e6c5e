"""Catalog: what the library knows, in one SQLite file; this and the *_table files beside it hold all the SQL."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.core.errors import UserError
from engine.library.catalog.cluster_table import ClusterTable
from engine.library.catalog.clustering_table import ClusteringTable
from engine.library.catalog.correction_table import CorrectionTable
from engine.library.catalog.edit_table import EditTable
from engine.library.catalog.file_table import FileTable
from engine.library.catalog.flag_table import FlagTable
from engine.library.catalog.provisional_table import ProvisionalTable
from engine.library.catalog.schema import MIGRATIONS, migrate
from engine.library.catalog.understanding.class_table import ClassTable
from engine.library.catalog.understanding.face_table import FaceTable
from engine.library.catalog.understanding.kind_table import KindTable
from engine.library.catalog.understanding.text_table import TextTable
from engine.library.safety.backups import back_up
from engine.library.safety.checksums import fill, watch
from engine.library.safety.condition import Damage, is_damage, require_whole, suspect
from engine.library.safety.permissions import make_private
from engine.library.safety.recovery import CatalogDamaged, recover, require_present

COMPACTED_UP_TO = 256 << 20  # bytes in use; of a larger one what is free is only used again
WORTH = 4  # a catalog of an earlier version is compacted when at least this part of it, a fourth, is free
WAIT = 10.0  # seconds for the other process's short transaction


class Catalog:
    """A connection a thread; writes go through `transaction`. Tables are its attributes.

    A damaged file is renamed, never deleted, recovered as far as it goes, and reported in a CatalogDamaged. An edit is
    on the disk once its transaction has ended.
    """

    def __init__(self, path: Path, *, owner: bool = True, read_only: bool = False, mend: bool = True) -> None:
        """Only the `owner` of the library's lock may recover a damaged catalog: others have it open.

        Without `mend` one that is damaged or missing stays as it is, for the user to say what is to be done.
        One that is `read_only` is looked at, as it is; every transaction on it is refused.
        """
        self.path, self.read_only = path, read_only
        mend = mend and owner
        self._local = threading.local()
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._guard = threading.Lock()
        try:
            if read_only:
                self._require_readable()
            else:
                self._open_whole(mend)
        except sqlite3.DatabaseError as error:
            self.close()
            if not is_damage(error):
                raise
            if read_only:
                raise UserError("The catalog {path} is damaged, and cannot be written.", path=path) from error
            if not owner:
                raise suspected(path) from error
            if not mend:
                raise CatalogDamaged("The catalog {path} is damaged; nothing was changed.", path=path) from error
            raise recover(path) from error
        except UserError:
            self.close()
            raise
        self.files = FileTable(self)
        self.clusters = ClusterTable(self)
        self.clusterings = ClusteringTable(self)
        self.corrections = CorrectionTable(self)
        self.edits = EditTable(self)
        self.flags = FlagTable(self)
        self.faces = FaceTable(self)
        self.kinds = KindTable(self)
        self.provisional = ProvisionalTable(self)
        self.classes = ClassTable(self)
        self.texts = TextTable(self)

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection, in autocommit outside `transaction`."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # close() may come from another thread than the one that opened; use stays within one thread.
            source = f"{self.path.absolute().as_uri()}?immutable=1" if self.read_only else str(self.path)
            connection = sqlite3.connect(
                source, timeout=WAIT, isolation_level=None, check_same_thread=False, uri=self.read_only
            )
            with self._guard:
                for thread in [t for t in self._connections if not t.is_alive()]:
                    self._connections.pop(thread).close()  # it was that thread's own
                self._connections[threading.current_thread()] = connection
            self._local.connection = connection
            if self.read_only:
                return connection
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # takes effect on a new file only; see `shrink`
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # an edit that was acknowledged survives a power cut
            connection.execute("PRAGMA foreign_keys = ON")
            if getattr(self, "_migrated", False):
                watch(connection)
        return connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; nested ones join the outer. Not within `reading`. UserError where it is `read_only`."""
        if self.read_only:
            raise UserError(
                "The library {folder} cannot be written: it can be looked at, and nothing in it was changed.",
                folder=self.path.parent,
            )
        connection = self.connection
        assert not getattr(self._local, "reading", False)  # what was read might be outdated by now
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:  # not where SQLite took it back itself: a full disk, one that fails
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One read transaction: all reads see one state, whatever others commit; nested ones join the outer.

        For reading more than one table, or one twice. In a `transaction` it is that one.
        """
        connection = self.connection
        if connection.in_transaction:
            yield
            return
        connection.execute("BEGIN")
        self._local.reading = True
        try:
            yield
        finally:
            self._local.reading = False
            if self.connection.in_transaction:  # not where the disk has failed
                connection.execute("COMMIT")

    def setting(self, key: str) -> str | None:
        row = self.connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_setting(self, key: str, value: str) -> None:
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))

    def shrink(self) -> None:
        """Return freed pages to the disk. A file of an earlier version has to be compacted once for that.

        Outside any transaction. What compacting needs is kept in memory, for nothing is written elsewhere, and it waits
        for a disk with room for the file once more, or, beside a process that writes, for the next time.
        """
        try:
            self._shrink(self.connection)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise

    def _shrink(self, connection: sqlite3.Connection) -> None:
        (pages,), (free,), (size,), (mode,) = (
            connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("page_count", "freelist_count", "page_size", "auto_vacuum")
        )
        if mode:
            connection.executescript("PRAGMA incremental_vacuum")  # `execute` would stop after a page
        elif free * WORTH >= pages and (pages - free) * size <= min(COMPACTED_UP_TO, _room(self.path)):
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            connection.execute("VACUUM")
            connection.execute("PRAGMA temp_store = DEFAULT")

    def close(self) -> None:
        with self._guard:
            for connection in self._connections.values():
                connection.close()
            self._connections.clear()
        self._local = threading.local()

    def _open_whole(self, mend: bool) -> None:
        require_present(self.path, bring_back=mend)
        if suspect(self.path).exists():
            raise Damage("damaged: this was seen while it was open")
        require_whole(self.path)
        self._migrate()

    def _require_readable(self) -> None:
        """Nothing is checked or brought up where nothing can be written; what is in a side file cannot be seen."""
        (version,) = self.connection.execute("PRAGMA user_version").fetchone()
        side = self.path.with_name(f"{self.path.name}-wal")
        if version != len(MIGRATIONS) or (side.exists() and side.stat().st_size):
            raise UserError(
                "The library {folder} cannot be written, and would have to be: its catalog is of an earlier version, "
                "or was not closed. Make the folder writable, or copy it.",
                folder=self.path.parent,
            )

    def _migrate(self) -> None:
        """Bring an earlier version's file up, after a backup of it as it is, and let the sums be kept from here on."""
        connection = self.connection
        make_private(self.path)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if 0 < version < len(MIGRATIONS):
            back_up(self.path)
        migrate(connection)
        if version < len(MIGRATIONS):
            with self.transaction():
                fill(connection, len(MIGRATIONS))
        self._migrated = True
        watch(connection)


def _room(path: Path) -> int:
    """Bytes that can be written beside it."""
    return shutil.disk_usage(path.parent).free


def suspected(path: Path) -> UserError:
    """What to raise for damage that is found while others have the catalog open: it waits for the next start."""
    suspect(path).touch(mode=0o600)
    return UserError(
        "The catalog {path} is damaged: close every window of this library and open it again, then it is repaired. "
        "Nothing was deleted.",
        path=path,
    )
