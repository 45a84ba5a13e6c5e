"""Protocol "faces": who is found in pictures whose faces are known, and how well the same people are told to be so.

The folder holds pictures in groups, a folder each, and faces.json: by path, the faces in a picture as
[x, y, width, height, name or null], in shares of the picture. One that is not in it shows nobody.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Box
from engine.embedding.backbone import open_backbone
from engine.library.catalog.understanding.face_table import ALLOWED
from engine.library.library import Library
from engine.measure.labelled import embedded_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.understanding.classes import Classes
from engine.pipeline.understanding.faces import Faces
from engine.pipeline.understanding.kind import Kind
from engine.pipeline.understanding.persons import regroup

TRUTH = "faces.json"
_WORKERS = 2
_SAME = 0.3  # overlap of a face that was found with one that is there: frames are drawn by different eyes


class Seen(NamedTuple):
    """A face that was found, and the name of the one that is there: "" for nobody known, None for no face."""

    shown: bool
    person: int | None
    name: str | None


def run_faces(folder: Path, library: Path | None, options: OrganiseOptions, job: Job) -> dict[str, Any]:
    """Look for faces in every picture of `folder` as the background does; what is found, missed and told, as JSON."""
    truth = _truth(folder)
    with embedded_library(folder, library, options, job) as (opened, root):
        opened.catalog.set_setting(ALLOWED, "yes")
        backbone = open_backbone(options.backbone)
        parts = Classes(backbone), Kind(backbone), Faces(), Kind(backbone)  # as the background has them
        started = _spent()
        for part in parts:
            part.run(opened, part.pending(opened), _WORKERS, job)
        regroup(opened, job)
        spent = round(_spent() - started, 1)
        paths = {file.path: file.digest or "" for file in opened.catalog.files.readable() if file.root == root}
        seen, missed = _matched(opened, paths, truth)
    groups: dict[str, list[str]] = defaultdict(list)
    for path in sorted(paths):
        groups[path.partition("/")[0]].append(path)
    known = [path for path in paths if path in truth]
    return {
        "version": 1,
        "folder": str(folder),
        "groups": {group: _scores(some, seen, missed) for group, some in groups.items()},
        "all with faces": _scores(known, seen, missed),
        "grouping": {
            group: told for group, some in groups.items() if (told := grouping_of([f for p in some for f in seen[p]]))
        },
        "cpu_seconds": {"pictures": len(paths), "spent": spent},
    }


def _truth(folder: Path) -> Mapping[str, Sequence[tuple[Box, str]]]:
    path = folder / TRUTH
    try:
        found = json.loads(path.read_text("utf-8"))
        return {p: [(Box(*face[:4]), face[4] or "") for face in faces] for p, faces in found.items()}
    except (OSError, ValueError, TypeError, IndexError, AttributeError) as error:
        raise UserError("{path} is no JSON of faces by picture: {error}.", path=path, error=error) from error


def _matched(
    library: Library, paths: Mapping[str, str], truth: Mapping[str, Sequence[tuple[Box, str]]]
) -> tuple[dict[str, list[Seen]], dict[str, int]]:
    """By path, what was found, and how many faces were not: each is matched with the one it overlaps most."""
    shown = {face.id for face in library.catalog.faces.shown()}
    seen: dict[str, list[Seen]] = {}
    missed: dict[str, int] = {}
    for path, digest in paths.items():
        left = list(truth.get(path, ()))
        seen[path] = []
        for face, _ in sorted(library.catalog.faces.of([digest]).values(), key=lambda found: -found[0].score):
            best = max(left, key=lambda there: there[0].overlap(face.box), default=None)
            if best is not None and best[0].overlap(face.box) >= _SAME:
                left.remove(best)
            else:
                best = None
            seen[path].append(Seen(face.id in shown, face.person, None if best is None else best[1]))
        missed[path] = len(left)
    return seen, missed


def _scores(paths: Sequence[str], seen: Mapping[str, list[Seen]], missed: Mapping[str, int]) -> dict[str, Any]:
    """Faces there, found, false (of these, those still shown when the picture is known to be of an animal or drawn)."""
    found = [face for path in paths for face in seen[path]]
    right = sum(face.name is not None for face in found)
    there = right + sum(missed[path] for path in paths)
    return {
        "pictures": len(paths),
        "faces": there,
        "recall": _share(right, there),
        "precision": _share(right, len(found)),
        "false": len(found) - right,
        "false and shown": sum(face.shown and face.name is None for face in found),
        "right and shown": sum(face.shown and face.name is not None for face in found),
        "false persons": len({face.person for face in found if face.person and face.name is None}),
    }


def grouping_of(faces: Sequence[Seen]) -> dict[str, Any] | None:
    """Over all pairs of found faces with a name: how many of those told to be of one person are, and the other way."""
    named = [(face.person or -1 - i, face.name) for i, face in enumerate(faces) if face.name]
    if not named:
        return None
    together = _pairs(Counter(named).values())
    return {
        "faces": len(named),
        "people": len({name for _, name in named}),
        "persons": len({person for person, _ in named if person > 0}),
        "in no person": sum(person < 0 for person, _ in named),
        "pairwise precision": _share(together, _pairs(Counter(person for person, _ in named).values())),
        "pairwise recall": _share(together, _pairs(Counter(name for _, name in named).values())),
    }


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def _spent() -> float:
    """Seconds of the processor so far, those of ended children among them (not on Windows)."""
    return sum(os.times()[:4])
