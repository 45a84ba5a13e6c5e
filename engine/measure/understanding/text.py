"""Protocol "text": what is read in pictures whose words are known, and what the background's gates let go and cost.

The folder holds pictures in groups, a folder each, and text.json: by path, the lines that are written in it. A group
whose name begins with "unread" is in a script that must be told as such; one without lines has no text.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.core.errors import UserError
from engine.core.folding import fold
from engine.core.job import Job
from engine.core.records import PictureText
from engine.embedding.backbone import open_backbone
from engine.library.library import Library
from engine.measure.labelled import embedded_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.understanding.kind import text_likelihoods
from engine.pipeline.understanding.text import Text
from engine.text.matching import prepare

TRUTH = "text.json"
_PAGE = 3  # lines from which on a picture must not be missed
_WORKERS = 2

Truth = Mapping[str, list[str]]


def run_text(folder: Path, library: Path | None, options: OrganiseOptions, job: Job) -> dict[str, Any]:
    """Read every picture of `folder` closely, then as the background does; what is read, missed and spent, as JSON."""
    truth = _truth(folder)
    with embedded_library(folder, library, options, job) as (opened, root):
        paths = {file.digest or "": file.path for file in opened.catalog.files.readable() if file.root == root}
        likelihoods = text_likelihoods(opened, open_backbone(options.backbone))
        closely, spent = _run(opened, dict.fromkeys(paths, 1.0), list(paths), job)
        gated, spent_gated = _run(opened, likelihoods, list(paths), job)
    return {
        "version": 1,
        "folder": str(folder),
        "groups": groups_of({paths[d]: text for d, text in closely.items()}, truth),
        "gate": gate_of(closely, gated),
        "cpu_seconds": {"pictures": len(paths), "closely": spent, "gated": spent_gated},
    }


def _truth(folder: Path) -> Truth:
    path = folder / TRUTH
    try:
        found: Truth = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise UserError("{path} is no JSON of lines by picture: {error}.", path=path, error=error) from error
    return found


def _run(
    library: Library, likelihoods: Mapping[str, float], digests: list[str], job: Job
) -> tuple[dict[str, PictureText], float]:
    """What is read with these likelihoods, and the processor's seconds, those of the decoders among them."""
    started = _spent()
    Text(likelihoods).run(library, digests, _WORKERS, job)
    texts = library.catalog.texts.all()
    return {digest: texts.get(digest, PictureText()) for digest in digests}, round(_spent() - started, 1)


def _spent() -> float:
    """Seconds of the processor so far, those of ended children among them (not on Windows)."""
    return sum(os.times()[:4])


def groups_of(read: Mapping[str, PictureText], truth: Truth) -> dict[str, dict[str, Any]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for path in sorted(read):
        groups[path.rpartition("/")[0] or "."].append(path)
    return {group: _scores(group, paths, read, truth) for group, paths in groups.items()}


def _scores(group: str, paths: list[str], read: Mapping[str, PictureText], truth: Truth) -> dict[str, Any]:
    """Of a group: words found as they are written; those that a search finds; pictures of which all are found."""
    scores: dict[str, Any] = {
        "pictures": len(paths),
        "with words": sum(bool(read[path].lines) for path in paths),
        "told as unread": sum(read[path].unread is not None for path in paths),
    }
    known = [path for path in paths if truth.get(path)]
    if known and not group.startswith("unread"):
        there = {path: Counter(_words(*truth[path])) for path in known}
        found = {path: Counter(_words(*(line.text for line in read[path].lines))) for path in known}
        whole = {path: "".join(_words(*truth[path])) for path in known}
        squeezed = {path: prepare(read[path].lines).rpartition("\0")[2] for path in known}
        words = [(path, word) for path in known for word in there[path].elements()]
        scores |= {
            "words": sum(map(len, [list(c.elements()) for c in there.values()])),
            "as written": _share(sum((there[p] & found[p]).total() for p in known), len(words)),
            "found by a search": _share(sum(word in squeezed[path] for path, word in words), len(words)),
            "whole": sum(whole[p] in "".join(_words(squeezed[p])) for p in known),
        }
    return scores


def _words(*lines: str) -> list[str]:
    return [word for line in lines for word in re.findall(r"[^\W_]+", fold(line))]


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def gate_of(closely: Mapping[str, PictureText], gated: Mapping[str, PictureText]) -> dict[str, Any]:
    """Of the pictures in which lines are read closely, in how many the background reads some, too."""
    some = [digest for digest, text in closely.items() if text.lines]
    pages = [digest for digest in some if len(closely[digest].lines) >= _PAGE]
    return {
        "with text": len(some),
        "recall": _share(sum(bool(gated[d].lines) for d in some), len(some)),
        "with three lines": len(pages),
        "recall of three lines": _share(sum(len(gated[d].lines) >= _PAGE - 1 for d in pages), len(pages)),
        "lines": _share(sum(len(gated[d].lines) for d in some), sum(len(closely[d].lines) for d in some)),
    }
