"""SpaceDial: how much room each cluster takes and what would free some, counted anew after every change."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.core.records import Progress
from engine.gallery.snapshot import Gallery
from engine.gallery.space import LIBRARY, Found, Space, space_of, word_of
from engine.library.library import Library
from engine.service.protocol import DuplicatesFound, FindDuplicates, MeasureSpace, Request, SpaceMeasured
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.engine_client.run import Done, Failed, Outcome, Run
from gallery_app.state.culling.flags import CullingFlags
from gallery_app.state.session import Session

Counted = tuple[Space, dict[str | None, int]]


class SpaceDial(QObject):
    """Sizes and what is rejected are known at once; bursts and near-duplicates are looked for, and then remembered."""

    changed = Signal()  # the space, or whether is looked
    progress = Signal(object)  # Progress of the search

    def __init__(self, session: Session, flags: CullingFlags, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counting = LatestTask(session.query)
        self._open = False
        self.forget()
        session.changed.connect(lambda _changes, _origin: self._count())
        flags.changed.connect(self._count)
        session.opened.connect(self.forget)

    def forget(self) -> None:
        self._counting.drop()
        self._run: Run | None = None
        self._found, self._known = Found(), frozenset[int]()
        self.space: Space | None = None
        self.faces: dict[str | None, int] = {}  # the most typical photo of each cluster
        self.sharpness: dict[int, float] = {}
        self.problem = ""  # why the search failed

    @property
    def searching(self) -> bool:
        return self._run is not None

    @property
    def complete(self) -> bool:
        """Whether all photos were looked at."""
        return bool(self._known) and self._known.issuperset(self._session.gallery.row_of)

    def start(self) -> None:
        """Count, and look for what is not known yet, until `end`."""
        self._open = True
        self._count()
        if not self.complete and not self.searching:
            self.search()

    def end(self) -> None:
        self._open = False
        self.stop()
        if self.problem:
            self._session.clear_problem()

    def search(self) -> None:
        """Look for bursts, then for near-duplicates, which takes longer; nothing where the photos are away."""
        self.problem = ""
        if not self._session.away and not self._session.busy:
            self._ask(MeasureSpace())
        self.changed.emit()

    def stop(self) -> None:
        if self._run is not None:
            self._session.jobs.stop(self._run)

    def _ask(self, request: Request) -> None:
        self._run = run = self._session.jobs.run(request)
        run.progress.connect(self._advance)
        run.ended.connect(partial(self._ended, run))

    def _advance(self, progress: Progress) -> None:
        self.progress.emit(progress)

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return  # of a library that was open before
        self._run = None
        result = outcome.result if isinstance(outcome, Done) else None
        if isinstance(result, SpaceMeasured):
            self._found = Found(self._found.copies, result.bursts, result.beside)
            self._ask(FindDuplicates())
        elif isinstance(result, DuplicatesFound):
            self._found = Found(result.groups, self._found.bursts, self._found.beside)
            self.sharpness = result.sharpness
            self._known = frozenset(self._session.gallery.row_of)
        elif isinstance(outcome, Failed):
            self.problem = outcome.sentence
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        """On the serial lane: what was said of the photos just before is counted, too."""
        if self._open:
            self._counting.submit(partial(_counted, self._session.gallery, self._found), self._show)

    def _show(self, counted: Counted) -> None:
        self.space, self.faces = counted
        self.changed.emit()


def _counted(gallery: Gallery, found: Found, library: Library) -> Counted:
    return space_of(gallery, found, word_of(library.catalog)), _faces(gallery)


def _faces(gallery: Gallery) -> dict[str | None, int]:
    labels, first = np.unique(gallery.labels[gallery.typical_first], return_index=True)
    rows = gallery.typical_first[first].tolist()
    faces: dict[str | None, int] = {
        None if label < 0 else gallery.clusters[label].id: gallery.files[row].id
        for label, row in zip(labels.tolist(), rows, strict=True)
    }
    return faces | ({LIBRARY: gallery.files[0].id} if gallery.files else {})
