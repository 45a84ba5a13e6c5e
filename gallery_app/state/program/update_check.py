"""UpdateCheck: whether there is a newer version. Asks only when the user does, or once a week where that is wished."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QProcess, QTimer, Signal

import engine
from engine.core.interpreter import child_command
from engine.core.logs import LOGGER

HOST = "api.github.com"
ADDRESS = f"https://{HOST}/repos/photoloom/photoloom/releases/latest"
RELEASES = "https://github.com/photoloom/photoloom/releases"
PATIENCE = 15.0  # seconds for the whole of it
_VERSION = re.compile(r"^v?(\d+)\.(\d+)\.(\d+)(?:[-.]?(a|b|rc|alpha|beta)\.?(\d+))?$")
_STAGES = {"a": 0, "alpha": 0, "b": 1, "beta": 1, "rc": 2}
_FINAL = 3


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("UpdateCheck", text))


PROBLEMS = {  # of ask_release.py
    "none": _t("There is no release yet."),
    "busy": _t("The server has been asked too often from here: try again in an hour."),
    "refused": _t("The server refused to answer: try again later."),
    "unclear": _t("The answer was not understood: look at the page of releases."),
    "untrusted": _t("The server could not prove who it is, so its answer was not read."),
    "slow": _t("The server did not answer in time: try again later."),
    "away": _t("The server cannot be reached: is this computer connected?"),
}


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest release, and its page; `newer` than this program."""

    version: str
    page: str
    newer: bool


class UpdateCheck(QObject):
    """`ended` carries a Newest, or a sentence; after `stop` nothing is said any more."""

    ended = Signal(object)

    def __init__(self, parent: QObject | None = None, address: str = ADDRESS, patience: float = PATIENCE) -> None:
        super().__init__(parent)
        self._address, self._patience = address, patience
        self._process: QProcess | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._too_slow)

    @property
    def busy(self) -> bool:
        return self._process is not None

    def ask(self) -> None:
        """Ask the server, unless it is being asked."""
        if self._process is not None:
            return
        words = child_command("gallery_app.state.program.ask_release", self._address, str(self._patience))
        self._process = process = QProcess(self)
        process.finished.connect(self._answered)
        process.errorOccurred.connect(self._failed)
        self._clock.start(round(1000 * self._patience))
        process.start(words[0], words[1:])

    def stop(self) -> None:
        """Kill the process that asks."""
        process, self._process = self._process, None
        self._clock.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _answered(self) -> None:
        answer = b""
        if self._process is not None:
            answer = bytes(self._process.readAllStandardOutput().data())
            trace = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            if trace:  # a bug of ours
                LOGGER.error("Asking for a newer version failed\n%s", trace)
        self.stop()
        self.ended.emit(self._read(answer))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.stop()
            self.ended.emit(self.tr(PROBLEMS["unclear"]))

    def _too_slow(self) -> None:
        self.stop()
        self.ended.emit(self.tr(PROBLEMS["slow"]))

    def _read(self, answer: bytes) -> Newest | str:
        try:
            told: dict[str, str] = json.loads(answer)
        except ValueError:
            return self.tr(PROBLEMS["unclear"])  # it was killed, or has failed
        if (problem := told.get("problem")) is not None:
            return self.tr(PROBLEMS[problem])
        newest, ours = version_key(told["newest"]), version_key(engine.__version__)
        if newest is None or ours is None:
            return self.tr(PROBLEMS["unclear"])
        page = told["page"] if told["page"].startswith(RELEASES + "/") else RELEASES
        return Newest(told["newest"].removeprefix("v"), page, newest > ours)


def version_key(version: str) -> tuple[int, ...] | None:
    """What versions are ordered by: "v0.2.0-rc.1" comes before "0.2.0"; None where it is no version of ours."""
    found = _VERSION.match(version.strip())
    if found is None:
        return None
    major, minor, patch, stage, number = found.groups()
    return int(major), int(minor), int(patch), _FINAL if stage is None else _STAGES[stage], int(number or 0)
