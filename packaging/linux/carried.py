"""The system's libraries: those that are never in a package, and those that go along where nothing else brings them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from .facts import render
from .needs import LIBRARIES, needs_of

# What every desktop has, and what must be as new as its drivers, fonts and C library.
HOST = frozenset(render("host-libraries.txt").splitlines()[2:])


def leave_to_host(home: Path) -> None:
    """Take out of the bundle at `home` what PyInstaller collects of those: a graphics driver that is newer than the
    computer the bundle was built on would find the old C++ library, and libmvec must be of the very glibc that runs.
    """
    for name in HOST:
        (home / "_internal" / name).unlink(missing_ok=True)


def carry(home: Path) -> list[str]:
    """Copy into the bundle at `home` what it needs of this system and cannot count on elsewhere; the names of it.

    They go where PyInstaller's loader has the linker look first. What they need in turn comes along.
    """
    here = _system_libraries()
    carried: list[str] = []
    while missing := sorted((needs_of(home).libraries | set(LIBRARIES)) - HOST - _names(home)):
        for name in missing:
            if name not in here:
                raise SystemExit(f"{name} has to go along and is not on this computer: see packaging/check_system.py.")
            shutil.copyfile(here[name], home / "_internal" / name)
        carried += missing
    return carried


def _names(home: Path) -> set[str]:
    return {path.name for path in home.rglob("*.so*")}


def _system_libraries() -> dict[str, str]:
    """Each shared library of this system, and where it is; the first is what the linker takes."""
    said = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"^\t(\S+) \(libc6,x86-64.*\) => (\S+)$", said, re.MULTILINE)
    return dict(reversed(found))
