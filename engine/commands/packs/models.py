"""`models list|add|remove`: better networks, each a model pack that the user adds."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from engine.commands.text import say
from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding.packs import shelf
from engine.embedding.packs.install import add
from engine.embedding.packs.manifest import Manifest
from engine.embedding.packs.shelf import Begun, Pack
from engine.embedding.packs.sources import offer, open_source
from engine.library.roots import data_folder
from engine.pipeline.care.packs import require_unused, users_of

VERSION = 1


def models(arguments: argparse.Namespace, job: Job) -> None:
    home, quiet = data_folder(), arguments.quiet or arguments.json
    if arguments.what == "add":
        _add(home, arguments, quiet, job)
    elif arguments.what == "remove":
        _remove(home, arguments.name or _missing("remove"), arguments.library, quiet, job)
    begun = shelf.begun(home)
    packs = [(pack, users_of(home, pack.name, arguments.library)) for pack in shelf.installed(home)]
    if arguments.json:
        entries = [*(_entry(pack, bool(users)) for pack, users in packs), *map(_begun, begun)]
        print(json.dumps({"version": VERSION, "packs": entries}, indent=1))
    elif not arguments.quiet and arguments.what == "list":
        for pack, users in packs:
            say(_line(pack, users))
        for one in begun:
            say(f"{one.name}: begun, {one.there / 1e6:,.0f} of {one.size / 1e6:,.0f} MB, from {one.source}")
        if not packs and not begun:
            say("There are no model packs. `models add NAME --from ADDRESS|FOLDER|FILE.zip` adds one.")


def _add(home: Path, arguments: argparse.Namespace, quiet: bool, job: Job) -> None:
    name = arguments.name or _missing("add")
    waiting = next((one for one in shelf.begun(home) if one.name == name), None)
    place = arguments.source or (waiting.source if waiting else "")
    if not place:
        raise UserError(
            "Photoloom knows no addresses of model packs: say with --from where {name} is, an address, a folder or a "
            "zip file.",
            name=name,
            usage=True,
        )
    source = open_source(place)
    offered = offer(source, name)
    if not quiet:
        for line in told(offered, source.place):
            say(line)
    if not arguments.yes and not _agreed():
        raise UserError("Nothing was added: --yes says that size and licence are all right.", usage=True)
    pack = add(home, source, offered, job)
    if not quiet:
        say(f"{pack.name} is added. `organise FOLDER --backbone {pack.backbone}` looks with it.")


def told(offered: Manifest, place: str) -> list[str]:
    """What is said before anything is fetched."""
    sums = "each file is checked against the SHA-256 that its manifest names"
    none = "no SHA-256 is named there: what comes is taken as it is, and its hashes are kept"
    return [
        f"{offered.name} {offered.release}".strip() + f": {offered.size / 1e6:,.1f} MB in {len(offered.parts)} files",
        f"from {place}",
        f"licence: {offered.licence or 'not named there; look at the page that it comes from'}",
        sums if offered.is_pinned else none,
    ]


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    return input("Add it? [y/N] ").strip().lower() in ("y", "yes")


def _remove(home: Path, name: str, library: Path | None, quiet: bool, job: Job) -> None:
    require_unused(home, name, library)
    freed = shelf.remove(home, name, job)
    if not quiet:
        say(f"{freed / 1e6:,.0f} MB are free again.")


def _missing(what: str) -> str:
    raise UserError("models {what} needs the NAME of a model pack.", what=what, usage=True)


def _entry(pack: Pack, used: bool) -> dict[str, Any]:
    return {
        "name": pack.name,
        "state": "installed",
        "release": pack.manifest.release,
        "licence": pack.manifest.licence,
        "size": pack.manifest.size,
        "sentences": pack.trial.sentences,
        "seconds": pack.trial.seconds,
        "source": pack.source,
        "backbone": pack.backbone,
        "used": used,
    }


def _begun(one: Begun) -> dict[str, Any]:
    return {"name": one.name, "state": "begun", "size": one.size, "fetched": one.there, "source": one.source}


def _line(pack: Pack, users: list[Path]) -> str:
    words = [f"{pack.name}: {pack.manifest.size / 1e6:,.0f} MB"]
    words.append(pack.manifest.licence or "no licence named")
    words.append(f"{pack.trial.seconds:.2f} s a photo on one core")
    words += ["finds by a sentence"] if pack.trial.sentences else []
    words += [f"in use by {folder}" for folder in users]
    return ", ".join(words)
