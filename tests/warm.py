"""Starts programs of ours where what they import is imported already: that takes longer than most of what they do.

Each is a process of its own all the same: forked, in a process that has done nothing but import, with the environment,
the folder and the streams of whoever asks, and killed with it. Run by itself this module serves at a socket.
"""

from __future__ import annotations

import importlib
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from tests.paths import ROOT

IMPORTS = ("engine.commands.run", "engine.service.jobs", "torch", "sklearn.cluster", "scipy.sparse.linalg")
READ_ONCE = ("PYTHON", "OMP_", "LC_", "LANG")  # variables that are read when Python and libraries begin
PATIENCE = 300  # seconds
_LONGEST = 1 << 17  # bytes of what is asked
# Asks with its own streams, and ends as what was started has ended. Python without its site: it begins at once.
_CLIENT = """
import array, json, os, socket, sys
server = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
server.connect(sys.argv[1])
asked = json.dumps([sys.argv[2:], dict(os.environ), os.getcwd()]).encode()
server.sendmsg([asked], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))])
status = int(server.recv(20) or 1)
os.kill(os.getpid(), -status) if status < 0 else os._exit(status)
"""


class Warm:
    """A server at `place`; see `started`."""

    def __init__(self, place: str) -> None:
        self._place, self._began_with = place, _read_once()

    def suits(self) -> bool:
        """Whether a program in this environment would be as one that is started from nothing."""
        return _read_once() == self._began_with

    def command(self, module: str, *words: str) -> list[str]:
        """How another program starts a module of ours."""
        return [sys.executable, "-I", "-S", "-c", _CLIENT, self._place, module, *words]

    def run(self, module: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a module of ours, and take in what it says."""
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err, open(os.devnull) as nothing:
            with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as server:
                server.settimeout(PATIENCE)
                server.connect(self._place)
                asked = json.dumps([[module, *words], dict(os.environ), str(Path.cwd())])
                socket.send_fds(server, [asked.encode()], [nothing.fileno(), out.fileno(), err.fileno()])
                status = int(server.recv(20))
            out.seek(0)
            err.seek(0)
            return subprocess.CompletedProcess(words, status, out.read(), err.read())


@contextmanager
def started() -> Iterator[Warm | None]:
    """A server until the end; None where the system is none that it can be had on."""
    if not hasattr(os, "pidfd_open"):
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:  # a short path: a socket's has a limit
        place = str(Path(folder, "warm"))
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listening:
            listening.bind(place)
            listening.listen(100)
            command = [sys.executable, "-m", __name__, str(listening.fileno())]
            handles = (listening.fileno(),)
            server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, pass_fds=handles)
        try:
            yield Warm(place)
        finally:
            server.communicate()


def _read_once() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith(READ_ONCE)}


def _serve(listening: socket.socket) -> None:
    """Until nobody holds the other end of our input any more."""
    for module in IMPORTS:
        importlib.import_module(module)
    while listening in select.select([listening, sys.stdin], [], [])[0]:
        connection, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            _watch(connection)
        connection.close()
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _watch(connection: socket.socket) -> NoReturn:
    """Start what is asked for, say how it has ended, and end it where nobody waits for it any more."""
    asked, streams, _, _ = socket.recv_fds(connection, _LONGEST, 3)
    child = os.fork()
    if child == 0:
        connection.close()
        _be(*json.loads(asked), streams)
    for stream in streams:
        os.close(stream)
    select.select([connection, os.pidfd_open(child)], [], [])
    os.kill(child, signal.SIGKILL)  # does nothing to one that has ended
    _, status = os.waitpid(child, 0)
    with suppress(OSError):
        connection.send(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _be(words: list[str], environment: dict[str, str], folder: str, streams: list[int]) -> NoReturn:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = words
    runpy.run_module(words[0], None, "__main__", alter_sys=True)
    sys.exit(0)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
