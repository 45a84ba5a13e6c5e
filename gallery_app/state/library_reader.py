"""LibraryReader: the open library on the serial lane, so that what is shown never goes back in time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Changes
from engine.library.library import Library
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.state.filters import Filters
from gallery_app.state.opening import explained
from gallery_app.state.snapshot import Reader, Snapshot

T = TypeVar("T")
RELOAD = 400  # ms between two looks at a catalog that is being filled


class LibraryReader(QObject):
    """`taken` carries each Snapshot, the Changes that it shows and their origin; none of a library that is closed."""

    taken = Signal(object, object, object)
    failed = Signal(str)  # a sentence

    def __init__(
        self, jobs: JobRunner, filters: Filters, maps: Callable[[], tuple[str, str]], parent: QObject | None = None
    ) -> None:
        """`maps` tells which map is wanted and which is shown."""
        super().__init__(parent)
        self._jobs, self._filters, self._maps = jobs, filters, maps
        self._reader = Reader()
        self.library: Library | None = None
        self._reloading = False  # a look that waits for its turn will see what is there by then
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(RELOAD)
        self._due.timeout.connect(self.reload)

    def forget(self) -> None:
        """No library is open any more."""
        self._due.stop()
        self._reloading = False
        self.library, self._reader = None, Reader()

    def first_look(self) -> Callable[[Library], Snapshot]:
        """Reads, on the lane, a library that is about to be opened."""
        reader = self._reader
        return lambda library: reader.evaluate(library, Changes.EVERYTHING, self._filters, *self._maps())

    def query(
        self,
        work: Callable[[Library], T],
        done: Callable[[T], object],
        failed: Callable[[str], None] | None = None,
        *,
        over: Callable[[], None] | None = None,
    ) -> Ticket | None:
        """Ask the library something; no answer comes of one that is closed meanwhile."""
        if (library := self.library) is None:
            return None

        def told(answer: T) -> None:
            if library is self.library:
                done(answer)

        def refused(sentence: str) -> None:
            if library is self.library:
                self.failed.emit(sentence)
                if failed is not None:
                    failed(sentence)

        return self._jobs.serial(lambda: explained(lambda: work(library)), told, refused, over=over)

    def read(self, first: Callable[[Library], Changes], origin: object, refused: Callable[[], None]) -> None:
        """Do what is to be done `first`, then look at the catalog; `refused` is called where that failed."""
        if (library := self.library) is None:
            return
        reader = self._reader

        def work() -> tuple[Changes, Snapshot]:
            changes = first(library)
            return changes, reader.evaluate(library, changes, self._filters, *self._maps())

        def done(result: tuple[Changes, Snapshot]) -> None:
            if library is self.library:
                self.taken.emit(result[1], result[0], origin)

        def failed(sentence: str) -> None:
            refused()
            self.failed.emit(sentence)

        self._jobs.serial(lambda: explained(work), done, failed)

    def reload_soon(self) -> None:
        """The catalog holds something new; more may follow at once."""
        if not self._due.isActive():
            self._due.start()

    def reload(self) -> None:
        """Look at the catalog again, at all of it."""
        if self.library is None:
            return
        if self._reloading:
            self._due.start()
            return
        self._due.stop()  # this is the look that was due: another would take back what is only shown
        self._reloading = True

        def begun(_library: Library) -> Changes:
            self._reloading = False  # what changes from here on needs another look; also if this one fails
            return Changes.EVERYTHING

        self.read(begun, self.parent(), lambda: None)
