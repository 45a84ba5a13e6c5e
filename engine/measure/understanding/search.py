"""Protocol "search": how good the photos are that words find, where it is known which they should find."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Ints
from engine.embedding.backbone import open_backbone
from engine.gallery.search import Finder
from engine.gallery.searching.evidence import Mask
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.library import Library
from engine.measure.labelled import embedded_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.understand import WORKERS, Part
from engine.pipeline.understanding.classes import Classes
from engine.pipeline.understanding.kind import Kind, text_likelihoods
from engine.pipeline.understanding.text import Text

FIRST = 20  # photos that somebody looks at

Truth = Mapping[str, list[str]]  # by query, the paths of what it should find, or how they begin


def run_search(folder: Path, truth: Path, library: Path | None, options: OrganiseOptions, job: Job) -> dict[str, Any]:
    """Search for each query of the file `truth` in what is understood of the pictures of `folder`; as JSON.

    Names of files, folders and clusters say nothing here: they would give the answer away.
    """
    wanted = _read(truth)
    with embedded_library(folder, library, options, job) as (opened, root):
        _understand(opened, options, job)
        gallery = load_gallery(opened.catalog, "")
    paths = [file.path if file.root == root else "" for file in gallery.files]
    nameless, finder = _nameless(gallery), Finder()
    scored = {}
    for query, beginnings in wanted.items():
        right = np.array([path.startswith(tuple(beginnings)) for path in paths], np.bool_)
        scored[query] = _scores(finder.search(nameless, query).ranked, right)
    measures = ("precision_first", "precision", "recall")
    means = {measure: round(mean(one[measure] for one in scored.values()), 3) for measure in measures}
    return {"version": 1, "folder": str(folder), "photos": len(paths), "queries": scored, "mean": means}


def _understand(library: Library, options: OrganiseOptions, job: Job) -> None:
    """As the background does, but for faces, for which somebody has to agree."""
    backbone = open_backbone(options.backbone)
    makers: tuple[Callable[[], Part], ...] = (
        lambda: Classes(backbone),
        lambda: Kind(backbone),
        lambda: Text(text_likelihoods(library, backbone)),
        lambda: Kind(backbone),
    )
    for made in makers:
        part = made()
        part.run(library, part.pending(library), WORKERS, job)


def _read(path: Path) -> Truth:
    try:
        found: Truth = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UserError("{path} is no JSON of paths by query: {error}.", path=path, error=error, usage=True) from error
    return found


def _nameless(gallery: Gallery) -> Gallery:
    """The same pictures under numbers, in no clusters."""
    files = tuple(file._replace(path=f"{row}.jpg") for row, file in enumerate(gallery.files))
    return Gallery(
        files=files, contents=gallery.contents, understood=gallery.understood, labels=np.full(len(files), -1)
    )


def _scores(ranked: Ints, right: Mask) -> dict[str, Any]:
    """How many of the first 20 are right, of all that were found, and how many of all that are right were found.

    Of fewer than 20 that are right, as many are the first; where nothing is found, nothing is right.
    """
    hits = right[ranked]
    first = hits[: min(FIRST, int(right.sum()))]
    return {
        "right": int(right.sum()),
        "found": len(ranked),
        "precision_first": round(float(first.mean()), 3) if len(first) else 0.0,
        "precision": round(float(hits.mean()), 3) if len(hits) else 0.0,
        "recall": round(float(hits.sum() / max(right.sum(), 1)), 3),
    }
