"""LibraryReader: access to the open library on the serial lane, in order, so that snapshots never go back in time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Changes
from engine.gallery.filtering import FilterResult
from engine.gallery.snapshot import Gallery
from engine.library.library import Library
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.state.filters import Filters
from gallery_app.state.library_access import explain_errors
from gallery_app.state.snapshot import Snapshot, SnapshotReader

T = TypeVar("T")
RELOAD_INTERVAL = 400  # ms between two reads of a catalog that is being filled


class LibraryReader(QObject):
    """`snapshot_read` carries a Snapshot, its Changes and their origin; nothing comes of a library that was closed."""

    snapshot_read = Signal(object, object, object)
    understood_read = Signal(object, object)  # the Gallery that it is of, and the FilterResult with what is new
    failed = Signal(str)  # a sentence

    def __init__(
        self, jobs: JobRunner, filters: Filters, maps: Callable[[], tuple[str, str]], parent: QObject | None = None
    ) -> None:
        """`maps` returns the names of the wanted and of the shown projection."""
        super().__init__(parent)
        self._jobs, self._filters, self._maps = jobs, filters, maps
        self._reader = SnapshotReader()
        self.library: Library | None = None
        self._reloading = False  # a queued read will see everything up to when it starts
        self._reload_timer = QTimer(self)
        self._reload_timer.setSingleShot(True)
        self._reload_timer.setInterval(RELOAD_INTERVAL)
        self._reload_timer.timeout.connect(self.reload)

    def forget(self) -> None:
        """Forget the library; what is read of it still is dropped."""
        self._reload_timer.stop()
        self._reloading = False
        self.library, self._reader = None, SnapshotReader()

    def first_read(self) -> Callable[[Library], Snapshot]:
        """A function that reads, on the lane, a library that is about to be opened."""
        reader = self._reader
        return lambda library: reader.read(library, Changes.EVERYTHING, self._filters, *self._maps())

    def query(
        self,
        work: Callable[[Library], T],
        done: Callable[[T], object],
        failed: Callable[[str], None] | None = None,
        *,
        over: Callable[[], None] | None = None,
    ) -> Ticket | None:
        """Run `work(library)` on the serial lane, then `done(result)` here; dropped if the library is closed first."""
        if (library := self.library) is None:
            return None

        def answered(answer: T) -> None:
            if library is self.library:
                done(answer)

        def on_failure(sentence: str) -> None:
            if library is self.library:
                self.failed.emit(sentence)
                if failed is not None:
                    failed(sentence)

        return self._jobs.serial(lambda: explain_errors(lambda: work(library)), answered, on_failure, over=over)

    def read(
        self,
        first: Callable[[Library], Changes],
        origin: object,
        on_failure: Callable[[], None],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Run `first(library)`, which returns its Changes, then read a snapshot; `on_failure` is called on an error.

        `then` is called once every view shows what was read.
        """
        if (library := self.library) is None:
            return
        reader = self._reader

        def work() -> tuple[Changes, Snapshot]:
            changes = first(library)
            return changes, reader.read(library, changes, self._filters, *self._maps())

        def done(result: tuple[Changes, Snapshot]) -> None:
            if library is self.library:
                self.snapshot_read.emit(result[1], result[0], origin)
                then()

        def failed(sentence: str) -> None:
            if library is self.library:
                on_failure()
                self.failed.emit(sentence)

        self._jobs.serial(lambda: explain_errors(work), done, failed)

    def read_understood(self) -> None:
        """Read what the background has found out of the photos, and nothing else."""
        reader = self._reader

        def done(read: tuple[Gallery, FilterResult] | None) -> None:
            if read is not None:
                self.understood_read.emit(*read)

        self.query(lambda library: reader.read_understood(library, self._filters), done)

    def reload_soon(self) -> None:
        """Reload within RELOAD_INTERVAL; calls in between are merged."""
        if not self._reload_timer.isActive():
            self._reload_timer.start()

    def reload(self) -> None:
        """Read the whole catalog again."""
        if self.library is None:
            return
        if self._reloading:
            self._reload_timer.start()
            return
        self._reload_timer.stop()  # this is that reload: another would take back what is only previewed
        self._reloading = True

        def started(_library: Library) -> Changes:
            self._reloading = False  # later changes need another reload; also if this one fails
            return Changes.EVERYTHING

        self.read(started, self.parent(), lambda: None)
