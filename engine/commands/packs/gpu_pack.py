"""`gpu-pack status|install|remove`: CUDA's build of torch beside an installation that carries the processor's."""

from __future__ import annotations

import argparse
import json

from engine.commands.text import say
from engine.core.job import Job
from engine.gpu_pack.install import install
from engine.gpu_pack.places import pack_folder
from engine.gpu_pack.remove import remove
from engine.gpu_pack.report import PackStatus
from engine.gpu_pack.status import status
from engine.library.roots import data_folder

VERSION = 1


def gpu_pack(arguments: argparse.Namespace, job: Job) -> None:
    home = data_folder()
    quiet = arguments.quiet or arguments.json
    if arguments.what == "install":
        _install(arguments.device, quiet, job)
    elif arguments.what == "remove":
        freed = remove(home, job)
        if not quiet:
            say(f"{_gigabytes(freed)} are free again.")
    found = status(home)
    if arguments.json:
        print(json.dumps(_entry(found), indent=1))
    elif not arguments.quiet:
        say(_told(found))


def _install(device: str, quiet: bool, job: Job) -> None:
    """`--device cpu` tries the pack on the processor: the way to check it where there is no GPU."""
    home = data_folder()
    if not quiet:
        found = status(home)
        if found.download:
            sizes = f"{_gigabytes(found.download)} are fetched at most; they take {_gigabytes(found.disk)}"
            say(f"{sizes} in {pack_folder(home)}.")
    install(home, job, "cuda" if device == "auto" else device)


def _entry(found: PackStatus) -> dict[str, object]:
    reason = None if found.reason is None else str(found.reason)
    return {
        "version": VERSION,
        "state": found.state,
        "gpu": found.gpu,
        "download": found.download,
        "disk": found.disk,
        "reason": reason,
    }


def _told(found: PackStatus) -> str:
    words = [f"GPU pack: {found.state}."]
    if found.gpu:
        words.append(f"The GPU is {found.gpu}.")
    if found.reason is not None:
        words.append(str(found.reason))
    return " ".join(words)


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.2f} GB"
