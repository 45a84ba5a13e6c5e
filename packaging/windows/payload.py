"""What an installer for Windows carries: the files of a finished bundle, checked for what Windows would refuse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("photoloom.exe", "photoloom-engine.exe")
MAX_PATH = 259  # characters of a path that every program of Windows can open
ROOM = 70  # of them, for the folder of the program: 63 where the user's name has 20, the most that Windows allows
FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\\]|[. ]$')
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", re.IGNORECASE)


class PayloadError(Exception):
    """One sentence: what is wrong with the bundle, and where."""


@dataclass(frozen=True)
class Payload:
    """`files` are relative to `root`, sorted; `folders` hold them, parents first, without the root."""

    root: Path
    files: tuple[Path, ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        return tuple(sorted({parent for file in self.files for parent in file.parents} - {Path()}))

    @property
    def size(self) -> int:
        """Bytes."""
        return sum((self.root / file).stat().st_size for file in self.files)

    @property
    def longest(self) -> int:
        """Characters of the longest name below the folder of the program."""
        return max(len(str(file)) for file in self.files)


def read(root: Path) -> Payload:
    """The payload in `root`; PayloadError where Windows could not hold it."""
    root = root.resolve()
    found = sorted(path for path in root.rglob("*") if path.is_symlink() or not path.is_dir())
    for link in (path for path in found if path.is_symlink()):
        raise PayloadError(f"{link} is a link: an installer for Windows carries plain files.")
    payload = Payload(root, tuple(path.relative_to(root) for path in found))
    for program in PROGRAMS:
        if Path(program) not in payload.files:
            raise PayloadError(f"There is no {program} in {root}: name the folder of a bundle built for Windows.")
    _check_names(payload)
    return payload


def numbers(version: str) -> str:
    """The three numbers of a version, as Windows compares them: "0.2.0" of "0.2.0rc1"."""
    found = re.match(r"\d+\.\d+\.\d+", version)
    if found is None:
        raise PayloadError(f"Windows compares versions by three numbers, which {version} has not.")
    return found[0]


def _check_names(payload: Payload) -> None:
    seen: dict[str, Path] = {}
    for name in (*payload.folders, *payload.files):
        if any(FORBIDDEN.search(part) or DEVICES.match(part) for part in name.parts):
            raise PayloadError(f"Windows allows no file to be called {name}.")
        other = seen.setdefault(str(name).lower(), name)
        if other != name:
            raise PayloadError(f"{name} and {other} are one file on Windows.")
        if len(str(name)) > MAX_PATH - ROOM:
            raise PayloadError(
                f"{name} has {len(str(name))} characters: more than {MAX_PATH - ROOM} would not install."
            )
