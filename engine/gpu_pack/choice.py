"""Which engine the window starts: the pack's where it is whole and of this version, else the installation's own."""

from __future__ import annotations

import os

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
    pack = pack_folder(data_folder())
    marker, python = read_marker(pack), python_of(pack)
    if marker is None or marker.reason is not None or not python.exists():
        return own_command(module, *arguments)
    return [str(python), "-I", "-u", "-X", "utf8", "-m", module, *arguments], clean_environment()


def own_command(module: str, *arguments: str) -> Command:
    """The same without the pack: what installs and removes it must not be run from it."""
    return child_command(module, *arguments), dict(os.environ)


class EngineChoice:
    """The choice of one session of the window: a pack that does not start is given up until the next."""

    def __init__(self) -> None:
        self._failed = 0

    def command(self, module: str, *arguments: str) -> Command:
        """How to start the engine this time."""
        choose = own_command if self._failed >= _CHANCES else engine_command
        return choose(module, *arguments)

    def failed_to_start(self) -> Sentence | None:
        """To be told when a process of `command` ended before it said Ready; start the next one then.

        A sentence for the user where the next is of the other kind; None where it is of the same.
        """
        self._failed += 1
        if self._failed != _CHANCES:
            return None
        return Sentence("The GPU pack does not start; the processor takes its place until Photoloom is opened again.")
