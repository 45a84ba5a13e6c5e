"""LibraryOpener: opens and closes libraries on the serial lane; only the last that was asked for counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.library.library import Library
from engine.library.safety.recovery import CatalogDamaged
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.language import translate
from gallery_app.state.snapshot import Snapshot

Loaded = Callable[[Library, Snapshot], None]
Refused = Callable[[str, Path | None], None]  # a sentence, and the catalog that is damaged or missing


class LibraryOpener:
    def __init__(self, jobs: JobRunner) -> None:
        self._jobs = jobs
        self._library: Library | None = None  # opened and not closed yet; only used on the serial lane
        self._latest: object = None  # identifies the latest call of `open`; None after a `close`

    def open(
        self, opened: Callable[[], Library], read: Callable[[Library], Snapshot], loaded: Loaded, refused: Refused
    ) -> None:
        """Open a library and read it, then call one of the two, unless another one is wanted by then."""
        request = self._latest = object()

        def load() -> tuple[Library, Snapshot] | CatalogDamaged | None:
            if request is not self._latest:
                return None
            try:
                library = self._library = opened()
            except CatalogDamaged as error:
                return error
            try:
                return library, read(library)
            except BaseException:
                self._close()
                raise

        def done(found: tuple[Library, Snapshot] | CatalogDamaged | None) -> None:
            if found is None or request is not self._latest:
                return
            if isinstance(found, CatalogDamaged):
                refused(translate(found.sentence), Path(found.sentence.values["path"]))
            else:
                loaded(*found)

        def failed(sentence: str) -> None:
            if request is self._latest:
                refused(sentence, None)

        self._jobs.serial(load, done, failed)

    def close(self) -> None:
        """Close the library opened last, also one whose opening was superseded."""
        self._latest = None
        self._jobs.serial(self._close)

    def _close(self) -> None:
        library, self._library = self._library, None
        if library is not None:
            library.close()
