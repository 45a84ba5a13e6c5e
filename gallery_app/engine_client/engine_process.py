"""EngineProcess: the child process that does the heavy work; JSON lines over pipes, without threads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from engine.core.errors import UserError
from engine.core.logs import LOGGER, take_crash
from engine.core.partials import Notice
from engine.gpu_pack.choice import EngineChoice, own_command
from engine.service.protocol import BeginJob, FromWindow, JobPartial, Ready, from_json, to_json
from gallery_app.i18n.language import translate

GOODBYE = 300  # ms to exit by itself when the window closes; a kill loses nothing, for results are on disk
REAPED = 3000  # ms a busy machine may take to reap a killed process


class EngineProcess(QObject):
    """Carries messages to `python -m engine.service.worker` and back; started on demand, also after a crash or kill."""

    received = Signal(object)  # a FromEngine message
    died = Signal(str)  # a sentence: it could not be started, exited or was killed

    def __init__(
        self,
        library: Path,
        parent: QObject | None = None,
        program: list[str] | None = None,
        choice: EngineChoice | None = None,
    ) -> None:
        """`choice` says at every start which engine it is, the GPU pack's or our own; `program` is always the same."""
        super().__init__(parent)
        self._words = ("engine.service.worker", "--library", str(library))
        self._fixed, self._choice = program, choice or EngineChoice()
        self._program = program or own_command(*self._words)[0]
        self._ready = False  # this process has said so
        self._process: QProcess | None = None
        self._pid = 0
        self._killed = False
        self._begun = 0  # jobs that this process was sent
        self._unheard: BeginJob | None = None  # the last of them, until it is heard of

    @property
    def _is_started(self) -> bool:
        return self._process is not None

    def send(self, message: FromWindow) -> None:
        """Send a message; starts the process where there is none."""
        if self._process is None:
            self._start()
        if self._process is not None:
            if isinstance(message, BeginJob):
                self._begun, self._unheard = self._begun + 1, message
            self._process.write(to_json(message).encode() + b"\n")

    def kill(self) -> None:
        """Kill the process; what it has said until then is told once it is gone."""
        if self._process is not None:
            self._killed = True
            self._process.kill()

    def end(self) -> None:
        """End the process within a second; nothing is emitted any more."""
        process, self._process, self._unheard = self._process, None, None
        if process is None:
            return
        process.blockSignals(True)  # its signals are of no interest any more
        process.closeWriteChannel()  # the worker ends when its standard input does
        if not process.waitForFinished(GOODBYE):
            process.kill()
            process.waitForFinished(REAPED)
        process.deleteLater()

    def _start(self) -> None:
        self._process = process = QProcess(self)
        self._killed, self._ready, self._begun, self._unheard = False, False, 0, None
        if self._fixed is None:
            self._program, environment = self._choice.command(*self._words)
            process.setProcessEnvironment(_environment(environment))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        process.started.connect(self._started)
        process.start(self._program[0], self._program[1:])

    def _started(self) -> None:
        if self._process is not None:
            self._pid = self._process.processId()  # Qt forgets it with the process

    def _read(self) -> None:
        while self._process is not None and not self._killed and self._process.canReadLine():
            try:
                message = from_json(bytes(self._process.readLine().data()))
            except UserError as error:
                self._give_up(translate(error.sentence))
            else:
                self._tell(message)

    def _tell(self, message: object) -> None:
        self._ready = self._ready or isinstance(message, Ready)
        if self._unheard is not None and getattr(message, "job", None) == self._unheard.job:
            self._unheard = None
        self.received.emit(message)

    def _ended(self) -> None:
        """The process has exited: killed by us, or crashed."""
        # Dropped before its last messages are told: the end of a job begins the next one, in another process.
        (process, self._process), pid = (self._process, None), self._pid
        if process is None:
            return
        process.deleteLater()
        if stacks := take_crash("worker", pid):
            LOGGER.error("The engine crashed\n%s", stacks)
        text = self.tr("The engine stopped unexpectedly, perhaps for want of memory. Nothing is lost: try again.")
        while process.canReadLine():
            try:
                message = from_json(bytes(process.readLine().data()))
            except UserError as error:
                text = translate(error.sentence)
            else:
                self._tell(message)
        if self._is_started:
            return  # the next job is at work already
        if not self._killed and self._pack_failed():
            return
        if self._unheard is not None and self._begun > 1 and not self._killed:
            self.send(self._unheard)  # perhaps it was gone already when it was sent this; a new one is sent it but once
        else:
            self.died.emit(text)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            if self._is_from_pack:
                QTimer.singleShot(0, self, self._ended)  # as if it had ended at once
                return
            text = self.tr("The engine could not be started: {0}.").format(self._program[0])
            # Perhaps within `send`: the caller must have its Run before that fails.
            QTimer.singleShot(0, self, lambda: self._give_up(text))

    @property
    def _is_from_pack(self) -> bool:
        return self._fixed is None and self._program[0] != own_command(*self._words)[0][0]

    def _pack_failed(self) -> bool:
        """Whether this was the pack's engine and never got ready: then the job is asked of the next one."""
        if self._ready or not self._is_from_pack:
            return False
        unheard, sentence = self._unheard, self._choice.failed_to_start()
        if unheard is not None:
            if sentence is not None:
                self.received.emit(JobPartial(unheard.job, Notice(sentence)))
            self.send(unheard)
        return unheard is not None

    def _give_up(self, sentence: str) -> None:
        """Drop the process and emit `died`; the next message starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            if process.state() is not QProcess.ProcessState.NotRunning:
                process.kill()
                process.waitForFinished(REAPED)
            process.deleteLater()
            self.died.emit(sentence)


def _environment(variables: dict[str, str]) -> QProcessEnvironment:
    environment = QProcessEnvironment()
    for name, value in variables.items():
        environment.insert(name, value)
    return environment


def start_own(library: Path) -> EngineProcess:
    """An engine that is never the pack's: what installs and removes the pack must not be run from it."""
    return EngineProcess(library, program=own_command("engine.service.worker", "--library", str(library))[0])
