"""What an installation brings for making a pack: uv, the wheel of this very program, and what goes with it.

A bundle holds the folder `gpu_pack` among its contents; in a checkout packaging/gpu_pack/kit.py makes it in build/.

    uv.xz            the program that fetches and installs; or as it is, uv or uv.exe
    *.whl            this version of Photoloom
    lock.txt         every package with its version and hashes
    kit.json         {"version": 1, "python", "torch", "indexes": [URLs beside PyPI], "download", "disk"}: bytes
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from engine import __version__
from engine.core.interpreter import ROOT

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kit:
    """`python` is the version to bring, `torch` that of the lock; `download` and `disk` are bytes."""

    uv: Path
    wheel: Path
    lock: Path
    python: str
    torch: str
    indexes: tuple[str, ...]
    download: int
    disk: int


def find_kit() -> Kit | None:
    """What this installation brings; None for one from pip, whose user chooses the build of torch himself."""
    folder = _folder()
    try:
        about = json.loads((folder / "kit.json").read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    plain = folder / ("uv.exe" if sys.platform == "win32" else "uv")
    uv = plain if plain.exists() else folder / "uv.xz"
    wheels = sorted(folder.glob(f"photoloom-{__version__}-*.whl"))
    if about["version"] != _VERSION or not wheels or not uv.exists():
        return None
    return Kit(
        uv,
        wheels[0],
        folder / "lock.txt",
        about["python"],
        about["torch"],
        tuple(about["indexes"]),
        about["download"],
        about["disk"],
    )


def _folder() -> Path:
    if named := os.environ.get("PHOTOLOOM_GPU_KIT"):
        return Path(named)
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "gpu_pack" if bundle else Path(ROOT) / "build" / "gpu_pack"
