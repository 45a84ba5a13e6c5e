"""Opens a library for work: what a crash has cut is finished first."""

from __future__ import annotations

from pathlib import Path

from engine.core.job import Job
from engine.filing.acting.recover import recover
from engine.library.library import Library, open_library


def open_recovered(
    folder: Path, library: Path | None, program: str | None, job: Job, *, undos: bool = True, mend: bool = True
) -> tuple[Library, int]:
    """As `open_library`, with every action on files finished that was cut in the middle; `undos` too, or not."""
    opened, root = open_library(folder, library, program, mend=mend)
    try:
        if not opened.read_only:
            recover(opened, job, undos=undos)
        return opened, root
    except BaseException:
        opened.close()
        raise
