"""CrashLog: bugs of ours in the window, and what Qt has to say, go to the log; the window hears that there was one."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import shiboken6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from engine.core.logs import LOGGER, Repeats, log_file, start_log

PROGRAM = "window"
QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


def path() -> Path:
    """Where the window's log lies, once there is one."""
    return log_file(PROGRAM)


class CrashLog(QObject):
    """From its making until `close` every error of LOGGER, from whatever thread, is a `broken` here."""

    broken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end, self._repeats, self._teller = start_log(PROGRAM), Repeats(), _Teller(self)
        LOGGER.addHandler(self._teller)
        self._before = qInstallMessageHandler(self._qt_says)

    def close(self) -> None:
        qInstallMessageHandler(self._before)
        LOGGER.removeHandler(self._teller)
        self._end()

    def _qt_says(self, kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if sys.stderr is not None:  # a program without a console has none
            print(words, file=sys.stderr)  # noqa: T201 - where Qt writes by itself
        if kind not in QUIET and not self._repeats.is_enough(words):
            LOGGER.warning("Qt: %s", words)


class _Teller(logging.Handler):
    def __init__(self, log: CrashLog) -> None:
        super().__init__(logging.ERROR)
        self._log = log

    def emit(self, _record: logging.LogRecord) -> None:
        if shiboken6.isValid(self._log):  # the program may be ending
            self._log.broken.emit()
