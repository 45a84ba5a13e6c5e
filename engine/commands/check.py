"""`check`: how the library and the originals are, and with --mend what can be mended is."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

from engine.commands.findings import TOLD, Finding, findings
from engine.commands.text import say
from engine.core.errors import UserError
from engine.core.job import Job
from engine.duplicates.best_copy import rank_groups
from engine.duplicates.bursts import bursts
from engine.duplicates.find import near_duplicates
from engine.filing.beside import bytes_beside
from engine.gallery.snapshot import load_gallery
from engine.gallery.space import REASONS, Amount, Found, Pile, space_of, word_of
from engine.library.library import Library, open_library
from engine.library.roots import library_for
from engine.library.safety.backups import backups
from engine.library.safety.recovery import CatalogDamaged, begin_anew
from engine.pipeline.forget import forget_missing


def check(arguments: argparse.Namespace, job: Job) -> None:
    """Print a sentence for each finding; a UserError where something is left that is not well."""
    if arguments.space:
        _say_space(arguments, job)
        return
    library, problem = _opened(arguments)
    said: list[tuple[Finding, bool]] = []
    with library:
        if arguments.forget_missing:
            _forget(library, arguments, job)
        for finding in findings(library, job, deep=arguments.deep):
            mends = arguments.mend and finding.mend is not None
            if mends and finding.mend is not None:
                finding.mend()
            said.append((finding, mends))
        kept = len(backups(library.folder))
    if arguments.json:
        entries = [{"kind": f.kind, "text": str(f.sentence), "mends": f.mend is not None, "mended": m} for f, m in said]
        print(json.dumps({"backups": kept, "recovered": problem and str(problem), "findings": entries}, indent=1))
    else:
        for finding, mended in said:
            way = " Mended; organise the folder again." if mended else ""
            say(f"{finding.sentence}{way or (' --mend mends it.' if finding.mend else '')}")
        if not said and not arguments.quiet:
            print(f"All is well; there are {kept:,} backups of the catalog.")
    left = sum(not mended for finding, mended in said if finding.kind not in TOLD)
    if left:
        raise UserError("{count:,} findings are left.", count=left)


def _say_space(arguments: argparse.Namespace, job: Job) -> None:
    """How many bytes each pile takes, and what would free how many of them."""
    with _open(arguments) as library:
        copies, _ = rank_groups(library, near_duplicates(library, job), job)
        frames, _ = rank_groups(library, bursts(library, job), job)
        found = Found(copies, frames, bytes_beside(library, job))
        space = space_of(load_gallery(library.catalog, "", None), found, word_of(library.catalog))
    names = {cluster.id: cluster.name for cluster in space.gallery.clusters}
    if arguments.json:
        piles = [{"id": pile.cluster, "name": names.get(pile.cluster or "")} | _entry(pile) for pile in space.piles]
        print(json.dumps({"version": 1, "total": _entry(space.total), "piles": piles}, indent=1))
        return
    for name, pile in (
        ("All photos", space.total),
        *((names.get(p.cluster or "", "No cluster"), p) for p in space.piles),
    ):
        parts = ", ".join(f"{_megabytes(pile.freed[reason])} {reason}" for reason in REASONS)
        say(f"{name}: {pile.whole.photos:,} photos, {_megabytes(pile.whole)}; would free {parts}")


def _entry(pile: Pile) -> dict[str, Any]:
    return {**pile.whole._asdict(), "free": {reason: part._asdict() for reason, part in pile.freed.items()}}


def _megabytes(amount: Amount) -> str:
    return f"{amount.bytes / 1e6:,.1f} MB"


def _forget(library: Library, arguments: argparse.Namespace, job: Job) -> None:
    """Forget what is missing in this folder, and no other of the library."""
    place = str(_real(arguments.folder))
    count = sum(forget_missing(library, root, job) for root, path in library.catalog.files.roots() if path == place)
    if not arguments.quiet and not arguments.json:
        say(f"{count:,} {'photo was' if count == 1 else 'photos were'} forgotten; what you said of them is kept.")


def _opened(arguments: argparse.Namespace) -> tuple[Library, CatalogDamaged | None]:
    """The library; with --mend also one whose catalog had to be recovered first, or begun anew."""
    try:
        return _open(arguments), None
    except CatalogDamaged as error:
        if not arguments.mend:
            raise
        say(error)
        if not error.recovered:
            begin_anew(_place(arguments))
        return _open(arguments), error


def _open(arguments: argparse.Namespace) -> Library:
    """The library of a folder that may be away, as its drive is."""
    place = _place(arguments)
    if not arguments.folder.exists() and (place / "catalog.db").exists():
        return Library(place, "photoloom-engine")
    return open_library(arguments.folder, arguments.library, program="photoloom-engine")[0]


def _place(arguments: argparse.Namespace) -> Path:
    return arguments.library.absolute() if arguments.library else library_for(_real(arguments.folder))


def _real(folder: Path) -> Path:
    return Path(os.path.realpath(folder))
