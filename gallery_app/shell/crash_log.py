"""CrashLog: writes our bugs and Qt's messages to the window's log, and signals that there was an error."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import shiboken6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from engine.core.logs import LOGGER, Repeats, log_file, start_log

PROGRAM = "window"
OF_PICTURES = ("qt.gui.icc", "qt.gui.imageio")  # what Qt says of what is inside a picture: it is shown all the same
QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


def path() -> Path:
    """Path of the window's log; it exists once something was logged."""
    return log_file(PROGRAM)


class CrashLog(QObject):
    """Until `close`, emits `broken` for every error of LOGGER, from any thread."""

    broken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end, self._repeats, self._handler = start_log(PROGRAM), Repeats(), _SignalHandler(self)
        LOGGER.addHandler(self._handler)
        self._before = qInstallMessageHandler(self._qt_message)

    def close(self) -> None:
        qInstallMessageHandler(self._before)
        LOGGER.removeHandler(self._handler)
        self._end()

    def _qt_message(self, kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
        if (where.category or "").startswith(OF_PICTURES):
            return
        if sys.stderr is not None:  # a program without a console has none
            print(text, file=sys.stderr)  # noqa: T201 - where Qt writes by itself
        if kind not in QUIET and not self._repeats.is_enough(text):
            LOGGER.warning("Qt: %s", text)


class _SignalHandler(logging.Handler):
    def __init__(self, log: CrashLog) -> None:
        super().__init__(logging.ERROR)
        self._log = log

    def emit(self, _record: logging.LogRecord) -> None:
        if shiboken6.isValid(self._log):  # the program may be ending
            self._log.broken.emit()
