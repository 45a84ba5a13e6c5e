"""What goes wrong by a fault of ours, kept with its traceback in a log file; without one there is no file.

A native crash (of Qt, torch, a codec) runs no Python any more: its stacks go to a file of their own beside the log,
NAME-PID.crash, which is there while the program runs and is removed at a clean end.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import platformdirs

from engine import __version__

LOGGER = logging.getLogger("photoloom")  # an error is a bug of ours; a warning comes from a library
SIZE, KEPT = 1 << 20, 2  # bytes of a file, and how many full ones are kept beside it
OFTEN = 3  # times that one bug is logged: in a paint event it comes again with every frame
MAX_KINDS = 1000  # bugs that are counted apart
_CRASH = ".crash"


def log_file(program: str) -> Path:
    """Where `program` keeps its log: in the system's place for logs, unless PHOTOLOOM_HOME is set.

    The window, its worker and the headless engine have one each: Windows does not rename a file another program holds.
    """
    home = os.environ.get("PHOTOLOOM_HOME")
    return (Path(home, "logs") if home else platformdirs.user_log_path("photoloom", appauthor=False)) / f"{program}.log"


class Repeats:
    """Counts what was logged, and knows what was logged often enough."""

    def __init__(self) -> None:
        self._times: Counter[Hashable] = Counter()
        self._guard = threading.Lock()

    def is_enough(self, kind: Hashable) -> bool:
        with self._guard:
            if len(self._times) > MAX_KINDS:
                self._times.clear()
            self._times[kind] += 1
            return self._times[kind] > OFTEN


def start_log(program: str) -> Callable[[], None]:
    """Log uncaught exceptions of any thread to the log of `program`, as well as to where they went before.

    Returns a function that ends it. A log that cannot be written is reported on standard error, and work goes on.
    """
    handler = _LogFile(log_file(program))
    LOGGER.addHandler(handler)
    LOGGER.propagate = False  # what is raised is on standard error already
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    repeats = Repeats()

    def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before[0](kind, error, trace)
        elif not repeats.is_enough(_raised_at(error)):
            LOGGER.error("Unexpected error", exc_info=error)
            before[0](kind, error, trace)

    def raised_in_thread(args: threading.ExceptHookArgs) -> None:
        error = args.exc_value
        if error is None or isinstance(error, SystemExit):
            before[1](args)
        elif not repeats.is_enough(_raised_at(error)):
            LOGGER.error("Unexpected error in a thread", exc_info=error)
            before[1](args)

    def not_raised(args: sys.UnraisableHookArgs) -> None:
        error = args.exc_value
        if error is None or not repeats.is_enough(_raised_at(error)):
            LOGGER.warning("%s", args.err_msg or "Exception ignored", exc_info=error)
            before[2](args)

    sys.excepthook, threading.excepthook, sys.unraisablehook = raised, raised_in_thread, not_raised

    def end() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
        LOGGER.removeHandler(handler)
        LOGGER.propagate = True
        handler.close()

    return end


def catch_crash(program: str) -> Callable[[], None]:
    """Have the stacks of a native crash written down from now on; returns what ends that at a clean end.

    Where no file can be made they go to standard error, if there is one.
    """
    path = log_file(program).with_name(f"{program}-{os.getpid()}{_CRASH}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w", encoding="utf-8")
    except OSError:
        if sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)
        return faulthandler.disable
    faulthandler.enable(file)

    def end() -> None:
        faulthandler.disable()
        file.close()
        _take(path)

    return end


def take_crash(program: str, pid: int) -> str:
    """The stacks of a process that has ended, empty where it did not crash; its file is removed."""
    return _take(log_file(program).with_name(f"{program}-{pid}{_CRASH}"))


def take_crashes() -> list[str]:
    """The stacks of all processes that crashed and are gone, each with its program's name; their files are removed."""
    import psutil

    found = []
    for path in sorted(log_file("any").parent.glob(f"*-*{_CRASH}")):
        program, _, pid = path.stem.rpartition("-")
        if pid.isdecimal() and not psutil.pid_exists(int(pid)) and (stacks := _take(path)):
            found.append(f"{program}: {stacks}")
    return found


def _take(path: Path) -> str:
    try:
        stacks = path.read_text("utf-8", "replace")
        path.unlink()
    except OSError:
        return ""  # there is none, or another program has taken it
    return stacks.strip()


class _LogFile(logging.Handler):
    """Its folder and file are made with the first line, and what writes them is imported: the window starts sooner."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._file = self._file or self._open_file()
        except (OSError, ImportError):  # Python imports nothing any more as it ends
            self.handleError(record)
        else:
            self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _open_file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(self._path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
        file.rotator = _rename
        file.setFormatter(logging.Formatter(f"%(asctime)s Photoloom {__version__} (%(process)d) %(message)s"))
        return file


def _rename(full: str, kept: str) -> None:
    """Where another window holds the file (Windows), it grows on: no line is lost for that."""
    with suppress(PermissionError):
        Path(full).rename(kept)


def _raised_at(error: BaseException) -> Hashable:
    """One bug is what is raised in one place, whatever its message."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return type(error), trace and (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
