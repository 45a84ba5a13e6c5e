"""Making the pack: fetched, tried, and only then said to be whole."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from engine.core.disk.trees import delete_tree, refuse_link, size_of
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.logs import LOGGER
from engine.gpu_pack.driver import ask_driver
from engine.gpu_pack.kit import Kit, find_kit
from engine.gpu_pack.places import FOLDER, MARKER, Marker, alone, environment_of, pack_folder, write_marker
from engine.gpu_pack.trial import try_pack
from engine.gpu_pack.uv import Uv

STAGE = "gpu-pack"
MEASURED = 1.0  # seconds between two looks at how much has come: to count thirty thousand files takes a part of one
_AROUND = 1.05  # what Python compiles, and blocks that are not filled


def install(home: Path, job: Job, device: str = "cuda") -> None:
    """Fetch what is missing of this version's pack into the data folder `home`, and try it on `device`.

    Other versions' packs go once this one is whole. A UserError says why it could not be had, or does not pass; what
    was fetched stays for the next time. The pack that stood is not used meanwhile.
    """
    kit = find_kit()
    if kit is None:
        raise UserError("This installation brings no GPU pack: install the CUDA build of torch into its environment.")
    with alone(home):
        pack = pack_folder(home)
        refuse_link(home / FOLDER)
        refuse_link(pack)
        _require_room(pack, kit)
        pack.mkdir(mode=0o700, parents=True, exist_ok=True)
        (pack / MARKER).unlink(missing_ok=True)
        _fetch(kit, pack, job)
        _try(kit, pack, home, device, job)
        _tidy(kit, pack, job)


def _require_room(pack: Path, kit: Kit) -> None:
    """A UserError before anything is fetched, where it cannot all be kept."""
    there = next(folder for folder in (pack, *pack.parents) if folder.exists())
    needed, free = kit.disk * _AROUND - size_of(pack), shutil.disk_usage(there).free
    if needed > free:
        raise UserError(
            "The GPU pack takes {needed} GB in {folder}, and {free} GB are free there: make room and install it again.",
            needed=f"{needed / 1e9:.1f}",
            folder=pack,
            free=f"{free / 1e9:.1f}",
        )


def _fetch(kit: Kit, pack: Path, job: Job) -> None:
    uv = Uv(kit, pack, _progress(pack, kit.disk, job))
    job.report(STAGE, 0, kit.disk)
    uv.fetch_python()
    uv.fetch_packages()
    uv.install_ourselves()
    job.report(STAGE, kit.disk, kit.disk)


def _progress(pack: Path, total: int, job: Job) -> Callable[[], None]:
    """Reports how much has come, as often as that can be measured, and hears a cancel each time."""
    there, next_look = 0, 0.0

    def tick() -> None:
        nonlocal there, next_look
        hear()
        if time.monotonic() >= next_look:
            # What is linked into the environment lies in the cache as well.
            there = min(size_of(pack / "cache", hear) + size_of(pack / "python", hear), total)
            next_look = time.monotonic() + MEASURED

    def hear() -> None:
        job.report(STAGE, there, total)

    return tick


def _try(kit: Kit, pack: Path, home: Path, device: str, job: Job) -> None:
    """Write down what the pack is: whole, or what is wrong with it, which is a UserError as well."""
    problem = try_pack(pack, home, device, job)
    takes = size_of(environment_of(pack)) + size_of(pack / "python")
    if os.name == "posix":
        os.sync()  # before it is said to be whole, it is so on the disk
    write_marker(pack, Marker(ask_driver().gpu, kit.torch, takes, problem))
    if problem is not None:
        raise UserError.of(problem)


def _tidy(kit: Kit, pack: Path, job: Job) -> None:
    """Delete what a whole pack needs no more: uv's cache, and the packs of other versions."""
    for old in (pack / "cache", *(other for other in pack.parent.iterdir() if other != pack)):
        try:
            delete_tree(old, lambda _: job.report(STAGE, kit.disk, kit.disk))
        except OSError:  # on Windows, of an engine that still runs from it: this pack is whole all the same
            LOGGER.exception("What the GPU pack needs no more cannot be deleted: %s", old)
