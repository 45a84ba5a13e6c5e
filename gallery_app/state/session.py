"""Session: the open library, its current snapshot, and the selection; the model of every view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from engine.core.errors import UserError
from engine.core.partials import Notice, Partial, Stored
from engine.core.records import Changes
from engine.edits import Edit, Merge
from engine.embedding import DEFAULT_BACKBONE
from engine.gallery.filtering import FilterResult
from engine.gallery.snapshot import Gallery
from engine.library.library import Library
from engine.library.roots import real_folder
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import QUIET, Organise, SplitCluster
from gallery_app.base import theme
from gallery_app.base.marks import Mark, mark_of
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.engine_client.engine_jobs import EngineJobs, StartEngine
from gallery_app.engine_client.engine_process import EngineProcess
from gallery_app.engine_client.resuming import Resuming
from gallery_app.engine_client.run import Cancelled, Failed, Outcome, Run
from gallery_app.i18n.language import translate
from gallery_app.state import library_access
from gallery_app.state.edits.lock_gate import LockGate
from gallery_app.state.filters import Filters
from gallery_app.state.library_reader import LibraryReader
from gallery_app.state.people.people import People
from gallery_app.state.safety.opener import LibraryOpener
from gallery_app.state.snapshot import MAP, EditLog, Snapshot

T = TypeVar("T")


class Session(QObject):
    """The catalog is only accessed on the serial lane, so that what is shown never goes back in time."""

    opened = Signal()  # another library, or none
    closing = Signal()  # the library is about to be closed: what is not stored yet is to be written now
    changed = Signal(object, object)  # (Changes, origin)
    understood = Signal()  # of the same photos more is known: their kinds, texts and faces
    selection_changed = Signal(object, object)  # (frozenset of file ids, origin)
    hover_changed = Signal(object, object)  # (file id or None, origin)
    cluster_focused = Signal(object, object)  # (cluster id or None, origin)
    progress = Signal(object)  # Progress of the engine, or None when idle
    frame_changed = Signal(object)  # the gallery at a frame of its training, or None: as it is now
    writing = Signal()  # the catalog is about to be changed
    filing_wanted = Signal(str, object)  # (action, file ids): file these away, once the plan was seen
    notice = Signal(str)  # a sentence of the engine; its work goes on
    failed = Signal(str)  # a sentence to show

    def __init__(
        self,
        jobs: JobRunner,
        library: Path | None = None,
        parent: QObject | None = None,
        engine: StartEngine = EngineProcess,
    ) -> None:
        """`library` is the folder named on the command line; without it each photo folder finds its own."""
        super().__init__(parent)
        self._library_folder, self._opener = library, LibraryOpener(jobs)
        self.backbone = DEFAULT_BACKBONE  # the embedding network of the next training
        self.map = MAP  # the chosen projection; `map_shown` may still be another
        self.filters = Filters(jobs, self)
        self.filters.changed.connect(self._filtered)
        self._reader = LibraryReader(jobs, self.filters, lambda: (self.map, self.map_shown), self)
        self._reader.snapshot_read.connect(self._snapshot_read)
        self.read_understood = self._reader.read_understood  # `understood` follows, if more is known by now
        self._reader.understood_read.connect(self._understood_read)
        self._reader.failed.connect(self.failed)
        self.jobs = EngineJobs(engine, self)
        self.jobs.progress.connect(self.progress)
        self.jobs.begun.connect(self._begun)
        self._resuming = Resuming(self.jobs, self)
        self.locks, self.people = LockGate(self), People(self, jobs)
        self._reset()

    def _reset(self) -> None:
        self._reader.forget()
        self.folder: Path | None = None
        self.away = False  # the photo folder is missing (a drive unplugged): only the catalog is read
        self.opening = False
        self.damaged: Path | None = None  # the catalog that is damaged or missing: the library cannot be opened
        self.problem: str | None = None  # why the last run failed
        self._failed: Run | None = None  # the run that failed last
        self.asked_scan: Run | None = None  # the user asked what is new in the folder
        self.gallery, self.map_shown = Gallery(), self.map
        self.filters.forget()
        self.log = EditLog()
        self.undo_label: str | None = None  # None: nothing to undo; empty: its name is not read yet
        self.redo_label: str | None = None
        self.selection: frozenset[int] = frozenset()
        self.current: int | None = None
        self.hovered: int | None = None
        self.focused_cluster: str | None = None

    @property
    def library(self) -> Library | None:
        return self._reader.library

    # What is shown

    @property
    def read_only(self) -> bool:
        """The open library can only be looked at."""
        return self.library is not None and self.library.read_only

    @property
    def can_work(self) -> bool:
        """The folder is there and the library can be written: the engine can work."""
        return self.library is not None and not self.away and not self.library.read_only

    @property
    def busy(self) -> bool:
        return self.jobs.busy

    @property
    def can_undo(self) -> bool:
        return self.undo_label is not None

    @property
    def can_redo(self) -> bool:
        return self.redo_label is not None

    @property
    def options(self) -> OrganiseOptions:
        """Options of the running training, or else of the clusters as they stand; with the chosen map."""
        run = self.jobs.current
        if run is not None and isinstance(run.request, Organise) and not run.request.keep:
            return replace(run.request.options, map=self.map)
        return replace(library_access.options_of(self.gallery), backbone=self.backbone, map=self.map)

    def mark(self, cluster_id: str | None) -> Mark:
        """The cluster's colour and shape, the same for its whole life in one theme; a grey disc for none."""
        return mark_of(cluster_id, theme.current())

    def thumbnail(self, row: int) -> Path:
        """Path of the thumbnail of a gallery row, turned as the user has turned it."""
        assert self.library is not None
        return library_access.thumbnail_of(self.library, self.gallery, row)

    def photo_path(self, row: int) -> Path:
        """Path of the photo of a gallery row; the file may be missing."""
        return Path(self.gallery.roots[self.gallery.files[row].root], self.gallery.files[row].path)

    def select(self, ids: Iterable[int], origin: object, current: int | None = None) -> None:
        """Select files; `current` is the focused one (clicked last), or the only one."""
        chosen = frozenset(ids)
        if not self.filters.shown.everything:  # only visible photos are selected: a command acts on what one sees
            if chosen.isdisjoint(visible := self.filters.visible_ids) and chosen:
                self.filters.clear(origin)
            else:
                chosen, current = chosen & visible, current if current in visible else None
        if current is None and len(chosen) == 1:
            (current,) = chosen
        if chosen == self.selection and current == self.current:
            return
        self.selection, self.current = chosen, current
        self.selection_changed.emit(chosen, origin)

    def _filtered(self, origin: object) -> None:
        """Deselect what is not visible, and leave a cluster that has gone: a command acts on what one sees."""
        if self.focused_cluster is not None and not self.filters.has(self.focused_cluster):
            self.focus_cluster(None, origin)
        if (only := self.filters.options.only) is not None and not self.filters.has(only):
            self.filters.show_only(None, origin)
        left = self.selection & (visible := self.filters.visible_ids)
        current = self.current if self.current in visible else None
        if (left, current) != (self.selection, self.current):
            self.select(left, origin, current)

    def hover(self, id: int | None, origin: object) -> None:
        if id != self.hovered:
            self.hovered = id
            self.hover_changed.emit(id, origin)

    def focus_cluster(self, cluster: str | None, origin: object) -> None:
        """Make every view scroll to a cluster and dim the others; None: no longer."""
        self.focused_cluster = cluster
        if cluster is not None:
            self.filters.reveal(cluster, origin)
        self.cluster_focused.emit(cluster, origin)

    def escape(self, origin: object) -> bool:
        """Deselect and dim nothing; without a selection show all clusters again. False: there was nothing to leave."""
        if not (self.selection or self.focused_cluster or self.filters.one_only):
            return False
        if not self.selection:
            self.filters.show_only(None, origin)
        self.select((), origin)
        self.focus_cluster(None, origin)
        return True

    # Opening and closing

    def open(self, folder: Path | str, away_library: Path | None = None) -> None:
        """Open the library of a folder, then organise it; `away_library` is its path, for a folder that is missing."""
        folder = Path(folder)
        place = self._library_folder or away_library
        away = not folder.exists() and place is not None and (place / "catalog.db").exists()
        if not away:
            try:
                folder = real_folder(folder)
            except UserError as error:
                self.failed.emit(translate(error.sentence))
                return
        self.close(opening=True)
        self.folder, self.opening = folder, True

        def loaded(library: Library, snapshot: Snapshot) -> None:
            self._reader.library = library
            self.opening = False
            self.away = away
            if self.can_work:
                self.jobs.attach(library.folder, folder)
            self._show(snapshot)
            self.opened.emit()
            self.changed.emit(Changes.EVERYTHING, self)
            if self.can_work:
                self.organise()

        def refused(sentence: str, damaged: Path | None) -> None:
            self._reset()
            self.folder, self.problem, self.damaged = folder, sentence, damaged
            self.opened.emit()
            self.failed.emit(sentence)

        open_it = partial(library_access.open_for_window, folder, self._library_folder, place if away else None)
        self._opener.open(open_it, self._reader.first_read(), loaded, refused)

    def close(self, opening: bool = False) -> None:
        """End the engine within a second and close the library; `opening` if another is opened next."""
        was_open = self.library is not None or self.damaged is not None
        if was_open:
            self.closing.emit()
        self.jobs.detach()
        self._reset()
        self.opening = opening
        self._opener.close()
        if was_open:
            self.progress.emit(None)
            self.opened.emit()
            self.changed.emit(Changes.EVERYTHING, self)

    # Work

    def organise(
        self,
        options: OrganiseOptions | None = None,
        force: bool = False,
        propose: bool = False,
        keep: bool = False,
        unaided: bool = False,
    ) -> Run:
        """Scan, read, embed, cluster and project what is not up to date; `force` trains the clustering again.

        The flags are those of Organise. Without options this is a rescan for new photos: it keeps and proposes, since
        the user has not asked for photos to move.
        """
        rescan = options is None
        options = self.options if options is None else replace(options, map=self.map)
        policy = {"force": force, "keep": keep or rescan, "propose": propose or rescan, "unaided": unaided}
        return self.jobs.run(Organise(options, **policy))

    def split(self, cluster: str, parts: int | None) -> None:
        """Let the engine split a cluster into `parts`, or into as many as there are."""
        request = SplitCluster(cluster, parts, self.options)
        self.locks.split(self.gallery, cluster, lambda: self.jobs.run(request))

    def show_preview(self, gallery: Gallery, shown: FilterResult, origin: object) -> None:
        """Show the same photos in other clusters until the next read of the catalog; nothing is written."""
        self._show(Snapshot(gallery, shown, self.undo_label, self.redo_label, self.map_shown, self.log))
        self.changed.emit(Changes.PHOTOS | Changes.CLUSTERS, origin)

    def rescan(self) -> None:
        """Look for new photos, or repeat the organise run that failed last."""
        again = self._failed and self._failed.request
        if isinstance(again, Organise):
            self.asked_scan = self.jobs.run(replace(again, options=replace(again.options, map=self.map)))
        else:
            self.asked_scan = self.organise()

    def clear_problem(self) -> None:
        """Forget why the last run failed: the user has seen it."""
        self.problem = self._failed = None

    def stop(self) -> None:
        """Stop the running job within a second; its finished steps are kept."""
        self.jobs.stop()

    def _begun(self, run: Run) -> None:
        """Connected before the caller of the run, so that the state is right when their slots run."""
        if isinstance(run.request, QUIET):
            return  # what asked for it says why there is no answer
        self.clear_problem()
        run.partial.connect(self._partial_received)
        run.ended.connect(partial(self._ended, run))

    def _partial_received(self, part: Partial) -> None:
        if isinstance(part, Notice):
            self.notice.emit(translate(part.sentence))
        elif isinstance(part, Stored):
            self._reader.reload_soon()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if isinstance(outcome, Cancelled) and outcome.why != "stopped":
            return  # superseded, or the library is closed
        self.reload()
        if isinstance(outcome, Failed):
            self.problem, self._failed = outcome.sentence, run
            self.failed.emit(outcome.sentence)

    # Edits

    def edit(self, edit: Edit, origin: object) -> None:
        """Apply an edit that can be undone, once a locked cluster may change; `changed` follows with this origin."""
        self.locks.edit(self.gallery, edit, partial(self.write, partial(library_access.do_edit, edit), origin))

    def new_cluster(
        self, files: Iterable[int], origin: object, name: str | None = None, *, asked: bool = False
    ) -> None:
        """Make a new cluster of these files; `asked` where that answers a question."""
        work = partial(library_access.make_cluster, ids := list(files), name, asked)
        self.locks.move(self.gallery, ids, None, partial(self.write, work, origin))

    def merge(self, source: str, target: str, origin: object) -> None:
        """Merge a cluster into another, to which every view goes: the photos that were looked at are there now."""
        edit, then = Merge(source, target), partial(self.focus_cluster, target, origin)
        write = partial(self.write, partial(library_access.do_edit, edit), origin, then)
        self.locks.edit(self.gallery, edit, write)

    def reject(self, files: Iterable[int], origin: object) -> None:
        """ "Not this cluster": each file leaves the one it is in for its most likely other one."""
        ids = [f for f in files if f in self.gallery.row_of]
        work = partial(library_access.reject_photos, self.gallery, ids)
        self.locks.move(self.gallery, ids, None, lambda: self.write(work, origin))

    def undo(self, only: int | None = None) -> None:
        """Undo the last edit; `only` that one, by its id in the log, or nothing."""
        self.redo_label = self.redo_label or ""  # at once: the next key may be Redo
        self.write(partial(library_access.undo_last, only), None)

    def redo(self, only: int | None = None) -> None:
        self.write(partial(library_access.redo_next, only), None)

    def write(
        self, change: Callable[[Library], Changes], origin: object, then: Callable[[], None] = lambda: None
    ) -> None:
        """Change the catalog on the serial lane; `changed` follows with this origin, then `then` is called."""
        if self.library is not None:
            self.undo_label = self.undo_label or ""
            self.writing.emit()
            self._reader.read(change, origin, self.reload, then)

    # Reading

    def query(
        self,
        work: Callable[[Library], T],
        done: Callable[[T], object],
        failed: Callable[[str], None] | None = None,
        *,
        over: Callable[[], None] | None = None,
    ) -> Ticket | None:
        """Run `work(library)` on the serial lane, then `done(result)` here; dropped if the library is closed first."""
        return self._reader.query(work, done, failed, over=over)

    def refresh(self, changes: Changes, origin: object) -> None:
        """Read the catalog again; `changed` follows with these Changes and this origin."""
        self._reader.read(lambda _library: changes, origin, lambda: None)

    def reload(self) -> None:
        """Read the whole catalog again; `changed` follows, with the session as its origin."""
        self._reader.reload()

    def _understood_read(self, before: Gallery, shown: FilterResult) -> None:
        if before is self.gallery:  # else something is previewed: the next read has it
            self.gallery = shown.gallery
            self.filters.take_understood(shown, self)
            self.understood.emit()

    def _snapshot_read(self, snapshot: Snapshot, changes: Changes, origin: object) -> None:
        self._show(snapshot)
        self.changed.emit(changes, origin)
        self._filtered(self)

    def _show(self, snapshot: Snapshot) -> None:
        self.gallery, self.map_shown = snapshot.gallery, snapshot.map
        self.filters.set_result(snapshot.shown)
        self.undo_label, self.redo_label, self.log = snapshot.undo_label, snapshot.redo_label, snapshot.log
