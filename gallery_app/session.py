"""Session: the open library, what it shows now, and the selection; every view looks at this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from engine.edits import Edit, new_cluster
from engine.edits.history import History
from engine.embedding import DEFAULT_BACKBONE
from engine.errors import UserError
from engine.gallery import Gallery
from engine.library.library import Library, open_library
from engine.library.roots import real_folder
from engine.palette import colour
from engine.pipeline.correct import rejection
from engine.records import Changes, Progress
from engine.shown import Shown
from gallery_app import theme
from gallery_app.engine_process import EngineProcess
from gallery_app.filters import Filters
from gallery_app.jobs import JobRunner
from gallery_app.language import said
from gallery_app.opening import MAP, PROGRAM, Reader, Snapshot, explained, known_library, redone, undone, words_of

T = TypeVar("T")
RELOAD = 400  # ms between two looks at a catalog that is being filled


class Session(QObject):
    """The catalog is only touched on the serial lane, so that what is shown never goes back in time."""

    opened = Signal()  # another library, or none
    changed = Signal(object, object)  # (Changes, origin)
    selection_changed = Signal(object, object)  # (frozenset of file ids, origin)
    hover_changed = Signal(object, object)  # (file id or None, origin)
    cluster_focused = Signal(object, object)  # (cluster id or None, origin)
    progress = Signal(object)  # Progress, or None when idle
    updated = Signal(object)  # one training update (dict)
    learned = Signal(object)  # where photos lie while they are learned, or while their map is laid out (dict)
    moment_changed = Signal(object)  # the gallery as it was at a moment of its training, or None: as it is
    done = Signal(object)  # what a job of the engine returned (dict)
    writing = Signal()  # the catalog is about to be changed
    failed = Signal(str)  # a sentence to show

    def __init__(self, jobs: JobRunner, library: Path | None = None, parent: QObject | None = None) -> None:
        """`library` is the folder named on the command line; without it each photo folder finds its own."""
        super().__init__(parent)
        self._jobs, self._place = jobs, library
        self._held: Library | None = None  # the serial lane's: what it has opened and not closed yet
        self._opening: object = None  # stands for the latest wish to open a folder, until the next or a close
        self.backbone = DEFAULT_BACKBONE  # what the next training sees with
        self.map = MAP  # the map that is wanted; what is shown may still be another
        self.filters = Filters(jobs, self)
        self.filters.changed.connect(self._filtered)
        self._reset()
        self._engine: EngineProcess | None = None
        self._reloading = False
        self._reload_timer = QTimer(self)
        self._reload_timer.setSingleShot(True)
        self._reload_timer.setInterval(RELOAD)
        self._reload_timer.timeout.connect(self._reload)

    def _reset(self) -> None:
        self.library: Library | None = None
        self.folder: Path | None = None
        self.away = False  # the folder is not there (a drive unplugged): everything reads from the catalog
        self.opening = False
        self.problem: str | None = None  # why the last run failed
        self.gallery, self.map_shown, self._reader = Gallery(), self.map, Reader()
        self.filters.forget()
        self._asked: dict[str, Any] | None = None  # the words of the run in progress
        self._run: tuple[str, dict[str, Any]] = ("organise", {})  # what was asked of the engine last
        self.undo_label: str | None = None  # empty: there is something, and its name is not read yet
        self.redo_label: str | None = None
        self.selection: frozenset[int] = frozenset()
        self.current: int | None = None
        self.hovered: int | None = None
        self.focused_cluster: str | None = None

    # What is shown

    @property
    def busy(self) -> bool:
        return self._engine is not None and self._engine.running

    @property
    def can_undo(self) -> bool:
        return self.undo_label is not None

    @property
    def can_redo(self) -> bool:
        return self.redo_label is not None

    @property
    def words(self) -> dict[str, Any]:
        """What is being asked of the engine, or else what made the clustering that stands."""
        made = words_of(self.gallery.clustering) if self._asked is None else self._asked
        return {"backbone": self.backbone, **made}

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
                self.failed.emit(said(error.sentence))
                return
        self.close(opening=True)
        self.folder, self.opening, reader = folder, True, self._reader
        wish = self._opening = object()

        def enter() -> tuple[Library, Snapshot] | None:
            if wish is not self._opening:
                return None  # something else was asked for meanwhile
            library = known_library(place, folder) if away and place else open_library(folder, self._place, PROGRAM)[0]
            self._held = library
            try:
                return library, reader.look(library, Changes.EVERYTHING, self.filters, self.map, self.map_shown)
            except BaseException:
                self._let_go()
                raise

        def entered(found: tuple[Library, Snapshot] | None) -> None:
            if found is None or wish is not self._opening:
                return
            self.library, snapshot = found
            self.opening = False
            self.away = away
            self._engine = self._new_engine(self.library.folder)
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

        self._jobs.serial(enter, entered, refused)

    def close(self, opening: bool = False) -> None:
        """End the engine within a second and let go of the library; `opening` if another is opened next."""
        self._reload_timer.stop()
        if self._engine is not None:
            self._engine.end()
            self._engine.deleteLater()
            self._engine = None
        was_open = self.library is not None
        self._opening = None
        self._reset()
        self.opening = opening
        self._jobs.serial(self._let_go)
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
        self, words: dict[str, Any] | None = None, force: bool = False, propose: bool = False, keep: bool = False
    ) -> None:
        """Scan, read, embed, cluster and map what is not fresh; `force` trains the clustering again.

        With `propose` it is trained and kept, and what stands stays (see proposals.py). With `keep` what stands is
        kept whatever words made it, and new photos get a place in it. Without words it is a look for new photos:
        both, for nobody has asked for photos to move.
        """
        if self.library is None or self._engine is None or self.away:
            return
        how = {"force": force, "propose": propose or words is None, "keep": keep or words is None}
        self.run("organise", {"words": self.words if words is None else dict(words), **how})

    def run(self, name: str, arguments: dict[str, Any]) -> None:
        """Let the engine do a job on the open library, after stopping what it does; `done` follows."""
        if self._engine is not None and not self.away:
            if "words" in arguments:
                arguments = {**arguments, "words": {**arguments["words"], "map": self.map}}
            self.problem, self._run = None, (name, arguments)
            self._asked = arguments["words"] if name == "organise" else None
            self._engine.run(name, {"folder": str(self.folder), **arguments})
            if self.busy:  # it could be started
                self.progress.emit(Progress("start", 0, 0))

    def show_as(self, gallery: Gallery, shown: Shown, origin: object) -> None:
        """Show the same photos in other clusters until the catalog is read again; nothing is written."""
        self._show(Snapshot(gallery, shown, self.undo_label, self.redo_label, self.map_shown))
        self.changed.emit(Changes.PHOTOS | Changes.CLUSTERS, origin)

    def again(self) -> None:
        """Look for what is new, or try again what failed."""
        if self.problem is None:
            self.organise()
        else:
            self.run(*self._run)

    def stop(self) -> None:
        """Stop what runs within a second; what it has made is kept."""
        if self._engine is not None:
            self._engine.stop()

    def settle(self) -> None:
        """End learning where it is, and go on with what it has found."""
        if self._engine is not None:
            self._engine.settle()

    def _new_engine(self, library: Path) -> EngineProcess:
        engine = EngineProcess(library, self)
        engine.progress.connect(self.progress)
        engine.partial.connect(self._part)
        engine.done.connect(self._done)
        engine.cancelled.connect(self._finished)
        engine.failed.connect(self._failed)
        return engine

    def _part(self, kind: str, payload: dict[str, Any]) -> None:
        if kind == "update":
            self.updated.emit(payload)
        elif kind in ("moment", "map"):
            self.learned.emit(payload)
        elif kind in ("scanned", "thumbnails", "clustered", "mapped") and not self._reload_timer.isActive():
            self._reload_timer.start()

    def _done(self, result: dict[str, Any]) -> None:
        self._finished()
        self.done.emit(result)

    def _finished(self) -> None:
        self._asked = None
        self.progress.emit(None)
        self._reload()

    def _failed(self, sentence: str) -> None:
        self.problem = sentence
        self._finished()
        self.failed.emit(sentence)

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
        if (library := self.library) is None:
            return

        def refused(sentence: str) -> None:
            self._reload()
            self.failed.emit(sentence)

        self.undo_label = self.undo_label or ""
        self.writing.emit()
        self._read(library, lambda: change(library), origin, refused)

    # Reading

    def look_up(self, work: Callable[[Library], T], done: Callable[[T], None]) -> None:
        """Ask the library something on the serial lane; no answer comes of one that is closed meanwhile."""
        if (library := self.library) is None:
            return

        def told(answer: T) -> None:
            if library is self.library:
                done(answer)

        self._jobs.serial(lambda: explained(lambda: work(library)), told, self.failed.emit)

    def look_again(self, changes: Changes, origin: object) -> None:
        """Show what the catalog holds by now; `changed` follows with these words and this origin."""
        if self.library is not None:
            self._read(self.library, lambda: changes, origin, self.failed.emit)

    def _reload(self) -> None:
        if (library := self.library) is None:
            return
        if self._reloading:
            self._reload_timer.start()
            return
        self._reload_timer.stop()  # this is the look that was due: another would take back what is only shown
        self._reloading = True

        def begun() -> Changes:
            self._reloading = False  # what changes from here on needs another look; also if this one fails
            return Changes.EVERYTHING

        self._read(library, begun, self, self.failed.emit)

    def _read(
        self, library: Library, first: Callable[[], Changes], origin: object, failed: Callable[[str], None]
    ) -> None:
        """On the serial lane, do what is to be done `first`, then look at the catalog."""

        reader = self._reader

        def work() -> tuple[Changes, Snapshot]:
            changes = first()
            return changes, reader.look(library, changes, self.filters, self.map, self.map_shown)

        def done(result: tuple[Changes, Snapshot]) -> None:
            self._replace(library, result[1], result[0], origin)

        self._jobs.serial(lambda: explained(work), done, failed)

    def _replace(self, library: Library, snapshot: Snapshot, changes: Changes, origin: object) -> None:
        if library is not self.library:
            return  # another one was opened meanwhile
        self._show(snapshot)
        self.changed.emit(changes, origin)
        self._filtered(self)

    def _show(self, snapshot: Snapshot) -> None:
        self.gallery, self.map_shown = snapshot.gallery, snapshot.map
        self.filters.take(snapshot.shown)
        self.undo_label, self.redo_label = snapshot.undo_label, snapshot.redo_label
