"""Which engine the window starts: the pack's where it is whole and of this version, else the installation's own."""

from __future__ import annotations

import os
from pathlib import Path

from engine.core.errors import Sentence
from engine.core.interpreter import child_command
from engine.gpu_pack.environment import clean_environment
from engine.gpu_pack.places import pack_folder, python_of, read_marker
from engine.library.roots import data_folder

Command = tuple[list[str], dict[str, str]]
_CHANCES = 2  # starts that may fail before the pack is given up for this session


def engine_command(module: str, *arguments: str) -> Command:
    """How a module of the engine is started: the program with its arguments, and its whole environment.

    Costs a small file and a stat.
    """
    python = _python_of_pack()
    if python is None:
        return own_command(module, *arguments)
    return [str(python), "-I", "-u", "-X", "utf8", "-m", module, *arguments], clean_environment()


def own_command(module: str, *arguments: str) -> Command:
    """The same without the pack: what installs and removes it must not be run from it."""
    return child_command(module, *arguments), dict(os.environ)


class EngineChoice:
    """The choice of one session of the window: a pack that does not start is given up until the next."""

    def __init__(self) -> None:
        self._failed, self._from_pack = 0, False

    def command(self, module: str, *arguments: str) -> Command:
        """How to start the engine this time."""
        self._from_pack = self._failed < _CHANCES and _python_of_pack() is not None
        return (engine_command if self._from_pack else own_command)(module, *arguments)

    def failed_to_start(self) -> Sentence | None:
        """To be told when a process of `command` ended before it said Ready; start the next one then.

        A sentence for the user where the next is of the other kind; None where it is of the same.
        """
        self._failed += self._from_pack
        if not self._from_pack or self._failed < _CHANCES:
            return None
        return Sentence("The GPU pack does not start; the processor takes its place until Photoloom is opened again.")


def _python_of_pack() -> Path | None:
    """That of a pack that is whole, has passed, and is of this version."""
    pack = pack_folder(data_folder())
    marker, python = read_marker(pack), python_of(pack)
    return python if marker is not None and marker.reason is None and python.exists() else None
