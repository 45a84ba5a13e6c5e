"""Taking the pack away: its own folder, and nothing that a link in it leads to."""

from __future__ import annotations

from pathlib import Path

from engine.core.disk.trees import delete_tree, refuse_link, size_of
from engine.core.job import Job
from engine.gpu_pack.places import FOLDER, MARKER, alone

STAGE = "gpu-pack-remove"


def remove(home: Path, job: Job) -> int:
    """Delete the packs of all versions in the data folder `home`; the bytes that are free now.

    A pack counts as gone once its marker is, so a cancel leaves one that is begun.
    """
    folder = home / FOLDER
    refuse_link(folder)
    with alone(home):
        total = size_of(folder)
        for pack in folder.iterdir() if folder.exists() else ():
            if not pack.is_symlink():
                (pack / MARKER).unlink(missing_ok=True)
        delete_tree(folder, lambda freed: job.report(STAGE, min(freed, total), total))
    return total
