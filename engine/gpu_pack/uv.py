"""uv at work on a pack: what it is told, and what its failures mean."""

from __future__ import annotations

import lzma
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from engine.core.errors import UserError, why
from engine.core.processes.watched import run_watched
from engine.gpu_pack.environment import clean_environment, mirrors
from engine.gpu_pack.kit import Kit
from engine.gpu_pack.places import LOG, environment_of, python_of

_FULL = re.compile(r"no space left|not enough space|os error (28|112|122)\b|disk quota", re.IGNORECASE)
_LITTLE = 1 << 20  # bytes; then not even what uv says can be written down
_OTHER_BYTES = re.compile(r"hash mismatch|checksum|hashes mismatch", re.IGNORECASE)
_UNREACHED = re.compile(
    r"failed to (fetch|download)|error sending request|client error|request failed|connection|dns error|timed? ?out"
    r"|network|status (client|server) error|error decoding response|unexpected (eof|end)",
    re.IGNORECASE,
)


class Uv:
    """Works in a pack's folder alone: its Python and its cache lie there, too."""

    def __init__(self, kit: Kit, pack: Path, tick: Callable[[], None]) -> None:
        self._kit, self._pack, self._tick = kit, pack, tick
        self._program = _unpacked(kit.uv, pack / "cache")
        folders = {"UV_CACHE_DIR": str(pack / "cache"), "UV_PYTHON_INSTALL_DIR": str(pack / "python")}
        rules = {"UV_NO_CONFIG": "1", "UV_NO_PROGRESS": "1", "UV_LINK_MODE": "hardlink"}  # linked, it lies there once
        self._environment = {**clean_environment(), **mirrors(), **folders, **rules}

    def fetch_python(self) -> None:
        """Bring the Python of the lock, whose hash uv knows, and make the environment of it."""
        self._run("python", "install", "--no-bin", "--no-registry", self._kit.python)
        options = ("--managed-python", "--no-python-downloads", "--clear", "--no-project", "--quiet")
        # Anew each time: of a package that was linked when uv was killed, nobody knows how much is there.
        self._run("venv", *options, "--python", self._kit.python, str(environment_of(self._pack)))

    def fetch_packages(self) -> None:
        """Install exactly what the lock names, by its hashes."""
        # Best match: the index of torch also has some others' packages, of other versions. Hashes hold what it may be.
        rules = ("--require-hashes", "--no-build", "--strict", "--index-strategy", "unsafe-best-match")
        own_indexes = not any(name.startswith(("UV_DEFAULT_INDEX", "UV_INDEX")) for name in mirrors())
        indexes = [word for url in self._kit.indexes for word in ("--index", url)] if own_indexes else []
        self._run("pip", "sync", *rules, *indexes, *self._into, str(self._kit.lock))

    def install_ourselves(self) -> None:
        """Install the wheel of this program, whose dependencies the lock has brought."""
        options = ("--no-deps", "--no-index", "--reinstall")
        self._run("pip", "install", *options, *self._into, str(self._kit.wheel))

    @property
    def _into(self) -> tuple[str, str]:
        return "--python", str(python_of(self._pack))

    def _run(self, *arguments: str) -> None:
        log = self._pack / LOG
        if run_watched([str(self._program), *arguments], self._environment, log, self._tick) != 0:
            raise failure(log.read_text(encoding="utf-8", errors="replace"), self._pack)


def _unpacked(uv: Path, cache: Path) -> Path:
    """The program, made of a bundle's uv.xz in the cache, which goes once the pack is whole."""
    if uv.suffix != ".xz":
        return uv
    program = cache / ("photoloom-uv.exe" if sys.platform == "win32" else "photoloom-uv")
    cache.mkdir(exist_ok=True)
    part = program.with_name(f"{program.name}.part")
    try:
        with lzma.open(uv) as packed, part.open("wb") as out:
            shutil.copyfileobj(packed, out)
    except OSError as error:
        raise UserError("{folder} cannot be written ({reason}).", folder=cache, reason=why(error)) from error
    part.chmod(0o700)
    part.replace(program)
    return program


def failure(said: str, pack: Path) -> UserError:
    """What uv's words mean for the user."""
    if _FULL.search(said) or shutil.disk_usage(pack).free < _LITTLE:
        return UserError(
            "The disk is full while the GPU pack is written to {folder}: make room there and install it again. It goes "
            "on where it stopped.",
            folder=pack,
        )
    if _OTHER_BYTES.search(said):
        return UserError(
            "What was fetched for the GPU pack is not what its lock names ({file}), and was not installed. Try again "
            "later, or over another network.",
            file=_named(said),
        )
    if _UNREACHED.search(said):
        return UserError(
            "The GPU pack could not be fetched ({reason}): check the connection and install it again. It goes on where "
            "it stopped.",
            reason=_last_line(said),
        )
    return UserError(
        "The GPU pack could not be installed ({reason}); {log} says more.", reason=_last_line(said), log=pack / LOG
    )


def _named(said: str) -> str:
    found = re.search(r"`([^`]+)`", said)
    return found[1] if found else _last_line(said)


def _last_line(said: str) -> str:
    """The innermost cause that uv names."""
    lines = [re.sub(r"^\s*(error|cause): ", "", line).strip() for line in said.splitlines()]
    return next((line for line in reversed(lines) if line and not line.startswith("hint")), "uv says nothing")
