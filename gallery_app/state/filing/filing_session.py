"""FilingSession: the options being edited, the plan that follows them, the run, and its receipt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Progress
from engine.filing.journal import discard
from engine.filing.operations import ALBUMS, TRANSFERS, Drive, FilingOptions
from engine.service.protocol import FilingPlanned, PlanFiling, RunFiling, UndoFiling
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.engine_client.run import Cancelled, Done, Failed, Outcome, Run
from gallery_app.state.filing.filing_view import FilingView, read_view
from gallery_app.state.session import Session

Step = Literal["what", "plan", "running", "receipt"]
REST = 250  # ms without another change to the options after which they are planned anew


class FilingSession(QObject):
    """One action at a time. A plan is made by the engine and read from its journal off the GUI thread.

    Piles can be unticked: the plan is then made anew for the photos of the others, and `whole` still lists all.
    """

    changed = Signal()  # step, options, view or problem
    progressed = Signal(object)  # Progress of the plan that is made, or of the run
    finished = Signal(object, bool)  # FilingView of what was done, or of what was taken back (True)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = LatestTask(session.query)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._plan)
        self._run: Run | None = None
        self._drives: tuple[Drive, ...] | None = None  # of the run
        self._planned: int | None = None  # a plan that was not begun: forgotten when another takes its place
        self._reset(FilingOptions("copy"))
        session.closing.connect(self.leave)
        session.opened.connect(self.leave)

    def _reset(self, options: FilingOptions) -> None:
        self.options = options
        self.gallery = self._session.gallery  # what is thrown away is still shown from here
        self.step: Step = "what"
        self.view: FilingView | None = None  # of the plan, or of what was done
        self.whole: FilingView | None = None  # the plan with all piles
        self.unticked: frozenset[str] = frozenset()
        self.problem = ""  # why there is no plan, or why the run has failed
        self.progress: Progress | None = None
        self.undoing = False
        self.stopping = False
        self.count = 0  # photos that the run is about
        self.upto: tuple[int, ...] = ()  # bytes of the first files of the run

    # What is shown

    def drives(self) -> str:
        """The drives that are written to."""
        return "" if self._drives is None else ", ".join(drive.path for drive in self._drives)

    @property
    def complete(self) -> bool:
        """Whether the options say enough for a plan: where to."""
        return bool(self.options.target) or self.options.action not in (*TRANSFERS, *ALBUMS)

    @property
    def planning(self) -> bool:
        """A plan is on its way: what is shown may be of other options."""
        busy = self._timer.isActive() or self._reading.busy
        return self.step in ("what", "plan") and (busy or (self._run is not None and not self._run.over))

    @property
    def running(self) -> bool:
        """Files are being moved, or moved back."""
        return self.step == "running"

    @property
    def ready(self) -> bool:
        """The plan shown is that of the options, and there is something to do."""
        return self.view is not None and self._planned == self.view.id and not self.planning and self.view.photos > 0

    # The options

    def start(self, options: FilingOptions) -> None:
        """Begin anew with these options; while files are being moved nothing is begun."""
        if not self.running:
            self.leave()
            self._reset(options)
            self._plan()

    def set_options(self, options: FilingOptions) -> None:
        """Plan these, as soon as they rest."""
        if options != self.options and self.step in ("what", "plan"):
            self.options, self.unticked, self.whole = options, frozenset(), None
            self._timer.start()
            self.changed.emit()

    def tick(self, group: str, on: bool) -> None:
        """Take a pile into the plan, or leave it out."""
        self.unticked = self.unticked - {group} if on else self.unticked | {group}
        self._timer.start()
        self.changed.emit()

    def show_step(self, step: Step) -> None:
        """Go to the options, or on to the plan."""
        if step != self.step and {step, self.step} == {"what", "plan"}:
            self.step = step
            self.changed.emit()

    def leave(self) -> None:
        """Forget what was not begun; a run goes on."""
        self._timer.stop()
        if self.running:
            return
        self._reading.drop()
        run, self._run = self._run, None
        if run is not None and not run.over:
            self._session.jobs.stop(run)
        if self._planned is not None:
            id_, self._planned = self._planned, None
            self._session.query(lambda library: discard(library.folder, id_), lambda _none: None)

    # Planning

    def _effective(self) -> FilingOptions:
        """The options, for the photos of the ticked piles alone."""
        if self.whole is None or not self.unticked:
            return self.options
        files = (o.file for o in self.whole.operations if o.group not in self.unticked)
        chosen = tuple(dict.fromkeys(file for file in files if file is not None))
        return replace(self.options, files=chosen, clusters=(), query="")

    def _plan(self) -> None:
        self._timer.stop()
        options = self._effective()
        if not self.complete or options.files == ():
            self.view, self.problem = None, ""
            self.changed.emit()
            return
        run = self._run = self._session.jobs.run(PlanFiling(options, self._planned))
        self.progress = None
        run.progress.connect(self._progressed)
        run.ended.connect(partial(self._plan_ended, run))
        self.changed.emit()

    def _plan_ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return
        if isinstance(outcome, Done):
            assert isinstance(outcome.result, FilingPlanned)
            self.problem, self._planned = "", outcome.result.id
            self._reading.submit(partial(read_view, outcome.result.id), self._plan_read, self._refused)
        elif isinstance(outcome, Failed):
            self._refused(outcome.sentence)
        elif outcome.why == "superseded":
            self._session.jobs.when_free(partial(self._plan_again, run))
        self.changed.emit()

    def _plan_again(self, run: Run) -> None:
        """Something else took the engine: another plan follows, unless nobody waits for one any more."""
        if run is self._run and self.step in ("what", "plan"):
            self._plan()

    def _plan_read(self, view: FilingView) -> None:
        self.view = view
        if not self.unticked:
            self.whole = view
        self.changed.emit()

    def _refused(self, sentence: str) -> None:
        self.view, self.problem = None, sentence
        self.changed.emit()

    # Doing

    def run(self) -> None:
        """Do what is planned."""
        if self.ready and self._planned is not None:
            id_, self._planned = self._planned, None
            assert self.view is not None
            self.count, self.upto, self._drives = self.view.photos, self.view.upto, self.view.drives
            self._work(self._session.jobs.run(RunFiling(id_)), id_, undoing=False)

    def undo(self, id_: int, groups: tuple[str, ...] | None = None) -> None:
        """Take an action back, as a whole or some of its piles."""
        if not self.running:
            self.leave()
            view = self.view if self.view is not None and self.view.id == id_ else None
            piles = () if view is None else (p for p in view.piles if groups is None or p.group in groups)
            self.count, self._drives = sum(pile.done for pile in piles), None if view is None else view.drives
            self._work(self._session.jobs.run(UndoFiling(id_, groups)), id_, undoing=True)

    def stop(self) -> None:
        """Stop within a second; what is done stays, and the receipt tells what is not."""
        if self.running and self._run is not None:
            self.stopping = True
            self._session.jobs.stop(self._run)
            self.changed.emit()

    def show_receipt(self, id_: int) -> None:
        """Show what became of an action of before."""
        if not self.running:
            self.leave()
            self._reset(self.options)
            self.step = "receipt"
            self._read_receipt(id_)

    def _work(self, run: Run, id_: int, *, undoing: bool) -> None:
        self.step, self.undoing, self.stopping, self._run = "running", undoing, False, run
        self.problem, self.progress = "", None
        run.progress.connect(self._progressed)
        run.ended.connect(partial(self._work_ended, id_))
        self.changed.emit()

    def _progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _work_ended(self, id_: int, outcome: Outcome) -> None:
        self.step, self.view = "receipt", None
        self.problem = outcome.sentence if isinstance(outcome, Failed) else ""
        if isinstance(outcome, Cancelled) and outcome.why == "closed":
            return  # the next start accounts for what was cut
        self._read_receipt(id_, self.undoing)
        self.changed.emit()

    def _read_receipt(self, id_: int, undoing: bool | None = None, *, recovered: bool = False) -> None:
        def done(view: FilingView) -> None:
            if view.state in ("begun", "undoing") and not recovered:
                # The engine did not answer a stop in time, and was ended.
                self._recover(id_, undoing)
                return
            self.view, self.options = view, view.options
            self.changed.emit()
            if undoing is not None:
                self.finished.emit(view, undoing)

        self._reading.submit(partial(read_view, id_), done, self._refused)

    def _recover(self, id_: int, undoing: bool | None) -> None:
        """Whatever job is next in the engine finishes what was cut: a look at the folder is one."""
        run = self._session.organise()
        run.ended.connect(lambda _outcome: self._read_receipt(id_, undoing, recovered=True))
