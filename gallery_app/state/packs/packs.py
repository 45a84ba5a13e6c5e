"""Packs: the model packs that are there; one is looked at, added or removed by an engine process of its own."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from engine.embedding.packs.report import BegunReport, PackReport, PacksReport
from engine.library.roots import data_folder
from engine.service.model_messages import AddModel, ListModels, LookAtModel, ModelRequest, RemoveModel
from gallery_app.engine_client.engine_jobs import EngineJobs, StartEngine
from gallery_app.engine_client.run import Cancelled, Done, Failed, Outcome, Run

Doing = Literal["", "listing", "looking", "adding", "removing"]


class Packs(QObject):
    """`report` is None until it was asked for; `offer` is what was looked at last and not added yet."""

    changed = Signal()
    progressed = Signal(object)  # Progress
    added = Signal(str)  # the name of a pack
    failed = Signal(str)  # a sentence: a pack could not be looked at, added or removed

    def __init__(self, start_own: StartEngine, parent: QObject | None = None) -> None:
        """`start_own` never starts the GPU pack's engine: packs are the installation's."""
        super().__init__(parent)
        self._jobs = EngineJobs(start_own, self)
        self._run: Run | None = None  # not over yet
        self.report: PacksReport | None = None
        self.offer: PackReport | None = None
        self.problem = ""  # why the last job failed
        self.stopped = False  # the user stopped the last job
        self.doing: Doing = ""
        self.name = ""  # of the pack that is added or removed

    def look_again(self) -> None:
        """Find out which packs there are."""
        self._begin(ListModels(), "listing")

    def look_at(self, place: str) -> None:
        """Find out what an address, a folder or a zip file offers; nothing large is fetched."""
        self.offer = None
        self._begin(LookAtModel(place.strip()), "looking")

    def forget_offer(self) -> None:
        self.offer = None
        self.changed.emit()

    def add(self) -> None:
        """Add what was offered; whoever calls this has told its size and licence."""
        if self.offer is not None:
            self._begin(AddModel(self.offer.source, self.offer.name), "adding", self.offer.name)

    def go_on(self, begun: BegunReport) -> None:
        """Fetch what is missing of a pack whose size and licence were told when it was begun."""
        self._begin(AddModel(begun.source, begun.name), "adding", begun.name)

    def remove(self, name: str, library: str = "") -> None:
        self._begin(RemoveModel(name, library), "removing", name)

    def stop(self) -> None:
        """Stop what is being done within a second; what was fetched stays."""
        if self._run is not None:
            self._jobs.stop(self._run)

    def close(self) -> None:
        self._jobs.detach()

    def pack_of(self, key: str) -> PackReport | None:
        """The pack that makes vectors of this key."""
        packs = () if self.report is None else self.report.packs
        return next((pack for pack in packs if pack.key == key), None)

    def _begin(self, request: ModelRequest, doing: Doing, name: str = "") -> None:
        if self.doing:
            return
        self.problem, self.stopped, self.doing, self.name = "", False, doing, name
        home = data_folder()
        self._jobs.attach(home, home)  # no library: none of these jobs opens one
        self._run = run = self._jobs.run(request)
        run.progress.connect(self.progressed)
        # Once its engine has nothing more to do with it, which may be ended then.
        run.ended.connect(lambda outcome: QTimer.singleShot(0, self, lambda: self._ended(run, outcome)))
        self.changed.emit()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return
        (doing, self.doing), self._run = (self.doing, ""), None
        self._jobs.detach()  # what it has imported is memory that others want
        if isinstance(outcome, Done) and isinstance(outcome.result, PacksReport):
            self.report = outcome.result
        elif isinstance(outcome, Done) and isinstance(outcome.result, PackReport):
            self.offer = outcome.result
        elif isinstance(outcome, Failed):
            self.problem = outcome.sentence
            self.failed.emit(self.problem)
        elif isinstance(outcome, Cancelled):
            self.stopped = outcome.why == "stopped"
            if outcome.why == "closed":
                return
        if doing == "adding" and isinstance(outcome, Done):
            self.offer = None
            self.added.emit(self.name)
        if doing == "adding" and not isinstance(outcome, Done):
            self._list_after(outcome)
        self.changed.emit()

    def _list_after(self, outcome: Outcome) -> None:
        """What has come of a pack until it was stopped or failed is listed; why it ended stays to be read."""
        problem, stopped = self.problem, isinstance(outcome, Cancelled)
        self.look_again()
        self.problem, self.stopped = problem, stopped
