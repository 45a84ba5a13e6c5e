"""PictureReader: whole pictures of the photo that is looked at and of those next to it, read on the pool."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.images.picture import Picture, PictureDecoder
from gallery_app.state.session import Session

SOON = 10  # priority on the pool of what is looked at now


class PictureReader(QObject):
    """Whole pictures are large: only those that are wanted are kept, or read."""

    picture_loaded = Signal(int)  # the picture of this file is there, or cannot be

    def __init__(self, session: Session, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._decoder = PictureDecoder(jobs)
        self._wanted: set[int] = set()
        self._pictures: dict[int, Picture] = {}
        self._tickets: dict[int, Ticket] = {}

    @property
    def files(self) -> set[int]:
        """Of which files there is a picture, or the word that there is none."""
        return set(self._pictures)

    def get(self, file: int) -> Picture:
        """What was read of a file; without levels as long as nothing was."""
        return self._pictures.get(file, Picture())

    def keep_only(self, files: Sequence[int]) -> None:
        """Forget all others, and what could not be read: it may be there again."""
        for gone in [f for f, picture in self._pictures.items() if f not in files or not picture.levels]:
            del self._pictures[gone]
        for gone in [f for f in self._tickets if f not in files]:
            self._tickets.pop(gone).drop()
        self._wanted.intersection_update(files)

    def read(self, files: Sequence[int]) -> None:
        """Read what is not there yet, the first before all others; only that is fetched from a cloud."""
        for place, file in enumerate(files):
            if file not in self._tickets and file not in self._pictures:
                self._start(file, 1 if place else SOON)

    def _start(self, file: int, priority: int) -> None:
        path = self._session.photo_path(self._session.gallery.row_of[file])

        def done(picture: Picture) -> None:
            self._pictures[file] = picture
            self.picture_loaded.emit(file)

        def read() -> Picture:
            return self._decoder.read(path, lambda: file in self._wanted, download=priority == SOON)

        def over() -> None:
            self._tickets.pop(file, None)  # also after an error: it can be asked for again

        self._wanted.add(file)
        self._tickets[file] = self._jobs.run(read, done, priority=priority, over=over)
