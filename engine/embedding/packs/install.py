"""Adding a pack: fetched, each file checked against its SHA-256, tried, and only then there: whole or not at all."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from collections.abc import Callable, Collection
from pathlib import Path

from engine.core.disk.durable import sync_folder
from engine.core.disk.trees import delete_tree, refuse_link
from engine.core.disk.whole import write_whole
from engine.core.errors import UserError, why
from engine.core.job import Job
from engine.embedding.packs.graph import check_weights
from engine.embedding.packs.layout import layout_of
from engine.embedding.packs.manifest import FILE, Manifest, Part
from engine.embedding.packs.network import sha256_of
from engine.embedding.packs.shelf import Pack, alone, begun_folder, find, packs_folder, require, write_installed
from engine.embedding.packs.sources import Source
from engine.embedding.packs.trial import try_pack

STAGE = "model-pack"
_AROUND = 1 << 24  # bytes


def add(home: Path, source: Source, offered: Manifest, job: Job) -> Pack:
    """Add what `source` offers (sources.offer) to the packs in `home`; whoever calls this has told size and licence.

    Reports "model-pack" (bytes) and "model-pack-check". What was fetched before a stop or a failure stays, and is gone
    on with; a file that is not what the manifest names is deleted. A UserError says why a pack was not added.
    """
    with alone(home):
        there = find(home, offered.name)
        if there is not None:
            if offered.is_pinned and set(there.manifest.parts) == set(offered.parts):
                return there
            raise UserError("There is a model pack {name} already: remove it first.", name=offered.name)
        folder = begun_folder(home, offered.name)
        _require_room(home, folder, offered)
        try:
            _begin(folder, source, offered)
            _fetch(folder, source, offered, job)
        except OSError as error:
            raise UserError(
                "The model pack cannot be written to {folder}: {reason}. Make room there and add it again; it goes on "
                "where it stopped.",
                folder=folder,
                reason=why(error),
            ) from error
        whole = _checked(folder, source, offered)
        layout = layout_of(whole.paths)
        assert layout is not None  # see sources.offer
        for graph in layout.graphs:
            check_weights(folder, graph, set(whole.paths))
        write_whole(folder / FILE, [whole.to_json()])
        trial = try_pack(folder, job)
        _keep(folder, packs_folder(home) / offered.name, whole.paths)
        write_installed(packs_folder(home) / offered.name, trial, source.place, pinned=offered.is_pinned)
    return require(home, offered.name)


def _require_room(home: Path, folder: Path, offered: Manifest) -> None:
    there = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.exists() else 0
    home.mkdir(parents=True, exist_ok=True)
    needed, free = offered.size + _AROUND - there, shutil.disk_usage(home).free
    if needed > free:
        raise UserError(
            "The model pack takes {needed} MB in {folder}, and {free} MB are free there: make room and add it again.",
            needed=f"{offered.size / 1e6:,.0f}",
            folder=home,
            free=f"{free / 1e6:,.0f}",
        )


def _begin(folder: Path, source: Source, offered: Manifest) -> None:
    """The folder that is fetched into, without what an earlier try has left of other files."""
    refuse_link(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    told = {"source": source.place, "size": offered.size, "licence": offered.licence}
    write_whole(folder / "begun.json", [json.dumps(told).encode()])


def _fetch(folder: Path, source: Source, offered: Manifest, job: Job) -> None:
    before = 0
    for part in offered.parts:
        to = folder / part.path
        to.parent.mkdir(parents=True, exist_ok=True)
        source.fetch(part, to, _counted(job, before, offered.size))
        before += part.size
    job.report(STAGE, offered.size, offered.size)


def _counted(job: Job, before: int, total: int) -> Callable[[int], None]:
    return lambda there: job.report(STAGE, before + there, total)


def _checked(folder: Path, source: Source, offered: Manifest) -> Manifest:
    """The manifest with every SHA-256; a UserError where a file is not what was offered, and the file is deleted."""
    parts: list[Part] = []
    for part in offered.parts:
        path = folder / part.path
        found = Part(part.path, path.stat().st_size, sha256_of(path))
        if found.size != part.size or part.sha256 not in ("", found.sha256):
            path.unlink()
            raise UserError(
                "{file} from {place} is not what the pack's manifest names: the pack was not added. Try again later, "
                "or take it from elsewhere.",
                file=part.path,
                place=source.place,
            )
        parts.append(found)
    return dataclasses.replace(offered, parts=tuple(parts))


def _keep(folder: Path, final: Path, parts: Collection[str]) -> None:
    """Give the folder its place, with nothing in it but the pack's files, all of them on the disk."""
    if final.exists():  # of a pack that is not whole: see shelf.find
        delete_tree(final, lambda _: None)
    for path in [path for path in folder.rglob("*") if not path.is_dir()]:
        if path.relative_to(folder).as_posix() not in {*parts, FILE}:
            path.unlink()
            continue
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    folder.rename(final)
    sync_folder(final.parent)
