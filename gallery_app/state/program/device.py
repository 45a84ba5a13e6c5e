"""Device: what computes, and the GPU pack: inspected, fetched, removed; by engine processes beside the one at work."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from engine.gpu_pack.report import DeviceReport, PackStatus
from engine.library.roots import data_folder
from engine.service.pack_messages import InspectDevice, InstallPack, PackRequest, RemovePack
from gallery_app.engine_client.engine_jobs import EngineJobs, StartEngine
from gallery_app.engine_client.run import Cancelled, Done, Failed, Outcome, Run

Doing = Literal["", "looking", "getting", "removing"]


class Device(QObject):
    """`report` is the last answer, None until the first. After `pack_changed` the engine at work is another one."""

    changed = Signal()
    progressed = Signal(object)  # Progress
    pack_changed = Signal()
    failed = Signal(str)  # a sentence: the pack could not be fetched or removed

    def __init__(self, start: StartEngine, start_own: StartEngine, parent: QObject | None = None) -> None:
        """`start` is as the engine at work is started; `start_own` never starts the pack's."""
        super().__init__(parent)
        self._asking, self._changing = EngineJobs(start, self), EngineJobs(start_own, self)
        self._run: Run | None = None  # not over yet
        self.report: DeviceReport | None = None
        self.problem = ""  # why the last job failed
        self.stopped = False  # the user stopped the last job
        self.doing: Doing = ""

    @property
    def pack(self) -> PackStatus | None:
        return None if self.report is None else self.report.pack

    def look(self) -> None:
        """Find out what computes; it takes some seconds, for torch is imported."""
        if not self.doing:
            self.problem, self.stopped = "", False
            self._begin(self._asking, InspectDevice(), "looking")

    def get_pack(self) -> None:
        """Fetch the pack, or go on with it; whoever calls this has told the user what it costs."""
        self._change(InstallPack(), "getting")

    def remove_pack(self) -> None:
        self._change(RemovePack(), "removing")

    def stop(self) -> None:
        """Stop what is being done, within a second; a pack that is begun can be gone on with."""
        if self._run is not None:
            (self._asking if self.doing == "looking" else self._changing).stop(self._run)

    def close(self) -> None:
        """End the processes; what has been fetched stays."""
        self._asking.detach()
        self._changing.detach()

    def _change(self, request: PackRequest, doing: Doing) -> None:
        if self.doing == "looking":
            self._asking.detach()  # which may be the pack's, too
            self.doing = ""
        if not self.doing:
            self.problem, self.stopped = "", False
            self._begin(self._changing, request, doing)

    def _begin(self, jobs: EngineJobs, request: PackRequest, doing: Doing) -> None:
        self.doing = doing
        home = data_folder()
        jobs.attach(home, home)  # no library: none of these jobs opens one
        self._run = run = jobs.run(request)
        run.progress.connect(self.progressed)
        # Once its engine has nothing more to do with it, which may be ended then.
        run.ended.connect(lambda outcome: QTimer.singleShot(0, self, lambda: self._ended(run, jobs, outcome)))
        self.changed.emit()

    def _ended(self, run: Run, jobs: EngineJobs, outcome: Outcome) -> None:
        if run is not self._run:
            return  # another has taken its place
        (doing, self.doing), self._run = (self.doing, ""), None
        jobs.detach()  # what it has imported is memory that others want
        if isinstance(outcome, Done) and isinstance(outcome.result, DeviceReport):
            self.report = outcome.result
        elif isinstance(outcome, Failed):
            self.problem = outcome.sentence
        elif isinstance(outcome, Cancelled):
            self.stopped = outcome.why == "stopped"
            if outcome.why == "closed":
                return
        if doing != "looking":
            if isinstance(outcome, Done):
                self.pack_changed.emit()
            elif self.problem:
                self.failed.emit(self.problem)
            self._begin(self._asking, InspectDevice(), "looking")  # what the engine at work will compute with
        self.changed.emit()
