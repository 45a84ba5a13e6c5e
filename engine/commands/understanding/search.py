"""`search`: what the window's find field shows for the same words, the best first, and why."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from engine.commands.text import say
from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding.packs.text import can_read
from engine.gallery.search import Finder, Found, Said
from engine.gallery.searching.sentences import SentenceSearch
from engine.gallery.snapshot import load_gallery
from engine.library.library import Library
from engine.library.roots import library_for, real_folder

VERSION = 1


def search(arguments: argparse.Namespace, _job: Job) -> None:
    library, root = _opened(arguments.folder, arguments.library)
    with library:
        gallery = load_gallery(library.catalog, "")
        sentences = SentenceSearch.open(library, gallery) if can_read() else None
        found = Finder(_said(sentences)).search(gallery, arguments.query)
    hits = [hit for hit in _hits(found) if hit.pop("root") == root]
    shown = hits[: arguments.count]
    if arguments.json:
        instead = [{"word": word, "instead": other} for word, other in found.instead]
        answer = {"version": VERSION, "query": arguments.query, "hits": shown, "found": len(hits), "instead": instead}
        print(json.dumps(answer, indent=1))
        return
    for word, other in found.instead:
        say(f"Nothing is found for {word}; these are for {other}.", error=True)
    for hit in shown:
        say(f"{hit['path']}: {'; '.join(hit['why'])}")
    if len(shown) < len(hits) and not arguments.quiet:
        say(f"{len(hits):,} photos found, the best {len(shown):,} shown: -n shows more.", error=True)


def _said(sentences: SentenceSearch | None) -> Said | None:
    return None if sentences is None else lambda _gallery, text: sentences.scores(text)


def _opened(folder: Path, library: Path | None) -> tuple[Library, int]:
    """The library of a folder, as it is: nothing is taken in, and a window may have it open."""
    real = real_folder(folder)
    location = library.absolute() if library else library_for(real)
    if (location / "catalog.db").is_file():
        opened = Library(location, None, mend=False)
        roots = {path: root for root, path in opened.catalog.files.roots()}
        if str(real) in roots:
            return opened, roots[str(real)]
        opened.close()
    raise UserError("{folder} is not in a library yet: `organise` it first.", folder=folder)


def _hits(found: Found) -> list[dict[str, Any]]:
    files = found.gallery.files
    return [
        {
            "path": files[row].path,
            "score": round(float(found.told[row]), 2),
            "why": [str(reason) for reason in found.why(row)],
            "root": files[row].root,
        }
        for row in found.ranked.tolist()
    ]
