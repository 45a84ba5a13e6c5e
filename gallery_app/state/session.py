"""Session: the open library, what it shows now, and the selection; every view looks at this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from engine.core.errors import UserError
from engine.core.palette import colour
from engine.core.partials import Notice, Partial, Stored
from engine.core.records import Changes
from engine.edits import Edit, new_cluster
from engine.edits.corrections_file import rejection
from engine.edits.history import History
from engine.embedding import DEFAULT_BACKBONE
from engine.gallery.filtering import FilterResult
from engine.gallery.snapshot import Gallery
from engine.library.library import Library, open_library
from engine.library.roots import real_folder
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import Organise
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.engine_client.engine_jobs import EngineJobs, StartEngine
from gallery_app.engine_client.engine_process import EngineProcess
from gallery_app.engine_client.run import Cancelled, Failed, Outcome, Run
from gallery_app.i18n.language import translate
from gallery_app.state.filters import Filters
from gallery_app.state.library_reader import LibraryReader
from gallery_app.state.opening import PROGRAM, known_library, options_of, redone, undone
from gallery_app.state.snapshot import MAP, Snapshot

T = TypeVar("T")


class Session(QObject):
    """The catalog is only touched on the serial lane, so that what is shown never goes back in time."""

    opened = Signal()  # another library, or none
    changed = Signal(object, object)  # (Changes, origin)
    selection_changed = Signal(object, object)  # (frozenset of file ids, origin)
    hover_changed = Signal(object, object)  # (file id or None, origin)
    cluster_focused = Signal(object, object)  # (cluster id or None, origin)
    progress = Signal(object)  # Progress, or None when idle: for who shows how far the engine is
    frame_changed = Signal(object)  # the gallery as it was at a moment of its training, or None: as it is
    writing = Signal()  # the catalog is about to be changed
    noticed = Signal(str)  # a sentence of the engine's, though the work goes on
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
        self._background, self._place = jobs, library
        self._held: Library | None = None  # the serial lane's: what it has opened and not closed yet
        self._opening: object = None  # stands for the latest wish to open a folder, until the next or a close
        self.backbone = DEFAULT_BACKBONE  # what the next training sees with
        self.map = MAP  # the map that is wanted; what is shown may still be another
        self.filters = Filters(jobs, self)
        self.filters.changed.connect(self._filtered)
        self._reader = LibraryReader(jobs, self.filters, lambda: (self.map, self.map_shown), self)
        self._reader.taken.connect(self._take)
        self._reader.failed.connect(self.failed)
        self.jobs = EngineJobs(engine, self)
        self.jobs.progress.connect(self.progress)
        self.jobs.begun.connect(self._begun)
        self._reset()

    def _reset(self) -> None:
        self._reader.forget()
        self.folder: Path | None = None
        self.away = False  # the folder is not there (a drive unplugged): everything reads from the catalog
        self.opening = False
        self.problem: str | None = None  # why the last run failed
        self._failed: Run | None = None  # that one
        self.gallery, self.map_shown = Gallery(), self.map
        self.filters.forget()
        self.undo_label: str | None = None  # empty: there is something, and its name is not read yet
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
        """What is being asked of the engine, or else what made the clustering that stands; with the wanted map."""
        run = self.jobs.current
        if run is not None and isinstance(run.request, Organise):
            return replace(run.request.options, map=self.map)
        return replace(options_of(self.gallery.clustering), backbone=self.backbone, map=self.map)

    def colour(self, cluster_id: str) -> str:
        """The cluster's colour as "#rrggbb", the same for its whole life in one theme."""
        return colour(int(cluster_id[1:]) - 1, dark=theme.current().is_dark)

    def thumbnail(self, row: int) -> Path:
        """Where the thumbnail of a row of the gallery lies."""
        digest = self.gallery.files[row].digest
        assert self.library is not None
        assert digest is not None
        return self.library.thumbnails.path(digest)

    def photo_path(self, row: int) -> Path:
        """Where the photo itself lies; it may be away."""
        return Path(self.gallery.roots[self.gallery.files[row].root], self.gallery.files[row].path)

    def select(self, ids: Iterable[int], origin: object, current: int | None = None) -> None:
        """Select files; `current` is the one to look at closely (the last clicked), or the only one."""
        chosen = frozenset(ids)
        if not self.filters.shown.everything:  # what is selected is seen: else nobody knew what a command acts on
            seen = chosen & self.filters.in_sight
            if chosen and not seen:
                self.filters.clear(origin)
            else:
                chosen, current = seen, current if not chosen or current in seen else None
        if current is None and len(chosen) == 1:
            (current,) = chosen
        if chosen == self.selection and current == self.current:
            return
        self.selection, self.current = chosen, current
        self.selection_changed.emit(chosen, origin)

    def _filtered(self, origin: object) -> None:
        """What is out of sight is not selected: nothing happens to photos that nobody sees."""
        left = self.selection & self.filters.in_sight
        if left != self.selection:
            self.select(left, origin, self.current if self.current in left else None)

    def hover(self, id: int | None, origin: object) -> None:
        if id != self.hovered:
            self.hovered = id
            self.hover_changed.emit(id, origin)

    def focus_cluster(self, cluster: str | None, origin: object) -> None:
        """Point every view to a cluster."""
        self.focused_cluster = cluster
        self.cluster_focused.emit(cluster, origin)

    # Opening and closing

    def open(self, folder: Path | str, away_library: Path | None = None) -> None:
        """Open the library of a folder, then organise it; `away_library` is where it lay if the folder is gone."""
        folder = Path(folder)
        place = self._place or away_library
        away = not folder.exists() and place is not None and (place / "catalog.db").exists()
        if not away:
            try:
                folder = real_folder(folder)
            except UserError as error:
                self.failed.emit(translate(error.sentence))
                return
        self.close(opening=True)
        self.folder, self.opening, look = folder, True, self._reader.first_look()
        wish = self._opening = object()

        def enter() -> tuple[Library, Snapshot] | None:
            if wish is not self._opening:
                return None  # something else was asked for meanwhile
            library = known_library(place, folder) if away and place else open_library(folder, self._place, PROGRAM)[0]
            self._held = library
            try:
                return library, look(library)
            except BaseException:
                self._let_go()
                raise

        def entered(found: tuple[Library, Snapshot] | None) -> None:
            if found is None or wish is not self._opening:
                return
            library, snapshot = found
            self._reader.library = library
            self.opening = False
            self.away = away
            if not away:
                self.jobs.attach(library.folder, folder)
            self._show(snapshot)
            self.opened.emit()
            self.changed.emit(Changes.EVERYTHING, self)
            if not away:
                self.organise()

        def refused(sentence: str) -> None:
            if wish is self._opening:
                self._reset()
                self.folder, self.problem = folder, sentence
                self.opened.emit()
                self.failed.emit(sentence)

        self._background.serial(enter, entered, refused)

    def close(self, opening: bool = False) -> None:
        """End the engine within a second and let go of the library; `opening` if another is opened next."""
        was_open = self.library is not None
        self.jobs.detach()
        self._opening = None
        self._reset()
        self.opening = opening
        self._background.serial(self._let_go)
        if was_open:
            self.progress.emit(None)
            self.opened.emit()
            self.changed.emit(Changes.EVERYTHING, self)

    def _let_go(self) -> None:
        """On the serial lane: it closes what it has opened, also what nobody waits for any more."""
        held, self._held = self._held, None
        if held is not None:
            held.close()

    # Work

    def organise(
        self, options: OrganiseOptions | None = None, force: bool = False, propose: bool = False, keep: bool = False
    ) -> Run:
        """Scan, read, embed, cluster and map what is not fresh; `force` trains the clustering again.

        With `propose` it is trained and kept, and what stands stays (see proposals.py). With `keep` what stands is
        kept whatever words made it, and new photos get a place in it. Without words it is a look for new photos:
        both, for nobody has asked for photos to move.
        """
        look = options is None
        options = self.options if options is None else replace(options, map=self.map)
        return self.jobs.run(Organise(options, force=force, keep=keep or look, propose=propose or look))

    def show_preview(self, gallery: Gallery, shown: FilterResult, origin: object) -> None:
        """Show the same photos in other clusters until the catalog is read again; nothing is written."""
        self._show(Snapshot(gallery, shown, self.undo_label, self.redo_label, self.map_shown))
        self.changed.emit(Changes.PHOTOS | Changes.CLUSTERS, origin)

    def again(self) -> None:
        """Look for what is new, or organise once more as it failed; what was asked beside it is asked anew."""
        failed = self._failed
        if failed is not None and isinstance(failed.request, Organise):
            request = failed.request
            self.jobs.run(replace(request, options=replace(request.options, map=self.map)))
        else:
            self.organise()

    def forgive(self) -> None:
        """Why the last run failed was read where it can be begun again."""
        self.problem = self._failed = None

    def stop(self) -> None:
        """Stop what runs within a second; what it has made is kept."""
        self.jobs.stop()

    def _begun(self, run: Run) -> None:
        """Before whoever asked for it: the state is right when they hear of an end."""
        self.forgive()
        run.partial.connect(self._heard)
        run.ended.connect(partial(self._ended, run))

    def _heard(self, part: Partial) -> None:
        if isinstance(part, Notice):
            self.noticed.emit(translate(part.sentence))
        elif isinstance(part, Stored):
            self._reader.reload_soon()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if isinstance(outcome, Cancelled) and outcome.why != "stopped":
            return  # what has taken its place is not over
        self.reload()
        if isinstance(outcome, Failed):
            self.problem, self._failed = outcome.sentence, run
            self.failed.emit(outcome.sentence)

    # Edits

    def edit(self, edit: Edit, origin: object) -> None:
        """Apply a change that can be undone; `changed` follows with this origin."""
        self.write(lambda library: History(library.catalog).do(edit), origin)

    def new_cluster(self, files: Iterable[int], origin: object, name: str | None = None) -> None:
        """Make a new cluster of these files."""
        ids = list(files)
        self.write(lambda lib: History(lib.catalog).do(new_cluster(lib.catalog, ids, name)), origin)

    def reject(self, files: Iterable[int], cluster: str, origin: object) -> None:
        """ "Not this cluster": each file goes to its likeliest other one."""
        gallery = self.gallery
        ids = [f for f in files if f in gallery.row_of]
        self.write(lambda lib: History(lib.catalog).do(rejection(lib.catalog, gallery, ids, cluster)), origin)

    def undo(self) -> None:
        self.redo_label = self.redo_label or ""  # as soon as it is asked for: the next key may take it back
        self.write(undone, None)

    def redo(self) -> None:
        self.write(redone, None)

    def write(self, change: Callable[[Library], Changes], origin: object) -> None:
        """Change the catalog on the serial lane; `changed` follows with this origin."""
        if self.library is not None:
            self.undo_label = self.undo_label or ""
            self.writing.emit()
            self._reader.read(change, origin, self.reload)

    # Reading

    def query(
        self,
        work: Callable[[Library], T],
        done: Callable[[T], object],
        failed: Callable[[str], None] | None = None,
        *,
        over: Callable[[], None] | None = None,
    ) -> Ticket | None:
        """Ask the library something on the serial lane; no answer comes of one that is closed meanwhile."""
        return self._reader.query(work, done, failed, over=over)

    def look_again(self, changes: Changes, origin: object) -> None:
        """Show what the catalog holds by now; `changed` follows with these words and this origin."""
        self._reader.read(lambda _library: changes, origin, lambda: None)

    def reload(self) -> None:
        """Show all that the catalog holds by now; `changed` follows, with the session as its origin."""
        self._reader.reload()

    def _take(self, snapshot: Snapshot, changes: Changes, origin: object) -> None:
        self._show(snapshot)
        self.changed.emit(changes, origin)
        self._filtered(self)

    def _show(self, snapshot: Snapshot) -> None:
        self.gallery, self.map_shown = snapshot.gallery, snapshot.map
        self.filters.set_result(snapshot.shown)
        self.undo_label, self.redo_label = snapshot.undo_label, snapshot.redo_label
