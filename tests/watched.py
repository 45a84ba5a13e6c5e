"""Runs a program where it may open no Internet socket, or where what it opens and writes is noted."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.paths import ROOT

CALLS = "socket,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT")
# A seccomp filter (Linux): whoever asks for a socket of IPv4 or IPv6 is killed, and so is every child.
SEAL = """
import ctypes, os, platform, sys
machine = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}.get(platform.machine())
if machine is None:
    sys.exit(77)
arch, socket = machine
class Step(ctypes.Structure):
    _fields_ = [("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("k", ctypes.c_uint)]
class Program(ctypes.Structure):
    _fields_ = [("count", ctypes.c_ushort), ("steps", ctypes.POINTER(Step))]
load, equal, end = 0x20, 0x15, 0x06
steps = [(load, 0, 0, 4), (equal, 0, 6, arch), (load, 0, 0, 0), (equal, 0, 4, socket), (load, 0, 0, 16),
         (equal, 1, 0, 2), (equal, 0, 1, 10), (end, 0, 0, 0x80000000), (end, 0, 0, 0x7FFF0000)]
program = Program(len(steps), (Step * len(steps))(*(Step(*step) for step in steps)))
system = ctypes.CDLL(None, use_errno=True)
if system.prctl(38, 1, 0, 0, 0) or system.prctl(22, 2, ctypes.byref(program), 0, 0):
    sys.exit(77)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Home:
    """A user of one's own: home, temporary and current folder, with the default places for data and logs."""

    def __init__(self, place: Path, models: Path) -> None:
        """`models` may hold networks that were exported before. Programs are run from the checkout."""
        self.home, self.temporary, self.current = place / "user", place / "temporary", ROOT
        self.data = self.home / ".local/share/photoloom"
        for folder in (self.data, self.temporary):
            folder.mkdir(parents=True)
        if models.is_dir():
            shutil.copytree(models, self.data / "models")
        hidden = ("PHOTOLOOM_HOME", "ORT_DISABLE_TELEMETRY", "HF_HUB_DISABLE_TELEMETRY", "PYTHONPATH")
        kept = {n: v for n, v in os.environ.items() if n not in hidden and not n.startswith("XDG_")}
        self.environment = kept | {"HOME": str(self.home), "TMPDIR": str(self.temporary)}

    def run(self, command: Sequence[object]) -> subprocess.CompletedProcess[str]:
        words = [str(word) for word in command]
        return subprocess.run(
            words, cwd=self.current, env=self.environment, capture_output=True, text=True, timeout=600, check=False
        )

    def sealed(self, command: Sequence[object]) -> subprocess.CompletedProcess[str]:
        """Where an Internet socket kills who opens it; skips where the system cannot do that."""
        done = self.run([sys.executable, "-I", "-c", SEAL, *command])
        if sys.platform != "linux" or done.returncode == 77:
            pytest.skip("needs Linux with seccomp filters")
        return done

    def traced(self, command: Sequence[object]) -> tuple[subprocess.CompletedProcess[str], list[str]]:
        """With the system calls that it and its children made and that succeeded; skips where there is no strace."""
        if not can_trace():
            pytest.skip("needs strace, and leave to use it")
        notes = self.home.parent / "calls"
        notes.mkdir()
        # A file for each process: in one for all, a call is torn by those of the others.
        strace = ["strace", "-ff", "-y", "-qq", "-s", "4096", "-e", f"trace={CALLS}", "-o", notes / "of"]
        done = self.run([*strace, *command])
        calls = [line for file in notes.iterdir() for line in file.read_text("utf-8", "replace").splitlines()]
        assert calls
        return done, [call for call in calls if re.search(r"\) += \d", call)]

    def strays(self, calls: Sequence[str], *allowed: Path) -> list[str]:
        """What was written elsewhere than in the default places, the temporary folder, and those `allowed`."""
        places = ("share", "state", "cache")
        ours = [*(self.home / f".local/{place}/photoloom" for place in places), self.temporary, *allowed]
        # On the way there folders are made; Python compiles what it imports; semaphores and devices are no files.
        return sorted(
            path
            for path in {_written(call, self.current) for call in calls} - {""}
            if not path.startswith(("/dev/", "/proc/"))
            and "__pycache__" not in path
            and not any(Path(path).is_relative_to(place) or place.is_relative_to(path) for place in ours)
        )

    def left(self) -> list[Path]:
        """The files in the home and the temporary folder that are not in Photoloom's own."""
        files = [file for folder in (self.home, self.temporary) for file in folder.rglob("*") if file.is_file()]
        return [file for file in files if "photoloom" not in file.relative_to(self.home.parent).parts]


def internet(calls: Sequence[str]) -> list[str]:
    return [call for call in calls if call.startswith("socket(AF_INET")]


def _written(call: str, current: Path) -> str:
    """The path that a call has made or opened for writing; none for the others."""
    name, _, rest = call.partition("(")
    if name == "socket" or (name in ("open", "openat") and not any(flag in rest for flag in WRITES)):
        return ""
    folder, path = re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"', rest)[-1]
    return os.path.normpath(current / folder / path)


@functools.cache
def can_trace() -> bool:
    """Whether strace is there and the system lets it look on."""
    program = shutil.which("strace")
    return program is not None and subprocess.run([program, "-qq", "-o", os.devnull, "true"]).returncode == 0
